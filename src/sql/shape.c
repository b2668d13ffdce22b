/* Is the schema what the migrations make of an empty database? SQLite keeps the words of each table, index and trigger, so they are compared
 * with those of a database in memory; of PostgreSQL, names and numbers are compared with the words of the migrations. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "sql/engine.h"
#include "sql/migrations.h"

enum { OBJECTS_MOST = 2000, LINE_BYTES = 300 };

/* Things of the schema in the order of their kinds and names. */
struct object {
	struct str kind, name, words;
};

struct objects {
	struct object at[OBJECTS_MOST];
	size_t count;
};

static const struct sql_statement objects_sql = {
	.name = "objects", .slot = SLOT_ONCE, .types = "",
	.for_sqlite = "select type, name, coalesce(sql, '') from sqlite_schema where name not like 'sqlite~_%' escape '~' limit 2001",
	/* A trigger that somebody switched off is none. Behind the names, how many rules of each kind there are: they have names that
	 * PostgreSQL made up. */
	.for_postgres = "select 'trigger', t.tgname::text, '' from pg_trigger t join pg_class c on c.oid = t.tgrelid "
	    "where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgenabled in ('O', 'A') "
	    "union all select case when i.indisunique then 'unique index' else 'index' end, c.relname::text, '' "
	    "from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace "
	    "and not exists (select 1 from pg_constraint k where k.conindid = c.oid and k.contype in ('u', 'p')) "
	    "union all select 'table', relname::text, '' from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' "
	    "union all select 'rule', case contype when 'u' then 'unique' when 'c' then 'check' when 'f' then 'references' else 'primary key' end, "
	    "count(*)::text from pg_constraint where connamespace = 'public'::regnamespace and contype in ('u', 'c', 'f', 'p') group by contype "
	    "limit 2001",
};

static void
tell(struct arena *arena, struct str_list *out, const struct object *object, const char *what)
{
	char line[LINE_BYTES];

	snprintf(line, sizeof(line), "the %.*s \"%.60s\" %s", STR_FORMAT(object->kind), str_c(arena, str_head(object->name, 60)), what);
	if (out->count < FOUND_MOST)
		out->at[out->count++] = str_copy(arena, str_from(line));
}

static void
add(struct objects *objects, const struct object *object)
{
	if (objects->count < OBJECTS_MOST)
		objects->at[objects->count++] = *object;
}

static int
in_order(const void *a, const void *b)
{
	const struct object *one = a, *other = b;
	int order = str_compare(one->kind, other->kind);

	return order != 0 ? order : str_compare(one->name, other->name);
}

static enum outcome
find_objects(struct db *db, struct arena *arena, struct objects *out)
{
	struct sql_query query;
	enum outcome said;

	out->count = 0;
	TRY(sql_query(db, &objects_sql, 0, NULL, &query));
	while ((said = sql_row(&query)) == OK)
		add(out, &(struct object){ sql_get_text(&query, arena, 0), sql_get_text(&query, arena, 1), sql_get_text(&query, arena, 2) });
	sql_done(&query);
	return said == NOT_FOUND ? OK : said;
}

/* --- what should be there --- */

static enum outcome
expect_of_sqlite(struct arena *arena, struct objects *out)
{
	struct sql_place place = { .engine = SQL_SQLITE, .where = ":memory:" };
	struct db *fresh;
	enum outcome said;

	TRY(sql_open(&place, &fresh));
	said = sql_migrate(fresh, (struct moment){ 1 });
	if (said == OK)
		said = find_objects(fresh, arena, out);
	sql_close(&fresh);
	return said;
}

static struct str
code_of(struct str line)
{
	for (size_t i = 0; i + 1 < line.length; i++)
		if (line.at[i] == '-' && line.at[i + 1] == '-')
			return str_trim(str_head(line, i));
	return str_trim(line);
}

static int64_t
count_in(struct str code, struct str word)
{
	int64_t count = 0;

	for (size_t i = 0; i + word.length <= code.length; i++)
		count += str_equal((struct str){ code.at + i, word.length }, word);
	return count;
}

enum rule { RULE_CHECK, RULE_PRIMARY, RULE_REFERENCES, RULE_UNIQUE, RULES };

/* kind: "index" is a unique one as well. */
static void
take_away(struct objects *objects, struct str kind, struct str name)
{
	for (size_t i = 0; i < objects->count; i++)
		if (str_ends(objects->at[i].kind, kind) && str_equal(objects->at[i].name, name)) {
			objects->at[i] = objects->at[--objects->count];
			return;
		}
}

