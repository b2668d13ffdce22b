/* A letter of a coordinator to many: whom it reaches, and its way out. */
#ifndef PEOPLE_GROUP_H
#define PEOPLE_GROUP_H

#include "access/layout.h"
#include "people/store_group.h"
#include "programmes/programmes.h"

enum { GROUP_MAILS_A_DAY = 2, GROUP_PEOPLE_MOST = 5000 };

struct group_mails_view {
	const struct programme *programme;
	struct values *form;
	struct group_mails_rows rows;
	struct str next_page;
};
struct group_mail_view {
	const struct programme *programme;
	struct group_mail_of_row row;
	struct str id;
	int64_t people;               /* whom it would reach now, or reached */
};
/* "Mentors who are active" */
struct str group_words(struct str word);

/* How many belong to it now; at most GROUP_PEOPLE_MOST + 1. */
enum outcome group_count(struct visit *, const struct group_mail_of_row *, int64_t *out);
/* To its author alone, as all will get it. */
enum outcome group_try(struct visit *, const struct group_mail_of_row *);
/* From now on the worker writes it, a batch at a time. TOO_MANY after GROUP_MAILS_A_DAY in 24 hours. */
enum outcome group_start(struct visit *, const struct group_mail_of_row *);

#endif
