/* Pages of the second factor: giving it, setting it up, its recovery codes, and helping another administrator's people who lost theirs. */
#include "access/access.h"
#include "access/factor.h"
#include "access/form.h"
#include "access/layout.h"
#include "access/rules.h"
#include "access/store.h"
#include "access/store_factor.h"
#include "access/views.h"
#include "base/arena.h"
#include "formats/html.h"
#include "formats/text.h"
#include "forms/say.h"
#include "http/routes.h"

enum { RESET_ROWS = 50, SCHEME = 3 };

/* The page once more with what was typed, as part of a write that is kept: a miss must be counted. */
static enum outcome
show_again(struct visit *v, enum outcome show(struct visit *))
{
	v->refusal = BAD_INPUT;
	TRY(show(v));
	v->reply->status = outcome_status(BAD_INPUT);
	return OK;
}

static struct str
go_on_path(struct visit *v, struct str next, struct str kept)
{
	if (!str_is_empty(kept))
		return kept;
	return visit_is_own_path(next) ? next : url_home_show(v->arena);
}

enum outcome
second_factor_show(struct visit *v)
{
	bool is_again = visit_is_again(v, &second_factor_form);
	struct second_factor_view view = { .form = visit_values(v, &second_factor_form, NULL), .is_half = visit_may(v, WHO_HALF) };
	struct recovery_left_row left;
	struct page page;

	if (!v->who.has_factor)
		return visit_see_other(v, v->server->is_demo ? url_home_show(v->arena) : url_factor_show(v->arena), S(""));
	if (!is_again)
		form_set_text(view.form, "next", visit_next(v));
	TRY(recovery_left(v->db, v->arena, v->who.id, &left));
	view.has_recovery = left.codes > 0;
	page = visit_page(v);
	page_second_factor(&page, &view);
	return OK;
}

static enum outcome
complain_about_code(struct visit *v, enum outcome said, struct moment until)
{
	struct page page = visit_page(v);

	if (said == TOO_MANY)
		form_complain(v->form, "code", page_words(&page, N_("Too many wrong codes. Try again {time}, or give a recovery code."), 1,
		    (struct page_pair[]){ page_pair("time", page_ago(&page, until)) }));
	else
		form_complain(v->form, "code", S("This code is not right, or it was used already. Wait for the next one and type that."));
	v->reply->header_count = 0;    /* of the page that was only asked for words */
	return show_again(v, second_factor_show);
}

enum outcome
second_factor_use(struct visit *v)
{
	struct str next = form_text(v->form, "next"), kept;
	struct moment until = { 0 };
	enum outcome said = v->who.has_factor ? factor_check(v, form_text(v->form, "code"), &until) : OK;

	if (said == BAD_INPUT || said == TOO_MANY)
		return complain_about_code(v, said, until);
	TRY(said);
	if (!v->who.has_factor)
		return visit_see_other(v, url_factor_show(v->arena), S(""));
	TRY(session_prove_now(v));
	TRY(event_say(v, S("factor-given"), &(struct event_facts){ .person = v->who.id }));
	TRY(kept_offer(v, v->who.id, &kept));
	return visit_see_other(v, go_on_path(v, next, kept), S(""));
}

enum outcome
signed_in_go_on(struct visit *v, struct person_id person, struct str next)
{
	struct person_is_high_row row;
	struct str kept;

	TRY(person_is_high(v->db, v->arena, person, &row));
	if (row.has_factor && !v->server->is_demo) {
		struct str path = url_second_factor_show(v->arena);
		struct buf out = buf_new(v->arena, path.length + 8 + 3 * next.length);

		buf_add(&out, path);
		if (visit_is_own_path(next)) {
			buf_add(&out, S("?next="));
			url_component(&out, next);
		}
		return visit_see_other(v, buf_str(&out), S(""));
	}
	if (person_has_high_role(v, &row))
		return visit_see_other(v, url_factor_show(v->arena), S("signed-in"));
	TRY(kept_offer(v, person, &kept));
	return visit_see_other(v, go_on_path(v, next, kept), S("signed-in"));
}

/* The host alone: what an app shows beside the account. */
static struct str
issuer_of(const struct visit *v)
{
	struct str url = v->server->base_url;

	return str_skip(url, str_find(url, ':') + SCHEME);
}

/* Only a seed that is not in use yet is ever shown. */
enum outcome
factor_show(struct visit *v)
{
	struct factor_view view = { .form = visit_values(v, &factor_form, NULL), .has_factor = v->who.has_factor,
		.is_required = v->who.is_high, .is_fresh = v->who.is_fresh };
	struct factor_id id;
	struct totp_seed seed;
	struct page page;
	enum outcome said = factor_started(v, &id, &seed);

	v->reply->carries_token = true;    /* neither kept by a cache nor told to another page */
	if (said != OK && said != NOT_FOUND)
		return said;
	view.is_started = said == OK;
	if (view.is_started) {
		view.seed = totp_seed_text(v->arena, &seed);
		view.url = totp_url(v->arena, &seed, issuer_of(v), v->who.email);
		TRY(qr_draw(v->arena, view.url, &view.qr));
	}
	page = visit_page(v);
	page_factor(&page, &view);
	return OK;
}

