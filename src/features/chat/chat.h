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

/* Nobody is linked to that account: Slack is asked for its address, once a day, if the operator allows it. Outside of what a refusal takes back. */
enum outcome chat_look_up(struct visit *, const struct slack_who *);

/* Somebody of Slack alone becomes a person, and a member of v->programme: they may ask for help at once. Without an address, which is no error. */
enum outcome chat_join(struct visit *, const struct slack_who *);

/* The account belongs to the visitor from now on; what its holder asked from Slack alone stays theirs. STALE if it is another member's. */
enum outcome chat_link_to(struct visit *, struct str team, struct str chat_user);

/* An address of ours where they link this account to theirs, within ten minutes, once; then they go on at `next`, a path of ours (empty: at
 * their accounts). */
enum outcome chat_link_address(struct visit *, const struct slack_who *, struct str next, struct str *out);

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
/* The modal that is open shows another view, if it is still the one that was seen. */
enum outcome chat_change(struct visit *, const struct slack_view_in *, struct str view);
/* The home of the one who looks, at most once in ten seconds; person: none if nobody is linked. hash: of what stands there, may be empty. */
enum outcome chat_home(struct visit *, struct person_id person, struct str user, struct str hash);
/* The same when something of theirs has changed; nothing if they never looked at it. */
enum outcome chat_home_again(struct visit *, struct person_id person);

/* The reply is JSON, or empty. */
void chat_reply(struct visit *, struct str json);

/* --- stopped.c: what Slack takes no more (SLACK.md 10) --- */

#define CHAT_TOKEN_CHANNEL S("slack-token")    /* as a channel is called that may be down; a room: LETTER_ROOM_CHANNEL and its id */

/* The token is no longer good, by Slack's word: nothing is sent until it is, letters to people go by mail, posts wait, administrators are told. Once:
 * *is_news is false from then on. */
enum outcome chat_stops(struct visit *, struct str why, bool *is_news);
/* The same, and our token is forgotten: the app was taken out of the workspace, or its token withdrawn. */
enum outcome chat_is_put_out(struct visit *, struct str why, bool *is_news);
/* There is a good token again: what was put off leaves at once. */
enum outcome chat_goes_on(struct visit *);
/* What was put off because it stood still is tried now. */
enum outcome chat_hurry(struct visit *);
/* A room takes nothing: coordinators of the programmes whose room it is are told what to do, unless they were. */
enum outcome chat_room_breaks(struct visit *, struct str room, struct str why, bool *is_news);
/* It takes what it is sent again. */
enum outcome chat_room_mends(struct visit *, struct str room);

#endif
