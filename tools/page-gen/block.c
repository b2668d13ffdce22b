/* What stands in braces: branches, loops, sentences, forms; all else is a value. */
#include "expr.h"

#include <stdio.h>

enum { IN_ALL = 7, TEXT_ONLY = 1 << IN_TEXT, TEXT_AND_VALUE = 1 << IN_TEXT | 1 << IN_VALUE };

static struct block *
block_open(struct unit *u, size_t at, enum block_kind kind)
{
	struct block *block = &u->blocks[u->block_count];

	if (u->block_count == BLOCKS_MAX)
		refuse(u->source, at, "more than %d blocks inside each other", BLOCKS_MAX);
	*block = (struct block){ .kind = kind, .at = at, .place = u->place, .element_count = u->element_count,
		.variable_count = u->variable_count, .was_blank = u->ends_blank, .ends_blank = true };
	u->block_count++;
	return block;
}

static struct block *
block_now(struct unit *u, size_t at, const char *word)
{
	if (u->block_count == 0)
		refuse(u->source, at, "{%s} without a block", word);
	return &u->blocks[u->block_count - 1];
}

/* A branch is over: the HTML must be where it was when the block began. */
static void
branch_end(struct unit *u, struct block *block, size_t at)
{
	struct str stray = u->element_count > block->element_count ? u->elements[u->element_count - 1].name : S("");

	if (stray.length > 0)
		refuse(u->source, at, "<%.*s> of line %zu is still open at the end of this branch", STR_FORMAT(stray),
		    line_of(u->source, u->elements[u->element_count - 1].at));
	if (u->place.where != block->place.where || (u->place.where == IN_VALUE && !str_equal(u->place.attribute, block->place.attribute)))
		refuse(u->source, at, "a branch must end where it began: in the same text, tag or attribute");
	block->ends_blank = block->ends_blank && u->ends_blank;
	block->leaves_value_empty |= u->place.value_is_empty;
	u->place = block->place;
	u->ends_blank = block->was_blank;
	u->variable_count = block->variable_count;
}

static void
read_if(struct unit *u, struct cursor *c, size_t at)
{
	struct str test = condition(u, c);

	emit_code(u, at, JOIN(u->arena, S("if ("), test, S(") {")));
	block_open(u, at, BLOCK_IF);
}

static void
read_elif(struct unit *u, struct cursor *c, size_t at)
{
	struct block *block = block_now(u, at, "elif");

	if (block->kind != BLOCK_IF || block->has_else)
		refuse(u->source, at, "{elif} belongs to an {if}, before its {else}");
	struct str test = condition(u, c);

	emit_code(u, at, JOIN(u->arena, S("} else if ("), test, S(") {")));
	branch_end(u, block, at);
}

/* A name that the loop did not use would be a warning of the compiler, which is an error here. */
static void
end_of_loop_body(struct unit *u, struct block *block, size_t at)
{
	const struct variable *row = &u->variables[block->variable_count];

	if (!row->is_used)
		emit_code(u, at, JOIN(u->arena, S("(void)"), row->name, S(";")));
}

static void
read_else(struct unit *u, struct cursor *c, size_t at)
{
	struct block *block = block_now(u, at, "else");

	cursor_want_end(c);
	if (block->kind == BLOCK_FORM || block->has_else)
		refuse(u->source, at, "{else} belongs to an {if} or a {for}, once");
	if (block->kind == BLOCK_FOR) {
		end_of_loop_body(u, block, at);
		emit_code(u, at, S("}"));
		u->block_count--;
		emit_code(u, at, JOIN(u->arena, S("if ("), block->rows, S(".count == 0) {")));
		u->block_count++;
	} else {
		emit_code(u, at, S("} else {"));
	}
	block->has_else = true;
	branch_end(u, block, at);
}

static void
read_end(struct unit *u, struct cursor *c, size_t at)
{
	struct block *block = block_now(u, at, "end");

	cursor_want_end(c);
	if (block->kind == BLOCK_FOR && !block->has_else)
		end_of_loop_body(u, block, at);
	if (block->kind == BLOCK_FORM)
		emit_markup(u, at, S("</form>"));
	emit_code(u, at, S("}"));
	branch_end(u, block, at);
	u->block_count--;
	if (block->kind == BLOCK_FORM) {
		u->ends_blank = false;
		return;
	}
	u->ends_blank = block->ends_blank && (block->has_else || block->was_blank);
	u->place.value_is_empty = block->leaves_value_empty || (!block->has_else && block->place.value_is_empty);
}

