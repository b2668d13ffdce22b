/* Days on which steps come: weekends, holidays, month ends, changes of the clocks. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/calendar.h"
#include "formats/when.h"
#include "programmes/open_days.h"
#include "system/file.h"

enum { MON_FRI = 31, SUN_THU = 79 };

static struct arena *arena, *work;

static int
start(void **state)
{
	const struct zone_files files = { file_system.self, file_system.read, "/usr/share/zoneinfo" };

	(void)state;
	arena_open(ZONES_ARENA, &arena);
	arena_open(ZONES_WORK, &work);
	assert_int_equal(OK, zones_load(arena, work, &files));
	return 0;
}

static int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	arena_close(&work);
	return 0;
}

static int64_t
day(int64_t year, int month, int of_month)
{
	return calendar_days((struct date){ year, month, of_month });
}

static struct moment
iso(const char *text)
{
	struct moment m;

	assert_true(when_iso_read(str_from(text), &m));
	return m;
}

static void
assert_next(const struct open_days *d, const char *from, const char *want)
{
	struct moment next = open_days_next(d, iso(from));
	struct str said = when_iso(arena, next), wanted = str_from(want);

	assert_int_equal(wanted.length, said.length);
	assert_memory_equal(wanted.at, said.at, wanted.length);
}

static void
without_a_week_every_day_is_open_and_a_holiday_too(void **state)
{
	const struct holiday closed[] = { { day(2026, 12, 25), S_STATIC("Christmas Day") } };
	const struct open_days d = { zone_find(S("UTC")), 0, closed, 1 };

	(void)state;
	assert_next(&d, "2026-11-28T10:30:00Z", "2026-11-28T10:30:00Z");
	assert_next(&d, "2026-12-25T10:30:00Z", "2026-12-25T10:30:00Z");
}

static void
a_weekend_waits_for_monday_at_the_same_hour_also_over_the_end_of_a_month(void **state)
{
	const struct open_days d = { zone_find(S("UTC")), MON_FRI, NULL, 0 };

	(void)state;
	assert_next(&d, "2026-11-27T23:59:59Z", "2026-11-27T23:59:59Z");
	assert_next(&d, "2026-11-28T00:00:00Z", "2026-11-30T00:00:00Z");
	assert_next(&d, "2026-11-29T23:59:59Z", "2026-11-30T23:59:59Z");
	assert_next(&d, "2026-01-31T12:00:00Z", "2026-02-02T12:00:00Z");
	assert_next(&d, "2028-02-26T12:00:00Z", "2028-02-28T12:00:00Z");
}

static void
holidays_that_touch_a_weekend_are_one_gap_also_over_new_year(void **state)
{
	const struct holiday closed[] = { { day(2026, 12, 31), S_STATIC("New Year's Eve") }, { day(2027, 1, 1), S_STATIC("New Year's Day") },
		{ day(2027, 1, 4), S_STATIC("one more") } };
	const struct open_days d = { zone_find(S("UTC")), MON_FRI, closed, ARRAY_LENGTH(closed) };

	(void)state;
	assert_false(open_days_has(&d, day(2027, 1, 1)));
	assert_true(open_days_has(&d, day(2027, 1, 5)));
	assert_next(&d, "2026-12-31T09:00:00Z", "2027-01-05T09:00:00Z");
}

static void
a_day_is_the_programmes_day_and_its_weekend_may_be_another(void **state)
{
	const struct open_days east = { zone_find(S("Asia/Singapore")), MON_FRI, NULL, 0 }, other = { zone_find(S("UTC")), SUN_THU, NULL, 0 };

	(void)state;
	assert_next(&east, "2026-11-27T17:00:00Z", "2026-11-29T17:00:00Z");    /* Saturday, 01:00 there */
	assert_next(&east, "2026-11-29T17:00:00Z", "2026-11-29T17:00:00Z");    /* Monday, 01:00 there */
	assert_next(&other, "2026-11-27T10:00:00Z", "2026-11-29T10:00:00Z");
}

static void
the_hour_on_the_wall_stays_when_the_clocks_change_meanwhile(void **state)
{
	const struct open_days d = { zone_find(S("Europe/Berlin")), MON_FRI, NULL, 0 };

	(void)state;
	assert_next(&d, "2026-03-28T08:00:00Z", "2026-03-30T07:00:00Z");    /* 09:00 there, before and after */
	assert_next(&d, "2026-10-24T07:00:00Z", "2026-10-26T08:00:00Z");
	assert_next(&d, "2026-03-29T01:30:00Z", "2026-03-30T01:30:00Z");
}

static void
a_list_that_closes_everything_holds_nothing_up_for_ever(void **state)
{
	struct holiday closed[90];
	struct open_days d = { zone_find(S("UTC")), MON_FRI, closed, ARRAY_LENGTH(closed) };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(closed); i++)
		closed[i] = (struct holiday){ day(2026, 11, 27) + (int64_t)i, S("closed") };
	assert_next(&d, "2026-11-28T10:00:00Z", "2026-11-28T10:00:00Z");
	d.closed_count = 0;
	assert_int_equal(0, open_days_next(&d, (struct moment){ 0 }).us);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_week_every_day_is_open_and_a_holiday_too),
		cmocka_unit_test(a_weekend_waits_for_monday_at_the_same_hour_also_over_the_end_of_a_month),
		cmocka_unit_test(holidays_that_touch_a_weekend_are_one_gap_also_over_new_year),
		cmocka_unit_test(a_day_is_the_programmes_day_and_its_weekend_may_be_another),
		cmocka_unit_test(the_hour_on_the_wall_stays_when_the_clocks_change_meanwhile),
		cmocka_unit_test(a_list_that_closes_everything_holds_nothing_up_for_ever),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
