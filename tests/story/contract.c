/* The contract check: every answer to a program is held against the OpenAPI document that the server itself gives, and so is every body
 * that was accepted. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/openapi.h"
#include "daemon/route.h"
#include "formats/json.h"
#include "story.h"

enum { DOCUMENT_BYTES = 2 << 20 };

static const struct json_value *document;

/* Read once: the document does not change while a program runs. */
static const struct json_value *
document_of(struct tale *t)
{
	static struct arena *arena;
	struct json_value *root;
	struct buf text;

	if (document != NULL)
		return document;
	arena_open(STORY_ARENA, &arena);
	root = ARENA_NEW(arena, struct json_value);
	text = buf_new(arena, DOCUMENT_BYTES);
	openapi_print(&text, t->world.server.base_url);
	check(!text.is_overflown && json_read(arena, buf_str(&text), root) == OK);
	document = root;
	return document;
}

/* Members of members; NULL as soon as one is missing. */
static const struct json_value *
down(const struct json_value *from, size_t count, const struct str *names)
{
	for (size_t i = 0; i < count && from != NULL; i++)
		from = json_member(from, names[i]);
	return from;
}

/* What breaks the contract, in words; empty if nothing does. */
static struct str judge(struct tale *t, const struct json_value *schema, const struct json_value *value);

static struct str
broken(struct tale *t, struct str where, const char *what)
{
	return str_join(t->arena, 3, (struct str[]){ where, S(": "), str_from(what) });
}

static bool
is_of_type(const struct json_value *value, struct str type)
{
	static const struct {
		const char *name;
		enum json_kind kind;
	} types[] = {
		{ "null", JSON_IS_NULL }, { "boolean", JSON_IS_BOOL }, { "integer", JSON_IS_WHOLE }, { "string", JSON_IS_TEXT },
		{ "array", JSON_IS_LIST }, { "object", JSON_IS_OBJECT },
	};

	for (size_t i = 0; i < ARRAY_LENGTH(types); i++)
		if (str_equal(type, str_from(types[i].name)))
			return value->kind == types[i].kind;
	return false;
}

static bool
has_type(const struct json_value *types, const struct json_value *value)
{
	if (types == NULL)
		return true;
	if (types->kind == JSON_IS_TEXT)
		return is_of_type(value, types->text);
	for (size_t i = 0; i < types->count; i++)
		if (is_of_type(value, types->items[i].text))
			return true;
	return false;
}

static bool
is_in(const struct json_value *words, const struct json_value *value)
{
	if (words == NULL)
		return true;
	for (size_t i = 0; i < words->count; i++)
		if (words->items[i].kind == value->kind && str_equal(words->items[i].text, value->text))
			return true;
	return false;
}

static struct str
judge_object(struct tale *t, const struct json_value *schema, const struct json_value *value)
{
	const struct json_value *properties = json_member(schema, S("properties")), *required = json_member(schema, S("required"));

	if (properties == NULL)
		return S("");    /* any object: what it must hold is judged where the document says so in words */
	for (size_t i = 0; i < value->count; i++) {
		const struct json_value *property = json_member(properties, value->items[i].name);
		struct str said = property == NULL ? broken(t, value->items[i].name, "is not in the document") : judge(t, property, &value->items[i]);

		if (!str_is_empty(said))
			return said;
	}
	for (size_t i = 0; required != NULL && i < required->count; i++)
		if (json_member(value, required->items[i].text) == NULL)
			return broken(t, required->items[i].text, "is missing");
	return S("");
}

static struct str
judge_list(struct tale *t, const struct json_value *schema, const struct json_value *value)
{
	const struct json_value *items = json_member(schema, S("items"));

	for (size_t i = 0; items != NULL && i < value->count; i++) {
		struct str said = judge(t, items, &value->items[i]);

		if (!str_is_empty(said))
			return said;
	}
	return S("");
}

static const struct json_value *
follow(struct tale *t, const struct json_value *schema)
{
	const struct json_value *reference = json_member(schema, S("$ref"));
	struct str name;

	if (reference == NULL)
		return schema;
	name = str_skip(reference->text, S("#/components/schemas/").length);
	return down(document_of(t), 3, (struct str[]){ S("components"), S("schemas"), name });
}

/* anyOf: one of them holds. */
static struct str
judge_choice(struct tale *t, const struct json_value *schema, const struct json_value *value)
{
	const struct json_value *any = json_member(schema, S("anyOf"));
	struct str said = S("");

	for (size_t i = 0; any != NULL && i < any->count; i++) {
		said = judge(t, &any->items[i], value);
		if (str_is_empty(said))
			break;
	}
	return said;
}

