/* Reads a room's store.sql: paragraphs of "-- kind name(param type, …) by role, role" and one statement. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "gen.h"

enum { SQL_MAX = 32 << 10, HEAD_MAX = 8 << 10 };

struct reader {
	struct arena *arena;
	const struct schema *schema;
	const char *file;
	struct room *room;
};

static bool
is_word(char c)
{
	return word_at((struct str){ &c, 1 }).length == 1;
}

static bool
act_of(struct str word, enum act *out)
{
	static const struct str names[] = { S_STATIC("add"), S_STATIC("change"), S_STATIC("one"), S_STATIC("list"), S_STATIC("take") };

	for (unsigned i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_equal(names[i], word)) {
			*out = (enum act)i;
			return true;
		}
	return false;
}

static void
read_parameters(struct reader *r, struct statement *s, struct str list)
{
	struct str part;

	while (str_next(&list, ',', &part)) {
		struct field *field = &s->parameters[s->parameter_count];
		struct str type;

		part = str_trim(part);
		if (part.length == 0)
			continue;
		field->name = str_head(part, str_find(part, ' '));
		type = str_trim(str_skip(part, field->name.length));
		for (size_t i = 0; i < s->parameter_count; i++)
			if (str_equal(s->parameters[i].name, field->name))
				refuse(r->file, s->line, "parameter \"%.*s\" stands twice", STR_FORMAT(field->name));
		if (!schema_type(r->schema, type, &field->type))
			refuse(r->file, s->line, "parameter \"%.*s\" has the unknown type \"%.*s\"", STR_FORMAT(field->name), STR_FORMAT(type));
		if (++s->parameter_count == COLUMNS)
			refuse(r->file, s->line, "too many parameters");
	}
}

/* "by web, writer": who may run it. */
static void
read_roles(struct reader *r, struct statement *s, struct str list)
{
	static const struct str roles[] = {
		S_STATIC("web"), S_STATIC("writer"), S_STATIC("worker"), S_STATIC("courier"), S_STATIC("cli"), S_STATIC("test"),
	};
	struct str role;

	while (str_next(&list, ',', &role)) {
		size_t known = 0;

		role = str_trim(role);
		if (str_equal(role, S("memo"))) {
			s->is_memo = true;
			continue;
		}
		while (known < sizeof(roles) / sizeof(roles[0]) && !str_equal(roles[known], role))
			known++;
		if (known == sizeof(roles) / sizeof(roles[0]))
			refuse(r->file, s->line, "statement \"%.*s\" is run by the unknown role \"%.*s\"", STR_FORMAT(s->name), STR_FORMAT(role));
		s->is_by_web = s->is_by_web || known == 0;
	}
}

/* "kind name(…) by web, writer", the lines joined. */
static void
read_head(struct reader *r, struct statement *s, struct str head)
{
	struct str kind = str_head(head, str_find(head, ' ')), rest = str_trim(str_skip(head, kind.length));
	size_t open = str_find(rest, '('), end = str_find(rest, ')');

	(void)act_of(kind, &s->act);
	s->name = str_trim(str_head(rest, open));
	if (open == rest.length || end == rest.length || s->name.length == 0)
		refuse(r->file, s->line, "expected: kind name(parameter type, …) by role");
	read_parameters(r, s, str_skip(str_head(rest, end), open + 1));
	rest = str_trim(str_skip(rest, end + 1));
	if (!str_starts(rest, S("by ")))
		refuse(r->file, s->line, "statement \"%.*s\" does not say by whom it is run", STR_FORMAT(s->name));
	read_roles(r, s, str_skip(rest, 3));
}

static bool
is_known_parameter(const struct statement *s, size_t number)
{
	return number >= 1 && number <= s->parameter_count;
}

static void
check_parameters(struct reader *r, const struct statement *s, struct str sql)
{
	bool is_used[COLUMNS] = { false };

	sql = without_texts(r->arena, sql);

	for (size_t i = 0; i + 1 < sql.length; i++) {
		size_t number = 0;

		if (sql.at[i] != '$')
			continue;
		for (size_t k = i + 1; k < sql.length && sql.at[k] >= '0' && sql.at[k] <= '9'; k++)
			number = number * 10 + (size_t)(sql.at[k] - '0');
		if (!is_known_parameter(s, number))
			refuse(r->file, s->line, "statement \"%.*s\" has no parameter $%zu", STR_FORMAT(s->name), number);
		is_used[number - 1] = true;
	}
	for (size_t i = 0; i < s->parameter_count; i++)
		if (!is_used[i])
			refuse(r->file, s->line, "statement \"%.*s\" does not use its parameter \"%.*s\"", STR_FORMAT(s->name),
			    STR_FORMAT(s->parameters[i].name));
}

/* Whether a ":type" starts here; "::" is PostgreSQL's cast. */
static bool
starts_type(struct str code, size_t i)
{
	return code.at[i] == ':' && i > 0 && is_word(code.at[i - 1]) && i + 1 < code.length && code.at[i + 1] != ':';
}

