/* Moments, zones and words, against dates that are known. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/calendar.h"
#include "formats/tzif.h"
#include "formats/when.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open(1 << 20, &arena);
	return 0;
}

static int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

#define assert_str(wanted, given) \
	do { \
		struct str is = (given); \
		assert_int_equal(sizeof(wanted) - 1, is.length); \
		assert_memory_equal(wanted, is.at == NULL ? "" : is.at, is.length); \
	} while (0)

enum { FILE_BYTES = 512 << 10 };

static enum outcome
file_read(void *self, struct arena *into, const char *path, size_t ceiling, struct str *out)
{
	FILE *file = fopen(path, "rb");
	char *at = arena_take(into, ceiling);

	(void)self;
	if (file == NULL)
		return NOT_FOUND;
	*out = (struct str){ at, fread(at, 1, ceiling, file) };
	fclose(file);
	return OK;
}

static struct arena *keep;

static int
load(void **state)
{
	struct arena *work;
	const struct zone_files files = { NULL, file_read, "/usr/share/zoneinfo" };

	start(state);
	arena_open(ZONES_ARENA, &keep);
	arena_open(4 * FILE_BYTES, &work);
	if (zones_load(keep, work, &files) != OK)
		return 1;
	arena_close(&work);
	return 0;
}

static int
unload(void **state)
{
	arena_close(&keep);
	return finish(state);
}

static struct moment
at(const char *iso)
{
	struct moment m;

	assert_true(when_iso_read(str_from(iso), &m));
	return m;
}

static const struct zone *
zone(const char *name)
{
	const struct zone *z = zone_find(str_from(name));

	assert_non_null(z);
	return z;
}

static void
iso_comes_back_as_it_was(void **state)
{
	(void)state;
	assert_int_equal(0, at("1970-01-01T00:00:00Z").us);
	assert_int_equal(INT64_C(1795525200000000), at("2026-11-24T13:00:00Z").us);
	assert_int_equal(INT64_C(1795525200250000), at("2026-11-24T13:00:00.25Z").us);
	assert_int_equal(INT64_C(1795478400000000), at("2026-11-24").us);
	assert_str("2026-11-24T13:00:00Z", when_iso(arena, at("2026-11-24T13:00Z")));
	assert_str("2000-02-29T23:59:59Z", when_iso(arena, at("2000-02-29T23:59:59Z")));
	assert_str("1969-12-31T23:59:59Z", when_iso(arena, (struct moment){ -1 }));
}

static void
what_is_no_date_is_refused(void **state)
{
	static const char *const bad[] = { "", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "2026-1-1", "26-11-24", "2026-11-24T",
		"2026-11-24T25:00Z", "2026-11-24T13:00", "2026-11-24T13:00:00+01:00", "2026-11-24T13:00:00.Z", "2026-11-24T13:60Z", "2026-11-24x",
		"1899-12-31", "2200-01-01", "2100-02-29", "+026-11-24" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
		struct moment m;

		assert_false(when_iso_read(str_from(bad[i]), &m));
	}
}

/* Every day of four centuries, against a calendar that only counts on. */
static void
the_calendar_agrees_with_counting(void **state)
{
	struct date wanted = { 1800, 1, 1 };
	int weekday = 2;    /* a Wednesday */

	(void)state;
	for (int64_t days = calendar_days(wanted); wanted.year < 2200; days++) {
		struct date given = calendar_date(days);

		assert_true(given.year == wanted.year && given.month == wanted.month && given.day == wanted.day);
		assert_int_equal(days, calendar_days(wanted));
		assert_int_equal(weekday, calendar_weekday(days));
		weekday = (weekday + 1) % 7;
		if (++wanted.day > calendar_days_of_month(wanted.year, wanted.month)) {
			wanted.day = 1;
			if (++wanted.month > 12) {
				wanted.month = 1;
				wanted.year++;
			}
		}
	}
}

