/* People and requests on the command line: each verb is a call of the API (verbs.def), made in this process in the name of the person of --as or, with
 * --server, of another server with a token; so rules, rights and answers are the same as for programs. */
#include <stdio.h>

#include "access/token.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "daemon/keys.h"
#include "daemon/remote.h"
#include "daemon/verbs.h"
#include "formats/html.h"
#include "formats/json.h"
#include "people/people.h"

enum { BODY_BYTES = 32 << 10, PATH_BYTES_MAX = 2000, CELL_BYTES = 64 << 10, NAME_WIDTH = 18 };

/* A call under construction. */
struct verb {
	struct call *call;
	enum method method;
	struct buf path, body;
	struct reply *reply;
	bool is_nobody;               /* no account has the address of --as */
};

static struct verb
verb_new(struct call *call, enum method method)
{
	return (struct verb){ .call = call, .method = method, .path = buf_new(call->arena, PATH_BYTES_MAX), .body = buf_new(call->arena, BODY_BYTES) };
}

/* The body as it goes out, closed. */
static struct str
body_of(struct verb *verb)
{
	if (verb->body.length > 0)
		buf_char(&verb->body, '}');
	return buf_str(&verb->body);
}

static struct request *
request_of(struct verb *verb, struct str token)
{
	struct arena *arena = verb->call->arena;
	struct request *request = ARENA_NEW(arena, struct request);

	request->method = verb->method;
	request->target = buf_str(&verb->path);
	request->body = body_of(verb);
	request->headers.at = ARENA_MANY(arena, 2, struct pair);
	request->headers.at[request->headers.count++] = (struct pair){ S("authorization"), str_join(arena, 2, (struct str[]){ S("Bearer "), token }) };
	request->headers.at[request->headers.count++] = (struct pair){ S("content-type"), S("application/json") };
	return request;
}

/* All in one transaction: a token that nobody else ever sees, the call, and the token's end. */
static enum outcome
run_in_turn(struct verb *verb, struct process *p)
{
	struct visit *v = call_visit(verb->call, p);
	struct person_id person = { 0 };
	struct token_id token;
	struct request *request;
	enum outcome broken = OK, said;
	struct str shown;

	said = person_by_email(v, call_option(verb->call, S("as")), &person);
	verb->is_nobody = said == NOT_FOUND;
	TRY(said);
	TRY(token_for_turn(v, person, &token, &shown));
	request = request_of(verb, shown);
	TRY(request_read_target(verb->call->arena, request));
	verb->reply = verb->method == METHOD_GET ? dispatch_web(&p->world, verb->call->arena, request)
	    : dispatch_write(&p->world, verb->call->arena, request, &broken);
	TRY(broken);
	return token_of_turn_ends(v, person, token);
}

static enum outcome
run_verb(struct verb *verb, struct process *p)
{
	enum outcome said = sql_begin(p->world.db);

	if (said != OK)
		return said;
	said = run_in_turn(verb, p);
	if (said == OK && verb->reply->status < 400)
		return sql_commit(p->world.db);
	sql_rollback(p->world.db);
	return said;
}

/* --- printing --- */

static void add_value(struct buf *, const struct json_value *);

/* Its name, or all that it holds: "side mentor state open". */
static void
add_object(struct buf *out, const struct json_value *value)
{
	const struct json_value *name = json_member(value, S("name"));

	if (name != NULL)
		add_value(out, name);
	for (size_t i = 0; name == NULL && i < value->count; i++) {
		buf_add(out, i > 0 ? S(" ") : S(""));
		buf_add(out, value->items[i].name);
		buf_char(out, ' ');
		add_value(out, &value->items[i]);
	}
}

static void
add_value(struct buf *out, const struct json_value *value)
{

	switch (value->kind) {
	case JSON_IS_TEXT:
		buf_add(out, value->text);
		break;
	case JSON_IS_WHOLE:
		buf_whole(out, value->whole);
		break;
	case JSON_IS_BOOL:
		buf_add(out, value->whole != 0 ? S("yes") : S("no"));
		break;
	case JSON_IS_LIST:
		for (size_t i = 0; i < value->count; i++) {
			buf_add(out, i > 0 ? S(", ") : S(""));
			add_value(out, &value->items[i]);
		}
		break;
	case JSON_IS_OBJECT:
		add_object(out, value);
		break;
	default:
		buf_char(out, '-');
	}
}

