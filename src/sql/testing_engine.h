/* For the tests of this folder: statements outside the catalogue, on two connections to one store. */
#ifndef SQL_TESTING_ENGINE_H
#define SQL_TESTING_ENGINE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "sql/catalogue.h"
#include "sql/engine.h"

static struct db *writer, *reader;
static struct arena *arena;    /* of the group of tests */

#define assert_said(wanted, call) \
	do { \
		enum outcome said_ = (call); \
		if (said_ != (wanted)) \
			print_error("%.*s; %s\n", STR_FORMAT(outcome_name(said_)), writer == NULL ? "" : writer->trouble); \
		assert_int_equal((wanted), said_); \
	} while (0)
#define MUST(call) assert_said(OK, call)

#define assert_text(wanted, given) \
	do { \
		struct str is_ = (given); \
		assert_int_equal(strlen(wanted), is_.length); \
		assert_memory_equal(wanted, is_.length == 0 ? "" : is_.at, is_.length); \
	} while (0)

/* A statement outside the catalogue; SQLite takes $1, too. */
static inline struct sql_statement
once(const char *text, unsigned count, const char *types)
{
	return (struct sql_statement){
		.name = "once", .for_sqlite = text, .for_postgres = text, .slot = SLOT_ONCE, .parameter_count = count, .types = types,
	};
}

static inline enum outcome
run_on(struct db *db, const char *text)
{
	struct sql_statement statement = once(text, 0, "");

	return sql_run(db, &statement, 0, NULL, NULL);
}

/* The first column of the first row; -1 if there is none. */
static inline int64_t
number_on(struct db *db, const char *text)
{
	struct sql_statement statement = once(text, 0, "");
	struct sql_query query;
	int64_t number;

	assert_said(OK, sql_query(db, &statement, 0, NULL, &query));
	number = sql_row(&query) == OK ? sql_get_whole(&query, 0) : -1;
	sql_done(&query);
	return number;
}

static inline struct str
words_on(struct db *db, const char *text)
{
	struct sql_statement statement = once(text, 0, "");
	struct sql_query query;
	struct str words = S("");

	assert_said(OK, sql_query(db, &statement, 0, NULL, &query));
	if (sql_row(&query) == OK)
		words = sql_get_text(&query, arena, 0);
	sql_done(&query);
	return words;
}

/* Opens both connections, after this program's schema has been applied. */
static inline void
open_store(const struct sql_place *place)
{
	const struct sql_place read_only = { .engine = place->engine, .where = place->where, .is_read_only = true };

	arena_open(ARENA_IMPORT, &arena);
	MUST(sql_open(place, &writer));
	MUST(sql_migrate(writer, (struct moment){ 1 }));
	MUST(sql_open(&read_only, &reader));
	sql_allow(writer, ALLOWS_ALL);    /* tests ask what the program may not */
	sql_allow(reader, ALLOWS_ALL);
}

static inline void
close_store(void)
{
	sql_close(&reader);
	sql_close(&writer);
	arena_close(&arena);
}

#endif
