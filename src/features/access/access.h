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
	struct str body, tag;         /* JSON and its ETag, for a program; empty for a page */
};
enum outcome form_sent_find(struct visit *, struct str route, struct form_answer *out);
/* Keeps what v->reply says under the form's key, in the same transaction. A page is kept as its status and Location, an answer to a
 * program whole. */
enum outcome form_sent_keep(struct visit *, struct str route);

/* A whole page (or fragment) that says why something was refused and what to do next; sets the status. A GET by somebody signed
 * out that needs a session goes to /login?next=. Never fails. */
void refusal_show(struct visit *, enum outcome why);

/* "Not open to you": a status in a few words. */
struct str status_words(int status);

/* Signs a person in: a new session, its cookie in v->reply, the browser's old session ended. */
enum outcome session_start(struct visit *, struct person_id, bool is_shared);

/* The session gave its second factor just now: a new token, its cookie in v->reply and in v->form_secret. */
enum outcome session_prove_now(struct visit *);
/* Ends all sessions of a person but the visitor's own: their rights, or what proves who they are, changed. */
enum outcome sessions_end_of(struct visit *, struct person_id);

/* Where somebody goes who was just signed in: to the second factor, to setting one up, to a form that was kept, or to next. */
enum outcome signed_in_go_on(struct visit *, struct person_id, struct str next);

/* Forgets a person's second factor, recovery codes and sessions, at once; the command line's way when everything is lost. NOT_FOUND if
 * there is none. */
enum outcome factor_forget(struct visit *, struct person_id);

/* A form that came with a session that may not act (over, locked, proved too long ago): kept for 15 minutes for its person, and the
 * answer leads to what is missing. form_is_keepable(): it is worth it, and it is really theirs. */
bool form_is_keepable(struct visit *, enum outcome why);
enum outcome form_keep(struct visit *, enum outcome why);

/* Whether this database was sealed with the server's master key; the first time that is written down. SEAL_BROKEN if with another. */
enum outcome seal_prove(struct visit *);
/* Whether a key sealed this database before. */
enum outcome seal_is_proved(struct visit *, bool *out);

/* An address that lets somebody in once: for an hour to an account (sign-in), for 30 minutes to the set-up (person none). A new
 * one for the set-up ends those before it. */
enum outcome way_in_make(struct visit *, enum way_in_kind, struct person_id, struct str *url_out);

/* Ends every session, every link that nobody used yet and every token of a program: what a restored database must not bring back.
 * Writes down that it was restored, and from the backup of which moment. In the turn that is open. */
struct ways_ended {
	int64_t sessions, links, tokens;
};
enum outcome ways_in_end_all(struct visit *, struct str from, struct ways_ended *out);

/* A way in that still works. Finding is inert; taking uses it up. */
struct way_in {
	struct way_in_id id;
	struct person_id person;      /* none for the set-up */
	struct str name;              /* whose account */
};
/* GONE for a token that is wrong, used or over: all alike. OTHER_BROWSER for a mailed one that another browser asked for. */
enum outcome way_in_find(struct visit *, enum way_in_kind, struct str token, struct way_in *out);
/* A mail with a link and a code to the account of that address, for this browser alone (TRUST.md 6.1). The same happens for an address that
 * nobody has, but for the letter. */
enum outcome way_in_mail(struct visit *, struct str email, struct str next);
/* The way in that this browser asked for, by the code of its mail; WRONG_MAIL_CODE, also when five were wrong. */
enum outcome way_in_by_code(struct visit *, struct str code, struct way_in *out);
/* GONE if somebody else was faster. */
enum outcome way_in_take(struct visit *, const struct way_in *);
/* The page that says so and what to do next; status 410. */
enum outcome way_in_gone_show(struct visit *, enum way_in_kind);

#endif
