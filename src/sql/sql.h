/* The database, whichever it is. Statements are constants that tools/sql-gen made from the store.sql files and checked against
 * the schema; no function takes SQL text. Rows are read into an arena by generated functions; features call only those.
 * Trouble (BUSY, STORE_FULL, STORE_LOST, STORE_CONFLICT, STORE_FAILED) is an outcome; sql_trouble() has the words for the log. */
#ifndef SQL_SQL_H
#define SQL_SQL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/str.h"

struct arena;
struct db;

enum sql_engine { SQL_SQLITE, SQL_POSTGRES };

struct sql_place {
	enum sql_engine engine;
	const char *where;        /* path of the file, or a libpq connection string */
	bool is_read_only;        /* web: every write is refused by the engine itself */
	bool is_check;            /* with is_read_only: for sql_check_engine(), which no two seconds end */
};

struct sql_statement {
	const char *name;
	const char *for_sqlite;       /* parameters ?1 ?2 … */
	const char *for_postgres;     /* parameters $1 $2 … */
	unsigned slot;                /* place in the catalogue, dense from 0 */
	unsigned parameter_count;
	const char *types;            /* a letter each: w whole, t text, b bytes */
	bool is_write;
	bool is_memo;                 /* its results may be kept as long as nobody changes the database (memo.h) */
};

enum sql_type { SQL_NULL, SQL_WHOLE, SQL_TEXT, SQL_BYTES };

struct sql_value {
	enum sql_type type;
	int64_t whole;
	struct str text;
};

static inline struct sql_value
sql_whole(int64_t whole)
{
	return (struct sql_value){ .type = SQL_WHOLE, .whole = whole };
}

static inline struct sql_value
sql_text(struct str text)
{
	return (struct sql_value){ .type = SQL_TEXT, .text = text };
}

static inline struct sql_value
sql_bytes(struct str bytes)
{
	return (struct sql_value){ .type = SQL_BYTES, .text = bytes };
}

/* For columns that may be null: 0 (no id, no moment) is kept as null. */
static inline struct sql_value
sql_whole_or_null(int64_t whole)
{
	return whole == 0 ? (struct sql_value){ .type = SQL_NULL } : sql_whole(whole);
}

/* The same for texts and bytes: the empty one is kept as null. */
static inline struct sql_value
sql_text_or_null(struct str text)
{
	return str_is_empty(text) ? (struct sql_value){ .type = SQL_NULL } : sql_text(text);
}

static inline struct sql_value
sql_bytes_or_null(struct str bytes)
{
	return str_is_empty(bytes) ? (struct sql_value){ .type = SQL_NULL } : sql_bytes(bytes);
}

/* Opens and sets the connection up as TRUST.md 5.5 and 5.6 say. The schema is not touched: sql_migrate(). */
enum outcome sql_open(const struct sql_place *, struct db **out);
void sql_close(struct db **);
enum sql_engine sql_engine(const struct db *);
/* The file descriptor of a PostgreSQL connection, -1 for SQLite. */
int sql_descriptor(const struct db *);
/* STORE_LOST was answered once (the connection broke, the disk failed): so is all that follows, and the process should end. */
bool sql_is_lost(const struct db *);
/* Between turns, when that descriptor is readable: false once the connection is lost. */
bool sql_is_alive(struct db *);
/* A libpq connection string as it may be shown: every secret in it is "…", wherever and however it was written. */
struct str sql_place_shown(struct arena *, struct str connection);
/* What failed last, in the engine's words; never holds a value of a row. */
struct str sql_trouble(const struct db *);

/* A write turn: one transaction, committed durably; a read turn: one snapshot, ended by sql_end_read(). When the engine ends a write
 * turn by itself (a full disk), all that follows answers so until sql_rollback(), also sql_undo() and sql_commit(). */
enum outcome sql_begin(struct db *);
enum outcome sql_commit(struct db *);
void sql_rollback(struct db *);
enum outcome sql_begin_read(struct db *);
void sql_end_read(struct db *);
/* One write inside a turn: …_undo() takes back all since the savepoint and drops it, …_keep() drops it. An open part goes with its write. */
enum outcome sql_savepoint(struct db *);
enum outcome sql_keep(struct db *);
enum outcome sql_undo(struct db *);
enum outcome sql_part(struct db *);
enum outcome sql_part_keep(struct db *);
enum outcome sql_part_undo(struct db *);
/* SQLite: a passive checkpoint of the write-ahead log (ask sql_is_lost() afterwards); PostgreSQL: nothing. After sql_forget() it empties the log too. */
void sql_checkpoint(struct db *); void sql_forget(struct db *); bool sql_is_to_forget(const struct db *);
/* Statements run since the connection was opened: the cost of a page in queries. */
uint64_t sql_query_count(const struct db *);
/* Used by generated code. A query is open from sql_query() to sql_done(); sql_row() answers OK for a row, NOT_FOUND at the end. */
struct memo_result;
struct sql_query {
	struct db *db;
	const struct sql_statement *statement;
	void *state;
	const struct memo_result *kept;    /* where the rows come from the memo */
	int row;
};
enum outcome sql_query(struct db *, const struct sql_statement *, size_t count, const struct sql_value *values, struct sql_query *out);
enum outcome sql_row(struct sql_query *);
int64_t sql_get_whole(const struct sql_query *, int column);                      /* null reads as 0 */
struct str sql_get_text(const struct sql_query *, struct arena *, int column);    /* null reads as empty; copied */
struct str sql_get_bytes(const struct sql_query *, struct arena *, int column);
void sql_done(struct sql_query *);
/* Runs a statement that gives no rows; *changed is the number of rows it touched. */
enum outcome sql_run(struct db *, const struct sql_statement *, size_t count, const struct sql_value *values, int64_t *changed);

/* Room for one more row of size bytes: the same array or a larger copy in the arena; *size counts rows. */
void *sql_rows_grow(struct arena *, void *rows, size_t count, size_t *size, size_t row_bytes);

/* Brings the schema up to what this binary holds, one transaction a migration; checks the checksums of those already applied.
 * STORE_TOO_NEW or STORE_CHANGED refuse. */
enum outcome sql_migrate(struct db *, struct moment now);
/* What is wrong below the rules of the rooms, a line each: pages, indexes, references, columns, and (current) the schema itself. */
enum outcome sql_check_engine(struct db *, struct arena *, struct str_list *out);
/* Number of the newest migration that the database has, however old; STORE_TOO_NEW or STORE_CHANGED if it is not one of ours. */
enum outcome sql_schema_number(struct db *, int64_t *out);
/* OK if the schema is exactly this binary's. */
enum outcome sql_is_current(struct db *, struct arena *);
/* Inside a turn: writes, and leaves nothing; the COMMIT says whether the disk takes it. */
enum outcome sql_try_write(struct db *);

#endif
