/* Ids as people type them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"

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

static int64_t
read_or_zero(const char *text)
{
	int64_t id = 0;

	return id_read(str_from(text), &id) ? id : 0;
}

static void
an_id_comes_back_as_it_was(void **state)
{
	static const int64_t ids[] = { 1, 31, 32, 1234567890123, INT64_MAX, INT64_MAX - 1, INT64_C(1) << 62 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(ids); i++) {
		int64_t id = 0;

		assert_true(id_read(id_print(arena, ids[i]), &id));
		assert_int_equal(ids[i], id);
	}
}

static void
an_id_is_thirteen_symbols_in_the_order_of_the_numbers(void **state)
{
	(void)state;
	assert_str("0000000000001", id_print(arena, 1));
	assert_str("7zzzzzzzzzzzz", id_print(arena, INT64_MAX));
	assert_true(str_compare(id_print(arena, 1000), id_print(arena, 1001)) < 0);
}

static void
capitals_and_look_alikes_are_forgiven(void **state)
{
	(void)state;
	assert_int_equal(read_or_zero("0000000000011"), read_or_zero("OoOO0000000il"));
	assert_int_equal(read_or_zero("1abcdefghjkmn"), read_or_zero("LABCDEFGHJKMN"));
}

static void
anything_else_is_no_id(void **state)
{
	static const char *const bad[] = { "", "0000000000000", "8000000000000", "zzzzzzzzzzzzz", "000000000001", "00000000000001",
		"000000000000u", "000000000000-", "00000000000 1", "0000000000\u00e91" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_int_equal(0, read_or_zero(bad[i]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_id_comes_back_as_it_was),
		cmocka_unit_test(an_id_is_thirteen_symbols_in_the_order_of_the_numbers),
		cmocka_unit_test(capitals_and_look_alikes_are_forgiven),
		cmocka_unit_test(anything_else_is_no_id),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
