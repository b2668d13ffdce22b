/* Which round a file of applications goes into, and what its questions are as columns. */
#ifndef EXCHANGE_ROUND_H
#define EXCHANGE_ROUND_H

#include "applications/store.h"
#include "exchange/cells_answers.h"
#include "exchange/columns.h"

enum { IMPORT_SIDES = 2, IMPORT_SEEN = 1 << 16 };

/* One side that a row can apply as. */
struct import_side {
	enum intake_side side;
	struct intake_id intake;
	const struct question_form *form;    /* in force; NULL: this side is not asked for in the round */
	struct form fields;
	size_t *slots;                /* of each question its first: of a language the level is the next, of a week its days are */
};

struct import_round {
	struct cohort_id cohort;
	struct import_side sides[IMPORT_SIDES];
	const struct import_side *only;      /* every row is of this side; NULL: a column says it */
	struct openings_taking_rows openings;
	bool has_receipts;
	struct import_slots slots;    /* of its columns, until the header is read */
	int64_t *seen;                /* IMPORT_SEEN applicants of the rows before */
};

/* The round of the wish with the slots of its questions; what is wrong with the wish is a complaint at 1:1, and then there are none. */
enum outcome import_round_find(struct visit *, struct arena *, const struct import_wish *, struct complaints *, struct import_round *out);
/* How many slots such a question has, one behind the other. */
size_t import_question_slots(enum question_kind);
/* False if an earlier row was of the same applicant, by a number of theirs that is not 0; of as many as there is room for. */
bool import_round_sees(struct import_round *, int64_t applicant);

#endif
