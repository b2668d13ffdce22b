/* Slack in stories: calls signed as Slack signs them, and its side of the outbox, which keeps what it was asked to do. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "chat/chat.h"
#include "daemon/courier_slack.h"
#include "daemon/letters.h"
#include "formats/html.h"
#include "formats/id.h"
#include "formats/json.h"
#include "letters/store_shared.h"
#include "outside/slack/message_check.h"
#include "secrets/signature.h"
#include "story_letters.h"

enum { BODY_BYTES = 64 << 10, DUE_AT_ONCE = 100, CALL_WORD_BYTES = 200 };

#define SECRET S("8f742231b10e8888abcd99yyyzzz85a5")
#define TEAM "T0TEAM"
#define ROOM "C0ROOM"

/* --- calls --- */

static struct str
number(struct tale *t, const char *before, int64_t value)
{
	struct buf out = buf_new(t->arena, CALL_WORD_BYTES);

	buf_format(&out, "%s%lld", before, (long long)value);
	return buf_str(&out);
}

/* As Slack signs, unless the story says what is wrong with it. */
void
tale_slack_call(struct tale *t, struct str path, struct str type, struct str body)
{
	struct str stamp = number(t, "", t->now.us / US_PER_SECOND - t->slack_late_seconds), signed_by;
	struct str parts[] = { S("v0:"), stamp, S(":"), body };
	struct pairs headers = { ARENA_MANY(t->arena, 4, struct pair), 0 };
	bool is_forged = t->slack_wrong != NULL && strcmp(t->slack_wrong, "secret") == 0, is_bare = t->slack_wrong != NULL && strcmp(t->slack_wrong, "headers") == 0;
	struct hash mac = signature_of(is_forged ? S("another") : SECRET, parts, 4);

	signed_by = str_join(t->arena, 2, (struct str[]){ S("v0="), signature_print(t->arena, &mac) });
	headers.at[headers.count++] = (struct pair){ S("host"), S("127.0.0.1:8080") };
	headers.at[headers.count++] = (struct pair){ S("content-type"), type };
	if (!is_bare) {
		headers.at[headers.count++] = (struct pair){ S("x-slack-request-timestamp"), stamp };
		headers.at[headers.count++] = (struct pair){ S("x-slack-signature"), signed_by };
	}
	t->slack_wrong = NULL;
	t->slack_late_seconds = 0;
	tale_post_raw(t, path, body, &headers);
}

void
tale_slack_send(struct tale *t, struct str path, struct str json)
{
	struct buf body = buf_new(t->arena, BODY_BYTES);

	buf_add(&body, S("payload="));
	url_component(&body, json);
	tale_slack_call(t, path, S("application/x-www-form-urlencoded"), buf_str(&body));
}

/* The beginning of every payload of somebody. */
struct buf
tale_slack_payload(struct tale *t, const char *type, struct str name, const char *team)
{
	struct buf json = buf_new(t->arena, BODY_BYTES);
	struct str user = tale_slack_user(t, name);

	buf_format(&json, "{\"type\":\"%s\",\"api_app_id\":\"A0APP\",\"team\":{\"id\":\"%s\",\"domain\":\"oc\"},\"user\":{\"id\":\"%.*s\",\"name\":\"%.*s\",\"team_id\":\"%s\"},"
	    "\"trigger_id\":\"%lld.1\"", type, team, STR_FORMAT(user), STR_FORMAT(name), team, (long long)++t->key);
	return json;
}

