/* Rounds and batches: a coordinator says when which side applies; the clock does the rest (intake.c). */
#include "applications/applications.h"
#include "applications/form.h"
#include "applications/own.h"
#include "applications/pages.h"
#include "applications/sides.h"
#include "applications/tell.h"
#include "applications/views.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/calendar.h"
#include "formats/id.h"
#include "formats/text.h"
#include "formats/when.h"
#include "forms/say.h"
#include "http/routes.h"
#include "later/later.h"

enum { TOLD_AT_ONCE = 100 };

enum outcome
cohorts_show(struct visit *v)
{
	struct cohorts_view view = { .programme = v->programme, .form = visit_values(v, &cohort_form, NULL), .extend = visit_values(v, &extend_form, NULL),
		.extending = visit_is_again(v, &extend_form) ? v->params[1] : S("") };
	struct cohort_id next;
	struct page page;

	TRY(rounds_find(v, (struct cohort_id){ visit_after(v) }, &view.rows, &next));
	view.next_page = older_page(v, url_cohorts_show(v->arena, v->programme->slug), next.value);
	page = visit_page(v);
	page_cohorts(&page, &view);
	return OK;
}

struct moment
round_day(struct visit *v, const char *field, int64_t later)
{
	struct moment m = { 0 };
	struct wall wall;
	struct date date;

	if (!when_date_read(form_text(v->form, field), &wall))
		return m;
	date = calendar_date(calendar_days((struct date){ wall.year, wall.month, wall.day }) + later);
	(void)when_moment(zone_find(v->programme->zone), (struct wall){ .year = date.year, .month = date.month, .day = date.day }, &m);
	return m;
}

bool
side_is_fine(struct visit *v, struct side_wish *wish)
{
	struct str complaint = S("");

	if (moment_is_none(wish->opens_at) && moment_is_none(wish->closes_at))
		return true;
	wish->is_wanted = true;
	if (programme_form(v->programme, intake_side_name(wish->side)) == NULL)
		complaint = S("This side has no form yet. Write its questions first, under “Programme settings”.");
	else if (moment_is_none(wish->closes_at) || moment_is_none(wish->opens_at))
		complaint = S("Give the first and the last day, or neither.");
	else if (!moment_is_after(wish->closes_at, v->now))
		complaint = S("This day is over already.");
	else if (!moment_is_after(wish->closes_at, wish->opens_at))
		complaint = S("The last day comes before the first one.");
	if (!str_is_empty(complaint))
		form_complain(v->form, moment_is_none(wish->opens_at) ? wish->opens_field : wish->closes_field, complaint);
	return str_is_empty(complaint);
}

struct side_wish
side_read(struct visit *v, enum intake_side side)
{
	struct side_wish wish = { .side = side };
	struct str name = intake_side_name(side);

	wish.opens_field = str_c(v->arena, str_join(v->arena, 2, (struct str[]){ name, S("_opens") }));
	wish.closes_field = str_c(v->arena, str_join(v->arena, 2, (struct str[]){ name, S("_closes") }));
	wish.places_field = str_c(v->arena, str_join(v->arena, 2, (struct str[]){ name, S("_places") }));
	wish.opens_at = round_day(v, wish.opens_field, 0);
	wish.closes_at = round_day(v, wish.closes_field, 1);
	return wish;
}

enum outcome
side_add(struct visit *v, struct cohort_id cohort, const struct side_wish *wish)
{
	struct intake_id id = { visit_new_id(v) };
	struct job_wish step = { .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = INTAKE_STEP, .subject = id.value, .due_at = wish->opens_at, .now = v->now };

	if (!wish->is_wanted)
		return OK;
	TRY(intake_add(v->db, &(struct intake_add_values){ .id = id, .programme = v->programme->id, .cohort = cohort, .side = wish->side, .opens = wish->opens_at,
	    .closes = wish->closes_at, .places = form_whole(v->form, wish->places_field),
	    .is_derived = intake_can_follow(v, wish->side) && form_whole(v->form, wish->places_field) == 0 && str_is_empty(form_text(v->form, wish->places_field)), .now = v->now }));
	return job_put(v->db, &step);
}

enum outcome
cohort_save(struct visit *v)
{
	struct side_wish mentor = side_read(v, INTAKE_SIDE_MENTOR), mentee = side_read(v, INTAKE_SIDE_MENTEE);
	bool is_fine = side_is_fine(v, &mentor);
	struct cohort_id id = { visit_new_id(v) };

	is_fine = side_is_fine(v, &mentee) && is_fine;
	if (is_fine && !mentor.is_wanted && !mentee.is_wanted) {
		form_complain(v->form, "mentee_opens", S("Say at least for one side when it applies."));
		is_fine = false;
	}
	if (!is_fine)
		return BAD_INPUT;
	TRY(cohort_add(v->db, &(struct cohort_add_values){ .id = id, .programme = v->programme->id, .name = text_one_line(v->arena, form_text(v->form, "name")),
	    .criteria = form_text(v->form, "criteria"), .is_blind = v->programme->settings.apply_blind, .now = v->now }));
	TRY(side_add(v, id, &mentor));
	TRY(side_add(v, id, &mentee));
	TRY(event_say(v, S("cohort-planned"), &(struct event_facts){ .detail = form_text(v->form, "name") }));
	return visit_see_other(v, url_cohorts_show(v->arena, v->programme->slug), S("saved"));
}

