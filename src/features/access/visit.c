/* What handlers ask of a visit. */
#include "access/visit.h"

#include "access/layout.h"
#include "base/arena.h"
#include "formats/id.h"
#include "formats/when.h"
#include "forms/page.h"
#include "http/asset_names.h"
#include "system/random.h"

enum { VISITOR_COOKIE_SECONDS = 24 * 60 * 60 };

int64_t
visit_new_id(struct visit *v)
{
	return random_id(v->random, v->now);
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

int64_t
visit_after(const struct visit *v)
{
	int64_t id;

	return id_read(request_query(v->request, S("after")), &id) ? id : 0;
}

/* Own paths only: "/x", never "//x", "/\x" or anything with a scheme (TRUST.md, ASVS 3.7.2). */
struct str
visit_next(const struct visit *v)
{
	struct str next = request_query(v->request, S("next"));

	if (!str_starts(next, S("/")) || str_starts(next, S("//")) || str_find(next, '\\') < next.length)
		return S("");
	for (size_t i = 0; i < next.length; i++)
		if ((unsigned char)next.at[i] <= ' ' || next.at[i] == 0x7f)
			return S("");
	return next;
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

struct page
visit_page(struct visit *v)
{
	struct page_frame *frame = ARENA_NEW(v->arena, struct page_frame);
	struct secret key = secret_new(v->random);

	need_form_secret(v);
	frame->visit = v;
	reply_header(v->reply, S("Content-Type"), S("text/html; charset=utf-8"));
	return (struct page){
		.arena = v->arena, .out = &v->reply->body, .frame = frame, .now = v->now, .zone = zone_find(v->who.zone),
		.form_token = form_token(v->arena, &v->form_secret), .form_key = str_head(secret_reveal(v->arena, &key), 22),
		.sprite = S(ASSET_ICONS),
	};
}

bool
page_may(const struct page *page, uint64_t who)
{
	return (page->frame->visit->may & who) != 0;
}