/* One element of actions[]. */
static void
add_action(struct tale *t, struct buf *json, struct str verb, struct str thing)
{
	struct str id = id_print(t->arena, tale_thing(t, thing));

	if (str_equal(verb, S("claim")))
		buf_format(json, "{\"type\":\"button\",\"action_id\":\"req_claim\",\"block_id\":\"a\",\"value\":\"r.%.*s.1\"", STR_FORMAT(id));
	else if (str_equal(verb, S("details")))
		buf_add(json, S("{\"type\":\"button\",\"action_id\":\"req_open\",\"block_id\":\"a\""));
	else if (str_equal(verb, S("withdraw")))
		buf_format(json, "{\"type\":\"button\",\"action_id\":\"req_withdraw\",\"block_id\":\"a\",\"value\":\"withdraw.%.*s\"", STR_FORMAT(id));
	else if (str_equal(verb, S("absent")))
		buf_format(json, "{\"type\":\"button\",\"action_id\":\"req_absent\",\"block_id\":\"nexta\",\"value\":\"absent.%.*s\"", STR_FORMAT(id));
	else if (str_equal(verb, S("nonsense")))
		buf_add(json, S("{\"type\":\"button\",\"action_id\":\"zzz\",\"block_id\":\"a\",\"value\":\"r.000.1\""));
	else
		buf_format(json, "{\"type\":\"overflow\",\"action_id\":\"req_more\",\"block_id\":\"a\",\"selected_option\":{\"value\":\"%.*s.%.*s\"}",
		    STR_FORMAT(verb), STR_FORMAT(id));
	buf_format(json, ",\"action_ts\":\"%lld.2\"}", (long long)++t->key);
}

/* "slack Ana presses claim on R [from TS] [and details on R] -> 200": each press one element. */
static void
step_presses(struct tale *t, const struct str *w, size_t count, size_t arrow)
{
	struct buf json = tale_slack_payload(t, "block_actions", w[1], str_equal(w[2], S("presses")) ? TEAM : "T9OTHER");
	struct str ts = S("1700000001.000100");

	for (size_t i = 3; i + 1 < arrow; i++)
		if (str_equal(w[i], S("from")))
			ts = w[i + 1];
	buf_format(&json, ",\"response_url\":\"https://hooks.slack.com/actions/%.*s\",\"container\":{\"type\":\"message\",\"message_ts\":\"%.*s\",\"channel_id\":\"" ROOM "\"},"
	    "\"channel\":{\"id\":\"" ROOM "\"},\"message\":{\"ts\":\"%.*s\"},\"actions\":[", STR_FORMAT(w[1]), STR_FORMAT(ts), STR_FORMAT(ts));
	for (size_t i = 3; i + 2 < arrow; i++) {
		if (!str_equal(w[i + 1], S("on")))
			continue;
		if (json.at[json.length - 1] != '[')
			buf_char(&json, ',');
		add_action(t, &json, w[i], w[i + 2]);
	}
	buf_add(&json, S("]}"));
	check(!json.is_overflown);
	tale_slack_send(t, S("/slack/interact"), buf_str(&json));
	tale_expects_answer(t, w, count, arrow);
}

/* --- modals --- */

static const struct json_value *
member(const struct json_value *of, const char *name)
{
	return of == NULL ? NULL : json_member(of, str_from(name));
}

static struct str
text(const struct json_value *of, const char *name)
{
	const struct json_value *found = member(of, name);

	return found == NULL || found->kind != JSON_IS_TEXT ? S("") : found->text;
}

/* The answer to one input, by what kind of element it is. */
static void
add_answer(struct buf *json, struct str type, struct str value)
{
	bool is_many = str_starts(type, S("multi")) || str_equal(type, S("checkboxes")), is_first = true;
	struct str one;

	buf_format(json, "{\"type\":\"%.*s\"", STR_FORMAT(type));
	if (str_equal(type, S("plain_text_input"))) {
		buf_add(json, S(",\"value\":"));
		json_quote(json, value);
	} else if (is_many) {
		buf_add(json, S(",\"selected_options\":["));
		while (value.length > 0 && str_next(&value, ',', &one)) {
			buf_add(json, is_first ? S("{\"value\":") : S(",{\"value\":"));
			json_quote(json, str_trim(one));
			buf_char(json, '}');
			is_first = false;
		}
		buf_char(json, ']');
	} else if (str_equal(type, S("datepicker")) && value.length > 0) {
		buf_add(json, S(",\"selected_date\":"));
		json_quote(json, value);
	} else if (str_equal(type, S("timepicker")) && value.length > 0) {
		buf_add(json, S(",\"selected_time\":"));
		json_quote(json, value);
	} else if (value.length > 0) {
		buf_add(json, S(",\"selected_option\":{\"value\":"));
		json_quote(json, value);
		buf_char(json, '}');
	}
	buf_char(json, '}');
}

