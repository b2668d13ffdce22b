/* SQLite, set up as TRUST.md 5.5 says. One connection a process; statements are prepared once and kept by their slot. */
#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/limits.h"
#include "sql/catalogue.h"
#include "sql/engine.h"

enum {
	BUSY_MS = 2000,
	HEADER_TRIES = 20,    /* a millisecond each */
	PROGRESS_STEPS = 100000,          /* VDBE steps between two looks at the clock */
	CHECKPOINT_PAGES = 2000,          /* of the log, if it was never idle before */
	PROGRESS_LOOKS = 400              /* looks that make about two seconds on a slow machine */
};

struct sqlite {
	struct db db;
	struct arena *arena;
	sqlite3 *handle;
	sqlite3_stmt **prepared;          /* by slot */
	sqlite3_stmt *version;            /* asks for the data version */
	int looks;
	bool is_read_only;
	enum allowed allowed;
};

static struct sqlite *
of(struct db *db)
{
	return (struct sqlite *)db;
}

/* No space is told as SQLITE_FULL only where the system says ENOSPC; a quota and a limit on files come as an I/O error, whose reason
 * sqlite3_system_errno() forgets when a COMMIT fails: so whoever calls SQLite clears errno before. A sync that fails, for whatever
 * reason, is not of this kind. */
static bool
is_full(int code, int why)
{
	bool has_no_room = why == ENOSPC || why == EDQUOT || why == EFBIG;

	return code == SQLITE_FULL ||
	    (has_no_room && (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_TRUNCATE || code == SQLITE_IOERR_SHMSIZE));
}

/* A web process may not write the memory that SQLite's processes share: where a writer died in the middle of it, the successor sets it
 * right in a moment. */
static bool
waits_for_writer(int code)
{
	return code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_CANTINIT || code == SQLITE_READONLY_CANTLOCK;
}

/* A system without memory ends the process, as it does in arena.c. A disk that fails is never asked again (TRUST.md 5.5): what it says
 * about a second sync would not be about what the first one lost. */
static enum outcome
trouble(struct sqlite *s, int code, const char *what)
{
	int why = errno;

	check((code & 0xff) != SQLITE_NOMEM && code != SQLITE_IOERR_NOMEM);
	snprintf(s->db.trouble, sizeof(s->db.trouble), "%s: %s", what, sqlite3_errmsg(s->handle));
	if (is_full(code, why))
		return STORE_FULL;
	if (waits_for_writer(code))
		return BUSY;
	switch (code & 0xff) {
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
		s->db.is_lost = true;
		return STORE_LOST;
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_INTERRUPT:
		return BUSY;
	case SQLITE_CONSTRAINT:
		return STORE_CONFLICT;
	default:
		return STORE_FAILED;
	}
}

static enum outcome
sqlite_text(struct db *db, const char *sql)
{
	struct sqlite *s = of(db);
	int code;

	errno = 0;
	code = sqlite3_exec(s->handle, sql, NULL, NULL, NULL);
	return code == SQLITE_OK ? OK : trouble(s, code, "statement");
}

static enum outcome
prepare(struct sqlite *s, const struct sql_statement *statement, sqlite3_stmt **out)
{
	bool is_kept = statement->slot < sql_catalogue_count;
	int code;

	if (is_kept && s->prepared[statement->slot] != NULL) {
		*out = s->prepared[statement->slot];
		return OK;
	}
	code = sqlite3_prepare_v3(s->handle, statement->for_sqlite, -1, is_kept ? SQLITE_PREPARE_PERSISTENT : 0, out, NULL);
	if (code != SQLITE_OK)
		return trouble(s, code, statement->name);
	if (is_kept)
		s->prepared[statement->slot] = *out;
	return OK;
}

static int
bind(sqlite3_stmt *prepared, int index, const struct sql_value *value)
{
	static const char nothing[1] = "";
	const char *bytes = value->text.length == 0 ? nothing : value->text.at;

	switch (value->type) {
	case SQL_WHOLE:
		return sqlite3_bind_int64(prepared, index, value->whole);
	case SQL_TEXT:
		return sqlite3_bind_text(prepared, index, bytes, (int)value->text.length, SQLITE_STATIC);
	case SQL_BYTES:
		return sqlite3_bind_blob(prepared, index, bytes, (int)value->text.length, SQLITE_STATIC);
	case SQL_NULL:
		break;
	}
	return sqlite3_bind_null(prepared, index);
}

