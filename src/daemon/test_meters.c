/* Durations are counted where they belong, and printed as Prometheus reads them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/moment.h"
#include "daemon/meters.h"

enum { BYTES = 1 << 16 };

static struct arena *arena;
static struct meters *meters;

static struct str
printed(size_t bytes)
{
	struct buf out = buf_new(arena, bytes);

	meters_print(meters, &out);
	assert_false(out.is_overflown);
	return buf_str(&out);
}

static void
assert_shows(struct str text, const char *line)
{
	if (!str_has(text, str_from(line)))
		fail_msg("no \"%s\" in:\n%.*s", line, STR_FORMAT(text));
}

static void
no_route_and_nothing_used_print_nothing_but_the_heading(void **state)
{
	(void)state;
	assert_false(str_has(printed(BYTES), S("route=")));
	meters_note(NULL, &routes[0], 200, 1);
	meters_note(meters, &routes[0], 99, 1);
	meters_note(meters, &routes[0], 600, 1);
	assert_false(str_has(printed(BYTES), S("route=")));
}

static void
an_answer_counts_within_its_bound_and_all_above(void **state)
{
	struct str text;

	(void)state;
	meters_note(meters, &routes[0], 200, 5000);
	meters_note(meters, &routes[0], 204, 5001);
	meters_note(meters, &routes[0], 303, 90 * US_PER_SECOND);
	text = printed(BYTES);
	assert_shows(text, "_bucket{route=\"home_show\",code=\"2xx\",le=\"0.005\"} 1\n");
	assert_shows(text, "_bucket{route=\"home_show\",code=\"2xx\",le=\"0.025\"} 2\n");
	assert_shows(text, "_bucket{route=\"home_show\",code=\"2xx\",le=\"+Inf\"} 2\n");
	assert_shows(text, "_sum{route=\"home_show\",code=\"2xx\"} 0.010001\n");
	assert_false(str_has(text, S("{route=\"home_show\",code=\"3xx\",le=\"3\"}")));
	assert_shows(text, "_bucket{route=\"home_show\",code=\"3xx\",le=\"+Inf\"} 1\n");
	assert_shows(text, "_sum{route=\"home_show\",code=\"3xx\"} 90.000000\n");
}

static void
what_no_row_takes_is_counted_as_none(void **state)
{
	(void)state;
	meters_note(meters, NULL, 404, 1);
	meters_note(meters, &routes[route_count - 1], 500, 1);
	assert_shows(printed(BYTES), "_count{route=\"none\",code=\"4xx\"} 1\n");
	assert_shows(printed(BYTES), ",code=\"5xx\"} 1\n");
}

/* Whoever reads the log or the monitor's numbers cannot count reports, nor what is done with them. */
static void
what_is_about_reports_is_counted_as_none(void **state)
{
	size_t uncounted = 0;

	(void)state;
	for (size_t i = 0; i < route_count; i++) {
		bool is_about = str_starts(routes[i].name, S("report_")) || str_starts(routes[i].name, S("case"));

		assert_int_equal(is_about, routes[i].is_uncounted);
		uncounted += is_about ? 1 : 0;
		if (is_about)
			meters_note(meters, &routes[i], 303, 1);
	}
	assert_true(uncounted >= 15);
	assert_false(str_has(printed(BYTES), S("route=\"report_")));
	assert_false(str_has(printed(BYTES), S("route=\"case")));
	assert_shows(printed(BYTES), "_count{route=\"none\",code=\"3xx\"} ");
}

static void
a_small_buffer_gets_whole_series_alone(void **state)
{
	struct str text;

	(void)state;
	for (size_t i = 0; i < route_count; i++)
		meters_note(meters, &routes[i], 200, 1);
	text = printed(4096);
	assert_true(str_ends(text, S(" 1\n")));
	assert_shows(text, "_count{route=\"home_show\",code=\"2xx\"} 1\n");
}

static int
start(void **state)
{
	int32_t descriptor = 0;

	(void)state;
	arena_open(1 << 22, &arena);
	assert_int_equal(OK, meters_make(&descriptor));
	meters_open(descriptor, &meters);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	meters_close(&meters);
	arena_close(&arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(no_route_and_nothing_used_print_nothing_but_the_heading, start, end),
		cmocka_unit_test_setup_teardown(an_answer_counts_within_its_bound_and_all_above, start, end),
		cmocka_unit_test_setup_teardown(what_no_row_takes_is_counted_as_none, start, end),
		cmocka_unit_test_setup_teardown(what_is_about_reports_is_counted_as_none, start, end),
		cmocka_unit_test_setup_teardown(a_small_buffer_gets_whole_series_alone, start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