static struct str
given_for(struct tale *t, const struct str *w, size_t from, size_t until, struct str name)
{
	for (size_t i = from; i < until; i++) {
		size_t equals = str_find(w[i], '=');

		if (equals < w[i].length && str_equal(str_head(w[i], equals), name))
			return tale_words(t, str_skip(w[i], equals + 1));
	}
	return S("");
}

/* What stands in an element already is sent with it. */
static struct str
initial_of(const struct json_value *element)
{
	if (text(element, "initial_date").length > 0)
		return text(element, "initial_date");
	return text(element, "initial_value").length > 0 ? text(element, "initial_value") : text(member(element, "initial_option"), "value");
}

void
tale_slack_blocks(struct tale *t, struct buf *json, const struct json_value *view, const struct str *w, size_t until)
{
	const struct json_value *blocks = member(view, "blocks");
	bool is_first = true;

	buf_add(json, S(",\"blocks\":["));
	for (size_t i = 0; blocks != NULL && i < blocks->count; i++)
		buf_format(json, "%s{\"type\":\"%.*s\",\"block_id\":\"%.*s\"}", i == 0 ? "" : ",", STR_FORMAT(text(&blocks->items[i], "type")),
		    STR_FORMAT(text(&blocks->items[i], "block_id")));
	buf_add(json, S("],\"state\":{\"values\":{"));
	for (size_t i = 0; blocks != NULL && i < blocks->count; i++) {
		const struct json_value *element = member(&blocks->items[i], "element");
		struct str name = text(&blocks->items[i], "block_id"), value;

		if (element == NULL)
			continue;
		value = given_for(t, w, 3, until, name);
		buf_format(json, "%s\"%.*s\":{\"%.*s\":", is_first ? "" : ",", STR_FORMAT(name), STR_FORMAT(text(element, "action_id")));
		add_answer(json, text(element, "type"), value.length > 0 ? value : initial_of(element));
		buf_char(json, '}');
		is_first = false;
	}
	buf_add(json, S("}}"));
}

/* The view that an answer puts in the place of the last one. */
static void
keep_answered_view(struct tale *t)
{
	struct json_value answer;

	if (t->reply->status == 200 && t->reply->body.length > 0 && json_read(t->arena, buf_str(&t->reply->body), &answer) == OK &&
	    text(&answer, "response_action").length > 0) {
		size_t at = 0;
		struct str body = buf_str(&t->reply->body);

		while (at < body.length && !str_starts(str_skip(body, at), S("\"view\":")))
			at++;
		if (at < body.length)
			t->view = str_head(str_skip(body, at + 7), body.length - at - 8);
	}
}

/* "slack Ana fills reason="No time" -> 200": the last modal, with these answers. */
static void
step_fills(struct tale *t, const struct str *w, size_t count, size_t arrow)
{
	struct buf json = tale_slack_payload(t, "view_submission", w[1], TEAM);
	struct json_value view;
	struct str metadata;

	if (json_read(t->arena, t->view, &view) != OK) {
		tale_fails(t, "no modal is open");
		return;
	}
	metadata = text(&view, "private_metadata");
	buf_format(&json, ",\"view\":{\"id\":\"V%lld\",\"hash\":\"h\",\"type\":\"modal\",\"callback_id\":\"%.*s\",\"private_metadata\":", (long long)t->key,
	    STR_FORMAT(text(&view, "callback_id")));
	json_quote(&json, metadata);
	tale_slack_blocks(t, &json, &view, w, arrow);
	buf_add(&json, S("}}"));
	check(!json.is_overflown);
	tale_slack_send(t, S("/slack/interact"), buf_str(&json));
	keep_answered_view(t);
	tale_expects_answer(t, w, count, arrow);
}

