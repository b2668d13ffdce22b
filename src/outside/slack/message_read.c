/* The small readers that the readers of what comes in are made of. */
#include "outside/slack/message_read.h"

#include "base/arena.h"

/* No more values than separators: counted before anything is built, so that a body of commas cannot fill the memory. */
static bool
has_few_items(struct str json)
{
	size_t items = 1;

	for (size_t i = 0; i < json.length; i++)
		items += json.at[i] == ',' || json.at[i] == '{' || json.at[i] == '[';
	return items <= SLACK_IN_ITEMS;
}

enum outcome
slack_json_read(struct arena *arena, struct str json, struct json_value *out)
{
	if (json.length == 0 || json.length > SLACK_BODY_MAX || !has_few_items(json) || json_read(arena, json, out) != OK ||
	    out->kind != JSON_IS_OBJECT)
		return BAD_REQUEST;
	return OK;
}

enum outcome
slack_payload_read(struct arena *arena, struct str body, struct json_value *out)
{
	struct pairs pairs;

	if (body.length > SLACK_BODY_MAX || request_read_form(arena, body, &pairs) != OK || pairs.count != 1 ||
	    !str_equal(pairs.at[0].name, S("payload")))
		return BAD_REQUEST;
	return slack_json_read(arena, pairs.at[0].value, out);
}

const struct json_value *
slack_read_member(struct slack_reader *r, const struct json_value *object, const char *name, enum json_kind kind)
{
	const struct json_value *member = object == NULL ? NULL : json_member(object, str_from(name));

	if (member == NULL || member->kind == JSON_IS_NULL)
		return NULL;
	if (member->kind == kind)
		return member;
	r->is_odd = true;
	return NULL;
}

struct str
slack_read_text(struct slack_reader *r, const struct json_value *object, const char *name, size_t most)
{
	const struct json_value *member = slack_read_member(r, object, name, JSON_IS_TEXT);

	if (member == NULL)
		return S("");
	if (member->text.length > most) {
		r->is_odd = true;
		return S("");
	}
	return member->text;
}

bool
slack_is_token(struct str s, size_t most)
{
	for (size_t i = 0; i < s.length; i++)
		if ((unsigned char)s.at[i] <= ' ' || (unsigned char)s.at[i] >= 0x7F)
			return false;
	return s.length <= most;
}

struct str
slack_read_token(struct slack_reader *r, const struct json_value *object, const char *name)
{
	struct str text = slack_read_text(r, object, name, SLACK_IN_TOKEN);

	if (slack_is_token(text, SLACK_IN_TOKEN))
		return text;
	r->is_odd = true;
	return S("");
}

struct slack_id
slack_read_id(struct slack_reader *r, const struct json_value *object, const char *name, const char *kinds)
{
	struct str text = slack_read_text(r, object, name, SLACK_IN_TOKEN);
	struct slack_id id = { { NULL, 0 } };

	if (text.length > 0 && !slack_id_read(text, kinds, &id))
		r->is_odd = true;
	return id;
}

bool
slack_is_url(struct str s)
{
	return slack_is_token(s, SLACK_IN_URL) && (str_starts(s, S("https://")) || str_starts(s, S("http://")));
}

struct str
slack_read_url(struct slack_reader *r, const struct json_value *object, const char *name)
{
	struct str text = slack_read_text(r, object, name, SLACK_IN_URL);

	if (text.length == 0 || slack_is_url(text))
		return text;
	r->is_odd = true;
	return S("");
}

void
slack_read_who(struct slack_reader *r, const struct json_value *payload, struct slack_who *out)
{
	const struct json_value *user = slack_read_member(r, payload, "user", JSON_IS_OBJECT);
	const struct json_value *team = slack_read_member(r, payload, "team", JSON_IS_OBJECT);

	out->user = slack_read_id(r, user, "id", "UW");
	out->team = team != NULL ? slack_read_id(r, team, "id", "T") : slack_read_id(r, user, "team_id", "T");
	out->api_app_id = slack_read_token(r, payload, "api_app_id");
	out->name = slack_clean(r->arena, slack_read_text(r, user, "name", SLACK_IN_TOKEN), false);
	if (out->user.text.length == 0 || out->team.text.length == 0)
		r->is_odd = true;
}

