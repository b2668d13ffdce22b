/* Surveys as coordinators make them: planned, opened by hand or by the clock, extended, closed; and what was answered so far. */
#include "applications/applications.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/text.h"
#include "formats/when.h"
#include "forms/say.h"
#include "http/routes.h"
#include "programmes/questionnaires.h"
#include "surveys/form.h"
#include "surveys/pages.h"
#include "surveys/surveys.h"
#include "surveys/views.h"

enum { NAME_TAKEN = 80, NUMBER_BYTES = 24, SILENT_SHOWN = 100, AREA_ROWS = 40 };

enum outcome
survey_round_choices(struct visit *v, struct choices *out)
{
	struct rounds_to_ask_rows rows;
	struct choice *at;

	TRY(rounds_to_ask(v->db, v->arena, v->programme->id, ROUNDS_MOST, &rows));
	at = ARENA_MANY(v->arena, rows.count + 1, struct choice);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = (struct choice){ .value = id_print(v->arena, rows.at[i].id.value), .label = rows.at[i].name };
	*out = (struct choices){ at, rows.count };
	return OK;
}

static enum outcome
choices_of(void *self, struct arena *arena, struct str field, struct choices *out)
{
	(void)arena;
	*out = (struct choices){ NULL, 0 };
	if (str_equal(field, S("questionnaire")))
		return questionnaire_choices(self, out);
	return str_equal(field, S("survey_round")) ? survey_round_choices(self, out) : OK;
}

static void
set_days(struct visit *v, struct values *form, const char *field, int64_t days)
{
	struct buf text = buf_new(v->arena, NUMBER_BYTES);

	buf_whole(&text, days);
	form_set_whole(form, field, days);
	form_set_text(form, field, buf_str(&text));
}

static struct str
day_text(struct visit *v, struct moment m)
{
	return when_date(v->arena, zone_find(v->programme->zone), m);
}

/* The form for a new one, or as a stored one fills it. */
static struct values *
filled(struct visit *v, const struct survey_of_row *row)
{
	struct form_supply supply = { .self = v, .choices = choices_of };
	struct values *form = form_start(v->arena, &survey_form, &supply);

	set_days(v, form, "first_days", row == NULL ? v->programme->settings.survey_first_days : row->first_days);
	set_days(v, form, "last_days", row == NULL ? v->programme->settings.survey_last_days : row->last_days);
	if (row == NULL)
		return form;
	form_set_text(form, "questionnaire", str_is_empty(row->questionnaire) ? S(QUESTIONNAIRE_OWN) : row->questionnaire);
	form_set_text(form, "name", row->name);
	form_set_text(form, "about", row->about);
	form_set_text(form, "survey_audience", survey_audience_name(row->audience));
	form_set_text(form, "survey_round", cohort_id_is_none(row->cohort) ? S("") : id_print(v->arena, row->cohort.value));
	form_set_text(form, "opens", day_text(v, row->opens_at));
	form_set_text(form, "closes", day_text(v, survey_last(row->closes_at)));
	form_set_whole(form, "asks_areas", row->asks_areas);
	form_set_whole(form, "asks_ranking", row->asks_ranking);
	return form;
}

enum outcome
survey_list_show(struct visit *v)
{
	struct survey_list_view view = { .programme = v->programme, .form = visit_is_again(v, &survey_form) ? v->form : filled(v, NULL) };
	struct page page;

	TRY(view.form->trouble);
	TRY(surveys_of(v->db, v->arena, v->programme->id, SURVEYS_MOST, &view.rows));
	page = visit_page(v);
	page_survey_list(&page, &view);
	return OK;
}

