/* The product's parts of Slack, for programs of others to judge:
 *   slack_parts surfaces                      every surface in every state with every hostile text, one JSON a line
 *   slack_parts manifest HOST                 the manifest
 *   slack_parts judge SECRETS NOW NAME VALUE… the signature of the body on stdin under these headers: a word
 *   slack_parts check                         a surface a line on stdin; what our table of limits holds against it, a line each, empty: nothing
 *   slack_parts call API_URL TOKEN            calls of Slack, one JSON a line on stdin: {"method","arguments","content","view"}; verdicts out */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/json.h"
#include "outside/slack/client.h"
#include "outside/slack/message_check.h"
#include "outside/slack/message_form.h"
#include "outside/slack/message_manifest.h"
#include "outside/slack/message_people.h"
#include "outside/slack/message_request.h"
#include "outside/slack/message_signature.h"
#include "secrets/secrets.h"

enum { LINE_MAX_BYTES = 1 << 20, ROWS = 5, WAIT_MS = 1000 };

static struct arena *arena;

static const char *const hostile[] = {
	"Mock interview for a first backend job", "<!channel> <!here> <@U1> <!subteam^S1|all>", "<https://evil.example|your bank> &amp; &lt; *b* `c`",
	"\"},{\"type\":\"divider\"},{\"x\":\"", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x80\xaegnol\xe2\x80\xac", "line\nline\ttab\x01", "你好 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb e\xcc\x81",
	"{number} {title} :tada: @channel #general", "EMOJI", "LONG",
};

static struct str
words_of(size_t i)
{
	const char *unit = strcmp(hostile[i], "EMOJI") == 0 ? "\xf0\x9f\x8e\x89" : strcmp(hostile[i], "LONG") == 0 ? "long & " : NULL;
	struct buf out = buf_new(arena, 64 << 10);

	if (unit == NULL)
		return str_from(hostile[i]);
	for (size_t k = 0; k < 3000; k++)
		buf_add(&out, str_from(unit));
	return buf_str(&out);
}

/* {"name":…,"complaint":…,"surface":…} */
static void
say_surface(const char *name, size_t state, size_t text, enum outcome said, struct str json)
{
	struct buf line = buf_new(arena, LINE_MAX_BYTES);
	struct str why = S("refused by its printer");

	if (said == OK)
		(void)!slack_surface_check(arena, json, &why);
	buf_format(&line, "{\"name\":\"%s/%zu/%zu\",\"complaint\":", name, state, text);
	json_quote(&line, why);
	buf_add(&line, S(",\"surface\":"));
	buf_add(&line, said == OK ? json : S("null"));
	printf("%.*s}\n", STR_FORMAT(buf_str(&line)));
}

static struct slack_request
request(enum slack_state state, struct str words)
{
	return (struct slack_request){ .language = S("en"), .state = state, .number = S("OC-214"), .id = 123456789, .version = 3,
		.url = S("https://mentors.example.org/p/operation-code/requests/7qk2"), .title = words, .service = words, .skills = words, .spoken = words,
		.times = words, .asker = words, .zone = S("UTC-6"), .asked_at = { INT64_C(1764000000) * US_PER_SECOND },
		.session_at = { INT64_C(1764500000) * US_PER_SECOND }, .waited_us = 19 * US_PER_HOUR, .claimer = { S("U0MENTOR") }, .claimer_name = words };
}

static void
print_requests(size_t text)
{
	const struct slack_id ids[] = { { S("U1") }, { S("U2") }, { S("U3") }, { S("U4") }, { S("U5") } };
	struct slack_request r;
	enum outcome said;
	struct str json;

	for (enum slack_state state = SLACK_STATE_OPEN; state <= SLACK_STATE_ERASED; state++)
		for (unsigned flags = 0; flags < 4; flags++) {
			r = request(state, words_of(text));
			r.is_room_public = (flags & 1) != 0;
			r.is_aged = r.was_released = r.is_escalated = r.is_late = (flags & 2) != 0;
			said = slack_request_print(arena, &r, &json);
			say_surface("request", state * 4 + flags, text, said, json);
		}
	r = request(SLACK_STATE_OPEN, words_of(text));
	said = slack_details_print(arena, &r, words_of(text), &json);
	say_surface("details", 0, text, said, json);
	said = slack_fitting_print(arena, &r, &(struct slack_fitting){ ids, 5, 7 }, &json);
	say_surface("fitting", 0, text, said, json);
	said = slack_bump_print(arena, &r, &json);
	say_surface("bump", 0, text, said, json);
	said = slack_back_print(arena, &r, &json);
	say_surface("back", 0, text, said, json);
}

