/* The desk's few limits. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "questions/rules.h"

static void
F031_five_open_questions_are_enough(void **state)
{
	(void)state;
	assert_int_equal(OK, question_may_ask(4));
	assert_int_equal(QUESTIONS_ENOUGH, question_may_ask(5));
}

static void
F031_a_question_is_answered_or_taken_back_once(void **state)
{
	(void)state;
	assert_int_equal(OK, question_may_end(DESK_QUESTION_STATE_OPEN));
	assert_int_equal(QUESTION_OVER, question_may_end(DESK_QUESTION_STATE_ANSWERED));
	assert_int_equal(QUESTION_OVER, question_may_end(DESK_QUESTION_STATE_WITHDRAWN));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(F031_five_open_questions_are_enough), cmocka_unit_test(F031_a_question_is_answered_or_taken_back_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