enum outcome
survey_edit_fill(struct visit *v, struct survey_edit_view *view)
{
	struct survey_silent_row silent;
	struct question_form newest;

	*view = (struct survey_edit_view){ .programme = v->programme, .id = v->params[1] };
	TRY(survey_find(v, &view->row));
	TRY(survey_questions(v, &view->row, &view->questions));
	TRY(survey_questions_newest(v, &view->row, &newest));
	view->newest = newest.version;
	if (view->row.state == SURVEY_STATE_PLANNED)
		return OK;
	TRY(survey_results(v, view->row.id, &view->results));
	if (view->row.asks_areas)
		TRY(survey_area_counts(v->db, v->arena, view->row.id, AREA_ROWS, &view->areas));
	if (view->row.asks_areas || view->row.asks_ranking)
		TRY(survey_common_lines(v, view->row.id, &view->common));
	TRY(survey_silent(v->db, v->arena, view->row.id, &silent));
	view->silent_count = silent.people;
	return survey_reach(v->db, v->arena, &(struct survey_reach_values){ .programme = v->programme->id, .survey = view->row.id, .only_silent = true, .limit = SILENT_SHOWN }, &view->silent);
}

enum outcome
survey_edit_show(struct visit *v)
{
	struct survey_edit_view view;
	struct values *present;
	struct page page;

	TRY(survey_edit_fill(v, &view));
	present = filled(v, &view.row);
	view.form = visit_is_again(v, &survey_form) ? v->form : present;
	view.extend = visit_values(v, &survey_extend_form, NULL);
	page = visit_page(v);
	page.form_seen = form_tag(v->arena, present);
	page_survey_edit(&page, &view);
	return OK;
}

/* --- what was typed --- */

struct survey_wish {
	struct str questionnaire, name, about;    /* the first empty: questions of its own */
	enum survey_audience audience;
	bool asks_areas, asks_ranking;
	struct cohort_id cohort;
	struct moment opens_at, closes_at;
};

static bool
days_are_fine(struct visit *v, struct survey_wish *wish)
{
	wish->opens_at = round_day(v, "opens", 0);
	wish->closes_at = round_day(v, "closes", 1);
	if (moment_is_none(wish->opens_at) && !survey_is_of_round(wish->audience)) {
		form_complain(v->form, "opens", S("Say from which day on it can be answered."));
		return false;
	}
	if (moment_is_none(wish->opens_at))
		wish->opens_at = v->now;
	if (moment_is_none(wish->closes_at))
		wish->closes_at = moment_plus(moment_is_after(wish->opens_at, v->now) ? wish->opens_at : v->now, v->programme->settings.survey_days * US_PER_DAY);
	if (!moment_is_after(wish->closes_at, v->now))
		form_complain(v->form, "closes", S("This day is over already."));
	else if (!moment_is_after(wish->closes_at, wish->opens_at))
		form_complain(v->form, "closes", S("The last day comes before the first one."));
	return !v->form->has_complaints;
}

/* What is left out is as the programme's survey says; what that asks beside its questions is asked if it is chosen now. */
static enum outcome
take_questionnaire(struct visit *v, struct survey_wish *wish, struct str before)
{
	struct questionnaire_of_row row;

	if (str_is_empty(wish->questionnaire))
		return OK;
	TRY(questionnaire_of(v->db, v->arena, v->programme->id, wish->questionnaire, &row));
	if (str_is_empty(wish->name))
		wish->name = text_head(row.title, NAME_TAKEN);
	if (str_is_empty(wish->about))
		wish->about = row.about;
	if (wish->audience == SURVEY_AUDIENCE_NONE)
		wish->audience = row.audience;
	if (!str_equal(wish->questionnaire, before)) {
		wish->asks_areas = wish->asks_areas || row.asks_areas;
		wish->asks_ranking = wish->asks_ranking || row.asks_ranking;
	}
	return OK;
}

static void
check_what_is_said(struct visit *v, const struct survey_wish *wish)
{
	if (str_is_empty(wish->name))
		form_complain(v->form, "name", S("Give it a name, or choose one of the programme's surveys."));
	if (str_is_empty(wish->about))
		form_complain(v->form, "about", S("Say what it is for, or choose one of the programme's surveys."));
	if (wish->audience == SURVEY_AUDIENCE_NONE)
		form_complain(v->form, "survey_audience", S("Say who is asked, or choose one of the programme's surveys."));
}

