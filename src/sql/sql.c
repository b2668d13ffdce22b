/* What both engines share: turns, savepoints, running a statement. */
#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "sql/engine.h"
#include "sql/memo.h"

enum { FIRST_ROWS = 16 };

enum outcome
sql_open(const struct sql_place *place, struct db **out)
{
	TRY(place->engine == SQL_SQLITE ? sqlite_open(place, out) : postgres_open(place, out));
	if (place->is_read_only && (*out)->engine->version != NULL)
		memo_open(&(*out)->memo);
	return OK;
}

void
sql_close(struct db **db)
{
	if (*db == NULL)
		return;
	memo_close(&(*db)->memo);
	(*db)->engine->close(*db);
	*db = NULL;
}

enum sql_engine
sql_engine(const struct db *db)
{
	return db->engine->kind;
}

int
sql_descriptor(const struct db *db)
{
	return db->engine->descriptor(db);
}

bool
sql_is_alive(struct db *db)
{
	return db->engine->is_alive(db);
}

struct str
sql_trouble(const struct db *db)
{
	return str_from(db->trouble);
}

bool
sql_is_lost(const struct db *db)
{
	return db->is_lost;
}

uint64_t
sql_query_count(const struct db *db)
{
	return db->queries;
}

static enum outcome
refuse_lost(const struct db *db)
{
	return db->is_lost ? STORE_LOST : OK;
}

enum outcome
sql_begin(struct db *db)
{
	TRY(refuse_lost(db));
	TRY(db->engine->text(db, db->engine->begin));
	db->is_writing = true;
	return OK;
}

/* SQLite ends a transaction by itself when the disk is full or fails. Whoever went on would keep each later write alone, so from
 * here to the rollback everything is refused with what happened first, and sql_trouble() keeps its words. */
static enum outcome
note_end(struct db *db, enum outcome said)
{
	if (db->is_writing && said != OK && said != NOT_FOUND && db->engine->turn(db) == TURN_NONE)
		db->ended_by = said;
	return said;
}

static enum outcome
refuse_without_turn(struct db *db)
{
	enum turn turn = db->engine->turn(db);

	TRY(refuse_lost(db));
	TRY(db->ended_by);
	if (turn == TURN_OPEN)
		return OK;
	snprintf(db->trouble, sizeof(db->trouble), "%s", turn == TURN_NONE ? "no transaction is open" : "the transaction had failed");
	return STORE_FAILED;
}

enum outcome
sql_commit(struct db *db)
{
	enum outcome said = refuse_without_turn(db);

	if (said == OK)
		said = db->engine->text(db, "commit");
	if (said != OK)
		sql_rollback(db);
	db->is_writing = false;
	return said;
}

/* Nothing to roll back is fine, a lost connection has done it: what is told is the trouble that led here. A turn that cannot be ended
 * would keep what comes next together with what was refused. */
void
sql_rollback(struct db *db)
{
	char trouble[TROUBLE_MAX];

	memcpy(trouble, db->trouble, sizeof(trouble));
	(void)db->engine->text(db, "rollback");
	memcpy(db->trouble, trouble, sizeof(trouble));
	db->is_lost = db->is_lost || db->engine->turn(db) != TURN_NONE;
	db->is_writing = false;
	db->ended_by = OK;
}

enum outcome
sql_begin_read(struct db *db)
{
	if (db->is_reading)
		return OK;
	TRY(refuse_lost(db));
	TRY(db->engine->text(db, db->engine->begin_read));
	db->is_reading = true;
	db->knows_version = false;
	return OK;
}

void
sql_end_read(struct db *db)
{
	if (!db->is_reading)
		return;
	db->is_reading = false;
	sql_rollback(db);
}

enum outcome
sql_savepoint(struct db *db)
{
	TRY(refuse_without_turn(db));
	return db->engine->text(db, "savepoint one_write");
}

enum outcome
sql_keep(struct db *db)
{
	return db->engine->text(db, "release savepoint one_write");
}

enum outcome
sql_undo(struct db *db)
{
	TRY(refuse_lost(db));
	TRY(db->ended_by);
	TRY(db->engine->text(db, "rollback to savepoint one_write"));
	return sql_keep(db);
}

/* Of another name: "rollback to" means the last savepoint that has the name, so a write could not be undone past a part. */
enum outcome
sql_part(struct db *db)
{
	TRY(refuse_without_turn(db));
	return db->engine->text(db, "savepoint one_part");
}

