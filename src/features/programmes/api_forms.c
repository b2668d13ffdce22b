/* A programme's forms, for programs. */
#include "access/api.h"
#include "base/check.h"
#include "programmes/api.h"
#include "programmes/programmes.h"
#include "programmes/views.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

static const char *const kinds[] = { "text", "long-text", "choice", "choices", "scale", "week", "language", "date", "link", "consent", NULL };
static const char *const audiences[] = { "reviewers", "coordinators", NULL };
static const struct shape_field choice_fields[] = { { .name = T("words"), .type = SHAPE_TEXT } };
static SHAPE(question_choice_shape, "QuestionChoice", choice_fields);
static const struct shape_field question_shape_fields[] = {
	{ .name = T("key"), .type = SHAPE_TEXT, .about = T("What the answer is called. A language has a second answer, KEY_level.") },
	{ .name = T("kind"), .type = SHAPE_WORD, .words = kinds }, { .name = T("words"), .type = SHAPE_TEXT }, { .name = T("help"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("is_required"), .type = SHAPE_TICK }, { .name = T("least"), .type = SHAPE_WHOLE, .about = T("0: as usual.") }, { .name = T("most"), .type = SHAPE_WHOLE },
	{ .name = T("choices"), .type = SHAPE_LIST, .of = &question_choice_shape }, { .name = T("audience"), .type = SHAPE_WORD, .words = audiences },
};
SHAPE(asked_question_shape, "Question", question_shape_fields);
static const struct shape_field form_fields[] = {
	{ .name = T("slug"), .type = SHAPE_TEXT }, { .name = T("title"), .type = SHAPE_TEXT }, { .name = T("version"), .type = SHAPE_WHOLE, .about = T("0: it was never written.") },
	{ .name = T("questions"), .type = SHAPE_LIST, .of = &asked_question_shape },
};
SHAPE(question_form_shape, "QuestionForm", form_fields);

void
asked_question_json(struct answer *a, const struct question *q)
{
	answer_open(a, &asked_question_shape);
	answer_text(a, "key", q->key);
	answer_word(a, "kind", question_kind_name(q->kind));
	answer_text(a, "words", q->words);
	answer_text(a, "help", q->help);
	answer_tick(a, "is_required", q->is_required);
	answer_whole(a, "least", q->lowest);
	answer_whole(a, "most", q->highest);
	answer_list(a, "choices");
	for (size_t i = 0; i < q->choices.count; i++) {
		answer_open(a, &question_choice_shape);
		answer_text(a, "words", q->choices.at[i]);
		answer_close(a);
	}
	answer_close(a);
	answer_word(a, "audience", question_audience_name(q->audience));
	answer_close(a);
}

static const char *const whom[] = { "members", "mentors", "mentees", "round", "round-mentors", "round-mentees", NULL };
static const struct shape_field line_fields[] = {
	{ .name = T("slug"), .type = SHAPE_TEXT }, { .name = T("title"), .type = SHAPE_TEXT }, { .name = T("version"), .type = SHAPE_WHOLE },
	{ .name = T("questions"), .type = SHAPE_WHOLE, .about = T("How many.") },
	{ .name = T("questionnaire"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Of a survey: what the programme's file calls it.") },
	{ .name = T("about"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("audience"), .type = SHAPE_WORD, .words = whom, .may_be_null = true },
	{ .name = T("asks_areas"), .type = SHAPE_TICK }, { .name = T("asks_ranking"), .type = SHAPE_TICK }, { .name = T("is_retired"), .type = SHAPE_TICK },
};
static SHAPE(line_shape, "QuestionFormLine", line_fields);
static const struct shape_field list_fields[] = { { .name = T("items"), .type = SHAPE_LIST, .of = &line_shape } };
SHAPE(question_form_list_shape, "QuestionFormList", list_fields);

static void
print_line(struct answer *a, const struct questionnaires_of_row *row)
{
	answer_open(a, &line_shape);
	answer_text(a, "slug", row->form_slug);
	answer_text(a, "title", row->title);
	answer_whole(a, "version", row->version);
	answer_whole(a, "questions", row->questions);
	answer_text(a, "questionnaire", row->slug);
	answer_text(a, "about", row->about);
	answer_word(a, "audience", str_is_empty(row->slug) ? S("") : survey_audience_name(row->audience));
	answer_tick(a, "asks_areas", row->asks_areas);
	answer_tick(a, "asks_ranking", row->asks_ranking);
	answer_tick(a, "is_retired", row->is_retired);
	answer_close(a);
}

enum outcome
question_forms_json(struct visit *v)
{
	struct questionnaires_of_rows rows;
	struct answer a;

	TRY(questionnaires_of(v->db, v->arena, v->programme->id, QUESTIONNAIRES_MOST, &rows));
	a = api_answer(v);
	answer_open(&a, &question_form_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < v->programme->form_count; i++) {
		const struct question_form *form = &v->programme->forms[i];

		print_line(&a, &(struct questionnaires_of_row){ .slug = S(""), .about = S(""), .form_slug = form->slug, .title = form->title, .version = form->version,
		    .questions = (int64_t)form->count });
	}
	for (size_t i = 0; i < rows.count; i++)
		print_line(&a, &rows.at[i]);
	answer_close(&a);
	answer_close(&a);
	return OK;
}

/* After an act as it is now: the programme of the visit is that of before. */
enum outcome
question_form_json(struct visit *v)
{
	const struct programme *now = v->programme;
	const struct question_form *stored;
	struct question_form form;
	struct answer a;

	if (!str_is_empty(question_form_survey(v->params[1])) && !visit_may(v, WHO_COORDINATOR))
		return NOT_FOUND;    /* who is asked by it reads it with the survey */
	TRY(question_form_of(v, &form));
	if (v->is_write)
		TRY(programme_fresh(v->db, v->arena, v->programme->id, &now));
	stored = programme_form(now, v->params[1]);
	if (v->is_write && !str_is_empty(question_form_survey(form.slug)))
		TRY(question_form_of(v, &form));
	else if (stored != NULL)
		form = *stored;
	a = api_answer(v);
	answer_open(&a, &question_form_shape);
	answer_text(&a, "slug", form.slug);
	answer_text(&a, "title", form.title);
	answer_whole(&a, "version", form.version);
	answer_list(&a, "questions");
	for (size_t i = 0; i < form.count; i++)
		asked_question_json(&a, &form.questions[i]);
	answer_close(&a);
	answer_close(&a);
	return OK;
}
