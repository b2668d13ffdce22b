/* What happens next to a request, and when. Pure. Source: PROGRAMMES.md 4, T01 to T07, T12, T18, T22; operation-code's process, steps 5 to 8. */
#ifndef REQUESTS_RULES_WAIT_H
#define REQUESTS_RULES_WAIT_H

#include "requests/rules.h"

/* A programme's ladders: hours and days, elapsed. */
struct wait_ladder {
	int64_t tell_hours, bump_hours, ask_hours, escalate_hours, repeat_hours;    /* of waiting */
	int64_t detail_hours, detail_days;                              /* T03 */
	int64_t draft_remind_days, draft_days;                          /* T33 */
	int64_t grace_hours;  /* of a lease, after its mentor was asked */
	int64_t contact_hours, contact_more_hours;                      /* T12 */
	int64_t attempts_days, silent_days, silent_more_days;           /* T05, T22 */
	int64_t near_hours, outcome_again_days, outcome_end_days;       /* T18, T06 */
	int64_t helpful_again_days, helpful_days;                       /* T07 */
	int64_t session_minutes;
	/* Where steps come on working days alone: that moment, or the same hour of the next such day. NULL: on every day. */
	struct moment (*open_after)(const void *days, struct moment);
	const void *days;
};

/* That moment if steps come then, else the same hour of the next day on which they do; and of the last such day before it. */
struct moment ladder_open(const struct wait_ladder *, struct moment);
struct moment ladder_open_before(const struct wait_ladder *, struct moment);

enum next_step {
	NEXT_NOTHING,
	NEXT_BUMP,            /* mentors are reminded */
	NEXT_ASK,             /* fitting mentors are asked, a coordinator looks after it */
	NEXT_ESCALATE,        /* the escalation contact is told */
	NEXT_REPEAT,          /* … and told again */
	NEXT_ANSWER,          /* the mentee's answer, or it is closed then */
	NEXT_HOLD_OVER,       /* opens to all */
	NEXT_CONTACT,         /* the mentor writes, or is reminded then */
	NEXT_CONTACT_LATE,    /* the mentor was reminded; the claim ends then */
	NEXT_PLAN,            /* contact was made; a session is set or the request closed; then the mentor is asked how it stands */
	NEXT_ANSWER_MENTOR,   /* the mentee was written to, and has not answered; coordinators decide then */
	NEXT_DECIDE,          /* … now */
	NEXT_SESSION,         /* the session */
	NEXT_OUTCOME,         /* the session is over: say how it went */
	NEXT_HELPFUL          /* the mentee may say whether it helped, until then */
};

struct request_next {
	enum next_step step;
	struct moment at;     /* none where the step has no date */
};

struct request_next request_next(const struct request_facts *, const struct wait_ladder *, struct moment now);

/* What the clock does next by itself, and when. */
enum step_kind {
	STEP_NONE,
	STEP_WAIT,            /* number: 1 reminded, 2 asked, 3 escalated, then once more each */
	STEP_TELL,            /* T01: the mentee is told that it still waits */
	STEP_HOLD_OVER,       /* T02 */
	STEP_REMIND_DETAIL,   /* T03 */
	STEP_UNANSWERED,      /* … closed */
	STEP_CONTACT_LATE,    /* T12: the mentor has not written yet */
	STEP_CONTACT_LATER,   /* … the mentee and coordinators are told */
	STEP_ASK_LEASE,       /* T04: still on it? */
	STEP_END_LEASE,
	STEP_UNDECIDED,       /* T05: attempts, and no session */
	STEP_MENTEE_SILENT,   /* T22 */
	STEP_MENTEE_GIVEN_UP, /* … coordinators may close it */
	STEP_SESSION_NEAR,    /* T18 */
	STEP_ASK_OUTCOME,     /* T06: did you meet? */
	STEP_ASK_OUTCOME_AGAIN,
	STEP_OUTCOME_UNKNOWN,
	STEP_ASK_HELPFUL,     /* T07, once more */
	STEP_REMIND_DRAFT,    /* T33 */
	STEP_DROP_DRAFT
};

struct request_step {
	enum step_kind kind;
	int64_t number;       /* what wait_step or claim_step are when it was taken */
	struct moment at;     /* none: nothing comes by itself */
};

/* Steps of a state that are taken once each, as bits of claim_step. The first of the steps of a claim without contact is the one that its
 * letters always had. */
enum {
	TOOK_DETAIL = 1,
	TOOK_DRAFT = 1,
	TOOK_LEASE = 1, TOOK_LATE = 2, TOOK_LATER = 4, TOOK_UNDECIDED = 8, TOOK_SILENT = 16, TOOK_GIVEN_UP = 32,
	TOOK_OUTCOME = 1, TOOK_AGAIN = 2, TOOK_UNKNOWN = 4, TOOK_NEAR = 8,
	TOOK_HELPFUL = 64
};
/* Until when it may be moved or cancelled freely (T17): exactly then it still may. None: at any time. */
struct moment session_free_until(struct moment session, int64_t notice_hours);
/* claim_step of a session that is set now: whoever sets it later than the reminder knows it. */
int64_t session_first_step(struct moment session, int64_t near_hours, struct moment now);

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
