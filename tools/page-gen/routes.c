/* routes.def to prototypes of handlers and URL functions. A row:
 * ROUTE(GET, "/p/:p/help", help_list, READ, who, thing, form, body, again)
 * A COMMAND has a handler but no address; `again` is a handler too, though no address may be its own. */
#include "gen.h"
#include "routes.h"

#include <stdio.h>
#include <stdlib.h>

static bool
is_row(const struct source *source, size_t at)
{
	return str_starts(str_skip(source->text, at), S("ROUTE(")) && (at == 0 || source->text.at[at - 1] == '\n');
}

static void
check_path(const struct source *source, const struct route *route)
{
	struct str rest = route->path, part;

	if (str_equal(route->method, S("COMMAND")))
		return;
	if (!str_starts(rest, S("/")))
		refuse(source, route->at, "a path starts with \"/\"");
	rest = str_skip(rest, 1);
	while (str_next(&rest, '/', &part)) {
		bool is_parameter = str_starts(part, S(":"));

		for (size_t i = is_parameter ? 1 : 0; i < part.length; i++)
			if (!is_name_byte(part.at[i]) && (is_parameter || memchr("-.", part.at[i], 2) == NULL))
				refuse(source, route->at, "\"%.*s\" is neither a plain step nor :name", STR_FORMAT(part));
		if (part.length == (is_parameter ? 1 : 0) && route->path.length > 1)
			refuse(source, route->at, "an empty step in \"%.*s\"", STR_FORMAT(route->path));
	}
}

static void
check_new(const struct source *source, const struct routes *routes, const struct route *route)
{
	for (size_t i = 0; i < routes->count; i++) {
		const struct route *other = &routes->at[i];

		if (str_equal(other->handler, route->handler))
			refuse(source, route->at, "\"%.*s\" handles two routes", STR_FORMAT(route->handler));
		if (str_equal(other->path, route->path) && str_equal(other->method, route->method))
			refuse(source, route->at, "%.*s %.*s stands twice", STR_FORMAT(route->method), STR_FORMAT(route->path));
	}
	if (routes->count == NAMES_MAX)
		refuse(source, route->at, "more than %d routes", NAMES_MAX);
}

/* The last of the row's values, past all others and their own parentheses. */
static struct str
last_value(struct cursor *c)
{
	struct str last = S("");

	for (size_t depth = 1; depth > 0;) {
		struct token token = token_next(c);

		if (token.kind == TOKEN_END)
			refuse(c->source, c->at, "a row without \")\"");
		depth += token_is(token, "(") ? 1 : 0;
		depth -= token_is(token, ")") ? 1 : 0;
		if (depth > 0)
			last = token.text;
	}
	return last;
}

static struct route
row_read(const struct source *source, size_t at)
{
	struct cursor c = { source, at + S("ROUTE(").length, source->text.length };
	struct route route = { .at = at };
	struct token path;

	route.method = cursor_want_name(&c, "GET, POST or COMMAND").text;
	if (!str_equal(route.method, S("GET")) && !str_equal(route.method, S("POST")) && !str_equal(route.method, S("COMMAND")))
		refuse(source, at, "a route is GET, POST or COMMAND, not %.*s", STR_FORMAT(route.method));
	cursor_want(&c, ",");
	path = token_next(&c);
	if (path.kind != TOKEN_STRING)
		refuse(source, path.at, "the path is a string");
	route.path = path.text;
	cursor_want(&c, ",");
	route.handler = cursor_want_name(&c, "a handler").text;
	cursor_want(&c, ",");
	route.again = last_value(&c);
	check_path(source, &route);
	return route;
}

void
routes_read(const struct source *source, struct routes *routes)
{
	for (size_t at = 0; at < source->text.length; at++) {
		if (!is_row(source, at))
			continue;
		struct route route = row_read(source, at);

		check_new(source, routes, &route);
		routes->at[routes->count++] = route;
		names_add(&routes->prototypes, route.handler);
	}
	for (size_t i = 0; i < routes->count; i++)
		if (routes->at[i].again.length > 0 && !str_equal(routes->at[i].again, S("NO_PAGE")) && is_name_byte(routes->at[i].again.at[0]))
			names_add(&routes->prototypes, routes->at[i].again);
}

