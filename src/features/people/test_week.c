/* Common hours of two weeks in two zones. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "people/people.h"

enum { MONDAY_MORNING = 1, MONDAY_AFTERNOON = 2, MONDAY_EVENING = 4, SUNDAY_EVENING = 1 << 20, ALL = (1 << 21) - 1, HOUR = 3600 };

static void
in_one_zone_the_same_part_is_common_whole(void **state)
{
	(void)state;
	assert_int_equal(4, week_overlap_hours(MONDAY_MORNING, 0, MONDAY_MORNING, 0));
	assert_int_equal(5, week_overlap_hours(MONDAY_EVENING, 8 * HOUR, MONDAY_EVENING, 8 * HOUR));
	assert_int_equal(7 * 14, week_overlap_hours(ALL, 0, ALL, 0));
	assert_int_equal(0, week_overlap_hours(MONDAY_MORNING, 0, MONDAY_EVENING, 0));
	assert_int_equal(0, week_overlap_hours(0, 0, ALL, 0));
}

static void
two_zones_share_what_falls_on_the_same_instant(void **state)
{
	(void)state;
	/* Singapore's evening 17-22 is 9-14 in UTC: 3 hours of the morning, 2 of the afternoon. */
	assert_int_equal(3, week_overlap_hours(MONDAY_EVENING, 8 * HOUR, MONDAY_MORNING, 0));
	assert_int_equal(2, week_overlap_hours(MONDAY_EVENING, 8 * HOUR, MONDAY_AFTERNOON, 0));
}

static void
a_week_goes_round_at_its_ends(void **state)
{
	(void)state;
	/* Sunday 17-22 at UTC-10 is Monday 3-8 in UTC, which is Monday 13-18 at UTC+10: 4 hours of the afternoon. */
	assert_int_equal(4, week_overlap_hours(SUNDAY_EVENING, -10 * HOUR, MONDAY_AFTERNOON, 10 * HOUR));
}

static void
zones_of_half_hours_count_to_the_quarter(void **state)
{
	(void)state;
	/* 8-12 in India is 2:30-6:30 UTC; in Nepal (5:45) 8-12 is 2:15-6:15: 3.75 hours, told as 3. */
	assert_int_equal(3, week_overlap_hours(MONDAY_MORNING, 5 * HOUR + 1800, MONDAY_MORNING, 5 * HOUR + 2700));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_one_zone_the_same_part_is_common_whole),
		cmocka_unit_test(two_zones_share_what_falls_on_the_same_instant),
		cmocka_unit_test(a_week_goes_round_at_its_ends),
		cmocka_unit_test(zones_of_half_hours_count_to_the_quarter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
