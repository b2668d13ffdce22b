/* What must hold after any fault: the database as a number, to compare with before and after, and the rules that no state may break. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "sql/catalogue.h"
#include "sql/engine.h"
#include "torture.h"

enum { TEXT_MAX = 4000, JUDGE_ARENA = 16 << 20, COLUMNS_MAX = 64 };
#define IDS_FROM (INT64_C(1) << 52)    /* ids made at run time are above, moments below */

static uint64_t
hash_more(uint64_t hash, struct str bytes)
{
	for (size_t i = 0; i < bytes.length; i++)
		hash = (hash ^ (unsigned char)bytes.at[i]) * UINT64_C(0x100000001b3);
	return mix(hash ^ bytes.length);
}

/* Columns of one table, from the catalogue; *at is moved behind them. */
struct table {
	const char *name;
	const struct sql_column *columns;
	size_t count;
};

static bool
next_table(const struct sql_column **at, struct table *out)
{
	*out = (struct table){ .name = (*at)->table, .columns = *at };
	if (out->name == NULL)
		return false;
	while ((*at)->table != NULL && strcmp((*at)->table, out->name) == 0) {
		(*at)++;
		out->count++;
	}
	return true;
}

/* What each try makes anew: ids (but not of people, who were there before), and what is made of ids or of chance. */
static struct str
lasting(const struct sql_column *column, struct str value)
{
	int64_t whole;

	if (strcmp(column->column, "location") == 0 || str_ends(str_from(column->column), S("hash")))
		return S("#");
	if (strcmp(column->class, "pseudonym") != 0 && str_whole(value, &whole) && whole >= IDS_FROM)
		return S("#");
	return value;
}

/* Rows add up, so that their order does not matter. */
static void
add_row(const struct sql_query *query, struct arena *arena, const struct table *table, struct digest *sum)
{
	struct digest row = { hash_more(1, str_from(table->name)), hash_more(2, str_from(table->name)) };

	for (size_t i = 0; i < table->count; i++) {
		struct str value = sql_get_text(query, arena, (int)i);

		row.exact = hash_more(row.exact, value);
		row.lasting = hash_more(row.lasting, lasting(&table->columns[i], value));
	}
	sum->exact += mix(row.exact);
	sum->lasting += mix(row.lasting);
}

static enum outcome
hash_table(struct db *db, struct arena *arena, const struct table *table, struct digest *sum)
{
	struct sql_statement statement = { .name = table->name, .slot = SLOT_ONCE, .types = "" };
	struct buf text = buf_new(arena, TEXT_MAX);
	struct sql_query query;
	enum outcome said;

	buf_add(&text, S("select "));
	for (size_t i = 0; i < table->count; i++)
		buf_format(&text, "%s%s", i == 0 ? "" : ", ", table->columns[i].column);
	buf_format(&text, " from %s", table->name);
	statement.for_sqlite = statement.for_postgres = str_c(arena, buf_str(&text));
	TRY(sql_query(db, &statement, 0, NULL, &query));
	while ((said = sql_row(&query)) == OK)
		add_row(&query, arena, table, sum);
	sql_done(&query);
	return said == NOT_FOUND ? OK : said;
}

enum outcome
judge_digest(struct db *db, struct digest *out)
{
	const struct sql_column *at = sql_columns;
	struct arena *arena;
	struct table table;
	enum outcome said = OK;

	*out = (struct digest){ 0 };
	arena_open(JUDGE_ARENA, &arena);
	while (said == OK && next_table(&at, &table)) {
		said = hash_table(db, arena, &table, out);
		arena_reset(arena);
	}
	arena_close(&arena);
	return said;
}

/* --- rules --- */

/* The first column of the first row is the text wanted. */
static bool
says(struct db *db, const char *text, const char *wanted)
{
	struct sql_statement statement = { .name = "judge", .for_sqlite = text, .for_postgres = text, .slot = SLOT_ONCE, .types = "" };
	struct sql_query query;
	struct arena *arena;
	bool is_so;

	arena_open(JUDGE_ARENA, &arena);
	is_so = sql_query(db, &statement, 0, NULL, &query) == OK;
	if (is_so) {
		enum outcome said = sql_row(&query);

		is_so = wanted == NULL ? said == NOT_FOUND : said == OK && str_equal(sql_get_text(&query, arena, 0), str_from(wanted));
		sql_done(&query);
	}
	arena_close(&arena);
	return is_so;
}

const char *
judge_integrity(struct db *db)
{
	const char *broken = NULL;

	sql_allow(db, ALLOWS_CHECKS);
	if (!says(db, "pragma integrity_check", "ok"))
		broken = "integrity_check complains";
	else if (!says(db, "pragma foreign_key_check", NULL))
		broken = "foreign_key_check complains";
	sql_allow(db, ALLOWS_ROWS);
	return broken;
}

const char *
judge_invariants(struct db *db)
{
	static const struct {
		const char *query, *words;
	} rules[] = {
		{ "select count(*) from (select request from claim where ended_at is null group by request having count(*) > 1) x",
		  "a request has two live claims" },
		{ "select count(*) from request r where (r.state in ('claimed', 'scheduled')) <> exists (select 1 from claim c "
		  "where c.request = r.id and c.ended_at is null and c.mentor = r.claimer)", "a claimed request and its claim differ" },
		{ "select count(*) from mentor m where m.running <> (select count(*) from claim c join request r on r.id = c.request "
		  "where c.ended_at is null and c.mentor = m.person and r.programme = m.programme)", "places taken differ from claims held" },
		{ "select count(*) from mentor where running > capacity", "a mentor holds more than agreed" },
	};

	for (size_t i = 0; i < ARRAY_LENGTH(rules); i++)
		if (!says(db, rules[i].query, "0"))
			return rules[i].words;
	return NULL;
}
