/* How long a session lives. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "access/rules.h"

static const struct moment start = { INT64_C(1800000000) * US_PER_SECOND };

static struct moment
later(int64_t us)
{
	return moment_plus(start, us);
}

/* A session begun at start and last used after `used` microseconds. */
static struct session_facts
session(bool is_high, bool is_shared, int64_t used)
{
	return (struct session_facts){
		.started_at = start, .seen_at = later(used), .ends_at = session_end(is_high, start), .is_shared = is_shared, .is_high = is_high,
	};
}

static void
a_mentee_may_be_away_for_seven_days_and_no_longer(void **state)
{
	struct session_facts s = session(false, false, 0);

	(void)state;
	assert_false(session_is_over(&s, later(7 * US_PER_DAY)));
	assert_true(session_is_over(&s, later(7 * US_PER_DAY + 1)));
}

static void
after_thirty_days_even_a_busy_session_ends(void **state)
{
	struct session_facts s = session(false, false, 30 * US_PER_DAY - 2);

	(void)state;
	assert_false(session_is_over(&s, later(30 * US_PER_DAY - 1)));
	assert_true(session_is_over(&s, later(30 * US_PER_DAY)));
}

static void
on_a_shared_computer_half_an_hour_is_enough(void **state)
{
	struct session_facts s = session(false, true, US_PER_HOUR);

	(void)state;
	assert_false(session_is_over(&s, later(US_PER_HOUR + 30 * US_PER_MINUTE)));
	assert_true(session_is_over(&s, later(US_PER_HOUR + 30 * US_PER_MINUTE + 1)));
}

static void
a_coordinator_is_signed_out_after_half_an_hour_away_or_half_a_day(void **state)
{
	struct session_facts idle = session(true, false, 0), busy = session(true, false, 12 * US_PER_HOUR - 2);

	(void)state;
	assert_false(session_is_over(&idle, later(30 * US_PER_MINUTE)));
	assert_true(session_is_over(&idle, later(30 * US_PER_MINUTE + 1)));
	assert_false(session_is_over(&busy, later(12 * US_PER_HOUR - 1)));
	assert_true(session_is_over(&busy, later(12 * US_PER_HOUR)));
}

static void
who_becomes_a_coordinator_gets_the_short_limits_at_once(void **state)
{
	struct session_facts s = session(false, false, 13 * US_PER_HOUR);

	(void)state;
	assert_false(session_is_over(&s, later(13 * US_PER_HOUR)));
	s.is_high = true;
	assert_true(session_is_over(&s, later(13 * US_PER_HOUR)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mentee_may_be_away_for_seven_days_and_no_longer),
		cmocka_unit_test(after_thirty_days_even_a_busy_session_ends),
		cmocka_unit_test(on_a_shared_computer_half_an_hour_is_enough),
		cmocka_unit_test(a_coordinator_is_signed_out_after_half_an_hour_away_or_half_a_day),
		cmocka_unit_test(who_becomes_a_coordinator_gets_the_short_limits_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
