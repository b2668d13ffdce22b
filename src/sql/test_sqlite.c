/* What SQLite alone must do: the settings of TRUST.md 5.5, trouble on the disk, plans of all statements. */
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "sql/testing_engine.h"
#include "sql/testing_folder.h"

static struct test_folder folder;

static int
start(void **state)
{
	(void)state;
	test_folder_open(&folder);
	open_store(&(struct sql_place){ .engine = SQL_SQLITE, .where = test_folder_path(&folder, "test.db") });
	return run_on(writer, "create table thing (id integer not null primary key, parent integer references thing, words text) strict") != OK;
}

static int
finish(void **state)
{
	(void)state;
	close_store();
	test_folder_close(&folder);
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

static void
both_connections_are_set_up_as_promised(void **state)
{
	struct db *both[] = { writer, reader };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(both); i++) {
		assert_text("wal", words_on(both[i], "pragma journal_mode"));
		assert_int_equal(2, number_on(both[i], "pragma synchronous"));
		assert_int_equal(1, number_on(both[i], "pragma foreign_keys"));
		assert_int_equal(1, number_on(both[i], "pragma secure_delete"));
		assert_int_equal(1, number_on(both[i], "pragma cell_size_check"));
		assert_int_equal(0, number_on(both[i], "pragma mmap_size"));
		assert_int_equal(2, number_on(both[i], "pragma temp_store"));
		assert_int_equal(64 << 20, number_on(both[i], "pragma journal_size_limit"));
		assert_int_equal(2000, number_on(both[i], "pragma busy_timeout"));
	}
	assert_int_equal(0, number_on(reader, "pragma wal_autocheckpoint"));
	assert_int_equal(1, number_on(reader, "pragma query_only"));
}

/* Two thousand pages are eight megabytes; here come forty. */
static void
the_log_is_carried_over_though_the_writer_never_rests(void **state)
{
	struct stat about;

	(void)state;
	for (int i = 0; i < 10; i++) {
		MUST(run_on(writer, "delete from thing"));
		MUST(run_on(writer, "insert into thing (id, words) values (1, hex(zeroblob(2000000)))"));
	}
	assert_int_equal(0, stat(test_folder_path(&folder, "test.db-wal"), &about));
	assert_true(about.st_size > 4 << 20);
	assert_true(about.st_size < 24 << 20);
}

static void
a_reader_stays_one_when_told_otherwise(void **state)
{
	(void)state;
	assert_said(OK, run_on(reader, "pragma query_only=off"));
	assert_said(STORE_FAILED, run_on(reader, "delete from thing"));
	assert_said(OK, run_on(reader, "pragma query_only=on"));
}

static void
no_other_file_and_no_broken_schema_gets_in(void **state)
{
	(void)state;
	assert_said(STORE_FAILED, run_on(writer, "attach ':memory:' as other"));
	assert_said(OK, run_on(writer, "pragma writable_schema=on"));    /* no effect: defensive */
	assert_said(STORE_FAILED, run_on(writer, "delete from sqlite_schema"));
	assert_said(STORE_FAILED, run_on(writer, "select load_extension('x')"));
	assert_said(STORE_FAILED, run_on(writer, "select \"words of a text\""));
}

