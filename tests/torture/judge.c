/* What must hold after any fault: the database as a number, to compare with before and after, and the rules that no state may break. */
#include <sqlite3.h>
#include <stdio.h>

#include "access/record.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "requests/requests.h"
#include "sql/catalogue.h"
#include "sql/engine.h"
#include "torture.h"

enum { TEXT_MAX = 4000, JUDGE_ARENA = 16 << 20, COLUMNS_MAX = 64, WORDS_BYTES = 300, PEOPLE_MOST = 200, TABLES_MOST = 200 };
#define IDS_FROM (INT64_C(1) << 52)    /* ids made at run time are above, moments below */

static uint64_t
hash_more(uint64_t hash, struct str bytes)
{
	for (size_t i = 0; i < bytes.length; i++)
		hash = (hash ^ (unsigned char)bytes.at[i]) * UINT64_C(0x100000001b3);
	return mix(hash ^ bytes.length);
}

/* Columns of one table, from the catalogue; *at is moved behind them. */
struct judged_table {
	const char *name;
	const struct sql_column *columns;
	size_t count;
};

static bool
next_table(const struct sql_column **at, struct judged_table *out)
{
	*out = (struct judged_table){ .name = (*at)->table, .columns = *at };
	if (out->name == NULL)
		return false;
	while ((*at)->table != NULL && strcmp((*at)->table, out->name) == 0) {
		(*at)++;
		out->count++;
	}
	return true;
}

/* The statements of the digest on one connection to SQLite, prepared before the first fork, so that no child does it again: parsing them
 * took most of a trial's time. */
static struct {
	struct db *db;
	struct arena *arena;
	struct sql_query people, tables[TABLES_MOST];
	size_t count;
} ready;

/* Who people are, whatever id a try gave them. */
static struct {
	int64_t id[PEOPLE_MOST];
	struct str email[PEOPLE_MOST];
	size_t count;
} people;

static const struct sql_statement people_statement = {
	.name = "people", .slot = SLOT_ONCE, .types = "",
	.for_sqlite = "select id, email_folded from person", .for_postgres = "select id, email_folded from person",
};

static void
done(struct sql_query *query, const struct db *db)
{
	if (db == ready.db)
		sqlite3_reset(query->state);
	else
		sql_done(query);
}

static enum outcome
find_people(struct db *db, struct arena *arena)
{
	struct sql_query query = ready.people;
	enum outcome said;

	people.count = 0;
	if (db != ready.db)
		TRY(sql_query(db, &people_statement, 0, NULL, &query));
	while ((said = sql_row(&query)) == OK) {
		check(people.count < PEOPLE_MOST);
		people.id[people.count] = sql_get_whole(&query, 0);
		people.email[people.count++] = sql_get_text(&query, arena, 1);
	}
	done(&query, db);
	return said == NOT_FOUND ? OK : said;
}

/* What each try makes anew: ids, and what is made of ids or of chance. People are known by their address. */
static struct str
lasting(const struct sql_column *column, struct str value)
{
	static const char *const by_chance[] = { "tag", "location", "sealed", "answer", "fields", "order_key", "body", "code_mac" };    /* the last four name ids, or hold what was drawn */
	int64_t whole;

	for (size_t i = 0; i < ARRAY_LENGTH(by_chance); i++)
		if (strcmp(column->column, by_chance[i]) == 0)
			return S("#");
	if (str_ends(str_from(column->column), S("hash")))
		return S("#");
	if (!str_whole(value, &whole) || whole < IDS_FROM)
		return value;
	for (size_t i = 0; i < people.count && strcmp(column->class, "pseudonym") == 0; i++)
		if (people.id[i] == whole)
			return people.email[i];
	return S("#");
}

/* Rows add up, so that their order does not matter. */
static void
add_row(const struct sql_query *query, struct arena *arena, const struct judged_table *table, struct digest *sum)
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
ask_table(struct db *db, struct arena *arena, const struct judged_table *table, struct sql_query *out)
{
	struct sql_statement *statement = ARENA_NEW(arena, struct sql_statement);
	struct buf text = buf_new(arena, TEXT_MAX);

	*statement = (struct sql_statement){ .name = table->name, .slot = SLOT_ONCE, .types = "" };
	buf_add(&text, S("select "));
	for (size_t i = 0; i < table->count; i++)
		buf_format(&text, "%s%s", i == 0 ? "" : ", ", table->columns[i].column);
	buf_format(&text, " from %s", table->name);
	statement->for_sqlite = statement->for_postgres = str_c(arena, buf_str(&text));
	return sql_query(db, statement, 0, NULL, out);
}

static enum outcome
hash_table(struct db *db, struct arena *arena, const struct judged_table *table, size_t number, struct digest *sum)
{
	struct sql_query query;
	enum outcome said;

	if (db == ready.db)
		query = ready.tables[number];
	else
		TRY(ask_table(db, arena, table, &query));
	while ((said = sql_row(&query)) == OK)
		add_row(&query, arena, table, sum);
	done(&query, db);
	return said == NOT_FOUND ? OK : said;
}

void
judge_forget(void)
{
	if (ready.db == NULL)
		return;
	sql_done(&ready.people);
	for (size_t i = 0; i < ready.count; i++)
		sql_done(&ready.tables[i]);
	ready.db = NULL;
	arena_close(&ready.arena);
}

/* What was read on the way is given back: faults of the disk want something to read. */
void
judge_ready(struct db *db)
{
	const struct sql_column *at = sql_columns;
	struct judged_table table;

	judge_forget();
	arena_open(JUDGE_ARENA, &ready.arena);
	check(sql_query(db, &people_statement, 0, NULL, &ready.people) == OK);
	for (ready.count = 0; next_table(&at, &table); ready.count++) {
		check(ready.count < TABLES_MOST);
		check(ask_table(db, ready.arena, &table, &ready.tables[ready.count]) == OK);
	}
	ready.db = db;
	check(judge_invariants(db) == NULL);
	sqlite3_db_release_memory(sqlite3_db_handle(ready.people.state));
}

enum outcome
judge_digest(struct db *db, struct digest *out)
{
	const struct sql_column *at = sql_columns;
	struct arena *arena, *names;
	struct judged_table table;
	size_t number = 0;
	enum outcome said;

	*out = (struct digest){ 0 };
	arena_open(JUDGE_ARENA, &arena);
	arena_open(JUDGE_ARENA, &names);
	said = find_people(db, names);
	while (said == OK && next_table(&at, &table)) {
		said = hash_table(db, arena, &table, number++, out);
		arena_reset(arena);
	}
	arena_close(&arena);
	arena_close(&names);
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

/* The statements of `mentord fsck`: whatever it learns to see is looked for after each fault. */
const char *
judge_invariants(struct db *db)
{
	static char words[WORDS_BYTES];
	struct visit v = { .db = db };
	struct findings found;
	enum outcome said;

	arena_open(JUDGE_ARENA, &v.arena);
	found = findings_new(v.arena);
	said = desk_check(&v, &found);
	words[0] = '\0';
	if (said != OK)
		snprintf(words, sizeof(words), "the rules cannot be checked: %.*s", STR_FORMAT(sql_trouble(db)));
	else if (found.count > 0)
		snprintf(words, sizeof(words), "%.*s", STR_FORMAT(found.lines.at[0]));
	arena_close(&v.arena);
	return words[0] == '\0' ? NULL : words;
}