static enum outcome
check_round(struct visit *v, struct survey_wish *wish)
{
	struct choices rounds;

	if (!survey_is_of_round(wish->audience) || id_read(form_text(v->form, "survey_round"), &wish->cohort.value))
		return OK;
	TRY(survey_round_choices(v, &rounds));
	if (rounds.count > 0)
		form_complain(v->form, "survey_round", S("Choose the round whose applicants are asked."));
	else
		form_complain(v->form, "survey_audience", S("No round is planned yet whose applicants could be asked. Plan one first, or ask others."));
	return OK;
}

static enum outcome
wish_read(struct visit *v, struct str before, struct survey_wish *wish)
{
	*wish = (struct survey_wish){ .questionnaire = form_text(v->form, "questionnaire"), .name = text_one_line(v->arena, form_text(v->form, "name")),
		.about = form_text(v->form, "about"), .audience = survey_audience_of(form_text(v->form, "survey_audience")), .asks_areas = form_tick(v->form, "asks_areas"),
		.asks_ranking = form_tick(v->form, "asks_ranking") };
	if (str_equal(wish->questionnaire, S(QUESTIONNAIRE_OWN)))
		wish->questionnaire = S("");
	TRY(take_questionnaire(v, wish, before));
	check_what_is_said(v, wish);
	TRY(check_round(v, wish));
	return days_are_fine(v, wish) ? OK : BAD_INPUT;
}

/* --- acts --- */

static enum outcome
show(struct visit *v, struct survey_id id, struct str done)
{
	return visit_see_other(v, url_survey_edit_show(v->arena, v->programme->slug, id_print(v->arena, id.value)), done);
}

static enum outcome
said(struct visit *v, struct str kind, struct str name)
{
	return event_say(v, kind, &(struct event_facts){ .detail = name });
}

/* A program that says nothing gets what the form begins with. */
static int64_t
days_or(struct visit *v, const char *field, int64_t usual)
{
	return str_is_empty(form_text(v->form, field)) ? usual : form_whole(v->form, field);
}

/* A form for questions of its own, where it has none from the programme. */
static enum outcome
begin_own_form(struct visit *v, struct survey_id id, const struct survey_wish *wish)
{
	struct question_form form = { .slug = survey_slug(v->arena, wish->questionnaire, id), .title = wish->name }, there;
	enum outcome said;

	if (!str_is_empty(wish->questionnaire))
		return OK;
	said = question_form_newest(v->db, v->arena, v->programme->id, form.slug, &there);
	return said == NOT_FOUND ? question_form_keep(v, v->programme->id, &form) : said;
}

enum outcome
survey_add_new(struct visit *v)
{
	struct survey_id id = { visit_new_id(v) };
	struct survey_wish wish;

	TRY(wish_read(v, S(""), &wish));
	TRY(survey_add(v->db, &(struct survey_add_values){ .id = id, .programme = v->programme->id, .cohort = wish.cohort, .name = wish.name, .about = wish.about,
	    .audience = wish.audience, .opens = wish.opens_at, .closes = wish.closes_at, .first = days_or(v, "first_days", v->programme->settings.survey_first_days),
	    .last = days_or(v, "last_days", v->programme->settings.survey_last_days),
	    .areas = wish.asks_areas, .ranking = wish.asks_ranking, .questionnaire = wish.questionnaire, .now = v->now }));
	TRY(begin_own_form(v, id, &wish));
	TRY(survey_plan(v, id));
	TRY(said(v, S("survey-saved"), wish.name));
	v->thing_id = id.value;
	return show(v, id, S("survey-planned"));
}

