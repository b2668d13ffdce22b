/* The rules of surveys. */
#include "surveys/rules.h"

enum { QUESTIONS_A_MINUTE = 2 };

bool
survey_is_of_round(enum survey_audience audience)
{
	return audience == SURVEY_AUDIENCE_ROUND || audience == SURVEY_AUDIENCE_ROUND_MENTORS || audience == SURVEY_AUDIENCE_ROUND_MENTEES;
}

enum outcome
survey_may_open(enum survey_state state, int64_t questions, bool asks_more)
{
	if (state != SURVEY_STATE_PLANNED)
		return SURVEY_NOT_NOW;
	return questions == 0 && !asks_more ? SURVEY_EMPTY : OK;
}

enum outcome
survey_may_renew(enum survey_state state, bool is_newest, bool asks_anything)
{
	if (state != SURVEY_STATE_OPEN)
		return WINDOW_CLOSED;
	if (is_newest)
		return SURVEY_SAME;
	return asks_anything ? OK : SURVEY_EMPTY;
}

enum outcome
survey_may_answer(enum survey_state state)
{
	return state == SURVEY_STATE_OPEN ? OK : WINDOW_CLOSED;
}

int64_t
survey_minutes(int64_t questions)
{
	return questions < QUESTIONS_A_MINUTE ? 1 : (questions + QUESTIONS_A_MINUTE - 1) / QUESTIONS_A_MINUTE;
}

bool
survey_is_few(int64_t count, bool is_confided)
{
	return is_confided && count > 0 && count < SURVEY_FEW;
}
