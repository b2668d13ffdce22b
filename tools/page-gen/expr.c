/* Expressions to C. Types are the compiler's business: a field that does not exist is its error, on the template's line. */
#include "expr.h"

struct str
joined(struct arena *arena, size_t count, const struct str *parts)
{
	return str_join(arena, count, parts);
}

struct variable *
variable_find(struct unit *u, struct str name)
{
	for (size_t i = u->variable_count; i > 0; i--)
		if (str_equal(u->variables[i - 1].name, name))
			return &u->variables[i - 1];
	return NULL;
}

static const struct filter {
	const char *name;
	const char *call;         /* C in front of the value */
	const char *behind;
	enum value_kind kind;
} filters[] = {
	{ "iso", "page_iso(page, ", ")", VALUE_WORDS },
	{ "ago", "page_ago(page, ", ")", VALUE_WORDS },
	{ "when", "page_when(page, ", ")", VALUE_MARKUP },
	{ "day", "page_day(page, ", ")", VALUE_WORDS },
	{ "minutes", "page_minutes(page, ", ")", VALUE_WORDS },
	{ "lasting", "page_lasting(page, ", ")", VALUE_WORDS },
	{ "id", "id_print(page->arena, (", ").value)", VALUE_WORDS },
};

static const struct filter *
filter_find(struct str name)
{
	for (size_t i = 0; i < sizeof(filters) / sizeof(filters[0]); i++)
		if (str_equal(name, str_from(filters[i].name)))
			return &filters[i];
	return NULL;
}

void
variable_add(struct unit *u, struct token name, bool is_pointer)
{
	if (filter_find(name.text) != NULL || token_is(name, "say") || token_is(name, "icon") || token_is(name, "page"))
		refuse(u->source, name.at, "\"%.*s\" has a meaning of its own here; choose another name", STR_FORMAT(name.text));
	if (variable_find(u, name.text) != NULL)
		refuse(u->source, name.at, "\"%.*s\" is named twice", STR_FORMAT(name.text));
	if (u->variable_count == VARIABLES_MAX)
		refuse(u->source, name.at, "more than %d names", VARIABLES_MAX);
	u->variables[u->variable_count++] = (struct variable){ name.text, is_pointer, false };
}

/* Fields behind a variable: the first dot of a pointer is an arrow, all else stays as written. */
static struct str
fields_behind(struct unit *u, struct cursor *c, bool first_is_arrow)
{
	struct str all = S("");

	for (;;) {
		bool is_dot = cursor_take(c, "."), is_arrow = !is_dot && cursor_take(c, "->");

		if (!is_dot && !is_arrow)
			return all;
		struct token field = cursor_want_name(c, "a field");

		all = JOIN(u->arena, all, is_arrow || (first_is_arrow && all.length == 0) ? S("->") : S("."), field.text);
	}
}

static bool
is_constant(struct str name)
{
	for (size_t i = 0; i < name.length; i++)
		if (name.at[i] >= 'a' && name.at[i] <= 'z')
			return false;
	return true;
}

/* A variable or a path; as_reference leaves a bare variable the pointer that it is. */
static struct str
path(struct unit *u, struct cursor *c, struct token name, bool as_reference)
{
	struct variable *variable = variable_find(u, name.text);
	struct str fields;

	if (token_is(name, "page"))
		return JOIN(u->arena, S("page"), fields_behind(u, c, true));
	if (variable == NULL) {
		if (is_constant(name.text) || token_is(name, "true") || token_is(name, "false"))
			return name.text;
		if (token_peek(c).kind != TOKEN_END && token_peek(c).kind != TOKEN_MARK)
			refuse(u->source, name.at, "unknown filter \"%.*s\"", STR_FORMAT(name.text));
		refuse(u->source, name.at, "unknown variable \"%.*s\"", STR_FORMAT(name.text));
	}
	variable->is_used = true;
	fields = fields_behind(u, c, variable->is_pointer);
	if (fields.length == 0 && variable->is_pointer && !as_reference)
		return JOIN(u->arena, S("(*"), name.text, S(")"));
	return JOIN(u->arena, name.text, fields);
}