static void
a_moment_is_told_in_the_zone_of_the_reader(void **state)
{
	struct moment m = at("2026-11-24T13:00Z"), now = at("2026-11-22T13:00Z");

	(void)state;
	assert_str("Tue 24 Nov, 21:00 SGT", when_print(arena, zone("Asia/Singapore"), m, now));
	assert_str("Tue 24 Nov 2026, 21:00 SGT", when_print(arena, zone("Asia/Singapore"), m, (struct moment){ 0 }));
	assert_str("Tue 24 Nov 2026, 14:00 CET", when_print(arena, zone("Europe/Berlin"), m, at("2025-01-01")));
	assert_str("Tue 24 Nov, 18:30 IST", when_print(arena, zone("Asia/Kolkata"), m, now));
	assert_str("Tue 24 Nov, 18:45 UTC+5:45", when_print(arena, zone("Asia/Kathmandu"), m, now));
	assert_str("Tue 24 Nov, 07:00 CST", when_print(arena, zone("America/Chicago"), m, now));
	assert_str("Tue 24 Nov, 13:00 UTC", when_print(arena, NULL, m, now));
	assert_str("Wed 25 Nov", when_day(arena, zone("Pacific/Auckland"), m, now));
	assert_str("2026-11-25", when_date(arena, zone("Pacific/Auckland"), m));
	assert_str("02:00", when_time(arena, zone("Pacific/Auckland"), m));
}

static void
clocks_change_at_the_right_second(void **state)
{
	const struct zone *berlin = zone("Europe/Berlin");

	(void)state;
	assert_int_equal(3600, zone_at(berlin, at("2026-03-29T00:59:59Z")).offset_seconds);
	assert_int_equal(7200, zone_at(berlin, at("2026-03-29T01:00:00Z")).offset_seconds);
	assert_true(zone_at(berlin, at("2026-03-29T01:00:00Z")).is_summer);
	assert_int_equal(7200, zone_at(berlin, at("2026-10-25T00:59:59Z")).offset_seconds);
	assert_int_equal(3600, zone_at(berlin, at("2026-10-25T01:00:00Z")).offset_seconds);
	assert_int_equal(at("2026-10-25T01:00:00Z").us, zone_next_change(berlin, at("2026-08-01")).us);
	assert_true(moment_is_none(zone_next_change(zone("Asia/Singapore"), at("2026-08-01"))));
	assert_true(moment_is_none(zone_next_change(NULL, at("2026-08-01"))));
}

/* Past the listed changes the last line of the file rules: north, south, and the day that Dublin calls its winter a summer. */
static void
the_rule_holds_in_far_years(void **state)
{
	(void)state;
	assert_int_equal(7200, zone_at(zone("Europe/Berlin"), at("2099-07-01")).offset_seconds);
	assert_int_equal(3600, zone_at(zone("Europe/Berlin"), at("2099-12-01")).offset_seconds);
	assert_int_equal(11 * 3600, zone_at(zone("Australia/Sydney"), at("2099-12-31T22:00Z")).offset_seconds);
	assert_int_equal(10 * 3600, zone_at(zone("Australia/Sydney"), at("2099-07-01")).offset_seconds);
	assert_int_equal(3600, zone_at(zone("Europe/Dublin"), at("2099-07-01")).offset_seconds);
	assert_int_equal(0, zone_at(zone("Europe/Dublin"), at("2099-12-01")).offset_seconds);
	assert_int_equal(at("2099-10-25T01:00Z").us, zone_next_change(zone("Europe/Berlin"), at("2099-07-01")).us);
	assert_int_equal(8 * 3600, zone_at(zone("Asia/Singapore"), at("2099-07-01")).offset_seconds);
}

static void
rules_are_read_or_refused(void **state)
{
	static const char *const bad[] = { "", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
		"<+08-8", "-1", "CET-1CEST,M3.5.0,M10.5.0/3x", "CET-999", "A-1B,J0,J5" };
	struct tzif_rule rule;

	(void)state;
	assert_true(tzif_rule_read(arena, S("<-03>3"), &rule));
	assert_int_equal(-3 * 3600, rule.winter.offset_seconds);
	assert_true(tzif_rule_read(arena, S("IST-2IDT,M3.4.4/26,M10.5.0"), &rule));
	assert_int_equal(26 * 3600, rule.summer_begins.seconds);
	assert_true(tzif_rule_read(arena, S("<+00>0<+02>-2,M3.5.0/-1,J60/3"), &rule));
	assert_int_equal(-3600, rule.summer_begins.seconds);
	assert_int_equal(7200, rule.summer.offset_seconds);
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_false(tzif_rule_read(arena, str_from(bad[i]), &rule));
}

