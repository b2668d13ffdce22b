/* The judge: it must find what is wrong, or its silence about our surfaces says nothing. One row for each rule, at the limit and past it. */
#include "outside/slack/testing_slack.h"

/* "%" stands for what varies. */
static struct str
with(const char *pattern, struct str inside)
{
	struct str all = str_from(pattern);
	size_t at = str_find(all, '%');

	return str_join(arena, 3, (struct str[]){ str_head(all, at), inside, str_skip(all, at + 1) });
}

#define MESSAGE(blocks) "{\"text\":\"t\",\"blocks\":[" blocks "]}"
#define MODAL(blocks) "{\"type\":\"modal\",\"callback_id\":\"c\",\"title\":" PLAIN("T") ",\"submit\":" PLAIN("S") ",\"close\":" PLAIN("C") \
	",\"blocks\":[" blocks "]}"
#define PLAIN(text) "{\"type\":\"plain_text\",\"emoji\":false,\"text\":\"" text "\"}"
#define MARKED(text) "{\"type\":\"mrkdwn\",\"verbatim\":true,\"text\":\"" text "\"}"
#define SECTION(id, text) "{\"type\":\"section\",\"block_id\":\"" id "\",\"text\":" text "}"
#define ACTIONS(elements) "{\"type\":\"actions\",\"block_id\":\"a\",\"elements\":[" elements "]}"
#define BUTTON(more) "{\"type\":\"button\",\"action_id\":\"b\",\"text\":" PLAIN("B") more "}"
#define INPUT(element) "{\"type\":\"input\",\"block_id\":\"i\",\"label\":" PLAIN("L") ",\"element\":" element "}"
#define OPTION "{\"text\":" PLAIN("O") ",\"value\":\"v\"}"
#define CONFIRM(title, text, yes, no) \
	",\"confirm\":{\"title\":" PLAIN(title) ",\"text\":" PLAIN(text) ",\"confirm\":" PLAIN(yes) ",\"deny\":" PLAIN(no) "}"
#define BLOCK(type, more) MODAL("{\"type\":\"" type "\",\"block_id\":\"%\"," more "}")
#define ELEMENT(type, more) MODAL(INPUT("{\"type\":\"" type "\",\"action_id\":\"%\"" more "}"))
#define HELD(type, more) MODAL(INPUT("{\"type\":\"" type "\",\"action_id\":\"v\",\"placeholder\":" PLAIN("%") more "}"))
#define WRITTEN(type, member) MODAL(INPUT("{\"type\":\"" type "\",\"action_id\":\"v\",\"" member "\":\"%\"}"))
#define OPTIONS ",\"options\":[" OPTION "]"
#define WHOLE ",\"is_decimal_allowed\":false"
#define NUMBER(member) MODAL(INPUT("{\"type\":\"number_input\",\"action_id\":\"v\",\"is_decimal_allowed\":false,\"" member "\":\"%\"}"))
#define METADATA(type, id) "{\"text\":\"t\",\"metadata\":{\"event_type\":\"" type "\",\"event_payload\":{\"id\":\"" id "\",\"seq\":1}},\"blocks\":[{\"type\":\"divider\"}]}"

