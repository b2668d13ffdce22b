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

static void
a_session_without_its_second_factor_is_locked_and_over_after_half_an_hour(void **state)
{
	struct session_facts s = { .seen_at = start, .started_at = start, .ends_at = session_end(false, start), .has_factor = true };

	(void)state;
	assert_true(session_is_locked(&s, start));
	assert_false(session_is_over(&s, moment_plus(start, 30 * US_PER_MINUTE)));
	assert_true(session_is_over(&s, moment_plus(start, 30 * US_PER_MINUTE + 1)));
	s.factor_at = start;
	assert_false(session_is_locked(&s, moment_plus(start, 6 * US_PER_DAY)));
	assert_false(session_is_over(&s, moment_plus(start, 6 * US_PER_DAY)));
}

static void
a_coordinators_rest_locks_the_session_and_does_not_end_it(void **state)
{
	struct session_facts s = { .seen_at = start, .started_at = start, .ends_at = session_end(true, start), .is_high = true,
		.has_factor = true, .factor_at = start };

	(void)state;
	assert_false(session_is_locked(&s, moment_plus(start, 30 * US_PER_MINUTE)));
	assert_true(session_is_locked(&s, moment_plus(start, 30 * US_PER_MINUTE + 1)));
	assert_false(session_is_over(&s, moment_plus(start, 12 * US_PER_HOUR - 1)));
	assert_true(session_is_over(&s, moment_plus(start, 12 * US_PER_HOUR)));
	s.is_shared = true;
	assert_true(session_is_over(&s, moment_plus(start, 30 * US_PER_MINUTE + 1)));
}

static void
a_proof_is_fresh_for_ten_minutes(void **state)
{
	struct session_facts s = { .seen_at = start, .started_at = start, .ends_at = session_end(false, start) };

	(void)state;
	assert_true(session_is_fresh(&s, moment_plus(start, 10 * US_PER_MINUTE)));
	assert_false(session_is_fresh(&s, moment_plus(start, 10 * US_PER_MINUTE + 1)));
	s.has_factor = true;    /* then a link alone proves nothing */
	assert_false(session_is_fresh(&s, start));
	s.factor_at = moment_plus(start, US_PER_HOUR);
	assert_true(session_is_fresh(&s, moment_plus(s.factor_at, 10 * US_PER_MINUTE)));
	assert_false(session_is_fresh(&s, moment_plus(s.factor_at, 10 * US_PER_MINUTE + 1)));
}

static void
the_fifth_wrong_code_pauses_for_a_quarter_of_an_hour(void **state)
{
	struct misses m = { 0 };

	(void)state;
	for (int i = 0; i < 4; i++) {
		m = misses_and_one(&m, start);
		assert_false(misses_are_paused(&m, start));
	}
	m = misses_and_one(&m, start);
	assert_true(misses_are_paused(&m, start));
	assert_true(misses_are_paused(&m, moment_plus(start, 15 * US_PER_MINUTE - 1)));
	assert_false(misses_are_paused(&m, moment_plus(start, 15 * US_PER_MINUTE)));
	assert_int_equal(0, m.count);
}

static void
a_stand_in_coordinates_until_the_day_and_not_after(void **state)
{
	struct moment until = later(US_PER_DAY);

	(void)state;
	assert_int_equal(until.us, cover_end(false, until, start).us);
	assert_true(moment_is_none(cover_end(false, until, until)));
	assert_true(moment_is_none(cover_end(true, until, start)));    /* the role itself lasts */
	assert_true(moment_is_none(cover_end(false, (struct moment){ 0 }, start)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_session_without_its_second_factor_is_locked_and_over_after_half_an_hour),
		cmocka_unit_test(a_coordinators_rest_locks_the_session_and_does_not_end_it),
		cmocka_unit_test(a_proof_is_fresh_for_ten_minutes), cmocka_unit_test(the_fifth_wrong_code_pauses_for_a_quarter_of_an_hour),
		cmocka_unit_test(a_mentee_may_be_away_for_seven_days_and_no_longer),
		cmocka_unit_test(after_thirty_days_even_a_busy_session_ends),
		cmocka_unit_test(on_a_shared_computer_half_an_hour_is_enough),
		cmocka_unit_test(a_coordinator_is_signed_out_after_half_an_hour_away_or_half_a_day),
		cmocka_unit_test(who_becomes_a_coordinator_gets_the_short_limits_at_once),
		cmocka_unit_test(a_stand_in_coordinates_until_the_day_and_not_after),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
