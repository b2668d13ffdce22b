/* What Slack sends, as its documents show it, and what somebody might send instead. */
#include "outside/slack/message_in.h"
#include "outside/slack/testing_slack.h"

static struct str
as_form(const char *name, const char *json)
{
	struct buf out = buf_new(arena, 1 << 20);

	buf_add(&out, str_from(name));
	buf_char(&out, '=');
	for (const char *c = json; *c != '\0'; c++)
		buf_format(&out, "%%%02x", (unsigned char)*c);
	return buf_str(&out);
}

#define COMMAND "token=x&team_id=T0001&team_domain=example&channel_id=C2147483705&channel_name=test&user_id=U2147483697&user_name=Steve" \
	"&api_app_id=A123456&trigger_id=13345224609.738474920.8088930838d88f008e0" \
	"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1234%2F5678"

static void
a_command_is_read(void **state)
{
	struct slack_command c;

	(void)state;
	assert_int_equal(OK, slack_command_read(arena, S(COMMAND "&command=%2Fmentor&text=%3C%40U1%7Cana%3E+%26lt%3Bb%26gt%3B+%26amp%3B+%3Chttps%3A%2F%2Fa.example%7Cx%3E+%3C%23C1%3E"), &c));
	assert_str(S("/mentor"), c.command);
	assert_str(S("@ana <b> & https://a.example #C1"), c.text);
	assert_str(S("T0001"), c.who.team.text);
	assert_str(S("U2147483697"), c.who.user.text);
	assert_str(S("A123456"), c.who.api_app_id);
	assert_str(S("C2147483705"), c.channel.text);
	assert_str(S("https://hooks.slack.com/commands/1234/5678"), c.response_url);
	assert_int_equal(OK, slack_command_read(arena, S(COMMAND "&command=%2Fmentor-volunteer&text="), &c));
	assert_str(S(""), c.text);
	assert_int_equal(OK, slack_command_read(arena, S("ssl_check=1&token=x"), &c));
	assert_true(c.is_probe);
}

static void
an_odd_command_is_refused(void **state)
{
	static const char *const bad[] = {
		"", "%", COMMAND, COMMAND "&command=mentor", COMMAND "&command=%2F", COMMAND "&command=%2FMentor", COMMAND "&command=%2Fm&command=%2Fm",
		COMMAND "&command=%2Fm&text=a&text=b", COMMAND "&command=%2Fm&user_id=U2", COMMAND "&command=%2Fm&text=%00", COMMAND "&command=%2Fm&text=%ff",
		"team_id=T1&channel_id=C1&user_id=u1&command=%2Fm&trigger_id=1&response_url=https%3A%2F%2Fa",
		"team_id=1&channel_id=C1&user_id=U1&command=%2Fm&trigger_id=1&response_url=https%3A%2F%2Fa",
		"team_id=T1&channel_id=C1&user_id=U1&command=%2Fm&trigger_id=1&response_url=ftp%3A%2F%2Fa",
		"team_id=T1&channel_id=C1&user_id=U1&command=%2Fm&trigger_id=1+2&response_url=https%3A%2F%2Fa",
		"team_id=T1&channel_id=C1&user_id=U1&command=%2Fm&trigger_id=&response_url=https%3A%2F%2Fa",
		"team_id=T1&channel_id=C1&user_id=U1&command=%2Fm&trigger_id=1&response_url=https%3A%2F%2Fa%0d%0aX",
	};
	struct slack_command c;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		if (slack_command_read(arena, str_from(bad[i]), &c) != BAD_REQUEST)
			fail_msg("read: %s", bad[i]);
	assert_int_equal(BAD_REQUEST, slack_command_read(arena, many("a", SLACK_BODY_MAX + 1), &c));
}

