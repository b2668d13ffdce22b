/* What may be done to a request, by whom and when. Pure: no database, no clock.
 * Source: PROGRAMMES.md 2.2 (life of a request), operation-code's process description (one mentor a request, first come). */
#ifndef REQUESTS_RULES_H
#define REQUESTS_RULES_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/schema_types.h"

/* What the rules need to know of a request. */
struct request_facts {
	enum request_state state;
	struct person_id mentee, claimer, named;
	struct moment reserved_until_at, claimed_at, contacted_at, lease_due_at, session_at, closed_at;
	struct moment sent_at, waiting_since_at;    /* waiting_since_at none: the waiting clock stands */
	int64_t waited_us;                          /* waited before waiting_since_at */
	int64_t wait_step, claim_step;              /* steps of the clock that were taken: the last one; a set of the present state's */
	struct moment answered_at, tried_at;        /* last signs of the mentee, of the mentor, under the present claim */
	struct moment told_at;                      /* when the mentee was told that it still waits; none: not yet */
	struct moment saved_at;                     /* last change */
	int64_t releases;                           /* how often it was given back */
	int64_t attempts_in_window;                 /* contact attempts of the present claim inside contact.window_d */
	enum request_outcome outcome;
	enum request_helpful helpful;
	bool is_excluded;                           /* the visitor may not have this request: the first mentor of a follow-up, or one of the two blocked the other */
	bool is_passed;                             /* the visitor passed on it */
	bool has_follow_up;
	bool rests;                                 /* its two sides are kept apart for now: no clock goes */
};

/* What the rules need to know of a mentor. */
struct mentor_facts {
	struct person_id id;
	enum mentor_state state;
	struct moment away_until_at;
	int64_t running, capacity;
	bool has_accepted_conduct;
	bool is_paused;               /* by safety responders */
	bool lacks_orientation;       /* the programme asks for one, and they missed it */
};

/* Bits of access/visit.h that a visitor has towards a request, given those of the programme; kept apart from WHO_… so that the
 * rules know nothing of visits. */
struct request_relation {
	bool is_owner, is_claimer, is_named, is_late, is_onlooker, sees;
};
struct request_relation request_relation(const struct request_facts *, struct person_id visitor, bool is_mentor,
    bool is_coordinator, struct moment now);

/* Why an act is refused to whom its address does not admit. is_taking: the act is a mentor's on the board (claim, pass, …);
 * is_holding: the act of whoever holds the claim.
 * FORBIDDEN, REQUEST_OWN, MENTOR_NOT_ACTIVE, REQUEST_CLOSED, REQUEST_NOT_YOURS, REQUEST_NOT_CLAIMED. */
struct request_act {
	bool is_taking, is_holding;
};
enum outcome request_refusal(const struct request_facts *, const struct request_relation *, bool is_mentor, const struct request_act *);

/* A mentor takes it. OK also when this mentor has it already (a repeated click has one effect).
 * REQUEST_TAKEN, REQUEST_CLOSED, REQUEST_RESERVED, REQUEST_OWN, REQUEST_EXCLUDED, then those of mentor_may_hold(). */
enum outcome request_may_claim(const struct request_facts *, const struct mentor_facts *, struct moment now);

/* MENTOR_NOT_ACTIVE, PERSON_PAUSED, CONDUCT_FIRST, ORIENTATION_FIRST, MENTOR_AWAY, MENTOR_FULL. */
enum outcome mentor_may_hold(const struct mentor_facts *, struct moment now);

/* A coordinator gives it to a mentor. As request_may_claim() (MENTOR_PAUSED, MENTOR_CONDUCT_FIRST and MENTOR_ORIENTATION_FIRST, since somebody else is told), but a mentor who did not agree, or is away, needs a reason
 * (ASSIGN_NEEDS_REASON); capacity is never exceeded. */
enum outcome request_may_assign(const struct request_facts *, const struct mentor_facts *, bool has_agreed, bool has_reason, struct moment now);

/* Within the undo window after the claim: UNDO_OVER, REQUEST_NOT_CLAIMED. */
enum outcome request_may_undo(const struct request_facts *, int64_t undo_seconds, struct moment now);

/* REQUEST_NOT_CLAIMED unless somebody holds it. */
enum outcome request_may_release(const struct request_facts *);

/* Noting an attempt on a day (days since 1970 in the mentor's zone): REQUEST_NOT_CLAIMED, DAY_IN_FUTURE, DAY_BEFORE_CLAIM. */
enum outcome request_may_note_attempt(const struct request_facts *, int64_t day, int64_t today, int64_t claimed_day);

/* SESSION_IN_PAST, SESSION_TOO_FAR (a year), REQUEST_NOT_CLAIMED, REQUEST_NOT_OPEN while it rests. */
enum outcome request_may_schedule(const struct request_facts *, struct moment session, struct moment now);

/* A session is called off before it begins: SESSION_NOT_SET, SESSION_BEGUN. Somebody did not come to one: SESSION_NOT_SET, SESSION_TO_COME. */
enum outcome request_may_call_off(const struct request_facts *, struct moment now);
enum outcome request_may_say_absent(const struct request_facts *, struct moment now);

/* Held on a day: REQUEST_NOT_CLAIMED, DAY_IN_FUTURE, DAY_BEFORE_CLAIM (held before anybody claimed it). */
enum outcome request_may_fulfil(const struct request_facts *, int64_t day, int64_t today, int64_t claimed_day);

/* TOO_FEW_ATTEMPTS unless enough were made in the window, or a coordinator waives it; REQUEST_NOT_OPEN while it rests. */
enum outcome request_may_be_unreachable(const struct request_facts *, int64_t attempts_needed, bool is_waived);

/* More detail is asked of an open request: REQUEST_NOT_OPEN; and given to one that lacks it: REQUEST_NOT_ASKED. */
enum outcome request_may_ask_detail(const struct request_facts *);
enum outcome request_may_answer(const struct request_facts *);

/* A coordinator reminds mentors of an open request: REQUEST_NOT_OPEN, BUMP_TOO_SOON (within 12 hours of the last time). */
enum outcome request_may_bump(const struct request_facts *, struct moment last_bump, struct moment now);
/* REQUEST_NOT_OPEN, ESCALATED_ALREADY. */
enum outcome request_may_escalate(const struct request_facts *, struct moment escalated_at);
/* Merging one request into another: REQUEST_CLOSED, MERGE_NOT_SIBLING. */
enum outcome request_may_merge(const struct request_facts *gone, const struct request_facts *stays, bool is_same);

/* Owner or coordinator ends it: REQUEST_CLOSED. */
enum outcome request_may_end(const struct request_facts *);

/* The mentee answers after "unreachable": REQUEST_NOT_UNREACHABLE. */
enum outcome request_may_reopen(const struct request_facts *);

/* HELPFUL_NOT_HELD, HELPFUL_OVER (after the days that the programme gives). */
enum outcome request_may_say_helpful(const struct request_facts *, int64_t days, struct moment now);

/* FOLLOW_UP_NOT_HELD, FOLLOW_UP_EXISTS. */
enum outcome request_may_follow_up(const struct request_facts *);

/* Microseconds that the request has waited for a mentor, pauses taken off. */
int64_t request_waited_us(const struct request_facts *, struct moment now);

#endif
