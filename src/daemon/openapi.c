/* OpenAPI 3.1 from the route table. Nothing is written here that a row, a form or a shape could say. */
#include "daemon/openapi.h"

#include "access/api.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/route.h"
#include "daemon/version.h"
#include "formats/json.h"
#include "forms/form_json.h"
#include "http/routes.h"

enum { SHAPES_MOST = 192, FORMS_MOST = 128, PATHS_MOST = 192 };

/* Each thing once, in the order in which it was first met. */
struct once {
	const void *at[SHAPES_MOST];
	size_t count;
};

static bool
once_add(struct once *once, const void *thing)
{
	for (size_t i = 0; i < once->count; i++)
		if (once->at[i] == thing)
			return false;
	check(once->count < SHAPES_MOST);
	once->at[once->count++] = thing;
	return true;
}

static void
collect_shape(struct once *shapes, const struct shape *shape)
{
	if (shape == NULL || !once_add(shapes, shape))
		return;
	for (size_t i = 0; i < shape->count; i++)
		collect_shape(shapes, shape->fields[i].of);
}

/* /requests/:id becomes /requests/{id}. */
static void
print_path(struct buf *out, struct str path)
{
	struct str part;

	buf_char(out, '"');
	path = str_skip(path, 1);
	while (str_next(&path, '/', &part)) {
		buf_char(out, '/');
		if (!str_starts(part, S(":"))) {
			buf_add(out, part);
			continue;
		}
		buf_char(out, '{');
		buf_add(out, str_skip(part, 1));
		buf_char(out, '}');
	}
	buf_char(out, '"');
}

static const char *
about_parameter(struct str name)
{
	if (str_equal(name, S("p")))
		return "The slug of a programme.";
	if (str_equal(name, S("view")))
		return "The id of a view.";
	return str_equal(name, S("id")) ? "An id as answers show it." : "The slug of a document.";
}

static void
print_path_parameters(struct buf *out, const struct route *route, bool *has_any)
{
	struct str path = route->path, part;

	while (str_next(&path, '/', &part)) {
		if (!str_starts(part, S(":")))
			continue;
		buf_add(out, *has_any ? S(",{\"name\":") : S("{\"name\":"));
		*has_any = true;
		json_quote(out, str_skip(part, 1));
		buf_add(out, S(",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"},\"description\":"));
		json_quote(out, str_from(about_parameter(str_skip(part, 1))));
		buf_char(out, '}');
	}
}

static void
print_query_parameters(struct buf *out, const struct form *form, bool *has_any)
{
	for (size_t i = 0; form != NULL && i < form->count; i++) {
		buf_add(out, *has_any ? S(",{\"name\":") : S("{\"name\":"));
		*has_any = true;
		json_quote(out, form->fields[i].name);
		buf_add(out, S(",\"in\":\"query\",\"schema\":"));
		field_schema_print(out, &form->fields[i]);
		buf_char(out, '}');
	}
}

static void
print_parameters(struct buf *out, const struct route *route)
{
	bool has_any = false;

	buf_add(out, S(",\"parameters\":["));
	print_path_parameters(out, route, &has_any);
	if (route->kind == READ)
		print_query_parameters(out, route->form, &has_any);
	if (route->kind == WRITE)
		buf_add(out, has_any ? S(",{\"$ref\":\"#/components/parameters/key\"}") : S("{\"$ref\":\"#/components/parameters/key\"}"));
	if (route->kind == WRITE && route->answer != NULL)
		buf_add(out, S(",{\"$ref\":\"#/components/parameters/match\"}"));
	buf_char(out, ']');
}

static void
print_body(struct buf *out, const struct route *route)
{
	bool is_required = false;

	if (route->kind != WRITE || route->form == NULL || (route->form->count == 0 && !route->form->is_asked))
		return;
	for (size_t i = 0; i < route->form->count; i++)
		is_required = is_required || route->form->fields[i].is_required;
	buf_format(out, ",\"requestBody\":{\"required\":%s,\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/",
	    is_required ? "true" : "false");
	buf_add(out, route->form->name);
	buf_add(out, S("\"}}}}"));
}

static void
print_answers(struct buf *out, const struct route *route)
{
	buf_format(out, ",\"responses\":{\"%d\":{\"description\":", route->shape == NULL ? 204 : route->status);
	json_quote(out, route->shape == NULL ? S("Done.") : route->shape->name);
	if (route->shape != NULL) {
		buf_add(out, S(",\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/"));
		buf_add(out, route->shape->name);
		buf_add(out, S("\"}}}"));
	}
	buf_char(out, '}');
	if (route->kind == WRITE && route->shape != NULL)
		buf_add(out, S(",\"204\":{\"description\":\"Done, and you may not see it any more.\"}"));
	if (route->kind == READ)
		buf_add(out, S(",\"304\":{\"description\":\"As you know it.\"}"));
	buf_add(out, S(",\"4XX\":{\"$ref\":\"#/components/responses/problem\"},\"5XX\":{\"$ref\":\"#/components/responses/problem\"}}"));
}

/* The tag: the first word behind /api/v1. */
static struct str
tag_of(const struct route *route)
{
	struct str rest = str_skip(route->path, S("/api/v1/").length);

	if (route->thing == A_PERSON || str_has(rest, S("/people")) || str_has(rest, S("/mentor")))
		return S("people");
	if (route->thing == A_REQUEST || str_has(rest, S("/requests")))
		return S("requests");
	return str_starts(rest, S("me")) ? S("me") : S("programmes");
}

