/* One visit: who asks what, of which programme, at what moment, with which database. The guard fills it from the route row before a handler
 * runs; the handler never asks for roles, tokens or sizes. The same struct serves a page in web, a write in the writer and a story. */
#ifndef ACCESS_VISIT_H
#define ACCESS_VISIT_H

#include <stdbool.h>
#include <stdint.h>

#include "access/event.h"
#include "access/who.h"
#include "base/moment.h"
#include "base/outcome.h"
#include "base/schema_types.h"
#include "base/str.h"
#include "formats/table.h"
#include "forms/form.h"
#include "http/reply.h"
#include "http/request.h"
#include "letters/letters.h"
#include "secrets/seal.h"
#include "secrets/secrets.h"

struct arena;
struct db;
struct page;
struct programme;
struct programme_cache;
struct random;
struct route;

/* What the whole server is: settings that pages show. */
struct server {
	struct str base_url, language;    /* without a slash at the end; of who asks for none (empty: English) */
	bool is_demo;                 /* second factor waived; said on each page */
	struct seal_ring ring;        /* the keys that this process holds */
	struct str slack_secrets, slack_room;    /* what Slack signs with, empty: nothing of Slack is there; the mentors' room, empty: none */
	struct str slack_api_url, slack_client_id; bool has_slack_token, slack_links_by_email, slack_has_history;    /* of the app that is connected over OAuth (no id: it is not); the token is a setting; an address that Slack knows of somebody links them; it may look for posts of its own */
	struct str metrics_token; int64_t idle_months;    /* who knows it reads the server's numbers, empty: nobody does; after which an unused account is warned and ends, 0: never */
	struct meters *meters;        /* how long answers took (daemon/meters.h); NULL: nobody counts */
};

enum { VISIT_PARAMS = 3, PAGE_ROWS = 25 };

struct visitor {
	struct person_id id;          /* none: signed out */
	struct str name, email;
	struct str zone, language;    /* "UTC" when signed out; that they chose (empty: none) */
	enum person_theme theme;
	bool has_keys, is_admin;
	struct session_id session;
	struct moment session_seen_at, session_ends_at;
	bool is_shared;               /* the computer */
	bool has_factor;              /* a second factor is asked at sign-in */
	bool is_high;                 /* holds a role somewhere that opens by a second factor; never in the demo */
	bool is_fresh;                /* proved who it is within ten minutes; always in the demo */
	unsigned held_back;           /* enum who bits that a second factor would open */
	/* in the programme of the path */
	struct moment stands_in_until;    /* coordinates for somebody who is away, until then; none: does not, or holds the role itself */
	struct str programme_name; bool asks_forms, has_services, has_openings;    /* it takes applications; requests; projects declare openings */
	struct mentor_id mentor;      /* none: no mentor record */
	enum mentor_state mentor_state;
	int64_t running;              /* claims held now */
	int64_t hours;                /* the mentor's week, bits */
	bool has_directory; int64_t open_count;           /* requests waiting in this programme; for mentors and coordinators, else 0 */
};

/* What a program may try instead of what was taken. */
struct instead { struct str id, number, title; };

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
	bool has_kept_words;                  /* what was written is kept for the visitor, though the act was refused */
	bool has_form_secret;
	struct secret form_secret;            /* of the session or, before sign-in, of the browser */
	struct person_id lapsed;              /* whose session this browser had, if it is over: whose forms are kept */
	struct secret lapsed_secret;          /* of that session */
	struct programme_id programme_id;     /* none if the path has none */
	const struct programme *programme;    /* NULL if the path has none */
	void *thing;                          /* what the room's finder loaded for :id; the room knows its type */
	int64_t thing_id, thing_version;      /* of the thing, if it has one: what If-Match is held against */
	struct str thing_state;               /* as it was found */
	struct str kept_target, kept_body;    /* set by form_kept_show(): the form that is shown instead; else empty */
	struct values *form;                  /* what was sent, read by the row's form; NULL on GET */
	enum outcome refusal;                 /* OK, or why the page is shown again */
	struct str refusal_words;             /* more exact than the outcome's words; may be empty */
	int64_t wait_seconds;                 /* of TOO_MANY: when to come back; 0 = not known */
	bool is_write;                        /* runs in the writer, in a savepoint */
	bool has_acted;                       /* its form was fine and the handler ran */
	struct str present;                   /* JSON for a program: with CHANGED_SINCE the thing as it is, and its tag; what many acts became */
	struct str present_tag;
	struct str first;                     /* with REQUEST_TAKEN: who was first, and what else waits */
	struct { const struct instead *at; size_t count; } instead;
	int64_t newest_id;                    /* of visit_new_id() */
	struct str made_at_path;              /* the address of what a program made (201) */
};

/* True if the visitor has any of the bits. */
static inline bool
visit_may(const struct visit *v, unsigned bits)
{
	return (v->may & bits) != 0;
}

/* What writing letters takes, of this visit. */
struct letter_desk visit_letters(struct visit *);

/* A fresh id for a row made now, greater than those before it in this visit: of two events of one act the second stands behind the first. */
int64_t visit_new_id(struct visit *);

/* Refuses with a sentence of its own instead of the outcome's: `return visit_refuse(v, REQUEST_TAKEN, words);` */
enum outcome visit_refuse(struct visit *, enum outcome, struct str words);

/* The form that was sent if it is this one (the page is shown again), else an empty one to be filled for the first showing. */
struct values *visit_values(struct visit *, const struct form *, const struct form_supply *);
bool visit_is_again(const struct visit *, const struct form *);

/* Two who edit the same: CHANGED_SINCE, with words, if the form says that it was filled from other values than these. A form that says
 * nothing (a program's, which has If-Match) passes. */
enum outcome visit_has_seen(struct visit *, const struct values *present);

/* 303 to a path of ours; `done` (may be empty) names a row of access/done.def, whose words the next page shows in a notice. */
enum outcome visit_see_other(struct visit *, struct str path, struct str done);

/* The reply becomes a file to keep, "NAME.csv", "NAME.json" or "NAME.xlsx", that no cache holds. */
void visit_send_table(struct visit *, const char *name, enum table_kind);
/* Where the list goes on: the value of ?after=, an id; 0 at the start. */
int64_t visit_after(const struct visit *);

/* What the visitor reads: as they chose, else as the browser asks, else the server's. Never empty. */
struct str visit_language(const struct visit *);
/* A page that writes into the reply; its content type is set. */
struct page visit_page(struct visit *);

/* A path of this server: "/x", never "//x", "/\x", a scheme or control bytes. */
bool visit_is_own_path(struct str path);
/* The path that ?next= names if it is one of ours, else "". */
struct str visit_next(const struct visit *);

#endif
