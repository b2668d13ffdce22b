/* Pages as Slack makes them: of a room the newest first, of a thread the oldest; never more than were asked for, and a cursor where more stand. */
#include "outside.h"

#include "base/arena.h"
#include "base/check.h"
#include "outside/slack/client.h"

enum { NAME_BYTES = 40, PAGE_BYTES = 32 << 10, PAGE_USUAL = 100, SECONDS_DIGITS = 10 };

struct str
json_word(struct str json, struct str name)
{
	for (size_t i = 0; i < json.length; i++) {
		struct str rest = str_skip(json, i);

		if (str_starts(rest, name))
			return str_head(str_skip(rest, name.length), str_find(str_skip(rest, name.length), '"'));
	}
	return S("");
}

struct str
room_takes(struct tale *t, struct slack_room *room, struct str body)
{
	struct buf name = buf_new(t->arena, NAME_BYTES);

	check(room->count < STANDS_MOST);
	buf_format(&name, "%lld.%06lld", (long long)(t->now.us / US_PER_SECOND), (long long)++t->slack_ts);
	room->at[room->count].name = buf_str(&name);
	room->at[room->count++].body = body;
	return buf_str(&name);
}

bool
room_has(const struct slack_room *room, struct str name)
{
	for (size_t i = 0; i < room->count; i++)
		if (str_equal(room->at[i].name, name))
			return true;
	return false;
}

/* The whole number behind "name=" among the arguments of a form. */
static int64_t
argument(struct str arguments, struct str name, int64_t otherwise)
{
	struct str pair;
	int64_t value;

	while (str_next(&arguments, '&', &pair))
		if (str_starts(pair, name) && str_whole(str_skip(pair, name.length), &value))
			return value;
	return otherwise;
}

static bool
is_asked_for(const struct slack_room *room, size_t i, struct str thread, struct str arguments)
{
	int64_t at;

	if (!str_equal(json_word(room->at[i].body, S("\"thread_ts\":\"")), thread) || !str_whole(str_head(room->at[i].name, SECONDS_DIGITS), &at))
		return false;
	return at >= argument(arguments, S("oldest="), 0) && at <= argument(arguments, S("latest="), INT64_MAX);
}

/* Its name and, of ours, the metadata. */
static void
print(struct tale *t, const struct slack_room *room, size_t i, struct buf *out)
{
	struct slack_mark mark;

	buf_format(out, ",{\"ts\":\"%.*s\"", STR_FORMAT(room->at[i].name));
	if (slack_mark_read(t->arena, room->at[i].body, &mark))
		buf_format(out, ",\"metadata\":{\"event_type\":\"%.*s\",\"event_payload\":{\"id\":\"%.*s\",\"seq\":%lld}}", STR_FORMAT(mark.type), STR_FORMAT(mark.id),
		    (long long)mark.number);
	buf_char(out, '}');
}

struct str
room_page(struct tale *t, struct slack_room *room, struct str thread, struct str arguments)
{
	struct buf out = buf_new(t->arena, PAGE_BYTES);
	int64_t limit = argument(arguments, S("limit="), PAGE_USUAL), skipped = 0, from = argument(arguments, S("cursor="), 0), shown = 0;

	room->pages++;
	buf_add(&out, S("{\"ok\":true,\"messages\":[{}"));
	for (size_t k = 0; k < room->count; k++) {
		size_t i = str_is_empty(thread) ? room->count - 1 - k : k;

		if (!is_asked_for(room, i, thread, arguments) || skipped++ < from)
			continue;
		if (shown++ < limit)
			print(t, room, i, &out);
	}
	buf_format(&out, "],\"has_more\":%s,\"response_metadata\":{\"next_cursor\":\"", shown > limit ? "true" : "false");
	if (shown > limit)
		buf_whole(&out, from + limit);
	buf_add(&out, S("\"}}"));
	check(!out.is_overflown);
	return buf_str(&out);
}