#define WHO "\"user\":{\"id\":\"U1\",\"username\":\"ana\",\"team_id\":\"T1\"},\"team\":{\"id\":\"T1\",\"domain\":\"example\"},\"api_app_id\":\"A1\""
#define ACTIONS \
	"{\"type\":\"block_actions\"," WHO ",\"trigger_id\":\"1.2.3\",\"response_url\":\"https://hooks.slack.com/actions/1\"," \
	"\"container\":{\"type\":\"message\",\"message_ts\":\"1764000000.000100\",\"channel_id\":\"C1\",\"is_ephemeral\":false}," \
	"\"channel\":{\"id\":\"C1\",\"name\":\"mentors\"},\"message\":{\"ts\":\"1764000000.000100\",\"bot_id\":\"B1\",\"text\":\"x\"}," \
	"\"actions\":[{\"action_id\":\"req_claim\",\"block_id\":\"a\",\"type\":\"button\",\"value\":\"r.7Qk2.3\",\"action_ts\":\"1764000001.1\"}," \
	"{\"action_id\":\"req_more\",\"block_id\":\"a\",\"type\":\"overflow\",\"selected_option\":{\"text\":{\"type\":\"plain_text\",\"text\":\"Pass\"}," \
	"\"value\":\"pass.7Qk2\"},\"action_ts\":\"1764000001.2\"}]}"

static void
every_press_of_a_payload_is_read(void **state)
{
	struct slack_interact i;

	(void)state;
	assert_int_equal(OK, slack_interact_read(arena, as_form("payload", ACTIONS), &i));
	assert_int_equal(SLACK_ACTIONS, i.kind);
	assert_int_equal(2, i.action_count);
	assert_str(S("req_claim"), i.actions[0].action_id);
	assert_str(S("r.7Qk2.3"), i.actions[0].values.at[0]);
	assert_str(S("pass.7Qk2"), i.actions[1].values.at[0]);
	assert_str(S("1764000001.2"), i.actions[1].action_ts);
	assert_str(S("1764000000.000100"), i.message_ts);
	assert_str(S("C1"), i.channel.text);
	assert_str(S("T1"), i.who.team.text);
	assert_str(S("U1"), i.who.user.text);
	assert_str(S("https://hooks.slack.com/actions/1"), i.response_url);
}

#define VIEW \
	"\"view\":{\"id\":\"V1\",\"type\":\"modal\",\"hash\":\"1.abc\",\"callback_id\":\"ask\",\"private_metadata\":\"{\\\"p\\\":\\\"x\\\",\\\"k\\\":\\\"k1\\\"}\"," \
	"\"blocks\":[{\"type\":\"context\",\"block_id\":\"-intro\",\"elements\":[]},{\"type\":\"input\",\"block_id\":\"title\"},{\"type\":\"input\",\"block_id\":\"skills\"}]," \
	"\"state\":{\"values\":{\"title\":{\"v\":{\"type\":\"plain_text_input\",\"value\":\"A title\"}}," \
	"\"skills\":{\"v\":{\"type\":\"multi_static_select\",\"selected_options\":[{\"value\":\"python\"},{\"value\":\"c\"}]}}," \
	"\"service\":{\"v\":{\"type\":\"radio_buttons\",\"selected_option\":{\"value\":\"mock\"}}}," \
	"\"details\":{\"v\":{\"type\":\"plain_text_input\",\"value\":null}},\"none\":{\"v\":{\"type\":\"radio_buttons\",\"selected_option\":null}}," \
	"\"day\":{\"v\":{\"type\":\"datepicker\",\"selected_date\":\"2026-11-24\"}}," \
	"\"hour\":{\"v\":{\"type\":\"timepicker\",\"selected_time\":\"18:30\"}}}}}"

