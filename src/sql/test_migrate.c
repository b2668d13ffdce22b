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
	arena_open(ARENA_IMPORT, &arena);
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
	arena_open(ARENA_IMPORT, &arena);
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
	sql_allow(writer, ALLOWS_ALL);
	MUST(run_on(writer, "create table event (number bigint)"));
	assert_said(STORE_FAILED, sql_migrate(writer, NOW));
	assert_said(STORE_FAILED, run_on(writer, "select count(*) from person"));
	assert_said(STORE_FAILED, run_on(writer, "select count(*) from migration"));
	sql_allow(writer, ALLOWS_ALL);    /* migrating has ended that */
	MUST(run_on(writer, "drop table event"));
	MUST(sql_migrate(writer, NOW));
	MUST(sql_is_current(writer, arena));
}

/* How many lines the check has, one of them with these words; the damage is done by that statement. */
static size_t
findings_after(const char *damage, const char *words)
{
	struct str_list found;
	bool has_words = words == NULL;

	sql_allow(writer, ALLOWS_ALL);
	MUST(damage == NULL ? OK : run_on(writer, damage));
	MUST(sql_check_engine(writer, arena, &found));
	for (size_t i = 0; i < found.count; i++)
		has_words = has_words || str_has(found.at[i], str_from(words));
	for (size_t i = 0; i < found.count && !has_words; i++)
		print_error("%.*s\n", STR_FORMAT(found.at[i]));
	assert_true(has_words);
	return found.count;
}

static void
what_the_migrations_did_not_make_is_found(void **state)
{
	bool is_sqlite = sql_engine(writer) == SQL_SQLITE;

	(void)state;
	MUST(sql_migrate(writer, NOW));
	assert_int_equal(0, findings_after(NULL, NULL));
	assert_int_equal(1, findings_after(is_sqlite ? "drop trigger event_is_kept" : "drop trigger event_is_kept on event",
	    "trigger \"event_is_kept\" of the schema is not there"));
	assert_int_equal(2, findings_after("drop index claim_one_live", "\"claim_one_live\" of the schema is not there"));
	assert_int_equal(is_sqlite ? 2 : 3, findings_after("create index claim_one_live on claim (request)", "\"claim_one_live\""));
	assert_int_equal(is_sqlite ? 3 : 4, findings_after("create table other (id bigint)", "table \"other\" is none that a migration makes"));
}

/* On PostgreSQL, rules have no names of ours: they are counted. On SQLite they are words of their table. */
static void
a_rule_that_was_taken_off_is_found(void **state)
{
	bool is_sqlite = sql_engine(writer) == SQL_SQLITE;

	(void)state;
	MUST(sql_migrate(writer, NOW));
	if (is_sqlite) {
		findings_after("alter table mentor rename column bio to life", "\"mentor\" of the schema is not as");
		return;
	}
	findings_after("alter table mentor drop constraint mentor_capacity_check", "the rule \"check\" of the schema is not as");
	findings_after("alter table mentor drop constraint mentor_programme_person_key", "the rule \"unique\" of the schema is not as");
	findings_after("alter table event disable trigger event_waits", "trigger \"event_waits\" of the schema is not there");
}

#define BOTH(new, drop) \
	cmocka_unit_test_setup_teardown(an_empty_database_gets_all_steps_once, new, drop), \
	cmocka_unit_test_setup_teardown(an_empty_database_is_not_current, new, drop), \
	cmocka_unit_test_setup_teardown(a_newer_database_is_refused, new, drop), \
	cmocka_unit_test_setup_teardown(a_step_with_another_text_is_refused, new, drop), \
	cmocka_unit_test_setup_teardown(a_gap_in_the_steps_is_refused, new, drop), \
	cmocka_unit_test_setup_teardown(a_step_that_fails_leaves_nothing, new, drop), \
	cmocka_unit_test_setup_teardown(what_the_migrations_did_not_make_is_found, new, drop), \
	cmocka_unit_test_setup_teardown(a_rule_that_was_taken_off_is_found, new, drop)

int
main(void)
{
	static const struct CMUnitTest on_sqlite[] = { BOTH(new_sqlite, drop_sqlite) };
	static const struct CMUnitTest on_postgres[] = { BOTH(new_postgres, drop_postgres) };
	int failed = cmocka_run_group_tests(on_sqlite, NULL, NULL);

	return failed + cmocka_run_group_tests(on_postgres, start_server, stop_server);
}
