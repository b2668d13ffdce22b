/* Answering a survey: what waits for somebody, one survey, and what they send. */
#include "base/arena.h"
#include "conduct/conduct.h"
#include "http/routes.h"
#include "surveys/form.h"
#include "surveys/pages.h"
#include "surveys/views.h"

/* Of all that ask the visitor: those that are open, and those that they answered. */
enum outcome
surveys_mine(struct visit *v, struct my_surveys *out)
{
	struct survey_reach_rows reach;
	struct surveys_of_rows rows;

	TRY(surveys_of(v->db, v->arena, v->programme->id, SURVEYS_MOST, &rows));
	TRY(survey_reach(v->db, v->arena, &(struct survey_reach_values){ .programme = v->programme->id, .person = v->who.id, .limit = SURVEYS_MOST }, &reach));
	out->at = ARENA_MANY(v->arena, rows.count + 1, struct my_survey);
	out->count = 0;
	for (size_t i = 0; i < rows.count; i++)
		for (size_t k = 0; k < reach.count; k++)
			if (survey_id_equal(rows.at[i].id, reach.at[k].survey) &&
			    (rows.at[i].state == SURVEY_STATE_OPEN || (rows.at[i].state == SURVEY_STATE_CLOSED && reach.at[k].is_sent)))
				out->at[out->count++] = (struct my_survey){ .row = rows.at[i], .is_sent = reach.at[k].is_sent, .has_begun = reach.at[k].has_begun };
	return OK;
}

enum outcome
surveys_show(struct visit *v)
{
	struct surveys_view view = { .programme = v->programme };
	struct areas_of_rows areas;
	struct page page;

	TRY(surveys_mine(v, &view.mine));
	TRY(areas_of(v->db, v->arena, v->programme->id, AREAS_MOST, &areas));
	for (size_t i = 0; i < areas.count; i++)
		if (!areas.at[i].is_retired)
			view.areas.count++;
	view.areas.at = areas.at;    /* retired ones stand last */
	page = visit_page(v);
	page_surveys(&page, &view);
	return OK;
}

enum outcome
survey_show(struct visit *v)
{
	struct survey_view view = { .programme = v->programme, .id = v->params[1] };
	bool is_refused = v->form != NULL && v->form->form->is_asked;
	struct values *present = NULL;
	struct page page;

	TRY(own_survey_find(v, &view.own));
	view.is_open = survey_may_answer(view.own.survey.state) == OK;
	if (view.is_open || is_refused) {
		TRY(own_survey_filled(v, &view.own, own_survey_form(v, &view.own, survey_answer_form.name, false), &present));
		view.form = is_refused ? v->form : present;
	} else {
		TRY(own_survey_lines(v, &view.own, &view.lines));
	}
	page = visit_page(v);
	if (present != NULL)
		page.form_seen = form_tag(v->arena, present);
	page_survey(&page, &view);
	return OK;
}

/* What stands there now is what their form began with: of two pages the second is told. */
static enum outcome
begin(struct visit *v, struct own_survey *own)
{
	struct values *present;
	bool is_paused;

	TRY(own_survey_find(v, own));
	TRY(survey_may_answer(own->survey.state));
	TRY(person_is_paused(v, v->who.id, &is_paused));
	if (is_paused)
		return PERSON_PAUSED;
	TRY(own_survey_filled(v, own, own_survey_form(v, own, survey_answer_form.name, false), &present));
	return visit_has_seen(v, present);
}

static enum outcome
show(struct visit *v, struct str done)
{
	return visit_see_other(v, url_survey_show(v->arena, v->programme->slug, v->params[1]), done);
}

enum outcome
survey_save(struct visit *v)
{
	struct own_survey own;

	TRY(begin(v, &own));
	if (own.row.is_sent)
		return SURVEY_SENT;
	TRY(own_survey_keep(v, &own, false));
	return show(v, S("draft-saved"));
}

enum outcome
survey_send(struct visit *v)
{
	struct own_survey own;

	TRY(begin(v, &own));
	TRY(own_survey_keep(v, &own, true));
	if (!own.row.is_sent)
		TRY(event_say(v, S("survey-answered"), &(struct event_facts){ .person = v->who.id, .detail = own.survey.name }));
	return show(v, S("survey-answered"));
}