/* Lengths: `most` letters pass, one more does not. */
static const struct {
	const char *json;
	size_t most;
} lengths[] = {
	{ "{\"text\":\"%\",\"blocks\":[{\"type\":\"divider\"}]}", 3000 },
	{ MESSAGE(SECTION("s", PLAIN("%"))), 3000 },
	{ MESSAGE(SECTION("s", MARKED("%"))), 3000 },
	{ MESSAGE(SECTION("%", PLAIN("x"))), 255 },
	{ MESSAGE("{\"type\":\"header\",\"block_id\":\"h\",\"text\":" PLAIN("%") "}"), 150 },
	{ MESSAGE("{\"type\":\"section\",\"block_id\":\"h\",\"fields\":[" MARKED("%") "]}"), 2000 },
	{ MESSAGE("{\"type\":\"context\",\"block_id\":\"h\",\"elements\":[" MARKED("%") "]}"), 2000 },
	{ MESSAGE(ACTIONS("{\"type\":\"button\",\"action_id\":\"%\",\"text\":" PLAIN("B") "}")), 255 },
	{ MESSAGE(ACTIONS("{\"type\":\"button\",\"action_id\":\"b\",\"text\":" PLAIN("%") "}")), 75 },
	{ MESSAGE(ACTIONS(BUTTON(",\"value\":\"%\""))), 2000 },
	{ MESSAGE(ACTIONS(BUTTON(",\"url\":\"%\""))), 3000 },
	{ MESSAGE(ACTIONS(BUTTON(",\"accessibility_label\":\"%\""))), 75 },
	{ MESSAGE(ACTIONS(BUTTON(CONFIRM("%", "x", "y", "n")))), 100 },
	{ MESSAGE(ACTIONS(BUTTON(CONFIRM("t", "%", "y", "n")))), 300 },
	{ MESSAGE(ACTIONS(BUTTON(CONFIRM("t", "x", "%", "n")))), 30 },
	{ MESSAGE(ACTIONS(BUTTON(CONFIRM("t", "x", "y", "%")))), 30 },
	{ BLOCK("header", "\"text\":" PLAIN("x")), 255 },
	{ BLOCK("context", "\"elements\":[" PLAIN("x") "]"), 255 },
	{ BLOCK("actions", "\"elements\":[" BUTTON("") "]"), 255 },
	{ BLOCK("input", "\"label\":" PLAIN("L") ",\"element\":{\"type\":\"plain_text_input\",\"action_id\":\"v\"}"), 255 },
	{ MESSAGE(ACTIONS("{\"type\":\"overflow\",\"action_id\":\"%\"" OPTIONS "}")), 255 },
	{ ELEMENT("radio_buttons", OPTIONS), 255 }, { ELEMENT("checkboxes", OPTIONS), 255 }, { ELEMENT("static_select", OPTIONS), 255 },
	{ ELEMENT("multi_static_select", OPTIONS), 255 }, { ELEMENT("external_select", ""), 255 }, { ELEMENT("multi_external_select", ""), 255 },
	{ ELEMENT("plain_text_input", ""), 255 }, { ELEMENT("number_input", WHOLE), 255 }, { ELEMENT("email_text_input", ""), 255 },
	{ ELEMENT("datepicker", ""), 255 }, { ELEMENT("timepicker", ""), 255 },
	{ HELD("static_select", OPTIONS), 150 }, { HELD("multi_static_select", OPTIONS), 150 }, { HELD("external_select", ""), 150 },
	{ HELD("multi_external_select", ""), 150 }, { HELD("number_input", WHOLE), 150 }, { HELD("email_text_input", ""), 150 },
	{ HELD("datepicker", ""), 150 }, { HELD("timepicker", ""), 150 },
	{ NUMBER("initial_value"), 20 }, { NUMBER("min_value"), 20 }, { NUMBER("max_value"), 20 },
	{ WRITTEN("email_text_input", "initial_value"), 254 }, { WRITTEN("datepicker", "initial_date"), 10 },
	{ METADATA("%", "i"), 255 }, { METADATA("e", "%"), 64 },
	{ "{\"type\":\"home\",\"callback_id\":\"%\",\"blocks\":[{\"type\":\"divider\"}]}", 255 },
	{ "{\"type\":\"home\",\"callback_id\":\"c\",\"private_metadata\":\"%\",\"blocks\":[{\"type\":\"divider\"}]}", 3000 },
	{ MESSAGE(ACTIONS("{\"type\":\"overflow\",\"action_id\":\"o\",\"options\":[{\"text\":" PLAIN("%") ",\"value\":\"v\"}]}")), 75 },
	{ MESSAGE(ACTIONS("{\"type\":\"overflow\",\"action_id\":\"o\",\"options\":[{\"text\":" PLAIN("O") ",\"value\":\"%\"}]}")), 75 },
	{ MESSAGE(ACTIONS("{\"type\":\"overflow\",\"action_id\":\"o\",\"options\":[{\"text\":" PLAIN("O") ",\"value\":\"v\",\"description\":" PLAIN("%") "}]}")), 75 },
	{ MODAL(INPUT("{\"type\":\"plain_text_input\",\"action_id\":\"v\",\"placeholder\":" PLAIN("%") "}")), 150 },
	{ MODAL(INPUT("{\"type\":\"plain_text_input\",\"action_id\":\"v\",\"initial_value\":\"%\"}")), 3000 },
	{ MODAL("{\"type\":\"input\",\"block_id\":\"i\",\"label\":" PLAIN("%") ",\"element\":{\"type\":\"plain_text_input\",\"action_id\":\"v\"}}"), 2000 },
	{ MODAL("{\"type\":\"input\",\"block_id\":\"i\",\"label\":" PLAIN("L") ",\"hint\":" PLAIN("%") ",\"element\":{\"type\":\"plain_text_input\",\"action_id\":\"v\"}}"), 2000 },
	{ "{\"type\":\"modal\",\"callback_id\":\"%\",\"title\":" PLAIN("T") ",\"close\":" PLAIN("C") ",\"blocks\":[{\"type\":\"divider\"}]}", 255 },
	{ "{\"type\":\"modal\",\"callback_id\":\"c\",\"title\":" PLAIN("%") ",\"close\":" PLAIN("C") ",\"blocks\":[{\"type\":\"divider\"}]}", 24 },
	{ "{\"type\":\"modal\",\"callback_id\":\"c\",\"title\":" PLAIN("T") ",\"close\":" PLAIN("%") ",\"blocks\":[{\"type\":\"divider\"}]}", 24 },
	{ "{\"type\":\"modal\",\"callback_id\":\"c\",\"title\":" PLAIN("T") ",\"submit\":" PLAIN("%") ",\"close\":" PLAIN("C") ",\"blocks\":[{\"type\":\"divider\"}]}", 24 },
	{ "{\"type\":\"modal\",\"callback_id\":\"c\",\"title\":" PLAIN("T") ",\"close\":" PLAIN("C") ",\"private_metadata\":\"%\",\"blocks\":[{\"type\":\"divider\"}]}", 3000 },
	{ "{\"response_action\":\"errors\",\"errors\":{\"a\":\"%\"}}", 300 },
};

