/* What handlers ask of a visit. */
#include "access/visit.h"

#include "access/api.h"
#include "access/layout.h"
#include "access/nav.h"
#include "base/arena.h"
#include "formats/id.h"
#include "formats/when.h"
#include "forms/language.h"
#include "forms/page.h"
#include "http/asset_names.h"
#include "system/random.h"

enum { VISITOR_COOKIE_SECONDS = 24 * 60 * 60, KEY_SYMBOLS = 22 };    /* 22 symbols: 132 random bits */

int64_t
visit_new_id(struct visit *v)
{
	int64_t id = v->newest_id >= random_id_last(v->now) ? 0 : random_id(v->random, v->now);    /* nothing is drawn that would lie below */

	v->newest_id = id > v->newest_id ? id : v->newest_id + 1;
	return v->newest_id;
}

struct letter_desk
visit_letters(struct visit *v)
{
	return (struct letter_desk){ .db = v->db, .arena = v->arena, .random = v->random, .courier = &v->server->ring.courier,
		.base_url = v->server->base_url, .language = v->server->language, .now = v->now };
}

enum outcome
visit_refuse(struct visit *v, enum outcome outcome, struct str words)
{
	v->refusal_words = words;
	return outcome;
}

bool
visit_is_again(const struct visit *v, const struct form *form)
{
	return v->form != NULL && v->form->form == form;
}

struct values *
visit_values(struct visit *v, const struct form *form, const struct form_supply *supply)
{
	return visit_is_again(v, form) ? v->form : form_start(v->arena, form, supply);
}

enum outcome
visit_see_other(struct visit *v, struct str path, struct str done)
{
	struct str mark = str_find(path, '?') < path.length ? S("&done=") : S("?done=");

	if (str_is_empty(done))
		reply_see_other(v->reply, path);
	else
		reply_see_other(v->reply, str_join(v->arena, 3, (struct str[]){ path, mark, done }));
	return OK;
}

void
visit_send_table(struct visit *v, const char *name, enum table_kind kind)
{
	reply_header(v->reply, S("Content-Type"), table_kind_type(kind));
	reply_header(v->reply, S("Content-Disposition"), str_join(v->arena, 5, (struct str[]){
	    S("attachment; filename=\""), str_from(name), S("."), table_kind_word(kind), S("\"") }));
	v->reply->carries_token = true;
}

int64_t
visit_after(const struct visit *v)
{
	int64_t id;

	return id_read(request_query(v->request, S("after")), &id) ? id : 0;
}

/* What a browser would read as another host is refused: "//x", and "/\x", which browsers take for the same (ASVS 3.7.2). */
bool
visit_is_own_path(struct str path)
{
	if (!str_starts(path, S("/")) || str_starts(path, S("//")) || str_find(path, '\\') < path.length)
		return false;
	for (size_t i = 0; i < path.length; i++)
		if ((unsigned char)path.at[i] <= ' ' || path.at[i] == 0x7f)
			return false;
	return true;
}

struct str
visit_next(const struct visit *v)
{
	struct str next = request_query(v->request, S("next"));

	return visit_is_own_path(next) ? next : S("");
}

/* Before sign-in a form is bound to the asking browser by a cookie of its own (TRUST.md T14). */
static void
need_form_secret(struct visit *v)
{
	if (v->has_form_secret)
		return;
	v->form_secret = secret_new(v->random);
	v->has_form_secret = true;
	reply_cookie(v->reply, v->arena, S("visitor"), secret_reveal(v->arena, &v->form_secret), VISITOR_COOKIE_SECONDS);
}

/* UX.md 9: a script that asks for a piece of a page gets the main content alone. */
static bool
is_fragment(const struct request *request)
{
	return str_equal(request_header(request, S("hx-request")), S("true")) &&
	    !str_equal(request_header(request, S("hx-request-type")), S("full")) &&
	    !str_equal(request_header(request, S("hx-history-restore-request")), S("true"));
}

enum outcome
visit_has_seen(struct visit *v, const struct values *present)
{
	struct pairs sent;

	if (api_is_path(v->request->path) || request_read_form(v->arena, v->request->body, &sent) != OK)
		return OK;
	for (size_t i = 0; i < sent.count; i++)
		if (str_equal(sent.at[i].name, S("seen")) && !str_equal(sent.at[i].value, form_tag(v->arena, present)))
			return visit_refuse(v, CHANGED_SINCE, S("Somebody changed this since you opened the page. Below is what you typed: nothing is saved yet, "
			    "and nothing is lost. Send it again to keep yours, or open the page anew to see theirs."));
	return OK;
}

struct str
visit_language(const struct visit *v)
{
	struct str asked;

	if (!str_is_empty(v->who.language))
		return v->who.language;
	asked = language_of_header(request_header(v->request, S("accept-language")));
	if (!str_is_empty(asked))
		return asked;
	return str_is_empty(v->server->language) ? S(LANGUAGE_SOURCE) : v->server->language;
}

struct page
visit_page(struct visit *v)
{
	struct page_frame *frame = ARENA_NEW(v->arena, struct page_frame);
	struct secret key = secret_new(v->random);

	need_form_secret(v);
	frame->visit = v;
	frame->nav = ARENA_NEW(v->arena, struct nav);
	reply_header(v->reply, S("Content-Type"), S("text/html; charset=utf-8"));
	reply_header(v->reply, S("Vary"), S("Accept-Language, HX-Request, HX-Request-Type"));
	return (struct page){
		.arena = v->arena, .out = &v->reply->body, .frame = frame, .now = v->now, .zone = zone_find(v->who.zone), .language = visit_language(v),
		.form_token = form_token_masked(v->arena, &v->form_secret, v->random), .form_key = str_head(secret_reveal(v->arena, &key), KEY_SYMBOLS),
		.sprite = S(ASSET_ICONS), .is_fragment = is_fragment(v->request),
	};
}

bool
page_may(const struct page *page, uint64_t who)
{
	return (page->frame->visit->may & who) != 0;
}
