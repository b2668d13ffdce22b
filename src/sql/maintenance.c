/* Copying and surveying a whole SQLite database, each on a connection of its own. */
#include "sql/maintenance.h"

#include <sqlite3.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "sql/engine.h"

enum { WAIT_MS = 10000, STOP_STEPS = 10000, WORDS_BYTES = 300 };

static enum outcome
fails(struct sql_care *care, sqlite3 *handle, const char *what)
{
	int code = sqlite3_errcode(handle) & 0xff;
	char words[WORDS_BYTES];

	snprintf(words, sizeof(words), "%s: %s", what, sqlite3_errmsg(handle));
	care->trouble = str_copy(care->arena, str_from(words));
	if (code == SQLITE_BUSY || code == SQLITE_LOCKED || code == SQLITE_INTERRUPT)
		return BUSY;
	return code == SQLITE_FULL ? STORE_FULL : STORE_FAILED;
}

static int
on_steps(void *is_stopped)
{
	return *(const volatile int *)is_stopped;
}

/* The same guards as a serving connection has (sqlite.c), but no end to its patience and one database more. */
static enum outcome
open_for_care(struct sql_care *care, const char *path, int flags, sqlite3 **out)
{
	int code = sqlite3_open_v2(path, out, flags | SQLITE_OPEN_NOMUTEX, NULL);

	if (code != SQLITE_OK)
		return fails(care, *out, "opening");
	sqlite3_limit(*out, SQLITE_LIMIT_ATTACHED, 1);
	sqlite3_db_config(*out, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(*out, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(*out, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
	sqlite3_busy_timeout(*out, WAIT_MS);
	sqlite3_progress_handler(*out, STOP_STEPS, on_steps, (void *)(uintptr_t)care->is_stopped);
	if (sqlite3_exec(*out, "pragma cell_size_check=on; pragma mmap_size=0; pragma temp_store=memory", NULL, NULL, NULL) != SQLITE_OK)
		return fails(care, *out, "setting up");
	return OK;
}

static enum outcome
copy_into(struct sql_care *care, sqlite3 *handle, const char *to)
{
	sqlite3_stmt *vacuum;
	enum outcome said = OK;

	if (sqlite3_prepare_v2(handle, "vacuum into ?1", -1, &vacuum, NULL) != SQLITE_OK)
		return fails(care, handle, "copying");
	sqlite3_bind_text(vacuum, 1, to, -1, SQLITE_STATIC);
	if (sqlite3_step(vacuum) != SQLITE_DONE)
		said = fails(care, handle, "copying");
	sqlite3_finalize(vacuum);
	return said;
}

enum outcome
sql_copy(struct sql_care *care, const char *from, const char *to)
{
	sqlite3 *handle = NULL;
	enum outcome said = open_for_care(care, from, SQLITE_OPEN_READWRITE, &handle);

	if (said == OK)
		said = copy_into(care, handle, to);
	sqlite3_close(handle);
	return said;
}

static struct str
column(struct arena *arena, sqlite3_stmt *row, int index)
{
	const void *at = sqlite3_column_text(row, index);

	return at == NULL ? S("") : str_copy(arena, (struct str){ at, (size_t)sqlite3_column_bytes(row, index) });
}

static void
find(struct sql_survey *survey, struct str words)
{
	if (survey->finding_count < SURVEY_FINDINGS)
		survey->findings[survey->finding_count++] = str_head(words, WORDS_BYTES);
}

static void
take_integrity(struct sql_care *care, sqlite3_stmt *row, struct sql_survey *survey)
{
	struct str words = column(care->arena, row, 0);

	if (!str_equal(words, S("ok")))
		find(survey, str_join(care->arena, 2, (struct str[]){ S("integrity: "), words }));
}

static void
take_reference(struct sql_care *care, sqlite3_stmt *row, struct sql_survey *survey)
{
	struct str parts[] = {
		S("references: a row of "), column(care->arena, row, 0), S(" (number "), column(care->arena, row, 1),
		S(") names one of "), column(care->arena, row, 2), S(" that is not there"),
	};

	find(survey, str_join(care->arena, ARRAY_LENGTH(parts), parts));
}

static void
take_table(struct sql_care *care, sqlite3_stmt *row, struct sql_survey *survey)
{
	if (survey->table_count == SURVEY_TABLES)
		find(survey, S("integrity: more tables than mentord ever makes"));
	else
		survey->tables[survey->table_count++].name = column(care->arena, row, 0);
}

static enum outcome
each_row(struct sql_care *care, sqlite3 *handle, const char *sql, void (*take)(struct sql_care *, sqlite3_stmt *, struct sql_survey *),
    struct sql_survey *survey)
{
	sqlite3_stmt *query;
	enum outcome said = OK;
	int code;

	if (sqlite3_prepare_v2(handle, sql, -1, &query, NULL) != SQLITE_OK)
		return fails(care, handle, "checking");
	while ((code = sqlite3_step(query)) == SQLITE_ROW)
		take(care, query, survey);
	if (code != SQLITE_DONE)
		said = fails(care, handle, "checking");
	sqlite3_finalize(query);
	return said;
}

static enum outcome
count_rows(struct sql_care *care, sqlite3 *handle, struct sql_table_rows *table)
{
	char *sql = sqlite3_mprintf("select count(*) from \"%w\"", str_c(care->arena, table->name));
	sqlite3_stmt *query = NULL;
	enum outcome said = OK;

	check(sql != NULL);
	if (sqlite3_prepare_v2(handle, sql, -1, &query, NULL) == SQLITE_OK && sqlite3_step(query) == SQLITE_ROW)
		table->rows = sqlite3_column_int64(query, 0);
	else
		said = fails(care, handle, "counting");
	sqlite3_finalize(query);
	sqlite3_free(sql);
	return said;
}

static enum outcome
look_at_rows(struct sql_care *care, sqlite3 *handle, struct sql_survey *out)
{
	TRY(each_row(care, handle, "pragma integrity_check(10)", take_integrity, out));
	if (out->finding_count > 0)
		return OK;    /* what a broken file says further on means nothing */
	TRY(each_row(care, handle, "pragma foreign_key_check", take_reference, out));
	TRY(each_row(care, handle, "select name from sqlite_schema where type = 'table' and name not like 'sqlite~_%' escape '~' order by name",
	    take_table, out));
	for (size_t i = 0; i < out->table_count; i++)
		TRY(count_rows(care, handle, &out->tables[i]));
	return OK;
}

static enum outcome
look_at_schema(struct sql_care *care, const char *path, int64_t *out)
{
	struct db *db = NULL;
	enum outcome said = sql_open(&(struct sql_place){ .engine = SQL_SQLITE, .where = path, .is_read_only = true }, &db);

	if (said != OK) {
		care->trouble = S("the copy cannot be opened");
		return said;
	}
	said = sql_schema_number(db, out);
	care->trouble = str_copy(care->arena, sql_trouble(db));
	sql_close(&db);
	return said;
}

enum outcome
sql_look(struct sql_care *care, const char *path, struct sql_survey *out)
{
	sqlite3 *handle = NULL;
	enum outcome said;

	*out = (struct sql_survey){ .tables = ARENA_MANY(care->arena, SURVEY_TABLES, struct sql_table_rows) };
	said = open_for_care(care, path, SQLITE_OPEN_READWRITE, &handle);    /* to see what columns may hold: flags_of() in sqlite.c */
	if (said == OK) {
		sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
		if (sqlite3_exec(handle, "pragma query_only=on", NULL, NULL, NULL) != SQLITE_OK)
			said = fails(care, handle, "setting up");
	}
	if (said == OK)
		said = look_at_rows(care, handle, out);
	sqlite3_close(handle);
	if (said != OK || out->finding_count > 0)
		return said;
	return look_at_schema(care, path, &out->schema);
}

enum outcome
sql_settle(struct sql_care *care, const char *path)
{
	sqlite3 *handle = NULL;
	enum outcome said = open_for_care(care, path, SQLITE_OPEN_READWRITE, &handle);

	if (said == OK && sqlite3_exec(handle, "select 1 from sqlite_schema", NULL, NULL, NULL) != SQLITE_OK)
		said = fails(care, handle, "reading");    /* a connection that has read nothing knows of no log, and would settle nothing */
	if (said == OK && sqlite3_wal_checkpoint_v2(handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) != SQLITE_OK)
		said = fails(care, handle, "settling");
	sqlite3_close(handle);
	return said;
}