enum outcome
factor_begin(struct visit *v)
{
	TRY(factor_start(v));
	return visit_see_other(v, url_factor_show(v->arena), S(""));
}

/* The codes are shown by the answer itself, once: they are kept as hashes. */
static enum outcome
show_codes(struct visit *v, struct str notice)
{
	struct recovery_view view = { .notice = notice };
	struct str *codes = ARENA_MANY(v->arena, RECOVERY_CODES, struct str);
	struct page page;

	TRY(recovery_renew(v, codes));
	view.codes = (struct str_list){ codes, RECOVERY_CODES };
	TRY(kept_offer(v, v->who.id, &view.go_on));
	view.go_on = go_on_path(v, S(""), view.go_on);
	v->reply->carries_token = true;
	page = visit_page(v);
	page_recovery(&page, &view);
	return OK;
}

/* The session that did it goes on under a new token; all others end. */
enum outcome
factor_save(struct visit *v)
{
	enum outcome said = factor_take(v, form_text(v->form, "code"));

	if (said == BAD_INPUT) {
		form_complain(v->form, "code", S("This is not the code of this seed right now. Type the one that the app shows."));
		return BAD_INPUT;
	}
	if (said == NOT_FOUND)
		return visit_see_other(v, url_factor_show(v->arena), S(""));
	TRY(said);
	TRY(sessions_end_of(v, v->who.id));
	TRY(session_prove_now(v));
	v->who.has_factor = true;    /* the page that answers says so */
	TRY(event_say(v, S("factor-added"), &(struct event_facts){ .person = v->who.id }));
	return show_codes(v, S("Your second factor is set up. All your other sessions are ended."));
}

enum outcome
factor_remove(struct visit *v)
{
	int64_t changed;

	if (v->who.is_high)
		return FACTOR_NEEDED;
	TRY(factor_drop(v->db, v->who.id, &changed));
	TRY(recovery_drop(v->db, v->who.id, &changed));
	TRY(sessions_end_of(v, v->who.id));
	TRY(session_unprove(v->db, v->who.session, &changed));
	TRY(event_say(v, S("factor-removed"), &(struct event_facts){ .person = v->who.id }));
	return visit_see_other(v, url_sessions_show(v->arena), S("factor-removed"));
}

enum outcome
recovery_make(struct visit *v)
{
	if (!v->who.has_factor)
		return visit_see_other(v, url_sessions_show(v->arena), S(""));
	TRY(event_say(v, S("recovery-made"), &(struct event_facts){ .person = v->who.id }));
	return show_codes(v, S("These are your new recovery codes. The old ones are worth nothing now."));
}

/* Somebody who still has the factor says: I lost nothing. */
enum outcome
factor_reset_refuse(struct visit *v)
{
	int64_t changed;

	TRY(reset_drop(v->db, v->who.id, &changed));
	if (changed == 1)
		TRY(event_say(v, S("factor-reset-stopped"), &(struct event_facts){ .person = v->who.id }));
	return visit_see_other(v, url_sessions_show(v->arena), S("reset-stopped"));
}

enum outcome
factor_resets_show(struct visit *v)
{
	struct resets_view view = { .form = visit_values(v, &factor_reset_form, NULL) };
	struct page page;

	TRY(resets_open(v->db, v->arena, RESET_ROWS, &view.rows));
	page = visit_page(v);
	page_factor_resets(&page, &view);
	return OK;
}

static enum outcome
complain_about_email(struct visit *v, struct str words)
{
	form_complain(v->form, "email", words);
	return BAD_INPUT;
}

enum outcome
factor_reset_ask(struct visit *v)
{
	struct person_for_reset_row row;
	enum outcome said = person_for_reset(v->db, v->arena, text_folded(v->arena, form_text(v->form, "email")), &row);
	int64_t changed;

	if (said == NOT_FOUND)
		return complain_about_email(v, S("Nobody here has this address."));
	TRY(said);
	if (person_id_equal(row.id, v->who.id))
		return complain_about_email(v, S("This is you. Another administrator has to do it; the last one uses the server's shell."));
	if (!row.has_factor)
		return complain_about_email(v, S("This person has no second factor, so nothing is lost: a sign-in link is enough."));
	TRY(reset_put(v->db, &(struct reset_put_values){ .id = { visit_new_id(v) }, .person = row.id, .asked_by = v->who.id, .now = v->now,
	    .due = reset_due(v->now) }, &changed));
	if (changed == 1)
		TRY(event_say(v, S("factor-reset-asked"), &(struct event_facts){ .person = row.id }));
	return visit_see_other(v, url_factor_resets_show(v->arena), S("reset-asked"));
}
