/* What recurs, on walls whose clocks change. Moments are worked out by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <cmocka.h>

#include "base/arena.h"
#include "formats/when.h"
#include "programmes/rhythm.h"

static struct arena *arena;
static struct zone *berlin;

static int
start(void **state)
{
	static char bytes[ZONE_FILE_MAX];
	FILE *file = fopen("/usr/share/zoneinfo/Europe/Berlin", "rb");
	struct str text = { bytes, file == NULL ? 0 : fread(bytes, 1, sizeof(bytes), file) };

	(void)state;
	arena_open(ZONES_ARENA, &arena);
	if (file != NULL)
		fclose(file);
	return zone_read(arena, S("Europe/Berlin"), text, &berlin) ? 0 : 1;
}

static int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static struct moment
at(const char *iso)
{
	struct moment m;

	assert_true(when_iso_read(str_from(iso), &m));
	return m;
}

#define assert_next(wanted, rhythm, after) assert_int_equal(at(wanted).us, rhythm_after(&(rhythm), berlin, at(after)).us)

static void
every_day_is_one_post_a_day_over_both_changes_of_the_clocks(void **state)
{
	struct rhythm daily = { .every = EVERY_DAY, .hour = 9 };

	(void)state;
	assert_next("2027-03-27T08:00:00Z", daily, "2027-03-26T08:00:00Z");
	assert_next("2027-03-28T07:00:00Z", daily, "2027-03-27T08:00:00Z");    /* summer time began that night */
	assert_next("2027-03-29T07:00:00Z", daily, "2027-03-28T07:00:00Z");
	assert_next("2027-10-31T08:00:00Z", daily, "2027-10-30T07:00:00Z");    /* and ended */
	assert_next("2027-03-27T08:00:00Z", daily, "2027-03-27T07:59:59Z");
}

static void
an_hour_that_is_skipped_is_later_and_one_that_comes_twice_counts_once(void **state)
{
	struct rhythm at_two = { .every = EVERY_DAY, .hour = 2 };

	(void)state;
	assert_next("2027-03-28T01:00:00Z", at_two, "2027-03-27T12:00:00Z");   /* two does not exist: three on the wall */
	assert_next("2027-10-31T00:00:00Z", at_two, "2027-10-30T12:00:00Z");   /* the first two */
	assert_next("2027-11-01T01:00:00Z", at_two, "2027-10-31T00:00:00Z");   /* not the second one */
}

static void
every_week_and_every_month_keep_to_their_days(void **state)
{
	struct rhythm weekly = { .every = EVERY_WEEK, .weekday = 3, .hour = 9 }, monthly = { .every = EVERY_MONTH, .day = 28, .hour = 23 };

	(void)state;
	assert_next("2026-11-18T08:00:00Z", weekly, "2026-11-16T09:00:00Z");
	assert_next("2026-11-25T08:00:00Z", weekly, "2026-11-18T08:00:00Z");
	assert_next("2027-02-28T22:00:00Z", monthly, "2027-02-01T00:00:00Z");
	assert_next("2027-03-28T21:00:00Z", monthly, "2027-02-28T22:00:00Z");
	assert_next("2027-01-28T22:00:00Z", monthly, "2026-12-31T23:30:00Z");
}

static void
never_is_never(void **state)
{
	struct rhythm never = { .every = EVERY_NEVER, .hour = 9 };

	(void)state;
	assert_true(moment_is_none(rhythm_after(&never, berlin, at("2026-11-16T09:00:00Z"))));
	assert_true(moment_is_none(rhythm_after_done(&never, berlin, at("2026-11-16T09:00:00Z"))));
}

static void
what_was_done_late_stands_for_its_period(void **state)
{
	struct rhythm daily = { .every = EVERY_DAY, .hour = 9 };

	(void)state;
	assert_int_equal(at("2026-11-18T08:00:00Z").us, rhythm_after_done(&daily, berlin, at("2026-11-17T07:59:00Z")).us);
	assert_int_equal(at("2026-11-18T08:00:00Z").us, rhythm_after_done(&daily, berlin, at("2026-11-17T08:00:01Z")).us);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_is_one_post_a_day_over_both_changes_of_the_clocks),
		cmocka_unit_test(an_hour_that_is_skipped_is_later_and_one_that_comes_twice_counts_once),
		cmocka_unit_test(every_week_and_every_month_keep_to_their_days), cmocka_unit_test(never_is_never),
		cmocka_unit_test(what_was_done_late_stands_for_its_period),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
