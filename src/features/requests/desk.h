/* What the files of this room share: the request of the visit, and the effects that several acts have. */
#ifndef REQUESTS_DESK_H
#define REQUESTS_DESK_H

#include "access/visit.h"
#include "requests/rules.h"
#include "requests/store.h"
#include "requests/store_ask.h"

enum { DESK_SIMILAR = 3 };    /* that a mentor is shown who came second */

/* v->thing of a route about a request. */
struct request_thing {
	struct request_seen_by_row row;
	struct request_facts facts;
};

const struct request_thing *desk_thing(const struct visit *);

/* MENTOR_PAUSED if that mentor takes nothing at the moment: who began while they did is told before it is sent. Nobody: OK. */
enum outcome desk_may_name(struct visit *, struct person_id);
/* PERSON_PAUSED if the visitor asks for nothing at the moment. */
enum outcome desk_may_ask(struct visit *);

/* The facts of a mentor of this programme; NOT_FOUND if the person is none. */
enum outcome desk_mentor(struct visit *, struct person_id, struct mentor_facts *out);

/* Gives the request to the mentor: the claim row, the place, the event. The rule has said yes; what happened since then decides:
 * REQUEST_TAKEN or MENTOR_FULL undo everything. kind is a row of access/events.def. */
enum outcome desk_take(struct visit *, struct person_id mentor, struct str kind, bool over_hold);

/* Ends the live claim and gives the mentor's place back. ending and reason go into the claim's history. */
enum outcome desk_end_claim(struct visit *, struct request_id, struct person_id claimer, enum claim_ending, struct str reason);

/* Back on the board, the waited time kept. counts: 1 if it counts as a release, 0 for an undo. */
enum outcome desk_put_back(struct visit *, struct request_id, struct person_id claimer, enum claim_ending, struct str reason);
/* The same of all that somebody holds in v->programme, each said as that event. */
enum outcome desk_put_all_back(struct visit *, struct person_id claimer, enum claim_ending, struct str event);
/* What somebody asked in v->programme and what is not over is withdrawn; drafts stay. */
enum outcome desk_withdraw_all(struct visit *, struct person_id mentee);

/* What claims took in the last 90 days, and the names of a mentor's skills (none: no mentor): one query. The first row is always there. */
enum outcome desk_figures(struct visit *, struct mentor_id, struct queue_figures_rows *out);

/* Says what happened to a request, after it did, writes to whom it concerns and plans what comes next; the actor is the visitor. No event of a request is said
 * in another way, so that none is left without its next step. */
enum outcome desk_say(struct visit *, struct request_id, struct str kind, struct str detail);
enum outcome desk_say_of(struct visit *, struct str kind, const struct event_facts *);
/* What people are to be told of that event (letters.def), and drops what they need not be told any more. */
enum outcome desk_write(struct visit *, struct request_id, struct str event);

/* Since when the programme's room takes nothing (its own fault, the token's, or Slack's for longer than t32.1); none: it works, or there is
 * none. is_all: nor does anybody's direct message. */
struct room_shut {
	struct moment since_at;
	bool is_all;
};
enum outcome desk_room_shut(struct visit *, struct room_shut *out);
/* The next step of the clock as the request's only job, or none. */
enum outcome desk_plan(struct visit *, struct request_id);

/* Days since 1970 of a date "YYYY-MM-DD", or of a moment in the visitor's zone. */
int64_t desk_day(struct str date);
int64_t desk_day_of(const struct visit *, struct moment);
/* Midnight of that date in the visitor's zone. */
struct moment desk_day_start(const struct visit *, struct str date);

/* A rule's refusal said of the field that it is about, so that the page names it; the same outcome. What is not about the answers that
 * were sent (not 422) stays a notice. */
enum outcome desk_refuse(struct visit *, enum outcome, const char *field);

/* 303 to the request's page. */
enum outcome desk_show(struct visit *, struct str done);

/* That moment, or the same hour of the next day on which steps of the programme come. */
struct moment desk_open_after(const struct programme *, struct moment);

/* When its questions were answered: when it was sent or, written down for somebody who had asked elsewhere before, when it was written down. */
struct moment desk_answered_at(struct request_id, struct moment sent_at);

#endif
