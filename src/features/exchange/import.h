/* A file under way: only files of this room include it. */
#ifndef EXCHANGE_IMPORT_H
#define EXCHANGE_IMPORT_H

#include "exchange/columns.h"
#include "exchange/exchange.h"
#include "exchange/round.h"
#include "exchange/store.h"
#include "people/people.h"
#include "programmes/programmes.h"

enum { IMPORT_CELL_BYTES = 20000 };

struct import {
	struct visit *v;              /* its arena is that of the row */
	struct import_result *out;
	struct import_map map;
	struct csv_record record;
	struct values *row;           /* the record as its form reads it */
	int64_t before;               /* an id older than everything that this file makes */
	enum import_kind kind;
	bool has_blocks;              /* as person_blocks_wait() says: asked once a file */
	struct import_round *round;   /* of applications; else NULL */
};

/* What the columns of a file mean that was brought to the page; NOT_FOUND if that cannot be said. */
enum outcome import_columns(struct visit *, const struct import_wish *, struct str content, struct csv_record *header, struct import_map *out);

/* A record was read without complaint: it becomes what it stands for, or complains. Trouble alone is an outcome. */
enum outcome import_person_row(struct import *);
enum outcome import_request_row(struct import *);
enum outcome import_application_row(struct import *);

/* What is wrong with a field of the present record: its value, then the words. */
void import_says(struct import *, const char *field, const char *words);
void import_refuses(struct import *, const char *field, struct str value, const char *words);
/* The same of a slot. */
void import_refuses_at(struct import *, size_t slot, struct str value, const char *words);
/* Whether the file has a column for it. */
bool import_has(const struct import *, const char *field);
bool import_has_complained(const struct import *, size_t before);

/* Who has that address, and what they are in this programme; all none for somebody new. */
struct import_known {
	struct person_id person;
	struct membership_id membership;
	struct mentor_id mentor;
	bool has_left;                /* the programme */
};
enum outcome import_look(struct import *, struct str email, struct import_known *out);
/* Complains where they were removed from the programme and come in no more. */
enum outcome import_bars(struct import *, const struct import_known *, struct str email);
/* Makes whoever is not there: a person by that name, a member. */
enum outcome import_join(struct import *, const struct import_known *, const struct person_wish *, struct affiliation_id, struct import_known *out);

/* Skills and the affiliation by the words of a cell; those that the programme does not have complain. */
size_t import_skills(struct import *, size_t most, const struct skill **out);
struct affiliation_id import_affiliation(struct import *);
/* When a cell says; an empty one means otherwise. */
struct moment import_moment(struct import *, const char *field, struct moment otherwise);
/* By its name or its word in addresses; NULL if there is none, or it is retired. */
const struct service *import_service(struct import *, struct str written);

#endif
