/* One-tap links (SLACK.md 16, TRUST.md 6.1): one act on one thing by one person, for whoever holds the link. Only its hash is kept; looking
 * changes nothing; it opens no session and shows no contact data. */
#ifndef ACCESS_TAP_H
#define ACCESS_TAP_H

#include "access/visit.h"

enum { TAP_DAYS = 7 };

struct tap_wish {
	struct str act;               /* "claim": as the room that does it calls it */
	struct person_id person;
	struct request_id request;
	struct programme_id programme;    /* of an act on no request */
};
/* A new link's token, 43 symbols: to be sealed into a letter at once. */
enum outcome tap_make(struct visit *, const struct tap_wish *, struct str *token_out);

struct tap {
	struct tap_id id;
	struct str act;
	struct person_id person;
	struct request_id request;
	struct programme_id programme;    /* of the request, or of the act */
	struct moment used_at;        /* none: not yet */
};
/* GONE for a token that is wrong or over: all alike. One that was used is found, with its moment. */
enum outcome tap_find(struct visit *, struct str token, struct tap *out);
/* Uses it up; GONE if somebody else was faster. */
enum outcome tap_take(struct visit *, const struct tap *);

/* The visitor becomes that person in v->programme, for the one act that the link stands for: member, mentee, mentor, never a high role. */
enum outcome visitor_as(struct visit *, struct person_id);

#endif
