/* People and requests on the command line: each verb is a call of the API, made in this process in the name of the person of --as or, with
 * --server, of another server with a token; so rules, rights and answers are the same as for programs. */
#include <stdio.h>

#include "access/token.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/call.h"
#include "daemon/commands.h"
#include "daemon/remote.h"
#include "formats/html.h"
#include "formats/json.h"
#include "people/people.h"

enum { BODY_BYTES = 32 << 10, PATH_BYTES_MAX = 2000, NAME_WIDTH = 18 };

/* A call under construction. */
struct verb {
	struct call *call;
	enum method method;
	struct buf path, body;
	struct reply *reply;
};

static struct verb
verb_new(struct call *call, enum method method, const char *path, struct str tail)
{
	struct verb verb = { .call = call, .method = method, .path = buf_new(call->arena, PATH_BYTES_MAX), .body = buf_new(call->arena, BODY_BYTES) };

	buf_add(&verb.path, S("/api/v1/"));
	buf_add(&verb.path, str_from(path));
	url_component(&verb.path, tail);
	return verb;
}

/* A member of the body or of the query, if the option was given. */
static void
verb_takes(struct verb *verb, const char *option, const char *name)
{
	struct str value = call_option(verb->call, str_from(option));

	if (str_is_empty(value))
		return;
	if (verb->method == METHOD_GET) {
		buf_char(&verb->path, str_find(buf_str(&verb->path), '?') < verb->path.length ? '&' : '?');
		url_component(&verb->path, str_from(name));
		buf_char(&verb->path, '=');
		url_component(&verb->path, value);
		return;
	}
	buf_char(&verb->body, verb->body.length == 0 ? '{' : ',');
	json_quote(&verb->body, str_from(name));
	buf_char(&verb->body, ':');
	json_quote(&verb->body, value);
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
	enum outcome broken = OK;
	struct str shown;

	TRY(person_by_email(v, call_option(verb->call, S("as")), &person));
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

static void
print_value(const struct json_value *value)
{
	static const char *const ticks[] = { "no", "yes" };

	switch (value->kind) {
	case JSON_IS_TEXT:
		printf("%.*s", STR_FORMAT(value->text));
		break;
	case JSON_IS_WHOLE:
		printf("%lld", (long long)value->whole);
		break;
	case JSON_IS_BOOL:
		fputs(ticks[value->whole != 0], stdout);
		break;
	case JSON_IS_LIST:
		for (size_t i = 0; i < value->count; i++) {
			fputs(i > 0 ? ", " : "", stdout);
			print_value(&value->items[i]);
		}
		break;
	case JSON_IS_OBJECT:
		if (json_member(value, S("name")) != NULL)
			print_value(json_member(value, S("name")));
		break;
	default:
		fputc('-', stdout);
	}
}

static void
print_object(const struct json_value *object)
{
	for (size_t i = 0; i < object->count; i++) {
		if (object->items[i].kind == JSON_IS_NULL)
			continue;
		printf("%-*.*s ", NAME_WIDTH, STR_FORMAT(object->items[i].name));
		print_value(&object->items[i]);
		putchar('\n');
	}
}

static void
print_items(const struct json_value *items)
{
	for (size_t i = 0; i < items->count; i++) {
		for (size_t k = 0; k < items->items[i].count; k++) {
			fputs(k > 0 ? "  " : "", stdout);
			print_value(&items->items[i].items[k]);
		}
		putchar('\n');
	}
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
		print_items(items);
	else
		print_object(&root);
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
	outcome = run_verb(verb, &p);
	process_close(&p);
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
	struct verb verb = verb_new(call, METHOD_GET, "programmes", S(""));
	struct str wrong = call_option(call, S("programme")), near;
	struct buf slugs = buf_new(call->arena, REPLY_BODY_MAX);
	const struct json_value *items;
	struct json_value root = { 0 };

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

/* --- the verbs --- */

/* Below a programme: "/programmes/operation-code/people". */
static struct verb
of_programme(struct call *call, enum method method, const char *what)
{
	struct verb verb = verb_new(call, method, "programmes/", call_option(call, S("programme")));

	buf_add(&verb.path, str_from(what));
	return verb;
}

static bool
lacks_programme(struct call *call)
{
	if (!str_is_empty(call_option(call, S("programme"))))
		return false;
	fputs("mentord: which programme? Say --programme SLUG\n", stderr);
	return true;
}

int
run_person_list(struct call *call)
{
	struct verb verb = of_programme(call, METHOD_GET, "/people");

	if (lacks_programme(call))
		return EXIT_USAGE;
	verb_takes(&verb, "role", "role");
	verb_takes(&verb, "q", "q");
	verb_takes(&verb, "after", "after");
	verb_takes(&verb, "limit", "limit");
	return run(&verb);
}

int
run_person_show(struct call *call)
{
	struct verb verb = of_programme(call, METHOD_GET, "/people/");

	if (lacks_programme(call))
		return EXIT_USAGE;
	url_component(&verb.path, call->words[0]);
	return run(&verb);
}

int
run_person_add(struct call *call)
{
	struct verb verb = of_programme(call, METHOD_POST, "/people");

	if (lacks_programme(call))
		return EXIT_USAGE;
	verb_takes(&verb, "name", "name");
	verb_takes(&verb, "email", "email");
	verb_takes(&verb, "zone", "zone");
	return run(&verb);
}

int
run_request_list(struct call *call)
{
	struct verb verb = of_programme(call, METHOD_GET, "/requests");

	if (lacks_programme(call))
		return EXIT_USAGE;
	verb_takes(&verb, "state", "state");
	verb_takes(&verb, "service", "service");
	verb_takes(&verb, "mine", "mine");
	verb_takes(&verb, "q", "q");
	verb_takes(&verb, "after", "after");
	verb_takes(&verb, "limit", "limit");
	return run(&verb);
}

int
run_request_show(struct call *call)
{
	struct verb verb = verb_new(call, METHOD_GET, "requests/", call->words[0]);

	return run(&verb);
}

/* The list of skills is the one answer that is no text. */
static void
takes_skills(struct verb *verb)
{
	struct str rest = call_option(verb->call, S("skills")), name;
	bool is_first = true;

	if (str_is_empty(rest))
		return;
	buf_add(&verb->body, verb->body.length == 0 ? S("{\"skills\":[") : S(",\"skills\":["));
	while (str_next(&rest, ',', &name)) {
		if (!is_first)
			buf_char(&verb->body, ',');
		is_first = false;
		json_quote(&verb->body, str_trim(name));
	}
	buf_char(&verb->body, ']');
}

int
run_request_create(struct call *call)
{
	struct verb verb = of_programme(call, METHOD_POST, "/requests");

	if (lacks_programme(call))
		return EXIT_USAGE;
	verb_takes(&verb, "service", "service");
	takes_skills(&verb);
	verb_takes(&verb, "details", "details");
	verb_takes(&verb, "title", "title");
	verb_takes(&verb, "affiliation", "affiliation");
	return run(&verb);
}

static struct verb
act_on(struct call *call, const char *act)
{
	struct verb verb = verb_new(call, METHOD_POST, "requests/", call->words[0]);

	buf_add(&verb.path, str_from(act));
	return verb;
}

int
run_request_claim(struct call *call)
{
	struct verb verb = act_on(call, "/claim");

	return run(&verb);
}

int
run_request_release(struct call *call)
{
	struct verb verb = act_on(call, "/release");

	verb_takes(&verb, "reason", "reason");
	return run(&verb);
}

int
run_request_assign(struct call *call)
{
	struct verb verb = act_on(call, "/assign");

	verb_takes(&verb, "mentor", "mentor");
	verb_takes(&verb, "reason", "reason");
	if (call_ticks(call, S("agreed")))
		buf_add(&verb.body, verb.body.length == 0 ? S("{\"has_agreed\":true") : S(",\"has_agreed\":true"));
	return run(&verb);
}

int
run_request_close(struct call *call)
{
	struct verb verb = act_on(call, "/close");

	verb_takes(&verb, "reason", "reason");
	return run(&verb);
}
