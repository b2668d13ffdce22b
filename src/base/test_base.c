/* Memory, text and buffers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/outcome.h"

static void
an_arena_gives_zeroed_aligned_memory_and_forgets_it_as_a_whole(void **state)
{
	struct arena *arena;
	unsigned char *at;

	(void)state;
	arena_open(1 << 20, &arena);
	for (size_t i = 1; i < 2000; i++) {
		at = arena_take(arena, i % 700 + 1);
		assert_int_equal(0, (uintptr_t)at % _Alignof(max_align_t));
		assert_int_equal(0, at[i % 700]);
		memset(at, 0xff, i % 700 + 1);
	}
	arena_reset(arena);
	assert_int_equal(0, arena_used(arena));
	at = arena_take(arena, 4000);
	assert_int_equal(0, at[3999]);
	arena_close(&arena);
	assert_null(arena);
}

static void
numbers_are_read_whole_or_not_at_all(void **state)
{
	int64_t n;

	(void)state;
	assert_true(str_whole(S("9223372036854775807"), &n) && n == INT64_MAX);
	assert_true(str_whole(S("-9223372036854775808"), &n) && n == INT64_MIN);
	assert_false(str_whole(S("9223372036854775808"), &n));
	assert_false(str_whole(S(""), &n) || str_whole(S("-"), &n) || str_whole(S("1a"), &n) || str_whole(S(" 1"), &n));
}

static struct str
whole(struct arena *arena, int64_t number)
{
	struct buf b = buf_new(arena, 64);

	buf_whole(&b, number);
	return buf_str(&b);
}

static void
numbers_are_written_as_they_are_read(void **state)
{
	struct arena *arena;
	struct buf b;
	int64_t n;

	(void)state;
	arena_open(1 << 20, &arena);
	assert_true(str_equal(S("0"), whole(arena, 0)) && str_equal(S("-9223372036854775808"), whole(arena, INT64_MIN)));
	for (int64_t number = 1; number > 0 && number < INT64_MAX / 7; number = number * 7 + 3) {
		assert_true(str_whole(whole(arena, number), &n) && n == number);
		assert_true(str_whole(whole(arena, -number), &n) && n == -number);
	}
	b = buf_new(arena, 64);
	buf_digits(&b, 7, 4);
	buf_digits(&b, 12345, 4);
	buf_digits(&b, UINT64_MAX, 1);
	assert_true(str_equal(S("00071234518446744073709551615"), buf_str(&b)));
	arena_close(&arena);
}

static void
cutting_gives_every_part_also_empty_ones(void **state)
{
	struct str rest = S("a,,b"), part;
	const char *wanted[] = { "a", "", "b" };
	size_t count = 0;

	(void)state;
	while (str_next(&rest, ',', &part))
		assert_true(count < 3 && str_equal(part, str_from(wanted[count++])));
	assert_int_equal(3, count);
}

static void
a_buffer_remembers_that_something_did_not_fit(void **state)
{
	struct arena *arena;
	struct buf b;

	(void)state;
	arena_open(1 << 16, &arena);
	b = buf_new(arena, 10);
	buf_add(&b, S("0123456789"));
	assert_false(b.is_overflown);
	buf_char(&b, 'x');
	assert_true(b.is_overflown);
	assert_true(str_equal(S("0123456789"), buf_str(&b)));
	arena_close(&arena);
}

static void
every_outcome_has_a_status_and_a_sentence(void **state)
{
	(void)state;
	for (unsigned i = 0; i < OUTCOME_COUNT; i++) {
		struct str words = outcome_words((enum outcome)i);

		assert_in_range(outcome_status((enum outcome)i), 200, 503);
		assert_true(str_ends(words, S(".")) && words.length > 4);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_arena_gives_zeroed_aligned_memory_and_forgets_it_as_a_whole),
		cmocka_unit_test(numbers_are_read_whole_or_not_at_all),
		cmocka_unit_test(numbers_are_written_as_they_are_read),
		cmocka_unit_test(cutting_gives_every_part_also_empty_ones),
		cmocka_unit_test(a_buffer_remembers_that_something_did_not_fit),
		cmocka_unit_test(every_outcome_has_a_status_and_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