/* What a migration drops takes its rules with it; a table, which may have been renamed, the one by its first name. */
static const struct {
	struct str line, table;
	int64_t rules[RULES];
} dropped[] = {
	{ S_STATIC("alter table letter drop column act;"), S_STATIC(""), { [RULE_CHECK] = 1 } },
	{ S_STATIC("alter table person drop column theme_before;"), S_STATIC(""), { [RULE_CHECK] = 1 } },
	{ S_STATIC("drop table import_before;"), S_STATIC("import"), { [RULE_CHECK] = 2, [RULE_PRIMARY] = 1, [RULE_REFERENCES] = 2 } },
};

static void
take_dropped(struct objects *objects, struct str code, int64_t rules[RULES])
{
	for (size_t i = 0; i < ARRAY_LENGTH(dropped); i++) {
		if (!str_equal(code, dropped[i].line))
			continue;
		for (size_t k = 0; k < RULES; k++)
			rules[k] -= dropped[i].rules[k];
		take_away(objects, S("table"), dropped[i].table);
	}
}

/* A line of a migration: "create KIND NAME …", "drop index NAME;", "drop trigger NAME on …", or columns with rules. A migration that drops something else must be told
 * here; the test that a new database is sound says so. */
static void
expect_line(struct str code, struct objects *out, int64_t rules[RULES])
{
	static const struct str words[RULES] = { S_STATIC("check ("), S_STATIC("primary key"), S_STATIC("references "), S_STATIC("unique") };
	static const struct str kinds[] = { S_STATIC("trigger"), S_STATIC("unique index"), S_STATIC("index"), S_STATIC("table") };
	struct str rest = str_skip(code, 7);

	for (size_t i = 0; i < RULES; i++)
		rules[i] += count_in(code, words[i]);
	take_dropped(out, code, rules);
	if (str_starts(code, S("drop index ")))
		take_away(out, S("index"), str_head(str_skip(code, 11), str_find(str_skip(code, 11), ';')));
	if (str_starts(code, S("drop trigger ")))
		take_away(out, S("trigger"), str_head(str_skip(code, 13), str_find(str_skip(code, 13), ' ')));
	if (!str_starts(code, S("create ")))
		return;
	rules[RULE_UNIQUE] -= str_starts(rest, S("unique index "));
	for (size_t i = 0; i < ARRAY_LENGTH(kinds); i++)
		if (str_starts(rest, kinds[i]) && str_starts(str_skip(rest, kinds[i].length), S(" "))) {
			struct str name = str_skip(rest, kinds[i].length + 1);

			add(out, &(struct object){ kinds[i], str_head(name, str_find(name, ' ')), S("") });
			return;
		}
}

static void
expect_of_postgres(struct arena *arena, struct objects *out)
{
	static const char *const names[RULES] = { "check", "primary key", "references", "unique" };
	int64_t rules[RULES] = { [RULE_PRIMARY] = 1 };    /* of migration, the table of the migrations themselves */
	char number[LINE_BYTES];

	*out = (struct objects){ .at = { { S("table"), S("migration"), S("") } }, .count = 1 };
	for (size_t i = 0; i < migration_count; i++) {
		struct str text = str_from(migrations[i].for_postgres), line;

		while (str_next(&text, '\n', &line))
			expect_line(code_of(line), out, rules);
	}
	for (size_t i = 0; i < RULES; i++) {
		snprintf(number, sizeof(number), "%lld", (long long)rules[i]);
		add(out, &(struct object){ S("rule"), str_from(names[i]), str_copy(arena, str_from(number)) });
	}
}

/* --- the comparison --- */

static void
compare(struct arena *arena, const struct objects *wanted, const struct objects *found, struct str_list *out)
{
	size_t w = 0, f = 0;

	while (w < wanted->count || f < found->count) {
		int order = w == wanted->count ? 1 : f == found->count ? -1 : in_order(&wanted->at[w], &found->at[f]);

		if (order < 0)
			tell(arena, out, &wanted->at[w], "of the schema is not there");
		else if (order > 0)
			tell(arena, out, &found->at[f], "is none that a migration makes");
		else if (!str_equal(wanted->at[w].words, found->at[f].words))
			tell(arena, out, &wanted->at[w], "of the schema is not as the migrations make it");
		w += order <= 0;
		f += order >= 0;
	}
}

enum outcome
sql_check_shape(struct db *db, struct arena *arena, struct str_list *out)
{
	struct objects *wanted = ARENA_NEW(arena, struct objects), *found = ARENA_NEW(arena, struct objects);

	if (sql_engine(db) == SQL_SQLITE)
		TRY(expect_of_sqlite(arena, wanted));
	else
		expect_of_postgres(arena, wanted);
	TRY(find_objects(db, arena, found));
	qsort(wanted->at, wanted->count, sizeof(wanted->at[0]), in_order);
	qsort(found->at, found->count, sizeof(found->at[0]), in_order);
	compare(arena, wanted, found, out);
	return OK;
}
