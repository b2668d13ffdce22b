/* The limits of the question desk. */
#include "questions/rules.h"

enum outcome
question_may_ask(int64_t open)
{
	return open >= QUESTIONS_OPEN_MOST ? QUESTIONS_ENOUGH : OK;
}

enum outcome
question_may_end(enum desk_question_state state)
{
	return state == DESK_QUESTION_STATE_OPEN ? OK : QUESTION_OVER;
}
