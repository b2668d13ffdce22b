/* Does all that must always hold of surveys hold? */
#include "surveys/store_check.h"
#include "surveys/surveys.h"

enum { ROWS_MOST = 50 };

enum outcome
survey_check(struct visit *v, struct findings *found)
{
	struct broken_survey_plans_rows plans;
	struct broken_survey_rounds_rows rounds;
	struct broken_survey_questions_rows questions;
	struct broken_responses_rows responses;
	struct broken_areas_rows areas;

	TRY(broken_survey_plans(v->db, v->arena, ROWS_MOST, &plans));
	for (size_t i = 0; i < plans.count; i++)
		finding_add(found, "a survey that waits for the clock without a next step", plans.at[i].id.value);
	TRY(broken_survey_rounds(v->db, v->arena, ROWS_MOST, &rounds));
	for (size_t i = 0; i < rounds.count; i++)
		finding_add(found, "a survey of a round that is not its programme's", rounds.at[i].id.value);
	TRY(broken_survey_questions(v->db, v->arena, ROWS_MOST, &questions));
	for (size_t i = 0; i < questions.count; i++)
		finding_add(found, "a survey whose questions are not those that its programme wrote", questions.at[i].id.value);
	TRY(broken_responses(v->db, v->arena, ROWS_MOST, &responses));
	for (size_t i = 0; i < responses.count; i++)
		finding_add(found, "answers to a survey that are not to its questions", responses.at[i].id.value);
	TRY(broken_areas(v->db, v->arena, ROWS_MOST, &areas));
	for (size_t i = 0; i < areas.count; i++)
		finding_add(found, "a focus area of another programme in an answer", areas.at[i].id.value);
	return OK;
}
