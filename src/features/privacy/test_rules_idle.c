/* When an account that nobody uses is warned, and ends: both sides of each limit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "privacy/rules_idle.h"

static const struct moment warned_at = { INT64_C(1000) * US_PER_DAY };

static struct moment
after(int64_t days)
{
	return moment_plus(warned_at, days * US_PER_DAY);
}

static void
an_idle_account_is_warned_twice_a_fortnight_apart_before_it_ends(void **state)
{
	(void)state;
	assert_int_equal(IDLE_WARN, idle_next(0, (struct moment){ 0 }, warned_at));
	assert_int_equal(IDLE_WAIT, idle_next(1, warned_at, moment_plus(after(14), -1)));
	assert_int_equal(IDLE_WARN_AGAIN, idle_next(1, warned_at, after(14)));
	assert_int_equal(IDLE_WAIT, idle_next(2, warned_at, moment_plus(after(14), -1)));
	assert_int_equal(IDLE_END, idle_next(2, warned_at, after(14)));
}

static void
both_warnings_name_the_same_end(void **state)
{
	(void)state;
	assert_int_equal(after(28).us, idle_end(IDLE_WARN, warned_at).us);
	assert_int_equal(after(28).us, idle_end(IDLE_WARN_AGAIN, after(14)).us);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_idle_account_is_warned_twice_a_fortnight_apart_before_it_ends),
		cmocka_unit_test(both_warnings_name_the_same_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