static enum outcome
find(struct visit *v, struct intake_of_row *out)
{
	struct intake_id id;

	if (!id_read(v->params[1], &id.value))
		return NOT_FOUND;
	TRY(intake_find(v, id, out));
	return programme_id_equal(out->programme, v->programme->id) ? OK : NOT_FOUND;
}

enum outcome
intake_tell_applicants(struct visit *v, const struct intake_of_row *intake, enum letter_kind kind, struct moment ended_at)
{
	struct applicants_in_rows rows = { .count = TOLD_AT_ONCE };
	struct application_id after = { 0 };
	struct intake_of_row theirs = *intake;

	while (rows.count == TOLD_AT_ONCE) {
		TRY(applicants_in(v->db, v->arena, intake->id, false, after, TOLD_AT_ONCE, &rows));
		for (size_t i = 0; i < rows.count; i++) {
			after = rows.at[i].id;
			theirs.closes_at = moment_later(intake->closes_at, rows.at[i].extended_to_at);
			if (moment_is_none(ended_at) || theirs.closes_at.us != moment_later(ended_at, rows.at[i].extended_to_at).us)
				TRY(tell_of_intake(v, &theirs, rows.at[i].person, kind));
		}
	}
	return OK;
}

enum outcome
intake_extend_now(struct visit *v)
{
	struct moment closes = round_day(v, "closes", 1);
	struct intake_of_row intake;
	struct moment ended_at;
	int64_t changed;

	TRY(find(v, &intake));
	if (!intake_can_extend(intake.state))
		return WINDOW_CLOSED;
	if (!moment_is_after(closes, intake.closes_at)) {
		form_complain(v->form, "closes", S("Choose a day after the one that people were told."));
		return BAD_INPUT;
	}
	TRY(intake_extend(v->db, intake.id, closes, &changed));
	ended_at = intake.closes_at;
	intake.closes_at = closes;
	TRY(intake_plan(v, intake.id));
	TRY(intake_tell_applicants(v, &intake, LETTER_L20E, ended_at));
	TRY(event_say(v, S("window-extended"), &(struct event_facts){ .detail = form_text(v->form, "closes") }));
	return visit_see_other(v, url_cohorts_show(v->arena, v->programme->slug), S("window-extended"));
}

enum outcome
intake_settle_now(struct visit *v)
{
	struct intake_of_row intake;
	bool goes_beyond;

	TRY(find(v, &intake));
	TRY(intake_goes_beyond(v, &intake, &goes_beyond));
	if (intake.state != INTAKE_STATE_CLOSED || goes_beyond)
		return WINDOW_NOT_OVER;
	if (intake.offers > 0)
		return OFFERS_OPEN;
	TRY(intake_settle(v, intake.id));
	TRY(event_say(v, S("window-settled"), &(struct event_facts){ .detail = intake.name }));
	return visit_see_other(v, url_cohorts_show(v->arena, v->programme->slug), S("window-settled"));
}

bool
intake_is_extended(const struct page *page, const struct cohorts_view *view, struct intake_id id)
{
	return str_equal(view->extending, id_print(page->arena, id.value));
}

bool
intake_can_extend(enum intake_state state)
{
	return state == INTAKE_STATE_PLANNED || state == INTAKE_STATE_OPEN;
}

struct str
intake_state_words(const struct page *page, enum intake_state state)
{
	static const char *const words[] = {
		[INTAKE_STATE_NONE] = "", [INTAKE_STATE_PLANNED] = N_("Not open yet"), [INTAKE_STATE_OPEN] = N_("Open"), [INTAKE_STATE_CLOSED] = N_("Closed, being decided"),
		[INTAKE_STATE_SETTLED] = N_("Closed, everybody was told"),
	};

	check((size_t)state < ARRAY_LENGTH(words));
	return say(page->language, words[state]);
}

struct str
intake_side_title(const struct page *page, enum intake_side side)
{
	return say(page->language, side == INTAKE_SIDE_MENTOR ? N_("Mentors") : N_("Mentees"));
}

struct moment
intake_last(struct moment closes_at)
{
	return moment_plus(closes_at, -US_PER_SECOND);
}

bool
programme_asks_side(const struct programme *p, enum intake_side side)
{
	return programme_form(p, intake_side_name(side)) != NULL;
}
