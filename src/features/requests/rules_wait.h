/* What happens next to a request, and when. Pure. Source: PROGRAMMES.md 4, T01 T02 T04; operation-code's process, steps 5 to 8. */
#ifndef REQUESTS_RULES_WAIT_H
#define REQUESTS_RULES_WAIT_H

#include "requests/rules.h"

/* A programme's waiting ladder, in elapsed hours of waiting. */
struct wait_ladder {
	int64_t bump_hours, ask_hours, escalate_hours, repeat_hours;
	int64_t grace_hours;  /* of a lease, after its mentor was asked */
	int64_t session_minutes;
	/* Where steps come on working days alone: that moment, or the same hour of the next such day. NULL: on every day. */
	struct moment (*open_after)(const void *days, struct moment);
	const void *days;
};

enum next_step {
	NEXT_NOTHING,
	NEXT_BUMP,            /* mentors are reminded */
	NEXT_ASK,             /* fitting mentors are asked, a coordinator looks after it */
	NEXT_ESCALATE,        /* the escalation contact is told */
	NEXT_REPEAT,          /* … and told again */
	NEXT_ANSWER,          /* the mentee's answer; no date */
	NEXT_HOLD_OVER,       /* opens to all */
	NEXT_CONTACT,         /* the mentor writes, or the claim ends then */
	NEXT_PLAN,            /* contact was made; a session is set or the request closed; no date */
	NEXT_SESSION,         /* the session */
	NEXT_OUTCOME,         /* the session is over: say how it went */
	NEXT_HELPFUL          /* the mentee may say whether it helped, until then */
};

struct request_next {
	enum next_step step;
	struct moment at;     /* none where the step has no date */
};

struct request_next request_next(const struct request_facts *, const struct wait_ladder *, int64_t helpful_days, struct moment now);

/* What the clock does next by itself, and when. */
enum step_kind {
	STEP_NONE,
	STEP_WAIT,            /* number: 1 reminded, 2 asked, 3 escalated, then once more each */
	STEP_HOLD_OVER,       /* T02 */
	STEP_REMIND_DETAIL,   /* T03 */
	STEP_ASK_LEASE,       /* T04: still on it? */
	STEP_END_LEASE,
	STEP_ASK_OUTCOME,     /* T06: number 1 did you meet?, 2 once more, 3 it stays unknown */
	STEP_DROP_DRAFT       /* T33 */
};

struct request_step {
	enum step_kind kind;
	int64_t number;
	struct moment at;     /* none: nothing comes by itself */
};

/* The latest step that is due, or the first one to come. now only chooses between steps that were missed. */
struct request_step request_step_after(const struct request_facts *, const struct wait_ladder *, struct moment now);

/* What may be said of how long a claim takes: the programme's own history if it has enough cases (UX.md 1, 8), else its promise. */
struct expected_wait {
	bool is_measured;
	int64_t seconds;
	struct moment at;     /* when that is, where weekends and holidays move it; none: they do not */
};
struct expected_wait request_expected_wait(int64_t cases, int64_t median_us, int64_t promise_hours);

/* Moved where the end of it falls on a day on which nothing comes. */
struct expected_wait request_expected_open(struct expected_wait, const struct wait_ladder *, struct moment from);

/* How urgent a waiting request is: 0 new, 1 after the bump, 2 after the ask, 3 escalated. */
unsigned request_urgency(int64_t waited_us, const struct wait_ladder *);

#endif