/* What people wrote, for a terminal: of control characters a line end alone stays, and in a row not that one either. */
static struct str
shown(struct call *call, const struct json_value *value, bool is_row)
{
	struct buf out = buf_new(call->arena, CELL_BYTES), calm = buf_new(call->arena, CELL_BYTES);

	add_value(&out, value);
	for (size_t i = 0; i < out.length; i++) {
		unsigned char c = (unsigned char)buf_str(&out).at[i];

		buf_char(&calm, (c < ' ' && (is_row || c != '\n')) || c == 0x7f ? ' ' : (char)c);
	}
	return buf_str(&calm);
}

static void
print_object(struct call *call, const struct json_value *object)
{
	for (size_t i = 0; i < object->count; i++)
		if (object->items[i].kind != JSON_IS_NULL)
			printf("%-*.*s %.*s\n", NAME_WIDTH, STR_FORMAT(object->items[i].name), STR_FORMAT(shown(call, &object->items[i], false)));
}

/* Characters, not bytes. */
static size_t
width_of(struct str text)
{
	size_t width = 0;

	for (size_t i = 0; i < text.length; i++)
		width += ((unsigned char)text.at[i] & 0xc0) != 0x80 ? 1 : 0;
	return width;
}

static void
print_cell(struct str text, size_t width, bool is_last)
{
	printf("%.*s", STR_FORMAT(text));
	for (size_t i = width_of(text); i < width && !is_last; i++)
		putchar(' ');
	fputs(is_last ? "\n" : "  ", stdout);
}

/* Rows under a heading, which are the names in JSON; --quiet leaves the rows. */
static void
print_items(struct call *call, const struct json_value *items)
{
	size_t columns = items->count > 0 ? items->items[0].count : 0;
	size_t *widths = ARENA_MANY(call->arena, columns + 1, size_t);
	struct str *cells = ARENA_MANY(call->arena, items->count * columns + 1, struct str);

	for (size_t k = 0; k < columns; k++)
		widths[k] = call->is_quiet ? 0 : width_of(items->items[0].items[k].name);
	for (size_t i = 0; i < items->count * columns; i++) {
		const struct json_value *row = &items->items[i / columns];
		size_t k = i % columns;

		cells[i] = k < row->count ? shown(call, &row->items[k], true) : S("");
		if (width_of(cells[i]) > widths[k])
			widths[k] = width_of(cells[i]);
	}
	for (size_t k = 0; k < columns && !call->is_quiet; k++)
		print_cell(items->items[0].items[k].name, widths[k], k + 1 == columns);
	for (size_t i = 0; i < items->count * columns; i++)
		print_cell(cells[i], widths[i % columns], i % columns + 1 == columns);
}

/* One object a line: the items as they stand in the text, which holds no line ends of its own. */
static void
print_json(struct call *call, struct str body, const struct json_value *root)
{
	const struct json_value *items = json_member(root, S("items"));
	struct buf out = buf_new(call->arena, REPLY_BODY_MAX);

	if (items == NULL) {
		printf("%.*s\n", STR_FORMAT(body));
		return;
	}
	for (size_t i = 0; i < items->count; i++) {
		json_print(&out, &items->items[i]);
		buf_char(&out, '\n');
	}
	printf("%.*s", STR_FORMAT(buf_str(&out)));
}

static int
complain(const struct reply *reply, const struct json_value *problem)
{
	const struct json_value *detail = json_member(problem, S("detail")), *errors = json_member(problem, S("errors"));

	fprintf(stderr, "mentord: %.*s\n", STR_FORMAT(detail == NULL ? S("refused") : detail->text));
	for (size_t i = 0; errors != NULL && i < errors->count; i++)
		fprintf(stderr, "  %.*s: %.*s\n", STR_FORMAT(json_member(&errors->items[i], S("field"))->text),
		    STR_FORMAT(json_member(&errors->items[i], S("detail"))->text));
	return exit_of_status(reply->status);
}

