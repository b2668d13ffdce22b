/* What cells of other people's tables mean, on both sides of each rule. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "exchange/cells.h"

static struct arena *arena;

static void
ticks_are_read_as_tables_write_them(void **state)
{
	static const char *const yes[] = { "checked", "Yes", "TRUE", "1", "x", "Active" }, *const no[] = { "", "no", "FALSE", "0", "unchecked" };
	bool is_ticked;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(yes); i++)
		assert_true(exchange_tick_read(arena, str_from(yes[i]), &is_ticked) && is_ticked);
	for (size_t i = 0; i < ARRAY_LENGTH(no); i++)
		assert_true(exchange_tick_read(arena, str_from(no[i]), &is_ticked) && !is_ticked);
	assert_false(exchange_tick_read(arena, S("perhaps"), &is_ticked));
}

static void
days_and_times_are_read_where_they_mean_one_thing(void **state)
{
	static const struct {
		const char *cell;
		int hour, minute;
		bool is_utc;
		int east;
	} good[] = {
		{ "2024-03-05", 0, 0, false, 0 }, { "2024/03/05", 0, 0, false, 0 }, { " 2024-03-05 15:04 ", 15, 4, false, 0 }, { "2024-03-05 3:04pm", 15, 4, false, 0 },
		{ "2024/03/05 3:04:05 PM", 15, 4, false, 0 }, { "2024-03-05 12:00am", 0, 0, false, 0 }, { "2024-03-05 12:30pm", 12, 30, false, 0 },
		{ "2024-03-05T15:04:05.000Z", 15, 4, true, 0 }, { "2024-03-05 15:04 UTC", 15, 4, true, 0 },
		{ "2024/03/05 3:04:05 PM GMT+1", 15, 4, true, 60 }, { "2024-03-05 15:04 UTC-3:30", 15, 4, true, -210 }, { "2024-03-05T15:04:05+0530", 15, 4, true, 330 },
	};
	static const char *const bad[] = { "", "3/5/2024", "05.03.2024", "2024-3-5", "2024-02-30", "2024-03-05 25:00", "2024-03-05 12:60", "2024-03-05 13:00pm",
		"2024-03-05 0:10am", "2024-03-05x", "2024-03-05 15", "2024-03-05 15:04 GMT+", "2024-03-05 15:04 GMT+19", "2024-03-05 15:04+1:75", "yesterday" };
	struct exchange_when when;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(good); i++) {
		if (!exchange_when_read(str_from(good[i].cell), &when))
			fail_msg("\"%s\" is not read", good[i].cell);
		assert_int_equal(5, when.wall.day);
		assert_int_equal(good[i].hour, when.wall.hour);
		assert_int_equal(good[i].minute, when.wall.minute);
		assert_int_equal(good[i].is_utc, when.is_utc);
		assert_int_equal(good[i].east, when.east_minutes);
	}
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		if (exchange_when_read(str_from(bad[i]), &when))
			fail_msg("\"%s\" is read", bad[i]);
}

static void
a_state_is_open_or_held_or_unknown(void **state)
{
	enum exchange_stand stand;

	(void)state;
	assert_true(exchange_stand_read(arena, S("Fulfilled"), &stand) && stand == STAND_HELD);
	assert_true(exchange_stand_read(arena, S("Available"), &stand) && stand == STAND_OPEN);
	assert_true(exchange_stand_read(arena, S(""), &stand) && stand == STAND_OPEN);
	assert_false(exchange_stand_read(arena, S("Perhaps"), &stand));
}

static void
headings_are_compared_by_letters_and_digits(void **state)
{
	(void)state;
	assert_true(str_equal(exchange_header_key(arena, S("E-Mail Address:")), exchange_header_key(arena, S("email address"))));
	assert_true(str_equal(exchange_header_key(arena, S("What is your name?")), S("whatisyourname")));
	assert_false(str_equal(exchange_header_key(arena, S("Name 1")), exchange_header_key(arena, S("Name 2"))));
	assert_int_equal(0, exchange_header_key(arena, S("--- ?")).length);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ticks_are_read_as_tables_write_them), cmocka_unit_test(days_and_times_are_read_where_they_mean_one_thing),
		cmocka_unit_test(a_state_is_open_or_held_or_unknown), cmocka_unit_test(headings_are_compared_by_letters_and_digits),
	};
	int failed;

	arena_open(1 << 20, &arena);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_close(&arena);
	return failed;
}
