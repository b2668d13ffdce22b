/* A round is changed after it was planned: as far as the state of each window lets it, and whoever reckoned with something else is told. */
#include "applications/applications.h"
#include "applications/form.h"
#include "applications/own.h"
#include "applications/pages.h"
#include "applications/sides.h"
#include "applications/views.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/text.h"
#include "formats/when.h"
#include "forms/say.h"
#include "http/routes.h"
#include "later/later.h"

enum { WINDOWS_MOST = 2, OPENINGS_MOST = 200, NUMBER_BYTES = 24, SAID_BYTES = 200, DETAIL_BYTES = 160 };

/* The clock of an opening (../openings) looks at it anew: it may end with its round. */
#define OPENING_LOOK S("opening-step")

enum outcome
round_find(struct visit *v, struct cohort_of_row *cohort, struct intakes_in_rows *windows)
{
	struct cohort_id id;

	if (!id_read(v->params[1], &id.value))
		return NOT_FOUND;
	TRY(cohort_of(v->db, v->arena, id, cohort));
	if (!programme_id_equal(cohort->programme, v->programme->id))
		return NOT_FOUND;
	TRY(intakes_in(v->db, v->arena, id, v->programme->settings.term_months, v->now, WINDOWS_MOST, windows));
	for (size_t i = 0; i < windows->count; i++)
		windows->at[i].places = intake_places(v, windows->at[i].is_derived, windows->at[i].mentors, windows->at[i].places);
	return OK;
}

static const struct intakes_in_row *
window_of(const struct intakes_in_rows *windows, enum intake_side side)
{
	for (size_t i = 0; i < windows->count; i++)
		if (windows->at[i].side == side)
			return &windows->at[i];
	return NULL;
}

static struct str
day_of(struct visit *v, struct moment m)
{
	return when_date(v->arena, zone_find(v->programme->zone), m);
}

static struct str
number_of(struct visit *v, int64_t number)
{
	struct buf text = buf_new(v->arena, NUMBER_BYTES);

	buf_whole(&text, number);
	return buf_str(&text);
}

/* The form as the round is: what a page begins with, and what it is held against when it comes back. */
static struct values *
filled(struct visit *v, const struct cohort_of_row *cohort, const struct intakes_in_rows *windows)
{
	struct values *form = form_start(v->arena, &cohort_change_form, NULL);

	form_set_text(form, "name", cohort->name);
	form_set_text(form, "criteria", cohort->criteria);
	for (size_t i = 0; i < windows->count; i++) {
		const struct intakes_in_row *w = &windows->at[i];
		bool is_mentor = w->side == INTAKE_SIDE_MENTOR;
		const char *places = is_mentor ? "mentor_places" : "mentee_places";

		form_set_text(form, is_mentor ? "mentor_opens" : "mentee_opens", day_of(v, w->opens_at));
		form_set_text(form, is_mentor ? "mentor_closes" : "mentee_closes", day_of(v, intake_last(w->closes_at)));
		if (w->is_derived)
			continue;
		form_set_whole(form, places, w->places);
		form_set_text(form, places, number_of(v, w->places));
	}
	return form;
}

enum outcome
cohort_change_show(struct visit *v)
{
	struct cohort_change_view view = { .programme = v->programme, .form = visit_values(v, &cohort_change_form, NULL) };
	struct values *present;
	struct page page;

	TRY(round_find(v, &view.cohort, &view.windows));
	present = filled(v, &view.cohort, &view.windows);
	if (!visit_is_again(v, &cohort_change_form))
		view.form = present;
	page = visit_page(v);
	page.form_seen = form_tag(v->arena, present);
	page_cohort_change(&page, &view);
	return OK;
}

/* One window with what was typed for it. */
struct change {
	struct side_wish wish;
	const struct intakes_in_row *window;    /* NULL: it has none yet */
	struct window_change to;
};

/* A day that stands there as it was shown is the same, also where the programme's zone is another one since. */
static struct change
read_change(struct visit *v, const struct intakes_in_rows *windows, enum intake_side side)
{
	struct change c = { .wish = side_read(v, side), .window = window_of(windows, side) };
	const struct intakes_in_row *w = c.window;

	if (w == NULL)
		return c;
	c.to = (struct window_change){ .state = w->state, .opens_at = w->opens_at, .closes_at = w->closes_at, .new_opens_at = c.wish.opens_at,
		.new_closes_at = c.wish.closes_at, .places = w->places, .new_places = form_whole(v->form, c.wish.places_field), .taken = w->taken,
		.says_places = !str_is_empty(form_text(v->form, c.wish.places_field)), .can_follow = intake_can_follow(v, side) };
	if (!c.to.says_places && c.to.can_follow)
		c.to.new_places = intake_places(v, true, w->mentors, 0);
	if (str_equal(form_text(v->form, c.wish.opens_field), day_of(v, w->opens_at)))
		c.to.new_opens_at = w->opens_at;
	if (str_equal(form_text(v->form, c.wish.closes_field), day_of(v, intake_last(w->closes_at))))
		c.to.new_closes_at = w->closes_at;
	return c;
}