static enum outcome
sqlite_query(struct db *db, const struct sql_statement *statement, size_t count, const struct sql_value *values, struct sql_query *out)
{
	struct sqlite *s = of(db);
	sqlite3_stmt *prepared;

	TRY(prepare(s, statement, &prepared));
	s->looks = 0;
	for (size_t i = 0; i < count; i++) {
		int code = bind(prepared, (int)i + 1, &values[i]);

		if (code != SQLITE_OK) {
			sqlite3_reset(prepared);
			return trouble(s, code, statement->name);
		}
	}
	out->state = prepared;
	return OK;
}

/* A living writer that lost the processor in the middle of that memory looks the same for an instant: it goes on soon. No row was read by then,
 * so nothing is read twice. */
static int
step(sqlite3_stmt *statement)
{
	int code = sqlite3_step(statement);

	for (int tries = 0; waits_for_writer(code) && tries < HEADER_TRIES; tries++) {
		sqlite3_reset(statement);
		sqlite3_sleep(1);
		code = sqlite3_step(statement);
	}
	return code;
}

static enum outcome
sqlite_row(struct sql_query *query)
{
	int code;

	errno = 0;
	code = step(query->state);
	if (code == SQLITE_ROW)
		return OK;
	if (code == SQLITE_DONE)
		return NOT_FOUND;
	return trouble(of(query->db), code, query->statement->name);
}

static int64_t
sqlite_get_whole(const struct sql_query *query, int column)
{
	return sqlite3_column_int64(query->state, column);
}

static struct str
sqlite_get_bytes(const struct sql_query *query, struct arena *arena, int column, bool is_binary)
{
	const void *at = is_binary ? sqlite3_column_blob(query->state, column) : sqlite3_column_text(query->state, column);
	int length = sqlite3_column_bytes(query->state, column);

	/* No memory to convert it: else it would be read as empty. */
	check(at != NULL || sqlite3_errcode(of(query->db)->handle) != SQLITE_NOMEM);
	return at == NULL ? S("") : str_copy(arena, (struct str){ at, (size_t)length });
}

static int64_t
sqlite_changed(const struct sql_query *query)
{
	return sqlite3_changes64(of(query->db)->handle);
}

static void
sqlite_done(struct sql_query *query)
{
	if (query->statement->slot < sql_catalogue_count) {
		sqlite3_reset(query->state);
		sqlite3_clear_bindings(query->state);
	} else {
		sqlite3_finalize(query->state);
	}
	query->state = NULL;
}

static int
sqlite_descriptor(const struct db *db)
{
	(void)db;
	return -1;
}

static bool
sqlite_is_alive(struct db *db)
{
	(void)db;
	return true;
}

/* What is in the log stays there if others read or write (busy); a disk that failed must be known: the system forgets what a failed
 * sync lost, so the next checkpoint would succeed and drop the log. */
static void
sqlite_checkpoint(struct db *db)
{
	int mode = db->is_to_forget ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
	int code = sqlite3_wal_checkpoint_v2(of(db)->handle, NULL, mode, NULL, NULL);

	if (code == SQLITE_OK)
		db->is_to_forget = false;
	else if (code != SQLITE_BUSY)    /* somebody reads: the next one empties it */
		(void)trouble(of(db), code, "checkpoint");
}

/* After each commit; SQLite's own hook would not tell when it fails. */
static int
on_commit(void *self, sqlite3 *handle, const char *name, int pages)
{
	struct sqlite *s = self;

	(void)handle;
	(void)name;
	if (pages >= CHECKPOINT_PAGES)
		sqlite_checkpoint(&s->db);
	return SQLITE_OK;
}

static enum turn
sqlite_turn(const struct db *db)
{
	return sqlite3_get_autocommit(((const struct sqlite *)db)->handle) ? TURN_NONE : TURN_OPEN;
}

static void
sqlite_close(struct db *db)
{
	struct sqlite *s = of(db);
	struct arena *arena = s->arena;

	for (size_t i = 0; i < sql_catalogue_count; i++)
		sqlite3_finalize(s->prepared[i]);
	sqlite3_finalize(s->version);
	sqlite3_close(s->handle);
	arena_close(&arena);
}

