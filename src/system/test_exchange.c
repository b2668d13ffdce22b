/* Mail to servers of every temper: what happened to it is said exactly. HTTP: test_exchange_http.c. TLS: tests/interop. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "system/testing_exchange.h"

#define BODY "Subject: one\r\n\r\nfirst\r\n.dotted\r\n..\r\nlast\r\n"
#define WANTED "Subject: one\r\n\r\nfirst\r\n..dotted\r\n...\r\nlast\r\n.\r\n"

static struct exchange_ask
mail_to(const struct peer *p)
{
	return (struct exchange_ask){ .kind = EXCHANGE_MAIL, .token = 7, .url = url_of_peer(p, "smtp", ""), .from = S("mentord@community.example"),
		.to = S("dana@elsewhere.example"), .body = S(BODY), .limit_ms = 4000 };
}

#define GREETS { "", "220 here\r\n" }, { "EHLO", "250-here\r\n250-SIZE 90000\r\n250 AUTH PLAIN LOGIN\r\n" }, \
	{ "AUTH", "334 \r\n" }, { "AHVzAHNlY3JldA==", "235 welcome\r\n" }, { "DATA", "354 go on\r\n" }

/* One mail to a server with these rows before the usual ones. */
static struct exchange_answer
mail_meets(struct peer_row row, struct exchange_ask changes)
{
	struct peer_row rows[ROWS] = { row, GREETS };
	struct peer p = peer_open(rows, peer_serves_mail);
	struct exchange_ask ask = mail_to(&p);
	struct exchange_answer answer;

	ask.user = changes.user;
	ask.password = changes.password;
	ask.demands_tls = changes.demands_tls;
	if (changes.limit_ms > 0)
		ask.limit_ms = changes.limit_ms;
	answer = answer_to(&ask);
	assert_int_equal(7, answer.token);
	assert_true(answer.retry_after_seconds == -1);
	assert_false(str_has(answer.words, S("dana")) || str_has(answer.words, S("secret")));
	assert_true((answer.fate == EXCHANGE_ANSWERED && answer.status < 400) == str_is_empty(answer.words));
	peer_close(&p);
	return answer;
}

static void
a_mail_that_is_taken_arrives_byte_for_byte(void **state)
{
	static const struct peer_row rows[ROWS] = { GREETS };
	struct peer p = peer_open(rows, peer_serves_mail);
	struct exchange_ask ask = mail_to(&p);
	struct exchange_answer answer = answer_to(&ask);

	(void)state;
	assert_int_equal(EXCHANGE_ANSWERED, answer.fate);
	assert_int_equal(250, answer.status);
	assert_int_equal(EXCHANGE_AT_BODY, answer.step);
	assert_string_equal("EHLO community.example\r\nMAIL FROM:<mentord@community.example> SIZE=42\r\n"
	    "RCPT TO:<dana@elsewhere.example>\r\nDATA\r\n" WANTED, p.seen->heard);
	peer_close(&p);
}

static const struct {
	struct peer_row row;
	int status;
	enum exchange_step step;
	const char *enhanced, *words;
} refusals[] = {
	{ { "", "554 not today\r\n" }, 554, EXCHANGE_AT_CONNECT, "", "554 before a login" },
	{ { "AUTH", "535 5.7.8 no, secret\r\n" }, 535, EXCHANGE_AT_LOGIN, "5.7.8", "535 5.7.8 to the login" },
	{ { "MAIL", "530 5.7.0 log in first\r\n" }, 530, EXCHANGE_AT_SENDER, "5.7.0", "530 5.7.0 to the sender" },
	{ { "MAIL", "552 5.3.4 too large\r\n" }, 552, EXCHANGE_AT_SENDER, "5.3.4", "552 5.3.4 to the sender" },
	{ { "RCPT", "550-5.1.1 first\r\n550 5.1.1 <dana@elsewhere.example> unknown\r\n" }, 550, EXCHANGE_AT_RECIPIENT, "5.1.1", "550 5.1.1 to the recipient" },
	{ { "RCPT", "451 4.7.1 later, dana\r\n" }, 451, EXCHANGE_AT_RECIPIENT, "4.7.1", "451 4.7.1 to the recipient" },
	{ { "RCPT", "550 5.1234.1 odd\r\n" }, 550, EXCHANGE_AT_RECIPIENT, "", "550 to the recipient" },
	{ { "DATA", "503 5.5.1 whom to\r\n" }, 503, EXCHANGE_AT_BODY, "5.5.1", "503 5.5.1 to the message" },
	{ { ".", "554 5.7.1 spam\r\n" }, 554, EXCHANGE_AT_BODY, "5.7.1", "554 5.7.1 to the message" },
	{ { ".", "421 4.3.2 going down\r\n" }, 421, EXCHANGE_AT_BODY, "4.3.2", "421 4.3.2 to the message" },
};