static void
complain(struct visit *v, const char *field, enum window_fault fault)
{
	static const char *const words[WINDOW_FAULTS] = {
		[WINDOW_DAY_MISSING] = N_("This window is planned already: give its first and its last day."),
		[WINDOW_OPENED] = N_("This window has opened already, so its first day stays as it was."),
		[WINDOW_OVER] = N_("This window is over, so its days stay as they were."),
		[WINDOW_DAY_OVER] = N_("This day is over already."),
		[WINDOW_ENDS_FIRST] = N_("The last day comes before the first one."),
		[WINDOW_PLACES_MISSING] = N_("Write how many; 0 is as many as fit."),
		[WINDOW_SETTLED] = N_("Everybody was told how this window ended, so its places stay as they were."),
		[WINDOW_PLACES_HELD] = N_("More places than that are given or offered already."),
	};

	if (fault != WINDOW_FINE)
		form_complain(v->form, field, str_from(words[fault]));
}

static bool
is_fine(struct visit *v, struct change *c)
{
	enum window_fault opens, closes, places;

	if (c->window == NULL)
		return side_is_fine(v, &c->wish);
	opens = window_opens_fault(&c->to);
	closes = window_closes_fault(&c->to, v->now);
	places = window_places_fault(&c->to);
	complain(v, c->wish.opens_field, opens);
	complain(v, c->wish.closes_field, closes);
	complain(v, c->wish.places_field, places);
	return opens == WINDOW_FINE && closes == WINDOW_FINE && places == WINDOW_FINE;
}

/* --- keeping it --- */

/* The record says each field by itself, with what it was and what it is. */
static enum outcome
say_changed(struct visit *v, const struct cohort_of_row *cohort, const char *field, struct values *was)
{
	struct str before = form_text(was, field), after = form_text(v->form, field);
	struct buf detail = buf_new(v->arena, DETAIL_BYTES);

	if (str_equal(before, after))
		return OK;
	buf_format(&detail, "%.*s, %s", STR_FORMAT(cohort->name), field);
	return event_say(v, S("round-changed"), &(struct event_facts){ .detail = buf_str(&detail), .before = text_head(before, SAID_BYTES), .after = text_head(after, SAID_BYTES) });
}

static enum outcome
openings_look_again(struct visit *v, struct cohort_id cohort)
{
	struct openings_under_way_rows rows;

	TRY(openings_under_way(v->db, v->arena, cohort, OPENINGS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = OPENING_LOOK, .subject = rows.at[i].id.value,
		    .due_at = v->now, .now = v->now }));
	return OK;
}

static enum outcome
tell_change(struct visit *v, const struct change *c)
{
	struct intake_of_row intake;

	TRY(intake_find(v, c->window->id, &intake));
	if (window_is_worse(&c->to))
		return intake_tell_applicants(v, &intake, LETTER_L20C, window_has_fewer(&c->to) ? (struct moment){ 0 } : c->to.closes_at);
	return moment_is_after(c->to.new_closes_at, c->to.closes_at) ? intake_tell_applicants(v, &intake, LETTER_L20E, c->to.closes_at) : OK;
}

static enum outcome
keep_window(struct visit *v, const struct cohort_of_row *cohort, const struct change *c)
{
	bool has_moved = c->to.closes_at.us != c->to.new_closes_at.us, follows = c->to.can_follow && !c->to.says_places;
	int64_t changed;

	if (c->window == NULL)
		return side_add(v, cohort->id, &c->wish);
	if (!has_moved && c->to.opens_at.us == c->to.new_opens_at.us && c->to.places == c->to.new_places && follows == c->window->is_derived)
		return OK;
	TRY(intake_change(v->db, &(struct intake_change_values){ .id = c->window->id, .opens = c->to.new_opens_at, .closes = c->to.new_closes_at, .places = follows ? 0 : c->to.new_places, .is_derived = follows,
	    .reminded = has_moved ? 0 : c->window->reminded }, &changed));
	TRY(intake_plan(v, c->window->id));
	if (has_moved)
		TRY(openings_look_again(v, cohort->id));
	TRY(tell_change(v, c));
	return window_has_more(&c->to) ? intake_fills(v, c->window->id) : OK;
}

enum outcome
cohort_change_save(struct visit *v)
{
	struct cohort_of_row cohort;
	struct intakes_in_rows windows;
	struct change mentor, mentee;
	struct values *present;
	int64_t changed;
	bool fine;

	TRY(round_find(v, &cohort, &windows));
	present = filled(v, &cohort, &windows);
	TRY(visit_has_seen(v, present));
	mentor = read_change(v, &windows, INTAKE_SIDE_MENTOR);
	mentee = read_change(v, &windows, INTAKE_SIDE_MENTEE);
	fine = is_fine(v, &mentor);
	if (!is_fine(v, &mentee) || !fine)
		return BAD_INPUT;
	TRY(cohort_change(v->db, cohort.id, text_one_line(v->arena, form_text(v->form, "name")), form_text(v->form, "criteria"), &changed));
	for (size_t i = 0; i < cohort_change_form.count; i++)
		TRY(say_changed(v, &cohort, str_c(v->arena, cohort_change_form.fields[i].name), present));
	TRY(keep_window(v, &cohort, &mentor));
	TRY(keep_window(v, &cohort, &mentee));
	return visit_see_other(v, url_cohorts_show(v->arena, v->programme->slug), S("round-changed"));
}
