/* Answers to programs. */
#include "access/api.h"

#include "access/access.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/html.h"
#include "secrets/backup_seal.h"

#define T(sentence) S_STATIC(sentence)

enum { KEY_MOST = 64, TAG_BYTES = 40, LINK_BYTES = 2000, CODE_BYTES = 60 };

struct answer
api_answer(struct visit *v)
{
	reply_header(v->reply, S("Content-Type"), S("application/json"));
	return answer_new(v->arena, &v->reply->body);
}

static struct str
tag_of(struct arena *arena, int64_t version)
{
	struct buf tag = buf_new(arena, TAG_BYTES);

	buf_format(&tag, "\"%lld\"", (long long)version);
	return buf_str(&tag);
}

/* RFC 9110 13.1: a list of tags, or "*". A weak tag is as good as a strong one for If-None-Match; for If-Match it never fits. */
static bool
names_tag(struct str list, struct str tag, bool weak_is_fine)
{
	struct str one;

	if (str_equal(str_trim(list), S("*")))
		return true;
	while (str_next(&list, ',', &one)) {
		one = str_trim(one);
		if (weak_is_fine && str_starts(one, S("W/")))
			one = str_skip(one, 2);
		if (str_equal(one, tag))
			return true;
	}
	return false;
}

static void
set_etag(struct visit *v, struct str tag)
{
	struct str known = request_header(v->request, S("if-none-match"));

	reply_header(v->reply, S("ETag"), tag);
	if (v->request->method == METHOD_GET && !str_is_empty(known) && names_tag(known, tag, true))
		v->reply->status = 304;
}

void
api_etag(struct visit *v, int64_t version)
{
	set_etag(v, tag_of(v->arena, version));
}

enum outcome
api_may_change(const struct visit *v, int64_t version)
{
	struct str known = request_header(v->request, S("if-match"));

	return str_is_empty(known) || names_tag(known, tag_of(v->arena, version), false) ? OK : CHANGED_SINCE;
}

static struct str
header_of(const struct reply *reply, struct str name)
{
	for (size_t i = 0; i < reply->header_count; i++)
		if (str_equal(reply->headers[i].name, name))
			return reply->headers[i].value;
	return S("");
}

/* Half of a SHA-256 tells two answers apart. */
void
api_etag_shown(struct visit *v)
{
	struct hash hash = hash_of(buf_str(&v->reply->body));

	if (str_is_empty(header_of(v->reply, S("ETag"))))
		set_etag(v, str_join(v->arena, 3, (struct str[]){ S("\""), str_head(hash_print(v->arena, &hash), HASH_BYTES), S("\"") }));
}

/* What the row answers now, printed on the side: a printer may load the thing, which must change nothing for the act. */
static enum outcome
print_aside(const struct visit *v, enum outcome (*print)(struct visit *), struct str *body, struct str *tag)
{
	struct visit aside = *v;

	aside.reply = reply_new(v->arena);
	TRY(print(&aside));
	api_etag_shown(&aside);
	*body = buf_str(&aside.reply->body);
	*tag = header_of(aside.reply, S("ETag"));
	return OK;
}

enum outcome
api_may_change_shown(const struct visit *v, enum outcome (*print)(struct visit *))
{
	struct str known = request_header(v->request, S("if-match")), body, tag;
	enum outcome said;

	if (str_is_empty(known))
		return OK;
	said = print_aside(v, print, &body, &tag);
	if (said == OK)
		return names_tag(known, tag, false) ? OK : CHANGED_SINCE;
	return outcome_kind(said) == KIND_TROUBLE ? said : CHANGED_SINCE;    /* what is not there is not what was read */
}

void
api_present(struct visit *v, enum outcome (*print)(struct visit *))
{
	if (print_aside(v, print, &v->present, &v->present_tag) != OK)
		v->present = v->present_tag = S("");
	if (v->thing_version > 0 && !str_is_empty(v->present_tag))
		v->present_tag = tag_of(v->arena, v->thing_version);
}

struct str
api_next(struct visit *v, struct str after)
{
	struct buf url = buf_new(v->arena, LINK_BYTES);

	buf_add(&url, v->request->path);
	buf_add(&url, S("?after="));
	url_component(&url, after);
	for (size_t i = 0; i < v->request->query.count; i++) {
		const struct pair *pair = &v->request->query.at[i];

		if (str_equal(pair->name, S("after")))
			continue;
		buf_char(&url, '&');
		url_component(&url, pair->name);
		buf_char(&url, '=');
		url_component(&url, pair->value);
	}
	reply_header(v->reply, S("Link"), str_join(v->arena, 3, (struct str[]){ S("<"), buf_str(&url), S(">; rel=\"next\"") }));
	return buf_str(&url);
}

static bool
is_visible(struct str s)
{
	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] <= ' ' || (unsigned char)s.at[i] >= 0x7f)
			return false;
	return s.length > 0;
}

bool
api_key_is_fine(const struct request *request)
{
	for (size_t i = 0; i < request->headers.count; i++)
		if (str_equal(request->headers.at[i].name, S("idempotency-key")))
			return request->headers.at[i].value.length <= KEY_MOST && is_visible(request->headers.at[i].value);
	return true;
}

