/* The forms of a programme in a list, and what a survey asks beside its questions: those change where the questions of all forms do (web_forms.c). */
#include "access/layout.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/text.h"
#include "http/routes.h"
#include "programmes/form.h"
#include "programmes/pages.h"
#include "programmes/questionnaires.h"
#include "programmes/rules.h"
#include "programmes/versions.h"
#include "programmes/views.h"

struct str
questionnaire_form_slug(struct arena *arena, struct str slug)
{
	return str_join(arena, 2, (struct str[]){ S("survey-"), slug });
}

bool
questionnaire_slug_is_fine(struct str slug)
{
	int64_t id;

	return slug_is_fine(slug) && slug.length <= QUESTIONNAIRE_SLUG_MOST && !id_read(slug, &id) && !str_equal(slug, S(QUESTIONNAIRE_OWN));
}

enum outcome
questionnaire_choices(struct visit *v, struct choices *out)
{
	struct questionnaires_of_rows rows;
	struct choice *at;

	TRY(questionnaires_of(v->db, v->arena, v->programme->id, QUESTIONNAIRES_MOST, &rows));
	at = ARENA_MANY(v->arena, rows.count + 1, struct choice);    /* a group of radios cannot be left again, so that none is one of them */
	*out = (struct choices){ at, 0 };
	for (size_t i = 0; i < rows.count; i++)
		if (!rows.at[i].is_retired)
			at[out->count++] = (struct choice){ .value = rows.at[i].slug, .label = rows.at[i].title };
	if (out->count > 0)
		at[out->count++] = (struct choice){ .value = S(QUESTIONNAIRE_OWN), .label = S_STATIC("None of them: it has questions of its own") };
	return OK;
}

struct str
questionnaire_audience_words(struct page *page, enum survey_audience audience)
{
	for (size_t i = 0; i < SURVEY_AUDIENCES; i++)
		if (str_equal(survey_audiences[i].value, survey_audience_name(audience)))
			return page_words(page, str_c(page->arena, survey_audiences[i].label), 0, NULL);
	return S("");
}

/* --- all forms --- */

enum outcome
question_forms_show(struct visit *v)
{
	struct question_forms_view view = { .programme = v->programme, .form = visit_values(v, &questionnaire_new_form, NULL) };
	struct page page;

	view.mentee = programme_form(v->programme, S("mentee"));
	view.mentor = programme_form(v->programme, S("mentor"));
	TRY(questionnaires_of(v->db, v->arena, v->programme->id, QUESTIONNAIRES_MOST, &view.rows));
	page = visit_page(v);
	page_question_forms(&page, &view);
	return OK;
}

static enum outcome
put(struct visit *v, struct str slug, bool is_retired)
{
	return questionnaire_put(v->db, &(struct questionnaire_put_values){ .programme = v->programme->id, .slug = slug, .about = form_text(v->form, "about"),
	    .audience = survey_audience_of(form_text(v->form, "survey_audience")), .areas = form_tick(v->form, "asks_areas"), .ranking = form_tick(v->form, "asks_ranking"),
	    .retired = is_retired, .now = v->now });
}

static enum outcome
said(struct visit *v, struct str slug)
{
	TRY(programme_touch(v));
	TRY(version_keep_form(v));
	return event_say(v, S("form-saved"), &(struct event_facts){ .detail = slug });
}

/* A word that is free, and room for one more. */
static enum outcome
may_add(struct visit *v, struct str slug)
{
	struct questionnaires_of_rows rows;

	if (!questionnaire_slug_is_fine(slug)) {
		form_complain(v->form, "slug", S("Small letters a-z and digits, with hyphens between them, like mid-term."));
		return BAD_INPUT;
	}
	TRY(questionnaires_of(v->db, v->arena, v->programme->id, QUESTIONNAIRES_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		if (str_equal(rows.at[i].slug, slug))
			form_complain(v->form, "slug", S("There is one with this word already. Choose another one."));
	if (rows.count == QUESTIONNAIRES_MOST)
		form_complain(v->form, "title", S("A programme has at most 20 surveys. Change one that you do not need any more."));
	return v->form->has_complaints ? BAD_INPUT : OK;
}

enum outcome
questionnaire_add(struct visit *v)
{
	struct str slug = form_text(v->form, "slug");
	struct question_form form = { .slug = questionnaire_form_slug(v->arena, slug), .title = text_one_line(v->arena, form_text(v->form, "title")) };

	TRY(may_add(v, slug));
	TRY(put(v, slug, false));
	TRY(question_form_keep(v, v->programme->id, &form));
	TRY(said(v, form.slug));
	v->params[1] = form.slug;
	return visit_see_other(v, url_question_form_show(v->arena, v->programme->slug, form.slug), S("questionnaire-added"));
}

/* --- one --- */

static enum outcome
find(struct visit *v, struct questionnaire_of_row *out)
{
	return questionnaire_of(v->db, v->arena, v->programme->id, question_form_survey(v->params[1]), out);
}

static struct values *
filled(struct visit *v, const struct questionnaire_of_row *row)
{
	struct values *form = form_start(v->arena, &questionnaire_form, NULL);

	form_set_text(form, "title", row->title);
	form_set_text(form, "about", row->about);
	form_set_text(form, "survey_audience", survey_audience_name(row->audience));
	form_set_whole(form, "asks_areas", row->asks_areas);
	form_set_whole(form, "asks_ranking", row->asks_ranking);
	form_set_whole(form, "is_retired", row->is_retired);
	return form;
}

enum outcome
questionnaire_show(struct visit *v)
{
	struct questionnaire_view view = { .programme = v->programme };
	struct values *present;
	struct page page;

	TRY(find(v, &view.row));
	view.slug = v->params[1];
	present = filled(v, &view.row);
	view.form = visit_is_again(v, &questionnaire_form) ? v->form : present;
	page = visit_page(v);
	page.form_seen = form_tag(v->arena, present);
	page_questionnaire(&page, &view);
	return OK;
}

/* Another title is another version of its form; its questions stay. */
enum outcome
questionnaire_save(struct visit *v)
{
	struct str title = text_one_line(v->arena, form_text(v->form, "title"));
	struct questionnaire_of_row row;
	struct question_form form;

	TRY(find(v, &row));
	TRY(visit_has_seen(v, filled(v, &row)));
	TRY(put(v, row.slug, form_tick(v->form, "is_retired")));
	if (!str_equal(title, row.title)) {
		TRY(question_form_find(v->db, v->arena, row.form, &form));
		form.title = title;
		TRY(question_form_keep(v, v->programme->id, &form));
	}
	TRY(said(v, v->params[1]));
	return visit_see_other(v, url_question_form_show(v->arena, v->programme->slug, v->params[1]), S("saved"));
}
