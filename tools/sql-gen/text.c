/* Reading SQL as text: words, comments, texts in quotes; and a migration's two versions, one an engine. */
#include "base/arena.h"
#include "base/buf.h"
#include "gen.h"

struct str
word_at(struct str s)
{
	size_t length = 0;

	while (length < s.length && ((s.at[length] >= 'a' && s.at[length] <= 'z') || (s.at[length] >= 'A' && s.at[length] <= 'Z') ||
		(s.at[length] >= '0' && s.at[length] <= '9') || s.at[length] == '_'))
		length++;
	return str_head(s, length);
}

struct str
after(struct str s, struct str mark)
{
	for (size_t i = 0; i + mark.length <= s.length; i++)
		if (str_starts(str_skip(s, i), mark))
			return str_skip(s, i + mark.length);
	return (struct str){ NULL, 0 };
}

struct str
without_comment(struct str line)
{
	bool is_text = false;

	for (size_t i = 0; i < line.length; i++) {
		is_text = is_text != (line.at[i] == '\'');
		if (!is_text && str_starts(str_skip(line, i), S("--")))
			return str_trim(str_head(line, i));
	}
	return str_trim(line);
}

struct str
without_texts(struct arena *arena, struct str s)
{
	struct buf out = buf_new(arena, s.length);
	bool is_text = false;

	for (size_t i = 0; i < s.length; i++) {
		bool is_quote = s.at[i] == '\'';

		is_text = is_text != is_quote;
		buf_char(&out, is_text || is_quote ? ' ' : s.at[i]);
	}
	return buf_str(&out);
}

bool
is_table_rule(struct str line)
{
	struct str word = word_at(line);

	return str_equal(word, S("unique")) || str_equal(word, S("primary")) || str_equal(word, S("check")) || str_equal(word, S("foreign"));
}

/* PostgreSQL has other names for the same types; its texts must sort by bytes as SQLite's do, whatever the cluster's locale is. */
static struct str
name_for_postgres(struct str word, bool is_kind)
{
	if (str_equal(word, S("integer")))
		return S("bigint");
	if (str_equal(word, S("blob")))
		return S("bytea");
	return is_kind && str_equal(word, S("text")) ? S("text collate \"C\"") : word;
}

/* The code with types renamed; of a column's line the second word is its type. */
static void
add_code(struct buf *out, struct str code, bool is_column)
{
	bool is_text = false;
	int words = 0;

	while (code.length > 0) {
		struct str word = word_at(code);

		if (is_text || word.length == 0) {
			is_text = is_text != (code.at[0] == '\'');
			buf_char(out, code.at[0]);
			code = str_skip(code, 1);
			continue;
		}
		words++;
		buf_add(out, is_column && words == 1 ? word : name_for_postgres(word, is_column && words == 2));
		code = str_skip(code, word.length);
	}
}

static void
add_for_postgres(struct buf *out, struct str line, bool *is_table)
{
	struct str code = without_comment(line), column = after(code, S(" add column "));

	if (str_starts(code, S(") strict"))) {
		*is_table = false;
		buf_add(out, S(");"));
	} else if (str_starts(code, S("alter table ")) && column.at != NULL) {
		buf_add(out, str_head(code, code.length - column.length));
		add_code(out, column, true);
	} else {
		add_code(out, code, *is_table && !is_table_rule(code));
		*is_table = *is_table || str_starts(code, S("create table "));
	}
}

enum reader { READER_BOTH, READER_SQLITE, READER_POSTGRES };

/* A mark counts until the next empty line. */
static enum reader
reader_of(struct str line, enum reader before)
{
	if (line.length == 0)
		return READER_BOTH;
	if (str_starts(line, S("-- for sqlite")))
		return READER_SQLITE;
	return str_starts(line, S("-- for postgres")) ? READER_POSTGRES : before;
}

/* Every line stays a line in both versions, so that messages name the right one. */
void
migration_split(struct arena *arena, struct migration *m)
{
	struct buf sqlite = buf_new(arena, m->text.length + 1), postgres = buf_new(arena, 4 * m->text.length + 1);
	enum reader reader = READER_BOTH;
	struct str rest = m->text, line;
	bool is_table = false;

	while (str_next(&rest, '\n', &line)) {
		reader = reader_of(str_trim(line), reader);
		if (reader != READER_POSTGRES)
			buf_add(&sqlite, line);
		if (reader == READER_POSTGRES)
			buf_add(&postgres, line);
		else if (reader == READER_BOTH)
			add_for_postgres(&postgres, line, &is_table);
		if (rest.at != NULL) {
			buf_char(&sqlite, '\n');
			buf_char(&postgres, '\n');
		}
	}
	m->sqlite = buf_str(&sqlite);
	m->postgres = buf_str(&postgres);
}
