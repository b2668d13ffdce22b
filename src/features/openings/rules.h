/* What may follow on what in an opening, and what the clock does with it. Pure: no database, no clock. Source: PROGRAMMES.md 2.3, T08, T09, T10. */
#ifndef OPENINGS_RULES_H
#define OPENINGS_RULES_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/schema_types.h"

enum opening_act {
	OPENING_EDIT, OPENING_WITHDRAW, OPENING_RETURN, OPENING_ANNOUNCE, OPENING_EXTEND, OPENING_NOMINATE, OPENING_ELECT, OPENING_LIST, OPENING_CHOOSE,
	OPENING_OPENS, OPENING_ENDS, OPENING_FAILS, OPENING_ACTS
};

/* The state after that act; OPENING_NOT_NOW where it does not fit the state. */
enum outcome opening_may(enum opening_state, enum opening_act, enum opening_state *next);

/* Everybody who may see the list sees it; before that, its contact and coordinators alone. */
bool opening_is_shown(enum opening_state);

/* So many people can be chosen. */
bool opening_has_places(int64_t places, int64_t chosen);

/* What an opening says: its own number, else the programme's. */
int64_t opening_number(int64_t own, int64_t of_programme);

/* What the clock has done already: bits of `stepped`. */
enum { STEP_FIRST = 1, STEP_LAST = 2, STEP_LATE = 4, STEP_CHASED = 8, STEP_ASKED = 16, STEP_OF_LIST = STEP_LATE | STEP_CHASED | STEP_ASKED };

struct opening_clock {
	enum opening_state state;
	struct moment opens_at, closes_at;    /* of all its windows: the first opening, the last end */
	int64_t first_days, last_days;        /* before the end: when its contact is reminded to elect; 0: never */
	bool has_mentor;                      /* somebody is elected, or nominated and applied */
	struct moment listed_at, choose_by_at, chosen_at;    /* none: no short list was sent; nothing is chosen yet */
	int64_t chase_days, more_days;        /* behind the short list; behind that */
	int64_t stepped;
};
enum opening_step { OPENING_WAITS, OPENING_STEP_OPENS, OPENING_STEP_ENDS, OPENING_STEP_REMINDS, OPENING_STEP_LATE, OPENING_STEP_CHASES, OPENING_STEP_ASKS };
/* What is due now, the first of them; *bits: as it is remembered. */
enum opening_step opening_due(const struct opening_clock *, struct moment now, int64_t *bits);
/* When to look again; none: never. */
struct moment opening_next(const struct opening_clock *);

#endif
