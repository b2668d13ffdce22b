/* Copying a database that is written, and finding what is wrong with one. */
#include <fcntl.h>
#include <sys/stat.h>

#include "sql/maintenance.h"
#include "sql/migrations.h"
#include "sql/testing_engine.h"
#include "sql/testing_empty.h"
#include "sql/testing_folder.h"

enum { PAGE = 4096 };

static struct test_folder folder;
static volatile int is_stopped;
static struct sql_care care;
static char from[128], to[128];

static int
start(void **state)
{
	(void)state;
	test_folder_open(&folder);
	arena_open(ARENA_IMPORT, &arena);
	snprintf(from, sizeof(from), "%s", test_folder_path(&folder, "test.db"));
	snprintf(to, sizeof(to), "%s", test_folder_path(&folder, "copy.db"));
	care = (struct sql_care){ .arena = arena, .is_stopped = &is_stopped };
	is_stopped = 0;
	test_empty_database(from);
	return sql_open(&(struct sql_place){ .engine = SQL_SQLITE, .where = from }, &writer) != OK;
}

static int
finish(void **state)
{
	(void)state;
	sql_close(&writer);
	arena_close(&arena);
	test_folder_close(&folder);
	return 0;
}

static void
add_person(int64_t id)
{
	char text[300];

	snprintf(text, sizeof(text), "insert into person (id, name, name_folded, email, email_folded, joined_at) "
	    "values (%lld, 'Ana', 'ana', '%lld@example.org', '%lld@example.org', 1)", (long long)id, (long long)id, (long long)id);
	MUST(run_on(writer, text));
}

static void
copy(void)
{
	int empty = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(empty >= 0);
	close(empty);
	MUST(sql_copy(&care, from, to));
}

static int64_t
rows_of(const struct sql_survey *survey, const char *table)
{
	for (size_t i = 0; i < survey->table_count; i++)
		if (str_equal(survey->tables[i].name, str_from(table)))
			return survey->tables[i].rows;
	return -1;
}

/* What stands in a transaction that is not committed is not there; what is committed is, though it stands in the log alone. */
static void
a_copy_has_what_was_committed_and_nothing_else(void **state)
{
	struct sql_survey survey;
	struct stat about;

	(void)state;
	add_person(1);
	MUST(sql_begin(writer));
	add_person(2);
	copy();
	MUST(sql_commit(writer));
	MUST(sql_look(&care, to, &survey));
	assert_int_equal(0, survey.finding_count);
	assert_int_equal(1, rows_of(&survey, "person"));
	assert_int_equal(0, rows_of(&survey, "request"));
	assert_int_equal((int64_t)migration_count, rows_of(&survey, "migration"));
	assert_int_equal(migrations[migration_count - 1].number, survey.schema);
	assert_int_equal(0, stat(to, &about));
	assert_int_equal(0600, about.st_mode & 0777);
	assert_int_equal(2, number_on(writer, "select count(*) from person"));
}

static void
a_copy_goes_nowhere_but_into_an_empty_file(void **state)
{
	(void)state;
	copy();
	assert_int_equal(STORE_FAILED, sql_copy(&care, from, to));
	assert_true(care.trouble.length > 0);
	assert_int_equal(STORE_FAILED, sql_copy(&care, test_folder_path(&folder, "nothing.db"), to));
}

static void
a_copy_can_be_stopped(void **state)
{
	int empty = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	(void)state;
	close(empty);
	MUST(run_on(writer, "with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) insert into person (id, name, "
	    "name_folded, email, email_folded, joined_at) select i, 'Ana', 'ana', i, i, 1 from n"));
	is_stopped = 1;
	assert_int_equal(BUSY, sql_copy(&care, from, to));
}

static void
a_row_that_names_nobody_is_found(void **state)
{
	struct sql_survey survey;

	(void)state;
	add_person(1);
	sql_allow(writer, ALLOWS_ALL);
	MUST(run_on(writer, "pragma foreign_keys=off"));
	MUST(run_on(writer, "insert into session (id, hash, person, started_at, seen_at, ends_at) values (5, x'00', 99, 1, 1, 1)"));
	copy();
	MUST(sql_look(&care, to, &survey));
	assert_int_equal(1, survey.finding_count);
	assert_text("references: a row of session (number 5) names one of person that is not there", survey.findings[0]);
}

/* Each page in turn is overwritten: nothing passes as sound. */
static void
a_broken_page_is_found(void **state)
{
	static char junk[PAGE], kept[PAGE];
	struct stat about;
	int file;

	(void)state;
	add_person(1);
	copy();
	memset(junk, 0xa5, sizeof(junk));
	file = open(to, O_RDWR);
	assert_int_equal(0, fstat(file, &about));
	for (off_t at = 0; at < about.st_size; at += PAGE) {
		struct sql_survey survey;
		enum outcome said;

		assert_int_equal(PAGE, pread(file, kept, PAGE, at));
		assert_int_equal(PAGE, pwrite(file, junk, PAGE, at));
		said = sql_look(&care, to, &survey);
		assert_true(said != OK || survey.finding_count > 0);
		assert_int_equal(PAGE, pwrite(file, kept, PAGE, at));
		arena_reset(arena);
	}
	close(file);
}

static void
an_older_schema_is_told_and_a_newer_one_refused(void **state)
{
	struct sql_survey survey;
	char text[120];

	(void)state;
	snprintf(text, sizeof(text), "delete from migration where number = %lld", (long long)migrations[migration_count - 1].number);
	MUST(run_on(writer, text));
	copy();
	MUST(sql_look(&care, to, &survey));
	assert_int_equal(migration_count == 1 ? 0 : migrations[migration_count - 2].number, survey.schema);
	snprintf(text, sizeof(text), "insert into migration values (%lld, %lld, 1), (99999, 1, 1)", (long long)migrations[migration_count - 1].number,
	    (long long)migrations[migration_count - 1].checksum);
	MUST(run_on(writer, text));
	copy();
	assert_int_equal(STORE_TOO_NEW, sql_look(&care, to, &survey));
}

static void
a_settled_database_needs_no_log(void **state)
{
	struct stat log;
	char path[140];

	(void)state;
	add_person(1);
	snprintf(path, sizeof(path), "%s-wal", from);
	assert_int_equal(0, stat(path, &log));
	assert_true(log.st_size > 0);
	MUST(sql_settle(&care, from));
	assert_int_equal(0, stat(path, &log));
	assert_int_equal(0, log.st_size);
	MUST(sql_begin(writer));
	sql_rollback(writer);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_copy_has_what_was_committed_and_nothing_else, start, finish),
		cmocka_unit_test_setup_teardown(a_copy_goes_nowhere_but_into_an_empty_file, start, finish),
		cmocka_unit_test_setup_teardown(a_copy_can_be_stopped, start, finish),
		cmocka_unit_test_setup_teardown(a_row_that_names_nobody_is_found, start, finish),
		cmocka_unit_test_setup_teardown(a_broken_page_is_found, start, finish),
		cmocka_unit_test_setup_teardown(an_older_schema_is_told_and_a_newer_one_refused, start, finish),
		cmocka_unit_test_setup_teardown(a_settled_database_needs_no_log, start, finish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