/* Not even a hole that let SQL in could do more than its role does with rows: no other file, no other schema, no other setting. */
static void
after_the_start_a_connection_is_good_for_rows_alone(void **state)
{
	static const char *const refused[] = {
		"create table other (id integer)", "drop table thing", "alter table thing add column more text", "create index i on thing (id)",
		"create trigger t after insert on thing begin select 1; end", "create temp table t (id integer)", "create view v as select 1",
		"attach ':memory:' as other", "pragma synchronous=off", "pragma query_only=off", "pragma synchronous", "pragma writable_schema=on",
		"pragma wal_checkpoint(truncate)", "pragma integrity_check", "select * from pragma_integrity_check", "reindex", "analyze", "vacuum",
		"vacuum into 'other'", "create virtual table v using fts5(words)", "pragma data_version=7",
	};
	struct db *both[] = { writer, reader };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(both); i++) {
		sql_allow(both[i], ALLOWS_ROWS);
		for (size_t k = 0; k < ARRAY_LENGTH(refused); k++)
			assert_said(STORE_FAILED, run_on(both[i], refused[k]));
		assert_int_equal(0, number_on(both[i], "select count(*) from thing"));
		sql_allow(both[i], ALLOWS_ALL);
	}
	sql_allow(writer, ALLOWS_ROWS);
	MUST(run_on(writer, "insert into thing (id) values (1)"));
	sql_allow(writer, ALLOWS_ALL);
	MUST(run_on(reader, "pragma query_only=off"));
	sql_allow(reader, ALLOWS_ROWS);
	assert_said(STORE_FAILED, run_on(reader, "delete from thing"));
	assert_true(str_has(sql_trouble(reader), S("not authorized")));
	sql_allow(reader, ALLOWS_ALL);
	MUST(run_on(reader, "pragma query_only=on"));
}

/* SQLite itself forgets these rules on a file that is opened for reading alone. */
static void
a_check_sees_what_columns_may_hold_and_writes_nothing(void **state)
{
	struct sql_place place = { .engine = SQL_SQLITE, .where = test_folder_path(&folder, "test.db"), .is_read_only = true, .is_check = true };
	struct str_list found;
	struct db *db;

	(void)state;
	MUST(run_on(writer, "pragma ignore_check_constraints=on"));
	MUST(run_on(writer, "insert into person (id, name, name_folded, email, email_folded, theme, joined_at) values (1, '', '', '', '', 'red', 1)"));
	MUST(sql_open(&place, &db));
	MUST(sql_begin_read(db));
	MUST(sql_check_engine(db, arena, &found));
	sql_end_read(db);
	assert_said(STORE_FAILED, run_on(db, "delete from person"));
	sql_close(&db);
	assert_int_equal(1, found.count);
	assert_text("CHECK constraint failed in person", found.at[0]);
	MUST(run_on(writer, "delete from person"));
	MUST(run_on(writer, "pragma ignore_check_constraints=off"));
}

static void
a_check_has_no_end_to_its_patience(void **state)
{
	static const char long_one[] = "with recursive n(x) as (select 1 union all select x + 1 from n where x < 6000000) select count(*) from n";
	struct sql_place place = { .engine = SQL_SQLITE, .where = test_folder_path(&folder, "test.db"), .is_read_only = true, .is_check = true };
	struct db *db;

	(void)state;
	assert_said(BUSY, run_on(reader, long_one));
	MUST(sql_open(&place, &db));
	assert_int_equal(6000000, number_on(db, long_one));
	sql_close(&db);
}

static void
large_and_deep_statements_are_refused(void **state)
{
	char deep[256] = "select 1";

	(void)state;
	for (size_t at = strlen(deep), i = 0; i < 60; i++, at += 2)
		memcpy(deep + at, "+1", 3);
	assert_said(STORE_FAILED, run_on(writer, deep));
	deep[strlen("select 1") + 2 * (50 - 2)] = '\0';
	MUST(run_on(writer, deep));
	assert_said(STORE_FAILED, run_on(writer, "select length(zeroblob(4194305))"));
	MUST(run_on(writer, "select length(zeroblob(4194304))"));
}

static void
a_row_that_others_need_stays(void **state)
{
	(void)state;
	MUST(run_on(writer, "insert into thing (id, parent) values (1, null), (2, 1)"));
	assert_said(STORE_CONFLICT, run_on(writer, "delete from thing where id = 1"));
	assert_said(STORE_CONFLICT, run_on(writer, "insert into thing (id, parent) values (3, 9)"));
}

static void
a_read_that_never_ends_is_ended(void **state)
{
	static const char endless[] = "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n";

	(void)state;
	assert_said(BUSY, run_on(reader, endless));
	assert_true(number_on(reader, "select count(*) from sqlite_schema") > 0);    /* the next one has its own two seconds */
}

