/* A demo's clock that is moved while others look at it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/arena.h"
#include "daemon/demo_clock.h"
#include "daemon/process.h"

static const struct moment START = { INT64_C(1794819600000000) };    /* 2026-11-16T09:00:00Z */

static struct arena *arena;
static char folder[] = "/tmp/mentord-clock.XXXXXX";

/* A clock that stands, kept in the folder, and somebody who looks at it. */
static void
begin(struct demo_clock *clock)
{
	struct orders orders = { .clock_start_us = START.us, .clock_since_us = START.us, .is_frozen = true };

	assert_int_equal(OK, demo_clock_keep(arena, str_from(folder), &orders));
	assert_int_equal(OK, demo_clock_open(arena, str_from(folder), &orders));
	*clock = (struct demo_clock){ .shown = { .start = START, .since = START, .is_frozen = true } };
	assert_int_equal(OK, demo_clock_watch(clock, orders.clock_descriptor));
	close(orders.clock_descriptor);
}

static void
who_looks_sees_it_moved_and_so_does_who_comes_later(void **state)
{
	struct orders later = { .generation = 0 };
	struct demo_clock clock;
	struct moment before, after;
	struct clock seen;

	(void)state;
	begin(&clock);
	seen = demo_clock_of(&clock);
	assert_int_equal(START.us, clock_wall(&seen).us);
	assert_int_equal(OK, demo_clock_advance(arena, str_from(folder), 3 * US_PER_DAY, &before, &after));
	assert_int_equal(START.us, before.us);
	assert_int_equal(START.us + 3 * US_PER_DAY, after.us);
	assert_int_equal(after.us, clock_wall(&seen).us);
	assert_int_equal(OK, demo_clock_read(arena, str_from(folder), &later));
	assert_int_equal(after.us, later.clock_start_us);
	assert_true(later.is_frozen);
}

/* Half of a change: the two lines differ, so what was shown before is shown on. */
static void
who_looks_while_it_is_moved_keeps_to_what_was_shown(void **state)
{
	char half[DEMO_CLOCK_BYTES];
	struct demo_clock clock;
	struct clock seen;

	(void)state;
	begin(&clock);
	seen = demo_clock_of(&clock);
	assert_int_equal(START.us, clock_wall(&seen).us);
	memcpy(half, clock.read, sizeof(half));
	half[3] = half[3] == '9' ? '8' : '9';
	clock.kept = half;
	assert_int_equal(START.us, clock_wall(&seen).us);
	half[DEMO_CLOCK_LINE + 3] = half[3];
	assert_true(clock_wall(&seen).us != START.us);
}

static void
where_no_demo_is_nothing_is_moved(void **state)
{
	struct moment before, after;
	char path[64];

	(void)state;
	snprintf(path, sizeof(path), "%s/demo-clock", folder);
	unlink(path);
	assert_int_equal(NOT_FOUND, demo_clock_advance(arena, str_from(folder), US_PER_DAY, &before, &after));
	assert_int_equal(-1, access(path, F_OK));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_looks_sees_it_moved_and_so_does_who_comes_later),
		cmocka_unit_test(who_looks_while_it_is_moved_keeps_to_what_was_shown), cmocka_unit_test(where_no_demo_is_nothing_is_moved),
	};
	int failed;

	arena_open(1 << 20, &arena);
	if (mkdtemp(folder) == NULL)
		return 1;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	rmdir(folder);
	arena_close(&arena);
	return failed;
}