/* Remembers the "name:type" around place i; gives the place after it. */
static size_t
take_type(struct reader *r, struct statement *s, struct str sql, size_t i)
{
	size_t start = i, end = i + 1;
	struct str type;

	while (start > 0 && is_word(sql.at[start - 1]))
		start--;
	while (end < sql.length && (is_word(sql.at[end]) || sql.at[end] == '.'))
		end++;
	type = str_head(str_skip(sql, i + 1), end - i - 1);
	if (s->typed_count == COLUMNS || !schema_type(r->schema, type, &s->typed[s->typed_count].type))
		refuse(r->file, s->line, "unknown type \"%.*s\"", STR_FORMAT(type));
	s->typed[s->typed_count++].name = (struct str){ sql.at + start, i - start };
	return end;
}

/* Cuts ":type" out of "as name:type". */
static struct str
cut_types(struct reader *r, struct statement *s, struct str sql)
{
	struct buf out = buf_new(r->arena, SQL_MAX);
	struct str code = without_texts(r->arena, sql);

	for (size_t i = 0; i < sql.length;) {
		if (starts_type(code, i))
			i = take_type(r, s, sql, i);
		else
			buf_char(&out, sql.at[i++]);
	}
	return buf_str(&out);
}

static void
end_statement(struct reader *r, struct statement *s, struct str first, struct str second)
{
	if (str_trim(first).length == 0)
		refuse(r->file, s->line, "statement \"%.*s\" has no SQL", STR_FORMAT(s->name));
	s->sqlite = cut_types(r, s, str_trim(first));
	s->postgres = str_trim(second).length == 0 ? s->sqlite : cut_types(r, s, str_trim(second));
	check_parameters(r, s, s->sqlite);
	check_parameters(r, s, s->postgres);
	if (++r->room->count > MANY)
		refuse(r->file, s->line, "more than %d statements", MANY);
}

/* One paragraph: head lines, SQL, perhaps a second body for PostgreSQL. */
struct paragraph {
	struct buf head, first, second;
	bool has_head, is_postgres;
};

static void
paragraph_start(struct reader *r, struct paragraph *p)
{
	*p = (struct paragraph){ .head = buf_new(r->arena, HEAD_MAX), .first = buf_new(r->arena, SQL_MAX), .second = buf_new(r->arena, SQL_MAX) };
}

static void
paragraph_end(struct reader *r, struct paragraph *p, struct statement *s)
{
	if (p->has_head) {
		read_head(r, s, buf_str(&p->head));
		end_statement(r, s, buf_str(&p->first), buf_str(&p->second));
	}
	paragraph_start(r, p);
}

static void
paragraph_line(struct reader *r, struct paragraph *p, struct str line, int number)
{
	struct statement *s = &r->room->statements[r->room->count];
	struct str comment = str_trim(str_skip(line, 2));
	enum act act;

	if (!str_starts(line, S("--"))) {
		if (!p->has_head)
			refuse(r->file, number, "SQL without a head \"-- kind name(parameter type, …) by role\" above it");
		if (p->first.length == 0)
			s->sql_line = number;
		buf_add(p->is_postgres ? &p->second : &p->first, line);
		buf_char(p->is_postgres ? &p->second : &p->first, '\n');
	} else if (str_equal(comment, S("for postgres"))) {
		p->is_postgres = true;
	} else if (!p->has_head && act_of(str_head(comment, str_find(comment, ' ')), &act) && str_has(comment, S("("))) {
		p->has_head = true;
		s->line = number;
		s->file = r->file;
		buf_add(&p->head, comment);
	} else if (p->has_head && p->first.length == 0) {
		buf_char(&p->head, ' ');
		buf_add(&p->head, comment);
	}
}

void
room_read(struct arena *arena, const struct schema *schema, const char *path, struct room *room)
{
	struct reader r = { .arena = arena, .schema = schema, .file = path, .room = room };
	struct str text = read_file(arena, path), line, whole = str_from(path);
	struct paragraph p;
	int number = 0;

	room->statements = ARENA_MANY(arena, MANY + 1, struct statement);
	for (struct str part, rest = whole; str_next(&rest, '/', &part);) {
		if (rest.at == NULL)
			room->base = str_head(part, str_find(part, '.'));
		else
			room->folder = part;
	}
	paragraph_start(&r, &p);
	while (str_next(&text, '\n', &line)) {
		number++;
		if (str_trim(line).length == 0)
			paragraph_end(&r, &p, &room->statements[room->count]);
		else
			paragraph_line(&r, &p, line, number);
	}
	paragraph_end(&r, &p, &room->statements[room->count]);
}

static struct str
for_sqlite(struct arena *arena, struct str sql)
{
	struct str code = without_texts(arena, sql);
	struct buf out = buf_new(arena, SQL_MAX);

	for (size_t i = 0; i < sql.length; i++)
		buf_char(&out, code.at[i] == '$' ? '?' : sql.at[i]);
	return buf_str(&out);
}

