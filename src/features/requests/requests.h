/* The request desk: what other floors may ask of it. */
#ifndef REQUESTS_REQUESTS_H
#define REQUESTS_REQUESTS_H

#include "access/record.h"
#include "access/visit.h"
#include "later/later.h"

/* The finder of A_REQUEST: loads the request into v->thing and works out who the visitor is towards it. NOT_FOUND if this
 * programme has none by that id, or it is a draft. */
enum outcome request_find_for(struct visit *, int64_t id);

/* Why the request of the visit is not for the visitor to act on, though they may know of it; who: the bits that the row admits. */
enum outcome request_why_refused(const struct visit *, unsigned who);

/* With REQUEST_TAKEN, for a program: who was first, and to a mentor what similar requests still wait, as the page says it. */
enum outcome request_tell_taken(struct visit *);

/* The slug of the programme that a request belongs to, by its id as in addresses; empty if there is no such request. */
enum outcome request_programme_find(struct visit *, struct str shown_id, struct str *slug);

/* Choices of forms that need the visit: mentors by name, and what the programme itself supplies. */
struct form_supply desk_supply(struct visit *);

/* For the demo and tests: the visitor's draft (NOT_FOUND if none), the follow-up of a request (NOT_FOUND if none), and its number. */
enum outcome desk_draft_of(struct visit *, struct request_id *out);
enum outcome desk_follow_up_of(struct visit *, struct request_id, struct request_id *out);
enum outcome desk_number_of(struct visit *, struct request_id, int64_t *out);

/* Keeps for the visitor what a refused form about that request (its id as in addresses) said in words: kept_words, 14 days, the newest 20. */
enum outcome desk_keep_words(struct visit *, const struct form *, struct str shown_id);

/* Somebody's home in Slack, as it is now, into its letter; none: nobody is linked. The visitor is that person from then on. */
enum outcome desk_home(struct visit *, struct person_id, struct letter_id);
/* Slack took a request's message: what it is called there, unless it was taken out meanwhile. */
enum outcome desk_post_is_out(struct visit *, struct request_id, struct str room, struct str ts);
/* The room (empty: none of them) takes nothing: requests that wait to be posted there go to fitting mentors, once each; the first of many now. */
enum outcome desk_mails_waiting(struct visit *, struct str room);
/* A request that came while coordinators looked after the room is posted, marked late. */
enum outcome desk_post_catch_up(struct visit *, struct request_id);
/* A request's message that waited to be posted while Slack was away: its letter says what is so now, and that it is late. */
enum outcome desk_post_late(struct visit *, struct request_id, struct letter_id);

/* Somebody goes for good: what they asked is withdrawn, what they hold is given back, in that programme, or, if it is none, in
 * every one. Each is told as by themselves. */
enum outcome desk_leave(struct visit *, struct person_id, struct programme_id only);

/* Nobody of v->programme any more, and first what is open and theirs goes back or is withdrawn, as in leaving. */
enum outcome member_goes(struct visit *, struct person_id);

/* For a monitor: open requests of all programmes, and how many of them waited at least that many hours, pauses taken off; how long those
 * that were claimed within seven days had waited, in the mean (0: none was). */
struct requests_open { int64_t all, after_72_h, after_168_h, after_252_h, claimed_after_seconds; };
enum outcome requests_open_now(struct visit *, struct requests_open *out);

/* A signed call of Slack's that could not be done in time: what whoever pressed reads as its answer. */
void slack_say_busy(struct visit *);
/* Whether a signed call of Slack's sends a report, and of which account; and what they read who sent too many: the form stays, with what they typed. */
bool slack_sends_concern(struct visit *, struct str *account);
void slack_say_enough(struct visit *);

/* What the clock does at the desk (daemon/jobs.def). */
job_handler request_step_due, programme_replan, programme_day, programme_week, waiting_post_due, room_by_hand_due, room_by_server_due, room_mails_due;

/* What must always hold at the desk, by its rules: one live claim a request, capacity, states, no reference into another programme. */
enum outcome desk_check(struct visit *, struct findings *);

#endif