static void
a_submission_is_read_with_all_that_stands_in_it(void **state)
{
	struct slack_interact i;

	(void)state;
	assert_int_equal(OK, slack_interact_read(arena, as_form("payload", "{\"type\":\"view_submission\"," WHO ",\"trigger_id\":\"1\"," VIEW "}"), &i));
	assert_int_equal(SLACK_SUBMISSION, i.kind);
	assert_str(S("V1"), i.view.id);
	assert_str(S("1.abc"), i.view.hash);
	assert_str(S("ask"), i.view.callback_id);
	assert_str(S("{\"p\":\"x\",\"k\":\"k1\"}"), i.view.private_metadata);
	assert_int_equal(7, i.view.answer_count);
	assert_str(S("title"), i.view.answers[0].block_id);
	assert_str(S("A title"), i.view.answers[0].values.at[0]);
	assert_int_equal(2, i.view.answers[1].values.count);
	assert_str(S("c"), i.view.answers[1].values.at[1]);
	assert_str(S("mock"), i.view.answers[2].values.at[0]);
	assert_int_equal(0, i.view.answers[3].values.count);
	assert_int_equal(0, i.view.answers[4].values.count);
	assert_str(S("2026-11-24"), i.view.answers[5].values.at[0]);
	assert_str(S("18:30"), i.view.answers[6].values.at[0]);
	assert_int_equal(2, i.view.inputs.count);
	assert_str(S("skills"), i.view.inputs.at[1]);
	assert_int_equal(OK, slack_interact_read(arena, as_form("payload", "{\"type\":\"view_closed\"," WHO ",\"is_cleared\":false," VIEW "}"), &i));
	assert_int_equal(SLACK_CLOSED, i.kind);
}

static void
shortcuts_are_read(void **state)
{
	struct slack_interact i;

	(void)state;
	assert_int_equal(OK, slack_interact_read(arena, as_form("payload", "{\"type\":\"shortcut\"," WHO ",\"trigger_id\":\"1.2\",\"callback_id\":\"report_concern\"}"), &i));
	assert_int_equal(SLACK_SHORTCUT, i.kind);
	assert_str(S("report_concern"), i.callback_id);
	assert_int_equal(OK, slack_interact_read(arena, as_form("payload", "{\"type\":\"message_action\"," WHO ",\"trigger_id\":\"1.2\",\"callback_id\":\"ask_from_message\","
		"\"channel\":{\"id\":\"C1\"},\"message\":{\"ts\":\"1764000000.000100\",\"text\":\"not ours\"},\"response_url\":\"https://hooks.slack.com/x\"}"), &i));
	assert_int_equal(SLACK_MESSAGE_SHORTCUT, i.kind);
	assert_str(S("https://example.slack.com/archives/C1/p1764000000000100"), i.permalink);
}

static void
an_odd_payload_is_refused(void **state)
{
	static const char *const bad[] = {
		"", "{", "[]", "7", "{}", "{\"type\":\"nonsense\"," WHO "}", "{\"type\":\"block_actions\"," WHO "}",
		"{\"type\":\"block_actions\"," WHO ",\"actions\":[]}", "{\"type\":\"block_actions\"," WHO ",\"actions\":[{}]}",
		"{\"type\":\"block_actions\"," WHO ",\"actions\":{\"a\":1}}", "{\"type\":\"block_actions\"," WHO ",\"actions\":[{\"action_id\":7}]}",
		"{\"type\":\"block_actions\",\"user\":{\"id\":\"U1\"},\"actions\":[{\"action_id\":\"a\"}]}",
		"{\"type\":\"block_actions\",\"user\":{\"id\":\"U1<\"},\"team\":{\"id\":\"T1\"},\"actions\":[{\"action_id\":\"a\"}]}",
		"{\"type\":\"block_actions\",\"user\":\"U1\",\"team\":{\"id\":\"T1\"},\"actions\":[{\"action_id\":\"a\"}]}",
		"{\"type\":\"view_submission\"," WHO "}", "{\"type\":\"view_submission\"," WHO ",\"view\":{}}", "{\"type\":\"view_submission\"," WHO ",\"view\":[]}",
		"{\"type\":\"view_submission\"," WHO ",\"view\":{\"id\":\"V1\",\"state\":{\"values\":{\"a\":7}}}}",
		"{\"type\":\"view_submission\"," WHO ",\"view\":{\"id\":\"V1\",\"state\":{\"values\":{\"a\":{\"v\":[]}}}}}",
		"{\"type\":\"view_submission\"," WHO ",\"view\":{\"id\":\"V1\",\"state\":{\"values\":{\"a\":{\"v\":{\"value\":7}}}}}}",
		"{\"type\":\"shortcut\"," WHO ",\"trigger_id\":\"1\"}", "{\"type\":\"shortcut\"," WHO ",\"callback_id\":\"c\"}",
		"{\"type\":\"shortcut\"," WHO ",\"trigger_id\":\"1\",\"callback_id\":\"c\",\"type\":\"shortcut\"}",
		"{\"type\":\"shortcut\"," WHO ",\"trigger_id\":\"1 2\",\"callback_id\":\"c\"}",
		"{\"type\":\"shortcut\"," WHO ",\"trigger_id\":\"1\",\"callback_id\":\"c\",\"response_url\":\"javascript:1\"}",
	};
	struct slack_interact i;

	(void)state;
	for (size_t k = 0; k < ARRAY_LENGTH(bad); k++)
		if (slack_interact_read(arena, as_form("payload", bad[k]), &i) != BAD_REQUEST)
			fail_msg("read: %s", bad[k]);
	assert_int_equal(BAD_REQUEST, slack_interact_read(arena, as_form("other", ACTIONS), &i));
	assert_int_equal(BAD_REQUEST, slack_interact_read(arena, str_join(arena, 3, (struct str[]){ as_form("payload", ACTIONS), S("&"),
		as_form("payload", ACTIONS) }), &i));
	assert_int_equal(BAD_REQUEST, slack_interact_read(arena, S(ACTIONS), &i));
}

