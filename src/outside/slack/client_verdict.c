/* What an answer of Slack means. HTTP 200 says only that it was understood: `ok` decides. */
#include "outside/slack/client.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/json.h"

enum again { SAME, TWICE };

static const enum again agains[SLACK_METHODS] = {
#define SLACK_METHOD(name, path, minute, how, again) again,
#include "outside/slack/methods.def"
#undef SLACK_METHOD
};

static const struct fate {
	const char *name, *words;
} fates[SLACK_FATES] = {
#define SLACK_FATE(name, words) { #name, words },
#define SLACK_ERROR(error, name)
#include "outside/slack/errors.def"
#undef SLACK_FATE
#undef SLACK_ERROR
};

static const struct error {
	const char *error;
	enum slack_fate fate;
} errors[] = {
#define SLACK_FATE(name, words)
#define SLACK_ERROR(error, name) { error, SLACK_##name },
#include "outside/slack/errors.def"
#undef SLACK_FATE
#undef SLACK_ERROR
};

struct str
slack_fate_name(enum slack_fate fate)
{
	check((unsigned)fate < SLACK_FATES);
	return str_from(fates[fate].name);
}

struct str
slack_fate_words(enum slack_fate fate)
{
	check((unsigned)fate < SLACK_FATES);
	return str_from(fates[fate].words);
}

static const struct json_value *
object_of(const struct json_value *value, const char *name)
{
	const struct json_value *member = value == NULL ? NULL : json_member(value, str_from(name));

	return member != NULL && member->kind == JSON_IS_OBJECT ? member : NULL;
}

static struct str
text_of(const struct json_value *value, const char *name)
{
	const struct json_value *member = value == NULL ? NULL : json_member(value, str_from(name));

	return member != NULL && member->kind == JSON_IS_TEXT ? member->text : S("");
}

static bool
is_so(const struct json_value *value, const char *name)
{
	const struct json_value *member = value == NULL ? NULL : json_member(value, str_from(name));

	return member != NULL && member->kind == JSON_IS_BOOL && member->whole != 0;
}

/* Said to be not so; what is not said at all is not. */
static bool
is_not(const struct json_value *value, const char *name)
{
	const struct json_value *member = value == NULL ? NULL : json_member(value, str_from(name));

	return member != NULL && member->kind == JSON_IS_BOOL && member->whole == 0;
}

static struct str
first_of(struct str a, struct str b)
{
	return a.length > 0 ? a : b;
}

/* "channel" is an id in one answer and an object in another. */
static void
read_done(const struct json_value *json, struct slack_verdict *out)
{
	const struct json_value *channel = object_of(json, "channel"), *user = object_of(json, "user"), *view = object_of(json, "view");

	out->ts = first_of(text_of(json, "ts"), text_of(json, "message_ts"));
	out->channel = first_of(text_of(json, "channel"), text_of(channel, "id"));
	out->user = first_of(text_of(user, "id"), text_of(json, "user_id"));
	out->team = first_of(first_of(text_of(json, "team_id"), text_of(object_of(json, "team"), "id")), text_of(user, "team_id"));
	out->app_id = text_of(json, "app_id");
	out->bot_user = text_of(json, "bot_user_id");
	out->view_id = text_of(view, "id");
	out->view_hash = text_of(view, "hash");
	out->email = text_of(object_of(user, "profile"), "email");
	out->token = text_of(json, "access_token");
	out->scopes = text_of(json, "scope");
	out->zone = text_of(user, "tz");
	out->name = text_of(channel, "name");
	out->is_private = is_so(channel, "is_private");
	out->is_member = is_so(channel, "is_member");
	out->is_archived = is_so(channel, "is_archived");
	out->is_deleted = is_so(user, "deleted");
	out->is_bot = is_so(user, "is_bot");
	out->is_unconfirmed = is_not(user, "is_email_confirmed");
}

