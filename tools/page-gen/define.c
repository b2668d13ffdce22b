/* A file of definitions: {from room}, then {page …}, {part …} or {frame …}, each with the markup behind it. */
#include "expr.h"

static const char *
c_type(struct str name)
{
	static const struct { const char *name; const char *c; } scalars[] = {
		{ "str", "struct str " }, { "whole", "int64_t " }, { "bool", "bool " }, { "moment", "struct moment " },
		{ "html", "struct html " },
	};

	for (size_t i = 0; i < sizeof(scalars) / sizeof(scalars[0]); i++)
		if (str_equal(name, str_from(scalars[i].name)))
			return scalars[i].c;
	return NULL;
}

/* "struct page *page, const struct view *v" */
static struct str
parameters(struct unit *u, struct cursor *c)
{
	struct str list = S("struct page *page");

	cursor_want(c, "(");
	if (cursor_take(c, ")"))
		return list;
	do {
		struct token type = cursor_want_name(c, "a type"), name = cursor_want_name(c, "a name");
		const char *scalar = c_type(type.text);

		variable_add(u, name, scalar == NULL);
		if (scalar == NULL)
			names_add(&u->room->structs, type.text);
		list = scalar != NULL ? JOIN(u->arena, list, S(", "), str_from(scalar), name.text) :
		    JOIN(u->arena, list, S(", const struct "), type.text, S(" *"), name.text);
	} while (cursor_take(c, ","));
	cursor_want(c, ")");
	u->parameter_count = u->variable_count;
	return list;
}

static void
check_all_closed(struct unit *u, size_t at)
{
	if (u->block_count > 0)
		refuse(u->source, u->blocks[u->block_count - 1].at, "this block has no {end}");
	if (u->place.where != IN_TEXT)
		refuse(u->source, at, "<%.*s is never ended", STR_FORMAT(u->place.tag));
	if (u->element_count > 0)
		refuse(u->source, u->elements[u->element_count - 1].at, "<%.*s> is never closed",
		    STR_FORMAT(u->elements[u->element_count - 1].name));
	if (u->is_frame && !u->has_content)
		refuse(u->source, at, "a {frame} without {content}");
}

static void
prototype_add(struct unit *u, size_t at, struct str signature)
{
	if (names_have(&u->room->functions, signature))
		refuse(u->source, at, "\"%.*s\" is defined twice", STR_FORMAT(signature));
	names_add(&u->room->functions, signature);
	buf_add(&u->room->head, JOIN(u->arena, S("void "), signature, S(";\n")));
}

/* One definition: its head stands in the braces at begin, its markup ends at end. */
static void
compile_definition(struct room *room, const struct source *source, size_t begin, size_t end)
{
	struct unit *u = ARENA_NEW(room->arena, struct unit);
	size_t head_end = braces_end(source, begin, end);
	struct cursor c = { source, begin + 1, head_end }, body = { source, head_end + 1, end };
	struct token kind = token_next(&c), name = cursor_want_name(&c, "a name");
	struct str signature;

	u->room = room;
	u->source = source;
	u->arena = room->arena;
	u->is_frame = token_is(kind, "frame");
	signature = parameters(u, &c);
	cursor_want_end(&c);
	if (u->is_frame) {
		u->layout = name.text;
		signature = JOIN(u->arena, S("layout_"), name.text, S("_start("), signature, S(")"));
		prototype_add(u, begin, JOIN(u->arena, S("layout_"), name.text, S("_end(struct page *page)")));
	} else {
		signature = JOIN(u->arena, kind.text, S("_"), name.text, S("("), signature, S(")"));
	}
	prototype_add(u, begin, signature);
	unit_start(u, signature, begin);
	scan_html(u, &body);
	check_all_closed(u, end);
	if (u->layout.length > 0 && !u->is_frame)
		emit_code(u, end, JOIN(u->arena, S("layout_"), u->layout, S("_end(page);")));
	unit_end(u, end);
}

static bool
is_definition(struct str rest)
{
	return str_starts(rest, S("{page ")) || str_starts(rest, S("{part ")) || str_starts(rest, S("{frame "));
}

static size_t
next_definition(const struct source *source, size_t at)
{
	while (at < source->text.length && !(source->text.at[at - 1] == '\n' && is_definition(str_skip(source->text, at))))
		at++;
	return at;
}

static size_t
without_blanks(const struct source *source, size_t begin, size_t end)
{
	while (end > begin && (unsigned char)source->text.at[end - 1] <= ' ')
		end--;
	return end;
}

/* {from room} lines and comments in front of the first definition. */
static size_t
read_prologue(struct room *room, const struct source *source)
{
	size_t at = 0;

	while (at < source->text.length) {
		struct str rest = str_skip(source->text, at);
		struct cursor c = { source, at + 1, source->text.length };

		if ((unsigned char)rest.at[0] <= ' ') {
			at++;
		} else if (str_starts(rest, S("<!--"))) {
			while (at < source->text.length && !str_starts(str_skip(source->text, at), S("-->")))
				at++;
			at += 3;
		} else if (str_starts(rest, S("{from "))) {
			c.end = braces_end(source, at, source->text.length);
			token_next(&c);
			names_add(&room->from, cursor_want_name(&c, "a room").text);
			cursor_want_end(&c);
			at = c.end + 1;
		} else {
			break;
		}
	}
	return at;
}

void
compile_source(struct room *room, const struct source *source)
{
	size_t at = read_prologue(room, source);

	if (!is_definition(str_skip(source->text, at)))
		refuse(source, at, "expected {page …}, {part …} or {frame …}");
	while (at < source->text.length) {
		size_t next = next_definition(source, at + 1);

		compile_definition(room, source, at, without_blanks(source, at, next));
		at = next;
	}
}
