/* Commands, options and events; what is pressed is in message_interact.c. */
#include "outside/slack/message_in.h"

#include "base/arena.h"
#include "base/buf.h"
#include "outside/slack/message_read.h"

/* The one value by that name; two are odd. */
static struct str
only(struct slack_reader *r, const struct pairs *pairs, struct str name, size_t most)
{
	struct str found = S("");
	size_t count = 0;

	for (size_t i = 0; i < pairs->count; i++)
		if (str_equal(pairs->at[i].name, name)) {
			found = pairs->at[i].value;
			count++;
		}
	if (count > 1 || found.length > most)
		r->is_odd = true;
	return found;
}

static struct slack_id
only_id(struct slack_reader *r, const struct pairs *pairs, struct str name, const char *kinds)
{
	struct slack_id id;

	if (!slack_id_read(only(r, pairs, name, SLACK_IN_TOKEN), kinds, &id))
		r->is_odd = true;
	return id;
}

/* "<@U1|ana>" → "@ana", "<#C1|python>" → "#python", "<https://a|b>" → "https://a": what the person saw while typing. */
static void
unmark(struct buf *out, struct str inside)
{
	bool is_named = str_starts(inside, S("@")) || str_starts(inside, S("#"));
	size_t bar = str_find(inside, '|');

	if (is_named)
		buf_char(out, inside.at[0]);
	if (is_named && bar + 1 < inside.length)
		buf_add(out, str_skip(inside, bar + 1));
	else
		buf_add(out, str_skip(str_head(inside, bar), is_named ? 1 : 0));
}

/* The commands are registered with should_escape. */
static struct str
unescape(struct arena *arena, struct str s)
{
	struct buf out = buf_new(arena, s.length + 1);

	while (s.length > 0) {
		size_t end = s.at[0] == '<' ? str_find(s, '>') : s.length;

		if (end < s.length) {
			unmark(&out, str_skip(str_head(s, end), 1));
			s = str_skip(s, end + 1);
		} else if (str_starts(s, S("&amp;"))) {
			buf_char(&out, '&');
			s = str_skip(s, 5);
		} else if (str_starts(s, S("&lt;")) || str_starts(s, S("&gt;"))) {
			buf_char(&out, s.at[1] == 'l' ? '<' : '>');
			s = str_skip(s, 4);
		} else {
			buf_char(&out, s.at[0]);
			s = str_skip(s, 1);
		}
	}
	return buf_str(&out);
}

static bool
is_command(struct str s)
{
	for (size_t i = 1; i < s.length; i++)
		if (!((s.at[i] >= 'a' && s.at[i] <= 'z') || (s.at[i] >= '0' && s.at[i] <= '9') || s.at[i] == '-' || s.at[i] == '_'))
			return false;
	return s.length > 1 && s.length <= 32 && s.at[0] == '/';
}

enum outcome
slack_command_read(struct arena *arena, struct str body, struct slack_command *out)
{
	struct slack_reader r = { arena, false };
	struct pairs pairs;

	*out = (struct slack_command){ .is_probe = false };
	if (body.length > SLACK_BODY_MAX || request_read_form(arena, body, &pairs) != OK)
		return BAD_REQUEST;
	out->is_probe = str_equal(only(&r, &pairs, S("ssl_check"), 8), S("1"));
	if (out->is_probe)
		return r.is_odd ? BAD_REQUEST : OK;
	out->command = only(&r, &pairs, S("command"), SLACK_IN_TOKEN);
	out->text = slack_clean(arena, unescape(arena, only(&r, &pairs, S("text"), SLACK_IN_WORDS)), true);
	out->who.team = only_id(&r, &pairs, S("team_id"), "T");
	out->who.user = only_id(&r, &pairs, S("user_id"), "UW");
	out->channel = only_id(&r, &pairs, S("channel_id"), "CGD");
	out->who.api_app_id = only(&r, &pairs, S("api_app_id"), SLACK_IN_TOKEN);
	out->who.name = slack_clean(arena, only(&r, &pairs, S("user_name"), SLACK_IN_TOKEN), false);
	out->trigger_id = only(&r, &pairs, S("trigger_id"), SLACK_IN_TOKEN);
	out->response_url = only(&r, &pairs, S("response_url"), SLACK_IN_URL);
	if (r.is_odd || !is_command(out->command) || !slack_is_url(out->response_url) || out->trigger_id.length == 0 ||
	    !slack_is_token(out->trigger_id, SLACK_IN_TOKEN) || !slack_is_token(out->who.api_app_id, SLACK_IN_TOKEN))
		return BAD_REQUEST;
	return OK;
}

enum outcome
slack_options_read(struct arena *arena, struct str body, struct slack_suggestion *out)
{
	struct slack_reader r = { arena, false };
	struct json_value payload;

	*out = (struct slack_suggestion){ .typed = S("") };
	TRY(slack_payload_read(arena, body, &payload));
	if (!str_equal(slack_read_token(&r, &payload, "type"), S("block_suggestion")))
		return BAD_REQUEST;
	slack_read_who(&r, &payload, &out->who);
	out->block_id = slack_read_text(&r, &payload, "block_id", SLACK_IN_TOKEN);
	out->action_id = slack_read_text(&r, &payload, "action_id", SLACK_IN_TOKEN);
	out->typed = slack_clean(arena, slack_read_text(&r, &payload, "value", SLACK_IN_WORDS), false);
	slack_read_view(&r, &payload, &out->view);
	return r.is_odd || out->action_id.length == 0 ? BAD_REQUEST : OK;
}