static void
type_result(struct arena *arena, const struct schema *schema, struct statement *s, sqlite3_stmt *prepared, int index)
{
	struct field *field = &s->results[s->result_count++];
	const char *table = sqlite3_column_table_name(prepared, index), *origin = sqlite3_column_origin_name(prepared, index);
	const struct column *column = table == NULL ? NULL : schema_column(schema, str_from(table), str_from(origin));

	field->name = str_copy(arena, str_from(sqlite3_column_name(prepared, index)));
	for (size_t i = 0; i + 1 < s->result_count; i++)
		if (str_equal(s->results[i].name, field->name))
			refuse(s->file, s->line, "\"%.*s\" gives \"%.*s\" twice: rename one with as", STR_FORMAT(s->name), STR_FORMAT(field->name));
	for (size_t i = 0; i < s->typed_count; i++)
		if (str_equal(s->typed[i].name, field->name)) {
			field->type = s->typed[i].type;
			return;
		}
	if (column == NULL)
		refuse(s->file, s->line, "result \"%.*s\" of \"%.*s\" has no type: write \"as name:type\"", STR_FORMAT(field->name), STR_FORMAT(s->name));
	field->type = column->type;
}

/* " limit ?n" outside all parentheses, where $n is a whole parameter: the caller says how much it can take. */
static bool
has_limit(struct arena *arena, const struct statement *s)
{
	struct str code = without_texts(arena, s->sqlite);
	int depth = 0;

	for (size_t i = 0; i < code.length; i++) {
		int64_t n = 0;

		depth += (code.at[i] == '(') - (code.at[i] == ')');
		if (depth != 0 || !str_starts(str_skip(code, i), S("limit ?")))
			continue;
		if (str_whole(word_at(str_skip(code, i + 7)), &n) && s->parameters[n - 1].type.kind == KIND_WHOLE)
			return true;
	}
	return false;
}

static void
check_act(struct arena *arena, const struct statement *s, sqlite3_stmt *prepared)
{
	bool gives_rows = s->act == ACT_ONE || s->act == ACT_LIST || s->act == ACT_TAKE;
	bool is_read = s->act == ACT_ONE || s->act == ACT_LIST;

	if (s->is_by_web && !sqlite3_stmt_readonly(prepared))
		refuse(s->file, s->line, "statement \"%.*s\" writes, so web may not run it", STR_FORMAT(s->name));
	if (is_read != (sqlite3_stmt_readonly(prepared) != 0))
		refuse(s->file, s->line, "statement \"%.*s\" %s", STR_FORMAT(s->name), is_read ? "writes: write take" : "only reads: write one or list");
	if (s->act == ACT_LIST && !has_limit(arena, s))
		refuse(s->file, s->line, "list \"%.*s\" has no limit", STR_FORMAT(s->name));
	if (gives_rows != (sqlite3_column_count(prepared) > 0))
		refuse(s->file, s->line, "statement \"%.*s\" %s", STR_FORMAT(s->name), gives_rows ? "gives no rows" : "gives rows: write take");
}

/* The line of the statement's file where SQLite stopped. */
static int
line_of_trouble(const struct schema *schema, const struct statement *s)
{
	int offset = sqlite3_error_offset(schema->db), line = s->sql_line;

	for (int i = 0; i < offset; i++)
		line += s->sqlite.at[i] == '\n';
	return line;
}

static void
check_statement(struct arena *arena, const struct schema *schema, struct statement *s)
{
	sqlite3_stmt *prepared = NULL;
	const char *rest;

	s->sqlite = for_sqlite(arena, s->sqlite);
	if (sqlite3_prepare_v2(schema->db, s->sqlite.at, (int)s->sqlite.length, &prepared, &rest) != SQLITE_OK)
		refuse(s->file, line_of_trouble(schema, s), "statement \"%.*s\": SQLite says: %s", STR_FORMAT(s->name), sqlite3_errmsg(schema->db));
	if (prepared == NULL || rest != s->sqlite.at + s->sqlite.length)
		refuse(s->file, s->line, "statement \"%.*s\" is not one statement", STR_FORMAT(s->name));
	check_act(arena, s, prepared);
	for (int i = 0; i < sqlite3_column_count(prepared); i++)
		type_result(arena, schema, s, prepared, i);
	sqlite3_finalize(prepared);
}

void
room_check(struct arena *arena, const struct schema *schema, struct room *room)
{
	for (size_t i = 0; i < room->count; i++)
		check_statement(arena, schema, &room->statements[i]);
}

static const struct statement *
statement_named(const struct room *room, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(room->statements[i].name, name))
			return &room->statements[i];
	return NULL;
}

void
rooms_check_names(const struct room *rooms, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < rooms[i].count; k++)
			for (size_t before = 0; before <= i; before++) {
				const struct statement *s = &rooms[i].statements[k];
				const struct statement *first = statement_named(&rooms[before], before == i ? k : rooms[before].count, s->name);

				if (first != NULL)
					refuse(s->file, s->line, "statement \"%.*s\" stands in %s:%d already", STR_FORMAT(s->name), first->file,
					    first->line);
			}
}
