/* What the pages of this room are given. */
#ifndef EXCHANGE_VIEWS_H
#define EXCHANGE_VIEWS_H

#include "access/layout.h"
#include "exchange/store.h"
#include "programmes/programmes.h"

struct imports_view {
	const struct programme *programme;
	struct values *form;
	bool has_rounds;              /* applications can be taken in */
	struct imports_of_rows rows;
};

/* "3:2: email: …", taken apart. */
struct import_problem {
	struct str line, column, words;
};
struct import_problems {
	struct import_problem *at;
	size_t count;
};
struct import_headings {
	struct str *at;
	size_t count;
};

struct import_view {
	const struct programme *programme;
	struct import_of_row row;
	struct str id;
	struct import_problems problems;
	struct import_headings unused;
	struct values *columns;       /* what each column of the file means; NULL if that cannot be chosen */
};

/* --- web_columns.c --- */
/* The form in which it is chosen, filled as it is; NULL if the file has no header that can be read. */
struct import_wish;
enum outcome import_choosing(struct visit *, const struct import_wish *, struct str content, struct values **out);
/* Reads what was chosen into the wish; BAD_INPUT with the form. */
enum outcome import_chosen(struct visit *, struct import_wish *, struct str content);

struct str import_kind_words(const struct page *, enum import_kind);
struct str import_state_words(const struct page *, enum import_state);

#endif