/* "slack Ana types "/mentoring queue" -> 200" */
static void
step_types(struct tale *t, const struct str *w, size_t count, size_t arrow)
{
	struct buf body = buf_new(t->arena, BODY_BYTES);
	struct str line = tale_words(t, w[3]), user = tale_slack_user(t, w[1]);
	size_t blank = str_find(line, ' ');

	buf_format(&body, "team_id=" TEAM "&api_app_id=A0APP&channel_id=" ROOM "&user_id=%.*s&user_name=%.*s&trigger_id=%lld.3&response_url=", STR_FORMAT(user),
	    STR_FORMAT(w[1]), (long long)++t->key);
	url_component(&body, str_join(t->arena, 2, (struct str[]){ S("https://hooks.slack.com/commands/"), w[1] }));
	buf_add(&body, S("&command="));
	url_component(&body, str_head(line, blank));
	buf_add(&body, S("&text="));
	url_component(&body, str_skip(line, blank + 1));
	tale_slack_call(t, S("/slack/command"), S("application/x-www-form-urlencoded"), buf_str(&body));
	tale_expects_answer(t, w, count, arrow);
}

/* "slack Ana uses report_concern -> 200": a shortcut, of a message if its name says so. */
static void
step_uses(struct tale *t, const struct str *w, size_t count, size_t arrow)
{
	bool is_of_message = str_has(w[3], S("message"));
	struct buf json = tale_slack_payload(t, is_of_message ? "message_action" : "shortcut", w[1], TEAM);

	buf_format(&json, ",\"callback_id\":\"%.*s\",\"action_ts\":\"%lld.2\"", STR_FORMAT(w[3]), (long long)++t->key);
	if (is_of_message)
		buf_add(&json, S(",\"channel\":{\"id\":\"" ROOM "\"},\"message_ts\":\"1700000009.000100\",\"response_url\":\"https://hooks.slack.com/app/x\","
		    "\"message\":{\"type\":\"message\",\"ts\":\"1700000009.000100\",\"text\":\"Words that nobody copies\"}"));
	buf_char(&json, '}');
	tale_slack_send(t, S("/slack/interact"), buf_str(&json));
	tale_expects_answer(t, w, count, arrow);
}

/* "slack Ana goes away -> 200": a button of the home. "slack Ana turns answer on R -> 200": one of its lines. */
static void
step_at_home(struct tale *t, const struct str *w, size_t count, size_t arrow)
{
	struct buf json = tale_slack_payload(t, "block_actions", w[1], TEAM);
	bool is_turn = str_equal(w[2], S("turns"));
	struct str id = is_turn ? id_print(t->arena, tale_thing(t, w[5])) : S("");

	buf_format(&json, ",\"container\":{\"type\":\"view\",\"view_id\":\"V0HOME\"},\"view\":{\"id\":\"V0HOME\",\"type\":\"home\",\"callback_id\":\"home\",\"hash\":\"h\"},"
	    "\"actions\":[{\"type\":\"button\",\"block_id\":\"b\",\"action_id\":\"%s%.*s\",\"value\":\"%.*s%s%.*s\",\"action_ts\":\"%lld.2\"}]}",
	    is_turn ? "req_turn" : "go_", STR_FORMAT(is_turn ? S("") : w[3]), STR_FORMAT(w[3]), is_turn ? "." : "", STR_FORMAT(id), (long long)++t->key);
	tale_slack_send(t, S("/slack/interact"), buf_str(&json));
	tale_expects_answer(t, w, count, arrow);
}

/* "slack Ana opens home -> 200" */
static void
step_opens(struct tale *t, const struct str *w, size_t count, size_t arrow)
{
	struct buf json = buf_new(t->arena, BODY_BYTES);
	struct str user = tale_slack_user(t, w[1]);

	buf_format(&json, "{\"type\":\"event_callback\",\"team_id\":\"" TEAM "\",\"api_app_id\":\"A0APP\",\"event_id\":\"Ev%lld\",\"event\":{\"type\":\"app_home_opened\","
	    "\"user\":\"%.*s\",\"tab\":\"home\"}}", (long long)++t->key, STR_FORMAT(user));
	tale_slack_call(t, S("/slack/events"), S("application/json"), buf_str(&json));
	tale_expects_answer(t, w, count, arrow);
}

