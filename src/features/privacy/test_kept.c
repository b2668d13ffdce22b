/* From which moment on something is old, on walls whose clocks change. Moments are worked out by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <cmocka.h>

#include "base/arena.h"
#include "formats/when.h"
#include "privacy/kept.h"
#include "programmes/settings.h"

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
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static void
old_is(const char *wanted, const struct period *period, const char *now)
{
	struct moment at;

	assert_true(when_iso_read(str_from(now), &at));
	assert_string_equal(wanted, str_c(arena, when_iso(arena, period_start(period, berlin, at))));
}

static void
months_are_those_of_the_calendar_on_the_wall_of_the_zone(void **state)
{
	struct period period = { .unit = KEEP_MONTHS, .amount = 6 };

	(void)state;
	old_is("2026-05-15T10:00:00Z", &period, "2026-11-15T11:00:00Z");    /* both noon in Berlin, in summer and in winter */
	old_is("2026-07-15T10:00:00Z", &period, "2027-01-15T11:00:00Z");
	period.amount = 24;
	old_is("2024-11-15T11:00:00Z", &period, "2026-11-15T11:00:00Z");
	period.amount = 36;
	old_is("2023-12-01T11:00:00Z", &period, "2026-12-01T11:00:00Z");
}

static void
a_day_that_a_month_has_not_makes_nothing_old_too_early(void **state)
{
	struct period period = { .unit = KEEP_MONTHS, .amount = 6 };

	(void)state;
	old_is("2026-02-28T11:00:00Z", &period, "2026-08-31T10:00:00Z");
	period.amount = 12;
	old_is("2027-02-28T11:00:00Z", &period, "2028-02-29T11:00:00Z");
}

static void
days_are_of_24_hours(void **state)
{
	struct period period = { .unit = KEEP_DAYS, .amount = 30 };

	(void)state;
	old_is("2026-03-02T10:00:00Z", &period, "2026-04-01T10:00:00Z");
}

static void
every_period_of_the_specification_is_a_setting_with_its_default(void **state)
{
	static const struct { const char *name; int64_t amount; } wanted[] = {
		{ "times", 30 }, { "affiliation", 12 }, { "requests", 24 }, { "feedback", 12 }, { "sessions", 24 }, { "unplaced", 6 }, { "placed", 24 }, { "reviews", 6 },
		{ "notes", 12 }, { "acceptances", 36 }, { "reports", 36 },
	};
	struct settings settings;

	(void)state;
	settings_start(&settings);
	assert_int_equal(KEEPS, sizeof(wanted) / sizeof(wanted[0]));
	for (size_t i = 0; i < KEEPS; i++) {
		struct period period = period_of(&settings, keep_called(str_from(wanted[i].name)));

		assert_string_equal(wanted[i].name, str_c(arena, period.name));
		assert_int_equal(wanted[i].amount, period.amount);
	}
	assert_int_equal(KEEPS, keep_called(S("anything")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_are_those_of_the_calendar_on_the_wall_of_the_zone),
		cmocka_unit_test(a_day_that_a_month_has_not_makes_nothing_old_too_early),
		cmocka_unit_test(days_are_of_24_hours),
		cmocka_unit_test(every_period_of_the_specification_is_a_setting_with_its_default),
	};

	return cmocka_run_group_tests(tests, start, end);
}
