/* Tables as files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "formats/table.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open(64 << 10, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static const struct str names[] = { S_STATIC("name"), S_STATIC("zone") };

static void
print(struct buf *out, enum table_kind kind)
{
	struct table table = table_open(out, kind, 2, names);

	table_row(&table, (struct str[]){ S("Zoë \"Zed\""), S("UTC") });
	table_row(&table, (struct str[]){ S("=1+1"), S("") });
	table_close(&table);
}

static void
a_table_is_csv_with_a_head_and_no_formula(void **state)
{
	struct buf out = buf_new(arena, 4096);

	(void)state;
	print(&out, TABLE_CSV);
	assert_true(str_equal(buf_str(&out), S("\"name\",\"zone\"\r\n\"Zoë \"\"Zed\"\"\",\"UTC\"\r\n\"'=1+1\",\"\"\r\n")));
}

static void
a_table_is_a_list_of_objects_as_json(void **state)
{
	struct buf out = buf_new(arena, 4096);

	(void)state;
	print(&out, TABLE_JSON);
	assert_true(str_equal(buf_str(&out), S("[\n{\"name\":\"Zoë \\\"Zed\\\"\",\"zone\":\"UTC\"},\n{\"name\":\"=1+1\",\"zone\":\"\"}\n]\n")));
}

static void
a_table_without_rows_is_still_a_file(void **state)
{
	struct buf out = buf_new(arena, 4096);
	struct table table = table_open(&out, TABLE_JSON, 2, names);

	(void)state;
	table_close(&table);
	assert_true(str_equal(buf_str(&out), S("[\n]\n")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_is_csv_with_a_head_and_no_formula),
		cmocka_unit_test(a_table_is_a_list_of_objects_as_json),
		cmocka_unit_test(a_table_without_rows_is_still_a_file),
	};

	return cmocka_run_group_tests(tests, start, end);
}
