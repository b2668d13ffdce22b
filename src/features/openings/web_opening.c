/* Declaring an opening, its page and the list; a coordinator announces or returns it; it is extended. */
#include "applications/own.h"
#include "base/arena.h"
#include "conduct/conduct.h"
#include "formats/id.h"
#include "formats/text.h"
#include "forms/say.h"
#include "http/routes.h"
#include "openings/form.h"
#include "openings/opening.h"
#include "openings/openings.h"
#include "openings/pages.h"
#include "openings/tell.h"
#include "openings/views.h"

static enum outcome
supply_rounds(void *self, struct arena *arena, struct str field, struct choices *out)
{
	(void)arena;
	return str_equal(field, S("round")) ? opening_round_choices(self, out) : OK;
}

static struct form_supply
rounds_of(struct visit *v)
{
	return (struct form_supply){ .self = v, .choices = supply_rounds };
}

enum outcome
openings_show(struct visit *v)
{
	struct openings_view view = { .programme = v->programme, .is_refused = visit_is_again(v, &opening_form) };
	struct form_supply rounds = rounds_of(v);
	struct choices ahead;
	struct page page;

	TRY(openings_of(v->db, v->arena, v->programme->id, v->who.id, visit_may(v, WHO_COORDINATOR), OPENINGS_MOST, &view.rows));
	TRY(opening_round_choices(v, &ahead));
	if (visit_may(v, WHO_MEMBER) && (ahead.count > 0 || view.is_refused))
		view.form = visit_values(v, &opening_form, &rounds);
	page = visit_page(v);
	page_openings(&page, &view);
	return OK;
}

static bool
may(const struct opening_row_row *row, enum opening_act act)
{
	enum opening_state next;

	return opening_may(row->state, act, &next) == OK;
}

static void
fill_edit(struct visit *v, const struct opening_row_row *row, struct values *form)
{
	if (visit_is_again(v, &opening_form))
		return;
	form_set_text(form, "round", id_print(v->arena, row->cohort.value));
	form_set_text(form, "project", row->project);
	form_set_text(form, "url", row->url);
	form_set_text(form, "goals", row->goals);
	form_set_text(form, "criteria", row->criteria);
	form_set_text(form, "languages", row->languages);
	form_set_text(form, "period", opening_period_name(row->period));
	form_set_whole(form, "places", row->places);
	if (row->term > 0)
		form_set_whole(form, "term", row->term);
	if (row->minutes > 0)
		form_set_whole(form, "minutes", row->minutes);
}

static void
fill_forms(struct visit *v, struct opening_view *view)
{
	struct form_supply rounds = rounds_of(v);

	if (view->can_edit) {
		view->edit = visit_values(v, &opening_form, &rounds);
		fill_edit(v, &view->row, view->edit);
	}
	view->decide = visit_values(v, &opening_decide_form, NULL);
	view->extend = visit_values(v, &opening_extend_form, NULL);
	view->nominate = visit_values(v, &nominate_form, NULL);
	view->elect = visit_values(v, &elect_form, NULL);
	view->choose = visit_values(v, &choose_form, NULL);
}

/* What the visitor, its contact or a coordinator, may do with it now. */
static void
fill_rights(const struct visit *v, struct opening_view *view)
{
	const struct opening_row_row *row = &view->row;
	bool is_coordinator = visit_may(v, WHO_COORDINATOR);

	view->can_edit = may(row, OPENING_EDIT) && person_id_equal(row->contact, v->who.id);
	view->can_withdraw = view->can_edit && may(row, OPENING_WITHDRAW);
	view->can_decide = is_coordinator && may(row, OPENING_ANNOUNCE);
	view->can_extend = may(row, OPENING_EXTEND);
	view->can_nominate = may(row, OPENING_NOMINATE);
	view->can_elect = may(row, OPENING_ELECT) && (is_coordinator || v->programme->settings.mentor_approval == MENTOR_BY_PROJECT);
	view->can_list = is_coordinator && may(row, OPENING_LIST) && v->programme->settings.choice_by_project;
	view->can_choose = may(row, OPENING_CHOOSE) && !moment_is_none(row->listed_at) && moment_is_none(row->chosen_at);
}

/* Applications of a side whose window is open, or was and the opening ends later than that. */
static bool
takes(const struct visit *v, const struct opening_row_row *row, int64_t window)
{
	enum { CLOSED = 1, OPEN = 2 };

	return may(row, OPENING_NOMINATE) && (window == OPEN || (window == CLOSED && moment_is_after(row->extended_to_at, v->now)));
}