static void
the_second_writer_is_told_to_wait(void **state)
{
	struct db *second;

	(void)state;
	MUST(sql_open(&(struct sql_place){ .engine = SQL_SQLITE, .where = test_folder_path(&folder, "test.db") }, &second));
	MUST(sql_begin(writer));
	assert_said(BUSY, sql_begin(second));
	MUST(sql_commit(writer));
	MUST(sql_begin(second));
	sql_rollback(second);
	sql_close(&second);
}

static void
a_full_disk_ends_the_turn_and_says_so_to_the_end(void **state)
{
	char limit[64];

	(void)state;
	snprintf(limit, sizeof(limit), "pragma max_page_count=%lld", (long long)number_on(writer, "pragma page_count") + 4);
	MUST(run_on(writer, limit));
	MUST(sql_begin(writer));
	MUST(sql_savepoint(writer));
	MUST(run_on(writer, "insert into thing (id, words) values (1, 'small')"));
	MUST(sql_keep(writer));
	MUST(sql_savepoint(writer));
	assert_said(STORE_FULL, run_on(writer, "insert into thing (id, words) values (2, hex(zeroblob(100000)))"));
	assert_said(STORE_FULL, sql_undo(writer));
	assert_said(STORE_FULL, sql_savepoint(writer));
	assert_said(STORE_FULL, run_on(writer, "insert into thing (id, words) values (3, 'small')"));
	assert_said(STORE_FULL, sql_commit(writer));
	assert_true(str_has(sql_trouble(writer), S("full")));
	assert_int_equal(0, number_on(reader, "select count(*) from thing"));
	MUST(run_on(writer, "pragma max_page_count=1000000"));
	MUST(sql_begin(writer));
	MUST(run_on(writer, "insert into thing (id, words) values (2, hex(zeroblob(100000)))"));
	MUST(sql_commit(writer));
}

/* What a quota looks like, and what SQLite tells as an I/O error. */
static void
a_file_at_its_limit_is_a_full_disk_too(void **state)
{
	struct rlimit before, tight;

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(0, getrlimit(RLIMIT_FSIZE, &before));
	tight = (struct rlimit){ .rlim_cur = 4096, .rlim_max = before.rlim_max };
	MUST(run_on(writer, "insert into thing (id, words) values (1, 'kept')"));
	assert_int_equal(0, setrlimit(RLIMIT_FSIZE, &tight));
	MUST(sql_begin(writer));
	MUST(run_on(writer, "insert into thing (id, words) values (2, 'lost')"));
	assert_said(STORE_FULL, sql_commit(writer));
	assert_int_equal(1, number_on(reader, "select count(*) from thing"));
	assert_int_equal(0, setrlimit(RLIMIT_FSIZE, &before));
	MUST(sql_begin(writer));
	MUST(run_on(writer, "insert into thing (id, words) values (2, 'kept')"));
	MUST(sql_commit(writer));
	assert_int_equal(2, number_on(reader, "select count(*) from thing"));
}

static void
a_turn_that_the_engine_ended_keeps_nothing(void **state)
{
	(void)state;
	MUST(sql_begin(writer));
	MUST(sql_savepoint(writer));
	MUST(run_on(writer, "insert into thing (id) values (1)"));
	assert_said(STORE_CONFLICT, run_on(writer, "insert or rollback into thing (id) values (1)"));
	assert_said(STORE_CONFLICT, run_on(writer, "insert into thing (id) values (2)"));    /* or it would be kept alone */
	assert_said(STORE_CONFLICT, sql_commit(writer));
	assert_int_equal(0, number_on(reader, "select count(*) from thing"));
}

