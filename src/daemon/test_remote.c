/* Where a token may go, and what is tried again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "daemon/remote.h"

static struct arena *arena;

/* A server of the test: answers in this order, and remembers what it was asked. */
static struct {
	struct {
		enum outcome said;
		int status;
		int64_t retry_after_seconds;
	} answers[8];
	size_t asked;
	struct str keys[8];
	int64_t rested_ms;
} server;

static enum outcome
answer(struct arena *unused, const struct client_call *call, struct client_answer *out)
{
	size_t at = server.asked++;

	(void)unused;
	assert_true(at < ARRAY_LENGTH(server.answers));
	for (size_t i = 0; i < call->headers.count; i++)
		if (str_equal(call->headers.at[i].name, S("Idempotency-Key")))
			server.keys[at] = call->headers.at[i].value;
	*out = (struct client_answer){ .status = server.answers[at].status, .type = S("application/json"), .body = S("{}"), .words = S("no"),
		.retry_after_seconds = server.answers[at].retry_after_seconds };
	return server.answers[at].said;
}

static void
rest(int64_t milliseconds)
{
	server.rested_ms += milliseconds;
}

/* Asks the server of the test; its exit code. */
static int
ask(enum method method, struct reply **out)
{
	struct call call = { .arena = arena, .is_quiet = true };
	struct remote remote = { .call = &call, .base = S("http://127.0.0.1:1"), .token = S("mtd_x"), .key = S("one"), .exchange = answer, .rest = rest };

	server.asked = 0;
	server.rested_ms = 0;
	return remote_ask(&remote, method, S("/api/v1/me"), S("{}"), out);
}

static void
what_may_have_been_done_is_sent_again_with_the_same_key(void **state)
{
	struct reply *reply;

	(void)state;
	server.answers[0].said = PEER_AWAY;
	server.answers[1].said = OK;
	server.answers[1].status = 503;
	server.answers[1].retry_after_seconds = 5;
	server.answers[2].said = OK;
	server.answers[2].status = 200;
	assert_int_equal(EXIT_DONE, ask(METHOD_POST, &reply));
	assert_int_equal(200, reply->status);
	assert_int_equal(3, server.asked);
	assert_int_equal(300 + 5000, server.rested_ms);
	for (size_t i = 0; i < server.asked; i++)
		assert_true(str_equal(S("one"), server.keys[i]));
}

static void
after_four_tries_it_is_given_up(void **state)
{
	struct reply *reply;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(server.answers); i++)
		server.answers[i].said = PEER_AWAY;
	assert_int_equal(EXIT_CANNOT_REACH, ask(METHOD_POST, &reply));
	assert_int_equal(4, server.asked);
}

static void
a_refusal_is_an_answer(void **state)
{
	static const int statuses[] = { 400, 401, 404, 409, 412, 422 };
	struct reply *reply;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(statuses); i++) {
		server.answers[0].said = OK;
		server.answers[0].status = statuses[i];
		assert_int_equal(EXIT_DONE, ask(METHOD_POST, &reply));
		assert_int_equal(1, server.asked);
		assert_int_equal(statuses[i], reply->status);
	}
}

static void
a_server_that_wants_a_long_rest_is_not_waited_for(void **state)
{
	struct reply *reply;

	(void)state;
	server.answers[0].said = OK;
	server.answers[0].status = 429;
	server.answers[0].retry_after_seconds = 60;
	assert_int_equal(EXIT_DONE, ask(METHOD_POST, &reply));
	assert_int_equal(1, server.asked);
}

static void
a_redirect_is_no_answer_of_a_mentord(void **state)
{
	struct reply *reply;

	(void)state;
	server.answers[0].said = OK;
	server.answers[0].status = 302;
	server.answers[0].retry_after_seconds = 0;
	assert_int_equal(EXIT_CANNOT_REACH, ask(METHOD_GET, &reply));
}

static void
a_token_goes_over_https_or_stays_on_this_machine(void **state)
{
	static const char *const fine[] = { "https://mentors.example.org", "https://mentors.example.org:8443", "http://127.0.0.1:8080",
		"http://localhost", "http://[::1]:8080" };
	static const char *const not[] = { "", "mentors.example.org", "http://mentors.example.org", "http://127.0.0.1.example.org",
		"http://127.0.0.1@example.org", "http://localhost.example.org", "http://[::1].example.org", "https://", "https://a b", "https://a/path",
		"https://user@a", "https://a?b", "https://a#b", "file:///etc/passwd", "ftp://127.0.0.1", "https://a\r\nX: y" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(fine); i++)
		assert_true(remote_may_send(str_from(fine[i])));
	for (size_t i = 0; i < ARRAY_LENGTH(not); i++)
		assert_false(remote_may_send(str_from(not[i])));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_may_have_been_done_is_sent_again_with_the_same_key),
		cmocka_unit_test(after_four_tries_it_is_given_up),
		cmocka_unit_test(a_refusal_is_an_answer),
		cmocka_unit_test(a_server_that_wants_a_long_rest_is_not_waited_for),
		cmocka_unit_test(a_redirect_is_no_answer_of_a_mentord),
		cmocka_unit_test(a_token_goes_over_https_or_stays_on_this_machine),
	};
	int failed;

	arena_open(16 << 20, &arena);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_close(&arena);
	return failed;
}