static void
a_refusal_is_the_servers_answer_at_every_step(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(refusals); i++) {
		struct exchange_answer answer = mail_meets(refusals[i].row, (struct exchange_ask){ .user = S("us"), .password = S("secret") });

		assert_int_equal(EXCHANGE_ANSWERED, answer.fate);
		assert_int_equal(refusals[i].status, answer.status);
		assert_int_equal(refusals[i].step, answer.step);
		assert_string_equal(refusals[i].enhanced, str_c(arena, answer.enhanced));
		assert_string_equal(refusals[i].words, str_c(arena, answer.words));
	}
}

static const struct {
	struct peer_row row;
	enum exchange_fate fate;
} cuts[] = {
	{ { "", CUT }, EXCHANGE_NOT_TAKEN },
	{ { "EHLO", CUT }, EXCHANGE_NOT_TAKEN },
	{ { "MAIL", CUT }, EXCHANGE_NOT_TAKEN },
	{ { "RCPT", CUT }, EXCHANGE_NOT_TAKEN },
	{ { "DATA", CUT }, EXCHANGE_NOT_TAKEN },
	{ { ".", CUT }, EXCHANGE_UNCLEAR },
	{ { "", "what is this\r\n" }, EXCHANGE_NOT_TAKEN },
	{ { "MAIL", HANG }, EXCHANGE_NOT_TAKEN },
	{ { "DATA", HANG }, EXCHANGE_NOT_TAKEN },
	{ { ".", HANG }, EXCHANGE_UNCLEAR },
};

static void
a_cut_or_silent_line_is_unclear_only_once_the_body_was_asked_for(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(cuts); i++) {
		int64_t before = clock_monotonic_us(&clock_system);
		struct exchange_answer answer = mail_meets(cuts[i].row, (struct exchange_ask){ .limit_ms = 300 });

		assert_int_equal(cuts[i].fate, answer.fate);
		assert_int_equal(0, answer.status);
		assert_in_range(clock_monotonic_us(&clock_system) - before, 0, 2 * US_PER_SECOND);
	}
}

static void
no_server_is_not_taken(void **state)
{
	static const struct peer_row rows[ROWS] = { GREETS };
	struct peer p = peer_open(rows, peer_serves_mail);
	struct exchange_ask ask = mail_to(&p);
	struct exchange_answer answer;

	(void)state;
	peer_close(&p);
	answer = answer_to(&ask);
	assert_int_equal(EXCHANGE_NOT_TAKEN, answer.fate);
	ask.url = S("smtp://nobody.invalid:25");
	ask.limit_ms = 1000;
	answer = answer_to(&ask);
	assert_int_equal(EXCHANGE_NOT_TAKEN, answer.fate);
	assert_false(str_is_empty(answer.words));
}

static void
a_server_that_offers_no_tls_gets_nothing_where_tls_is_demanded(void **state)
{
	struct exchange_answer answer = mail_meets((struct peer_row){ "MAIL", "250 fine\r\n" }, (struct exchange_ask){ .demands_tls = true,
	    .user = S("us"), .password = S("secret") });

	(void)state;
	assert_int_equal(EXCHANGE_NOT_TAKEN, answer.fate);
	assert_true(str_has(answer.words, S("STARTTLS")));
}

static void
a_goodbye_that_is_not_answered_costs_a_second(void **state)
{
	static const struct peer_row rows[ROWS] = { { "RCPT", "550 no\r\n" }, { "QUIT", HANG }, GREETS };
	struct peer p = peer_open(rows, peer_serves_mail);
	struct exchange_ask ask = mail_to(&p);
	int64_t before = clock_monotonic_us(&clock_system);

	(void)state;
	assert_int_equal(550, answer_to(&ask).status);
	assert_in_range(clock_monotonic_us(&clock_system) - before, 0, 3 * US_PER_SECOND);
	peer_close(&p);
}

