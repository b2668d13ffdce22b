/* Rooms that programmes named: Slack is asked what each is, one at a time, before anything private is posted there, and again each day. What it says
 * is told to the writer. */
#include "base/arena.h"
#include "base/buf.h"
#include "chat/chat.h"
#include "daemon/courier.h"
#include "sql/sql.h"
#include "system/log.h"

enum { LOOK_SECONDS = 5, AFTER_TROUBLE_SECONDS = 60, FRESH_DAYS = 1, TELLING_BYTES = 380 };

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

void
slack_rooms_ask(struct slack_lane *lane, struct process *process, struct exchange *exchange, struct arena *arena)
{
	struct slack_call call = { .method = SLACK_CALL_CHANNEL_INFO };
	int64_t now_us = clock_monotonic_us(&process->clock);
	struct str room;

	if (!lane->is_known || now_us < lane->rooms.look_at_us)
		return;
	lane->rooms.look_at_us = now_us + LOOK_SECONDS * US_PER_SECOND;
	if (!find_room(process, arena, &room))
		return;
	memcpy(lane->rooms.asked, room.at, room.length);
	lane->rooms.asked[room.length] = '\0';
	call.arguments[0] = (struct pair){ S("channel"), room };
	(void)slack_start(exchange, arena, &lane->server, &call, SLACK_ASK_ROOMS);
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
