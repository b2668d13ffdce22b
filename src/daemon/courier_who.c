/* Who we are in Slack, what we may there, and what the mentors' room is: asked at first, and again each hour, since all of it changes while the token
 * stays the same (SLACK.md 10). */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "daemon/courier_asks.h"
#include "outside/slack/message_manifest.h"
#include "system/log.h"

enum { ASK_AGAIN_SECONDS = 60, ASK_ANEW_SECONDS = 3600, TELLING_BYTES = 380 };

void
slack_lane_asks(struct slack_lane *lane, struct exchange *exchange, struct arena *arena, int64_t now_us)
{
	struct slack_call who = { .method = SLACK_CALL_AUTH_TEST };

	if (now_us < lane->ask_at_us || str_is_empty(lane->server.token))
		return;
	lane->ask_at_us = now_us + (lane->is_stopped ? SLACK_STOPPED_SECONDS : ASK_AGAIN_SECONDS) * US_PER_SECOND;
	(void)slack_start(exchange, arena, &lane->server, &who, SLACK_ASK_WHO);
}

static struct str
or_none(struct str word)
{
	return str_is_empty(word) || str_find(word, ' ') < word.length ? S("-") : word;
}

/* What the token may changes while it stays the same: asked again each hour, and told when it is no longer what it was. */
static struct telling
tell_who(struct slack_lane *lane, struct arena *arena, const struct slack_verdict *v)
{
	struct str scopes = str_is_empty(v->scopes) ? S("") : slack_scopes_known(arena, v->scopes);
	bool is_news = !lane->is_known || lane->is_stopped || !str_equal(str_from(lane->scopes), scopes);
	struct buf body = buf_new(arena, TELLING_BYTES);

	snprintf(lane->scopes, sizeof(lane->scopes), "%.*s", STR_FORMAT(scopes));
	lane->is_known = true;
	lane->is_stopped = false;
	lane->ask_at_us = clock_monotonic_us(lane->clock) + ASK_ANEW_SECONDS * US_PER_SECOND;
	if (!is_news)
		return (struct telling){ S(""), S("") };
	buf_format(&body, "%.*s %.*s %.*s %.*s", STR_FORMAT(or_none(v->team)), STR_FORMAT(or_none(v->app_id)), STR_FORMAT(or_none(v->user)),
	    STR_FORMAT(or_none(scopes)));
	return body.is_overflown || str_is_empty(v->team) ? (struct telling){ S(""), S("") } : (struct telling){ S("slack-install"), buf_str(&body) };
}

static struct telling
tell_room(const struct slack_lane *lane, struct arena *arena, const struct slack_verdict *v)
{
	struct buf body = buf_new(arena, TELLING_BYTES);

	buf_format(&body, "%.*s %d %d %.*s", STR_FORMAT(lane->room), v->is_private ? 1 : 0, v->is_member ? 1 : 0, STR_FORMAT(or_none(v->name)));
	return (struct telling){ S("slack-room"), buf_str(&body) };
}

/* Who we are; then what the room is. */
static struct telling
hear_who(struct slack_lane *lane, struct exchange *exchange, struct arena *arena, const struct exchange_answer *answer)
{
	bool is_room = answer->token == SLACK_ASK_ROOM;
	struct slack_call room = { .method = SLACK_CALL_CHANNEL_INFO, .arguments = { { S("channel"), lane->room } } };
	struct slack_verdict v;

	slack_verdict(arena, is_room ? SLACK_CALL_CHANNEL_INFO : SLACK_CALL_AUTH_TEST, answer, &v);
	if (v.fate != SLACK_SENT) {
		LOG(LOG_WARN, "slack", LOG_TEXT("what", is_room ? S("room") : S("token")), LOG_TEXT("words", str_is_empty(v.error) ? slack_fate_words(v.fate) : v.error));
		if (v.fate == SLACK_TOKEN_DEAD)
			slack_lane_stops(lane, v.error);
		return (struct telling){ S(""), S("") };
	}
	if (is_room)
		return tell_room(lane, arena, &v);
	if (!str_is_empty(lane->room))
		(void)slack_start(exchange, arena, &lane->server, &room, SLACK_ASK_ROOM);
	return tell_who(lane, arena, &v);
}

struct telling
slack_lane_hears(struct slack_lane *lane, struct exchange *exchange, struct arena *arena, const struct exchange_answer *answer)
{
	if (answer->token == SLACK_ASK_ROOMS)
		return slack_rooms_hear(lane, arena, answer);
	if (answer->token == SLACK_ASK_USERS)
		return slack_users_hear(lane, arena, answer);
	if (answer->token == SLACK_ASK_CODE)
		return slack_code_answered(lane, arena, answer);
	return hear_who(lane, exchange, arena, answer);
}
