/* Calls as they leave, through a fake exchange, and every way in which one can end. */
#include "outside/slack/client.h"
#include "outside/slack/testing_slack.h"

static struct exchange_ask asked;
static enum outcome fake_says;

static enum outcome
fake_start(void *self, const struct exchange_ask *ask)
{
	(void)self;
	asked = *ask;
	return fake_says;
}

static const struct exchange fake = { .start = fake_start };
static const struct slack_server server = { S_STATIC("https://slack.com/api/"), S_STATIC("xoxb-secret") };
static const struct slack_server local = { S_STATIC("http://127.0.0.1:4400/api/"), S_STATIC("xoxb-secret") };

static void
a_message_gets_its_address_when_it_leaves(void **state)
{
	struct slack_call call = { .method = SLACK_CALL_POST, .arguments = { { S("channel"), S("C1") }, { S("thread_ts"), S("1.2") }, { S("ts"), S("") } },
		.content = S("{\"text\":\"t\"}") };

	(void)state;
	fake_says = OK;
	assert_int_equal(OK, slack_start(&fake, arena, &server, &call, 7));
	assert_str(S("https://slack.com/api/chat.postMessage"), asked.url);
	assert_str(S("{\"channel\":\"C1\",\"thread_ts\":\"1.2\",\"text\":\"t\"}"), asked.body);
	assert_str(S("xoxb-secret"), asked.bearer);
	assert_str(S("application/json; charset=utf-8"), asked.content_type);
	assert_int_equal(EXCHANGE_POST, asked.kind);
	assert_int_equal(7, asked.token);
	assert_int_equal(SLACK_LIMIT_MS, asked.limit_ms);
	fake_says = TOO_MANY;
	assert_int_equal(TOO_MANY, slack_start(&fake, arena, &server, &call, 7));
	fake_says = OK;
}

static void
a_view_is_opened_in_haste(void **state)
{
	struct slack_call call = { .method = SLACK_CALL_VIEW_OPEN, .arguments = { { S("trigger_id"), S("1.2.\"3") } }, .view = S("{\"type\":\"modal\"}"),
		.is_express = true };

	(void)state;
	assert_int_equal(OK, slack_start(&fake, arena, &server, &call, 1));
	assert_str(S("{\"trigger_id\":\"1.2.\\\"3\",\"view\":{\"type\":\"modal\"}}"), asked.body);
	assert_int_equal(SLACK_EXPRESS_MS, asked.limit_ms);
}

static void
methods_that_read_are_asked_by_a_form(void **state)
{
	struct slack_call call = { .method = SLACK_CALL_USER_BY_EMAIL, .arguments = { { S("email"), S("o'hara+x&y@example.org") } } };

	(void)state;
	assert_int_equal(OK, slack_start(&fake, arena, &server, &call, 1));
	assert_str(S("https://slack.com/api/users.lookupByEmail"), asked.url);
	/* defect 5: an apostrophe broke the query */
	assert_str(S("email=o%27hara%2Bx%26y%40example.org"), asked.body);
	assert_str(S("application/x-www-form-urlencoded"), asked.content_type);
	call = (struct slack_call){ .method = SLACK_CALL_AUTH_TEST };
	assert_int_equal(OK, slack_start(&fake, arena, &server, &call, 1));
	assert_str(S(""), asked.body);
	call = (struct slack_call){ .method = SLACK_CALL_OAUTH, .arguments = { { S("code"), S("c") }, { S("client_secret"), S("s") } } };
	assert_int_equal(OK, slack_start(&fake, arena, &server, &call, 1));
	assert_str(S(""), asked.bearer);
	assert_str(S("code=c&client_secret=s"), asked.body);
}

static void
what_is_no_content_is_not_sent(void **state)
{
	static const char *const bad[] = { "x", "{", "[]", "}" };
	struct str body;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
		assert_int_equal(BAD_INPUT, slack_call_print(arena, &(struct slack_call){ .method = SLACK_CALL_POST, .content = str_from(bad[i]) }, &body));
		assert_int_equal(BAD_INPUT, slack_call_print(arena, &(struct slack_call){ .method = SLACK_CALL_VIEW_OPEN, .view = str_from(bad[i]) }, &body));
	}
	assert_int_equal(OK, slack_call_print(arena, &(struct slack_call){ .method = SLACK_CALL_POST, .content = S("{}") }, &body));
	assert_str(S("{}"), body);
}

