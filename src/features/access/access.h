/* Ways in, sessions and the record: what the guard, the dispatcher, the set-up and the command line ask of this room. */
#ifndef ACCESS_ACCESS_H
#define ACCESS_ACCESS_H

#include "access/visit.h"

/* Fills v->who, v->may, v->form_secret from the cookies, in one query with the programme of that slug (may be empty). Without a
 * live session the visitor is signed out. */
enum outcome visitor_find(struct visit *, struct str programme_slug, bool *is_there, struct programme_id *id_out, int64_t *version_out);

/* The answer that a form with this key got before; status 0: none. KEY_REUSED if the body was another. A form without a field
 * `key` is always new. */
struct form_answer {
	int64_t status;
	struct str location;
};
enum outcome form_sent_find(struct visit *, struct str route, struct form_answer *out);
/* Keeps v->reply's status and Location under the form's key, in the same transaction. */
enum outcome form_sent_keep(struct visit *, struct str route);

/* A whole page (or fragment) that says why something was refused and what to do next; sets the status. A GET by somebody signed
 * out that needs a session goes to /login?next=. Never fails. */
void refusal_show(struct visit *, enum outcome why);

/* Signs a person in: a new session, its cookie in v->reply, the browser's old session ended. */
enum outcome session_start(struct visit *, struct person_id, bool is_shared);

/* An address that lets somebody in once: for an hour to an account (sign-in), for 30 minutes to the set-up (person none). A new
 * one for the set-up ends those before it. */
enum outcome way_in_make(struct visit *, enum way_in_kind, struct person_id, struct str *url_out);

/* A way in that still works. Finding is inert; taking uses it up. */
struct way_in {
	struct way_in_id id;
	struct person_id person;      /* none for the set-up */
	struct str name;              /* whose account */
};
/* GONE for a token that is wrong, used or over: all alike. */
enum outcome way_in_find(struct visit *, enum way_in_kind, struct str token, struct way_in *out);
/* GONE if somebody else was faster. */
enum outcome way_in_take(struct visit *, const struct way_in *);
/* The page that says so and what to do next; status 410. */
enum outcome way_in_gone_show(struct visit *, enum way_in_kind);

#endif
