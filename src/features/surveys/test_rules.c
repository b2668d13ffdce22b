/* The rules of surveys. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "surveys/rules.h"

static void
F176_a_survey_opens_once_and_only_if_it_asks_something(void **state)
{
	(void)state;
	assert_int_equal(SURVEY_EMPTY, survey_may_open(SURVEY_STATE_PLANNED, 0, false));
	assert_int_equal(OK, survey_may_open(SURVEY_STATE_PLANNED, 1, false));
	assert_int_equal(OK, survey_may_open(SURVEY_STATE_PLANNED, 0, true));
	assert_int_equal(SURVEY_NOT_NOW, survey_may_open(SURVEY_STATE_OPEN, 1, false));
	assert_int_equal(SURVEY_NOT_NOW, survey_may_open(SURVEY_STATE_CLOSED, 1, false));
}

static void
F027_an_open_survey_asks_newer_questions_only_if_somebody_says_so(void **state)
{
	(void)state;
	assert_int_equal(OK, survey_may_renew(SURVEY_STATE_OPEN, false, true));
	assert_int_equal(SURVEY_SAME, survey_may_renew(SURVEY_STATE_OPEN, true, true));
	assert_int_equal(SURVEY_EMPTY, survey_may_renew(SURVEY_STATE_OPEN, false, false));
	assert_int_equal(WINDOW_CLOSED, survey_may_renew(SURVEY_STATE_PLANNED, false, true));
	assert_int_equal(WINDOW_CLOSED, survey_may_renew(SURVEY_STATE_CLOSED, false, true));
}

static void
F176_it_is_answered_while_it_is_open(void **state)
{
	(void)state;
	assert_int_equal(WINDOW_CLOSED, survey_may_answer(SURVEY_STATE_PLANNED));
	assert_int_equal(OK, survey_may_answer(SURVEY_STATE_OPEN));
	assert_int_equal(WINDOW_CLOSED, survey_may_answer(SURVEY_STATE_CLOSED));
}

static void
L21_says_minutes_of_two_questions_each(void **state)
{
	(void)state;
	assert_int_equal(1, survey_minutes(0));
	assert_int_equal(1, survey_minutes(2));
	assert_int_equal(2, survey_minutes(3));
	assert_int_equal(30, survey_minutes(60));
}

static void
F028_a_group_under_five_is_no_number_where_a_question_is_for_coordinators_alone(void **state)
{
	(void)state;
	assert_true(survey_is_few(1, true));
	assert_true(survey_is_few(4, true));
	assert_false(survey_is_few(5, true));
	assert_false(survey_is_few(0, true));
	assert_false(survey_is_few(1, false));
}

static void
F042_a_survey_of_a_round_is_for_who_applied_in_it(void **state)
{
	(void)state;
	assert_true(survey_is_of_round(SURVEY_AUDIENCE_ROUND));
	assert_true(survey_is_of_round(SURVEY_AUDIENCE_ROUND_MENTEES));
	assert_false(survey_is_of_round(SURVEY_AUDIENCE_MENTEES));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(F176_a_survey_opens_once_and_only_if_it_asks_something), cmocka_unit_test(F027_an_open_survey_asks_newer_questions_only_if_somebody_says_so),
		cmocka_unit_test(F176_it_is_answered_while_it_is_open),
		cmocka_unit_test(L21_says_minutes_of_two_questions_each),
		cmocka_unit_test(F028_a_group_under_five_is_no_number_where_a_question_is_for_coordinators_alone),
		cmocka_unit_test(F042_a_survey_of_a_round_is_for_who_applied_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
