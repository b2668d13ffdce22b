/* Characters to tokens inside braces, and the one way to refuse. */
#include "lex.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"

size_t
line_of(const struct source *source, size_t at)
{
	size_t line = 1;

	for (size_t i = 0; i < at && i < source->text.length; i++)
		line += source->text.at[i] == '\n';
	return line;
}

void
refuse(const struct source *source, size_t at, const char *format, ...)
{
	va_list list;

	fprintf(stderr, "%s:%zu: ", source->path, line_of(source, at));
	va_start(list, format);
	vfprintf(stderr, format, list);
	va_end(list);
	fputc('\n', stderr);
	exit(1);
}

bool
names_have(const struct names *names, struct str name)
{
	for (size_t i = 0; i < names->count; i++)
		if (str_equal(names->at[i], name))
			return true;
	return false;
}

void
names_add(struct names *names, struct str name)
{
	if (names_have(names, name))
		return;
	if (names->count == NAMES_MAX) {
		fprintf(stderr, "page-gen: more than %d names of a kind\n", NAMES_MAX);
		exit(1);
	}
	names->at[names->count++] = name;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c);
}

size_t
string_end(const struct source *source, size_t at, size_t end)
{
	const char *text = source->text.at;

	for (size_t i = at + 1; i < end; i++) {
		if (text[i] == '\\')
			i++;
		else if (text[i] == '{')
			i = braces_end(source, i, end);
		else if (text[i] == '"')
			return i;
	}
	refuse(source, at, "this string has no end");
}

size_t
braces_end(const struct source *source, size_t at, size_t end)
{
	const char *text = source->text.at;

	for (size_t i = at + 1; i < end; i++) {
		if (text[i] == '"')
			i = string_end(source, i, end);
		else if (text[i] == '{')
			i = braces_end(source, i, end);
		else if (text[i] == '}')
			return i;
	}
	refuse(source, at, "this brace is never closed");
}

static size_t
run_of_names(const struct cursor *c, size_t at)
{
	while (at < c->end && is_name_byte(c->source->text.at[at]))
		at++;
	return at;
}

static struct token
token_at(const struct cursor *c, size_t *behind)
{
	static const char *const doubles[] = { "==", "!=", "<=", ">=", "->" };
	const char *text = c->source->text.at;
	size_t at = c->at, length = 1;

	while (at < c->end && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r')))
		at++;
	*behind = at;
	if (at == c->end)
		return (struct token){ .kind = TOKEN_END, .at = at };
	if (text[at] == '"') {
		*behind = string_end(c->source, at, c->end) + 1;
		return (struct token){ TOKEN_STRING, { text + at + 1, *behind - at - 2 }, at };
	}
	if (is_name_byte(text[at])) {
		*behind = run_of_names(c, at);
		return (struct token){ is_digit(text[at]) ? TOKEN_NUMBER : TOKEN_NAME, { text + at, *behind - at }, at };
	}
	for (size_t i = 0; i < sizeof(doubles) / sizeof(doubles[0]); i++)
		if (c->end - at >= 2 && memcmp(text + at, doubles[i], 2) == 0)
			length = 2;
	*behind = at + length;
	return (struct token){ TOKEN_MARK, { text + at, length }, at };
}

struct token
token_next(struct cursor *c)
{
	return token_at(c, &c->at);
}

struct token
token_peek(const struct cursor *c)
{
	size_t behind;

	return token_at(c, &behind);
}

bool
token_is(struct token token, const char *text)
{
	return (token.kind == TOKEN_NAME || token.kind == TOKEN_MARK) && str_equal(token.text, str_from(text));
}

bool
cursor_take(struct cursor *c, const char *text)
{
	if (!token_is(token_peek(c), text))
		return false;
	token_next(c);
	return true;
}

void
cursor_want(struct cursor *c, const char *text)
{
	struct token token = token_peek(c);

	if (!cursor_take(c, text))
		refuse(c->source, token.at, "expected \"%s\" before \"%.*s\"", text, STR_FORMAT(token.text));
}

struct token
cursor_want_name(struct cursor *c, const char *what)
{
	struct token token = token_next(c);

	if (token.kind != TOKEN_NAME)
		refuse(c->source, token.at, "expected %s before \"%.*s\"", what, STR_FORMAT(token.text));
	return token;
}

void
cursor_want_end(struct cursor *c)
{
	struct token token = token_next(c);

	if (token.kind != TOKEN_END)
		refuse(c->source, token.at, "unexpected \"%.*s\"", STR_FORMAT(token.text));
}

struct str
string_bytes(struct arena *arena, struct str text)
{
	char *at = arena_take(arena, text.length + 1);
	size_t length = 0;

	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '\\' && i + 1 < text.length)
			i++;
		at[length++] = text.at[i];
	}
	return (struct str){ at, length };
}