struct str
arguments(struct unit *u, struct cursor *c, struct str first, bool derefs)
{
	struct str all = first;

	if (cursor_take(c, ")"))
		return all;
	do {
		struct str c_text = argument(u, c, derefs).c;

		all = all.length == 0 ? c_text : JOIN(u->arena, all, S(", "), c_text);
	} while (cursor_take(c, ","));
	cursor_want(c, ")");
	return all;
}

static struct value
call(struct unit *u, struct cursor *c, struct token name)
{
	bool is_url = str_starts(name.text, S("url_"));

	cursor_want(c, "(");
	if (is_url) {
		u->room->uses_routes = true;
		if (u->room->checks_routes && !names_have(&u->room->handlers, str_skip(name.text, 4)))
			refuse(u->source, name.at, "no route is handled by \"%.*s\"", STR_FORMAT(str_skip(name.text, 4)));
	}
	struct str list = arguments(u, c, is_url ? S("page->arena") : S(""), is_url);

	return (struct value){ JOIN(u->arena, name.text, S("("), list, S(")")), VALUE_ANY };
}

static struct value
icon(struct unit *u, struct cursor *c)
{
	struct token name = token_next(c);

	if (name.kind != TOKEN_STRING)
		refuse(u->source, name.at, "the name of an icon is a string");
	if (u->room->checks_icons && !names_have(&u->room->allowed_icons, name.text))
		refuse(u->source, name.at, "unknown icon \"%.*s\"", STR_FORMAT(name.text));
	names_add(&u->room->icons, name.text);
	return (struct value){ JOIN(u->arena, S("page_icon(page, "), c_literal(u->arena, name.text), S(")")), VALUE_MARKUP };
}

static struct value primary(struct unit *, struct cursor *);

static struct value
named(struct unit *u, struct cursor *c, struct token name)
{
	const struct filter *filter = filter_find(name.text);

	if (token_is(name, "say"))
		return (struct value){ say_call(u, c, "page_words"), VALUE_WORDS };
	if (token_is(name, "icon"))
		return icon(u, c);
	if (filter != NULL) {
		struct value of = primary(u, c);

		if (str_equal(name.text, S("id")))
			u->room->uses_id = true;
		return (struct value){ JOIN(u->arena, str_from(filter->call), of.c, str_from(filter->behind)), filter->kind };
	}
	if (token_is(token_peek(c), "("))
		return call(u, c, name);
	return (struct value){ path(u, c, name, false), VALUE_ANY };
}

/* &row is the pointer that row is; &v.request is taken from the field. */
static struct str
address(struct unit *u, struct cursor *c)
{
	struct token name = cursor_want_name(c, "a variable");
	struct variable *variable = variable_find(u, name.text);
	struct str what = path(u, c, name, true);

	if (variable != NULL && variable->is_pointer && str_equal(what, name.text))
		return what;
	return JOIN(u->arena, S("&"), what);
}

static struct value
primary(struct unit *u, struct cursor *c)
{
	struct token token = token_next(c);

	if (token.kind == TOKEN_NUMBER)
		return (struct value){ token.text, VALUE_ANY };
	if (token.kind == TOKEN_STRING) {
		struct str bytes = string_bytes(u->arena, token.text);

		return (struct value){ JOIN(u->arena, S("S("), c_literal(u->arena, bytes), S(")")), VALUE_LITERAL };
	}
	if (token.kind == TOKEN_NAME)
		return named(u, c, token);
	if (token_is(token, "(")) {
		struct value inner = expression(u, c);

		cursor_want(c, ")");
		if (inner.kind == VALUE_TRUTH)
			inner.c = JOIN(u->arena, S("("), inner.c, S(")"));
		return inner;
	}
	if (token_is(token, "-"))
		return (struct value){ JOIN(u->arena, S("-"), primary(u, c).c), VALUE_ANY };
	if (token_is(token, "&"))
		return (struct value){ address(u, c), VALUE_ANY };
	if (token_is(token, "*"))
		return (struct value){ JOIN(u->arena, S("(*"), path(u, c, cursor_want_name(c, "a variable"), true), S(")")), VALUE_ANY };
	refuse(u->source, token.at, "expected a value before \"%.*s\"", STR_FORMAT(token.text));
}