static void
a_wall_time_finds_its_moment_also_when_clocks_change(void **state)
{
	const struct zone *berlin = zone("Europe/Berlin");
	struct moment m;

	(void)state;
	assert_true(when_moment(berlin, (struct wall){ .year = 2026, .month = 11, .day = 24, .hour = 14 }, &m));
	assert_int_equal(at("2026-11-24T13:00Z").us, m.us);
	assert_true(when_moment(berlin, (struct wall){ .year = 2026, .month = 3, .day = 29, .hour = 2, .minute = 30 }, &m));
	assert_int_equal(at("2026-03-29T01:30Z").us, m.us);    /* skipped: 03:30 */
	assert_true(when_moment(berlin, (struct wall){ .year = 2026, .month = 3, .day = 29, .hour = 3 }, &m));
	assert_int_equal(at("2026-03-29T01:00Z").us, m.us);
	assert_true(when_moment(berlin, (struct wall){ .year = 2026, .month = 10, .day = 25, .hour = 2, .minute = 30 }, &m));
	assert_int_equal(at("2026-10-25T00:30Z").us, m.us);    /* twice: the first */
	assert_true(when_moment(berlin, (struct wall){ .year = 2026, .month = 10, .day = 25, .hour = 3 }, &m));
	assert_int_equal(at("2026-10-25T02:00Z").us, m.us);
	assert_false(when_moment(berlin, (struct wall){ .year = 2026, .month = 2, .day = 29 }, &m));
}

/* Each hour of a year goes to the wall and back, in every zone that somebody may choose. */
static void
walls_and_moments_agree_in_every_zone(void **state)
{
	const struct str_list *names = zone_names();

	(void)state;
	for (size_t i = 0; i < names->count; i += 5) {
		const struct zone *z = zone_find(names->at[i]);
		int64_t first = at("2026-01-01").us;

		for (int64_t hour = 0; hour < 24 * 365; hour += 7) {
			struct moment m = { first + hour * US_PER_HOUR }, back;
			struct wall w = when_wall(z, m);

			assert_true(when_moment(z, w, &back));
			assert_true(back.us == m.us || (back.us < m.us && when_wall(z, back).hour == w.hour && when_wall(z, back).minute == w.minute));
		}
	}
}

/* Two years of London, whose clocks change four times meanwhile: every date once, at that hour of its wall, whoever asks in between. */
static void
an_hour_of_the_wall_comes_once_a_date(void **state)
{
	const struct zone *london = zone("Europe/London");
	struct moment m = at("2026-11-16T09:00:00Z");

	(void)state;
	for (int64_t i = 1; i <= 730; i++) {
		struct moment next = when_next_hour(london, m, 8);
		struct wall wall = when_wall(london, next), before = when_wall(london, m);

		assert_int_equal(800, wall.hour * 100 + wall.minute);
		assert_int_equal(1, calendar_days((struct date){ wall.year, wall.month, wall.day }) -
		    calendar_days((struct date){ before.year, before.month, before.day }));
		assert_int_equal(next.us, when_next_hour(london, moment_plus(next, -1), 8).us);
		m = next;
	}
	assert_str("2027-03-28T07:00:00Z", when_iso(arena, when_next_hour(london, at("2027-03-27T23:30:00Z"), 8)));
	assert_str("2027-10-31T08:00:00Z", when_iso(arena, when_next_hour(london, at("2027-10-30T22:30:00Z"), 8)));
	assert_str("2027-03-28T01:00:00Z", when_iso(arena, when_next_hour(london, at("2027-03-28T00:30:00Z"), 1)));    /* one does not exist */
	assert_str("2027-11-01T01:00:00Z", when_iso(arena, when_next_hour(london, at("2027-10-31T00:30:00Z"), 1)));    /* not the second one */
}

static void
zones_are_known_by_name_old_names_too(void **state)
{
	(void)state;
	assert_true(zone_is_known(S("Asia/Calcutta")));
	assert_true(zone_is_known(S("Europe/Kiev")));
	assert_true(zone_is_known(S("UTC")));
	assert_false(zone_is_known(S("Mars/Phobos")));
	assert_false(zone_is_known(S("../../etc/passwd")));
	assert_false(zone_is_known(S("")));
	assert_str("Asia/Calcutta", zone_name(zone("Asia/Calcutta")));
	assert_str("UTC", zone_name(NULL));
	assert_int_equal(zone_at(zone("Asia/Kolkata"), at("2026-01-01")).offset_seconds, zone_at(zone("Asia/Calcutta"), at("2026-01-01")).offset_seconds);
}

static void
people_choose_from_a_sorted_list(void **state)
{
	const struct str_list *names = zone_names();

	(void)state;
	assert_true(names->count > 300);
	assert_true(str_list_has(names, S("Europe/Oslo")));
	assert_true(str_list_has(names, S("UTC")));
	assert_false(str_list_has(names, S("Asia/Calcutta")));
	for (size_t i = 1; i < names->count; i++)
		assert_true(str_compare(names->at[i - 1], names->at[i]) < 0);
}