/* "url_help_list(struct arena *arena, struct str p)" */
static struct str
signature(struct arena *arena, const struct route *route)
{
	struct buf b = buf_new(arena, 4000);
	struct str rest = route->path, part;

	buf_add(&b, JOIN(arena, S("url_"), route->handler, S("(struct arena *arena")));
	while (str_next(&rest, '/', &part))
		if (str_starts(part, S(":")))
			buf_add(&b, JOIN(arena, S(", struct str "), str_skip(part, 1)));
	buf_add(&b, S(")"));
	return buf_str(&b);
}

static bool
has_parameter(const struct route *route)
{
	return str_has(route->path, S("/:"));
}

static void
print_steps(struct arena *arena, struct buf *b, struct str path)
{
	struct str fixed = S(""), rest = str_skip(path, 1), part;

	while (str_next(&rest, '/', &part)) {
		fixed = JOIN(arena, fixed, S("/"));
		if (!str_starts(part, S(":"))) {
			fixed = JOIN(arena, fixed, part);
			continue;
		}
		buf_add(b, JOIN(arena, S("\tbuf_add(&url, S("), c_literal(arena, fixed), S("));\n\turl_component(&url, "),
		    str_skip(part, 1), S(");\n")));
		fixed = S("");
	}
	if (fixed.length > 0)
		buf_add(b, JOIN(arena, S("\tbuf_add(&url, S("), c_literal(arena, fixed), S("));\n")));
}

static void
print_function(struct arena *arena, struct buf *b, const struct source *source, const struct route *route)
{
	buf_format(b, "\n/* %s:%zu */\nstruct str\n", source->path, line_of(source, route->at));
	buf_add(b, signature(arena, route));
	if (!has_parameter(route)) {
		buf_add(b, JOIN(arena, S("\n{\n\t(void)arena;\n\treturn S("), c_literal(arena, route->path), S(");\n}\n")));
		return;
	}
	buf_add(b, S("\n{\n\tstruct buf url = buf_new(arena, URL_MAX);\n\n"));
	print_steps(arena, b, route->path);
	buf_add(b, S("\treturn url.is_overflown ? S(\"#\") : buf_str(&url);\n}\n"));
}

void
routes_print(struct arena *arena, const struct source *source, const struct routes *routes, const char *out_folder)
{
	struct buf head = buf_new(arena, OUT_MAX), code = buf_new(arena, OUT_MAX);

	buf_format(&head, "/* Generated by page-gen from %s: who handles what, and the addresses. */\n", source->path);
	buf_add(&head, S("#ifndef HTTP_ROUTES_H\n#define HTTP_ROUTES_H\n\n#include \"base/outcome.h\"\n#include \"base/str.h\"\n\n"
	    "struct arena;\nstruct visit;\n\n"));
	buf_format(&code, "/* Generated by page-gen from %s. */\n", source->path);
	buf_add(&code, S("#include \"http/routes.h\"\n\n#include \"base/buf.h\"\n#include \"formats/html.h\"\n\n"
	    "enum { URL_MAX = 8 << 10 };\n"));
	for (size_t i = 0; i < routes->prototypes.count; i++)
		buf_add(&head, JOIN(arena, S("enum outcome "), routes->prototypes.at[i], S("(struct visit *);\n")));
	buf_add(&head, S("\n"));
	for (size_t i = 0; i < routes->count; i++) {
		if (str_equal(routes->at[i].method, S("COMMAND")))
			continue;
		buf_add(&head, JOIN(arena, S("struct str "), signature(arena, &routes->at[i]), S(";\n")));
		print_function(arena, &code, source, &routes->at[i]);
	}
	buf_add(&head, S("\n#endif\n"));
	file_write(arena, out_folder, S("http/routes.h"), buf_str(&head));
	file_write(arena, out_folder, S("http/routes.c"), buf_str(&code));
}
