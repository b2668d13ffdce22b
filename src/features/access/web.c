/* Signing in and out, one's own sessions, and the page that says no. */
#include "access/access.h"
#include "access/api.h"
#include "access/factor.h"
#include "access/form.h"
#include "access/layout.h"
#include "access/store.h"
#include "access/views.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/html.h"
#include "forms/say.h"
#include "http/routes.h"

enum { SESSION_ROWS = 20, NEXT_MAX = 500, SOON_SECONDS = 5 };

enum outcome
login_show(struct visit *v)
{
	struct login_view view = { .is_demo = v->server->is_demo, .form = visit_values(v, &login_form, NULL) };
	struct page page;

	if (visit_may(v, WHO_HALF))
		return visit_see_other(v, url_second_factor_show(v->arena), S(""));
	if (visit_may(v, WHO_SIGNED_IN)) {
		struct str next = visit_next(v);

		return visit_see_other(v, str_is_empty(next) ? url_home_show(v->arena) : next, S(""));
	}
	TRY(mail_down_since(v->db, v->arena, &view.mail_down_at));
	if (!visit_is_again(v, &login_form))
		form_set_text(view.form, "next", visit_next(v));
	page = visit_page(v);
	page_login(&page, &view);
	return OK;
}

/* The same page for an address that is known and for one that is not. */
enum outcome
login_ask(struct visit *v)
{
	struct str next = form_text(v->form, "next"), path = url_login_sent_show(v->arena);
	struct buf out = buf_new(v->arena, path.length + 8 + 3 * NEXT_MAX);

	next = visit_is_own_path(next) && next.length <= NEXT_MAX ? next : S("");
	TRY(way_in_mail(v, form_text(v->form, "email"), next));
	buf_add(&out, path);
	if (!str_is_empty(next)) {
		buf_add(&out, S("?next="));
		url_component(&out, next);
	}
	return visit_see_other(v, buf_str(&out), S(""));
}

enum outcome
login_sent_show(struct visit *v)
{
	struct login_view view = { .is_demo = v->server->is_demo, .form = visit_values(v, &login_code_form, NULL) };
	struct page page;

	TRY(mail_down_since(v->db, v->arena, &view.mail_down_at));
	if (!visit_is_again(v, &login_code_form))
		form_set_text(view.form, "next", visit_next(v));
	page = visit_page(v);
	page_login_sent(&page, &view);
	return OK;
}

static enum outcome
sign_in(struct visit *v, const struct way_in *way)
{
	TRY(way_in_take(v, way));
	v->who.id = way->person;
	TRY(reset_when_due(v, way->person));
	TRY(session_start(v, way->person, form_tick(v->form, "is_shared")));
	TRY(event_say(v, S("signed-in"), &(struct event_facts){ .person = way->person }));
	return signed_in_go_on(v, way->person, form_text(v->form, "next"));
}

/* The page once more with what was typed, as part of a write that is kept: a miss must be counted. */
static enum outcome
complain_about_code(struct visit *v)
{
	form_complain(v->form, "code", outcome_words(WRONG_MAIL_CODE));
	v->refusal = BAD_INPUT;
	TRY(login_sent_show(v));
	v->reply->status = outcome_status(BAD_INPUT);
	return OK;
}

enum outcome
login_code_use(struct visit *v)
{
	struct way_in way;
	enum outcome said = way_in_by_code(v, form_text(v->form, "code"), &way);

	if (said == WRONG_MAIL_CODE)
		return complain_about_code(v);
	TRY(said);
	return sign_in(v, &way);
}

/* Inert: mail scanners and previews may look as often as they like. */
enum outcome
login_link_show(struct visit *v)
{
	bool is_again = visit_is_again(v, &login_link_form);
	struct str token = is_again ? form_text(v->form, "token") : request_query(v->request, S("token"));
	struct login_view view = { .form = visit_values(v, &login_link_form, NULL) };
	struct way_in way;
	struct page page;
	enum outcome said;

	v->reply->carries_token = true;
	said = way_in_find(v, WAY_IN_KIND_SIGN_IN, token, &way);
	if (said == GONE || said == OTHER_BROWSER)
		return way_in_gone_show(v, WAY_IN_KIND_SIGN_IN);
	TRY(said);
	view.name = way.name;
	form_set_text(view.form, "token", token);
	if (!is_again)
		form_set_text(view.form, "next", visit_next(v));
	page = visit_page(v);
	page_login_link(&page, &view);
	return OK;
}