/* A body of commas would become a hundred times its size. */
static void
the_largest_body_stays_within_the_arena(void **state)
{
	struct str commas = str_join(arena, 3, (struct str[]){ S("{\"type\":\"x\",\"a\":[0"), many(",0", 100000), S("]}") });
	struct str deep = str_join(arena, 2, (struct str[]){ many("[", 100000), many("]", 100000) });
	struct str few = str_join(arena, 3, (struct str[]){ S("{\"type\":\"x\",\"a\":[0"), many(",0", SLACK_IN_ITEMS - 4), S("]}") });
	struct arena *small;
	struct slack_event e;

	(void)state;
	arena_open(SLACK_IN_ARENA, &small);
	assert_int_equal(BAD_REQUEST, slack_event_read(small, commas, &e));
	assert_int_equal(BAD_REQUEST, slack_event_read(small, deep, &e));
	assert_int_equal(OK, slack_event_read(small, few, &e));
	assert_int_equal(SLACK_EVENT_UNKNOWN, e.kind);
	arena_close(&small);
}

static void
a_question_for_options_is_read(void **state)
{
	struct slack_suggestion s;

	(void)state;
	assert_int_equal(OK, slack_options_read(arena, as_form("payload", "{\"type\":\"block_suggestion\"," WHO ",\"action_id\":\"v\",\"block_id\":\"who\",\"value\":\"an\xc3\xa4\"," VIEW "}"), &s));
	assert_str(S("who"), s.block_id);
	assert_str(S("anä"), s.typed);
	assert_str(S("ask"), s.view.callback_id);
	assert_int_equal(BAD_REQUEST, slack_options_read(arena, as_form("payload", "{\"type\":\"block_suggestion\"," WHO "}"), &s));
	assert_int_equal(BAD_REQUEST, slack_options_read(arena, as_form("payload", ACTIONS), &s));
	assert_int_equal(BAD_REQUEST, slack_options_read(arena, as_form("payload", "{\"type\":\"block_suggestion\",\"action_id\":\"v\"}"), &s));
}

#define CALLBACK(event) "{\"token\":\"x\",\"team_id\":\"T1\",\"api_app_id\":\"A1\",\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event_time\":1,\"event\":" event "}"

