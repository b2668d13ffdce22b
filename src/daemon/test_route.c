/* The route table: which methods a path takes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "daemon/route.h"

static struct arena *arena;

static void
a_path_says_which_methods_it_takes(void **state)
{
	(void)state;
	assert_true(str_equal(S("GET, HEAD, POST"), route_allow(arena, S("/me"))));
	assert_true(str_equal(S("GET, HEAD"), route_allow(arena, S("/healthz"))));
	assert_true(str_equal(S("POST"), route_allow(arena, S("/api/v1/requests/abc/claim"))));
	assert_true(str_equal(S("GET, HEAD, POST"), route_allow(arena, S("/api/v1/programmes/x/requests"))));
	assert_true(str_is_empty(route_allow(arena, S("/none"))));
	assert_true(str_is_empty(route_allow(arena, S("session-seen"))));
	assert_true(str_is_empty(route_allow(arena, S(""))));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_path_says_which_methods_it_takes),
	};
	int failed;

	arena_open(1 << 20, &arena);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_close(&arena);
	return failed;
}