/* A file cut short anywhere, or with any byte turned, is refused or read; it never breaks us (run with sanitizers). */
static void
a_broken_zone_file_never_breaks_us(void **state)
{
	struct str whole;
	struct zone *z;

	(void)state;
	assert_int_equal(OK, file_read(NULL, arena, "/usr/share/zoneinfo/Europe/Berlin", 64 << 10, &whole));
	for (size_t i = 0; i < whole.length; i++) {
		struct arena *work;
		char *copy;

		arena_open(1 << 20, &work);
		copy = arena_take(work, whole.length);
		memcpy(copy, whole.at, whole.length);
		copy[i] = (char)(copy[i] ^ 0xff);
		zone_read(work, S("x"), (struct str){ copy, i }, &z);
		if (zone_read(work, S("x"), (struct str){ copy, whole.length }, &z))
			zone_at(z, at("2026-01-01"));
		arena_close(&work);
	}
	assert_false(zone_read(arena, S("x"), S(""), &z));
}

static struct str
ago(const char *m, const char *now)
{
	return when_words_print(arena, when_relative(at(m), at(now)));
}

static void
distances_are_told_in_the_unit_that_suits(void **state)
{
	(void)state;
	assert_str("just now", ago("2026-11-24T13:00:00Z", "2026-11-24T13:00:59Z"));
	assert_str("in a moment", ago("2026-11-24T13:00:59Z", "2026-11-24T13:00:00Z"));
	assert_str("1 minute ago", ago("2026-11-24T13:00Z", "2026-11-24T13:01Z"));
	assert_str("59 minutes ago", ago("2026-11-24T13:00Z", "2026-11-24T13:59Z"));
	assert_str("1 hour ago", ago("2026-11-24T13:00Z", "2026-11-24T14:00Z"));
	assert_str("3 hours ago", ago("2026-11-24T13:00Z", "2026-11-24T16:59Z"));
	assert_str("47 hours ago", ago("2026-11-24T13:00Z", "2026-11-26T12:59Z"));
	assert_str("in 2 days", ago("2026-11-26T13:00Z", "2026-11-24T13:00Z"));
	assert_str("99 days ago", ago("2026-01-01", "2026-04-10"));
	assert_str("3 months ago", ago("2026-01-01", "2026-04-11"));
	assert_str("2 years ago", ago("2024-01-01", "2026-04-11"));
}

static void
lengths_are_short(void **state)
{
	(void)state;
	assert_str("10 d", when_words_print(arena, when_lasting(10 * US_PER_DAY + US_PER_HOUR)));
	assert_str("19 h", when_words_print(arena, when_lasting(19 * US_PER_HOUR)));
	assert_str("45 min", when_words_print(arena, when_lasting(45 * US_PER_MINUTE)));
	assert_str("0 min", when_words_print(arena, when_lasting(-5)));
}

static void
fields_of_a_form_are_read(void **state)
{
	struct wall w = { .year = 0 };

	(void)state;
	assert_true(when_date_read(S("2026-11-24"), &w));
	assert_int_equal(1, w.weekday);
	assert_true(when_time_read(S("21:45"), &w));
	assert_true(w.year == 2026 && w.month == 11 && w.day == 24 && w.hour == 21 && w.minute == 45);
	assert_false(when_date_read(S("2026-11-31"), &w));
	assert_false(when_date_read(S("24.11.2026"), &w));
	assert_false(when_time_read(S("24:00"), &w));
	assert_false(when_time_read(S("9:00"), &w));
	assert_int_equal(24, w.day);    /* a refusal changes nothing */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(iso_comes_back_as_it_was),
		cmocka_unit_test(what_is_no_date_is_refused),
		cmocka_unit_test(the_calendar_agrees_with_counting),
		cmocka_unit_test(a_moment_is_told_in_the_zone_of_the_reader),
		cmocka_unit_test(clocks_change_at_the_right_second),
		cmocka_unit_test(the_rule_holds_in_far_years),
		cmocka_unit_test(rules_are_read_or_refused),
		cmocka_unit_test(a_wall_time_finds_its_moment_also_when_clocks_change),
		cmocka_unit_test(walls_and_moments_agree_in_every_zone), cmocka_unit_test(an_hour_of_the_wall_comes_once_a_date),
		cmocka_unit_test(zones_are_known_by_name_old_names_too),
		cmocka_unit_test(people_choose_from_a_sorted_list),
		cmocka_unit_test(a_broken_zone_file_never_breaks_us),
		cmocka_unit_test(distances_are_told_in_the_unit_that_suits),
		cmocka_unit_test(lengths_are_short),
		cmocka_unit_test(fields_of_a_form_are_read),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