static void
read_for(struct unit *u, struct cursor *c, size_t at)
{
	struct token name = cursor_want_name(c, "a name for the row");
	char index[24];
	struct str i, rows;

	cursor_want(c, "in");
	rows = expression(u, c).c;
	cursor_want_end(c);
	snprintf(index, sizeof(index), "i_%zu", ++u->loops);
	i = str_copy(u->arena, str_from(index));
	emit_code(u, at, JOIN(u->arena, S("for (size_t "), i, S(" = 0; "), i, S(" < "), rows, S(".count; "), i, S("++) {")));
	block_open(u, at, BLOCK_FOR)->rows = rows;
	emit_code(u, at, JOIN(u->arena, S("const __typeof__(*"), rows, S(".at) *"), name.text, S(" = &"), rows, S(".at["), i, S("];")));
	variable_add(u, name, true);
	u->ends_blank = false;    /* what stood before is another row from the second on */
}

static void
read_may(struct unit *u, struct cursor *c, size_t at)
{
	struct str bits = S("");

	do {
		struct str one = single_value(u, c).c;

		bits = bits.length == 0 ? one : JOIN(u->arena, bits, S(" | "), one);
	} while (cursor_take(c, "|"));
	cursor_want_end(c);
	emit_code(u, at, JOIN(u->arena, S("if (page_may(page, "), bits, S(")) {")));
	block_open(u, at, BLOCK_IF);
}

static void
read_say(struct unit *u, struct cursor *c, size_t at)
{
	if (u->place.where == IN_VALUE && is_url_attribute(u->place.attribute))
		refuse(u->source, at, "a sentence is not an address");
	struct str call = say_call(u, c, "page_say");

	cursor_want_end(c);
	emit_code(u, at, JOIN(u->arena, call, S(";")));
	u->place.value_is_empty = false;
	u->ends_blank = false;
}

static void
read_form(struct unit *u, struct cursor *c, size_t at)
{
	struct token handler = cursor_want_name(c, "the handler of a POST route");
	struct str list;

	for (size_t i = 0; i < u->block_count; i++)
		if (u->blocks[i].kind == BLOCK_FORM)
			refuse(u->source, at, "a form inside a form");
	if (u->room->checks_routes && !names_have(&u->room->posts, handler.text))
		refuse(u->source, handler.at, "no POST route is handled by \"%.*s\"", STR_FORMAT(handler.text));
	cursor_want(c, "(");
	list = arguments(u, c, S("page->arena"), true);
	u->room->uses_routes = true;
	emit_code(u, at, S("{"));
	block_open(u, at, BLOCK_FORM);
	emit_code(u, at, JOIN(u->arena, S("struct str target_url = url_"), handler.text, S("("), list, S(");")));
	emit_code(u, at, S("page_form_start(page, target_url);"));
	u->place = (struct place){ .where = IN_TAG, .tag = S("{form") };
	scan_attributes(u, c);
	if (u->place.where != IN_TAG)
		refuse(u->source, at, "an attribute of this form has no end");
	u->place.where = IN_TEXT;
	emit_markup(u, at, S(">"));
	emit_code(u, at, S("page_form_hidden(page);"));
}

/* {fields values}, {field values "name"}, {summary values}: the forms floor writes them. */
static void
put_form(struct unit *u, struct cursor *c, size_t at, const char *call)
{
	struct str values = reference(u, c);
	struct token name = token_peek(c);

	if (name.kind == TOKEN_STRING) {
		token_next(c);
		values = JOIN(u->arena, values, S(", "), c_literal(u->arena, name.text));
	}
	cursor_want_end(c);
	u->room->uses_form = true;
	emit_code(u, at, JOIN(u->arena, str_from(call), S("(page, "), values, S(");")));
	u->ends_blank = false;
}

static void
read_fields(struct unit *u, struct cursor *c, size_t at)
{
	put_form(u, c, at, "form_fields_html");
}

static void
read_field(struct unit *u, struct cursor *c, size_t at)
{
	put_form(u, c, at, "form_field_html");
}

static void
read_summary(struct unit *u, struct cursor *c, size_t at)
{
	put_form(u, c, at, "form_summary_html");
}

static void
read_raw(struct unit *u, struct cursor *c, size_t at)
{
	struct token token = token_peek(c);

	if (token.kind == TOKEN_STRING) {
		struct str text = string_bytes(u->arena, token_next(c).text);

		cursor_want_end(c);
		for (size_t i = 0; i < text.length; i++)
			emit_markup(u, at, text.at[i] == '<' ? S("&lt;") : text.at[i] == '&' ? S("&amp;") :
			    text.at[i] == '"' ? S("&quot;") : str_copy(u->arena, str_head(str_skip(text, i), 1)));
		u->place.value_is_empty = false;
		return;
	}
	struct value v = expression(u, c);

	cursor_want_end(c);
	if (u->place.where != IN_TEXT)
		refuse(u->source, at, "{raw} may stand in text only");
	emit_code(u, at, JOIN(u->arena, S("html_markup(page->out, "), v.c, S(");")));
	u->ends_blank = false;
}