bool
api_is_path(struct str path)
{
	return str_starts(path, S("/api/"));
}

bool
api_is_call(const struct request *request)
{
	return api_is_path(str_is_empty(request->path) ? request->target : request->path);
}

/* --- refusals --- */

static const struct shape_field complaint_fields[] = {
	{ .name = T("field"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Null: it is about the whole.") },
	{ .name = T("detail"), .type = SHAPE_TEXT },
};
static const struct shape complaint_shape = { .name = T("Complaint"), .fields = complaint_fields, .count = ARRAY_LENGTH(complaint_fields) };

static const struct shape_field instead_fields[] = {
	{ .name = T("id"), .type = SHAPE_TEXT }, { .name = T("number"), .type = SHAPE_TEXT }, { .name = T("title"), .type = SHAPE_TEXT },
};
static const struct shape instead_shape = { .name = T("Instead"), .fields = instead_fields, .count = ARRAY_LENGTH(instead_fields) };

static const struct shape_field problem_fields[] = {
	{ .name = T("type"), .type = SHAPE_TEXT, .about = T("Where the code is explained.") },
	{ .name = T("title"), .type = SHAPE_TEXT },
	{ .name = T("status"), .type = SHAPE_WHOLE },
	{ .name = T("detail"), .type = SHAPE_TEXT, .about = T("A sentence for people: why, and what to do next.") },
	{ .name = T("code"), .type = SHAPE_TEXT, .about = T("For programs; does not change with the words.") },
	{ .name = T("errors"), .type = SHAPE_LIST, .of = &complaint_shape, .about = T("Field by field; empty unless an answer was refused.") },
	{ .name = T("present"), .type = SHAPE_ANSWER, .may_be_null = true,
	  .about = T("With 412: what this call would have answered before, as it is now; the header ETag is its tag.") },
	{ .name = T("first"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("With request-taken: the mentor who was first.") },
	{ .name = T("similar"), .type = SHAPE_LIST, .of = &instead_shape, .about = T("With request-taken: similar requests that still wait.") },
};
const struct shape problem_shape = { .name = T("Problem"), .fields = problem_fields, .count = ARRAY_LENGTH(problem_fields) };

/* REQUEST_TAKEN becomes request-taken. */
struct str
problem_code(struct arena *arena, enum outcome why)
{
	struct str name = outcome_name(why);
	struct buf code = buf_new(arena, CODE_BYTES);

	for (size_t i = 0; i < name.length; i++)
		buf_char(&code, name.at[i] == '_' ? '-' : (char)(name.at[i] | 0x20));
	return buf_str(&code);
}

static void
print_complaint(struct answer *a, struct str field, struct str detail)
{
	if (str_is_empty(detail))
		return;
	answer_open(a, &complaint_shape);
	answer_text(a, "field", field);
	answer_text(a, "detail", detail);
	answer_close(a);
}

static void
print_complaints(struct answer *a, const struct values *form)
{
	answer_list(a, "errors");
	for (size_t i = 0; form != NULL && i < form->count; i++)
		print_complaint(a, form->at[i].field->name, form->at[i].complaint);
	if (form != NULL)
		print_complaint(a, S(""), form->refusal);
	answer_close(a);
}

static void
print_instead(struct answer *a, const struct visit *v)
{
	answer_text(a, "first", v->first);
	answer_list(a, "similar");
	for (size_t i = 0; i < v->instead.count; i++) {
		answer_open(a, &instead_shape);
		answer_text(a, "id", v->instead.at[i].id);
		answer_text(a, "number", v->instead.at[i].number);
		answer_text(a, "title", v->instead.at[i].title);
		answer_close(a);
	}
	answer_close(a);
}

static void
add_headers(struct visit *v, enum outcome why)
{
	reply_header(v->reply, S("Content-Type"), S("application/problem+json"));
	if (why == SIGN_IN_FIRST)
		reply_header(v->reply, S("WWW-Authenticate"), S("Bearer realm=\"mentord\""));
	if (outcome_kind(why) == KIND_TROUBLE || why == TOO_MANY)
		reply_header(v->reply, S("Retry-After"), why == TOO_MANY ? S("60") : S("5"));
	if (!str_is_empty(v->present_tag))
		reply_header(v->reply, S("ETag"), v->present_tag);
}

void
problem_show(struct visit *v, enum outcome why)
{
	struct str code = problem_code(v->arena, why);
	struct answer a;

	v->reply->status = outcome_status(why);
	add_headers(v, why);
	a = answer_new(v->arena, &v->reply->body);
	answer_open(&a, &problem_shape);
	answer_text(&a, "type", str_join(v->arena, 2, (struct str[]){ S("/api#"), code }));
	answer_text(&a, "title", status_words(outcome_status(why)));
	answer_whole(&a, "status", outcome_status(why));
	answer_text(&a, "detail", str_is_empty(v->refusal_words) ? api_words(why) : v->refusal_words);
	answer_text(&a, "code", code);
	print_complaints(&a, v->form);
	answer_printed(&a, "present", v->present);
	print_instead(&a, v);
	answer_close(&a);
}
