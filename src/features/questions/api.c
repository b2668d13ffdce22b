/* Questions for programs. */
#include "questions/api.h"

#include "access/api.h"
#include "base/check.h"
#include "formats/id.h"
#include "programmes/programmes.h"
#include "questions/form.h"
#include "questions/store.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { LIST_ROWS = 25 };

static const char *const states[] = { "open", "answered", "withdrawn", NULL };
static const struct shape_field question_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("state"), .type = SHAPE_WORD, .words = states }, { .name = T("words"), .type = SHAPE_TEXT },
	{ .name = T("answer"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("asked_at"), .type = SHAPE_MOMENT },
	{ .name = T("ended_at"), .type = SHAPE_MOMENT, .may_be_null = true },
};
SHAPE(question_shape, "DeskQuestion", question_fields);
static const struct shape_field line_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID }, { .name = T("state"), .type = SHAPE_WORD, .words = states }, { .name = T("asker"), .type = SHAPE_TEXT },
	{ .name = T("words"), .type = SHAPE_TEXT }, { .name = T("answer"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("answered_by"), .type = SHAPE_TEXT, .may_be_null = true }, { .name = T("asked_at"), .type = SHAPE_MOMENT },
	{ .name = T("ended_at"), .type = SHAPE_MOMENT, .may_be_null = true },
};
static SHAPE(line_shape, "DeskQuestionLine", line_fields);
static const struct shape_field list_fields[] = {
	{ .name = T("items"), .type = SHAPE_LIST, .of = &line_shape }, { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true },
};
SHAPE(question_list_shape, "DeskQuestionList", list_fields);

static void
print_line(struct answer *a, const struct desk_questions_of_row *row)
{
	answer_open(a, &line_shape);
	answer_id(a, "id", row->id.value);
	answer_word(a, "state", desk_question_state_name(row->state));
	answer_text(a, "asker", row->asker_name);
	answer_text(a, "words", row->words);
	answer_text(a, "answer", row->answer);
	answer_text(a, "answered_by", row->answered_name);
	answer_moment(a, "asked_at", row->asked_at);
	answer_moment(a, "ended_at", row->ended_at);
	answer_close(a);
}

enum outcome
question_list_json(struct visit *v)
{
	int64_t limit = form_whole(v->form, "limit") > 0 ? form_whole(v->form, "limit") : LIST_ROWS;
	struct str written = form_text(v->form, "after");
	struct desk_question_id after = { 0 };
	struct desk_questions_of_rows rows;
	struct answer a;

	if (!str_is_empty(written) && !id_read(written, &after.value)) {
		form_complain(v->form, "after", S("This is no cursor of ours. Follow the link of the page before."));
		return BAD_INPUT;
	}
	TRY(desk_questions_of(v->db, v->arena, &(struct desk_questions_of_values){
	    .programme = v->programme->id, .asker = visit_may(v, WHO_COORDINATOR) ? (struct person_id){ 0 } : v->who.id, .state = form_text(v->form, "state"),
	    .with_open = true, .after = after, .limit = limit + 1 }, &rows));
	a = api_answer(v);
	answer_open(&a, &question_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count && i < (size_t)limit; i++)
		print_line(&a, &rows.at[i]);
	answer_close(&a);
	answer_text(&a, "next", rows.count > (size_t)limit ? api_next(v, id_print(v->arena, rows.at[limit - 1].id.value)) : S(""));
	answer_close(&a);
	return OK;
}

enum outcome
question_json(struct visit *v)
{
	struct question_of_row row;
	struct answer a;

	TRY(question_of(v->db, v->arena, (struct desk_question_id){ v->thing_id }, v->programme->id, &row));
	a = api_answer(v);
	answer_open(&a, &question_shape);
	answer_id(&a, "id", row.id.value);
	answer_word(&a, "state", desk_question_state_name(row.state));
	answer_text(&a, "words", row.words);
	answer_text(&a, "answer", row.answer);
	answer_moment(&a, "asked_at", row.asked_at);
	answer_moment(&a, "ended_at", row.ended_at);
	answer_close(&a);
	return OK;
}
