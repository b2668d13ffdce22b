/* HTTP to servers of every temper. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include <time.h>

#include "system/testing_exchange.h"

#define ANSWER(status, headers, body) "HTTP/1.1 " status "\r\n" headers "Content-Length: " body

static struct exchange_ask
post_to(const struct peer *p)
{
	return (struct exchange_ask){ .kind = EXCHANGE_POST, .token = 9, .url = url_of_peer(p, "http", "/api/chat.post?x=1"), .bearer = S("xoxb-secret"),
		.content_type = S("application/json; charset=utf-8"), .body = S("{\"text\":\"\xc3\xa4\"}"), .limit_ms = 4000 };
}

static struct exchange_answer
post_meets(const char *says, int64_t limit_ms)
{
	const struct peer_row rows[ROWS] = { { "POST", says } };
	struct peer p = peer_open(rows, peer_serves_web);
	struct exchange_ask ask = post_to(&p);
	struct exchange_answer answer;

	if (limit_ms > 0)
		ask.limit_ms = limit_ms;
	answer = answer_to(&ask);
	assert_int_equal(9, answer.token);
	assert_int_equal(1, p.seen->requests);
	assert_false(str_has(answer.words, S("secret")));
	assert_true((answer.fate == EXCHANGE_ANSWERED) == str_is_empty(answer.words));
	peer_close(&p);
	return answer;
}

static void
a_post_goes_out_as_it_was_given(void **state)
{
	const struct peer_row rows[ROWS] = { { "POST", ANSWER("200 OK", "", "2\r\n\r\nok") }, { "GET", ANSWER("404 No", "", "3\r\n\r\nnot") } };
	struct peer p = peer_open(rows, peer_serves_web);
	struct exchange_ask ask = post_to(&p);
	struct exchange_answer answer = answer_to(&ask);
	struct buf wanted = buf_new(arena, 4096);

	(void)state;
	assert_int_equal(EXCHANGE_ANSWERED, answer.fate);
	assert_int_equal(200, answer.status);
	assert_string_equal("ok", str_c(arena, answer.body));
	assert_true(answer.retry_after_seconds == -1);
	buf_format(&wanted, "POST /api/chat.post?x=1 HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUser-Agent: mentord\r\nAccept: */*\r\n"
	    "Authorization: Bearer xoxb-secret\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 13\r\n"
	    "{\"text\":\"\xc3\xa4\"}", p.port);
	assert_string_equal(str_c(arena, buf_str(&wanted)), p.seen->heard);
	ask.kind = EXCHANGE_GET;
	answer = answer_to(&ask);
	assert_int_equal(404, answer.status);
	assert_string_equal("not", str_c(arena, answer.body));
	assert_non_null(strstr(p.seen->heard, "GET /api/chat.post?x=1 HTTP/1.1\r\n"));
	assert_int_equal(1, p.seen->connections);
	peer_close(&p);
}

static void
a_redirect_is_an_answer_and_not_followed(void **state)
{
	struct exchange_answer answer = post_meets(ANSWER("307 There", "Location: http://127.0.0.1:1/\r\n", "0\r\n\r\n"), 0);

	(void)state;
	assert_int_equal(EXCHANGE_ANSWERED, answer.fate);
	assert_int_equal(307, answer.status);
}

static void
retry_after_is_read_in_seconds_and_as_a_date(void **state)
{
	static const struct {
		const char *value;
		int64_t seconds;
	} rows[] = { { "30", 30 }, { " 0 ", 0 }, { "-5", 0 }, { "soon", -1 }, { "", -1 }, { "99999999999999999999999", -1 },
		{ "Wed, 21 Oct 2015 07:28:00 GMT", 0 }, { "Wednesday, a very long date that no server has any reason to send to anybody", -1 } };
	time_t then = time(NULL) + 100;
	char date[64], says[200];
	struct tm parts;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		snprintf(says, sizeof(says), "HTTP/1.1 429 Slow\r\nretry-AFTER:%s\r\nContent-Length: 0\r\n\r\n", rows[i].value);
		assert_true(post_meets(says, 0).retry_after_seconds == rows[i].seconds);
	}
	strftime(date, sizeof(date), "%a, %d %b %Y %H:%M:%S GMT", gmtime_r(&then, &parts));
	snprintf(says, sizeof(says), "HTTP/1.1 503 Slow\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n", date);
	assert_in_range(post_meets(says, 0).retry_after_seconds, 90, 100);
}

