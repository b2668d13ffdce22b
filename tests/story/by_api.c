/* Stories told by programs: what a page would have sent as a form goes as JSON over the API, with a token instead of a cookie. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/route.h"
#include "formats/json.h"
#include "story.h"

enum { BODY_MAX = 64 << 10 };

/* /p/SLUG/requests/ID/ACT is /api/v1/requests/ID/ACT; everything else stays a page. */
struct str
tale_api_path(struct tale *t, struct str path)
{
	struct str rest = path, part = { 0 }, slug = { 0 }, room = { 0 }, id = { 0 };

	if (!t->is_by_api || !str_starts(path, S("/p/")))
		return path;
	rest = str_skip(rest, 3);
	if (!str_next(&rest, '/', &slug) || !str_next(&rest, '/', &room) || !str_equal(room, S("requests")) || !str_next(&rest, '/', &id) ||
	    str_equal(id, S("new")) || !str_next(&rest, '/', &part) || rest.at != NULL)
		return path;
	return str_join(t->arena, 4, (struct str[]){ S("/api/v1/requests/"), id, S("/"), part });
}

static const struct field *
field_of(const struct form *form, struct str name)
{
	for (size_t i = 0; form != NULL && i < form->count; i++)
		if (str_equal(form->fields[i].name, name))
			return &form->fields[i];
	return NULL;
}

static bool
is_list(const struct field *field)
{
	return field != NULL && (field->type == FIELD_CHOICES || field->type == FIELD_TEXTS || field->type == FIELD_WEEK);
}

static void
add_value(struct buf *out, const struct field *field, struct str value)
{
	if (field != NULL && field->type == FIELD_TICK)
		buf_add(out, str_equal(value, S("0")) ? S("false") : S("true"));
	else if (field != NULL && (field->type == FIELD_WHOLE || field->type == FIELD_WEEK))
		buf_add(out, value);
	else
		json_quote(out, value);
}

/* A page has a form for each outcome; a program says which. */
static bool
lacks_outcome(const struct form *form, const struct pairs *pairs)
{
	for (size_t i = 0; i < pairs->count; i++)
		if (str_equal(pairs->at[i].name, S("outcome")))
			return false;
	return field_of(form, S("outcome")) != NULL;
}

static bool
is_later_of_list(const struct form *form, const struct pairs *pairs, size_t at)
{
	for (size_t k = 0; k < at; k++)
		if (str_equal(pairs->at[k].name, pairs->at[at].name))
			return is_list(field_of(form, pairs->at[at].name));
	return false;
}

/* One member; a list holds all pairs of its name. */
static void
add_member(struct buf *out, const struct field *field, const struct pairs *pairs, size_t at)
{
	json_quote(out, pairs->at[at].name);
	buf_add(out, is_list(field) ? S(":[") : S(":"));
	add_value(out, field, pairs->at[at].value);
	for (size_t k = at + 1; k < pairs->count && is_list(field); k++)
		if (str_equal(pairs->at[k].name, pairs->at[at].name)) {
			buf_char(out, ',');
			add_value(out, field, pairs->at[k].value);
		}
	if (is_list(field))
		buf_char(out, ']');
}

/* The pairs as an object; several of one name are a list where the form says so. */
static struct str
json_of(struct tale *t, const struct form *form, const struct pairs *pairs, bool is_of_page)
{
	struct buf out = buf_new(t->arena, BODY_MAX);

	buf_add(&out, is_of_page && lacks_outcome(form, pairs) ? S("{\"outcome\":\"held\"") : S("{"));
	for (size_t i = 0; i < pairs->count; i++) {
		if (is_later_of_list(form, pairs, i))
			continue;
		if (out.length > 1)
			buf_char(&out, ',');
		add_member(&out, field_of(form, pairs->at[i].name), pairs, i);
	}
	buf_char(&out, '}');
	return buf_str(&out);
}

struct str
tale_json(struct tale *t, struct str path, struct str body, bool is_of_page)
{
	struct str params[VISIT_PARAMS];
	const struct route *route = NULL;
	struct pairs pairs;

	check(request_read_form(t->arena, body, &pairs) == OK);
	if (route_find(METHOD_POST, path, &route, params) != OK)
		return S("{}");
	return json_of(t, route->form, &pairs, is_of_page);
}
