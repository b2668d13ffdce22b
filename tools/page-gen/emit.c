/* C out: literals, statements, and the #line that sends the compiler's complaints to the template. */
#include "expr.h"

#include <stdio.h>

struct str
c_literal(struct arena *arena, struct str bytes)
{
	struct buf b = buf_new(arena, OUT_MAX);

	buf_char(&b, '"');
	for (size_t i = 0; i < bytes.length; i++) {
		char c = bytes.at[i];

		if (c == '"' || c == '\\' || c == '?') {    /* "??=" would be a trigraph */
			buf_char(&b, '\\');
			buf_char(&b, c);
		} else if (c == '\n') {
			buf_add(&b, S("\\n"));
		} else if (c == '\t') {
			buf_add(&b, S("\\t"));
		} else {
			buf_char(&b, c);
		}
	}
	buf_char(&b, '"');
	return buf_str(&b);
}

static void
code_line(struct unit *u, size_t tabs, struct str text)
{
	for (size_t i = 0; i < tabs; i++)
		buf_char(&u->room->code, '\t');
	buf_add(&u->room->code, text);
	buf_char(&u->room->code, '\n');
	u->c_line++;
	u->has_code = true;
}

static void
point_at(struct unit *u, size_t at)
{
	size_t line = line_of(u->source, at);

	if (u->c_line == line)
		return;
	buf_format(&u->room->code, "#line %zu \"%s\"\n", line, u->source->path);
	u->c_line = line;
}

void
emit_code(struct unit *u, size_t at, struct str line)
{
	size_t tabs = 1 + u->block_count;

	emit_flush(u);
	point_at(u, at);
	if (str_starts(line, S("}")) && tabs > 1)
		tabs--;
	code_line(u, tabs, line);
}

void
emit_markup(struct unit *u, size_t at, struct str markup)
{
	if (markup.length == 0)
		return;
	if (u->pending.length == 0) {
		u->pending_at = at;
		if (markup.at[0] == '\n' && at < u->source->text.length)    /* point at what follows the line break */
			while (u->pending_at + 1 < u->source->text.length && u->source->text.at[u->pending_at] <= ' ')
				u->pending_at++;
	}
	buf_add(&u->pending, markup);
	u->ends_blank = markup.at[markup.length - 1] == '\n' || markup.at[markup.length - 1] == ' ';
}

/* All that waits as one buf_add(), a line of markup to a line of C. */
void
emit_flush(struct unit *u)
{
	struct str rest = buf_str(&u->pending);
	size_t tabs = 1 + u->block_count;
	bool is_first = true;

	if (rest.length == 0)
		return;
	point_at(u, u->pending_at);
	while (rest.length > 0) {
		size_t cut = str_find(rest, '\n');
		struct str head = str_head(rest, cut == rest.length ? cut : cut + 1);

		rest = str_skip(rest, head.length);
		code_line(u, is_first ? tabs : tabs + 1, JOIN(u->arena, is_first ? S("buf_add(page->out, S(") : S(""),
		    c_literal(u->arena, head), rest.length == 0 ? S("));") : S("")));
		is_first = false;
	}
	u->pending = buf_new(u->arena, OUT_MAX);
}

static const char *
url_door(struct unit *u)
{
	if (u->place.where != IN_VALUE || !is_url_attribute(u->place.attribute))
		return "html_put";
	return u->place.value_is_empty ? "html_url" : "url_put";
}

void
emit_value(struct unit *u, size_t at, struct value v)
{
	if (v.kind == VALUE_TRUTH)
		refuse(u->source, at, "a yes or no cannot be shown; use {if}");
	if (v.kind == VALUE_LITERAL)
		refuse(u->source, at, "a fixed text is a sentence: use {say \"…\"}");
	if (v.kind == VALUE_MARKUP && u->place.where != IN_TEXT)
		refuse(u->source, at, "this value holds markup, so it may stand in text only");
	emit_code(u, at, JOIN(u->arena, str_from(url_door(u)), S("(page->out, "), v.c, S(");")));
	u->place.value_is_empty = false;
	u->ends_blank = false;
}

void
unit_start(struct unit *u, struct str signature, size_t at)
{
	buf_add(&u->room->code, S("\n"));
	u->c_line = 0;
	point_at(u, at);
	code_line(u, 0, JOIN(u->arena, S("void "), signature));
	code_line(u, 0, S("{"));
	u->has_code = false;
	u->pending = buf_new(u->arena, OUT_MAX);
	u->ends_blank = true;
}

void
unit_end(struct unit *u, size_t at)
{
	emit_flush(u);
	if (!u->has_code)
		emit_code(u, at, S("(void)page;"));
	for (size_t i = 0; i < u->parameter_count; i++)
		if (!u->variables[i].is_used)
			emit_code(u, at, JOIN(u->arena, S("(void)"), u->variables[i].name, S(";")));
	code_line(u, 0, S("}"));
}
