/* A reader in a sealed process, as web is one: it may write nothing, not even the memory that SQLite's processes share. */
#include <fcntl.h>
#include <sys/wait.h>

#include "sql/testing_engine.h"
#include "sql/testing_folder.h"
#include "system/sandbox.h"

enum { ROUNDS = 200, HEADER_COUNT = 8 };    /* of the two headers in the shared memory: the first one's counter of changes */

static struct test_folder folder;
static char place_at[128];
static int asks[2], tells[2];
static pid_t child;

struct told {
	enum outcome said;
	int64_t number;
};

/* What the child does: whenever asked, a read turn; 'w' tries a write. */
static struct told
answer_to(struct db *db, char asked)
{
	struct sql_statement count = once("select count(*) from thing", 0, "");
	struct sql_query query;
	struct told told = { .number = -1 };

	if (asked == 'w') {
		told.said = run_on(db, "pragma query_only=off");
		if (told.said == OK)
			told.said = run_on(db, "insert into thing (id) values (100000)");
		return told;
	}
	told.said = sql_begin_read(db);
	if (told.said == OK)
		told.said = sql_query(db, &count, 0, NULL, &query);
	if (told.said == OK) {
		told.said = sql_row(&query);
		told.number = told.said == OK ? sql_get_whole(&query, 0) : -1;
		sql_done(&query);
	}
	sql_end_read(db);
	return told;
}

static void
be_a_reader(void)
{
	struct sandbox sandbox = { .role = SANDBOX_WEB, .database = place_at };
	struct sql_place place = { .engine = SQL_SQLITE, .where = place_at, .is_read_only = true };
	struct db *db = NULL;
	char asked;

	close(asks[1]);
	if (read(asks[0], &asked, 1) != 1 || sandbox_seal(&sandbox) != OK || sql_open(&place, &db) != OK)
		_exit(1);
	sql_allow(db, ALLOWS_ALL);    /* the walls alone are tried here */
	while (read(asks[0], &asked, 1) == 1) {
		struct told told = answer_to(db, asked);

		if (write(tells[1], &told, sizeof(told)) != (ssize_t)sizeof(told))
			_exit(2);
	}
	sql_close(&db);
	_exit(0);
}

static struct told
ask(char what)
{
	struct told told;

	check(write(asks[1], &what, 1) == 1 && read(tells[0], &told, sizeof(told)) == (ssize_t)sizeof(told));
	return told;
}

static int
start(void **state)
{
	struct sql_place place = { .engine = SQL_SQLITE, .where = place_at };

	(void)state;
	test_folder_open(&folder);
	snprintf(place_at, sizeof(place_at), "%s", test_folder_path(&folder, "test.db"));
	arena_open(ARENA_IMPORT, &arena);
	check(pipe(asks) == 0 && pipe(tells) == 0);
	child = fork();    /* before SQLite has opened anything that the child would share */
	check(child >= 0);
	if (child == 0)
		be_a_reader();
	close(asks[0]);
	check(sql_open(&place, &writer) == OK);
	sql_allow(writer, ALLOWS_ALL);
	check(run_on(writer, "create table thing (id integer not null primary key) strict") == OK);
	return write(asks[1], "o", 1) != 1;
}

static int
finish(void **state)
{
	int status;

	(void)state;
	close(asks[1]);
	check(waitpid(child, &status, 0) == child && status == 0);
	sql_close(&writer);
	arena_close(&arena);
	test_folder_close(&folder);
	return 0;
}

static void
a_sealed_reader_sees_each_write_at_once(void **state)
{
	(void)state;
	for (int i = 1; i <= ROUNDS; i++) {
		struct told told;

		MUST(sql_begin(writer));
		MUST(run_on(writer, "insert into thing (id) select coalesce(max(id), 0) + 1 from thing"));
		told = ask('r');
		assert_said(OK, told.said);
		assert_int_equal(i - 1, told.number);
		MUST(sql_commit(writer));
		if (i % 7 == 0)
			sql_checkpoint(writer);
		told = ask('r');
		assert_said(OK, told.said);
		assert_int_equal(i, told.number);
	}
}

static void
a_sealed_reader_cannot_write_when_it_tries(void **state)
{
	struct told told = ask('w');

	(void)state;
	assert_said(STORE_FAILED, told.said);
	assert_int_equal(0, number_on(writer, "select count(*) from thing where id = 100000"));
}

/* A writer that died in the middle of the header leaves its two copies apart. */
static void
break_header(void)
{
	char path[160];
	unsigned char byte;
	int descriptor;

	snprintf(path, sizeof(path), "%s-shm", place_at);
	descriptor = open(path, O_RDWR);
	check(descriptor >= 0 && pread(descriptor, &byte, 1, HEADER_COUNT) == 1);
	byte ^= 1;
	check(pwrite(descriptor, &byte, 1, HEADER_COUNT) == 1);
	close(descriptor);
}

static void
where_a_writer_died_a_sealed_reader_waits_for_the_next(void **state)
{
	struct told told;

	(void)state;
	break_header();
	told = ask('r');
	assert_said(BUSY, told.said);
	assert_true(number_on(writer, "select count(*) from thing") > 0);    /* sets it right */
	told = ask('r');
	assert_said(OK, told.said);
}

/* The reader is asked while the header is broken, and the writer goes on at the same moment: it is never turned away. */
static void
a_sealed_reader_outlasts_a_header_that_is_being_written(void **state)
{
	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct told told;

		break_header();
		check(write(asks[1], "r", 1) == 1);
		assert_true(number_on(writer, "select count(*) from thing") > 0);
		check(read(tells[0], &told, sizeof(told)) == (ssize_t)sizeof(told));
		assert_said(OK, told.said);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sealed_reader_sees_each_write_at_once),
		cmocka_unit_test(a_sealed_reader_cannot_write_when_it_tries),
		cmocka_unit_test(where_a_writer_died_a_sealed_reader_waits_for_the_next),
		cmocka_unit_test(a_sealed_reader_outlasts_a_header_that_is_being_written),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