static void
a_response_url_is_slacks_or_nobodys(void **state)
{
	static const char *const bad[] = { "", "http://hooks.slack.com/x", "https://hooks.slack.com.evil.example/x", "https://evil.example/", "ftp://x",
		"https://slack.com/api/x", "http://127.0.0.1:4400/x", "https://hooks.slack.com@evil.example/x" };
	struct slack_call call = { .method = SLACK_CALL_RESPONSE, .content = S("{\"text\":\"t\"}"), .response_url = S("https://hooks.slack.com/actions/T1/2/3") };

	(void)state;
	assert_int_equal(OK, slack_start(&fake, arena, &server, &call, 1));
	assert_str(S("https://hooks.slack.com/actions/T1/2/3"), asked.url);
	assert_str(S(""), asked.bearer);
	assert_str(S("{\"text\":\"t\"}"), asked.body);
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
		call.response_url = str_from(bad[i]);
		assert_int_equal(FORBIDDEN, slack_start(&fake, arena, &server, &call, 1));
	}
	call.response_url = S("http://127.0.0.1:4400/response/1");
	assert_int_equal(OK, slack_start(&fake, arena, &local, &call, 1));
	call.response_url = S("http://127.0.0.1:4401/response/1");
	assert_int_equal(FORBIDDEN, slack_start(&fake, arena, &local, &call, 1));
}

static struct slack_verdict
judge(enum slack_method method, int status, int64_t retry, const char *body)
{
	struct exchange_answer answer = { .fate = EXCHANGE_ANSWERED, .status = status, .retry_after_seconds = retry, .body = str_from(body) };
	struct slack_verdict verdict;

	slack_verdict(arena, method, &answer, &verdict);
	return verdict;
}

static void
an_ok_tells_where_it_stands(void **state)
{
	struct slack_verdict v = judge(SLACK_CALL_POST, 200, -1, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1764000000.000100\",\"message\":{\"ts\":\"x\"}}");

	(void)state;
	assert_int_equal(SLACK_SENT, v.fate);
	assert_str(S("C1"), v.channel);
	assert_str(S("1764000000.000100"), v.ts);
	v = judge(SLACK_CALL_DM_OPEN, 200, -1, "{\"ok\":true,\"channel\":{\"id\":\"D1\"}}");
	assert_str(S("D1"), v.channel);
	v = judge(SLACK_CALL_USER_BY_EMAIL, 200, -1, "{\"ok\":true,\"user\":{\"id\":\"U1\",\"team_id\":\"T1\",\"deleted\":true,\"is_bot\":false,\"tz\":\"Asia/Tokyo\",\"profile\":{\"email\":\"a@b\"}}}");
	assert_str(S("U1"), v.user);
	assert_str(S("a@b"), v.email);
	assert_true(v.is_deleted && !v.is_bot);
	/* defect 13: nobody's address is shown to us, and that is no error */
	v = judge(SLACK_CALL_USER_INFO, 200, -1, "{\"ok\":true,\"user\":{\"id\":\"U1\",\"profile\":{}}}");
	assert_int_equal(SLACK_SENT, v.fate);
	assert_str(S(""), v.email);
	v = judge(SLACK_CALL_VIEW_OPEN, 200, -1, "{\"ok\":true,\"view\":{\"id\":\"V1\",\"hash\":\"1.h\"}}");
	assert_str(S("V1"), v.view_id);
	assert_str(S("1.h"), v.view_hash);
	v = judge(SLACK_CALL_OAUTH, 200, -1, "{\"ok\":true,\"access_token\":\"xoxb-1\",\"scope\":\"commands\",\"bot_user_id\":\"U9\",\"app_id\":\"A1\",\"team\":{\"id\":\"T1\"}}");
	assert_str(S("xoxb-1"), v.token);
	assert_str(S("T1"), v.team);
	v = judge(SLACK_CALL_CHANNEL_INFO, 200, -1, "{\"ok\":true,\"channel\":{\"id\":\"C1\",\"name\":\"mentors\",\"is_private\":true,\"is_member\":true,\"is_archived\":false}}");
	assert_true(v.is_private && v.is_member && !v.is_archived && str_equal(v.name, S("mentors")));
}