static void
print_people(size_t text)
{
	struct str words = words_of(text), paragraphs[] = { words, S("Second paragraph."), words }, json;
	struct slack_act act = { .text = words, .url = S("https://mentors.example.org/") };
	struct slack_similar similar[] = { { S("OC-7"), words, S("https://mentors.example.org/r/7") } };
	struct slack_home_row rows[ROWS];
	enum outcome said = slack_note_print(arena, &(struct slack_note){ .event_id = S("7qk2"), .subject = words, .paragraphs = { paragraphs, 3 }, .act = act }, &json);

	say_surface("note", 0, text, said, json);
	for (enum slack_refusal_kind kind = SLACK_REFUSED_TAKEN; kind <= SLACK_REFUSED_WORDS; kind++) {
		said = slack_refusal_print(arena, &(struct slack_refusal){ .kind = kind, .name = words, .words = words, .count = 3,
			.similar = similar, .similar_count = kind == SLACK_REFUSED_TAKEN, .act = act }, &json);
		say_surface("refusal", kind, text, said, json);
	}
	for (size_t i = 0; i < ROWS; i++)
		rows[i] = (struct slack_home_row){ words, words, act };
	said = slack_home_print(arena, &(struct slack_home){ .turns = rows, .turn_count = ROWS, .fitting = rows, .fitting_count = ROWS,
		.fitting_total = 24, .is_mentor = true, .session_at = { INT64_C(1764000000) * US_PER_SECOND }, .session_words = words,
		.move = act, .absent = { .text = words, .action_id = S("req_absent"), .value = S("absent.7qk2") }, .open = act, .all = act, .links = (struct slack_act[]){ act, act, act }, .link_count = 3 }, &json);
	say_surface("home", 0, text, said, json);
	said = slack_unfurl_print(arena, &(struct slack_unfurl){ S("https://mentors.example.org/r/7"), words, S("OC-7"), words }, &json);
	say_surface("unfurl", 0, text, said, json);
}

static struct choices
choices_of(struct str words, size_t count)
{
	struct choice *at = ARENA_MANY(arena, count, struct choice);

	for (size_t i = 0; i < count; i++) {
		struct buf value = buf_new(arena, 16);

		buf_whole(&value, (int64_t)i);
		at[i] = (struct choice){ buf_str(&value), words, words };
	}
	return (struct choices){ at, count };
}