static void
the_clock_of_the_server_is_heard(void **state)
{
	(void)state;
	assert_true(post_meets("HTTP/1.1 200 OK\r\ndate: Wed, 21 Oct 2015 07:28:00 GMT\r\nContent-Length: 0\r\n\r\n", 0).date_seconds == INT64_C(1445412480));
	assert_true(post_meets("HTTP/1.1 200 OK\r\nDate: soon\r\nContent-Length: 0\r\n\r\n", 0).date_seconds == -1);
	assert_true(post_meets("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 0).date_seconds == -1);
}

static void
what_the_token_may_is_heard(void **state)
{
	(void)state;
	assert_string_equal("commands,chat:write", str_c(arena, post_meets("HTTP/1.1 200 OK\r\nX-OAuth-Scopes: commands,chat:write \r\nContent-Length: 0\r\n\r\n", 0).scopes));
	assert_int_equal(0, post_meets("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 0).scopes.length);
}

/* The head of an answer of this many bytes, and the bytes. */
static struct exchange_answer
answer_of(size_t length)
{
	size_t size = length + 200;
	char *says = arena_take(arena, size);
	int head = snprintf(says, size, "HTTP/1.1 200 OK\r\nContent-Length: %zu\r\n\r\n", length);

	memset(says + head, 'x', length);
	return post_meets(says, 0);
}

static void
an_answer_of_64_KiB_is_taken_and_a_longer_one_cut(void **state)
{
	struct exchange_answer answer = answer_of(EXCHANGE_ANSWER_MAX);

	(void)state;
	assert_int_equal(EXCHANGE_ANSWERED, answer.fate);
	assert_int_equal(EXCHANGE_ANSWER_MAX, answer.body.length);
	answer = answer_of(EXCHANGE_ANSWER_MAX + 1);
	assert_int_equal(EXCHANGE_UNCLEAR, answer.fate);
	assert_int_equal(200, answer.status);
	assert_int_equal(EXCHANGE_ANSWER_MAX, answer.body.length);
	assert_string_equal("the answer is too long", str_c(arena, answer.words));
}

static void
a_request_that_went_out_and_was_not_answered_is_unclear(void **state)
{
	static const char *const says[] = { CUT, HANG, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", "nonsense\r\n\r\n" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(says); i++)
		assert_int_equal(EXCHANGE_UNCLEAR, post_meets(says[i], 300).fate);
}

static void
what_never_went_out_is_not_taken(void **state)
{
	const struct peer_row rows[ROWS] = { { "POST", CUT } };
	struct peer p = peer_open(rows, peer_serves_web);
	struct exchange_ask ask = post_to(&p);

	(void)state;
	peer_close(&p);
	assert_int_equal(EXCHANGE_NOT_TAKEN, answer_to(&ask).fate);
	/* Nobody speaks TLS there. */
	p = peer_open(rows, peer_serves_web);
	ask = post_to(&p);
	ask.url = url_of_peer(&p, "https", "/");
	ask.limit_ms = 500;
	assert_int_equal(EXCHANGE_NOT_TAKEN, answer_to(&ask).fate);
	assert_null(strstr(p.seen->heard, "secret"));
	peer_close(&p);
}

/* libcurl would repeat such a request by itself; whether that may be done is for the caller to say. */
static void
a_request_on_a_kept_connection_that_dies_is_not_sent_twice(void **state)
{
	const struct peer_row rows[ROWS] = { { "POST /second", CUT }, { "POST", ANSWER("200 OK", "", "2\r\n\r\nok") } };
	struct peer p = peer_open(rows, peer_serves_web);
	struct exchange_ask ask = post_to(&p);

	(void)state;
	assert_int_equal(200, answer_to(&ask).status);
	ask.url = url_of_peer(&p, "http", "/second");
	assert_int_equal(EXCHANGE_UNCLEAR, answer_to(&ask).fate);
	assert_int_equal(2, p.seen->requests);
	peer_close(&p);
}

static void
what_must_not_go_out_is_refused(void **state)
{
	static const char *const urls[] = { "", "smtp://127.0.0.1", "file:///etc/passwd", "http://us:secret@127.0.0.1/", "gopher://127.0.0.1/", "http://a b/",
		"http://127.0.0.1/\r\nX: y", "ftp://127.0.0.1/", "dict://127.0.0.1/", "http://hooks.example/" /* a token without TLS */ , "http://127.0.0.1.example/",
		"http://127.0.0.1@hooks.example/" };
	struct exchange_ask good = { .kind = EXCHANGE_POST, .url = S("http://127.0.0.1:1/"), .bearer = S("x"), .content_type = S("a/b") }, ask;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(urls); i++) {
		ask = good;
		ask.url = str_from(urls[i]);
		assert_int_equal(BAD_INPUT, exchange.start(exchange.self, &ask));
	}
	ask = good;
	ask.bearer = S("x\r\nX: y");
	assert_int_equal(BAD_INPUT, exchange.start(exchange.self, &ask));
	ask = good;
	ask.content_type = S("a/b\nX: y");
	assert_int_equal(BAD_INPUT, exchange.start(exchange.self, &ask));
	ask = good;
	ask.url = S("https://hooks.invalid/");
	ask.limit_ms = 1000;
	assert_int_equal(OK, exchange.start(exchange.self, &ask));
	assert_int_equal(EXCHANGE_NOT_TAKEN, next_answer().fate);
}

static void
many_requests_go_over_four_connections(void **state)
{
	const struct peer_row rows[ROWS] = { { "POST", ANSWER("200 OK", "", "2\r\n\r\nok") } };
	struct peer p = peer_open(rows, peer_serves_web);
	struct exchange_ask ask = post_to(&p);

	(void)state;
	for (ask.token = 0; ask.token < EXCHANGE_UNDER_WAY_MAX; ask.token++)
		assert_int_equal(OK, exchange.start(exchange.self, &ask));
	for (int i = 0; i < EXCHANGE_UNDER_WAY_MAX; i++)
		assert_int_equal(200, next_answer().status);
	assert_int_equal(EXCHANGE_UNDER_WAY_MAX, p.seen->requests);
	assert_int_equal(EXCHANGE_HOST_MAX, p.seen->connections);
	peer_close(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_post_goes_out_as_it_was_given),
		cmocka_unit_test(a_redirect_is_an_answer_and_not_followed),
		cmocka_unit_test(retry_after_is_read_in_seconds_and_as_a_date),
		cmocka_unit_test(the_clock_of_the_server_is_heard),
		cmocka_unit_test(what_the_token_may_is_heard),
		cmocka_unit_test(an_answer_of_64_KiB_is_taken_and_a_longer_one_cut),
		cmocka_unit_test(a_request_that_went_out_and_was_not_answered_is_unclear),
		cmocka_unit_test(what_never_went_out_is_not_taken),
		cmocka_unit_test(a_request_on_a_kept_connection_that_dies_is_not_sent_twice),
		cmocka_unit_test(what_must_not_go_out_is_refused),
		cmocka_unit_test(many_requests_go_over_four_connections),
	};

	return cmocka_run_group_tests(tests, exchange_begin, exchange_end);
}
