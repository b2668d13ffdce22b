/* What is pressed, sent and closed. */
#include "base/arena.h"
#include "outside/slack/message_in.h"
#include "outside/slack/message_read.h"

static bool
kind_of(struct str type, enum slack_interact_kind *out)
{
	static const char *const types[] = { [SLACK_ACTIONS] = "block_actions", [SLACK_SUBMISSION] = "view_submission",
		[SLACK_CLOSED] = "view_closed", [SLACK_SHORTCUT] = "shortcut", [SLACK_MESSAGE_SHORTCUT] = "message_action" };

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (str_equal(type, str_from(types[i]))) {
			*out = (enum slack_interact_kind)i;
			return true;
		}
	return false;
}

static void
read_actions(struct slack_reader *r, const struct json_value *payload, struct slack_interact *out)
{
	const struct json_value *actions = slack_read_member(r, payload, "actions", JSON_IS_LIST);

	if (actions == NULL)
		return;
	out->actions = ARENA_MANY(r->arena, actions->count + 1, struct slack_action);
	for (size_t i = 0; i < actions->count; i++) {
		const struct json_value *one = &actions->items[i];
		struct slack_action *action = &out->actions[out->action_count++];

		action->block_id = slack_read_text(r, one, "block_id", SLACK_IN_TOKEN);
		action->action_id = slack_read_text(r, one, "action_id", SLACK_IN_TOKEN);
		action->type = slack_read_token(r, one, "type");
		action->action_ts = slack_read_token(r, one, "action_ts");
		action->values = slack_read_values(r, one);
		if (action->action_id.length == 0)
			r->is_odd = true;
	}
}

/* The room and message that it happened on; in modals and at home there is neither. */
static void
read_place(struct slack_reader *r, const struct json_value *payload, struct slack_interact *out)
{
	const struct json_value *container = slack_read_member(r, payload, "container", JSON_IS_OBJECT);
	const struct json_value *message = slack_read_member(r, payload, "message", JSON_IS_OBJECT);
	const struct json_value *channel = slack_read_member(r, payload, "channel", JSON_IS_OBJECT);

	out->channel = channel != NULL ? slack_read_id(r, channel, "id", "CGD") : slack_read_id(r, container, "channel_id", "CGD");
	out->message_ts = slack_read_token(r, message, "ts");
	if (out->message_ts.length == 0)
		out->message_ts = slack_read_token(r, container, "message_ts");
}

static bool
is_domain(struct str s)
{
	for (size_t i = 0; i < s.length; i++)
		if (!((s.at[i] >= 'a' && s.at[i] <= 'z') || (s.at[i] >= '0' && s.at[i] <= '9') || s.at[i] == '-'))
			return false;
	return s.length > 0 && s.length <= 63;
}

/* Slack does not send the link of a message, but its parts. */
static void
make_permalink(struct slack_reader *r, const struct json_value *payload, struct slack_interact *out)
{
	struct str domain = slack_read_token(r, slack_read_member(r, payload, "team", JSON_IS_OBJECT), "domain");
	size_t dot = str_find(out->message_ts, '.');

	if (!is_domain(domain) || out->channel.text.length == 0 || dot == out->message_ts.length)
		return;
	for (size_t i = 0; i < out->message_ts.length; i++)
		if (i != dot && (out->message_ts.at[i] < '0' || out->message_ts.at[i] > '9'))
			return;
	out->permalink = str_join(r->arena, 7, (struct str[]){ S("https://"), domain, S(".slack.com/archives/"), out->channel.text, S("/p"),
		str_head(out->message_ts, dot), str_skip(out->message_ts, dot + 1) });
}

/* What must be there, by the kind. */
static bool
is_whole(const struct slack_interact *i)
{
	switch (i->kind) {
	case SLACK_SUBMISSION:
	case SLACK_CLOSED:
		return i->view.id.length > 0;
	case SLACK_SHORTCUT:
	case SLACK_MESSAGE_SHORTCUT:
		return i->callback_id.length > 0 && i->trigger_id.length > 0;
	case SLACK_ACTIONS:
		return i->action_count > 0;
	}
	return false;
}

enum outcome
slack_interact_read(struct arena *arena, struct str body, struct slack_interact *out)
{
	struct slack_reader r = { arena, false };
	struct json_value payload;

	*out = (struct slack_interact){ .kind = SLACK_ACTIONS };
	TRY(slack_payload_read(arena, body, &payload));
	if (!kind_of(slack_read_token(&r, &payload, "type"), &out->kind))
		return BAD_REQUEST;
	slack_read_who(&r, &payload, &out->who);
	out->trigger_id = slack_read_token(&r, &payload, "trigger_id");
	out->response_url = slack_read_url(&r, &payload, "response_url");
	out->callback_id = slack_read_text(&r, &payload, "callback_id", SLACK_IN_TOKEN);
	slack_read_view(&r, &payload, &out->view);
	if (out->kind == SLACK_ACTIONS || out->kind == SLACK_MESSAGE_SHORTCUT)
		read_place(&r, &payload, out);
	if (out->kind == SLACK_ACTIONS)
		read_actions(&r, &payload, out);
	if (out->kind == SLACK_MESSAGE_SHORTCUT)
		make_permalink(&r, &payload, out);
	return r.is_odd || !is_whole(out) ? BAD_REQUEST : OK;
}
