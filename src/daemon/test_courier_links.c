/* What the courier makes of answers to its looks (F030): from redirect to redirect, HEAD before GET, and what it tells in the end. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "daemon/courier_links.h"

static struct arena *arena;
static struct link_lane lane;
static struct process process;
static struct exchange_ask last;
static int asks;
static enum outcome answer_to_start;

static enum outcome
hear(void *self, const struct exchange_ask *ask)
{
	(void)self;
	last = *ask;
	last.url = str_copy(arena, ask->url);
	asks++;
	return answer_to_start;
}

static struct exchange exchange = { .start = hear };

static int
fresh(void **state)
{
	(void)state;
	if (arena == NULL)
		arena_open(1 << 20, &arena);
	lane = (struct link_lane){ .looks = { { .is_under_way = true, .resource = { 7 }, .due_at = { 9 }, .url = "https://a.example/" } } };
	asks = 0;
	answer_to_start = OK;
	return 0;
}

static struct telling
hears(int status, const char *location, enum exchange_lack lack)
{
	return links_hear(&lane, &process, &exchange, arena, &(struct exchange_answer){ .token = LINK_ASKS, .status = status, .location = str_from(location), .lack = lack });
}

static void
tells(struct telling told, const char *body)
{
	assert_string_equal("resource-looked", str_c(arena, told.name));
	assert_string_equal(body, str_c(arena, told.body));
	assert_false(lane.looks[0].is_under_way);
}

static void
F030_a_page_that_answers_is_fine_and_told_with_the_name_of_the_look(void **state)
{
	(void)state;
	tells(hears(200, "", 0), "7 9 fine 200");
	assert_true(str_is_empty(hears(404, "", 0).name));    /* nobody waits for it any more */
}

static void
F030_a_server_that_refuses_HEAD_is_asked_by_GET(void **state)
{
	(void)state;
	assert_true(str_is_empty(hears(405, "", 0).name));
	assert_true(last.kind == EXCHANGE_LOOK && str_equal(last.url, S("https://a.example/")));
	tells(hears(404, "", 0), "7 9 gone 404");
	assert_int_equal(1, asks);
}

static void
F030_redirects_are_followed_a_few_times(void **state)
{
	(void)state;
	for (int i = 0; i < LINK_HOPS_MOST; i++) {
		assert_true(str_is_empty(hears(301, "https://b.example/x", 0).name));
		assert_true(last.kind == EXCHANGE_HEAD && str_equal(last.url, S("https://b.example/x")));
	}
	tells(hears(301, "https://b.example/x", 0), "7 9 astray 301");
	assert_int_equal(LINK_HOPS_MOST, asks);
}

static void
F030_a_redirect_to_what_is_no_page_goes_astray(void **state)
{
	(void)state;
	answer_to_start = BAD_INPUT;
	tells(hears(302, "file:///etc/passwd", 0), "7 9 astray 0");
}

static void
F030_S6_a_redirect_inside_is_told_as_such(void **state)
{
	(void)state;
	assert_true(str_is_empty(hears(302, "http://169.254.169.254/", 0).name));
	tells(hears(0, "", EXCHANGE_INWARD), "7 9 inward 0");
}

static void
F030_what_a_server_lacks_is_told(void **state)
{
	static const struct { enum exchange_lack lack; const char *told; } rows[] = { { EXCHANGE_NO_NAME, "7 9 nameless 0" }, { EXCHANGE_NO_WAY, "7 9 unreachable 0" },
		{ EXCHANGE_NO_TRUST, "7 9 untrusted 0" }, { EXCHANGE_TOO_SLOW, "7 9 slow 0" } };
	static const struct { int status; const char *told; } statuses[] = { { 401, "7 9 guarded 401" }, { 403, "7 9 guarded 403" }, { 429, "7 9 guarded 429" },
		{ 410, "7 9 gone 410" }, { 500, "7 9 failing 500" }, { 400, "7 9 failing 400" }, { 304, "7 9 fine 304" }, { 300, "7 9 astray 300" } };

	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		fresh(state);
		tells(hears(0, "", rows[i].lack), rows[i].told);
	}
	for (size_t i = 0; i < ARRAY_LENGTH(statuses); i++) {
		fresh(state);
		lane.looks[0].is_get = true;
		tells(hears(statuses[i].status, "", 0), statuses[i].told);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(F030_a_page_that_answers_is_fine_and_told_with_the_name_of_the_look, fresh),
		cmocka_unit_test_setup(F030_a_server_that_refuses_HEAD_is_asked_by_GET, fresh),
		cmocka_unit_test_setup(F030_redirects_are_followed_a_few_times, fresh),
		cmocka_unit_test_setup(F030_a_redirect_to_what_is_no_page_goes_astray, fresh),
		cmocka_unit_test_setup(F030_S6_a_redirect_inside_is_told_as_such, fresh),
		cmocka_unit_test_setup(F030_what_a_server_lacks_is_told, fresh),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