/* "slack Ana posts /p/{p}/requests/{R} in C0ROOM -> 200": a link of ours */
static void
step_posts(struct tale *t, const struct str *w, size_t count, size_t arrow)
{
	struct buf json = buf_new(t->arena, BODY_BYTES);
	struct str user = tale_slack_user(t, w[1]), path = tale_words(t, w[3]);

	buf_format(&json, "{\"type\":\"event_callback\",\"team_id\":\"" TEAM "\",\"api_app_id\":\"A0APP\",\"event_id\":\"Ev%lld\",\"event\":{\"type\":\"link_shared\","
	    "\"user\":\"%.*s\",\"channel\":\"%.*s\",\"message_ts\":\"1700000009.000100\",\"source\":\"conversations_history\","
	    "\"links\":[{\"domain\":\"127.0.0.1\",\"url\":\"%.*s%.*s\"}]}}",
	    (long long)++t->key, STR_FORMAT(user), STR_FORMAT(w[5]), STR_FORMAT(t->world.server.base_url), STR_FORMAT(path));
	tale_slack_call(t, S("/slack/events"), S("application/json"), buf_str(&json));
	tale_expects_answer(t, w, count, arrow);
}

/* --- Slack's side of the outbox --- */

/* What we send must be what Slack takes. */
static void
judge(struct tale *t, const struct tale_slack *s)
{
	struct str why;

	if (s->body.length == 0 || str_equal(s->act, S("")) || slack_surface_check(t->arena, s->body, &why) == OK)
		return;
	tale_fails(t, "Slack would refuse this %.*s: %.*s in %.*s", STR_FORMAT(s->act), STR_FORMAT(why), STR_FORMAT(s->body));
}

/* As Slack reads it: escapes of JSON undone where a story wants to name them. */
static struct str
readable(struct tale *t, struct str body)
{
	static const struct {
		struct str written, sign;
	} signs[] = { { S_STATIC("\\u003c"), S_STATIC("<") }, { S_STATIC("\\u003e"), S_STATIC(">") }, { S_STATIC("\\u0026"), S_STATIC("&") } };
	struct buf out = buf_new(t->arena, body.length + 1);

	while (body.length > 0) {
		size_t i = 0;

		while (i < ARRAY_LENGTH(signs) && !str_starts(body, signs[i].written))
			i++;
		if (i < ARRAY_LENGTH(signs))
			buf_add(&out, signs[i].sign);
		else
			buf_char(&out, body.at[0]);
		body = str_skip(body, i < ARRAY_LENGTH(signs) ? signs[i].written.length : 1);
	}
	return buf_str(&out);
}

static void
receive(struct tale *t, struct letter_id id, int64_t hold)
{
	struct letter_to_send_row row;
	struct tale_slack *s = &t->slacks[t->slack_count++];
	struct buf sent = buf_new(t->arena, CALL_WORD_BYTES);

	check(t->slack_count < TALE_LETTERS_MAX);
	check(sql_begin_read(t->world.db) == OK);
	check(letter_to_send(t->world.db, t->arena, id, hold, &row) == OK);
	sql_end_read(t->world.db);
	*s = (struct tale_slack){ .act = letter_act_name(row.act), .address = row.address, .target = row.target, .body = row.body };
	if (row.act == LETTER_ACT_OPEN || row.act == LETTER_ACT_VIEW)
		t->view = row.body;
	if (row.act == LETTER_ACT_POST && request_id_is_none(row.request))
		check(slack_note_compose(&(struct slack_lane){ .is_known = true }, t->arena, &row, &s->body) == OK);
	if (row.act == LETTER_ACT_REPLY && str_is_empty(row.post_ts))
		tale_fails(t, "a reply leaves before its message stands there");
	judge(t, s);
	s->body = readable(t, s->body);
	buf_format(&sent, "%lld %lld sent ", (long long)id.value, (long long)hold);
	if (row.act == LETTER_ACT_EDIT)
		buf_add(&sent, row.post_ts);
	else
		buf_format(&sent, "17%08lld.000100", (long long)++t->slack_ts);
	tale_command_with(t, LETTER_SETTLE, buf_str(&sent));
}

