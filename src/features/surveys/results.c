/* What was answered, counted: an option a line, free text as it was written, and nobody's name. Of a question whose words were changed the two wordings
 * stand apart, since they are two questions. */
#include "base/arena.h"
#include "base/check.h"
#include "forms/say.h"
#include "forms/say_moment.h"
#include "surveys/views.h"

enum { FORMS_COUNTED = 40, COUNTS_MOST = 4000, TEXTS_MOST = 500, OPTIONS_MOST = 64, WEEK_BITS = 21, RESULTS_MOST = 200 };

/* Where the answers to a question of one version are counted. */
struct spot {
	struct question_id question;
	const struct question *asked;
	size_t result;
};
struct counting {
	struct visit *v;
	struct results *results;
	struct spot *spots;
	size_t spot_count;
};

static bool
is_text(enum question_kind kind)
{
	return kind == QUESTION_KIND_TEXT || kind == QUESTION_KIND_LONG_TEXT || kind == QUESTION_KIND_LINK || kind == QUESTION_KIND_DATE;
}

static void
count_option(struct result *result, struct str words, int64_t people)
{
	for (size_t i = 0; i < result->options.count; i++)
		if (str_equal(result->options.at[i].words, words)) {
			result->options.at[i].people += people;
			return;
		}
	if (result->options.count < OPTIONS_MOST)
		result->options.at[result->options.count++] = (struct result_option){ .words = words, .people = people };
}

/* Options that nobody gave are options all the same; of a scale they are its steps. */
static void
start_options(struct counting *c, struct result *result, const struct question *q)
{
	struct question_form one = { .questions = ARENA_NEW(c->v->arena, struct question), .count = 1 };
	struct form form;

	if (q->kind != QUESTION_KIND_CHOICE && q->kind != QUESTION_KIND_CHOICES && q->kind != QUESTION_KIND_SCALE)
		return;
	one.questions[0] = *q;
	form = question_fields(c->v->arena, &one, S("option"), true);
	for (size_t i = 0; i < form.fields[0].choices.count; i++)
		count_option(result, question_answer_words(c->v->arena, visit_language(c->v), q, form.fields[0].choices.at[i].value), 0);
}

static size_t
result_for(struct counting *c, const struct question *q)
{
	struct result *result;

	for (size_t i = 0; i < c->results->count; i++)
		if (str_equal(c->results->at[i].words, q->words) && c->results->at[i].question->kind == q->kind) {
			start_options(c, &c->results->at[i], q);
			return i;
		}
	if (c->results->count == RESULTS_MOST)
		return RESULTS_MOST;
	result = &c->results->at[c->results->count];
	*result = (struct result){ .question = q, .words = q->words, .is_confided = q->audience == QUESTION_AUDIENCE_COORDINATORS, .is_text = is_text(q->kind),
		.options = { .at = ARENA_MANY(c->v->arena, OPTIONS_MOST, struct result_option) } };
	start_options(c, result, q);
	return c->results->count++;
}

static enum outcome
find_spots(struct counting *c, struct survey_id id)
{
	struct survey_forms_rows rows;

	TRY(survey_forms(c->v->db, c->v->arena, id, FORMS_COUNTED + 1, &rows));
	if (rows.count > FORMS_COUNTED)
		return TOO_LARGE;
	c->spots = ARENA_MANY(c->v->arena, rows.count * QUESTIONS_MOST + 1, struct spot);
	for (size_t i = 0; i < rows.count; i++) {
		struct question_form form;

		TRY(question_form_find(c->v->db, c->v->arena, rows.at[i].id, &form));
		for (size_t k = 0; k < form.count; k++) {
			struct spot spot = { form.questions[k].id, &form.questions[k], result_for(c, &form.questions[k]) };

			if (spot.result < RESULTS_MOST)
				c->spots[c->spot_count++] = spot;
		}
	}
	return OK;
}

static const struct spot *
spot_of(const struct counting *c, struct question_id question)
{
	for (size_t i = 0; i < c->spot_count; i++)
		if (question_id_equal(c->spots[i].question, question))
			return &c->spots[i];
	return NULL;
}

static void
count_answer(struct counting *c, const struct spot *spot, struct str answer, int64_t people)
{
	struct result *result = &c->results->at[spot->result];
	struct str line, language = visit_language(c->v);
	int64_t bits = 0;

	result->people += people;
	if (spot->asked->kind == QUESTION_KIND_CHOICES) {
		while (!str_is_empty(answer) && str_next(&answer, '\n', &line))
			count_option(result, line, people);
	} else if (spot->asked->kind == QUESTION_KIND_WEEK && str_whole(answer, &bits)) {
		for (int64_t bit = 0; bit < WEEK_BITS; bit++)
			if ((bits >> bit & 1) != 0)
				count_option(result, say_week(c->v->arena, language, INT64_C(1) << bit), people);
	} else {
		count_option(result, question_answer_words(c->v->arena, language, spot->asked, answer), people);
	}
}

static enum outcome
count_all(struct counting *c, struct survey_id id)
{
	struct survey_counts_rows counts;
	struct survey_texts_rows texts;

	TRY(survey_counts(c->v->db, c->v->arena, id, COUNTS_MOST, &counts));
	for (size_t i = 0; i < counts.count; i++) {
		const struct spot *spot = spot_of(c, counts.at[i].question);

		if (spot != NULL)
			count_answer(c, spot, counts.at[i].words, counts.at[i].people);
	}
	TRY(survey_texts(c->v->db, c->v->arena, id, TEXTS_MOST, &texts));
	for (size_t i = 0; i < c->results->count; i++)
		c->results->at[i].texts.at = ARENA_MANY(c->v->arena, c->results->at[i].is_text ? texts.count + 1 : 1, struct str);
	for (size_t i = 0; i < texts.count; i++) {
		const struct spot *spot = spot_of(c, texts.at[i].question);
		struct result *result = spot == NULL ? NULL : &c->results->at[spot->result];

		if (result == NULL)
			continue;
		result->people++;
		if (!result->is_confided)    /* who reads a screen over a shoulder would know whose it is */
			result->texts.at[result->texts.count++] = question_answer_words(c->v->arena, visit_language(c->v), spot->asked, texts.at[i].words);
	}
	return OK;
}

enum outcome
survey_results(struct visit *v, struct survey_id id, struct results *out)
{
	struct counting c = { .v = v, .results = out };

	*out = (struct results){ .at = ARENA_MANY(v->arena, RESULTS_MOST, struct result) };
	TRY(find_spots(&c, id));
	TRY(count_all(&c, id));
	for (size_t i = 0; i < out->count; i++)
		for (size_t k = 0; k < out->at[i].options.count; k++)
			out->at[i].options.at[k].is_few = survey_is_few(out->at[i].options.at[k].people, out->at[i].is_confided);
	return OK;
}
