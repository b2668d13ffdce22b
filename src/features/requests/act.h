/* Acts that several pages share: on the request of the visit, by the same rules wherever they are asked for. */
#ifndef REQUESTS_ACT_H
#define REQUESTS_ACT_H

#include "access/visit.h"

/* The visitor takes it; request_may_claim() decides. */
enum outcome desk_claim(struct visit *);

/* It is given to that mentor; request_may_assign() decides. No effect if the mentor has it already. */
enum outcome desk_assign(struct visit *, struct person_id, bool has_agreed, struct str reason);

/* Not for this mentor; a colleague (may be none) is asked instead. */
enum outcome desk_pass(struct visit *, struct person_id colleague);
/* A mentor who was asked by name will not: all mentors see it. */
enum outcome desk_decline(struct visit *);

/* Contact was tried on that day; request_may_note_attempt() decides. */
enum outcome desk_attempt(struct visit *, struct str day, enum attempt_way, struct str words);

/* Whether it helped; request_may_say_helpful() decides. */
enum outcome desk_helpful(struct visit *, enum request_helpful, struct str words);

/* Back on the board; request_may_release() decides. */
enum outcome desk_release(struct visit *, struct str reason);

/* What was done to a session that was set, this late (T17), is noted as such. */
enum outcome desk_note_late(struct visit *);
/* The visitor cannot come to the session; request_may_call_off() decides. The other side did not come; request_may_say_absent() decides. */
enum outcome desk_call_off(struct visit *);
enum outcome desk_absent(struct visit *);
/* The mentee of a claim gives a sign. */
enum outcome desk_here(struct visit *);

/* Held on that day ("YYYY-MM-DD"); request_may_fulfil() decides. */
enum outcome desk_fulfil(struct visit *, struct str day, struct str next_steps);

#endif
