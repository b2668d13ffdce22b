/* CSV in: records by RFC 4180, each with the line where it begins. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "formats/csv.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open(16 << 20, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

/* "LINE[cell|cell]" for each record, "LINE!fault" for a bad one. */
static void
reads(struct str file, const char *want)
{
	struct csv_source source = csv_source(file);
	struct buf out = buf_new(arena, 4096);
	struct csv_record record;

	while (csv_next(&source, arena, &record)) {
		buf_whole(&out, (int64_t)record.line);
		if (record.fault != CSV_FINE) {
			buf_format(&out, "!%d ", (int)record.fault);
			continue;
		}
		for (size_t i = 0; i < record.count; i++) {
			buf_char(&out, i == 0 ? '[' : '|');
			buf_add(&out, record.cells[i]);
		}
		buf_add(&out, S("] "));
	}
	assert_true(str_equal(buf_str(&out), str_from(want)));
}

static void
lines_end_with_either_end_and_a_mark_at_the_start_is_skipped(void **state)
{
	(void)state;
	reads(S(""), "");
	reads(S("a,b\nc,\n"), "1[a|b] 2[c|] ");
	reads(S("\xEF\xBB\xBF" "a,b\r\n\r\n,d"), "1[a|b] 3[|d] ");
	reads(S("a, b \n"), "1[a| b ] ");
}

static void
quoted_cells_hold_commas_quotes_and_lines(void **state)
{
	(void)state;
	reads(S("\"a,b\",\"c\"\"d\"\n\"e\r\nf\",\"\"\ng\n"), "1[a,b|c\"d] 2[e\nf|] 4[g] ");
}

static void
each_fault_is_told_and_the_next_line_is_read(void **state)
{
	(void)state;
	reads(S("a\"b\nc\n"), "1!2 2[c] ");
	reads(S("\"a\"b\nc\n"), "1!2 2[c] ");
	reads(S("\xC3\nc\n"), "1!1 2[c] ");
	reads((struct str){ "a\0b\nc\n", 6 }, "1!1 2[c] ");
	reads(S("a\n\"b,c\nd\n"), "1[a] 2!3 ");
	reads(S(",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\nc\n"), "1!5 2[c] ");
}

static void
a_record_of_a_mebibyte_is_read_and_one_more_byte_is_not(void **state)
{
	char *file = arena_take(arena, CSV_RECORD_BYTES + 2);
	struct csv_source source = csv_source((struct str){ file, CSV_RECORD_BYTES + 1 });
	struct csv_record record;

	(void)state;
	for (size_t i = 0; i < CSV_RECORD_BYTES + 1; i++)
		file[i] = 'x';
	reads((struct str){ file, CSV_RECORD_BYTES + 1 }, "1!4 ");
	file[CSV_RECORD_BYTES] = '\n';
	assert_true(csv_next(&source, arena, &record) && record.fault == CSV_FINE && record.cells[0].length == CSV_RECORD_BYTES);
	file[0] = '"';                /* opened on the first line of many: not gathered for ever */
	file[CSV_RECORD_BYTES] = 'x';
	file[CSV_RECORD_BYTES / 2] = '\n';
	file[CSV_RECORD_BYTES / 2 + 1] = ',';
	source = csv_source((struct str){ file, CSV_RECORD_BYTES + 1 });
	assert_true(csv_next(&source, arena, &record) && record.fault == CSV_TOO_LONG);
}

static void
a_plain_row_quotes_only_what_must_be(void **state)
{
	struct buf out = buf_new(arena, 4096);

	(void)state;
	csv_row_plain(&out, 4, (struct str[]){ S("=a b"), S("c,d"), S("e\"f"), S("") });
	assert_true(str_equal(buf_str(&out), S("=a b,\"c,d\",\"e\"\"f\",\n")));
	reads(buf_str(&out), "1[=a b|c,d|e\"f|] ");
}

/* A text of 4,000 characters may have four bytes for each: none is cut, least of all in the middle of a sign. */
static void
a_long_cell_leaves_whole(void **state)
{
	struct buf long_cell = buf_new(arena, 20000), out = buf_new(arena, 60000);
	struct csv_source source;
	struct csv_record record;

	(void)state;
	for (size_t i = 0; i < 4000; i++)
		buf_add(&long_cell, i % 100 == 7 ? S("\"") : S("\xF0\x9F\x8C\xB1"));
	csv_row(&out, 2, (struct str[]){ S("=sum"), buf_str(&long_cell) });
	source = csv_source(buf_str(&out));
	assert_true(csv_next(&source, arena, &record) && record.count == 2);
	assert_true(str_equal(record.cells[0], S("'=sum")) && str_equal(record.cells[1], buf_str(&long_cell)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_end_with_either_end_and_a_mark_at_the_start_is_skipped),
		cmocka_unit_test(quoted_cells_hold_commas_quotes_and_lines),
		cmocka_unit_test(each_fault_is_told_and_the_next_line_is_read),
		cmocka_unit_test(a_record_of_a_mebibyte_is_read_and_one_more_byte_is_not),
		cmocka_unit_test(a_plain_row_quotes_only_what_must_be),
		cmocka_unit_test(a_long_cell_leaves_whole),
	};

	return cmocka_run_group_tests(tests, start, end);
}
