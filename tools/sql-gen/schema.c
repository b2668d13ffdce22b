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
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static struct str
word_at(struct str s)
{
	size_t length = 0;

	while (length < s.length && is_word(s.at[length]))
		length++;
	return str_head(s, length);
}

static struct str
after(struct str s, struct str mark)
{
	for (size_t i = 0; i + mark.length <= s.length; i++)
		if (str_equal(str_head(str_skip(s, i), mark.length), mark))
			return str_skip(s, i + mark.length);
	return (struct str){ NULL, 0 };
}

static void
read_words(struct str line, struct column *column)
{
	struct str rest = after(line, S(" in (")), word;

	if (rest.at == NULL)
		return;
	rest = str_head(rest, str_find(rest, ')'));
	while (str_next(&rest, ',', &word)) {
		word = str_trim(word);
		word = word.length < 2 ? word : (struct str){ word.at + 1, word.length - 2 };
		if (word.length > 0 && column->word_count < WORDS)
			column->words[column->word_count++] = word;
	}
}

static struct str
glue(struct arena *arena, struct str a, struct str b)
{
	return str_join(arena, 3, (struct str[]){ a, S("_"), b });
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
	else if (str_starts(column->name, S("is_")) || str_starts(column->name, S("has_")) || str_starts(column->name, S("shows_")))
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

static void
read_column(struct arena *arena, const char *file, int number, struct table *table, struct str line)
{
	struct column *column = &table->columns[table->count];
	struct str name = word_at(line), rest = str_trim(str_skip(line, name.length)), kind = word_at(rest);

	if (str_equal(name, S("unique")) || str_equal(name, S("primary")) || str_equal(name, S("check")) || str_equal(name, S("foreign")))
		return;
	if (!str_equal(kind, S("integer")) && !str_equal(kind, S("text")) && !str_equal(kind, S("blob")))
		refuse(file, number, "column \"%.*s\" is not integer, text or blob", STR_FORMAT(name));
	if (table->count == COLUMNS)
		refuse(file, number, "table \"%.*s\" has too many columns", STR_FORMAT(table->name));
	column->name = name;
	column->class = class_of(file, number, table, name, line);
	if (str_equal(kind, S("text")))
		read_words(line, column);
	column->type = type_of(arena, table, column, kind, str_head(line, (size_t)(after(line, S("--")).at - line.at)));
	table->has_id = table->has_id || str_equal(name, S("id"));
	table->count++;
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
			if (schema->count == MANY)
				refuse(file, number, "too many tables");
			table = &schema->tables[schema->count++];
			table->name = word_at(str_skip(line, 13));
		} else if (table != NULL && str_starts(line, S(")"))) {
			if (!str_starts(line, S(") strict;")))
				refuse(file, number, "table \"%.*s\" is not strict", STR_FORMAT(table->name));
			table = NULL;
		} else if (table != NULL && line.length > 0 && !str_starts(line, S("--"))) {
			read_column(arena, file, number, table, line);
		}
	}
}

/* The text without paragraphs for the other engine: what stands between "-- for X:" and the next blank line. */
static void
apply(struct arena *arena, const char *file, struct schema *schema, struct str text)
{
	char *words = NULL;

	if (sqlite3_exec(schema->db, str_c(arena, text), NULL, NULL, &words) != SQLITE_OK)
		refuse(file, 1, "SQLite says: %s", words);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static size_t
list_folder(struct arena *arena, const char *folder, char **names)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	size_t count = 0;

	if (dir == NULL)
		refuse(folder, 0, "cannot be read");
	while ((entry = readdir(dir)) != NULL && count < MIGRATIONS)
		if (str_ends(str_from(entry->d_name), S(".sql")))
			names[count++] = (char *)str_c(arena, str_from(entry->d_name));
	closedir(dir);
	qsort(names, count, sizeof(names[0]), by_name);
	return count;
}

void
schema_read(struct arena *arena, const char *folder, struct schema *schema)
{
	char *names[MIGRATIONS];
	size_t count = list_folder(arena, folder, names);

	schema->tables = ARENA_MANY(arena, MANY, struct table);
	if (sqlite3_open(":memory:", &schema->db) != SQLITE_OK)
		refuse(folder, 0, "SQLite does not start");
	for (size_t i = 0; i < count; i++) {
		struct str path = str_join(arena, 3, (struct str[]){ str_from(folder), S("/"), str_from(names[i]) });
		struct migration *migration = &schema->migrations[schema->migration_count++];

		migration->name = str_head(str_from(names[i]), strlen(names[i]) - 4);
		migration->text = read_file(arena, str_c(arena, path));
		read_tables(arena, str_c(arena, path), migration->text, schema);
		apply(arena, str_c(arena, path), schema, migration->text);
	}
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