/* "…?after=CURSOR&…": the address of the next page holds it first. */
static struct str
cursor_in(struct str url)
{
	struct str rest = str_skip(url, str_find(url, '=') + 1);

	return str_head(rest, str_find(rest, '&'));
}

static int
show(struct verb *verb)
{
	struct str body = buf_str(&verb->reply->body);
	const struct json_value *items, *next;
	struct json_value root = { 0 };

	if (body.length > 0 && json_read(verb->call->arena, body, &root) != OK)
		return call_fail("the answer cannot be read", STORE_FAILED);
	if (verb->reply->status >= 400)
		return complain(verb->reply, &root);
	items = json_member(&root, S("items"));
	next = json_member(&root, S("next"));
	if (call_ticks(verb->call, S("json")))
		print_json(verb->call, body, &root);
	else if (items != NULL)
		print_items(verb->call, items);
	else
		print_object(verb->call, &root);
	if (next != NULL && next->kind == JSON_IS_TEXT)
		call_notes(verb->call, "There is more: --limit 100, or --after %.*s\n", STR_FORMAT(cursor_in(next->text)));
	return EXIT_DONE;
}

static int
ask_here(struct verb *verb)
{
	struct orders orders = { 0 };
	struct process p;
	enum outcome outcome;
	int said;

	if (str_is_empty(call_option(verb->call, S("as")))) {
		fputs("mentord: in whose name? Say --as EMAIL, or --server URL to ask another server\n", stderr);
		return EXIT_USAGE;
	}
	said = call_open(verb->call, &orders, &p);
	if (said != EXIT_DONE)
		return said;
	said = keys_open(verb->call, &p, &orders);    /* what it does may write letters */
	if (said != EXIT_DONE) {
		process_close(&p);
		return said;
	}
	outcome = run_verb(verb, &p);
	process_close(&p);
	if (verb->is_nobody)
		return call_knows_nobody(call_option(verb->call, S("as")));
	return outcome == OK ? EXIT_DONE : call_fail("not done", outcome);
}

static int
ask(struct verb *verb)
{
	struct remote remote;
	int said;

	if (str_is_empty(call_option(verb->call, S("server"))))
		return ask_here(verb);
	said = remote_open(verb->call, &remote);
	return said == EXIT_DONE ? remote_ask(&remote, verb->method, buf_str(&verb->path), body_of(verb), &verb->reply) : said;
}

/* "Nothing here" may only be a slip in the name of the programme. */
static void
suggest_programme(struct call *call)
{
	struct verb verb = verb_new(call, METHOD_GET);
	struct str wrong = call_option(call, S("programme")), near;
	struct buf slugs = buf_new(call->arena, REPLY_BODY_MAX);
	const struct json_value *items;
	struct json_value root = { 0 };

	buf_add(&verb.path, S("/api/v1/programmes"));
	if (str_is_empty(wrong) || ask(&verb) != EXIT_DONE || verb.reply->status != 200 ||
	    json_read(call->arena, buf_str(&verb.reply->body), &root) != OK)
		return;
	items = json_member(&root, S("items"));
	for (size_t i = 0; items != NULL && i < items->count; i++) {
		const struct json_value *slug = json_member(&items->items[i], S("slug"));

		if (slug == NULL || str_equal(slug->text, wrong))
			return;    /* the programme was not what is missing */
		buf_add(&slugs, slug->text);
		buf_char(&slugs, ' ');
	}
	near = nearest_word(buf_str(&slugs), ' ', wrong);
	fprintf(stderr, "mentord: there is no programme \"%.*s\"%s%.*s\n", STR_FORMAT(wrong), near.length > 0 ? "; did you mean " : "",
	    STR_FORMAT(near));
}

static int
run(struct verb *verb)
{
	int said = ask(verb);

	if (said == EXIT_DONE)
		said = show(verb);
	if (said == EXIT_NOT_FOUND && verb->reply != NULL)
		suggest_programme(verb->call);
	return said;
}

/* --- the call that a command line is --- */

static bool
lacks_programme(struct call *call)
{
	if (!str_is_empty(call_option(call, S("programme"))))
		return false;
	fputs("mentord: which programme? Say --programme SLUG\n", stderr);
	return true;
}

