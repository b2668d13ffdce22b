/* A form sent twice has one effect: its answer is kept under the key that the page gave it (TRUST.md 5.8). */
#include "access/access.h"
#include "access/api.h"
#include "access/store.h"
#include "base/arena.h"
#include "formats/id.h"
#include "http/sent.h"

enum { KEY_MAX = 64, KEPT_HOURS = 48, CLEAN_ROWS = 20 };

static struct str
header_key(const struct request *request)
{
	return api_key_is_fine(request) ? request_header(request, S("idempotency-key")) : S("");
}

static struct str
sent_key(struct visit *v)
{
	struct pairs sent;

	if (api_is_path(v->request->path))
		return header_key(v->request);
	if (sent_read(v->arena, v->request, &sent) != OK)
		return S("");
	for (size_t i = 0; i < sent.count; i++)
		if (str_equal(sent.at[i].name, S("key")) && sent.at[i].value.length <= KEY_MAX)
			return sent.at[i].value;
	return S("");
}

/* What was asked, in one hash: the same key on another thing is another question. */
static struct hash
question_of(struct visit *v)
{
	return hash_of(str_join(v->arena, 3, (struct str[]){ v->request->path, S("\n"), v->request->body }));
}

/* The person, or before sign-in the browser, by the token of its forms. */
static struct str
principal_of(struct visit *v)
{
	if (visit_may(v, WHO_SIGNED_IN))
		return id_print(v->arena, v->who.id.value);
	return form_token(v->arena, &v->form_secret);
}

enum outcome
form_sent_find(struct visit *v, struct str route, struct form_answer *out)
{
	struct str key = sent_key(v);
	struct form_sent_of_row row;
	struct hash body;
	enum outcome said;

	*out = (struct form_answer){ 0 };
	if (str_is_empty(key))
		return OK;
	said = form_sent_of(v->db, v->arena, principal_of(v), route, key, &row);
	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	body = question_of(v);
	if (!str_equal(hash_bytes(&body), row.body_hash))
		return KEY_REUSED;
	*out = (struct form_answer){ .status = row.status, .location = row.location, .body = row.answer, .tag = row.tag };
	return OK;
}

static struct str
header_of(const struct reply *reply, struct str name)
{
	for (size_t i = 0; i < reply->header_count; i++)
		if (str_equal(reply->headers[i].name, name))
			return reply->headers[i].value;
	return S("");
}

enum outcome
form_sent_keep(struct visit *v, struct str route)
{
	struct str key = sent_key(v);
	struct hash body = question_of(v);
	bool is_api = api_is_path(v->request->path);
	struct str location = header_of(v->reply, S("Location"));
	int64_t status = v->reply->status, changed;

	if (!is_api && !str_is_empty(v->made_at_path)) {    /* a page that shows a secret once: the form again leads to its list */
		status = 303;
		location = v->made_at_path;
	}
	if (str_is_empty(key) || (!is_api && status != 303))
		return OK;
	TRY(form_sent_clean(v->db, moment_plus(v->now, -KEPT_HOURS * US_PER_HOUR), CLEAN_ROWS, &changed));
	return form_sent_add(v->db, &(struct form_sent_add_values){
	    .id = { visit_new_id(v) }, .principal = principal_of(v), .route = route, .key = key, .body_hash = hash_bytes(&body),
	    .status = status, .location = location, .answer = is_api ? buf_str(&v->reply->body) : S(""),
	    .tag = is_api ? header_of(v->reply, S("ETag")) : S(""), .now = v->now });
}
