/* One visit: who asks what, of which programme, at what moment, with which database. The guard fills it from the route row before
 * a handler runs; the handler never asks for roles, tokens or sizes. The same struct serves a page in web, a write in the writer
 * and a story in a test. */
#ifndef ACCESS_VISIT_H
#define ACCESS_VISIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/schema_types.h"
#include "base/str.h"
#include "forms/form.h"
#include "http/reply.h"
#include "http/request.h"
#include "secrets/secrets.h"

struct arena;
struct db;
struct page;
struct programme;
struct programme_cache;
struct random;
struct route;

/* Who a visitor is, for this programme and this thing: bits that the guard works out. A route row names those it admits. */
enum who {
	WHO_ANYONE = 1 << 0,          /* also signed out */
	WHO_SIGNED_IN = 1 << 1,
	WHO_MEMBER = 1 << 2,          /* of the programme in the path */
	WHO_MENTEE = 1 << 3,
	WHO_MENTOR = 1 << 4,          /* approved and not left; may be away */
	WHO_APPLICANT = 1 << 5,       /* has a mentor record in any state */
	WHO_COORDINATOR = 1 << 6,
	WHO_ESCALATION = 1 << 7,
	WHO_ADMIN = 1 << 8,           /* runs the server; no programme right by that alone */
	/* towards the thing of the path */
	WHO_SEES = 1 << 9,            /* may know that it exists; without it every answer is 404 */
	WHO_OWNER = 1 << 10,          /* the mentee of a request; the person of a profile */
	WHO_CLAIMER = 1 << 11,        /* holds the claim, or held it when the request was closed */
	WHO_NAMED = 1 << 12,          /* the mentor asked by name, while the hold lasts */
	WHO_LATE = 1 << 13,           /* a mentor who comes after the claim: may learn who was first, no more */
	WHO_SERVER = 1 << 14          /* a command of our own processes; no address reaches it */
};

/* What the whole server is: settings that pages show. */
struct server {
	struct str base_url;          /* without a slash at the end */
	bool is_demo;                 /* second factor waived; said on each page */
};

enum { VISIT_PARAMS = 3, PAGE_ROWS = 25 };

struct visitor {
	struct person_id id;          /* none: signed out */
	struct str name;
	struct str email;
	struct str zone;              /* "UTC" when signed out */
	enum person_theme theme;
	bool has_keys;
	bool is_admin;
	struct session_id session;
	struct moment session_seen_at;
	/* in the programme of the path */
	struct str programme_name;
	struct mentor_id mentor;      /* none: no mentor record */
	enum mentor_state mentor_state;
	int64_t running;              /* claims held now */
	int64_t hours;                /* the mentor's week, bits */
	int64_t open_count;           /* requests waiting in this programme; for mentors and coordinators, else 0 */
};

struct visit {
	struct arena *arena;
	struct db *db;
	struct moment now;
	const struct random *random;
	const struct server *server;
	struct programme_cache *programmes;
	const struct request *request;
	struct reply *reply;
	const struct route *route;
	struct str params[VISIT_PARAMS];      /* what stood for :p, :id … in the path, in that order */
	struct visitor who;
	unsigned may;                         /* enum who bits */
	bool has_form_secret;
	struct secret form_secret;            /* of the session or, before sign-in, of the browser */
	struct programme_id programme_id;     /* none if the path has none */
	const struct programme *programme;    /* NULL if the path has none */
	void *thing;                          /* what the room's finder loaded for :id; the room knows its type */
	struct values *form;                  /* what was sent, read by the row's form; NULL on GET */
	enum outcome refusal;                 /* OK, or why the page is shown again */
	struct str refusal_words;             /* more exact than the outcome's words; may be empty */
	bool is_write;                        /* runs in the writer, in a savepoint */
};

/* True if the visitor has any of the bits. */
static inline bool
visit_may(const struct visit *v, unsigned bits)
{
	return (v->may & bits) != 0;
}

/* A fresh id for a row made now. */
int64_t visit_new_id(struct visit *);

/* Refuses with a sentence of its own instead of the outcome's: `return visit_refuse(v, REQUEST_TAKEN, words);` */
enum outcome visit_refuse(struct visit *, enum outcome, struct str words);

/* The form that was sent if it is this one (the page is shown again), else an empty one to be filled for the first showing. */
struct values *visit_values(struct visit *, const struct form *, const struct form_supply *);
bool visit_is_again(const struct visit *, const struct form *);

/* 303 to a path of ours; `done` (may be empty) names a row of access/done.def, whose words the next page shows in a notice. */
enum outcome visit_see_other(struct visit *, struct str path, struct str done);

/* Where the list goes on: the value of ?after=, an id; 0 at the start. */
int64_t visit_after(const struct visit *);

/* A page that writes into the reply; its content type is set. */
struct page visit_page(struct visit *);

/* A path of this server: "/x", never "//x", "/\x", a scheme or control bytes. */
bool visit_is_own_path(struct str path);
/* The path that ?next= names if it is one of ours, else "". */
struct str visit_next(const struct visit *);

/* Records what happened, in the transaction that did it. kind is a row of access/events.def. */
struct event_facts {
	struct request_id request;    /* none if not about one */
	struct person_id person;      /* whom it is about, none if nobody */
	struct str detail;            /* short; never a contact address, never note text */
};
enum outcome event_say(struct visit *, struct str kind, const struct event_facts *);

#endif
