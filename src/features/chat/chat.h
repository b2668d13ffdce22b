/* What rooms ask of chat: who acts, whether this came before, how to answer one person. Everything runs in the transaction of the act. */
#ifndef CHAT_CHAT_H
#define CHAT_CHAT_H

#include "access/visit.h"
#include "chat/store_shared.h"
#include "outside/slack/message_in.h"
#include "outside/slack/message_people.h"

enum { CHAT_TICKET_MINUTES = 10, CHAT_SEEN_HOURS = 24 };

/* --- chat.c --- */

/* Whether the call comes from the workspace and the app that are ours. Before Slack told which those are, the first workspace whose call is
 * signed is taken for ours; nobody but our own app can have signed it. */
enum outcome chat_is_ours(struct visit *, const struct slack_who *, bool *out);

/* The visitor becomes whoever is linked to that account, with their roles in v->programme (NULL: in none), never a high one.
 * *is_known false: nobody is. */
enum outcome chat_enter(struct visit *, const struct slack_who *, bool *is_known);

/* Somebody of Slack alone becomes a person, and a member of v->programme: they may ask for help at once. Without an address, which is no error. */
enum outcome chat_join(struct visit *, const struct slack_who *);

/* The account belongs to the visitor from now on; what its holder asked from Slack alone stays theirs. STALE if it is another member's. */
enum outcome chat_link_to(struct visit *, struct str team, struct str chat_user);

/* An address of ours where they link this account to theirs, within ten minutes, once. */
enum outcome chat_link_address(struct visit *, const struct slack_who *, struct str *out);

/* --- seen.c --- */

/* What was answered to this before; *is_again false: nothing was. */
enum outcome chat_seen_before(struct visit *, struct str source, struct str outer_id, bool *is_again);
/* Remembers the reply as it stands. STORE_CONFLICT if the same came at the same moment. */
enum outcome chat_seen_now(struct visit *, struct str source, struct str outer_id);

/* --- say.c: what leaves by the outbox --- */

/* To the one who pressed, by the response_url of the press; finished JSON. Nothing without an address. */
enum outcome chat_answer(struct visit *, struct str response_url, struct str content);
/* The modal is opened at once; if that comes too late, `instead` is answered. */
struct chat_modal {
	struct str trigger_id, view, response_url, instead;
};
enum outcome chat_open(struct visit *, const struct chat_modal *);
/* The home of the one who looks; hash: of what stands there, may be empty. */
enum outcome chat_home(struct visit *, struct slack_id user, struct str view, struct str hash);

/* The reply is JSON, or empty. */
void chat_reply(struct visit *, struct str json);

/* --- stopped.c: what Slack takes no more (SLACK.md 10) --- */

#define CHAT_TOKEN_CHANNEL S("slack-token")    /* as channels are called that may be down: the token, … */
#define CHAT_ROOM_CHANNEL S("slack-room")      /* … the mentors' room */

/* The token is no longer good, by Slack's word: nothing is sent until it is, letters to people go by mail, posts wait, administrators are told. Once. */
enum outcome chat_stops(struct visit *, struct str why);
/* The same, and our token is forgotten: the app was taken out of the workspace, or its token withdrawn. */
enum outcome chat_is_put_out(struct visit *, struct str why);
/* There is a good token again: what was put off leaves at once. */
enum outcome chat_goes_on(struct visit *);
/* What was put off because it stood still is tried now. */
enum outcome chat_hurry(struct visit *);
/* The mentors' room takes nothing: coordinators are told what to do, unless they were. */
enum outcome chat_room_breaks(struct visit *, struct str why, bool *is_news);

#endif
