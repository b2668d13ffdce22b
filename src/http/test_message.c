/* What web and writer tell each other comes out as it went in, and nothing else is believed. Building an answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "http/reply.h"
#include "http/request.h"

enum { MESSAGE_BYTES = 64 << 10 };

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open(8 << 20, &arena);
	return 0;
}

static int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

#define assert_str(wanted, given) \
	do { \
		struct str is = (given); \
		assert_int_equal(sizeof(wanted) - 1, is.length); \
		assert_memory_equal(wanted, is.at == NULL ? "" : is.at, is.length); \
	} while (0)

static struct str
printed_request(enum method method)
{
	struct pair headers[] = { { S("host"), S("h") }, { S("cookie"), S("__Host-s=x") } };
	struct request r = { .number = UINT64_MAX - 1, .method = method, .target = S("/p/a?x=%41"), .headers = { headers, 2 }, .body = S("a=b\0c"),
		.peer = S("::1") };
	struct buf b = buf_new(arena, MESSAGE_BYTES);

	request_print(&b, &r);
	return buf_str(&b);
}

static void
a_request_comes_out_as_it_went_in(void **state)
{
	struct request r;

	(void)state;
	assert_int_equal(OK, request_read(arena, printed_request(METHOD_POST), &r));
	assert_true(r.number == UINT64_MAX - 1);
	assert_int_equal(METHOD_POST, r.method);
	assert_str("/p/a?x=%41", r.target);
	assert_str("/p/a", r.path);
	assert_str("A", request_query(&r, S("x")));
	assert_str("x", request_cookie(&r, S("__Host-s")));
	assert_str("h", request_header(&r, S("host")));
	assert_str("a=b\0c", r.body);
	assert_str("::1", r.peer);
}

static void
a_message_that_is_cut_or_longer_is_refused(void **state)
{
	struct str whole = printed_request(METHOD_POST);
	struct request r;

	(void)state;
	for (size_t i = 0; i < whole.length; i++)
		assert_int_equal(BAD_REQUEST, request_read(arena, str_head(whole, i), &r));
	assert_int_equal(BAD_REQUEST, request_read(arena, str_join(arena, 2, (struct str[]){ whole, S("x") }), &r));
}

/* Any byte changed: refused or read, never a step outside of the message (the sanitizers look). */
static void
a_message_with_a_wrong_byte_does_no_harm(void **state)
{
	struct str whole = printed_request(METHOD_POST);

	(void)state;
	for (size_t i = 0; i < whole.length; i++)
		for (int bit = 0; bit < 8; bit++) {
			struct arena *own;
			struct request r;
			struct str copy;

			arena_open(1 << 20, &own);
			copy = str_copy(own, whole);
			((char *)(uintptr_t)copy.at)[i] ^= (char)(1 << bit);
			if (request_read(own, copy, &r) == OK)
				assert_true(r.body.length <= whole.length);
			arena_close(&own);
		}
}

static void
a_command_has_a_name_instead_of_a_path(void **state)
{
	struct request r = { .method = METHOD_OTHER, .target = S("session-seen") };
	struct buf b = buf_new(arena, MESSAGE_BYTES);

	(void)state;
	request_print(&b, &r);
	assert_int_equal(OK, request_read(arena, buf_str(&b), &r));
	assert_str("session-seen", r.path);
}

static void
a_reply_comes_out_as_it_went_in(void **state)
{
	struct reply *sent = reply_new(arena), *got = NULL;
	struct buf b = buf_new(arena, MESSAGE_BYTES);

	(void)state;
	reply_see_other(sent, S("/p/a"));
	reply_cookie(sent, arena, S("session"), S("x"), 60);
	sent->carries_token = true;
	buf_add(&sent->body, S("moved\0"));
	reply_print(&b, sent);
	assert_int_equal(OK, reply_read(arena, buf_str(&b), &got));
	assert_int_equal(303, got->status);
	assert_true(got->carries_token);
	assert_int_equal(2, got->header_count);
	assert_str("Location", got->headers[0].name);
	assert_str("/p/a", got->headers[0].value);
	assert_str("__Host-session=x; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60", got->headers[1].value);
	assert_str("moved\0", buf_str(&got->body));
	for (size_t i = 0; i < b.length; i += 7)
		assert_int_equal(BAD_REQUEST, reply_read(arena, str_head(buf_str(&b), i), &got));
}

static void
a_cookie_may_end_with_the_browser_or_be_removed(void **state)
{
	struct reply *reply = reply_new(arena);

	(void)state;
	reply_cookie(reply, arena, S("a"), S("x"), 0);
	assert_str("__Host-a=x; Path=/; Secure; HttpOnly; SameSite=Lax", reply->headers[0].value);
	reply_cookie(reply, arena, S("a"), S(""), -1);
	assert_str("__Host-a=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0", reply->headers[1].value);
}

#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, start, finish)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_ARENA(a_request_comes_out_as_it_went_in), WITH_ARENA(a_message_that_is_cut_or_longer_is_refused),
		WITH_ARENA(a_message_with_a_wrong_byte_does_no_harm), WITH_ARENA(a_command_has_a_name_instead_of_a_path),
		WITH_ARENA(a_reply_comes_out_as_it_went_in), WITH_ARENA(a_cookie_may_end_with_the_browser_or_be_removed),
	};

	return cmocka_run_group_tests_name("message", tests, NULL, NULL);
}