static void
print_modal(size_t text)
{
	struct str words = words_of(text), json, ticks[] = { S("0"), S("9") };
	const struct field fields[] = {
		{ .name = S("text"), .type = FIELD_TEXT, .is_required = true, .min = 8, .max = 120, .label = words, .hint = words, .audience = AUDIENCE_MENTORS },
		{ .name = S("long"), .type = FIELD_LONG_TEXT, .max = 1500, .label = S("Tell us more") },
		{ .name = S("one"), .type = FIELD_CHOICE, .label = S("One of few"), .choices = choices_of(words, 10) },
		{ .name = S("list"), .type = FIELD_CHOICE, .label = S("One of many"), .choices = choices_of(words, 100) },
		{ .name = S("more"), .type = FIELD_CHOICE, .label = S("One of too many"), .choices = choices_of(words, 101) },
		{ .name = S("ticks"), .type = FIELD_CHOICES, .label = S("Some of few"), .choices = choices_of(words, 10) },
		{ .name = S("many"), .type = FIELD_CHOICES, .max = 5, .label = S("Some of many"), .choices = choices_of(words, 100) },
		{ .name = S("most"), .type = FIELD_CHOICES, .max = 5, .label = S("Some of too many"), .choices = choices_of(words, 101) },
		{ .name = S("number"), .type = FIELD_WHOLE, .min = 1, .max = 5, .label = S("A number") },
		{ .name = S("mail"), .type = FIELD_EMAIL, .label = S("An address") },
		{ .name = S("day"), .type = FIELD_DATE, .label = S("A day") },
		{ .name = S("hour"), .type = FIELD_TIME, .label = S("A time") },
		{ .name = S("zone"), .type = FIELD_ZONE, .label = S("A zone") },
		{ .name = S("tick"), .type = FIELD_TICK, .label = S("Yes or nothing") },
		{ .name = S("week"), .type = FIELD_WEEK, .label = S("Hours") },
		{ .name = S("texts"), .type = FIELD_TEXTS, .label = S("Names") },
		{ .name = S("seen"), .type = FIELD_HIDDEN },
	};
	const struct form form = { S("interop"), fields, ARRAY_LENGTH(fields), false };
	struct values *values = form_start(arena, &form, NULL);
	struct slack_modal modal = { .callback_id = S("ask"), .title = words, .submit = words, .programme = S("operation-code"), .key = S("01J9"),
		.intro = slack_escape(arena, words), .told = S("one"), .forms = &values, .form_count = 1 };
	struct slack_view_in view = { .inputs = { (struct str[]){ S("text"), S("long") }, 2 } };

	for (size_t is_filled = 0; is_filled <= 1; is_filled++) {
		enum outcome said = slack_modal_print(arena, &modal, &json);

		say_surface("modal", is_filled, text, said, json);
		if (said == OK)
			say_surface("update", is_filled, text, OK, slack_answer_view(arena, "update", json));
		form_set_text(values, "text", words);
		form_set_text(values, "long", words);
		form_set_text(values, "one", S("3"));
		form_set_text(values, "list", S("99"));
		form_set_many(values, "ticks", (struct str_list){ ticks, 2 });
		form_set_text(values, "zone", S("Etc/UTC"));
		form_set_whole(values, "tick", 1);
		form_set_whole(values, "week", 3);
	}
	form_complain(values, "text", words);
	say_surface("errors", 0, text, slack_errors_print(arena, &modal, &view, &json), json);
	say_surface("options", 0, text, OK, slack_field_options(arena, form_value(values, "more"), S("en"), S("")));
}

static int
surfaces(void)
{
	for (size_t text = 0; text < ARRAY_LENGTH(hostile); text++) {
		print_requests(text);
		print_people(text);
		print_modal(text);
		arena_reset(arena);
	}
	return 0;
}

static int
manifest(const char *host)
{
	struct str yaml;

	if (slack_manifest_print(arena, &(struct slack_manifest){ .host = str_from(host), .has_history = true, .has_joins = true }, &yaml) != OK)
		return 1;
	printf("%.*s", STR_FORMAT(yaml));
	return 0;
}

static struct str
read_all(FILE *in)
{
	char *at = arena_take(arena, LINE_MAX_BYTES);

	return (struct str){ at, fread(at, 1, LINE_MAX_BYTES, in) };
}

static int
judge(int count, char **word)
{
	static const char *const said[] = { "FINE", "NO_SECRET", "HEADERS", "TIMESTAMP", "CLOCK", "SPELLING", "WRONG" };
	struct pair *pairs = ARENA_MANY(arena, (size_t)count + 1, struct pair);
	struct pairs headers = { pairs, 0 };
	int64_t now;

	check(str_whole(str_from(word[1]), &now));
	for (int i = 2; i + 1 < count; i += 2)
		pairs[headers.count++] = (struct pair){ str_from(word[i]), str_from(word[i + 1]) };
	puts(said[slack_signature_judge(&(struct slack_signed_parts){ &headers, read_all(stdin) }, str_from(word[0]),
	    (struct moment){ now * US_PER_SECOND })]);
	return 0;
}

static struct str
printed(const struct json_value *object, struct str name)
{
	const struct json_value *member = json_member(object, name);
	struct buf out = buf_new(arena, LINE_MAX_BYTES);

	if (member != NULL)
		json_print(&out, member);
	return buf_str(&out);
}

