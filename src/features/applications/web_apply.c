/* Applying: what is open, the form of one side, and what somebody does with an application of their own. */
#include "applications/applications.h"
#include "applications/form.h"
#include "applications/own.h"
#include "applications/pages.h"
#include "applications/tell.h"
#include "applications/views.h"
#include "base/arena.h"
#include "conduct/conduct.h"
#include "forms/say.h"
#include "http/routes.h"
#include "programmes/shelf.h"

enum { OWN_MOST = 20 };

enum outcome
join_show(struct visit *v)
{
	struct join_view view = { .programme = v->programme, .is_member = visit_may(v, WHO_MEMBER) };
	struct cohort_id next;
	struct page page;

	TRY(rounds_find(v, (struct cohort_id){ visit_after(v) }, &view.rows, &next));
	view.next_page = older_page(v, url_join_show(v->arena, v->programme->slug), next.value);
	if (visit_may(v, WHO_MEMBER))
		TRY(applications_of_person(v->db, v->arena, v->programme->id, v->who.id, OWN_MOST, &view.own));
	page = visit_page(v);
	page_join(&page, &view);
	return OK;
}

static bool
is_editable(const struct own *own)
{
	return own->form != NULL && own_window_is_open(own) &&
	    (!own->has_row || own->row.state == APPLICATION_STATE_DRAFT || own->row.state == APPLICATION_STATE_SENT);
}

static unsigned
as_side(const struct own *own)
{
	return str_equal(own->side, intake_side_name(INTAKE_SIDE_MENTOR)) ? AS_MENTOR : AS_MENTEE;
}

static enum outcome
ask_documents(struct visit *v, struct application_view *view)
{
	TRY(documents_asked(v, v->who.id, as_side(&view->own), &view->asked));
	for (size_t i = 0; i < view->asked.count; i++)
		view->needs_conduct = view->needs_conduct || view->asked.at[i].standing == STANDING_MISSING;
	return OK;
}

enum outcome
application_fill(struct visit *v, struct application_view *view)
{
	enum application_state next;

	*view = (struct application_view){ .programme = v->programme };
	TRY(own_find(v, &view->own));
	view->is_editable = is_editable(&view->own);
	TRY(ask_documents(v, view));
	view->next = application_next_words(visit_language(v), view->own.row.state);
	if (!view->own.has_row)
		return OK;
	TRY(application_next(v, visit_language(v), &view->own.row, &view->next));
	view->can_withdraw = application_may(view->own.row.state, APPLICATION_WITHDRAW, true, &next) == OK;
	view->can_return = application_may(view->own.row.state, APPLICATION_RETURN, own_window_is_open(&view->own), &next) == OK;
	return view->is_editable ? OK : answer_lines_find(v, &view->own.row, true, &view->lines);
}

enum outcome
application_show(struct visit *v)
{
	struct application_view view;
	struct values *present = NULL;
	struct page page;

	TRY(application_fill(v, &view));
	view.is_refused = v->form != NULL && v->form->form->is_asked;
	if (view.is_editable || view.is_refused) {
		const struct form *form;

		TRY(application_form_find(v, &application_form, &form));
		TRY(own_filled(v, &view.own, form, &present));
		view.form = view.is_refused ? v->form : present;
	}
	page = visit_page(v);
	if (present != NULL) {
		page.form_seen = form_tag(v->arena, present);
		own_opening_prefer(v, &view.own, present);
	}
	page_application(&page, &view);
	return OK;
}

/* Whoever is paused takes and asks for nothing; giving something back is theirs at any time. */
static enum outcome
may_ask(struct visit *v)
{
	bool is_paused;

	TRY(person_is_paused(v, v->who.id, &is_paused));
	return is_paused ? PERSON_PAUSED : OK;
}

/* What stands there now is what their form began with: of two pages the second is told. */
static enum outcome
begin(struct visit *v, struct own *own)
{
	const struct form *form;
	struct values *present;

	TRY(own_find(v, own));
	if (!own_window_is_open(own))
		return WINDOW_CLOSED;
	TRY(may_ask(v));
	TRY(application_form_find(v, &application_form, &form));
	TRY(own_filled(v, own, form, &present));
	return visit_has_seen(v, present);
}

/* The row of the draft, made if there is none, with what was answered. */
static enum outcome
keep(struct visit *v, struct own *own)
{
	struct application_id id = own->row.id;
	int64_t changed;

	if (!own->has_row) {
		id.value = visit_new_id(v);
		TRY(application_add(v->db, &(struct application_add_values){ .id = id, .programme = v->programme->id, .intake = own->intake.id, .person = v->who.id,
		    .form = own->form->id, .now = v->now }));
	}
	TRY(answers_keep(v, id, own->form, v->form));
	TRY(application_keep(v->db, id, own->form->id, own_opening_read(own, v->form), v->now, &changed));
	own->has_row = true;
	return application_row(v->db, v->arena, id, &own->row);
}

static enum outcome
show(struct visit *v, const struct own *own, struct str done)
{
	return visit_see_other(v, url_application_show(v->arena, v->programme->slug, own->side), done);
}