enum outcome
opening_fill(struct visit *v, struct opening_view *view)
{
	const struct opening_row_row *row = &view->row;

	*view = (struct opening_view){ .programme = v->programme };
	TRY(opening_find(v, &view->row));
	view->id = id_print(v->arena, row->id.value);
	view->closes_at = opening_closes(row->round_closes_at, row->extended_to_at);
	view->is_theirs = opening_is_theirs(v, row);
	view->takes_mentors = takes(v, row, row->mentor_window);
	view->takes_mentees = takes(v, row, row->mentee_window);
	if (!view->is_theirs)
		return OK;
	fill_rights(v, view);
	fill_forms(v, view);
	return opening_candidates_fill(v, view);
}

enum outcome
opening_show(struct visit *v)
{
	struct opening_view view;
	struct page page;

	TRY(opening_fill(v, &view));
	page = visit_page(v);
	page_opening(&page, &view);
	return OK;
}

/* --- declaring --- */

/* The round that was chosen; its windows are not over, or the form complains. */
static enum outcome
read_round(struct visit *v, struct cohort_id *out)
{
	struct round_ends_row round;

	if (!id_read(form_text(v->form, "round"), &out->value))
		return BAD_INPUT;
	TRY(round_ends(v->db, v->arena, *out, v->programme->id, &round));
	return OK;
}

static enum opening_period
read_period(struct visit *v)
{
	enum opening_period period = opening_period_of(form_text(v->form, "period"));

	if (period != OPENING_PERIOD_NONE)
		return period;
	return v->programme->settings.meet_monthly ? OPENING_PERIOD_MONTH : OPENING_PERIOD_WEEK;
}

static enum outcome
show(struct visit *v, struct opening_id id, struct str done)
{
	return visit_see_other(v, url_opening_show(v->arena, v->programme->slug, id_print(v->arena, id.value)), done);
}

/* Both sides hear that it came: what it says, and what comes next. */
static enum outcome
tell_declared(struct visit *v, struct opening_id id)
{
	struct opening_row_row row;

	TRY(opening_row(v->db, v->arena, id, &row));
	TRY(event_say(v, S("opening-declared"), &(struct event_facts){ .person = row.contact, .detail = row.project, .after = S("declared") }));
	TRY(opening_tell_contact(v, &row, N_("It is declared and waits for coordinators."), N_("You hear as soon as it is announced or comes back with a comment."), (struct moment){ 0 }));
	return opening_tell_desk(v, &row, N_("a project wants to join: announce or return it"));
}

enum outcome
opening_declare(struct visit *v)
{
	struct opening_id id = { visit_new_id(v) };
	struct cohort_id cohort;
	bool is_paused;

	TRY(person_is_paused(v, v->who.id, &is_paused));
	if (is_paused)
		return PERSON_PAUSED;
	TRY(read_round(v, &cohort));
	TRY(opening_add(v->db, &(struct opening_add_values){ .id = id, .programme = v->programme->id, .cohort = cohort, .contact = v->who.id,
	    .project = text_one_line(v->arena, form_text(v->form, "project")), .url = form_text(v->form, "url"), .goals = form_text(v->form, "goals"),
	    .criteria = form_text(v->form, "criteria"), .languages = form_text(v->form, "languages"), .places = form_whole(v->form, "places"),
	    .term = form_whole(v->form, "term"), .minutes = form_whole(v->form, "minutes"), .period = read_period(v), .now = v->now }));
	TRY(tell_declared(v, id));
	return show(v, id, S("opening-declared"));
}

enum outcome
opening_edit(struct visit *v)
{
	struct opening_row_row row;
	struct cohort_id cohort;
	enum opening_state next;
	int64_t changed;

	TRY(opening_find(v, &row));
	if (!person_id_equal(row.contact, v->who.id))
		return OPENING_NOT_YOURS;
	TRY(opening_may(row.state, OPENING_EDIT, &next));
	TRY(read_round(v, &cohort));
	if (!moment_is_none(row.announced_at) && !cohort_id_equal(cohort, row.cohort)) {
		form_complain(v->form, "round", str_from(N_("People applied for it in its round. For another one declare it anew.")));
		return BAD_INPUT;
	}
	TRY(opening_change(v->db, &(struct opening_change_values){ .id = row.id, .before = row.state, .cohort = cohort,
	    .project = text_one_line(v->arena, form_text(v->form, "project")), .url = form_text(v->form, "url"), .goals = form_text(v->form, "goals"),
	    .criteria = form_text(v->form, "criteria"), .languages = form_text(v->form, "languages"), .places = form_whole(v->form, "places"),
	    .term = form_whole(v->form, "term"), .minutes = form_whole(v->form, "minutes"), .period = read_period(v), .now = v->now }, &changed));
	if (changed != 1)
		return STALE;
	TRY(tell_declared(v, row.id));
	return show(v, row.id, S("opening-declared"));
}

