/* What Slack is asked beside letters, one at a time: what a room is that a programme named, before anything private is posted there, and again each day;
 * and, where the operator allows it, the address of an account that is linked to nobody. What it says is told to the writer. */
#include "base/arena.h"
#include "base/buf.h"
#include "chat/chat.h"
#include "daemon/courier.h"
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

/* Slack that could not be asked is asked again; whoever it does not know, or whose address it does not tell, is not. */
struct telling
slack_users_hear(struct slack_lane *lane, struct arena *arena, const struct exchange_answer *answer)
{
	struct buf body = buf_new(arena, TELLING_BYTES);
	struct slack_verdict v;
	bool is_told;

	slack_verdict(arena, SLACK_CALL_USER_INFO, answer, &v);
	if (v.fate == SLACK_LATER || v.fate == SLACK_LIMITED || v.fate == SLACK_TOKEN_DEAD || lane->users.asked[0] == '\0') {
		lane->users.look_at_us += AFTER_TROUBLE_SECONDS * US_PER_SECOND;
		return (struct telling){ S(""), S("") };
	}
	is_told = v.fate == SLACK_SENT && !v.is_bot && !v.is_deleted && !v.is_unconfirmed && !str_is_empty(v.email) && str_find(v.email, ' ') == v.email.length;
	buf_format(&body, "%s %s %.*s", lane->users_team, lane->users.asked, STR_FORMAT(is_told ? v.email : S("-")));
	return body.is_overflown ? (struct telling){ S(""), S("") } : (struct telling){ S("slack-user"), buf_str(&body) };
}

struct telling
slack_rooms_hear(struct slack_lane *lane, struct arena *arena, const struct exchange_answer *answer)
{
	struct buf body = buf_new(arena, TELLING_BYTES);
	struct slack_verdict v;
	bool is_known;

	slack_verdict(arena, SLACK_CALL_CHANNEL_INFO, answer, &v);
	is_known = v.fate == SLACK_SENT;
	if (!is_known && v.fate != SLACK_CHANNEL_BROKEN) {
		LOG(LOG_WARN, "slack", LOG_TEXT("what", S("rooms")), LOG_TEXT("error", v.error));
		lane->rooms.look_at_us += AFTER_TROUBLE_SECONDS * US_PER_SECOND;
		return (struct telling){ S(""), S("") };
	}
	buf_format(&body, "%s %d %d %.*s", lane->rooms.asked, is_known && v.is_private, is_known && v.is_member,
	    STR_FORMAT(str_is_empty(v.name) || str_find(v.name, ' ') < v.name.length ? S("-") : v.name));
	return body.is_overflown || lane->rooms.asked[0] == '\0' ? (struct telling){ S(""), S("") } : (struct telling){ S("slack-room"), buf_str(&body) };
}