static void
kept_connections_that_never_answer_a_goodbye_end_soon_too(void **state)
{
	static const struct peer_row rows[ROWS] = { { "QUIT", HANG }, GREETS };
	struct peer p = peer_open(rows, peer_serves_mail);
	struct exchange_ask ask = mail_to(&p);
	int64_t before;

	(void)state;
	assert_int_equal(250, answer_to(&ask).status);
	before = clock_monotonic_us(&clock_system);
	exchange_close(&exchange);
	assert_in_range(clock_monotonic_us(&clock_system) - before, 0, 3 * US_PER_SECOND);
	assert_int_equal(OK, exchange_open(S(""), &exchange));
	peer_close(&p);
}

static void
many_mails_go_over_four_connections(void **state)
{
	static const struct peer_row rows[ROWS] = { GREETS };
	struct peer p = peer_open(rows, peer_serves_mail);
	struct exchange_ask ask = mail_to(&p);

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (ask.token = 1; ask.token <= 60; ask.token++)
			assert_int_equal(OK, exchange.start(exchange.self, &ask));
		for (int i = 0; i < 60; i++)
			assert_int_equal(250, next_answer().status);
	}
	assert_int_equal(120, p.seen->mails);
	assert_int_equal(4, p.seen->connections);
	peer_close(&p);
}

static void
a_silent_server_holds_up_nobody_else_and_nobody_waits_in_line_beyond_its_limit(void **state)
{
	static const struct peer_row rows[ROWS] = { { "MAIL", HANG }, GREETS };
	static const struct peer_row other[ROWS] = { GREETS };
	struct peer slow = peer_open(rows, peer_serves_mail), quick = peer_open(other, peer_serves_mail);
	struct exchange_ask to_slow = mail_to(&slow), to_quick = mail_to(&quick);
	int64_t before = clock_monotonic_us(&clock_system);
	struct exchange_answer answer;

	(void)state;
	for (to_slow.token = 0; to_slow.token < 6; to_slow.token++) {
		to_slow.limit_ms = to_slow.token < 4 ? 4000 : 1500;
		assert_int_equal(OK, exchange.start(exchange.self, &to_slow));
	}
	to_quick.token = 100;
	assert_int_equal(OK, exchange.start(exchange.self, &to_quick));
	assert_int_equal(100, next_answer().token);
	for (uint64_t token = 4; token < 6; token++) {
		answer = next_answer();
		assert_int_equal(token, answer.token);
		assert_int_equal(EXCHANGE_NOT_TAKEN, answer.fate);
		assert_true(str_has(answer.words, S("before one of the connections")));
	}
	assert_in_range(clock_monotonic_us(&clock_system) - before, 1400000, 3500000);
	for (int i = 0; i < 4; i++)
		assert_int_equal(EXCHANGE_NOT_TAKEN, next_answer().fate);
	assert_int_equal(4, slow.seen->connections);
	peer_close(&slow);
	peer_close(&quick);
}

/* 421 and hanging up behind the first mail: what comes next finds the kept connection dead, and goes over a new one. */
static void
a_kept_connection_that_died_costs_nothing(void **state)
{
	static const char *const ends[] = { "421 4.4.2 idle too long\r\n", CUT };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(ends); i++) {
		const struct peer_row rows[ROWS] = { { "MAIL FROM:<second@", ends[i] }, GREETS };
		struct peer p = peer_open(rows, peer_serves_mail);
		struct exchange_ask ask = mail_to(&p);
		struct exchange_answer answer;

		assert_int_equal(OK, exchange.start(exchange.self, &ask));
		assert_int_equal(250, answer_to(&ask).status);
		assert_int_equal(250, next_answer().status);
		assert_int_equal(2, p.seen->connections);
		ask.from = S("second@community.example");
		answer = answer_to(&ask);
		/* The server refuses this sender each time, so that the second try is seen to be the last. */
		assert_int_equal(3, p.seen->connections);
		assert_int_equal(i == 0 ? EXCHANGE_ANSWERED : EXCHANGE_NOT_TAKEN, answer.fate);
		assert_int_equal(i == 0 ? 421 : 0, answer.status);
		peer_close(&p);
	}
}

