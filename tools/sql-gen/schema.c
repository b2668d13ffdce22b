/* Reads the schema folder: types of columns, words of enums, privacy classes. What SQLite knows better, it is asked. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "gen.h"

static const char *const classes[] = {
	"none", "pseudonym", "content", "public", "members", "personal", "confidential", "safety", "secret",
};

static bool
is_enum_word(struct str word)
{
	for (size_t i = 0; i < word.length; i++)
		if (word_at(str_skip(word, i)).length == 0 && word.at[i] != '-')
			return false;
	return !str_equal(word, S("none")) && !str_equal(word, S("count"));    /* our own two constants */
}

/* Of one list. */
static void
add_words(const char *file, int number, struct str list, struct column *column)
{
	struct str word;

	while (str_next(&list, ',', &word)) {
		word = str_trim(word);
		word = word.length < 2 ? word : (struct str){ word.at + 1, word.length - 2 };
		if (word.length == 0)
			continue;
		if (!is_enum_word(word))
			refuse(file, number, "\"%.*s\" cannot be a word of \"%.*s\": it would not be a constant of its own", STR_FORMAT(word),
			    STR_FORMAT(column->name));
		if (column->word_count == WORDS)
			refuse(file, number, "column \"%.*s\" has more than %d words", STR_FORMAT(column->name), WORDS);
		column->words[column->word_count++] = word;
	}
}

/* A check may be of several lists with "or" between. */
static void
read_words(const char *file, int number, struct str code, struct column *column)
{
	struct str rest = after(code, S(" in ("));

	while (rest.at != NULL) {
		add_words(file, number, str_head(rest, str_find(rest, ')')), column);
		rest = after(rest, S(" in ("));
	}
}

static struct str
glue(struct arena *arena, struct str a, struct str b)
{
	return str_join(arena, 3, (struct str[]){ a, S("_"), b });
}

static bool
is_statement(struct str name)
{
	return str_starts(name, S("is_")) || str_starts(name, S("has_")) || str_starts(name, S("shows_")) || str_starts(name, S("may_"));
}

static struct type
type_of(struct arena *arena, const struct table *table, const struct column *column, struct str kind, struct str line)
{
	struct type type = { .kind = KIND_WHOLE, .is_nullable = !str_has(line, S("not null")) };
	struct str target = after(line, S(" references "));

	if (str_equal(kind, S("blob")))
		type.kind = KIND_BYTES;
	else if (str_equal(kind, S("text")))
		type.kind = column->word_count > 0 ? KIND_ENUM : KIND_TEXT;
	else if (target.at != NULL || str_equal(column->name, S("id")))
		type.kind = KIND_ID;
	else if (str_ends(column->name, S("_at")))
		type.kind = KIND_MOMENT;
	else if (is_statement(column->name))
		type.kind = KIND_BOOL;
	if (type.kind == KIND_ID)
		type.name = target.at == NULL ? table->name : word_at(target);
	if (type.kind == KIND_ENUM)
		type.name = glue(arena, table->name, column->name);
	return type;
}

static struct str
class_of(const char *file, int number, const struct table *table, struct str name, struct str line)
{
	struct str class = after(line, S("-- class: "));

	class = class.at == NULL ? S("") : word_at(class);
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
		if (str_equal(class, str_from(classes[i])))
			return class;
	refuse(file, number, "column \"%.*s.%.*s\" has no privacy class", STR_FORMAT(table->name), STR_FORMAT(name));
}

/* One that was dropped and is added anew has its newer type, in its old place. */
static struct column *
place_of(struct table *table, struct str name)
{
	for (size_t i = 0; i < table->count; i++)
		if (str_equal(table->columns[i].name, name)) {
			table->columns[i] = (struct column){ .name = name };
			return &table->columns[i];
		}
	return &table->columns[table->count];
}