static void
every_length_is_judged_at_the_limit_and_past_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(lengths); i++) {
		assert_fine(with(lengths[i].json, many("x", lengths[i].most)));
		assert_bad(S("at most"), with(lengths[i].json, many("x", lengths[i].most + 1)));
		assert_fine(with(lengths[i].json, many("你", lengths[i].most)));
		assert_fine(with(lengths[i].json, many("\xf0\x9f\x8e\x89", lengths[i].most / 2)));
		assert_bad(S("at most"), with(lengths[i].json, many("\xf0\x9f\x8e\x89", lengths[i].most / 2 + 1)));
		assert_bad(S("at least"), with(lengths[i].json, S("")));
	}
}

/* "%" is repeated with a number inside, "#", so that ids differ. */
static struct str
items(const char *item, size_t count)
{
	struct buf out = buf_new(arena, 1 << 20);

	for (size_t i = 0; i < count; i++) {
		struct str rest = str_from(item);
		size_t mark = str_find(rest, '#');

		if (i > 0)
			buf_char(&out, ',');
		buf_add(&out, str_head(rest, mark));
		if (mark < rest.length)
			buf_whole(&out, (int64_t)i);
		buf_add(&out, str_skip(rest, mark + 1));
	}
	return buf_str(&out);
}

static void
every_count_is_judged_at_the_limit_and_past_it(void **state)
{
	static const struct {
		const char *json, *item;
		size_t most;
	} rows[] = {
		{ MESSAGE("%"), "{\"type\":\"divider\"}", 50 },
		{ MODAL("%"), "{\"type\":\"divider\"}", 100 },
		{ MESSAGE("{\"type\":\"section\",\"block_id\":\"h\",\"fields\":[%]}"), MARKED("x"), 10 },
		{ MESSAGE("{\"type\":\"context\",\"block_id\":\"h\",\"elements\":[%]}"), PLAIN("x"), 10 },
		{ MESSAGE(ACTIONS("%")), "{\"type\":\"button\",\"action_id\":\"#\",\"text\":" PLAIN("B") "}", 25 },
		{ MESSAGE(ACTIONS("{\"type\":\"overflow\",\"action_id\":\"o\",\"options\":[%]}")), OPTION, 5 },
		{ MODAL(INPUT("{\"type\":\"checkboxes\",\"action_id\":\"o\",\"options\":[%]}")), OPTION, 10 },
		{ MODAL(INPUT("{\"type\":\"radio_buttons\",\"action_id\":\"o\",\"options\":[%]}")), OPTION, 10 },
		{ MODAL(INPUT("{\"type\":\"static_select\",\"action_id\":\"o\",\"options\":[%]}")), OPTION, 100 },
		{ MODAL(INPUT("{\"type\":\"multi_static_select\",\"action_id\":\"o\",\"options\":[%]}")), OPTION, 100 },
		{ "{\"options\":[%]}", OPTION, 100 },
		{ MODAL(INPUT("{\"type\":\"checkboxes\",\"action_id\":\"o\"" OPTIONS ",\"initial_options\":[%]}")), OPTION, 10 },
		{ MODAL(INPUT("{\"type\":\"multi_static_select\",\"action_id\":\"o\"" OPTIONS ",\"initial_options\":[%]}")), OPTION, 100 },
		{ MODAL(INPUT("{\"type\":\"multi_external_select\",\"action_id\":\"o\",\"initial_options\":[%]}")), OPTION, 100 },
		{ "{\"type\":\"home\",\"callback_id\":\"c\",\"blocks\":[%]}", "{\"type\":\"divider\"}", 100 },
		{ "{\"unfurls\":{\"https://h.example/\":{\"blocks\":[%]}}}", "{\"type\":\"divider\"}", 50 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		assert_fine(with(rows[i].json, items(rows[i].item, rows[i].most)));
		assert_bad(S("at most"), with(rows[i].json, items(rows[i].item, rows[i].most + 1)));
	}
}

/* Slack may count "&amp;" as five: so do we, in every place of marked text; in plain text an ampersand is one. */
static void
an_escaped_ampersand_counts_five_at_the_limit_and_past_it(void **state)
{
	static const struct {
		const char *json;
		size_t most;
	} marked[] = { { "{\"text\":\"%\",\"blocks\":[{\"type\":\"divider\"}]}", 3000 }, { MESSAGE(SECTION("s", MARKED("%"))), 3000 },
		{ MESSAGE("{\"type\":\"section\",\"block_id\":\"h\",\"fields\":[" MARKED("%") "]}"), 2000 },
		{ MESSAGE("{\"type\":\"context\",\"block_id\":\"h\",\"elements\":[" MARKED("%") "]}"), 2000 } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(marked); i++) {
		assert_fine(with(marked[i].json, many("&amp;", marked[i].most / 5)));
		assert_bad(S("at most"), with(marked[i].json, many("&amp;", marked[i].most / 5 + 1)));
	}
	assert_fine(with(MESSAGE(SECTION("s", PLAIN("%"))), many("&", 3000)));
	assert_bad(S("at most"), with(MESSAGE(SECTION("s", PLAIN("%"))), many("&", 3001)));
}

/* Blocks of SLACK.md 7 that have limits and that we never send: without a printer of ours, and without a fallback, they do not pass. */
static void
blocks_that_we_never_send_do_not_pass(void **state)
{
	static const char *const types[] = { "markdown", "image", "video", "file", "rich_text", "table", "alert", "card", "carousel", "container" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(types); i++)
		assert_bad(S("nothing that may stand here"), with(MESSAGE("{\"type\":\"%\"}"), str_from(types[i])));
	assert_bad(S("nobody knows"), S("{\"type\":\"modal\",\"callback_id\":\"c\",\"external_id\":\"x\",\"title\":" PLAIN("T") ",\"close\":" PLAIN("C") ",\"blocks\":[{\"type\":\"divider\"}]}"));
}

static void
what_must_not_be_is_found(void **state)
{
	static const struct {
		const char *json, *words;
	} rows[] = {
		{ "[]", "no object" },
		{ "{\"blocks\":[{\"type\":\"divider\"}]}", "message.text: is missing" },
		{ "{\"text\":\"t\"}", "message.blocks: is missing" },
		{ MESSAGE("{\"type\":\"nonsense\"}"), "nothing that may stand here" },
		{ MESSAGE("7"), "nothing that may stand here" },
		{ MESSAGE("{\"type\":\"header\",\"block_id\":\"h\",\"text\":" MARKED("x") "}"), "right type" },
		{ MESSAGE("{\"type\":\"section\",\"block_id\":\"s\"}"), "both missing" },
		{ MESSAGE(SECTION("s", "{\"type\":\"plain_text\",\"text\":\"x\"}")), "right type" },
		{ MESSAGE(SECTION("s", "{\"type\":\"plain_text\",\"emoji\":true,\"text\":\"x\"}")), "lets Slack read more" },
		{ MESSAGE(SECTION("s", "{\"type\":\"mrkdwn\",\"text\":\"x\"}")), "right type" },
		{ MESSAGE(SECTION("s", "{\"type\":\"mrkdwn\",\"verbatim\":false,\"text\":\"x\"}")), "lets Slack read more" },
		{ MESSAGE(SECTION("s", PLAIN("x")) "," SECTION("s", PLAIN("y"))), "block_id twice" },
		{ MESSAGE(ACTIONS(BUTTON("") "," BUTTON(""))), "action_id twice" },
		{ MESSAGE(ACTIONS(BUTTON(",\"colour\":\"red\""))), "nobody knows" },
		{ MESSAGE(ACTIONS("{\"type\":\"button\",\"action_id\":\"b\"}")), "button.text: is missing" },
		{ MESSAGE(ACTIONS("{\"type\":\"plain_text_input\",\"action_id\":\"v\"}")), "nothing that may stand here" },
		{ MESSAGE(INPUT("{\"type\":\"plain_text_input\",\"action_id\":\"v\"}")), "nothing that may stand here" },
		{ "{\"type\":\"modal\",\"callback_id\":\"c\",\"close\":" PLAIN("C") ",\"blocks\":[{\"type\":\"divider\"}]}", "modal.title: is missing" },
		{ "{\"type\":\"modal\",\"callback_id\":\"c\",\"title\":" PLAIN("T") ",\"close\":" PLAIN("C") ",\"blocks\":[" INPUT("{\"type\":\"plain_text_input\",\"action_id\":\"v\"}") "]}", "submit: is missing" },
		{ MODAL(INPUT("{\"type\":\"static_select\",\"action_id\":\"o\",\"options\":[" OPTION "],\"initial_option\":{\"text\":" PLAIN("O") ",\"value\":\"w\"}}")), "not among the options" },
		{ MODAL(INPUT("{\"type\":\"checkboxes\",\"action_id\":\"o\",\"options\":[" OPTION "],\"initial_options\":[{\"text\":" PLAIN("X") ",\"value\":\"v\"}]}")), "not among the options" },
		{ MODAL(INPUT("{\"type\":\"plain_text_input\",\"action_id\":\"v\",\"max_length\":3001}")), "at most 3000" },
		{ MESSAGE(SECTION("s", PLAIN("x\\u202ey"))), "invisible" },
		{ "{\"text\":\"t\",\"external_id\":\"x\",\"blocks\":[{\"type\":\"divider\"}]}", "nobody knows" },
		{ "{\"response_action\":\"errors\",\"errors\":{}}", "are none" },
		{ MESSAGE(ACTIONS(BUTTON(",\"style\":\"primaryx\""))), "at most 7" },
		{ "{\"text\":\"t\",\"response_type\":\"in_channel\",\"blocks\":[{\"type\":\"divider\"}]}", "at most 9" },
		{ WRITTEN("timepicker", "initial_time"), "at least 5" },
		{ MODAL(INPUT("{\"type\":\"timepicker\",\"action_id\":\"v\",\"initial_time\":\"18:300\"}")), "at most 5" },
		{ "{\"response_action\":\"clear\",\"view\":{\"type\":\"message\"}}", "nothing that may stand here" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++)
		assert_bad(str_from(rows[i].words), str_from(rows[i].json));
	assert_fine(S("{\"response_action\":\"clear\"}"));
}

static void
marked_text_holds_nothing_that_we_did_not_write(void **state)
{
	static const char *const bad[] = { "<!channel>", "<!here|here>", "<!subteam^S1>", "<@Name Of Somebody>", "<@U1|x>", "<#C1>", "a & b", "&copy;",
		"1 < 2", "2 > 1", "<mailto:a@b>", "<" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
		assert_bad(S("that we did not write"), with(MESSAGE(SECTION("s", MARKED("%"))), str_from(bad[i])));
		assert_bad(S("that we did not write"), with("{\"text\":\"%\",\"blocks\":[{\"type\":\"divider\"}]}", str_from(bad[i])));
		assert_fine(with(MESSAGE(SECTION("s", PLAIN("%"))), str_from(bad[i])));
	}
	assert_fine(S(MESSAGE(SECTION("s", MARKED("<@U1> &amp; <!date^1^x|y> <https://h.example/a|b> &lt;!channel&gt;")))));
}

static void
a_message_with_too_much_text_or_too_many_bytes_is_found(void **state)
{
	struct str blocks = items(SECTION("#", PLAIN("%")), 4);

	(void)state;
	for (size_t i = 0; i < 4; i++)
		blocks = with(str_c(arena, blocks), many("x", 2500));
	assert_fine(with(MESSAGE("%"), blocks));
	assert_bad(S("10,000"), with(MESSAGE("%," SECTION("more", PLAIN("x"))), blocks));
	assert_bad(S("250,000"), str_join(arena, 2, (struct str[]){ S(MESSAGE("{\"type\":\"divider\"}")), many(" ", 250000) }));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_length_is_judged_at_the_limit_and_past_it),
		cmocka_unit_test(every_count_is_judged_at_the_limit_and_past_it),
		cmocka_unit_test(an_escaped_ampersand_counts_five_at_the_limit_and_past_it),
		cmocka_unit_test(blocks_that_we_never_send_do_not_pass),
		cmocka_unit_test(what_must_not_be_is_found),
		cmocka_unit_test(marked_text_holds_nothing_that_we_did_not_write),
		cmocka_unit_test(a_message_with_too_much_text_or_too_many_bytes_is_found),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
