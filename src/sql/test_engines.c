/* What both engines must do alike: each test runs on SQLite and on PostgreSQL. */
#include "sql/testing_engine.h"
#include "sql/testing_postgres.h"

static int
empty_things(void **state)
{
	(void)state;
	sql_end_read(reader);
	sql_rollback(writer);
	return run_on(writer, "delete from thing") == OK ? 0 : -1;
}

static enum outcome
add_thing(int64_t id, struct sql_value words, struct sql_value bytes, struct sql_value number)
{
	struct sql_statement statement = once("insert into thing (id, words, bytes, number) values ($1, $2, $3, $4)", 4, "wtbw");
	const struct sql_value values[] = { sql_whole(id), words, bytes, number };

	return sql_run(writer, &statement, 4, values, NULL);
}

static enum outcome
add_number(int64_t id)
{
	return add_thing(id, sql_text(S("x")), sql_bytes(S("y")), sql_whole(id));
}

static void
values_come_back_as_they_went(void **state)
{
	struct sql_statement all = once("select words, bytes, number from thing order by id", 0, "");
	const struct str bytes = { "\0\x01\xff\\x'\"", 7 };
	struct sql_query query;

	(void)state;
	MUST(add_thing(INT64_MIN, sql_text(S("O'Neill said \"\\n\" – 你好 👋")), sql_bytes(bytes), sql_whole(INT64_MAX)));
	MUST(add_thing(INT64_MAX, sql_text(S("")), sql_bytes(S("")), sql_whole(-1)));
	MUST(sql_query(writer, &all, 0, NULL, &query));
	MUST(sql_row(&query));
	assert_text("O'Neill said \"\\n\" – 你好 👋", sql_get_text(&query, arena, 0));
	assert_true(str_equal(bytes, sql_get_bytes(&query, arena, 1)));
	assert_int_equal(INT64_MAX, sql_get_whole(&query, 2));
	MUST(sql_row(&query));
	assert_text("", sql_get_text(&query, arena, 0));
	assert_int_equal(0, sql_get_bytes(&query, arena, 1).length);
	assert_int_equal(-1, sql_get_whole(&query, 2));
	assert_said(NOT_FOUND, sql_row(&query));
	sql_done(&query);
	assert_int_equal(0, number_on(writer, "select count(*) from thing where words is null or bytes is null"));
}

static void
nothing_is_kept_as_null_and_reads_as_nothing(void **state)
{
	struct sql_statement all = once("select words, bytes, number from thing where words is null and bytes is null and number is null", 0, "");
	struct sql_query query;

	(void)state;
	MUST(add_thing(1, sql_text_or_null(S("")), sql_bytes_or_null(S("")), sql_whole_or_null(0)));
	MUST(sql_query(writer, &all, 0, NULL, &query));
	MUST(sql_row(&query));
	assert_int_equal(0, sql_get_text(&query, arena, 0).length);
	assert_int_equal(0, sql_get_bytes(&query, arena, 1).length);
	assert_int_equal(0, sql_get_whole(&query, 2));
	sql_done(&query);
}

static void
a_comparison_reads_as_one_or_zero(void **state)
{
	(void)state;
	assert_int_equal(1, number_on(writer, "select 2 > 1"));
	assert_int_equal(0, number_on(writer, "select 2 < 1"));
}

static void
a_write_says_how_many_rows_it_changed(void **state)
{
	struct sql_statement raise = once("update thing set number = number + 1 where id < $1", 1, "w");
	const struct sql_value values[] = { sql_whole(3) };
	uint64_t before;
	int64_t changed = -1;

	(void)state;
	for (int i = 1; i <= 3; i++)
		MUST(add_number(i));
	before = sql_query_count(writer);
	MUST(sql_run(writer, &raise, 1, values, &changed));
	assert_int_equal(2, changed);
	assert_int_equal(1, sql_query_count(writer) - before);
}

static void
a_turn_that_is_rolled_back_leaves_nothing(void **state)
{
	(void)state;
	MUST(sql_begin(writer));
	MUST(add_number(1));
	sql_rollback(writer);
	assert_int_equal(0, number_on(writer, "select count(*) from thing"));
}

static void
one_write_of_a_turn_is_undone_alone(void **state)
{
	(void)state;
	MUST(sql_begin(writer));
	MUST(sql_savepoint(writer));
	MUST(add_number(1));
	MUST(sql_keep(writer));
	MUST(sql_savepoint(writer));
	MUST(add_number(2));
	assert_said(STORE_CONFLICT, add_number(1));    /* PostgreSQL refuses all that follows until it is undone */
	MUST(sql_undo(writer));
	MUST(sql_savepoint(writer));
	MUST(add_number(3));
	MUST(sql_keep(writer));
	MUST(sql_commit(writer));
	assert_int_equal(4, number_on(reader, "select sum(id) from thing"));
}

/* Many acts in one write: a part that is undone leaves the others; a write that fails while a part is open takes all of them back. */
static void
a_write_is_undone_with_all_its_parts(void **state)
{
	(void)state;
	MUST(sql_begin(writer));
	MUST(sql_savepoint(writer));
	MUST(add_number(1));
	MUST(sql_part(writer));
	MUST(add_number(2));
	MUST(sql_part_undo(writer));
	MUST(sql_part(writer));
	MUST(add_number(4));
	MUST(sql_part_keep(writer));
	MUST(sql_keep(writer));
	MUST(sql_savepoint(writer));
	MUST(add_number(8));
	MUST(sql_part(writer));
	MUST(add_number(16));
	MUST(sql_undo(writer));
	MUST(sql_commit(writer));
	assert_int_equal(5, number_on(reader, "select sum(id) from thing"));
}