static void
print_operation(struct buf *out, const struct route *route)
{
	buf_add(out, route->method == METHOD_GET ? S("\"get\":{") : S("\"post\":{"));
	buf_add(out, S("\"operationId\":"));
	json_quote(out, route->name);
	buf_add(out, S(",\"summary\":"));
	json_quote(out, route->about);
	buf_add(out, S(",\"tags\":["));
	json_quote(out, tag_of(route));
	buf_char(out, ']');
	print_parameters(out, route);
	print_body(out, route);
	print_answers(out, route);
	buf_char(out, '}');
}

static bool
is_first_of_path(size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (routes[i].is_api && str_equal(routes[i].path, routes[at].path))
			return false;
	return true;
}

static void
print_paths(struct buf *out)
{
	bool has_any = false;

	buf_add(out, S(",\"paths\":{"));
	for (size_t i = 0; i < route_count; i++) {
		bool is_later = false;

		if (!routes[i].is_api || !is_first_of_path(i))
			continue;
		if (has_any)
			buf_char(out, ',');
		has_any = true;
		print_path(out, routes[i].path);
		buf_add(out, S(":{"));
		for (size_t k = i; k < route_count; k++) {
			if (!routes[k].is_api || !str_equal(routes[k].path, routes[i].path))
				continue;
			if (is_later)
				buf_char(out, ',');
			is_later = true;
			print_operation(out, &routes[k]);
		}
		buf_char(out, '}');
	}
	buf_char(out, '}');
}

static void
print_schemas(struct buf *out)
{
	struct once shapes = { .count = 0 }, forms = { .count = 0 };

	collect_shape(&shapes, &problem_shape);
	for (size_t i = 0; i < route_count; i++) {
		if (!routes[i].is_api)
			continue;
		collect_shape(&shapes, routes[i].shape);
		if (routes[i].kind == WRITE && routes[i].form != NULL && (routes[i].form->count > 0 || routes[i].form->is_asked))
			(void)once_add(&forms, routes[i].form);
	}
	buf_add(out, S("\"schemas\":{"));
	for (size_t i = 0; i < shapes.count; i++) {
		const struct shape *shape = shapes.at[i];

		if (i > 0)
			buf_char(out, ',');
		json_quote(out, shape->name);
		buf_char(out, ':');
		shape_schema_print(out, shape);
	}
	for (size_t i = 0; i < forms.count; i++) {
		const struct form *form = forms.at[i];

		buf_char(out, ',');
		json_quote(out, form->name);
		buf_char(out, ':');
		form_schema_print(out, form);
	}
	buf_char(out, '}');
}

static void
print_components(struct buf *out)
{
	buf_add(out, S(",\"components\":{"));
	print_schemas(out);
	buf_add(out, S(",\"parameters\":{\"key\":{\"name\":\"Idempotency-Key\",\"in\":\"header\",\"schema\":{\"type\":\"string\",\"maxLength\":64},"
	    "\"description\":\"At most 64 visible ASCII signs. The same key and body get the same answer, another body 422; kept for 48 hours.\"},"
	    "\"match\":{\"name\":\"If-Match\",\"in\":\"header\",\"schema\":{\"type\":\"string\"},"
	    "\"description\":\"Never required. The ETag that you read (of the request that this acts on; else of what this call answers with): 412 if somebody "
	    "changed it since; its member present is the thing as it is now.\"}}"));
	buf_add(out, S(",\"responses\":{\"problem\":{\"description\":\"Why not, as RFC 9457 says it.\",\"content\":{\"application/problem+json\":"
	    "{\"schema\":{\"$ref\":\"#/components/schemas/Problem\"}}}}}"));
	buf_add(out, S(",\"securitySchemes\":{\"token\":{\"type\":\"http\",\"scheme\":\"bearer\","
	    "\"description\":\"A token made under “Security”, or by mentord token create.\"}}}"));
}

void
openapi_print(struct buf *out, struct str base_url)
{
	buf_add(out, S("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"mentord\",\"version\":\"" MENTORD_VERSION "\","
	    "\"summary\":\"Mentorship programmes of a community.\","
	    "\"description\":\"Lists hold at most 100 rows; the header Link says where they go on. Moments are UTC. A token does everything that the pages do for "
	    "its person, but what needs a proof of the last ten minutes or concerns signing in: roles, tokens, sessions and second factors have no calls.\","
	    "\"license\":{\"name\":\"MIT\",\"identifier\":\"MIT\"}},\"servers\":[{\"url\":"));
	json_quote(out, str_is_empty(base_url) ? S("/") : base_url);
	buf_add(out, S("}],\"security\":[{\"token\":[]}],\"tags\":[{\"name\":\"me\",\"description\":\"Who the token is.\"},"
	    "{\"name\":\"programmes\",\"description\":\"Programmes as data.\"},{\"name\":\"people\",\"description\":\"Members and mentors.\"},"
	    "{\"name\":\"requests\",\"description\":\"The request desk.\"}]"));
	print_paths(out);
	print_components(out);
	buf_char(out, '}');
}

enum outcome
openapi_show(struct visit *v)
{
	reply_header(v->reply, S("Content-Type"), S("application/json"));
	openapi_print(&v->reply->body, v->server->base_url);
	return OK;
}