static void
read_use(struct unit *u, struct cursor *c, size_t at)
{
	struct token name = cursor_want_name(c, "the name of a part");

	cursor_want(c, "(");
	struct str list = arguments(u, c, S("page"), false);

	cursor_want_end(c);
	emit_code(u, at, JOIN(u->arena, S("part_"), name.text, S("("), list, S(");")));
	u->ends_blank = false;
}

/* One argument of a layout: a sentence, a fixed word for the program, or a value. */
static struct str
layout_argument(struct unit *u, struct cursor *c, struct token name)
{
	struct token token = token_peek(c);

	if (token.kind != TOKEN_STRING)
		return single_value(u, c).c;
	token_next(c);
	if (str_starts(token.text, S("{"))) {
		struct cursor inner = { c->source, token.at + 2, braces_end(c->source, token.at + 1, c->end) };
		struct value value = expression(u, &inner);

		cursor_want_end(&inner);
		return value.c;
	}
	if (is_spoken_attribute(name.text) && token.text.length > 0)
		refuse(u->source, token.at, "text without {say} in \"%.*s\"", STR_FORMAT(name.text));
	return JOIN(u->arena, S("S("), c_literal(u->arena, string_bytes(u->arena, token.text)), S(")"));
}

static void
read_layout(struct unit *u, struct cursor *c, size_t at)
{
	struct token name = cursor_want_name(c, "the name of a layout");
	struct str list = S("page");

	if (u->layout.length > 0 || u->block_count > 0 || u->element_count > 0)
		refuse(u->source, at, "{layout} stands once, before all markup");
	while (token_peek(c).kind == TOKEN_NAME) {
		struct token key = token_next(c);

		cursor_want(c, "=");
		list = JOIN(u->arena, list, S(", "), layout_argument(u, c, key));
	}
	cursor_want_end(c);
	u->room->uses_layout = true;
	u->layout = name.text;
	emit_code(u, at, JOIN(u->arena, S("layout_"), name.text, S("_start("), list, S(");")));
	u->ends_blank = true;
}

static void
read_content(struct unit *u, struct cursor *c, size_t at)
{
	cursor_want_end(c);
	if (!u->is_frame || u->has_content || u->block_count > 0)
		refuse(u->source, at, "{content} stands once in a {frame}, outside blocks");
	u->has_content = true;
	unit_end(u, at);
	u->variable_count = 0;
	u->parameter_count = 0;
	unit_start(u, JOIN(u->arena, S("layout_"), u->layout, S("_end(struct page *page)")), at);
}

static const struct word {
	const char *name;
	void (*read)(struct unit *, struct cursor *, size_t at);
	int places;
} words[] = {
	{ "if", read_if, IN_ALL },
	{ "elif", read_elif, IN_ALL },
	{ "else", read_else, IN_ALL },
	{ "end", read_end, IN_ALL },
	{ "for", read_for, IN_ALL },
	{ "may", read_may, IN_ALL },
	{ "say", read_say, TEXT_AND_VALUE },
	{ "raw", read_raw, TEXT_AND_VALUE },
	{ "form", read_form, TEXT_ONLY },
	{ "fields", read_fields, TEXT_ONLY },
	{ "field", read_field, TEXT_ONLY },
	{ "summary", read_summary, TEXT_ONLY },
	{ "use", read_use, TEXT_ONLY },
	{ "layout", read_layout, TEXT_ONLY },
	{ "content", read_content, TEXT_ONLY },
};

static const struct word *
word_find(const struct cursor *c)
{
	struct cursor ahead = *c;
	struct token token = token_next(&ahead);

	if (token_is(token_peek(&ahead), ".") || token_is(token_peek(&ahead), "->"))
		return NULL;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (token_is(token, words[i].name))
			return &words[i];
	return NULL;
}

/* A title and a text area hold text, but no elements. */
static bool
is_in_plain_element(const struct unit *u)
{
	if (u->element_count == 0 || u->place.where != IN_TEXT)
		return false;
	struct str name = u->elements[u->element_count - 1].name;

	return str_equal(name, S("title")) || str_equal(name, S("textarea")) || str_equal(name, S("option"));
}

void
directive(struct unit *u, size_t begin, size_t end)
{
	struct cursor c = { u->source, begin + 1, end };
	const struct word *word = word_find(&c);

	if (word != NULL) {
		struct token name = token_next(&c);

		if ((word->places & 1 << u->place.where) == 0)
			refuse(u->source, begin, "{%.*s} cannot stand here", STR_FORMAT(name.text));
		word->read(u, &c, begin);
		return;
	}
	if (u->place.where == IN_TAG)
		refuse(u->source, begin, "a value cannot stand in a tag outside a quoted attribute");
	struct value v = expression(u, &c);

	cursor_want_end(&c);
	if (v.kind == VALUE_MARKUP && is_in_plain_element(u))
		refuse(u->source, begin, "this value holds markup, so it may not stand in <%.*s>",
		    STR_FORMAT(u->elements[u->element_count - 1].name));
	emit_value(u, begin, v);
}
