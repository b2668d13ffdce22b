/* Letters to a mentor who falls silent: each at its moment. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "requests/rules_mentor.h"

static const struct moment SINCE = { INT64_C(1794819600000000) };
static const struct silent_ladder ladder = { .days = 14, .tries = 5 };

static struct moment
after_hours(int64_t hours)
{
	return moment_plus(SINCE, hours * US_PER_HOUR);
}

static void
five_letters_are_spread_over_the_second_fortnight_and_then_it_ends(void **state)
{
	(void)state;
	assert_int_equal(0, silent_tries_due(&ladder, SINCE, moment_plus(after_hours(14 * 24), -1)));
	assert_int_equal(1, silent_tries_due(&ladder, SINCE, after_hours(14 * 24)));
	assert_int_equal(2, silent_tries_due(&ladder, SINCE, after_hours(14 * 24 + 68)));
	assert_int_equal(5, silent_tries_due(&ladder, SINCE, after_hours(28 * 24 - 1)));
	assert_int_equal(6, silent_tries_due(&ladder, SINCE, after_hours(28 * 24)));
	assert_int_equal(6, silent_tries_due(&ladder, SINCE, after_hours(999 * 24)));
	assert_int_equal(after_hours(28 * 24).us, silent_next_at(&ladder, SINCE, 5).us);
}

static void
one_letter_is_a_ladder_too(void **state)
{
	struct silent_ladder short_one = { .days = 1, .tries = 1 };

	(void)state;
	assert_int_equal(1, silent_tries_due(&short_one, SINCE, after_hours(24)));
	assert_int_equal(2, silent_tries_due(&short_one, SINCE, after_hours(48)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(five_letters_are_spread_over_the_second_fortnight_and_then_it_ends), cmocka_unit_test(one_letter_is_a_ladder_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