static enum slack_event_kind
kind_of(struct str type)
{
	static const struct {
		const char *type;
		enum slack_event_kind kind;
	} kinds[] = {
		{ "app_home_opened", SLACK_EVENT_HOME }, { "link_shared", SLACK_EVENT_LINK }, { "app_uninstalled", SLACK_EVENT_UNINSTALLED },
		{ "tokens_revoked", SLACK_EVENT_REVOKED }, { "team_join", SLACK_EVENT_JOINED },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_equal(type, str_from(kinds[i].type)))
			return kinds[i].kind;
	return SLACK_EVENT_UNKNOWN;
}

/* Who did it: an id, or for team_join a whole user. */
static void
read_doer(struct slack_reader *r, const struct json_value *event, struct slack_event *out)
{
	const struct json_value *user = json_member(event, S("user"));
	const struct json_value *bot;

	if (user != NULL && user->kind == JSON_IS_OBJECT) {
		out->user = slack_read_id(r, user, "id", "UW");
		bot = slack_read_member(r, user, "is_bot", JSON_IS_BOOL);
		out->is_bot = bot != NULL && bot->whole != 0;
	} else {
		out->user = slack_read_id(r, event, "user", "UW");
	}
	out->is_bot = out->is_bot || slack_read_token(r, event, "bot_id").length > 0;
	if ((out->kind == SLACK_EVENT_HOME || out->kind == SLACK_EVENT_JOINED) && out->user.text.length == 0)
		r->is_odd = true;
}

static void
read_links(struct slack_reader *r, const struct json_value *event, struct slack_event *out)
{
	const struct json_value *links = slack_read_member(r, event, "links", JSON_IS_LIST);

	out->message_ts = slack_read_token(r, event, "message_ts");
	out->unfurl_id = slack_read_token(r, event, "unfurl_id");
	out->source = slack_read_token(r, event, "source");
	out->links.at = ARENA_MANY(r->arena, SLACK_IN_LINKS, struct str);
	for (size_t i = 0; links != NULL && i < links->count && out->links.count < SLACK_IN_LINKS; i++) {
		struct str url = slack_read_url(r, &links->items[i], "url");

		if (url.length == 0)
			r->is_odd = true;
		out->links.at[out->links.count++] = url;
	}
	if (links == NULL)
		r->is_odd = true;
}

static void
read_event(struct slack_reader *r, const struct json_value *event, struct slack_event *out)
{
	const struct json_value *tokens;

	out->type = slack_read_token(r, event, "type");
	out->kind = kind_of(out->type);
	if (out->kind == SLACK_EVENT_UNKNOWN)
		return;    /* nothing of it is read: who knows what it holds */
	read_doer(r, event, out);
	if (out->kind == SLACK_EVENT_LINK) {
		read_links(r, event, out);
		/* In a composer there is no room yet: Slack writes "COMPOSER" where its id stands otherwise. */
		if (!str_equal(out->source, S("composer")))
			out->channel = slack_read_id(r, event, "channel", "CGD");
	} else if (out->kind == SLACK_EVENT_HOME) {
		out->is_home = str_equal(slack_read_token(r, event, "tab"), S("home"));
		slack_read_view(r, event, &out->view);
	} else if (out->kind == SLACK_EVENT_REVOKED) {
		tokens = slack_read_member(r, slack_read_member(r, event, "tokens", JSON_IS_OBJECT), "bot", JSON_IS_LIST);
		out->is_bot_token = tokens != NULL && tokens->count > 0;
	}
}

enum outcome
slack_event_read(struct arena *arena, struct str body, struct slack_event *out)
{
	struct slack_reader r = { arena, false };
	const struct json_value *event;
	struct json_value payload;
	struct str type;

	*out = (struct slack_event){ .kind = SLACK_EVENT_UNKNOWN };
	TRY(slack_json_read(arena, body, &payload));
	type = slack_read_token(&r, &payload, "type");
	out->api_app_id = slack_read_token(&r, &payload, "api_app_id");
	if (str_equal(type, S("url_verification"))) {
		out->kind = SLACK_EVENT_VERIFY;
		out->challenge = slack_read_token(&r, &payload, "challenge");
		return r.is_odd || out->challenge.length == 0 ? BAD_REQUEST : OK;
	}
	if (!str_equal(type, S("event_callback"))) {
		out->type = type;    /* "app_rate_limited" and what may come: told as unknown */
		return r.is_odd || type.length == 0 ? BAD_REQUEST : OK;
	}
	event = slack_read_member(&r, &payload, "event", JSON_IS_OBJECT);
	out->event_id = slack_read_token(&r, &payload, "event_id");
	out->team = slack_read_id(&r, &payload, "team_id", "T");
	if (event == NULL || out->event_id.length == 0 || out->team.text.length == 0)
		return BAD_REQUEST;
	read_event(&r, event, out);
	return r.is_odd ? BAD_REQUEST : OK;
}
