/* What a story's outside holds and reads: a room of Slack's, what Slack says of it page by page; a mail as its reader sees it. */
#ifndef STORY_OUTSIDE_H
#define STORY_OUTSIDE_H

#include "story_letters.h"
#include "system/exchange.h"

enum { STANDS_MOST = 800, PAGES_MOST = 8 };

/* Messages in the order in which they came; name: what Slack calls one. */
struct slack_room {
	struct { struct str name, body; } at[STANDS_MOST];
	size_t count;
	int64_t pages;                /* that were asked for */
};

/* What links lead to. */
struct outside_pages {
	struct { struct str url, to; int status; } at[PAGES_MOST];
	size_t count;
};

/* --- outside_pages.c --- */

struct exchange_answer pages_answer(const struct outside_pages *, struct str url);
/* "outside page https://a.example/ is 404", "… is 301 https://b.example/", "… is nowhere". */
bool pages_take(struct tale *, struct outside_pages *, const struct str *words, size_t count);

/* --- outside_room.c --- */

/* What stands between the name, with its quotes and colon, and the next quote; empty: it is not there. */
struct str json_word(struct str json, struct str name);
/* It stands there from now on, by the name that it gets. */
struct str room_takes(struct tale *, struct slack_room *, struct str body);
bool room_has(const struct slack_room *, struct str name);
/* conversations.history (thread: empty) or conversations.replies, as the arguments say: oldest, latest, limit, cursor. */
struct str room_page(struct tale *, struct slack_room *, struct str thread, struct str arguments);

/* --- outside_mail.c --- */

/* Of a header by its name, with the colon; empty: it has none. */
struct str mail_header(struct str mail, struct str name);
/* Quoted-printable undone. */
struct str mail_readable(struct tale *, struct str mail);

#endif
