/* The schema's steps: applied once, whole or not at all, and never over a database that is not ours. Both engines. */
#include "sql/migrations.h"
#include "sql/testing_engine.h"
#include "sql/testing_postgres.h"

static const struct moment NOW = { 1000 };
static struct test_folder folder;

/* A new, empty database for each test: another file, or the same server's schema made anew. */
static int
new_sqlite(void **state)
{
	(void)state;
	test_folder_open(&folder);
	arena_open(ARENA_VISIT, &arena);
	return sql_open(&(struct sql_place){ .engine = SQL_SQLITE, .where = test_folder_path(&folder, "test.db") }, &writer) != OK;
}

static int
drop_sqlite(void **state)
{
	(void)state;
	sql_close(&writer);
	arena_close(&arena);
	test_folder_close(&folder);
	return 0;
}

static int
new_postgres(void **state)
{
	(void)state;
	arena_open(ARENA_VISIT, &arena);
	if (sql_open(&(struct sql_place){ .engine = SQL_POSTGRES, .where = postgres_where }, &writer) != OK)
		return -1;
	return run_on(writer, "drop schema public cascade") != OK || run_on(writer, "create schema public") != OK;
}

static int
drop_postgres(void **state)
{
	(void)state;
	sql_close(&writer);
	arena_close(&arena);
	return 0;
}

static int
start_server(void **state)
{
	(void)state;
	test_postgres_start();
	return 0;
}

static int
stop_server(void **state)
{
	(void)state;
	test_postgres_stop();
	return 0;
}

static void
an_empty_database_gets_all_steps_once(void **state)
{
	(void)state;
	MUST(sql_migrate(writer, NOW));
	MUST(sql_migrate(writer, (struct moment){ 2000 }));
	MUST(sql_is_current(writer, arena));
	assert_int_equal(migration_count, number_on(writer, "select count(*) from migration"));
	assert_int_equal(1000, number_on(writer, "select max(applied_at) from migration"));
	assert_int_equal(migrations[0].checksum, number_on(writer, "select checksum from migration where number = 1"));
	assert_int_equal(0, number_on(writer, "select count(*) from person"));
}

static void
an_empty_database_is_not_current(void **state)
{
	(void)state;
	assert_said(STORE_FAILED, sql_is_current(writer, arena));
	MUST(sql_migrate(writer, NOW));
	MUST(run_on(writer, "delete from migration"));
	assert_said(STORE_FAILED, sql_is_current(writer, arena));
	assert_true(str_has(sql_trouble(writer), str_from(migrations[0].name)));
}

static void
a_newer_database_is_refused(void **state)
{
	(void)state;
	MUST(sql_migrate(writer, NOW));
	MUST(run_on(writer, "insert into migration (number, checksum, applied_at) values (9999, 1, 1)"));
	assert_said(STORE_TOO_NEW, sql_migrate(writer, NOW));
	assert_true(str_has(sql_trouble(writer), S("9999")));
	assert_said(STORE_TOO_NEW, sql_is_current(writer, arena));
	MUST(sql_begin(writer));    /* the turn was ended properly */
	sql_rollback(writer);
}

static void
a_step_with_another_text_is_refused(void **state)
{
	(void)state;
	MUST(sql_migrate(writer, NOW));
	MUST(run_on(writer, "update migration set checksum = checksum + 1 where number = 1"));
	assert_said(STORE_CHANGED, sql_migrate(writer, NOW));
	assert_true(str_has(sql_trouble(writer), str_from(migrations[0].name)));
	assert_said(STORE_CHANGED, sql_is_current(writer, arena));
}

static void
a_gap_in_the_steps_is_refused(void **state)
{
	(void)state;
	MUST(sql_migrate(writer, NOW));
	MUST(run_on(writer, "update migration set number = number + 100"));
	assert_said(STORE_CHANGED, sql_migrate(writer, NOW));
}

/* The last table of the first step is in the way: what stood before it in the step must be gone again. */
static void
a_step_that_fails_leaves_nothing(void **state)
{
	(void)state;
	MUST(run_on(writer, "create table event (number bigint)"));
	assert_said(STORE_FAILED, sql_migrate(writer, NOW));
	assert_said(STORE_FAILED, run_on(writer, "select count(*) from person"));
	assert_said(STORE_FAILED, run_on(writer, "select count(*) from migration"));
	MUST(run_on(writer, "drop table event"));
	MUST(sql_migrate(writer, NOW));
	MUST(sql_is_current(writer, arena));
}

#define BOTH(new, drop) \
	cmocka_unit_test_setup_teardown(an_empty_database_gets_all_steps_once, new, drop), \
	cmocka_unit_test_setup_teardown(an_empty_database_is_not_current, new, drop), \
	cmocka_unit_test_setup_teardown(a_newer_database_is_refused, new, drop), \
	cmocka_unit_test_setup_teardown(a_step_with_another_text_is_refused, new, drop), \
	cmocka_unit_test_setup_teardown(a_gap_in_the_steps_is_refused, new, drop), \
	cmocka_unit_test_setup_teardown(a_step_that_fails_leaves_nothing, new, drop)

int
main(void)
{
	static const struct CMUnitTest on_sqlite[] = { BOTH(new_sqlite, drop_sqlite) };
	static const struct CMUnitTest on_postgres[] = { BOTH(new_postgres, drop_postgres) };
	int failed = cmocka_run_group_tests(on_sqlite, NULL, NULL);

	return failed + cmocka_run_group_tests(on_postgres, start_server, stop_server);
}
