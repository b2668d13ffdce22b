/* Makes the views of a C source: what is code, what is comment, what stands between quotes. No other preprocessing. */
#include <ctype.h>

#include "house.h"

enum state { CODE, LINE_COMMENT, COMMENT, TEXT, CHARACTER };

struct reader {
	struct file *file;
	enum state state;
	size_t at;
	bool is_directive;
	bool is_fresh;    /* nothing but blanks on this line so far */
};

bool
is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

struct str
word_from(const char *code, size_t length, size_t position)
{
	size_t end = position;

	while (end < length && is_word(code[end]))
		end++;
	return (struct str){ code + position, end - position };
}

struct str
word_before(const char *code, size_t position)
{
	size_t end = position, start;

	while (end > 0 && isspace((unsigned char)code[end - 1]))
		end--;
	start = end;
	while (start > 0 && is_word(code[start - 1]))
		start--;
	return (struct str){ code + start, end - start };
}

static void
show(struct reader *r, char c)
{
	r->file->code[r->at] = c;
	if (!r->is_directive)
		r->file->plain[r->at] = c;
}

static bool
ahead(const struct reader *r, const char *what)
{
	return str_starts(str_skip(r->file->text, r->at), str_from(what));
}

static void
read_code(struct reader *r)
{
	char c = r->file->text.at[r->at];

	if (ahead(r, "/*") || ahead(r, "//")) {
		r->state = ahead(r, "/*") ? COMMENT : LINE_COMMENT;
		r->at++;
		return;
	}
	if (c == '#' && r->is_fresh)
		r->is_directive = true;
	if (!isspace((unsigned char)c))
		r->is_fresh = false;
	if (c == '"')
		r->state = TEXT;
	else if (c == '\'')
		r->state = CHARACTER;
	show(r, c);
}

static void
read_quoted(struct reader *r)
{
	char end = r->state == TEXT ? '"' : '\'';

	if (r->file->text.at[r->at] == '\\') {
		r->at++;
		return;
	}
	if (r->file->text.at[r->at] == end) {
		show(r, end);
		r->state = CODE;
	}
}

static void
read_newline(struct reader *r)
{
	bool is_continued = r->at > 0 && r->file->text.at[r->at - 1] == '\\';

	if (r->state == LINE_COMMENT && !is_continued)
		r->state = CODE;
	if (r->state == CODE && !is_continued) {
		r->is_directive = false;
		r->is_fresh = true;
	}
}

static void
read_one(struct reader *r)
{
	char c = r->file->text.at[r->at];

	if (c == '\n')
		read_newline(r);
	else if (r->state == CODE)
		read_code(r);
	else if (r->state == TEXT || r->state == CHARACTER)
		read_quoted(r);
	else if (r->state == COMMENT && ahead(r, "*/")) {
		r->state = CODE;
		r->at++;
	} else
		r->file->comments[r->at] = c;
}

static char *
blank(struct arena *arena, struct str text)
{
	char *view = arena_take(arena, text.length + 1);

	for (size_t i = 0; i < text.length; i++)
		view[i] = text.at[i] == '\n' ? '\n' : ' ';
	return view;
}

void
views_make(struct arena *arena, struct file *file)
{
	struct reader r = { .file = file, .is_fresh = true };

	file->code = blank(arena, file->text);
	file->plain = blank(arena, file->text);
	file->comments = blank(arena, file->text);
	if (!file->is_c)
		return;
	for (; r.at < file->text.length; r.at++)
		read_one(&r);
}

static size_t
literal_end(const struct file *file, size_t quote)
{
	size_t end = quote + 1;

	while (end < file->text.length && file->code[end] != '"')
		end++;
	return end;
}

bool
literal_next(struct arena *arena, const struct file *file, size_t *position, struct str *text, size_t *line)
{
	size_t at = *position;

	while (at < file->text.length && file->code[at] != '"')
		at++;
	if (at >= file->text.length)
		return false;
	*line = line_of(file, at);
	*text = S("");
	while (at < file->text.length && file->code[at] == '"') {
		size_t end = literal_end(file, at);

		*text = str_join(arena, 2, (struct str[]){ *text, { file->text.at + at + 1, end - at - 1 } });
		at = end + 1;
		*position = at;
		while (at < file->text.length && isspace((unsigned char)file->code[at]))
			at++;
	}
	return true;
}

bool
include_next(const struct file *file, size_t *position, struct str *path, size_t *line, bool *is_foreign)
{
	for (size_t at = *position; at < file->text.length; at++) {
		struct str word;
		size_t open, end;

		if (file->code[at] != '#')
			continue;
		for (at++; at < file->text.length && file->code[at] == ' ';)
			at++;
		word = word_from(file->code, file->text.length, at);
		if (!str_equal(word, S("include")))
			continue;
		open = at + word.length;
		while (open < file->text.length && file->code[open] == ' ')
			open++;
		if (file->code[open] != '"' && file->code[open] != '<')
			continue;
		*is_foreign = file->code[open] == '<';
		end = open + 1 + str_find(str_skip(file->text, open + 1), *is_foreign ? '>' : '"');
		*path = (struct str){ file->text.at + open + 1, end - open - 1 };
		*line = line_of(file, open);
		*position = end;
		return true;
	}
	return false;
}
