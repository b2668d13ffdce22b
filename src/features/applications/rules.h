/* What may follow on what in an application and in a window. Pure: no database, no clock. Source: PROGRAMMES.md 2.3, T08, T11. */
#ifndef APPLICATIONS_RULES_H
#define APPLICATIONS_RULES_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/schema_types.h"

enum application_act {
	APPLICATION_SEND, APPLICATION_EDIT, APPLICATION_WITHDRAW, APPLICATION_RETURN, APPLICATION_TAKE, APPLICATION_TAKE_OVER, APPLICATION_SCORE,
	APPLICATION_SHORT_LIST, APPLICATION_WAIT_LIST, APPLICATION_REFUSE, APPLICATION_OFFER, APPLICATION_ACCEPT, APPLICATION_DECLINE, APPLICATION_EXPIRE,
	APPLICATION_SETTLE, APPLICATION_ACTS
};

/* The state after that act. WINDOW_CLOSED where it takes an open window, APPLICATION_NOT_NOW where it does not fit the state. */
enum outcome application_may(enum application_state, enum application_act, bool window_is_open, enum application_state *next);

/* Neither decided nor taken back, so that its end is still told. */
bool application_is_waiting(enum application_state);

/* Read without names: in a blind round, until whoever reads it has scored it, or it is decided. */
bool application_hides_who(enum application_state, bool is_blind, bool has_scored);

/* What stands between somebody and a place. */
struct placing_facts {
	bool is_paused;
	bool was_refused;             /* as a mentor, or the role was taken away, after a coordinator decided last */
	bool lacks_orientation;
	bool has_accepted;            /* nothing that binds them is missing */
};
/* As whoever accepts reads it: PERSON_PAUSED, PLACE_NEEDS_COORDINATOR, ORIENTATION_FIRST, CONDUCT_FIRST. */
enum outcome application_may_be_placed(const struct placing_facts *);
/* As the desk reads it: APPLICANT_NOT_NOW, MENTOR_ORIENTATION_FIRST, APPLICANT_CONDUCT_FIRST. What is to be accepted can wait for the answer, unless a place is
 * given at once. */
enum outcome application_may_be_offered(const struct placing_facts *, bool is_at_once);

/* Places that follow from mentors: so many mentees for each whole group of so many mentors; INTAKE_NO_PLACE if that is none. */
enum { INTAKE_NO_PLACE = -1 };
int64_t intake_derived(int64_t mentors, int64_t group_mentors, int64_t group_mentees);

/* Whether one more is read, of those who apply where so many mentors are; cap 0: all are. */
bool application_is_read(int64_t cap_per_mentor, int64_t mentors, int64_t reading);

/* Whether one more can be offered; places 0: as many as fit. */
bool intake_has_place(int64_t places, int64_t taken);

/* What a coordinator would make of a window that is planned already; none: the field was left empty. */
struct window_change {
	enum intake_state state;
	struct moment opens_at, closes_at, new_opens_at, new_closes_at;
	int64_t places, new_places, taken;
	bool says_places;
	bool can_follow;              /* left empty, its places follow from the mentors */
};
enum window_fault {
	WINDOW_FINE, WINDOW_DAY_MISSING, WINDOW_OPENED, WINDOW_OVER, WINDOW_DAY_OVER, WINDOW_ENDS_FIRST, WINDOW_PLACES_MISSING, WINDOW_SETTLED, WINDOW_PLACES_HELD,
	WINDOW_FAULTS
};
/* What is wrong with the new first day, the new last day, the new number of places. */
enum window_fault window_opens_fault(const struct window_change *), window_closes_fault(const struct window_change *, struct moment now),
    window_places_fault(const struct window_change *);
/* An earlier end, or fewer places: whoever began or sent an application reckoned with more. */
bool window_is_worse(const struct window_change *);
bool window_has_fewer(const struct window_change *);
/* More places than before, so that somebody who waits for one may get it. */
bool window_has_more(const struct window_change *);

/* When an offer made now is over; none: it is a place at once. */
struct moment offer_end(int64_t confirm_days, struct moment now);
/* When it is reminded of, which is before its end; none: it is not. */
struct moment offer_reminder(int64_t remind_days, struct moment offered_at, struct moment confirm_by);

/* What the clock does with a window. */
enum intake_step { INTAKE_WAITS, INTAKE_OPENS, INTAKE_REMINDS, INTAKE_CLOSES };
struct intake_clock {
	struct moment opens_at, closes_at;
	int64_t first_days, last_days;    /* before the end: when drafts are reminded */
	int64_t reminded;                 /* bits: 1 the first time, 2 the last one */
};
/* What is due now; bits: which reminder. */
enum intake_step intake_due(enum intake_state, const struct intake_clock *, struct moment now, int64_t *bits);
/* When to look again; none: never. */
struct moment intake_next(enum intake_state, const struct intake_clock *);

#endif
