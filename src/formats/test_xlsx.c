/* Workbooks. What another program reads in one: tests/interop/workbook.mjs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "formats/xlsx.h"

enum { ARENA = 40 << 20, BYTES = 1 << 20 };

static struct arena *arena;
static const struct str sheets[] = { S_STATIC("people"), S_STATIC("skills") };
static const struct str cells[] = { S_STATIC("name"), S_STATIC("=1+1") };

static int
start(void **state)
{
	(void)state;
	arena_open(ARENA, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static enum outcome
print(struct buf *out, size_t rows)
{
	struct xlsx *book = xlsx_open(arena, out, 2, sheets);

	xlsx_sheet(book);
	for (size_t i = 0; i < rows; i++)
		xlsx_row(book, 2, cells, NULL);
	return xlsx_close(book);
}

static void
the_same_cells_give_the_same_bytes(void **state)
{
	struct buf once = buf_new(arena, BYTES), again = buf_new(arena, BYTES);

	(void)state;
	assert_int_equal(OK, print(&once, 10));
	assert_int_equal(OK, print(&again, 10));
	assert_true(once.length > 1000 && str_starts(buf_str(&once), S("PK\x03\x04")));
	assert_true(str_equal(buf_str(&once), buf_str(&again)));
}

static void
a_workbook_stands_behind_what_was_written_before(void **state)
{
	struct buf alone = buf_new(arena, BYTES), behind = buf_new(arena, BYTES);

	(void)state;
	buf_add(&behind, S("before"));
	assert_int_equal(OK, print(&alone, 1));
	assert_int_equal(OK, print(&behind, 1));
	assert_true(str_equal(buf_str(&alone), str_skip(buf_str(&behind), 6)));
}

static void
what_does_not_fit_is_too_large_and_no_half_of_it_counts(void **state)
{
	struct buf whole = buf_new(arena, BYTES), less = buf_new(arena, 0);

	(void)state;
	assert_int_equal(OK, print(&whole, 100));
	for (size_t bytes = 0; bytes < whole.length; bytes += whole.length / 16) {
		less = buf_new(arena, bytes);
		assert_int_equal(TOO_LARGE, print(&less, 100));
	}
	less = buf_new(arena, whole.length);
	assert_int_equal(OK, print(&less, 100));
}

static void
a_sheet_holds_1048576_rows_and_one_more_is_too_large(void **state)
{
	struct buf out = buf_new(arena, ARENA / 2);
	struct xlsx *book = xlsx_open(arena, &out, 2, sheets);

	(void)state;
	xlsx_sheet(book);
	for (size_t i = 0; i < XLSX_ROWS; i++)
		xlsx_row(book, 0, NULL, NULL);
	xlsx_sheet(book);
	for (size_t i = 0; i < XLSX_ROWS + 1; i++)
		xlsx_row(book, 0, NULL, NULL);
	assert_int_equal(TOO_LARGE, xlsx_close(book));
	assert_false(out.is_overflown);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_same_cells_give_the_same_bytes, start, end),
		cmocka_unit_test_setup_teardown(a_workbook_stands_behind_what_was_written_before, start, end),
		cmocka_unit_test_setup_teardown(what_does_not_fit_is_too_large_and_no_half_of_it_counts, start, end),
		cmocka_unit_test_setup_teardown(a_sheet_holds_1048576_rows_and_one_more_is_too_large, start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