static void
read_column(struct arena *arena, const char *file, int number, struct table *table, struct str line)
{
	struct str name = word_at(line), rest = str_trim(str_skip(line, name.length)), kind = word_at(rest), code = without_comment(line);
	struct column *column = place_of(table, name);

	if (is_table_rule(line))
		return;
	if (!str_equal(kind, S("integer")) && !str_equal(kind, S("text")) && !str_equal(kind, S("blob")))
		refuse(file, number, "column \"%.*s\" is not integer, text or blob", STR_FORMAT(name));
	if (table->count == COLUMNS)
		refuse(file, number, "table \"%.*s\" has too many columns", STR_FORMAT(table->name));
	column->name = name;
	column->class = class_of(file, number, table, name, line);
	if (str_equal(kind, S("text")))
		read_words(file, number, code, column);
	column->type = type_of(arena, table, column, kind, code);
	table->has_id = table->has_id || str_equal(name, S("id"));
	table->count += column == &table->columns[table->count];
}

static struct table *
table_named(struct schema *schema, struct str name)
{
	for (size_t i = 0; i < schema->count; i++)
		if (str_equal(schema->tables[i].name, name))
			return &schema->tables[i];
	return NULL;
}

static struct table *
start_table(const char *file, int number, struct schema *schema, struct str line)
{
	struct str name = word_at(str_skip(line, 13));
	struct table *table = table_named(schema, name);

	if (table == NULL)
		table = &schema->tables[schema->count++];
	if (schema->count == MANY)
		refuse(file, number, "too many tables");
	*table = (struct table){ .name = name };    /* a later migration may make it anew */
	if (!str_ends(without_comment(line), S("(")))
		refuse(file, number, "table \"%.*s\": write each column on a line of its own", STR_FORMAT(table->name));
	return table;
}

/* "alter table NAME add column …": the only later change whose type is read; SQLite knows what was dropped. */
static void
read_alter(struct arena *arena, const char *file, int number, struct schema *schema, struct str line)
{
	struct table *table = table_named(schema, word_at(str_skip(line, 12)));
	struct str column = after(line, S(" add column "));

	if (column.at != NULL && table != NULL)
		read_column(arena, file, number, table, column);
}

static void
read_tables(struct arena *arena, const char *file, struct str text, struct schema *schema)
{
	struct table *table = NULL;
	struct str line;
	int number = 0;

	while (str_next(&text, '\n', &line)) {
		number++;
		line = str_trim(line);
		if (str_starts(line, S("create table "))) {
			table = start_table(file, number, schema, line);
		} else if (str_starts(line, S("alter table "))) {
			read_alter(arena, file, number, schema, line);
		} else if (table != NULL && str_starts(line, S(")"))) {
			if (!str_starts(line, S(") strict;")))
				refuse(file, number, "table \"%.*s\" is not strict", STR_FORMAT(table->name));
			table = NULL;
		} else if (table != NULL && line.length > 0 && !str_starts(line, S("--"))) {
			read_column(arena, file, number, table, line);
		}
	}
}

static int
line_of(const char *text, const char *at)
{
	int line = 1;

	for (; text < at; text++)
		line += *text == '\n';
	return line;
}

/* Runs the migration one statement at a time, so that trouble has a line. */
static void
apply(struct arena *arena, const char *file, struct schema *schema, struct str migration)
{
	const char *text = str_c(arena, migration), *at = text;

	while (*at != '\0') {
		sqlite3_stmt *prepared = NULL;
		const char *rest = at;
		int offset, code = sqlite3_prepare_v2(schema->db, at, -1, &prepared, &rest);

		offset = sqlite3_error_offset(schema->db);
		while (code == SQLITE_OK && prepared != NULL && (code = sqlite3_step(prepared)) == SQLITE_ROW)
			code = SQLITE_OK;
		if (code != SQLITE_OK && code != SQLITE_DONE)
			refuse(file, line_of(text, offset > 0 ? at + offset : rest), "SQLite says: %s", sqlite3_errmsg(schema->db));
		sqlite3_finalize(prepared);
		at = rest;
	}
}

/* A column that SQLite has and we did not read would have no privacy class. */
static void
refuse_unread(const char *folder, struct schema *schema)
{
	static const char sql[] = "select l.name, c.name, l.strict from pragma_table_list l join pragma_table_info(l.name) c "
	    "where l.schema = 'main' and l.type = 'table' and l.name not like 'sqlite~_%' escape '~'";
	sqlite3_stmt *rows;

	if (sqlite3_prepare_v2(schema->db, sql, -1, &rows, NULL) != SQLITE_OK)
		refuse(folder, 0, "SQLite says: %s", sqlite3_errmsg(schema->db));
	while (sqlite3_step(rows) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(rows, 0), *column = (const char *)sqlite3_column_text(rows, 1);

		if (sqlite3_column_int(rows, 2) == 0)
			refuse(folder, 0, "table \"%s\" is not strict", table);
		if (schema_column(schema, str_from(table), str_from(column)) == NULL)
			refuse(folder, 0, "column \"%s.%s\" has no privacy class: write it on a line of its own", table, column);
	}
	sqlite3_finalize(rows);
}