static enum slack_fate
fate_of(struct str error)
{
	for (size_t i = 0; i < ARRAY_LENGTH(errors); i++)
		if (str_equal(error, str_from(errors[i].error)))
			return errors[i].fate;
	return SLACK_OUR_BUG;
}

static int64_t
wait_of(const struct exchange_answer *answer)
{
	int64_t seconds = answer->retry_after_seconds >= 0 ? answer->retry_after_seconds : SLACK_LIMITED_SECONDS;

	return seconds < 1 ? 1 : seconds > SLACK_LIMITED_MAX ? SLACK_LIMITED_MAX : seconds;
}

/* An answer that says neither yes nor no. */
static enum slack_fate
lost(enum slack_method method)
{
	return agains[method] == SAME ? SLACK_LATER : SLACK_UNCLEAR;
}

/* A word of Slack's, for the log: nothing else gets through. */
static struct str
word_of(struct str error)
{
	for (size_t i = 0; i < error.length; i++)
		if (!((error.at[i] >= 'a' && error.at[i] <= 'z') || (error.at[i] >= '0' && error.at[i] <= '9') || error.at[i] == '_'))
			return S("");
	return str_head(error, 64);
}

static void
judge_body(struct arena *arena, enum slack_method method, const struct exchange_answer *answer, struct slack_verdict *out)
{
	struct json_value json;
	enum outcome said = json_read(arena, answer->body, &json);

	if (method == SLACK_CALL_RESPONSE && str_equal(str_trim(answer->body), S("ok")))
		return;    /* what a response_url says, in plain text */
	if (said != OK || json.kind != JSON_IS_OBJECT || json_member(&json, S("ok")) == NULL) {
		out->fate = lost(method);
		return;
	}
	if (is_so(&json, "ok")) {
		read_done(&json, out);
		out->scopes = first_of(out->scopes, answer->scopes);
		return;
	}
	out->error = word_of(text_of(&json, "error"));
	out->fate = fate_of(out->error);
	out->after_seconds = out->fate == SLACK_LIMITED ? wait_of(answer) : 0;
}

static void
judge_status(struct arena *arena, enum slack_method method, const struct exchange_answer *answer, struct slack_verdict *out)
{
	if (answer->status == 429) {
		out->fate = SLACK_LIMITED;
		out->after_seconds = wait_of(answer);
	} else if (answer->status >= 500) {
		out->fate = SLACK_LATER;    /* Slack says itself that it failed: SLACK.md 6 repeats that */
	} else if (method == SLACK_CALL_RESPONSE && (answer->status == 404 || answer->status == 410)) {
		out->fate = SLACK_LINK_OVER;
	} else {
		judge_body(arena, method, answer, out);
		/* A status that is neither yes nor "I failed" says that we were misunderstood, whatever stands beneath it. */
		if (answer->status / 100 != 2 && (out->fate == SLACK_SENT || out->fate == SLACK_LATER || out->fate == SLACK_UNCLEAR))
			out->fate = SLACK_OUR_BUG;
	}
}

void
slack_verdict(struct arena *arena, enum slack_method method, const struct exchange_answer *answer, struct slack_verdict *out)
{
	check((unsigned)method < SLACK_METHODS);
	*out = (struct slack_verdict){ .fate = SLACK_SENT };
	if (answer->fate == EXCHANGE_NOT_TAKEN)
		out->fate = SLACK_LATER;
	else if (answer->fate == EXCHANGE_UNCLEAR)
		out->fate = lost(method);
	else
		judge_status(arena, method, answer, out);
}

int64_t
slack_retry_seconds(int64_t tries)
{
	static const int64_t seconds[] = { 2, 10, 60, 300, 900, 3600 };

	check(tries >= 1);
	return seconds[tries <= (int64_t)ARRAY_LENGTH(seconds) ? tries - 1 : (int64_t)ARRAY_LENGTH(seconds) - 1];
}