struct value
single_value(struct unit *u, struct cursor *c)
{
	return primary(u, c);
}

struct value
argument(struct unit *u, struct cursor *c, bool derefs)
{
	struct cursor ahead = *c;
	struct token name = token_next(&ahead), behind = token_peek(&ahead);
	struct variable *variable = name.kind == TOKEN_NAME ? variable_find(u, name.text) : NULL;

	if (variable == NULL || derefs || !(token_is(behind, ",") || token_is(behind, ")") || behind.kind == TOKEN_END))
		return expression(u, c);
	*c = ahead;
	return (struct value){ path(u, c, name, true), VALUE_ANY };
}

struct str
reference(struct unit *u, struct cursor *c)
{
	struct token name = token_next(c);

	if (token_is(name, "&"))
		return address(u, c);
	if (name.kind != TOKEN_NAME)
		refuse(u->source, name.at, "expected a name before \"%.*s\"", STR_FORMAT(name.text));
	if (variable_find(u, name.text) == NULL && !token_is(name, "page"))
		return name.text;
	return path(u, c, name, true);
}

static struct value
comparison(struct unit *u, struct cursor *c)
{
	static const char *const operators[] = { "==", "!=", "<=", ">=", "<", ">" };
	struct value left = primary(u, c);

	for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++) {
		struct token mark = token_peek(c);

		if (!cursor_take(c, operators[i]))
			continue;
		struct value right = primary(u, c);

		if (left.kind != VALUE_LITERAL && right.kind != VALUE_LITERAL)
			return (struct value){ JOIN(u->arena, left.c, S(" "), mark.text, S(" "), right.c), VALUE_TRUTH };
		if (i > 1)
			refuse(u->source, mark.at, "strings are compared with == and != alone");
		return (struct value){ JOIN(u->arena, i == 0 ? S("") : S("!"), S("str_equal("), left.c, S(", "), right.c, S(")")), VALUE_TRUTH };
	}
	return left;
}

static struct str
truth(struct unit *u, struct value v)
{
	return v.kind == VALUE_TRUTH ? v.c : JOIN(u->arena, S("html_is("), v.c, S(")"));
}

static struct value
negation(struct unit *u, struct cursor *c)
{
	if (!cursor_take(c, "not"))
		return comparison(u, c);
	return (struct value){ JOIN(u->arena, S("!("), truth(u, negation(u, c)), S(")")), VALUE_TRUTH };
}

static struct value
conjunction(struct unit *u, struct cursor *c)
{
	struct value left = negation(u, c);

	while (cursor_take(c, "and"))
		left = (struct value){ JOIN(u->arena, truth(u, left), S(" && "), truth(u, negation(u, c))), VALUE_TRUTH };
	return left;
}

struct value
expression(struct unit *u, struct cursor *c)
{
	struct value left = conjunction(u, c);

	while (cursor_take(c, "or")) {
		struct value right = conjunction(u, c);

		left = (struct value){ JOIN(u->arena, S("("), truth(u, left), S(") || ("), truth(u, right), S(")")), VALUE_TRUTH };
	}
	return left;
}

struct str
condition(struct unit *u, struct cursor *c)
{
	struct str c_text = truth(u, expression(u, c));

	cursor_want_end(c);
	return c_text;
}