/* What a later migration dropped is no type any more. */
static void
forget_dropped(struct arena *arena, struct schema *schema)
{
	for (size_t i = 0; i < schema->count; i++) {
		struct table *table = &schema->tables[i];
		size_t kept = 0;

		for (size_t k = 0; k < table->count; k++)
			if (sqlite3_table_column_metadata(schema->db, NULL, str_c(arena, table->name), str_c(arena, table->columns[k].name),
				NULL, NULL, NULL, NULL, NULL) == SQLITE_OK)
				table->columns[kept++] = table->columns[k];
		table->count = kept;
		table->has_id = table->has_id && kept > 0;
	}
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t
list_folder(struct arena *arena, const char *folder, const char **names)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	size_t count = 0;

	if (dir == NULL)
		refuse(folder, 0, "cannot be read");
	while ((entry = readdir(dir)) != NULL && count < MIGRATIONS)
		if (str_ends(str_from(entry->d_name), S(".sql")))
			names[count++] = str_c(arena, str_from(entry->d_name));
	closedir(dir);
	qsort(names, count, sizeof(names[0]), by_name);
	return count;
}

static void
read_migration(struct arena *arena, const char *folder, const char *name, struct schema *schema)
{
	const char *path = str_c(arena, str_join(arena, 3, (struct str[]){ str_from(folder), S("/"), str_from(name) }));
	struct migration *migration = &schema->migrations[schema->migration_count++];
	int64_t number = 0;

	if (!str_whole(str_head(str_from(name), 4), &number) || number != (int64_t)schema->migration_count || name[4] != '_')
		refuse(path, 0, "migration %zu must be named %04zu_words.sql", schema->migration_count, schema->migration_count);
	migration->name = str_head(str_from(name), strlen(name) - 4);
	migration->text = read_file(arena, path);
	migration_split(arena, migration);
	read_tables(arena, path, migration->sqlite, schema);
	apply(arena, path, schema, migration->sqlite);
}

void
schema_read(struct arena *arena, const char *folder, struct schema *schema)
{
	const char *names[MIGRATIONS];
	size_t count = list_folder(arena, folder, names);

	schema->tables = ARENA_MANY(arena, MANY, struct table);
	if (sqlite3_open(":memory:", &schema->db) != SQLITE_OK)
		refuse(folder, 0, "SQLite does not start");
	for (size_t i = 0; i < count; i++)
		read_migration(arena, folder, names[i], schema);
	refuse_unread(folder, schema);
	forget_dropped(arena, schema);
}

const struct column *
schema_column(const struct schema *schema, struct str table, struct str column)
{
	for (size_t i = 0; i < schema->count; i++)
		for (size_t k = 0; str_equal(schema->tables[i].name, table) && k < schema->tables[i].count; k++)
			if (str_equal(schema->tables[i].columns[k].name, column))
				return &schema->tables[i].columns[k];
	return NULL;
}

bool
schema_type(const struct schema *schema, struct str written, struct type *out)
{
	static const struct {
		struct str name;
		enum kind kind;
	} plain[] = {
		{ S_STATIC("whole"), KIND_WHOLE }, { S_STATIC("text"), KIND_TEXT }, { S_STATIC("bytes"), KIND_BYTES },
		{ S_STATIC("moment"), KIND_MOMENT }, { S_STATIC("bool"), KIND_BOOL },
	};
	size_t dot = str_find(written, '.');
	const struct column *column;

	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (str_equal(plain[i].name, written)) {
			*out = (struct type){ .kind = plain[i].kind };
			return true;
		}
	column = schema_column(schema, str_head(written, dot), str_skip(written, dot + 1));
	if (column == NULL)
		return false;
	*out = column->type;
	return true;
}
