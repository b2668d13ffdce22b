/* What the page of this room is given. */
#ifndef PRIVACY_VIEWS_H
#define PRIVACY_VIEWS_H

#include "access/layout.h"
#include "privacy/kept.h"
#include "privacy/privacy.h"
#include "programmes/programmes.h"

/* What a programme keeps for how long. */
struct keeping {
	struct str programme;         /* its name */
	struct {
		struct period *at;
		size_t count;
	} rows;
};
struct keepings {
	struct keeping *at;
	size_t count;
};
struct keeping keeping_of(struct arena *, const struct programme *);
/* A message id in the reader's language. */
struct str kept_words(struct page *, const char *sentence);

struct data_view {
	struct moment due_at;         /* when everything ends; none: it was not asked for */
	struct values *export, *erase;
	struct keepings keepings;     /* of the programmes that they are or were in */
};

/* What ended when, in one programme or anywhere. */
struct ended {
	struct moment at;
	struct str programme;
	const char *what;             /* a message id */
	int64_t count;
};
struct kept_view {
	const struct programme *programme;    /* NULL: of the whole server */
	struct keeping keeping;
	struct keepings keepings;     /* of the whole server: of each programme, a page of them */
	struct str more_programmes;
	struct moment next_at;        /* none: never */
	struct {
		struct ended *at;
		size_t count;
	} ended;
	struct str next_page;
};

/* What is held about somebody: parts of rows of fields, all of them words already. */
struct held_field {
	struct str name, value;
};
struct held_fields {
	struct held_field *at;
	size_t count;
};
struct held_row {
	struct held_fields fields;
};
struct held_rows {
	struct held_row *at;
	size_t count;
};
struct held_part {
	struct str name, words;
	struct held_rows rows;
};
struct held_view {
	struct {
		struct held_part *at;
		size_t count;
	} parts;
};

#endif
