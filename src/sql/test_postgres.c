/* What PostgreSQL alone must do: the settings of TRUST.md 5.6, connections that end, locks, servers that cannot be trusted. */
#include "sql/testing_engine.h"
#include "sql/testing_postgres.h"

static struct sql_place place = { .engine = SQL_POSTGRES };

static int
start(void **state)
{
	(void)state;
	place.where = test_postgres_start();
	open_store(&place);
	return run_on(writer, "create table thing (id bigint not null primary key, words text)") != OK;
}

static int
finish(void **state)
{
	(void)state;
	close_store();
	test_postgres_stop();
	return 0;
}

static int
empty_things(void **state)
{
	(void)state;
	sql_end_read(reader);
	sql_rollback(writer);
	return run_on(writer, "delete from thing") != OK;
}

static struct db *
open_another(void)
{
	struct db *db = NULL;

	MUST(sql_open(&place, &db));
	return db;
}

static void
both_connections_are_set_up_as_promised(void **state)
{
	struct db *both[] = { writer, reader };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(both); i++) {
		assert_text("public", words_on(both[i], "show search_path"));
		assert_text("on", words_on(both[i], "show synchronous_commit"));
		assert_text("2s", words_on(both[i], "show lock_timeout"));
		assert_text("10s", words_on(both[i], "show idle_in_transaction_session_timeout"));
		assert_text("UTF8", words_on(both[i], "show client_encoding"));
		assert_text("hex", words_on(both[i], "show bytea_output"));
		assert_true(sql_descriptor(both[i]) >= 0);
	}
	assert_text("5s", words_on(reader, "show statement_timeout"));
	assert_text("1min", words_on(writer, "show statement_timeout"));
	assert_text("on", words_on(reader, "show default_transaction_read_only"));
	assert_text("off", words_on(writer, "show default_transaction_read_only"));
}

/* SQLite sorts by bytes; lists must not come in another order because of a cluster's locale. */
static void
texts_sort_by_bytes_whatever_the_locale(void **state)
{
	static const char columns[] = "select count(*) from information_schema.columns where table_schema = 'public' and data_type = 'text'"
	    " and table_name <> 'thing'";
	char others[512];

	(void)state;
	snprintf(others, sizeof(others), "%s and collation_name is distinct from 'C'", columns);
	assert_true(number_on(writer, columns) > 0);
	assert_int_equal(0, number_on(writer, others));
}

static void
the_commit_of_a_failed_turn_is_no_success(void **state)
{
	(void)state;
	MUST(sql_begin(writer));
	MUST(run_on(writer, "insert into thing (id) values (1)"));
	assert_said(STORE_CONFLICT, run_on(writer, "insert into thing (id) values (1)"));
	assert_said(STORE_FAILED, sql_commit(writer));    /* the server itself would say ROLLBACK and call it done */
	assert_int_equal(0, number_on(reader, "select count(*) from thing"));
	MUST(sql_begin(writer));
	sql_rollback(writer);
}

static void
a_connection_that_is_ended_is_lost(void **state)
{
	struct db *other = open_another();
	char end[96];

	(void)state;
	snprintf(end, sizeof(end), "select pg_terminate_backend(%lld)", (long long)number_on(other, "select pg_backend_pid()"));
	MUST(sql_begin(other));
	MUST(run_on(other, "insert into thing (id) values (1)"));
	MUST(run_on(writer, end));
	assert_said(STORE_LOST, run_on(other, "insert into thing (id) values (2)"));
	assert_said(STORE_LOST, sql_savepoint(other));
	assert_said(STORE_LOST, sql_commit(other));
	assert_said(STORE_LOST, sql_begin(other));
	sql_close(&other);
	assert_null(other);
	assert_int_equal(0, number_on(reader, "select count(*) from thing"));
}

static void
a_row_that_another_writer_holds_is_busy(void **state)
{
	struct db *other = open_another();

	(void)state;
	MUST(run_on(writer, "insert into thing (id) values (1)"));
	MUST(sql_begin(writer));
	MUST(run_on(writer, "update thing set words = 'mine' where id = 1"));
	MUST(sql_begin(other));
	assert_said(BUSY, run_on(other, "update thing set words = 'yours' where id = 1"));
	sql_rollback(other);
	MUST(sql_commit(writer));
	sql_close(&other);
	assert_text("mine", words_on(reader, "select words from thing"));
}