/* The pager's count of changes by others, as of the snapshot; the statement opens the snapshot if nothing has yet. */
static enum outcome
sqlite_version(struct db *db, int64_t *out)
{
	struct sqlite *s = of(db);
	int code = SQLITE_OK;

	if (s->version == NULL)
		code = sqlite3_prepare_v3(s->handle, "pragma data_version", -1, SQLITE_PREPARE_PERSISTENT, &s->version, NULL);
	if (code == SQLITE_OK)
		code = step(s->version);
	*out = code == SQLITE_ROW ? sqlite3_column_int64(s->version, 0) : 0;
	sqlite3_reset(s->version);
	return code == SQLITE_ROW ? OK : trouble(s, code, "data version");
}

static int
sqlite_columns(const struct sql_query *query)
{
	return sqlite3_column_count(query->state);
}

static struct sql_value
sqlite_value(const struct sql_query *query, struct arena *arena, int column)
{
	switch (sqlite3_column_type(query->state, column)) {
	case SQLITE_INTEGER:
		return sql_whole(sqlite3_column_int64(query->state, column));
	case SQLITE_TEXT:
		return sql_text(sqlite_get_bytes(query, arena, column, false));
	case SQLITE_BLOB:
		return sql_bytes(sqlite_get_bytes(query, arena, column, true));
	default:
		return (struct sql_value){ .type = SQL_NULL };
	}
}

static void
sqlite_allow(struct db *db, enum allowed allowed)
{
	of(db)->allowed = allowed;
}

static bool
is_among(int act, const int *acts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (acts[i] == act)
			return true;
	return false;
}

static bool
allows_pragma(const struct sqlite *s, const char *name, const char *value)
{
	if (s->allowed == ALLOWS_CHECKS && (strcmp(name, "integrity_check") == 0 || strcmp(name, "foreign_key_check") == 0))
		return true;
	return value == NULL && strcmp(name, "data_version") == 0;
}

/* Asked while a statement is prepared, never while it runs. Whoever got SQL in by some hole could read and write rows: no more (TRUST.md
 * 5.5). What is not named here is refused, also what a later SQLite may learn. */
static int
on_prepare(void *self, int act, const char *first, const char *second, const char *database, const char *cause)
{
	static const int reads[] = { SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE, SQLITE_TRANSACTION, SQLITE_SAVEPOINT };
	static const int writes[] = { SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE };
	const struct sqlite *s = self;
	bool is_fine = s->allowed == ALLOWS_ALL || is_among(act, reads, ARRAY_LENGTH(reads));

	(void)database;
	(void)cause;
	if (!s->is_read_only)
		is_fine = is_fine || is_among(act, writes, ARRAY_LENGTH(writes));
	if (act == SQLITE_PRAGMA)
		is_fine = is_fine || allows_pragma(s, first, second);
	return is_fine ? SQLITE_OK : SQLITE_DENY;
}

static const struct engine engine_sqlite = {
	.kind = SQL_SQLITE, .close = sqlite_close, .text = sqlite_text, .query = sqlite_query, .row = sqlite_row,
	.get_whole = sqlite_get_whole, .get_bytes = sqlite_get_bytes, .changed = sqlite_changed, .done = sqlite_done,
	.begin = "begin immediate", .begin_read = "begin", .turn = sqlite_turn, .descriptor = sqlite_descriptor, .is_alive = sqlite_is_alive,
	.checkpoint = sqlite_checkpoint, .allow = sqlite_allow,
	.version = sqlite_version, .columns = sqlite_columns, .value = sqlite_value,
};

/* Ends a read that would hold the loop: counted in steps, since a clock here would be a seam of its own. */
static int
on_progress(void *self)
{
	struct sqlite *s = self;

	return ++s->looks > PROGRESS_LOOKS;
}