static void
events_are_read(void **state)
{
	struct slack_event e;

	(void)state;
	assert_int_equal(OK, slack_event_read(arena, S("{\"type\":\"url_verification\",\"token\":\"x\",\"challenge\":\"3eZbrw1aB\"}"), &e));
	assert_int_equal(SLACK_EVENT_VERIFY, e.kind);
	assert_str(S("3eZbrw1aB"), e.challenge);
	assert_int_equal(OK, slack_event_read(arena, S(CALLBACK("{\"type\":\"app_home_opened\",\"user\":\"U1\",\"channel\":\"D1\",\"tab\":\"home\",\"view\":{\"id\":\"V1\",\"hash\":\"1.h\",\"type\":\"home\"}}")), &e));
	assert_int_equal(SLACK_EVENT_HOME, e.kind);
	assert_true(e.is_home);
	assert_str(S("1.h"), e.view.hash);
	assert_str(S("Ev1"), e.event_id);
	assert_int_equal(OK, slack_event_read(arena, S(CALLBACK("{\"type\":\"link_shared\",\"user\":\"U1\",\"channel\":\"C1\",\"message_ts\":\"1.2\",\"unfurl_id\":\"u.1\",\"source\":\"conversations_history\",\"links\":[{\"domain\":\"h.example\",\"url\":\"https://h.example/p/x\"}]}")), &e));
	assert_int_equal(SLACK_EVENT_LINK, e.kind);
	assert_str(S("https://h.example/p/x"), e.links.at[0]);
	assert_str(S("C1"), e.channel.text);
	assert_int_equal(OK, slack_event_read(arena, S(CALLBACK("{\"type\":\"link_shared\",\"user\":\"U1\",\"channel\":\"COMPOSER\",\"source\":\"composer\",\"message_ts\":\"x\",\"links\":[]}")), &e));
	assert_str(S("composer"), e.source);
	assert_int_equal(OK, slack_event_read(arena, S(CALLBACK("{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[],\"bot\":[\"U9\"]}}")), &e));
	assert_true(e.is_bot_token);
	assert_int_equal(OK, slack_event_read(arena, S(CALLBACK("{\"type\":\"app_uninstalled\"}")), &e));
	assert_int_equal(SLACK_EVENT_UNINSTALLED, e.kind);
	assert_int_equal(OK, slack_event_read(arena, S(CALLBACK("{\"type\":\"team_join\",\"user\":{\"id\":\"U7\",\"is_bot\":true}}")), &e));
	assert_str(S("U7"), e.user.text);
	assert_true(e.is_bot);
	assert_int_equal(OK, slack_event_read(arena, S(CALLBACK("{\"type\":\"message\",\"user\":7,\"text\":\"not ours to read\"}")), &e));
	assert_int_equal(SLACK_EVENT_UNKNOWN, e.kind);
	assert_str(S("message"), e.type);
	assert_int_equal(OK, slack_event_read(arena, S("{\"type\":\"app_rate_limited\",\"team_id\":\"T1\"}"), &e));
	assert_int_equal(SLACK_EVENT_UNKNOWN, e.kind);
}

static void
odd_events_are_refused(void **state)
{
	static const char *const bad[] = { "", "null", "{\"type\":7}", "{}", "{\"type\":\"url_verification\"}", "{\"type\":\"url_verification\",\"challenge\":\"a b\"}",
		"{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"team_id\":\"T1\"}", "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"app_uninstalled\"}}",
		"{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"app_uninstalled\"}}", CALLBACK("{\"type\":\"app_home_opened\"}"),
		CALLBACK("{\"type\":\"app_home_opened\",\"user\":7}"), CALLBACK("{\"type\":\"app_home_opened\",\"user\":\"<!here>\"}"),
		CALLBACK("{\"type\":\"link_shared\",\"user\":\"U1\",\"channel\":\"C1\"}"), CALLBACK("{\"type\":\"link_shared\",\"channel\":\"C1\",\"links\":[{\"url\":\"ftp://x\"}]}"),
		CALLBACK("{\"type\":\"link_shared\",\"channel\":\"C1\",\"links\":[7]}") };
	struct slack_event e;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		if (slack_event_read(arena, str_from(bad[i]), &e) != BAD_REQUEST)
			fail_msg("read: %s", bad[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_command_is_read),
		cmocka_unit_test(an_odd_command_is_refused),
		cmocka_unit_test(every_press_of_a_payload_is_read),
		cmocka_unit_test(a_submission_is_read_with_all_that_stands_in_it),
		cmocka_unit_test(shortcuts_are_read),
		cmocka_unit_test(an_odd_payload_is_refused),
		cmocka_unit_test(the_largest_body_stays_within_the_arena),
		cmocka_unit_test(a_question_for_options_is_read),
		cmocka_unit_test(events_are_read),
		cmocka_unit_test(odd_events_are_refused),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