enum outcome
login_link_use(struct visit *v)
{
	struct way_in way;

	v->reply->carries_token = true;
	TRY(way_in_find(v, WAY_IN_KIND_SIGN_IN, form_text(v->form, "token"), &way));
	return sign_in(v, &way);
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
	struct sessions_view view = { .own = v->who.session, .has_factor = v->who.has_factor, .is_high = v->who.is_high,
		.is_fresh = v->who.is_fresh, .is_demo = v->server->is_demo };
	struct recovery_left_row left;
	struct reset_of_row reset;
	struct page page;
	enum outcome said = reset_of(v->db, v->arena, v->who.id, &reset);

	if (said != OK && said != NOT_FOUND)
		return said;
	if (said == OK)
		view.reset_due_at = reset.due_at;
	TRY(recovery_left(v->db, v->arena, v->who.id, &left));
	view.codes_left = left.codes;
	TRY(sessions_of(v->db, v->arena, v->who.id, v->now, SESSION_ROWS, &view.rows));
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

/* Where a page goes that needs more of its visitor: to the sign-in or the second factor, and back afterwards with its query. Who has no
 * second factor sets one up. */
static struct str
login_path(struct visit *v, enum outcome why)
{
	struct str path = why == SIGN_IN_FIRST ? url_login_show(v->arena)
	    : v->who.has_factor ? url_second_factor_show(v->arena) : url_factor_show(v->arena);
	struct str target = v->request->target;
	struct buf out = buf_new(v->arena, path.length + 8 + 3 * NEXT_MAX);

	if (target.length > NEXT_MAX || !visit_is_own_path(target))
		return path;
	buf_add(&out, path);
	buf_add(&out, S("?next="));
	url_component(&out, target);
	return buf_str(&out);
}

static const char *
title_of(int status)
{
	switch (status) {
	case 401: return N_("Please sign in");
	case 403: return N_("Not open to you");
	case 404: return N_("Nothing here");
	case 405: return N_("Not this way");
	case 409: return N_("Something changed meanwhile");
	case 410: return N_("Used up");
	case 413: return N_("Too much at once");
	case 429: return N_("A little slower");
	default: return status >= 500 ? N_("The server has a problem") : N_("That did not work");
	}
}

struct str
status_words(int status)
{
	return str_from(title_of(status));
}

static struct str
seconds_text(struct arena *arena, int64_t seconds)
{
	struct buf out = buf_new(arena, 24);

	buf_whole(&out, seconds);
	return buf_str(&out);
}

static struct refusal_view
refusal_of(struct visit *v, enum outcome why)
{
	struct str words = str_is_empty(v->refusal_words) ? outcome_words(why) : v->refusal_words;

	return (struct refusal_view){
		.status = outcome_status(why), .title = say(visit_language(v), title_of(outcome_status(why))), .words = say(visit_language(v), str_c(v->arena, words)),
		.is_sign_in = why == SIGN_IN_FIRST || why == FACTOR_FIRST || why == PROOF_FIRST, .is_tried_again = outcome_kind(why) == KIND_TROUBLE || why == TOO_MANY,
		.wait_seconds = why != TOO_MANY ? SOON_SECONDS : v->wait_seconds > 0 ? v->wait_seconds : US_PER_MINUTE / US_PER_SECOND,
		.programme = v->programme_id.value != 0 && why != NOT_FOUND ? v->params[0] : S(""), .programme_name = v->who.programme_name,
	};
}

void
refusal_show(struct visit *v, enum outcome why)
{
	struct refusal_view view = refusal_of(v, why);
	struct page page;

	check(why != OK);
	if (api_is_call(v->request)) {
		problem_show(v, why);
		return;
	}
	if (str_is_empty(v->who.zone))
		v->who.zone = S("UTC");
	if (view.is_sign_in && (v->request->method == METHOD_GET || v->request->method == METHOD_HEAD)) {
		reply_see_other(v->reply, login_path(v, why));
		return;
	}
	v->refusal = OK;    /* the page itself says it; no second notice */
	v->reply->status = view.status;
	if (view.is_tried_again)
		reply_header(v->reply, S("Retry-After"), seconds_text(v->arena, view.wait_seconds));
	page = visit_page(v);
	page_refusal(&page, &view);
}