static void
a_read_that_lasts_too_long_is_ended(void **state)
{
	(void)state;
	MUST(run_on(reader, "set statement_timeout to '50ms'"));
	assert_said(BUSY, run_on(reader, "select pg_sleep(10)"));
	MUST(run_on(reader, "set statement_timeout to '5s'"));
}

/* Two transactions at the highest level met: one of them is told to try again. */
static void
two_changes_that_meet_are_a_conflict(void **state)
{
	struct db *other = open_another();

	(void)state;
	MUST(run_on(writer, "insert into thing (id) values (1)"));
	MUST(run_on(other, "begin isolation level repeatable read"));
	assert_int_equal(1, number_on(other, "select count(*) from thing"));
	MUST(run_on(writer, "update thing set words = 'first'"));
	assert_said(STORE_CONFLICT, run_on(other, "update thing set words = 'second'"));
	sql_close(&other);
}

static void
a_statement_is_prepared_once_for_a_connection(void **state)
{
	const struct sql_value nothing[64] = { { .type = SQL_NULL } };
	const struct sql_statement *first = NULL;

	(void)state;
	for (size_t i = 0; i < sql_catalogue_count && first == NULL; i++)
		if (!sql_catalogue[i]->is_write)
			first = sql_catalogue[i];
	assert_non_null(first);
	assert_int_equal(0, number_on(reader, "select count(*) from pg_prepared_statements where name <> ''"));
	for (int i = 0; i < 3; i++)
		MUST(sql_run(reader, first, first->parameter_count, nothing, NULL));
	assert_int_equal(1, number_on(reader, "select count(*) from pg_prepared_statements where name <> ''"));
}

static void
switch_on(const char *setting, const char *value)
{
	char text[96];
	struct str is;

	snprintf(text, sizeof(text), "alter system set %s to %s", setting, value);
	MUST(run_on(writer, text));
	MUST(run_on(writer, "select pg_reload_conf()"));
	snprintf(text, sizeof(text), "show %s", setting);
	for (int i = 0; i < 100; i++) {    /* the server reads its settings again when it gets round to it */
		is = words_on(writer, text);
		if (str_equal(is, str_from(value)))
			return;
		usleep(20000);
	}
	fail_msg("%s is %.*s", setting, STR_FORMAT(is));
}

static void
a_server_that_may_forget_is_refused(void **state)
{
	static const char *const settings[] = { "fsync", "full_page_writes" };
	struct db *other = NULL;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(settings); i++) {
		switch_on(settings[i], "off");
		assert_said(STORE_FAILED, sql_open(&place, &other));
		assert_null(other);
		switch_on(settings[i], "on");
	}
	other = open_another();
	sql_close(&other);
}

static void
a_server_that_is_not_there_is_lost(void **state)
{
	const struct sql_place nowhere = { .engine = SQL_POSTGRES, .where = "host=/nowhere dbname=postgres user=mentord connect_timeout=1" };
	struct db *other = NULL;

	(void)state;
	assert_said(STORE_LOST, sql_open(&nowhere, &other));
	assert_null(other);
}

static void
a_second_server_waits_for_the_migration_of_the_first(void **state)
{
	struct db *other = open_another();

	(void)state;
	MUST(sql_begin(writer));
	MUST(run_on(writer, "select pg_advisory_xact_lock(5640)"));
	assert_said(BUSY, sql_migrate(other, (struct moment){ 2 }));
	sql_rollback(writer);
	MUST(sql_migrate(other, (struct moment){ 2 }));
	sql_close(&other);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(both_connections_are_set_up_as_promised, empty_things),
		cmocka_unit_test_setup(texts_sort_by_bytes_whatever_the_locale, empty_things),
		cmocka_unit_test_setup(the_commit_of_a_failed_turn_is_no_success, empty_things),
		cmocka_unit_test_setup(a_connection_that_is_ended_is_lost, empty_things),
		cmocka_unit_test_setup(a_row_that_another_writer_holds_is_busy, empty_things),
		cmocka_unit_test_setup(a_read_that_lasts_too_long_is_ended, empty_things),
		cmocka_unit_test_setup(two_changes_that_meet_are_a_conflict, empty_things),
		cmocka_unit_test_setup(a_statement_is_prepared_once_for_a_connection, empty_things),
		cmocka_unit_test_setup(a_server_that_may_forget_is_refused, empty_things),
		cmocka_unit_test_setup(a_server_that_is_not_there_is_lost, empty_things),
		cmocka_unit_test_setup(a_second_server_waits_for_the_migration_of_the_first, empty_things),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