static struct str
judge(struct tale *t, const struct json_value *schema, const struct json_value *value)
{
	schema = follow(t, schema);
	if (schema == NULL)
		return S("a reference leads nowhere");
	if (!has_type(json_member(schema, S("type")), value))
		return broken(t, value->name, "has another type than the document says");
	if (!is_in(json_member(schema, S("enum")), value))
		return broken(t, value->name, "is not one of the words of the document");
	if (json_member(schema, S("anyOf")) != NULL)
		return judge_choice(t, schema, value);
	if (value->kind == JSON_IS_OBJECT)
		return judge_object(t, schema, value);
	return value->kind == JSON_IS_LIST ? judge_list(t, schema, value) : S("");
}

/* "/api/v1/requests/:id" as the document writes it. */
static struct str
documented_path(struct tale *t, struct str path)
{
	struct buf out = buf_new(t->arena, 400);
	struct str part;

	path = str_skip(path, 1);
	while (str_next(&path, '/', &part)) {
		buf_char(&out, '/');
		if (str_starts(part, S(":")))
			buf_format(&out, "{%.*s}", STR_FORMAT(str_skip(part, 1)));
		else
			buf_add(&out, part);
	}
	return buf_str(&out);
}

static struct str
header_of(const struct reply *reply, struct str name)
{
	for (size_t i = 0; i < reply->header_count; i++)
		if (str_equal(reply->headers[i].name, name))
			return reply->headers[i].value;
	return S("");
}

static struct str
judge_body(struct tale *t, const struct json_value *answer, struct str text, struct str type)
{
	const struct json_value *schema = down(answer, 3, (struct str[]){ S("content"), type, S("schema") });
	struct json_value value;

	if (schema == NULL)
		return str_is_empty(text) ? S("") : broken(t, type, "is no type that the document knows for this answer");
	if (json_read(t->arena, text, &value) != OK)
		return S("the answer is no JSON");
	return judge(t, schema, &value);
}

static const struct json_value *
answer_of(struct tale *t, const struct json_value *operation, int status)
{
	struct buf code = buf_new(t->arena, 8);
	const struct json_value *answer;

	buf_whole(&code, status);
	answer = down(operation, 2, (struct str[]){ S("responses"), buf_str(&code) });
	if (answer == NULL)
		answer = down(operation, 2, (struct str[]){ S("responses"), status >= 500 ? S("5XX") : S("4XX") });
	if (answer != NULL && json_member(answer, S("$ref")) != NULL)
		answer = down(document_of(t), 3, (struct str[]){ S("components"), S("responses"), S("problem") });
	return answer;
}

/* With 412 a problem holds the thing as it is: an object of the shape that the row answers with. */
static struct str
judge_present(struct tale *t, const struct json_value *operation)
{
	const struct json_value *present, *schema = NULL;
	struct json_value problem;

	check(json_read(t->arena, buf_str(&t->reply->body), &problem) == OK);
	present = json_member(&problem, S("present"));
	for (int status = 200; status <= 201 && schema == NULL; status++)
		schema = down(answer_of(t, operation, status), 3, (struct str[]){ S("content"), S("application/json"), S("schema") });
	if (present == NULL || present->kind != JSON_IS_OBJECT)
		return S("a 412 does not say what is there now");
	return schema == NULL ? S("a 412 where nothing is answered") : judge(t, schema, present);
}

static struct str
judge_answer(struct tale *t, const struct json_value *operation, const struct json_value *answer)
{
	struct str said = judge_body(t, answer, buf_str(&t->reply->body), header_of(t->reply, S("Content-Type")));

	return str_is_empty(said) && t->reply->status == 412 ? judge_present(t, operation) : said;
}

void
tale_keeps_contract(struct tale *t, const struct request *request)
{
	const struct json_value *operation, *answer, *body;
	const struct route *route;
	struct str params[VISIT_PARAMS], said;

	if (!str_starts(request->path, S("/api/")) || route_find(request->method, request->path, &route, params) != OK)
		return;
	operation = down(document_of(t), 3, (struct str[]){
	    S("paths"), documented_path(t, route->path), request->method == METHOD_POST ? S("post") : S("get") });
	answer = answer_of(t, operation, t->reply->status);
	if (operation == NULL || answer == NULL) {
		tale_fails(t, "the document does not know %d for %.*s", t->reply->status, STR_FORMAT(route->path));
		return;
	}
	said = judge_answer(t, operation, answer);
	body = down(operation, 4, (struct str[]){ S("requestBody"), S("content"), S("application/json"), S("schema") });
	if (str_is_empty(said) && body != NULL && t->reply->status < 300 && !str_is_empty(request->body)) {
		struct json_value sent;

		said = json_read(t->arena, request->body, &sent) == OK ? judge(t, body, &sent) : S("an accepted body is no JSON");
	}
	if (!str_is_empty(said))
		tale_fails(t, "%.*s breaks its contract: %.*s", STR_FORMAT(route->path), STR_FORMAT(said));
}
