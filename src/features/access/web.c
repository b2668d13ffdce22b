/* Signing in and out, and the page that says no. */
#include "access/access.h"
#include "access/form.h"
#include "access/layout.h"
#include "access/store.h"
#include "access/views.h"
#include "base/arena.h"
#include "base/check.h"
#include "forms/say.h"
#include "http/routes.h"

enum { LINK_MINUTES = 60, SETUP_MINUTES = 30, SESSION_ROWS = 20 };

enum outcome
login_show(struct visit *v)
{
	struct login_view view = { .is_demo = v->server->is_demo };
	struct page page;

	if (visit_may(v, WHO_SIGNED_IN)) {
		struct str next = visit_next(v);

		return visit_see_other(v, str_is_empty(next) ? url_home_show(v->arena) : next, S(""));
	}
	page = visit_page(v);
	page_login(&page, &view);
	return OK;
}

static enum outcome
show_gone(struct visit *v)
{
	struct login_view view = { 0 };
	struct page page = visit_page(v);

	v->reply->status = outcome_status(GONE);
	page_login_gone(&page, &view);
	return OK;
}

/* The live way in behind a token; NOT_FOUND for a wrong one, GONE for one that is used or over. */
static enum outcome
find_way_in(struct visit *v, struct str token, struct way_in_by_hash_row *out)
{
	struct secret secret;
	struct hash hash;

	if (!secret_read(token, &secret))
		return NOT_FOUND;
	hash = secret_hash(&secret);
	TRY(way_in_by_hash(v->db, v->arena, hash_bytes(&hash), WAY_IN_KIND_SIGN_IN, out));
	return moment_is_none(out->used_at) && moment_is_after(out->expires_at, v->now) ? OK : GONE;
}

/* Inert: mail scanners and previews may look as often as they like. */
enum outcome
login_link_show(struct visit *v)
{
	struct str token = v->form == NULL ? request_query(v->request, S("token")) : form_text(v->form, "token");
	struct way_in_by_hash_row row;
	struct login_view view = { 0 };
	struct page page;
	enum outcome said;

	v->reply->carries_token = true;
	said = find_way_in(v, token, &row);
	if (said == GONE || said == NOT_FOUND)
		return show_gone(v);
	TRY(said);
	view.name = row.name;
	view.form = visit_values(v, &login_link_form, NULL);
	form_set_text(view.form, "token", token);
	form_set_text(view.form, "next", visit_next(v));
	page = visit_page(v);
	page_login_link(&page, &view);
	return OK;
}

static bool
is_own_path(struct str path)
{
	return str_starts(path, S("/")) && !str_starts(path, S("//")) && str_find(path, '\\') == path.length;
}

enum outcome
login_link_use(struct visit *v)
{
	struct str next = form_text(v->form, "next");
	struct way_in_by_hash_row row;
	int64_t changed;

	v->reply->carries_token = true;
	TRY(find_way_in(v, form_text(v->form, "token"), &row));
	TRY(way_in_use(v->db, row.id, v->now, &changed));
	if (changed == 0)
		return GONE;
	TRY(session_start(v, row.person, form_tick(v->form, "is_shared")));
	v->who.id = row.person;
	TRY(event_say(v, S("signed-in"), &(struct event_facts){ .person = row.person }));
	return visit_see_other(v, is_own_path(next) ? next : url_home_show(v->arena), S("signed-in"));
}

enum outcome
logout(struct visit *v)
{
	int64_t changed;

	TRY(session_drop(v->db, v->who.session, v->who.id, &changed));
	reply_cookie(v->reply, v->arena, S("session"), S(""), -1);
	reply_header(v->reply, S("Clear-Site-Data"), S("\"cache\", \"storage\""));
	return visit_see_other(v, url_home_show(v->arena), S("signed-out"));
}

enum outcome
sessions_show(struct visit *v)
{
	struct sessions_view view = { .own = v->who.session };
	struct page page;

	TRY(sessions_of(v->db, v->arena, v->who.id, SESSION_ROWS, &view.rows));
	page = visit_page(v);
	page_sessions(&page, &view);
	return OK;
}

enum outcome
sessions_end(struct visit *v)
{
	int64_t changed;

	TRY(session_drop_others(v->db, v->who.session, v->who.id, &changed));
	return visit_see_other(v, url_sessions_show(v->arena), S("sessions-ended"));
}

enum outcome
way_in_make(struct visit *v, enum way_in_kind kind, struct person_id person, struct str *url_out)
{
	struct secret token = secret_new(v->random);
	struct hash hash = secret_hash(&token);
	int64_t minutes = kind == WAY_IN_KIND_SETUP ? SETUP_MINUTES : LINK_MINUTES, changed;
	struct str path = kind == WAY_IN_KIND_SETUP ? S("/setup?token=") : S("/login/link?token=");

	TRY(way_in_clean(v->db, moment_plus(v->now, -US_PER_DAY), &changed));
	TRY(way_in_add(v->db, &(struct way_in_add_values){
	    .id = { visit_new_id(v) }, .hash = hash_bytes(&hash), .kind = kind, .person = person, .made = v->now,
	    .expires = moment_plus(v->now, minutes * US_PER_MINUTE) }));
	*url_out = str_join(v->arena, 3, (struct str[]){ v->server->base_url, path, secret_reveal(v->arena, &token) });
	return OK;
}

/* A page asked for by somebody signed out: to the sign-in, and back afterwards. */
static bool
sends_to_login(struct visit *v, enum outcome why)
{
	if (why != SIGN_IN_FIRST || v->request->method == METHOD_POST)
		return false;
	v->reply->status = 303;
	reply_header(v->reply, S("Location"), str_join(v->arena, 2, (struct str[]){ S("/login?next="), v->request->path }));
	return true;
}

void
refusal_show(struct visit *v, enum outcome why)
{
	struct str words = str_is_empty(v->refusal_words) ? outcome_words(why) : v->refusal_words;
	struct refusal_view view = { .status = outcome_status(why), .words = say(S(""), str_c(v->arena, words)), .way_on = S("/") };
	struct page page;

	if (str_is_empty(v->who.zone))
		v->who.zone = S("UTC");
	if (sends_to_login(v, why))
		return;
	v->refusal = OK;    /* the page itself says it; no second notice */
	v->reply->status = view.status;
	if (outcome_kind(why) == KIND_TROUBLE || why == TOO_MANY)
		reply_header(v->reply, S("Retry-After"), S("5"));
	page = visit_page(v);
	page_refusal(&page, &view);
}
