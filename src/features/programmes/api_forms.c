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
static SHAPE(question_shape, "Question", question_shape_fields);
static const struct shape_field form_fields[] = {
	{ .name = T("slug"), .type = SHAPE_TEXT }, { .name = T("title"), .type = SHAPE_TEXT }, { .name = T("version"), .type = SHAPE_WHOLE, .about = T("0: it was never written.") },
	{ .name = T("questions"), .type = SHAPE_LIST, .of = &question_shape },
};
SHAPE(question_form_shape, "QuestionForm", form_fields);

static void
print_question(struct answer *a, const struct question *q)
{
	answer_open(a, &question_shape);
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

/* After an act as it is now: the programme of the visit is that of before. */
enum outcome
question_form_json(struct visit *v)
{
	const struct programme *now = v->programme;
	const struct question_form *stored;
	struct question_form form;
	struct answer a;

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
		print_question(&a, &form.questions[i]);
	answer_close(&a);
	answer_close(&a);
	return OK;
}