static void
trouble_is_told_without_the_values_of_rows(void **state)
{
	struct str trouble;

	(void)state;
	MUST(add_thing(777123, sql_text(S("private")), sql_bytes(S("")), sql_whole(1)));
	assert_said(STORE_CONFLICT, add_thing(777123, sql_text(S("private")), sql_bytes(S("")), sql_whole(1)));
	trouble = sql_trouble(writer);
	assert_true(str_has(trouble, S("once")));
	assert_true(str_has(trouble, S("thing")));
	assert_false(str_has(trouble, S("777123")));
	assert_false(str_has(trouble, S("private")));
}

static void
a_read_turn_sees_one_moment(void **state)
{
	(void)state;
	MUST(add_number(1));
	MUST(sql_begin_read(reader));
	assert_int_equal(1, number_on(reader, "select count(*) from thing"));
	MUST(add_number(2));
	MUST(sql_begin_read(reader));    /* the same turn still */
	assert_int_equal(1, number_on(reader, "select count(*) from thing"));
	sql_end_read(reader);
	sql_end_read(reader);
	assert_int_equal(2, number_on(reader, "select count(*) from thing"));
}

static void
a_reader_may_not_write(void **state)
{
	(void)state;
	MUST(add_number(1));
	assert_said(STORE_FAILED, run_on(reader, "delete from thing"));
	assert_said(STORE_FAILED, run_on(reader, "create table other (id bigint)"));
	assert_int_equal(1, number_on(writer, "select count(*) from thing"));
}

static void
without_a_turn_nothing_is_promised(void **state)
{
	(void)state;
	assert_said(STORE_FAILED, sql_savepoint(writer));
	assert_said(STORE_FAILED, sql_commit(writer));
	assert_text("no transaction is open", sql_trouble(writer));
}

static void
rows_grow_and_stay(void **state)
{
	int64_t *rows = NULL;
	size_t size = 0;

	(void)state;
	for (size_t i = 0; i < 1000; i++) {
		rows = sql_rows_grow(arena, rows, i, &size, sizeof(rows[0]));
		rows[i] = (int64_t)i;
	}
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(i, rows[i]);
}

/* "explain" makes the engine read the statement without running it. */
static void
every_statement_of_the_catalogue_is_understood(void **state)
{
	const struct sql_value nothing[64] = { { .type = SQL_NULL } };
	char text[16384];

	(void)state;
	assert_true(sql_catalogue_count > 0);
	for (size_t i = 0; i < sql_catalogue_count; i++) {
		const struct sql_statement *s = sql_catalogue[i];
		struct sql_statement explain = *s;
		enum outcome said;

		assert_int_equal(i, s->slot);
		assert_true((size_t)snprintf(text, sizeof(text), "explain %s", sql_engine(writer) == SQL_SQLITE ? s->for_sqlite : s->for_postgres) < sizeof(text));
		explain.slot = SLOT_ONCE;
		explain.for_sqlite = explain.for_postgres = text;
		said = sql_run(writer, &explain, s->parameter_count, nothing, NULL);
		if (said != OK)
			print_error("statement \"%s\": %s\n", s->name, writer->trouble);
		assert_int_equal(OK, said);
	}
}

#define ENGINE_TEST(name) cmocka_unit_test_setup(name, empty_things)

static const struct CMUnitTest tests[] = {
	ENGINE_TEST(values_come_back_as_they_went),
	ENGINE_TEST(nothing_is_kept_as_null_and_reads_as_nothing),
	ENGINE_TEST(a_comparison_reads_as_one_or_zero),
	ENGINE_TEST(a_write_says_how_many_rows_it_changed),
	ENGINE_TEST(a_turn_that_is_rolled_back_leaves_nothing),
	ENGINE_TEST(one_write_of_a_turn_is_undone_alone),
	ENGINE_TEST(a_write_is_undone_with_all_its_parts),
	ENGINE_TEST(trouble_is_told_without_the_values_of_rows),
	ENGINE_TEST(a_read_turn_sees_one_moment),
	ENGINE_TEST(a_reader_may_not_write),
	ENGINE_TEST(without_a_turn_nothing_is_promised),
	ENGINE_TEST(rows_grow_and_stay),
	ENGINE_TEST(every_statement_of_the_catalogue_is_understood),
};

static struct test_folder folder;

static int
start_sqlite(void **state)
{
	(void)state;
	test_folder_open(&folder);
	open_store(&(struct sql_place){ .engine = SQL_SQLITE, .where = test_folder_path(&folder, "test.db") });
	return run_on(writer, "create table thing (id integer not null primary key, words text, bytes blob, number integer) strict") != OK;
}

static int
finish_sqlite(void **state)
{
	(void)state;
	close_store();
	test_folder_close(&folder);
	return 0;
}

static int
start_postgres(void **state)
{
	(void)state;
	open_store(&(struct sql_place){ .engine = SQL_POSTGRES, .where = test_postgres_start() });
	return run_on(writer, "create table thing (id bigint not null primary key, words text, bytes bytea, number bigint)") != OK;
}

static int
finish_postgres(void **state)
{
	(void)state;
	close_store();
	test_postgres_stop();
	return 0;
}

int
main(void)
{
	int failed = cmocka_run_group_tests_name("on SQLite", tests, start_sqlite, finish_sqlite);

	return failed + cmocka_run_group_tests_name("on PostgreSQL", tests, start_postgres, finish_postgres);
}
