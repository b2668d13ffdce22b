/* Looks at addresses that somebody wrote (F030, S6): nothing inside is reached, whatever it is called, and no more is taken than an answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "system/testing_exchange.h"

#define ANSWER(status, headers, body) "HTTP/1.1 " status "\r\n" headers "Content-Length: " body

static struct exchange_ask
look_at(const struct peer *p, enum exchange_kind kind, const char *inside)
{
	return (struct exchange_ask){ .kind = kind, .token = 5, .url = url_of_peer(p, "http", "/page"), .inside = str_from(inside), .limit_ms = 2000 };
}

static void
S6_nothing_inside_is_reached_by_any_spelling(void **state)
{
	static const char *const spellings[] = { "127.0.0.1", "2130706433", "0x7f000001", "017700000001", "127.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0" };
	const struct peer_row rows[ROWS] = { { "HEAD", ANSWER("200 OK", "", "0\r\n\r\n") } };
	struct peer p = peer_open(rows, peer_serves_web);

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(spellings); i++) {
		struct exchange_ask ask = look_at(&p, EXCHANGE_HEAD, "");
		struct exchange_answer answer;
		struct buf url = buf_new(arena, 200);

		buf_format(&url, "http://%s:%d/", spellings[i], p.port);
		ask.url = buf_str(&url);
		answer = answer_to(&ask);
		if (answer.lack != EXCHANGE_INWARD || answer.status != 0)
			fail_msg("%s: status %d, lack %d", spellings[i], answer.status, (int)answer.lack);
	}
	assert_int_equal(0, p.seen->connections);
	peer_close(&p);
}

/* A connection that an ask of another kind kept would be a way around: the look opens its own, and that is refused. */
static void
S6_a_kept_connection_is_no_way_in(void **state)
{
	const struct peer_row rows[ROWS] = { { "GET", ANSWER("200 OK", "", "2\r\n\r\nok") }, { "HEAD", ANSWER("200 OK", "", "0\r\n\r\n") } };
	struct peer p = peer_open(rows, peer_serves_web);
	struct exchange_ask ask = look_at(&p, EXCHANGE_GET, "");

	(void)state;
	assert_int_equal(200, answer_to(&ask).status);
	ask = look_at(&p, EXCHANGE_HEAD, "");
	assert_int_equal(EXCHANGE_INWARD, answer_to(&ask).lack);
	assert_int_equal(1, p.seen->requests);
	peer_close(&p);
}

static void
a_look_hears_the_status_and_where_it_leads(void **state)
{
	const struct peer_row rows[ROWS] = { { "HEAD", ANSWER("301 There", "Location: /other?x=1\r\n", "0\r\n\r\n") }, { "GET", ANSWER("404 No", "", "3\r\n\r\nnot") } };
	struct peer p = peer_open(rows, peer_serves_web);
	struct exchange_ask ask = look_at(&p, EXCHANGE_HEAD, "10.0.0.9,127.0.0.1");
	struct exchange_answer answer = answer_to(&ask);

	(void)state;
	assert_int_equal(EXCHANGE_ANSWERED, answer.fate);
	assert_int_equal(301, answer.status);
	assert_string_equal(str_c(arena, url_of_peer(&p, "http", "/other?x=1")), str_c(arena, answer.location));
	ask = look_at(&p, EXCHANGE_LOOK, "127.0.0.1");
	answer = answer_to(&ask);
	assert_int_equal(404, answer.status);
	assert_true(str_is_empty(answer.body) && str_is_empty(answer.location) && str_is_empty(answer.words));
	peer_close(&p);
}

static void
a_body_without_an_end_and_headers_without_an_end_take_no_memory(void **state)
{
	static char endless[200000];
	const struct peer_row page[ROWS] = { { "GET", ANSWER("200 OK", "", "99999999999\r\n\r\nmore and more") } };
	struct peer_row headers[ROWS] = { { "HEAD", endless } };
	struct peer p = peer_open(page, peer_serves_web);
	struct exchange_ask ask = look_at(&p, EXCHANGE_LOOK, "127.0.0.1");
	size_t length = (size_t)snprintf(endless, sizeof(endless), "HTTP/1.1 200 OK\r\n");

	(void)state;
	assert_int_equal(200, answer_to(&ask).status);
	peer_close(&p);
	while (length + 120 < sizeof(endless))
		length += (size_t)snprintf(endless + length, sizeof(endless) - length, "X-More: %080d\r\n", 7);
	p = peer_open(headers, peer_serves_web);
	ask = look_at(&p, EXCHANGE_HEAD, "127.0.0.1");
	ask.limit_ms = 20000;
	assert_int_equal(EXCHANGE_ANSWERED, answer_to(&ask).fate);
	peer_close(&p);
}

static void
a_look_says_what_it_lacks(void **state)
{
	const struct peer_row rows[ROWS] = { { "HEAD", HANG } };
	struct peer p = peer_open(rows, peer_serves_web);
	struct exchange_ask ask = look_at(&p, EXCHANGE_HEAD, "127.0.0.1");

	(void)state;
	ask.limit_ms = 300;
	assert_int_equal(EXCHANGE_TOO_SLOW, answer_to(&ask).lack);
	ask.url = S("http://nowhere.invalid/");
	ask.limit_ms = 4000;
	assert_int_equal(EXCHANGE_NO_NAME, answer_to(&ask).lack);
	ask.url = url_of_peer(&p, "https", "/");
	ask.limit_ms = 300;
	assert_true(answer_to(&ask).status == 0);
	peer_close(&p);
	ask.url = S("http://127.0.0.1:9999/");
	assert_int_equal(EXCHANGE_NO_WAY, answer_to(&ask).lack);
}

static void
what_is_no_page_is_not_looked_at(void **state)
{
	static const char *const urls[] = { "http://example.org:25/", "https://example.org:22/", "ftp://example.org/", "file:///etc/passwd", "http://us:er@example.org/", "gopher://example.org/" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(urls); i++) {
		struct exchange_ask ask = { .kind = EXCHANGE_HEAD, .url = str_from(urls[i]) };

		assert_int_equal(BAD_INPUT, exchange.start(exchange.self, &ask));
	}
	assert_int_equal(BAD_INPUT, exchange.start(exchange.self, &(struct exchange_ask){ .kind = EXCHANGE_HEAD, .url = S("https://example.org/"), .bearer = S("ours") }));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(S6_nothing_inside_is_reached_by_any_spelling),
		cmocka_unit_test(S6_a_kept_connection_is_no_way_in),
		cmocka_unit_test(a_look_hears_the_status_and_where_it_leads),
		cmocka_unit_test(a_body_without_an_end_and_headers_without_an_end_take_no_memory),
		cmocka_unit_test(a_look_says_what_it_lacks),
		cmocka_unit_test(what_is_no_page_is_not_looked_at),
	};

	return cmocka_run_group_tests(tests, exchange_begin, exchange_end);
}