/* {"value": …} of a chosen option. */
static struct str
option_value(struct slack_reader *r, const struct json_value *option)
{
	return slack_read_text(r, option, "value", SLACK_IN_WORDS);
}

struct str_list
slack_read_values(struct slack_reader *r, const struct json_value *element)
{
	static const char *const single[] = { "value", "selected_date", "selected_time", "selected_user", "selected_conversation",
		"selected_channel" };
	const struct json_value *one = slack_read_member(r, element, "selected_option", JSON_IS_OBJECT);
	const struct json_value *many = slack_read_member(r, element, "selected_options", JSON_IS_LIST);
	struct str_list values = { ARENA_MANY(r->arena, (many == NULL ? 0 : many->count) + 1, struct str), 0 };

	if (one != NULL) {
		values.at[values.count++] = option_value(r, one);
		return values;
	}
	for (size_t i = 0; many != NULL && i < many->count; i++)
		values.at[values.count++] = option_value(r, &many->items[i]);
	for (size_t i = 0; many == NULL && i < sizeof(single) / sizeof(single[0]) && values.count == 0; i++) {
		struct str text = slack_read_text(r, element, single[i], SLACK_IN_WORDS);

		if (text.length > 0)
			values.at[values.count++] = text;
	}
	return values;
}

/* state.values[block_id][action_id] */
static void
read_answers(struct slack_reader *r, const struct json_value *values, struct slack_view_in *out)
{
	size_t count = 0;

	for (size_t i = 0; values != NULL && i < values->count; i++)
		count += values->items[i].count;
	out->answers = ARENA_MANY(r->arena, count + 1, struct slack_answer);
	for (size_t i = 0; values != NULL && i < values->count; i++) {
		const struct json_value *block = &values->items[i];

		if (block->kind != JSON_IS_OBJECT)
			r->is_odd = true;
		for (size_t k = 0; block->kind == JSON_IS_OBJECT && k < block->count; k++) {
			struct slack_answer *answer = &out->answers[out->answer_count++];

			if (block->items[k].kind != JSON_IS_OBJECT)
				r->is_odd = true;
			answer->block_id = block->name;
			answer->action_id = block->items[k].name;
			answer->type = slack_read_token(r, &block->items[k], "type");
			answer->values = slack_read_values(r, &block->items[k]);
		}
	}
}

static void
read_inputs(struct slack_reader *r, const struct json_value *blocks, struct slack_view_in *out)
{
	out->inputs.at = ARENA_MANY(r->arena, (blocks == NULL ? 0 : blocks->count) + 1, struct str);
	for (size_t i = 0; blocks != NULL && i < blocks->count; i++) {
		const struct json_value *block = &blocks->items[i];
		struct str id = slack_read_text(r, block, "block_id", SLACK_IN_TOKEN);

		if (str_equal(slack_read_text(r, block, "type", SLACK_IN_TOKEN), S("input")) && id.length > 0)
			out->inputs.at[out->inputs.count++] = id;
	}
}

void
slack_read_view(struct slack_reader *r, const struct json_value *payload, struct slack_view_in *out)
{
	const struct json_value *view = slack_read_member(r, payload, "view", JSON_IS_OBJECT);
	const struct json_value *state = slack_read_member(r, view, "state", JSON_IS_OBJECT);

	if (view == NULL)
		return;
	out->id = slack_read_token(r, view, "id");
	out->hash = slack_read_token(r, view, "hash");
	out->type = slack_read_token(r, view, "type");
	out->callback_id = slack_read_text(r, view, "callback_id", SLACK_IN_TOKEN);
	out->private_metadata = slack_read_text(r, view, "private_metadata", SLACK_IN_WORDS);
	read_answers(r, slack_read_member(r, state, "values", JSON_IS_OBJECT), out);
	read_inputs(r, slack_read_member(r, view, "blocks", JSON_IS_LIST), out);
	if (out->id.length == 0)
		r->is_odd = true;
}