static void
what_is_no_database_is_not_opened(void **state)
{
	static const char words[] = "This is a letter, and long enough to be read as the first page of something else than a letter; it is not.";
	const struct sql_place bad = { .engine = SQL_SQLITE, .where = test_folder_path(&folder, "letter") };
	const struct sql_place none = { .engine = SQL_SQLITE, .where = "/nowhere/at/all.db" };
	struct db *db = NULL;
	int file = open(bad.where, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	(void)state;
	assert_int_equal(sizeof(words), write(file, words, sizeof(words)));
	close(file);
	assert_said(STORE_FAILED, sql_open(&bad, &db));
	assert_said(STORE_FAILED, sql_open(&none, &db));
	assert_null(db);
}

static void
the_log_is_carried_into_the_file(void **state)
{
	(void)state;
	MUST(run_on(writer, "insert into thing (id) values (1)"));
	sql_checkpoint(writer);
	assert_int_equal(0, number_on(writer, "pragma wal_checkpoint(passive)"));
	assert_int_equal(-1, sql_descriptor(writer));
}

/* Tables that grow with use. A new one? Also here, or its statements may walk through all of it. */
static const char *const growing[] = {
	"request", "absence", "event", "form_sent", "session", "claim", "attempt", "note", "person", "membership", "mentor_skill", "request_skill",
};

static bool
walks_through_all(struct str step)
{
	struct str table = str_skip(step, 5);

	if (!str_starts(step, S("SCAN ")) || str_has(step, S(" USING ")))
		return false;
	for (size_t i = 0; i < ARRAY_LENGTH(growing); i++)
		if (str_equal(table, str_from(growing[i])))
			return true;
	return false;
}

/* The first rows by key, as many as the caller wants, are no walk. */
static bool
takes_the_first(const struct sql_statement *s)
{
	return !str_has(str_from(s->for_sqlite), S("where")) && str_has(str_from(s->for_sqlite), S(" limit ?"));
}

static size_t
count_walks(const struct sql_statement *s)
{
	const struct sql_value nothing[64] = { { .type = SQL_NULL } };
	struct sql_statement plan = *s;
	struct sql_query query;
	char text[16384];
	size_t walks = 0;

	assert_true((size_t)snprintf(text, sizeof(text), "explain query plan %s", s->for_sqlite) < sizeof(text));
	plan.slot = SLOT_ONCE;
	plan.for_sqlite = text;
	MUST(sql_query(writer, &plan, s->parameter_count, nothing, &query));
	while (sql_row(&query) == OK) {
		struct str step = sql_get_text(&query, arena, 3);

		if (walks_through_all(step)) {
			print_error("statement \"%s\": %.*s\n", s->name, STR_FORMAT(step));
			walks++;
		}
	}
	sql_done(&query);
	return walks;
}

static void
no_statement_walks_through_a_table_that_grows(void **state)
{
	size_t walks = 0;

	(void)state;
	for (size_t i = 0; i < sql_catalogue_count; i++) {
		walks += takes_the_first(sql_catalogue[i]) ? 0 : count_walks(sql_catalogue[i]);
		arena_reset(arena);
	}
	assert_int_equal(0, walks);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(both_connections_are_set_up_as_promised, empty_things),
		cmocka_unit_test_setup(a_reader_stays_one_when_told_otherwise, empty_things),
		cmocka_unit_test_setup(no_other_file_and_no_broken_schema_gets_in, empty_things),
		cmocka_unit_test_setup(after_the_start_a_connection_is_good_for_rows_alone, empty_things),
		cmocka_unit_test_setup(a_check_sees_what_columns_may_hold_and_writes_nothing, empty_things),
		cmocka_unit_test_setup(a_check_has_no_end_to_its_patience, empty_things),
		cmocka_unit_test_setup(large_and_deep_statements_are_refused, empty_things),
		cmocka_unit_test_setup(a_row_that_others_need_stays, empty_things),
		cmocka_unit_test_setup(a_read_that_never_ends_is_ended, empty_things),
		cmocka_unit_test_setup(the_second_writer_is_told_to_wait, empty_things),
		cmocka_unit_test_setup(a_full_disk_ends_the_turn_and_says_so_to_the_end, empty_things),
		cmocka_unit_test_setup(a_file_at_its_limit_is_a_full_disk_too, empty_things),
		cmocka_unit_test_setup(a_turn_that_the_engine_ended_keeps_nothing, empty_things),
		cmocka_unit_test_setup(what_is_no_database_is_not_opened, empty_things),
		cmocka_unit_test_setup(the_log_is_carried_into_the_file, empty_things),
		cmocka_unit_test_setup(the_log_is_carried_over_though_the_writer_never_rests, empty_things),
		cmocka_unit_test_setup(no_statement_walks_through_a_table_that_grows, empty_things),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