enum outcome
opening_withdraw(struct visit *v)
{
	struct opening_row_row row;
	enum opening_state next;

	TRY(opening_find(v, &row));
	if (!person_id_equal(row.contact, v->who.id))
		return OPENING_NOT_YOURS;
	TRY(opening_may(row.state, OPENING_WITHDRAW, &next));
	row.lacks_mentor = false;
	TRY(opening_becomes(v, &row, next));
	return visit_see_other(v, url_openings_show(v->arena, v->programme->slug), S("opening-withdrawn"));
}

/* --- a coordinator decides --- */

static enum outcome
give_back(struct visit *v, struct opening_row_row *row)
{
	enum opening_state next;

	TRY(opening_may(row->state, OPENING_RETURN, &next));
	if (str_is_empty(row->words)) {
		form_complain(v->form, "words", str_from(N_("Say what is missing, so that its contact can change it.")));
		return BAD_INPUT;
	}
	TRY(opening_becomes(v, row, next));
	return opening_tell_contact(v, row, N_("It came back with a comment."), N_("You can change it and declare it again."), (struct moment){ 0 });
}

/* From now on it keeps what it says, whatever the programme's numbers become. */
static void
copy_numbers(struct visit *v, struct opening_row_row *row)
{
	row->term = opening_number(row->term, v->programme->settings.term_months);
	row->minutes = opening_number(row->minutes, v->programme->settings.meet_minutes);
	if (moment_is_none(row->announced_at))
		row->announced_at = v->now;
}

static enum outcome
announce(struct visit *v, struct opening_row_row *row)
{
	struct moment closes = opening_day_end(v, form_text(v->form, "closes"));
	enum opening_state next;

	TRY(opening_may(row->state, OPENING_ANNOUNCE, &next));
	if (row->unsettled == 0)
		return visit_refuse(v, OPENING_NOT_NOW, S("Everybody in its round was told already how it ended. Return it, so that its contact declares it for another one."));
	if (moment_is_after(closes, row->round_closes_at))
		row->extended_to_at = closes;
	if (!moment_is_after(opening_closes(row->round_closes_at, row->extended_to_at), v->now)) {
		form_complain(v->form, "closes", str_from(N_("The windows of its round are over: give it a last day of its own, or extend the round.")));
		return BAD_INPUT;
	}
	copy_numbers(v, row);
	TRY(opening_becomes(v, row, next));
	TRY(opening_plan(v, row->id));
	TRY(job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = OPENING_TELL, .subject = row->id.value, .due_at = v->now, .now = v->now }));
	return opening_tell_contact(v, row, N_("It is announced."), N_("Nominate mentors, and elect from those who apply."), intake_last(opening_closes(row->round_closes_at, row->extended_to_at)));
}

enum outcome
opening_decide(struct visit *v)
{
	struct opening_row_row row;

	TRY(opening_find(v, &row));
	row.words = form_text(v->form, "words");
	if (str_equal(form_text(v->form, "decision"), S("return")))
		TRY(give_back(v, &row));
	else
		TRY(announce(v, &row));
	return show(v, row.id, S("decided"));
}

enum outcome
opening_extend(struct visit *v)
{
	struct moment closes = opening_day_end(v, form_text(v->form, "closes"));
	struct opening_row_row row;
	enum opening_state next;
	int64_t changed;

	TRY(opening_find_own(v, &row));
	TRY(opening_may(row.state, OPENING_EXTEND, &next));
	if (!moment_is_after(closes, opening_closes(row.round_closes_at, row.extended_to_at))) {
		form_complain(v->form, "closes", str_from(N_("Choose a day after the one that people were told.")));
		return BAD_INPUT;
	}
	row.extended_to_at = closes;
	TRY(opening_extend_to(v->db, row.id, closes, row.stepped & STEP_OF_LIST, v->now, &changed));
	TRY(opening_plan(v, row.id));
	TRY(opening_tell_applicants(v, &row));
	TRY(event_say(v, S("opening-extended"), &(struct event_facts){ .person = row.contact, .detail = row.project, .after = form_text(v->form, "closes") }));
	return show(v, row.id, S("window-extended"));
}

/* --- words --- */

struct str
opening_state_said(const struct page *page, enum opening_state state)
{
	return opening_state_words(page->language, state);
}

struct str
opening_term_said(const struct page *page, const struct programme *p, int64_t term)
{
	return opening_term_words(page->arena, page->language, p, term);
}

struct str
opening_meet_said(const struct page *page, const struct programme *p, int64_t minutes, enum opening_period period)
{
	return opening_meet_words(page->arena, page->language, p, minutes, period);
}