static void
what_must_not_go_out_is_refused(void **state)
{
	static const char *const urls[] = { "", "http://127.0.0.1/", "file:///etc/passwd", "smtp://us:secret@127.0.0.1:25", "smtp://127.0.0.1/path",
		"smtp://127.0.0.1:25\r\n", "smtp://127.0.0.1:99999", "ftp://127.0.0.1", "127.0.0.1:25", "smtp://", "telnet://127.0.0.1:25" };
	static const struct str addresses[] = { S_STATIC(""), S_STATIC("dana"), S_STATIC("a@b.c\r\nRCPT TO:<x@y.z>"), S_STATIC("a@b.c\n"), S_STATIC("a@b\0c"),
		S_STATIC("<a@b.c>"), S_STATIC("a@b.c> NOTIFY=NEVER"), S_STATIC("a b@c.d"), S_STATIC("d\xc3\xa4na@b.c"), S_STATIC("a\t@b.c") };
	struct exchange_ask good = { .kind = EXCHANGE_MAIL, .url = S("smtp://127.0.0.1:1"), .from = S("a@b.c"), .to = S("a@b.c"), .body = S("x") }, ask;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(urls); i++) {
		ask = good;
		ask.url = str_from(urls[i]);
		assert_int_equal(BAD_INPUT, exchange.start(exchange.self, &ask));
	}
	for (size_t i = 0; i < ARRAY_LENGTH(addresses); i++) {
		ask = good;
		ask.to = addresses[i];
		assert_int_equal(BAD_INPUT, exchange.start(exchange.self, &ask));
		ask = good;
		ask.from = addresses[i];
		assert_int_equal(BAD_INPUT, exchange.start(exchange.self, &ask));
	}
	ask = good;
	ask.user = S("us\r\nMAIL");
	assert_int_equal(BAD_INPUT, exchange.start(exchange.self, &ask));
}

static void
a_body_and_a_crowd_have_limits(void **state)
{
	static const struct peer_row rows[ROWS] = { { "", HANG } };
	struct peer p = peer_open(rows, peer_serves_mail);
	struct exchange_ask ask = mail_to(&p);
	char *large = arena_take(arena, EXCHANGE_BODY_MAX + 1);

	(void)state;
	ask.limit_ms = 200;
	ask.body = (struct str){ large, EXCHANGE_BODY_MAX + 1 };
	assert_int_equal(TOO_LARGE, exchange.start(exchange.self, &ask));
	ask.body.length--;
	for (int i = 0; i < EXCHANGE_UNDER_WAY_MAX; i++)
		assert_int_equal(OK, exchange.start(exchange.self, &ask));
	assert_int_equal(TOO_MANY, exchange.start(exchange.self, &ask));
	assert_int_equal(EXCHANGE_NOT_TAKEN, next_answer().fate);
	assert_int_equal(OK, exchange.start(exchange.self, &ask));
	for (int i = 0; i < EXCHANGE_UNDER_WAY_MAX; i++)
		assert_int_equal(EXCHANGE_NOT_TAKEN, next_answer().fate);
	peer_close(&p);
}

static void
the_doorbell_ends_a_wait(void **state)
{
	int64_t before = clock_monotonic_us(&clock_system);
	int bell[2];

	(void)state;
	assert_int_equal(0, pipe(bell));
	exchange.wait(exchange.self, bell[0], 50);
	assert_true(clock_monotonic_us(&clock_system) - before >= 40000);
	assert_int_equal(1, write(bell[1], "x", 1));
	before = clock_monotonic_us(&clock_system);
	exchange.wait(exchange.self, bell[0], 60000);
	assert_in_range(clock_monotonic_us(&clock_system) - before, 0, 10 * US_PER_SECOND);
	close(bell[0]);
	close(bell[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mail_that_is_taken_arrives_byte_for_byte),
		cmocka_unit_test(a_refusal_is_the_servers_answer_at_every_step),
		cmocka_unit_test(a_cut_or_silent_line_is_unclear_only_once_the_body_was_asked_for),
		cmocka_unit_test(no_server_is_not_taken),
		cmocka_unit_test(a_server_that_offers_no_tls_gets_nothing_where_tls_is_demanded),
		cmocka_unit_test(a_goodbye_that_is_not_answered_costs_a_second),
		cmocka_unit_test(kept_connections_that_never_answer_a_goodbye_end_soon_too),
		cmocka_unit_test(many_mails_go_over_four_connections),
		cmocka_unit_test(a_silent_server_holds_up_nobody_else_and_nobody_waits_in_line_beyond_its_limit),
		cmocka_unit_test(a_kept_connection_that_died_costs_nothing),
		cmocka_unit_test(what_must_not_go_out_is_refused),
		cmocka_unit_test(a_body_and_a_crowd_have_limits),
		cmocka_unit_test(the_doorbell_ends_a_wait),
	};

	return cmocka_run_group_tests(tests, exchange_begin, exchange_end);
}
