/* Which columns the answers of applications, and of surveys, make, and which answer stands in which. */
#include "base/arena.h"
#include "base/check.h"
#include "exchange/answers.h"
#include "exchange/store_export.h"
#include "programmes/programmes.h"

#define LAST (ANSWER_COLUMNS - 1)

static size_t
column_of(const struct answer_columns *columns, struct str words)
{
	for (size_t i = 0; i < columns->count; i++)
		if (str_equal(columns->headings[i], words))
			return i;
	return columns->is_full ? LAST : columns->count;
}

static void
add_column(struct answer_columns *columns, struct str words)
{
	size_t place = column_of(columns, words);

	if (place < columns->count || columns->is_full)
		return;
	columns->is_full = place == LAST;
	columns->headings[place] = columns->is_full ? S("further answers") : words;
	columns->count++;
}

/* At most ANSWER_FORMS ids. */
static enum outcome
forms_answered(struct visit *v, struct arena *arena, enum answered of, struct question_form_id *ids, size_t *count)
{
	struct export_survey_forms_rows surveys = { 0 };
	struct export_forms_rows rows = { 0 };

	if (of == ANSWERED_SURVEYS)
		TRY(export_survey_forms(v->db, arena, v->programme->id, ANSWER_FORMS + 1, &surveys));
	else
		TRY(export_forms(v->db, arena, v->programme->id, ANSWER_FORMS + 1, &rows));
	*count = surveys.count + rows.count;
	if (*count > ANSWER_FORMS)
		return TOO_LARGE;
	for (size_t i = 0; i < *count; i++)
		ids[i] = of == ANSWERED_SURVEYS ? surveys.at[i].id : rows.at[i].id;
	return OK;
}

enum outcome
answer_columns_find(struct visit *v, struct arena *arena, enum answered of, struct answer_columns *out)
{
	struct question_form_id ids[ANSWER_FORMS];
	size_t count;

	*out = (struct answer_columns){ .of = of };
	TRY(forms_answered(v, arena, of, ids, &count));
	out->forms = ARENA_MANY(arena, count + 1, struct question_form);
	for (size_t i = 0; i < count; i++) {
		struct question_form *form = &out->forms[out->form_count++];

		TRY(question_form_find(v->db, arena, ids[i], form));
		for (size_t k = 0; k < form->count; k++)
			add_column(out, form->questions[k].words);
	}
	return OK;
}

static const struct question *
question_of(const struct answer_columns *columns, struct question_id id)
{
	for (size_t i = 0; i < columns->form_count; i++)
		for (size_t k = 0; k < columns->forms[i].count; k++)
			if (columns->forms[i].questions[k].id.value == id.value)
				return &columns->forms[i].questions[k];
	return NULL;
}

/* Two questions of the same words share a cell. */
static void
add_answer(struct arena *arena, struct str *cell, struct str words)
{
	*cell = str_is_empty(*cell) ? words : str_join(arena, 3, (struct str[]){ *cell, S("\n"), words });
}

static void
fill_cell(struct arena *arena, const struct answer_columns *columns, struct question_id id, struct str answer, struct str *cells)
{
	const struct question *question = question_of(columns, id);
	struct str words;
	size_t place;

	if (question == NULL)
		return;    /* of a version that nobody's answers have any more */
	place = column_of(columns, question->words);
	words = question_answer_words(arena, S("en"), question, answer);
	if (columns->is_full && place == LAST)
		words = str_join(arena, 3, (struct str[]){ question->words, S(": "), words });
	add_answer(arena, &cells[place], words);
}

enum outcome
answer_columns_fill(struct visit *v, struct arena *arena, const struct answer_columns *columns, int64_t id, struct str *cells)
{
	struct export_survey_answers_rows said = { 0 };
	struct export_answers_rows rows = { 0 };

	for (size_t i = 0; i < columns->count; i++)
		cells[i] = S("");
	if (columns->of == ANSWERED_SURVEYS)
		TRY(export_survey_answers(v->db, arena, (struct response_id){ id }, QUESTIONS_MOST, &said));
	else
		TRY(export_answers(v->db, arena, (struct application_id){ id }, QUESTIONS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		fill_cell(arena, columns, rows.at[i].question, rows.at[i].words, cells);
	for (size_t i = 0; i < said.count; i++)
		fill_cell(arena, columns, said.at[i].question, said.at[i].words, cells);
	return OK;
}
