/* What Slack is asked beside letters, one at a time: what a room is that a programme named, before anything private is posted there, and again each day;
 * and, where the operator allows it, the address of an account that is linked to nobody. What it says is told to the writer. */
#include "base/arena.h"
#include "base/buf.h"
#include "chat/chat.h"
#include "daemon/courier_asks.h"
#include "sql/sql.h"
#include "system/log.h"

enum { LOOK_SECONDS = 5, USER_SECONDS = 1, AFTER_TROUBLE_SECONDS = 60, FRESH_DAYS = 1, TELLING_BYTES = 380 };

/* The one that was asked about longest ago; false if none is due. */
static bool
find_room(struct process *process, struct arena *arena, struct str *room)
{
	struct moment before = moment_plus(clock_wall(&process->clock), -FRESH_DAYS * US_PER_DAY);
	struct db *db = process->world.db;
	struct chat_rooms_to_ask_rows rows = { .count = 0 };
	enum outcome said = sql_begin_read(db);

	if (said == OK)
		said = chat_rooms_to_ask(db, arena, before, 1, &rows);
	sql_end_read(db);
	if (said != OK || rows.count == 0 || rows.at[0].channel.length > SLACK_ID_MAX)
		return false;
	*room = rows.at[0].channel;
	return true;
}

static bool
find_user(struct process *process, struct arena *arena, struct chat_lookups_row *out)
{
	struct db *db = process->world.db;
	struct chat_lookups_rows rows = { .count = 0 };
	enum outcome said = sql_begin_read(db);

	if (said == OK)
		said = chat_lookups(db, arena, 1, &rows);
	sql_end_read(db);
	if (said != OK || rows.count == 0 || rows.at[0].chat_user.length > SLACK_ID_MAX || rows.at[0].team.length > SLACK_ID_MAX)
		return false;
	*out = rows.at[0];
	return true;
}

static void
keep(char to[SLACK_ID_MAX + 1], struct str id)
{
	memcpy(to, id.at, id.length);
	to[id.length] = '\0';
}

/* True if it is time to look, which it is not again for a while. */
static bool
is_time(int64_t *look_at_us, int64_t now_us, int64_t seconds)
{
	if (now_us < *look_at_us)
		return false;
	*look_at_us = now_us + seconds * US_PER_SECOND;
	return true;
}

void
slack_rooms_ask(struct slack_lane *lane, struct process *process, struct exchange *exchange, struct arena *arena)
{
	int64_t now_us = clock_monotonic_us(&process->clock);
	struct slack_call room = { .method = SLACK_CALL_CHANNEL_INFO }, user = { .method = SLACK_CALL_USER_INFO };
	struct chat_lookups_row lookup;
	struct str channel;

	if (!lane->is_known)
		return;
	if (is_time(&lane->rooms.look_at_us, now_us, LOOK_SECONDS) && find_room(process, arena, &channel)) {
		keep(lane->rooms.asked, channel);
		room.arguments[0] = (struct pair){ S("channel"), channel };
		(void)slack_start(exchange, arena, &lane->server, &room, SLACK_ASK_ROOMS);
	}
	if (process->orders.chat.links_by_email && is_time(&lane->users.look_at_us, now_us, USER_SECONDS) && find_user(process, arena, &lookup)) {
		keep(lane->users.asked, lookup.chat_user);
		keep(lane->users_team, lookup.team);
		user.arguments[0] = (struct pair){ S("user"), lookup.chat_user };
		(void)slack_start(exchange, arena, &lane->server, &user, SLACK_ASK_USERS);
	}
}

/* False if Slack could not be asked: it is asked again, later. */
static bool
is_heard(struct slack_asked *of, const struct slack_verdict *v)
{
	if (v->fate == SLACK_SENT || v->fate == SLACK_CHANNEL_BROKEN || v->fate == SLACK_PERSON_AWAY || v->fate == SLACK_NO_SUCH_USER)
		return of->asked[0] != '\0';
	of->look_at_us += AFTER_TROUBLE_SECONDS * US_PER_SECOND;
	LOG(LOG_WARN, "slack", LOG_TEXT("what", S("asked")), LOG_TEXT("error", v->error));
	return false;
}

static struct str
or_none(struct str word)
{
	return str_is_empty(word) || str_find(word, ' ') < word.length ? S("-") : word;
}

/* An answer that comes late is about whom was asked about then: Slack says itself who that is, and nothing is believed of anybody else. */
struct telling
slack_users_hear(struct slack_lane *lane, struct arena *arena, const struct exchange_answer *answer)
{
	struct buf body = buf_new(arena, TELLING_BYTES);
	struct str asked = str_from(lane->users.asked), team = str_from(lane->users_team);
	struct slack_verdict v;
	bool is_theirs, is_told;

	slack_verdict(arena, SLACK_CALL_USER_INFO, answer, &v);
	is_theirs = v.fate != SLACK_SENT || (str_equal(v.user, asked) && (str_is_empty(v.team) || str_equal(v.team, team)));
	if (!is_heard(&lane->users, &v) || !is_theirs)
		return (struct telling){ S(""), S("") };
	is_told = v.fate == SLACK_SENT && !v.is_bot && !v.is_deleted && !v.is_unconfirmed;
	buf_format(&body, "%.*s %.*s %.*s", STR_FORMAT(team), STR_FORMAT(asked), STR_FORMAT(is_told ? or_none(v.email) : S("-")));
	return body.is_overflown ? (struct telling){ S(""), S("") } : (struct telling){ S("slack-user"), buf_str(&body) };
}

/* A room that Slack does not show us counts as public. */
struct telling
slack_rooms_hear(struct slack_lane *lane, struct arena *arena, const struct exchange_answer *answer)
{
	struct buf body = buf_new(arena, TELLING_BYTES);
	struct str asked = str_from(lane->rooms.asked);
	struct slack_verdict v;

	slack_verdict(arena, SLACK_CALL_CHANNEL_INFO, answer, &v);
	if (!is_heard(&lane->rooms, &v) || (v.fate == SLACK_SENT && !str_equal(v.channel, asked)))
		return (struct telling){ S(""), S("") };
	buf_format(&body, "%.*s %d %d %.*s", STR_FORMAT(asked), v.is_private, v.is_member, STR_FORMAT(or_none(v.name)));
	return body.is_overflown ? (struct telling){ S(""), S("") } : (struct telling){ S("slack-room"), buf_str(&body) };
}