enum outcome
survey_change_it(struct visit *v)
{
	struct survey_of_row row;
	struct survey_wish wish;
	int64_t changed;

	TRY(survey_find(v, &row));
	if (row.state != SURVEY_STATE_PLANNED)
		return SURVEY_NOT_NOW;
	TRY(visit_has_seen(v, filled(v, &row)));
	TRY(wish_read(v, row.questionnaire, &wish));
	TRY(survey_change(v->db, &(struct survey_change_values){ .id = row.id, .cohort = wish.cohort, .name = wish.name, .about = wish.about, .audience = wish.audience,
	    .opens = wish.opens_at, .closes = wish.closes_at, .first = form_whole(v->form, "first_days"), .last = form_whole(v->form, "last_days"), .areas = wish.asks_areas,
	    .ranking = wish.asks_ranking, .questionnaire = wish.questionnaire }, &changed));
	TRY(begin_own_form(v, row.id, &wish));
	TRY(survey_plan(v, row.id));
	TRY(said(v, S("survey-saved"), wish.name));
	return show(v, row.id, S("saved"));
}

/* Its questions were changed since it opened, and a coordinator wants the new ones asked. */
enum outcome
survey_renew_now(struct visit *v)
{
	struct question_form newest;
	struct survey_of_row row;
	int64_t changed;

	TRY(survey_find(v, &row));
	TRY(survey_questions_newest(v, &row, &newest));
	TRY(survey_may_renew(row.state, question_form_id_equal(newest.id, row.form), newest.count > 0 || row.asks_areas || row.asks_ranking));
	TRY(survey_renew(v->db, row.id, newest.id, &changed));
	TRY(said(v, S("survey-renewed"), row.name));
	return show(v, row.id, S("survey-renewed"));
}

/* By hand: now, for as long as was planned. */
enum outcome
survey_open_now(struct visit *v)
{
	struct survey_of_row row;

	TRY(survey_find(v, &row));
	TRY(survey_begin(v, &row, v->now, moment_is_after(row.opens_at, v->now) ? moment_plus(row.closes_at, v->now.us - row.opens_at.us) : row.closes_at));
	TRY(survey_plan(v, row.id));
	TRY(said(v, S("survey-opened"), row.name));
	return show(v, row.id, S("survey-opened"));
}

enum outcome
survey_extend_now(struct visit *v)
{
	struct moment closes = round_day(v, "closes", 1);
	struct survey_of_row row;
	int64_t changed;

	TRY(survey_find(v, &row));
	if (row.state != SURVEY_STATE_OPEN)
		return WINDOW_CLOSED;
	if (!moment_is_after(closes, row.closes_at)) {
		form_complain(v->form, "closes", S("Choose a day after the one that people were told."));
		return BAD_INPUT;
	}
	TRY(survey_extend(v->db, row.id, closes, &changed));
	TRY(survey_plan(v, row.id));
	TRY(said(v, S("survey-extended"), row.name));
	return show(v, row.id, S("survey-extended"));
}

enum outcome
survey_close_now(struct visit *v)
{
	struct survey_of_row row;
	int64_t changed;

	TRY(survey_find(v, &row));
	if (row.state != SURVEY_STATE_OPEN)
		return WINDOW_CLOSED;
	TRY(survey_close(v->db, row.id, v->now, &changed));
	TRY(job_drop(v->db, SURVEY_STEP, row.id.value));
	TRY(said(v, S("survey-closed"), row.name));
	return show(v, row.id, S("survey-closed"));
}

/* --- words --- */

struct str
survey_state_words(const struct page *page, enum survey_state state)
{
	static const char *const words[] = {
		[SURVEY_STATE_NONE] = "", [SURVEY_STATE_PLANNED] = N_("Not open yet"), [SURVEY_STATE_OPEN] = N_("Open"), [SURVEY_STATE_CLOSED] = N_("Closed"),
	};

	check((size_t)state < ARRAY_LENGTH(words));
	return say(page->language, words[state]);
}

struct str
survey_audience_words(const struct page *page, enum survey_audience audience)
{
	const struct choices *all = &survey_form.fields[3].choices;

	for (size_t i = 0; i < all->count; i++)
		if (str_equal(all->at[i].value, survey_audience_name(audience)))
			return say(page->language, str_c(page->arena, all->at[i].label));
	return S("");
}