static void
set_limits(sqlite3 *handle)
{
	static const int limits[][2] = {
		{ SQLITE_LIMIT_LENGTH, 4 << 20 }, { SQLITE_LIMIT_SQL_LENGTH, 100000 }, { SQLITE_LIMIT_EXPR_DEPTH, 50 },
		{ SQLITE_LIMIT_COMPOUND_SELECT, 10 }, { SQLITE_LIMIT_VDBE_OP, 25000 }, { SQLITE_LIMIT_FUNCTION_ARG, 16 },
		/* Not the 100 of TRUST.md 5.5: it counts bytes, and what people look for (text_pattern(): 80 characters, of up to four bytes
		 * each, folded, with a mark before each % and _) would be an error instead of a list. */
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 }, { SQLITE_LIMIT_VARIABLE_NUMBER, 200 }, { SQLITE_LIMIT_ATTACHED, 0 },
	};

	for (size_t i = 0; i < ARRAY_LENGTH(limits); i++)
		sqlite3_limit(handle, limits[i][0], limits[i][1]);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
	sqlite3_busy_timeout(handle, BUSY_MS);
}

static int
on_mode(void *is_fine, int count, char **values, char **names)
{
	(void)names;
	if (count == 1 && values[0] != NULL)
		*(bool *)is_fine = strcmp(values[0], "wal") == 0 || strcmp(values[0], "memory") == 0;
	return 0;
}

/* Some file systems cannot share the memory that a write-ahead log needs; SQLite then keeps its old mode without a word. */
static enum outcome
set_wal(struct sqlite *s)
{
	bool is_fine = false;
	int code = sqlite3_exec(s->handle, "pragma journal_mode=wal", on_mode, &is_fine, NULL);

	if (code != SQLITE_OK)
		return trouble(s, code, "journal mode");
	if (!is_fine)
		snprintf(s->db.trouble, sizeof(s->db.trouble), "the file system cannot keep a write-ahead log");
	return is_fine ? OK : STORE_FAILED;
}

static enum outcome
set_up(struct sqlite *s, const struct sql_place *place)
{
	set_limits(s->handle);
	TRY(sqlite_text(&s->db, "pragma foreign_keys=on; pragma secure_delete=on; pragma cell_size_check=on; pragma mmap_size=0;"
	    "pragma temp_store=memory; pragma journal_size_limit=67108864; pragma cache_size=-8000"));
	if (place->is_read_only) {
		if (!place->is_check)
			sqlite3_progress_handler(s->handle, PROGRESS_STEPS, on_progress, s);
		sqlite3_db_config(s->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
		return sqlite_text(&s->db, "pragma query_only=on; pragma wal_autocheckpoint=0");
	}
	TRY(set_wal(s));
	sqlite3_wal_hook(s->handle, on_commit, s);
	return sqlite_text(&s->db, "pragma synchronous=full");
}

/* SQLite forgets what columns may hold (check) when it reads the schema of a file that it may not write, so a check may, and does not. */
static int
flags_of(const struct sql_place *place)
{
	if (place->is_check)
		return SQLITE_OPEN_READWRITE;
	return place->is_read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

/* Where the system lets us read only, SQLite opens the file all the same: then a check would call sound what it cannot see. */
static bool
sees_all(const struct sqlite *s, const struct sql_place *place)
{
	return !place->is_check || sqlite3_db_readonly(s->handle, "main") == 0;
}

/* A process has one thread, so SQLite need not lock; nor count memory, which arenas and the system limit. Both only before it begins, so the second
 * time says nothing. */
static void
set_up_library(void)
{
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

enum outcome
sqlite_open(const struct sql_place *place, struct db **out)
{
	struct arena *arena;
	struct sqlite *s;
	enum outcome said;
	int code;

	set_up_library();
	arena_open(ARENA_VISIT, &arena);
	s = ARENA_NEW(arena, struct sqlite);
	s->arena = arena;
	s->db.engine = &engine_sqlite;
	s->prepared = ARENA_MANY(arena, sql_catalogue_count + 1, sqlite3_stmt *);
	s->is_read_only = place->is_read_only;
	code = sqlite3_open_v2(place->where, &s->handle, flags_of(place) | SQLITE_OPEN_NOMUTEX, NULL);
	check(s->handle != NULL);    /* there was no memory for it */
	sqlite3_extended_result_codes(s->handle, 1);
	said = code == SQLITE_OK && sees_all(s, place) ? set_up(s, place) : STORE_FAILED;
	if (said != OK) {
		struct db *db = &s->db;

		sql_close(&db);
		return said;
	}
	sqlite3_set_authorizer(s->handle, on_prepare, s);
	*out = &s->db;
	return OK;
}
