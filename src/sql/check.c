/* What the engine itself can tell of a whole database, then whether the schema is what the migrations make of it. */
#include "base/arena.h"
#include "sql/engine.h"

/* Not as table-valued functions: those declare a table first, which the connection may not (sqlite.c). */
static const struct sql_statement integrity_sql = {
	.name = "integrity", .slot = SLOT_ONCE, .types = "",
	.for_sqlite = "pragma integrity_check(100)",
	/* PostgreSQL keeps references by itself; an index that was never finished is what it may leave behind. */
	.for_postgres = "select 'index ' || c.relname || ' is not valid' from pg_index i join pg_class c on c.oid = i.indexrelid where not i.indisvalid",
};

static const struct sql_statement references_sql = {
	.name = "references", .slot = SLOT_ONCE, .types = "",
	.for_sqlite = "pragma foreign_key_check",
	.for_postgres = "select 'the rule ' || conname || ' is not kept' from pg_constraint where not convalidated",
};

static struct str
line_of(const struct sql_query *query, struct arena *arena)
{
	struct str first = sql_get_text(query, arena, 0);

	if (query->statement != &references_sql || sql_engine(query->db) == SQL_POSTGRES)
		return first;
	return str_join(arena, 5, (struct str[]){ S("a row of "), first, S(" refers to a row of "), sql_get_text(query, arena, 2), S(" that is not there") });
}

static enum outcome
take_lines(struct db *db, struct arena *arena, const struct sql_statement *statement, struct str_list *out)
{
	struct sql_query query;
	enum outcome said;

	said = sql_query(db, statement, 0, NULL, &query);
	if (said == OK) {
		while (out->count < FOUND_MOST && (said = sql_row(&query)) == OK) {
			out->at[out->count] = line_of(&query, arena);
			out->count += !str_equal(out->at[out->count], S("ok"));
		}
		sql_done(&query);
	}
	if (said == STORE_FAILED && out->count < FOUND_MOST) {    /* so damaged that not even the check can run: that is a finding too */
		out->at[out->count++] = str_copy(arena, sql_trouble(db));
		return OK;
	}
	return said == NOT_FOUND ? OK : said;
}

enum outcome
sql_check_engine(struct db *db, struct arena *arena, struct str_list *out)
{
	enum outcome said;

	*out = (struct str_list){ .at = arena_take_many(arena, FOUND_MOST, sizeof(struct str)) };
	sql_allow(db, ALLOWS_CHECKS);
	said = take_lines(db, arena, &integrity_sql, out);
	if (said == OK)
		said = take_lines(db, arena, &references_sql, out);
	sql_allow(db, ALLOWS_ROWS);
	if (said != OK || out->count > 0 || sql_is_current(db, arena) != OK)
		return said;
	return sql_check_shape(db, arena, out);
}