static bool
read_call(const struct json_value *line, struct slack_call *call)
{
	const struct json_value *method = json_member(line, S("method")), *arguments = json_member(line, S("arguments"));

	*call = (struct slack_call){ .method = SLACK_METHODS, .content = printed(line, S("content")), .view = printed(line, S("view")) };
	for (enum slack_method m = 0; method != NULL && m < SLACK_METHODS; m++)
		if (str_equal(slack_method_path(m), method->text))
			call->method = m;
	for (size_t i = 0; arguments != NULL && i < arguments->count && i < SLACK_ARGUMENTS; i++)
		call->arguments[i] = (struct pair){ arguments->items[i].name, arguments->items[i].text };
	return call->method < SLACK_METHODS;
}

static struct str
found_in(struct str body)
{
	struct slack_found found;

	slack_history_find(arena, body, &(struct slack_mark){ .type = S("mentord_request"), .id = S("7qk2") }, &found);
	return found.ts;
}

static void
say_verdict(const struct slack_verdict *v, struct str found)
{
	const struct {
		const char *name;
		struct str value;
	} members[] = { { "error", v->error }, { "ts", v->ts }, { "channel", v->channel }, { "user", v->user }, { "team", v->team }, { "email", v->email },
		{ "view_id", v->view_id }, { "view_hash", v->view_hash }, { "found", found } };
	struct buf out = buf_new(arena, LINE_MAX_BYTES);

	buf_add(&out, S("{\"fate\":"));
	json_quote(&out, slack_fate_name(v->fate));
	for (size_t i = 0; i < ARRAY_LENGTH(members); i++) {
		buf_format(&out, ",\"%s\":", members[i].name);
		json_quote(&out, members[i].value);
	}
	printf("%.*s}\n", STR_FORMAT(buf_str(&out)));
	fflush(stdout);
}

/* One call to the end, through the product's own exchange. */
static int
call_all(const struct slack_server *server)
{
	static char text[LINE_MAX_BYTES];
	struct exchange exchange;

	if (exchange_open(S(""), &exchange) != OK)
		return 1;
	while (fgets(text, sizeof(text), stdin) != NULL) {
		struct exchange_answer answer;
		struct slack_verdict verdict;
		struct slack_call call;
		struct json_value line;

		if (json_read(arena, str_trim(str_from(text)), &line) != OK || !read_call(&line, &call) ||
		    slack_start(&exchange, arena, server, &call, 1) != OK) {
			puts("{\"fate\":\"NOT_STARTED\"}");
			fflush(stdout);
			continue;
		}
		while (!exchange.take(exchange.self, arena, &answer))
			exchange.wait(exchange.self, -1, WAIT_MS);
		slack_verdict(arena, call.method, &answer, &verdict);
		say_verdict(&verdict, call.method == SLACK_CALL_CHANNEL_HISTORY || call.method == SLACK_CALL_THREAD ? found_in(answer.body) : S(""));
		arena_reset(arena);
	}
	exchange_close(&exchange);
	return 0;
}

static int
check_all(void)
{
	static char text[LINE_MAX_BYTES];

	while (fgets(text, sizeof(text), stdin) != NULL) {
		struct str why = S("");

		(void)!slack_surface_check(arena, str_trim(str_from(text)), &why);
		printf("%.*s\n", STR_FORMAT(why));
		arena_reset(arena);
	}
	return 0;
}

int
main(int count, char **word)
{
	const char *what = count > 1 ? word[1] : "";
	int code = 2;

	arena_open(256 << 20, &arena);
	secrets_start();
	if (strcmp(what, "surfaces") == 0)
		code = surfaces();
	else if (strcmp(what, "manifest") == 0 && count == 3)
		code = manifest(word[2]);
	else if (strcmp(what, "judge") == 0 && count >= 4)
		code = judge(count - 2, word + 2);
	else if (strcmp(what, "check") == 0)
		code = check_all();
	else if (strcmp(what, "call") == 0 && count == 4)
		code = call_all(&(struct slack_server){ str_from(word[2]), str_from(word[3]) });
	else
		fputs("usage: slack_parts surfaces | manifest HOST | judge SECRETS NOW NAME VALUE... | check | call API_URL TOKEN\n", stderr);
	arena_close(&arena);
	return code;
}
