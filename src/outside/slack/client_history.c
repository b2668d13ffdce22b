/* Our own messages among others, by the metadata that they carry. */
#include "outside/slack/client.h"

#include "base/arena.h"
#include "formats/json.h"

static const struct json_value *
object_in(const struct json_value *value, struct str name)
{
	const struct json_value *member = value == NULL ? NULL : json_member(value, name);

	return member != NULL && member->kind == JSON_IS_OBJECT ? member : NULL;
}

static struct str
text_in(const struct json_value *value, struct str name)
{
	const struct json_value *member = value == NULL ? NULL : json_member(value, name);

	return member != NULL && member->kind == JSON_IS_TEXT ? member->text : S("");
}

static bool
mark_of(const struct json_value *message, struct slack_mark *out)
{
	const struct json_value *metadata = object_in(message, S("metadata")), *payload = object_in(metadata, S("event_payload"));
	const struct json_value *number = payload == NULL ? NULL : json_member(payload, S("seq"));

	*out = (struct slack_mark){ .type = text_in(metadata, S("event_type")), .id = text_in(payload, S("id")),
		.number = number != NULL && number->kind == JSON_IS_WHOLE ? number->whole : 0 };
	return !str_is_empty(out->type) && !str_is_empty(out->id);
}

bool
slack_mark_read(struct arena *arena, struct str content, struct slack_mark *out)
{
	struct json_value json;

	*out = (struct slack_mark){ .type = S(""), .id = S("") };
	return json_read(arena, content, &json) == OK && json.kind == JSON_IS_OBJECT && mark_of(&json, out);
}

/* Of two names of messages the longer one, or the one whose digits are higher. */
static bool
is_newer(struct str a, struct str b)
{
	return a.length != b.length ? a.length > b.length : str_compare(a, b) > 0;
}

/* Slack says both that there is more and what to ask with; either alone is nothing to go by. */
static struct str
cursor_in(const struct json_value *json)
{
	const struct json_value *more = json_member(json, S("has_more"));

	return more != NULL && more->kind == JSON_IS_BOOL && more->whole == 1 ? text_in(object_in(json, S("response_metadata")), S("next_cursor")) : S("");
}

void
slack_history_find(struct arena *arena, struct str body, const struct slack_mark *of, struct slack_found *out)
{
	const struct json_value *messages;
	struct json_value json;

	*out = (struct slack_found){ .ts = S(""), .cursor = S("") };
	if (json_read(arena, body, &json) != OK || (messages = json_member(&json, S("messages"))) == NULL || messages->kind != JSON_IS_LIST)
		return;
	out->cursor = cursor_in(&json);
	for (size_t i = 0; i < messages->count; i++) {
		struct str ts = text_in(&messages->items[i], S("ts"));
		struct slack_mark found;

		if (!mark_of(&messages->items[i], &found) || !str_equal(found.type, of->type) || !str_equal(found.id, of->id) || !is_newer(ts, out->ts))
			continue;
		out->ts = ts;
		out->number = found.number;
	}
}