/* SLACK.md 10, row by row; "200 with ok:false" is a failure each time. */
static void
each_error_has_its_fate(void **state)
{
	static const struct {
		const char *error;
		enum slack_fate fate;
	} rows[] = {
		{ "token_revoked", SLACK_TOKEN_DEAD }, { "invalid_auth", SLACK_TOKEN_DEAD }, { "account_inactive", SLACK_TOKEN_DEAD },
		{ "missing_scope", SLACK_SCOPE_MISSING }, { "is_archived", SLACK_CHANNEL_BROKEN }, { "channel_not_found", SLACK_CHANNEL_BROKEN },
		{ "not_in_channel", SLACK_CHANNEL_BROKEN }, { "message_not_found", SLACK_MESSAGE_GONE }, { "edit_window_closed", SLACK_MESSAGE_GONE },
		{ "cant_update_message", SLACK_MESSAGE_GONE }, { "user_not_found", SLACK_PERSON_AWAY }, { "user_disabled", SLACK_PERSON_AWAY },
		{ "user_not_visible", SLACK_PERSON_AWAY }, { "messages_tab_disabled", SLACK_PERSON_AWAY }, { "users_not_found", SLACK_NO_SUCH_USER },
		{ "expired_trigger_id", SLACK_TRIGGER_OVER }, { "exchanged_trigger_id", SLACK_TRIGGER_OVER }, { "hash_conflict", SLACK_HASH_CONFLICT },
		{ "invalid_blocks", SLACK_OUR_BUG }, { "msg_too_long", SLACK_OUR_BUG }, { "internal_error", SLACK_LATER }, { "fatal_error", SLACK_LATER },
		{ "something_new", SLACK_OUR_BUG }, { "already_in_channel", SLACK_ALREADY },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		struct str body = str_join(arena, 3, (struct str[]){ S("{\"ok\":false,\"error\":\""), str_from(rows[i].error), S("\"}") });
		struct slack_verdict v = judge(SLACK_CALL_POST, 200, -1, str_c(arena, body));

		if (v.fate != rows[i].fate)
			fail_msg("%s is %.*s", rows[i].error, STR_FORMAT(slack_fate_name(v.fate)));
		assert_str(str_from(rows[i].error), v.error);
		assert_true(slack_fate_words(v.fate).length > 0);
	}
	assert_str(S(""), judge(SLACK_CALL_POST, 200, -1, "{\"ok\":false,\"error\":\"xoxb-Secret\"}").error);
}

static void
whoever_sends_too_much_waits_as_long_as_slack_says(void **state)
{
	struct slack_verdict v = judge(SLACK_CALL_UPDATE, 429, 30, "");

	(void)state;
	assert_int_equal(SLACK_LIMITED, v.fate);
	assert_int_equal(30, v.after_seconds);
	assert_int_equal(SLACK_LIMITED_SECONDS, judge(SLACK_CALL_UPDATE, 429, -1, "x").after_seconds);
	assert_int_equal(1, judge(SLACK_CALL_UPDATE, 429, 0, "x").after_seconds);
	assert_int_equal(SLACK_LIMITED_MAX, judge(SLACK_CALL_UPDATE, 429, 1 << 30, "x").after_seconds);
	v = judge(SLACK_CALL_UPDATE, 200, -1, "{\"ok\":false,\"error\":\"ratelimited\"}");
	assert_int_equal(SLACK_LIMITED, v.fate);
	assert_int_equal(SLACK_LIMITED_SECONDS, v.after_seconds);
}

static void
a_lost_answer_is_unclear_where_twice_is_not_the_same(void **state)
{
	struct exchange_answer lost = { .fate = EXCHANGE_UNCLEAR }, never = { .fate = EXCHANGE_NOT_TAKEN };
	struct slack_verdict v;

	(void)state;
	slack_verdict(arena, SLACK_CALL_POST, &lost, &v);
	assert_int_equal(SLACK_UNCLEAR, v.fate);
	slack_verdict(arena, SLACK_CALL_UPDATE, &lost, &v);
	assert_int_equal(SLACK_LATER, v.fate);
	slack_verdict(arena, SLACK_CALL_POST, &never, &v);
	assert_int_equal(SLACK_LATER, v.fate);
	assert_int_equal(SLACK_UNCLEAR, judge(SLACK_CALL_POST, 200, -1, "<html>").fate);
	assert_int_equal(SLACK_UNCLEAR, judge(SLACK_CALL_POST, 200, -1, "{}").fate);
	assert_int_equal(SLACK_LATER, judge(SLACK_CALL_DELETE, 200, -1, "").fate);
	assert_int_equal(SLACK_LATER, judge(SLACK_CALL_POST, 503, -1, "").fate);
	assert_int_equal(SLACK_OUR_BUG, judge(SLACK_CALL_POST, 404, -1, "not here").fate);
	assert_int_equal(SLACK_OUR_BUG, judge(SLACK_CALL_POST, 302, -1, "{\"ok\":true}").fate);
	assert_int_equal(SLACK_TOKEN_DEAD, judge(SLACK_CALL_POST, 401, -1, "{\"ok\":false,\"error\":\"invalid_auth\"}").fate);
}

static void
a_response_url_answers_in_its_own_way(void **state)
{
	(void)state;
	assert_int_equal(SLACK_SENT, judge(SLACK_CALL_RESPONSE, 200, -1, "ok").fate);
	assert_int_equal(SLACK_SENT, judge(SLACK_CALL_RESPONSE, 200, -1, "{\"ok\":true}").fate);
	assert_int_equal(SLACK_LINK_OVER, judge(SLACK_CALL_RESPONSE, 404, -1, "{\"ok\":false,\"error\":\"used_url\"}").fate);
	assert_int_equal(SLACK_LINK_OVER, judge(SLACK_CALL_RESPONSE, 200, -1, "{\"ok\":false,\"error\":\"expired_url\"}").fate);
}