static void
step_run(struct tale *t, const struct str *w, size_t count)
{
	struct letters_due_rows due = { .count = 1 };

	(void)w;
	(void)count;
	for (int rounds = 0; due.count > 0 && rounds < DUE_AT_ONCE && !t->has_failed; rounds++) {
		check(sql_begin_read(t->world.db) == OK);
		check(letters_due(t->world.db, t->arena, LETTER_CHANNEL_SLACK, t->now, DUE_AT_ONCE, &due) == OK);
		sql_end_read(t->world.db);
		for (size_t i = 0; i < due.count && !t->has_failed; i++) {
			int64_t hold = tale_takes_letter(t, due.at[i].id);

			if (hold > 0)
				receive(t, due.at[i].id, hold);
		}
	}
}

/* "fail slack TOKENS": every letter that is due is refused so ("address", "letter"), or put off ("later"). */
static void
step_fail(struct tale *t, const struct str *w, size_t count)
{
	struct letters_due_rows due;
	struct str how = w[2];

	(void)count;
	check(sql_begin_read(t->world.db) == OK);
	check(letters_due(t->world.db, t->arena, LETTER_CHANNEL_SLACK, t->now, DUE_AT_ONCE, &due) == OK);
	sql_end_read(t->world.db);
	for (size_t i = 0; i < due.count; i++) {
		bool is_later = str_equal(how, S("later"));
		struct buf body = buf_new(t->arena, CALL_WORD_BYTES);

		int64_t hold = tale_takes_letter(t, due.at[i].id);

		if (hold == 0)
			continue;
		buf_format(&body, "%lld %lld %.*s", (long long)due.at[i].id.value, (long long)hold,
		    STR_FORMAT(is_later ? S("later 0 2 away") : str_join(t->arena, 3, (struct str[]){ S("refused "), how, S(" no") })));
		tale_command_with(t, LETTER_SETTLE, buf_str(&body));
	}
}

struct str
tale_as_json(struct tale *t, struct str written)
{
	struct buf out = buf_new(t->arena, written.length + 1);

	for (size_t i = 0; i < written.length; i++)
		buf_char(&out, written.at[i] == '\'' ? '"' : written.at[i]);
	return buf_str(&out);
}

/* --- steps --- */

static void
link_account(struct tale *t, struct str name)
{
	struct visit *v = tale_begin(t);

	v->who.id = tale_actor(t, name)->id;
	tale_end(t, chat_link_to(v, S(TEAM), tale_slack_user(t, name)));
}

/* "given slack [public|room-less]", "given slack of Ana, Bo" */
static void
step_given(struct tale *t, const struct str *w, size_t count)
{
	bool is_public = count > 2 && str_equal(w[2], S("public"));

	if (count > 3 && str_equal(w[2], S("of"))) {
		for (size_t i = 3; i < count; i++)
			link_account(t, tale_words(t, w[i]));
		return;
	}
	t->world.server.slack_secrets = SECRET;
	t->world.server.slack_room = S(ROOM);
	tale_command_with(t, S("slack-install"), S(TEAM " A0APP U0BOT -"));
	tale_command_with(t, S("slack-room"), is_public ? S(ROOM " 0 1") : S(ROOM " 1 1"));
}