static bool
lacks_side(struct call *call)
{
	if (!str_is_empty(call_option(call, S("side"))))
		return false;
	fputs("mentord: as what? Say --side mentor or --side mentee\n", stderr);
	return true;
}

/* What stands in the path for ":p", ":side", and the argument for whatever else it names. */
static int
add_parameter(struct verb *verb, struct str name)
{
	struct call *call = verb->call;

	if ((str_equal(name, S(":p")) && lacks_programme(call)) || (str_equal(name, S(":side")) && lacks_side(call)))
		return EXIT_USAGE;
	if (str_equal(name, S(":p")))
		url_component(&verb->path, call_option(call, S("programme")));
	else if (str_equal(name, S(":side")))
		url_component(&verb->path, call_option(call, S("side")));
	else
		url_component(&verb->path, call->words[0]);
	return EXIT_DONE;
}

/* "/api/v1/programmes/:p/people/:id" */
static int
add_path(struct verb *verb, struct str pattern)
{
	struct str step;
	int said = EXIT_DONE;

	pattern = str_skip(pattern, 1);
	while (said == EXIT_DONE && str_next(&pattern, '/', &step)) {
		buf_char(&verb->path, '/');
		if (str_starts(step, S(":")))
			said = add_parameter(verb, step);
		else
			buf_add(&verb->path, step);
	}
	return said;
}

static void
add_query(struct verb *verb, const struct field *field, struct str value)
{
	buf_char(&verb->path, str_find(buf_str(&verb->path), '?') < verb->path.length ? '&' : '?');
	url_component(&verb->path, field->name);
	buf_char(&verb->path, '=');
	url_component(&verb->path, value);
}

/* "JS, python" as a list of texts. */
static void
add_list(struct buf *body, struct str list)
{
	const char *between = "[";
	struct str one;

	while (str_next(&list, ',', &one)) {
		buf_add(body, str_from(between));
		json_quote(body, str_trim(one));
		between = ",";
	}
	buf_char(body, ']');
}

/* Of the type that the field has; what is of no such type goes as it is, and the answer says what is wanted. */
static void
add_member(struct verb *verb, const struct field *field, struct str value)
{
	int64_t number;

	buf_char(&verb->body, verb->body.length == 0 ? '{' : ',');
	json_quote(&verb->body, field->name);
	buf_char(&verb->body, ':');
	if (field->type == FIELD_TICK)
		buf_add(&verb->body, str_equal(value, S("no")) ? S("false") : S("true"));
	else if (field->type == FIELD_TEXTS || field->type == FIELD_CHOICES)
		add_list(&verb->body, value);
	else if (field->type == FIELD_WHOLE && str_whole(value, &number))
		buf_whole(&verb->body, number);
	else
		json_quote(&verb->body, value);
}

/* The answers to a programme's own questions come as one object: which there are is known where they are asked. */
static int
add_answers(struct verb *verb)
{
	struct str answers = str_trim(call_option(verb->call, S("answers")));

	if (str_is_empty(answers))
		return EXIT_DONE;
	if (!str_starts(answers, S("{")) || !str_ends(answers, S("}")) || answers.length > BODY_BYTES - 2) {
		fputs("mentord: --answers takes a JSON object, like '{\"why\":\"I want to learn\"}', 32 kB at most\n", stderr);
		return EXIT_USAGE;
	}
	buf_add(&verb->body, str_head(answers, answers.length - 1));    /* body_of() closes it */
	return EXIT_DONE;
}

int
run_api(struct call *call)
{
	const struct verb_row *row = verb_of(call->command->name);
	const struct route *route = verb_route(row);
	struct verb verb = verb_new(call, route->method);

	if (add_path(&verb, route->path) != EXIT_DONE || add_answers(&verb) != EXIT_DONE)
		return EXIT_USAGE;
	for (size_t i = 0; i < call->flag_count; i++) {
		const struct field *field = verb_field(row, call->flags[i].name);

		if (field == NULL || str_is_empty(call->flags[i].value) || call_option(call, call->flags[i].name).at != call->flags[i].value.at)
			continue;    /* of an option that is said twice the first counts */
		if (verb.method == METHOD_GET)
			add_query(&verb, field, call->flags[i].value);
		else
			add_member(&verb, field, call->flags[i].value);
	}
	return run(&verb);
}