enum outcome
application_save(struct visit *v)
{
	struct own own;

	TRY(begin(v, &own));
	if (own.has_row && own.row.state != APPLICATION_STATE_DRAFT)
		return APPLICATION_NOT_NOW;
	TRY(keep(v, &own));
	return show(v, &own, S("draft-saved"));
}

/* A mentor whom nobody has to approve is one at once, or waits for the next place. */
static enum outcome
approve_at_once(struct visit *v, struct own *own)
{
	bool waits_for_word;

	if (own->row.side != INTAKE_SIDE_MENTOR || v->programme->settings.mentor_approval != MENTOR_BY_ITSELF)
		return OK;
	TRY(placing_waits_for_word(v, &own->row, &waits_for_word));
	if (waits_for_word)
		return OK;
	return intake_has_place(own->intake.places, own->intake.taken) ? offer_accept(v, &own->row) : application_waits(v, &own->row, false);
}

/* Where more apply than are read for each mentor, the others wait. */
static enum outcome
queue_or_approve(struct visit *v, struct own *own)
{
	bool is_over;

	TRY(application_is_over_cap(v, &own->row, &is_over));
	return is_over ? application_waits(v, &own->row, true) : approve_at_once(v, own);
}

static enum outcome
send_first(struct visit *v, struct own *own)
{
	struct application_next_number_row number;
	int64_t changed;

	TRY(keep(v, own));
	TRY(application_next_number(v->db, v->arena, v->programme->id, &number));
	TRY(application_send(v->db, own->row.id, number.last_application, v->now, &changed));
	TRY(application_row(v->db, v->arena, own->row.id, &own->row));
	TRY(event_say(v, S("application-sent"), &(struct event_facts){ .person = v->who.id, .detail = application_in_record(v->arena, &own->row), .after = S("sent") }));
	TRY(tell_applicant(v, &own->row, LETTER_L19));
	return queue_or_approve(v, own);
}

enum outcome
application_send_now(struct visit *v)
{
	enum application_state next;
	bool has_accepted;
	struct own own;

	TRY(begin(v, &own));
	TRY(documents_are_accepted(v, v->who.id, as_side(&own), &has_accepted));
	if (!has_accepted)
		return CONDUCT_FIRST;
	if (!own.has_row || own.row.state == APPLICATION_STATE_DRAFT) {
		TRY(send_first(v, &own));
		return show(v, &own, S("application-sent"));
	}
	TRY(application_may(own.row.state, APPLICATION_EDIT, true, &next));
	TRY(keep(v, &own));
	TRY(tell_applicant(v, &own.row, LETTER_L19));
	return show(v, &own, S("application-changed"));
}

/* One of the acts that ask nothing more. */
static enum outcome
move(struct visit *v, enum application_act act, struct own *own)
{
	enum application_state next;

	TRY(own_find(v, own));
	if (!own->has_row)
		return APPLICATION_NOT_NOW;
	TRY(application_may(own->row.state, act, own_window_is_open(own), &next));
	if (act == APPLICATION_RETURN)
		TRY(may_ask(v));
	if (act == APPLICATION_ACCEPT)
		return offer_accept(v, &own->row);
	own->row.decided_at = act == APPLICATION_DECLINE ? v->now : (struct moment){ 0 };
	own->row.waits_since_at = (struct moment){ 0 };
	own->row.elected_at = own->row.chosen_at = act == APPLICATION_WITHDRAW ? (struct moment){ 0 } : own->row.elected_at;
	own->row.reviewer = act == APPLICATION_RETURN ? (struct person_id){ 0 } : own->row.reviewer;
	TRY(application_becomes(v, &own->row, next));
	TRY(tell_applicant(v, &own->row, LETTER_L22));
	return act == APPLICATION_RETURN ? queue_or_approve(v, own) : reading_goes_on(v, own->row.intake, own->row.opening);
}

enum outcome
application_withdraw(struct visit *v)
{
	struct own own;

	TRY(move(v, APPLICATION_WITHDRAW, &own));
	return show(v, &own, S("application-withdrawn"));
}

enum outcome
application_return(struct visit *v)
{
	struct own own;

	TRY(move(v, APPLICATION_RETURN, &own));
	return show(v, &own, S("application-returned"));
}

enum outcome
application_accept(struct visit *v)
{
	struct own own;

	TRY(move(v, APPLICATION_ACCEPT, &own));
	TRY(intake_goes_on(v, own.intake.id));
	return show(v, &own, S("offer-accepted"));
}

enum outcome
application_decline(struct visit *v)
{
	struct own own;

	TRY(move(v, APPLICATION_DECLINE, &own));
	TRY(job_drop(v->db, APPLICATION_STEP, own.row.id.value));
	TRY(intake_goes_on(v, own.intake.id));
	return show(v, &own, S("offer-declined"));
}

struct str
application_side_title(const struct page *page, struct str side)
{
	return say(page->language, str_equal(side, S("mentor")) ? N_("Apply as a mentor") : N_("Apply as a mentee"));
}