static void
our_own_post_is_found_again(void **state)
{
	struct str body = S("{\"ok\":true,\"messages\":[{\"ts\":\"1700000009.0\"},{\"ts\":\"1700000002.0\",\"metadata\":{\"event_type\":\"t\",\"event_payload\":{\"id\":\"7qk2\",\"seq\":8}}},"
		"{\"ts\":\"1700000003.0\",\"metadata\":{\"event_type\":\"t\",\"event_payload\":{\"id\":\"7qk2\",\"seq\":7}}},"
		"{\"ts\":\"1700000004.0\",\"metadata\":{\"event_type\":\"other\",\"event_payload\":{\"id\":\"7qk2\",\"seq\":9}}}]}");
	struct slack_mark ours = { .type = S("t"), .id = S("7qk2") }, another = { .type = S("t"), .id = S("7qk3") };
	struct slack_found found;

	(void)state;
	slack_history_find(arena, body, &ours, &found);
	assert_str(S("1700000003.0"), found.ts);    /* of several the newest */
	assert_int_equal(7, found.number);
	slack_history_find(arena, body, &another, &found);
	assert_str(S(""), found.ts);
	slack_history_find(arena, S("nothing"), &ours, &found);
	assert_str(S(""), found.ts);
	slack_history_find(arena, S("{\"messages\":[7,{\"metadata\":[]},{\"metadata\":{\"event_payload\":{\"seq\":7}}}]}"), &ours, &found);
	assert_str(S(""), found.ts);
}

static void
a_page_says_what_the_next_one_is_asked_with(void **state)
{
	static const struct {
		const char *body, *cursor;
	} pages[] = {
		{ "{\"messages\":[],\"has_more\":true,\"response_metadata\":{\"next_cursor\":\"bmV4dA==\"}}", "bmV4dA==" },
		{ "{\"messages\":[],\"has_more\":false,\"response_metadata\":{\"next_cursor\":\"bmV4dA==\"}}", "" },
		{ "{\"messages\":[],\"has_more\":true,\"response_metadata\":{\"next_cursor\":\"\"}}", "" },
		{ "{\"messages\":[],\"has_more\":true}", "" }, { "{\"messages\":[]}", "" }, { "[]", "" },
	};
	struct slack_mark ours = { .type = S("t"), .id = S("7qk2") };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(pages); i++) {
		struct slack_found found;

		slack_history_find(arena, str_from(pages[i].body), &ours, &found);
		assert_str(str_from(pages[i].cursor), found.cursor);
	}
}

static void
a_message_is_known_by_its_metadata(void **state)
{
	struct slack_mark mark;

	(void)state;
	assert_true(slack_mark_read(arena, S("{\"text\":\"x\",\"metadata\":{\"event_type\":\"mentord_request\",\"event_payload\":{\"id\":\"7qk2\",\"seq\":7}}}"), &mark));
	assert_str(S("mentord_request"), mark.type);
	assert_str(S("7qk2"), mark.id);
	assert_int_equal(7, mark.number);
	assert_false(slack_mark_read(arena, S("{\"text\":\"x\"}"), &mark));
	assert_false(slack_mark_read(arena, S("Words"), &mark));
}

static void
attempts_grow_rarer(void **state)
{
	static const int64_t wanted[] = { 2, 10, 60, 300, 900, 3600, 3600, 3600 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(wanted); i++)
		assert_int_equal(wanted[i], slack_retry_seconds((int64_t)i + 1));
	assert_int_equal(3600, slack_retry_seconds(INT64_MAX));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_message_gets_its_address_when_it_leaves),
		cmocka_unit_test(a_view_is_opened_in_haste),
		cmocka_unit_test(methods_that_read_are_asked_by_a_form),
		cmocka_unit_test(what_is_no_content_is_not_sent),
		cmocka_unit_test(a_response_url_is_slacks_or_nobodys),
		cmocka_unit_test(an_ok_tells_where_it_stands),
		cmocka_unit_test(each_error_has_its_fate),
		cmocka_unit_test(whoever_sends_too_much_waits_as_long_as_slack_says),
		cmocka_unit_test(a_lost_answer_is_unclear_where_twice_is_not_the_same),
		cmocka_unit_test(a_response_url_answers_in_its_own_way),
		cmocka_unit_test(our_own_post_is_found_again),
		cmocka_unit_test(a_page_says_what_the_next_one_is_asked_with),
		cmocka_unit_test(a_message_is_known_by_its_metadata),
		cmocka_unit_test(attempts_grow_rarer),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