static void
step_call(struct tale *t, const struct str *w, size_t count)
{
	static const struct {
		struct str verb;
		size_t least;         /* words before the arrow */
		void (*step)(struct tale *, const struct str *, size_t count, size_t arrow);
	} steps[] = {
		{ S_STATIC("presses"), 4, step_presses }, { S_STATIC("presses-elsewhere"), 4, step_presses }, { S_STATIC("fills"), 3, step_fills },
		{ S_STATIC("types"), 4, step_types }, { S_STATIC("posts"), 6, step_posts }, { S_STATIC("opens"), 4, step_opens }, { S_STATIC("uses"), 4, step_uses },
		{ S_STATIC("goes"), 4, step_at_home }, { S_STATIC("turns"), 6, step_at_home },
	};
	size_t arrow = 0;

	while (arrow < count && !str_equal(w[arrow], S("->")))
		arrow++;
	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++)
		if (str_equal(w[2], steps[i].verb) && arrow >= steps[i].least) {
			steps[i].step(t, w, count, arrow);
			return;
		}
	tale_fails(t, "unknown: slack %.*s", STR_FORMAT(w[2]));
}

/* "slack next call with another secret|without headers|302 seconds old|-302 seconds old" */
static void
step_next(struct tale *t, const struct str *w, size_t count)
{
	if (count == 6 && str_equal(w[5], S("secret")))
		t->slack_wrong = "secret";
	else if (count == 5 && str_equal(w[4], S("headers")))
		t->slack_wrong = "headers";
	else if (count != 5 || !str_whole(w[2], &t->slack_late_seconds))
		tale_fails(t, "unknown: slack next call …");
}

/* "name Q as asked": the request that a modal's last answer is about. */
static void
name_asked(struct tale *t, struct str name)
{
	size_t at = 0;
	int64_t id;

	while (at < t->view.length && !str_starts(str_skip(t->view, at), S("\"withdraw.")))
		at++;
	if (at < t->view.length && id_read(str_head(str_skip(t->view, at + 10), str_find(str_skip(t->view, at + 10), '"')), &id))
		tale_names(t, name, id);
	else
		tale_fails(t, "nothing was asked");
}

static void
step_forget(struct tale *t, const struct str *w, size_t count)
{
	(void)w;
	(void)count;
	t->slack_count = 0;
}

/* "slack is up", "slack is down" */
static void
step_is(struct tale *t, const struct str *w, size_t count)
{
	(void)count;
	tale_command_with(t, CHANNEL_STATE, str_equal(w[2], S("up")) ? S("slack 1 back") : S("slack 0 away"));
}

bool
tale_slack_step(struct tale *t, const struct str *w, size_t count)
{
	static const struct {
		struct str first, second;    /* second: empty for any */
		size_t least, most;          /* words of the line */
		void (*step)(struct tale *, const struct str *, size_t);
	} steps[] = {
		{ S_STATIC("given"), S_STATIC("slack"), 2, SIZE_MAX, step_given }, { S_STATIC("run"), S_STATIC("slack"), 2, SIZE_MAX, step_run },
		{ S_STATIC("fail"), S_STATIC("slack"), 3, 3, step_fail }, { S_STATIC("forget"), S_STATIC("slack"), 2, SIZE_MAX, step_forget },
		{ S_STATIC("expect"), S_STATIC("slack"), 5, SIZE_MAX, tale_expects_slack }, { S_STATIC("slack"), S_STATIC("is"), 3, 3, step_is },
		{ S_STATIC("slack"), S_STATIC("says"), 5, 5, tale_room_says },
		{ S_STATIC("take"), S_STATIC("slack"), 3, 3, tale_takes_slack_link }, { S_STATIC("slack"), S_STATIC("knows"), 5, 5, tale_slack_knows }, { S_STATIC("slack"), S_STATIC("links"), 4, 4, tale_slack_links },
		{ S_STATIC("slack"), S_STATIC("next"), 4, SIZE_MAX, step_next }, { S_STATIC("slack"), S_STATIC(""), 4, SIZE_MAX, step_call },
	};

	if (count == 4 && str_equal(w[0], S("name")) && str_equal(w[3], S("asked"))) {
		name_asked(t, w[1]);
		return true;
	}
	for (size_t i = 0; i < ARRAY_LENGTH(steps); i++) {
		if (count < steps[i].least || count > steps[i].most || !str_equal(w[0], steps[i].first))
			continue;
		if (!str_is_empty(steps[i].second) && !str_equal(w[1], steps[i].second))
			continue;
		steps[i].step(t, w, count);
		return true;
	}
	return false;
}