enum outcome
sql_part_keep(struct db *db)
{
	return db->engine->text(db, "release savepoint one_part");
}

enum outcome
sql_part_undo(struct db *db)
{
	TRY(refuse_lost(db));
	TRY(db->ended_by);
	TRY(db->engine->text(db, "rollback to savepoint one_part"));
	return sql_part_keep(db);
}

void
sql_allow(struct db *db, enum allowed allowed)
{
	if (db->engine->allow != NULL)
		db->engine->allow(db, allowed);
}

void
sql_checkpoint(struct db *db)
{
	db->engine->checkpoint(db);
}

void
sql_forget(struct db *db)
{
	db->is_to_forget = true;
}

bool
sql_is_to_forget(const struct db *db)
{
	return db->is_to_forget;
}

static enum outcome
ask_engine(struct db *db, const struct sql_statement *statement, size_t count, const struct sql_value *values, struct sql_query *out)
{
	db->queries++;
	*out = (struct sql_query){ .db = db, .statement = statement, .row = -1 };
	TRY(refuse_lost(db));
	TRY(db->ended_by);
	return note_end(db, db->engine->query(db, statement, count, values, out));
}

/* From the memo, or from the engine into the memo. */
static enum outcome
ask_memo(struct db *db, const struct sql_statement *statement, size_t count, const struct sql_value *values, struct sql_query *out)
{
	const struct memo_result *kept;
	enum outcome said;
	int64_t version;

	if (!db->knows_version) {
		TRY(db->engine->version(db, &version));
		memo_turn(db->memo, version);
		db->knows_version = true;
	}
	kept = memo_find(db->memo, statement, count, values);
	if (kept == NULL) {
		TRY(ask_engine(db, statement, count, values, out));
		said = memo_keep(db->memo, out, count, values, &kept);
		db->engine->done(out);
		if (said == TOO_LARGE)
			return ask_engine(db, statement, count, values, out);
		TRY(said);
	}
	*out = (struct sql_query){ .db = db, .statement = statement, .kept = kept, .row = -1 };
	return OK;
}

enum outcome
sql_query(struct db *db, const struct sql_statement *statement, size_t count, const struct sql_value *values, struct sql_query *out)
{
	check(count == statement->parameter_count);
	if (statement->is_memo && db->memo != NULL && db->is_reading)
		return ask_memo(db, statement, count, values, out);
	return ask_engine(db, statement, count, values, out);
}

static const struct sql_value *
kept_value(const struct sql_query *query, int column)
{
	return &query->kept->values[(size_t)query->row * query->kept->columns + (size_t)column];
}

enum outcome
sql_row(struct sql_query *query)
{
	if (query->kept != NULL)
		return (size_t)++query->row < query->kept->rows ? OK : NOT_FOUND;
	return note_end(query->db, query->db->engine->row(query));
}

int64_t
sql_get_whole(const struct sql_query *query, int column)
{
	if (query->kept != NULL)
		return kept_value(query, column)->whole;
	return query->db->engine->get_whole(query, column);
}

struct str
sql_get_text(const struct sql_query *query, struct arena *arena, int column)
{
	if (query->kept != NULL)
		return str_copy(arena, kept_value(query, column)->text);
	return query->db->engine->get_bytes(query, arena, column, false);
}

struct str
sql_get_bytes(const struct sql_query *query, struct arena *arena, int column)
{
	if (query->kept != NULL)
		return str_copy(arena, kept_value(query, column)->text);
	return query->db->engine->get_bytes(query, arena, column, true);
}

void
sql_done(struct sql_query *query)
{
	if (query->kept != NULL)
		return;
	query->db->engine->done(query);
}

enum outcome
sql_run(struct db *db, const struct sql_statement *statement, size_t count, const struct sql_value *values, int64_t *changed)
{
	struct sql_query query;
	enum outcome said;

	TRY(sql_query(db, statement, count, values, &query));
	said = sql_row(&query);
	if (changed != NULL)
		*changed = said == NOT_FOUND ? db->engine->changed(&query) : 0;
	sql_done(&query);
	return said == NOT_FOUND ? OK : said;
}

void *
sql_rows_grow(struct arena *arena, void *rows, size_t count, size_t *size, size_t row_bytes)
{
	void *larger;

	if (count < *size)
		return rows;
	*size = *size == 0 ? FIRST_ROWS : *size * 2;
	larger = arena_take_many(arena, *size, row_bytes);
	if (count > 0)
		memcpy(larger, rows, count * row_bytes);
	return larger;
}
