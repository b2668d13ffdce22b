/* What may follow on what in a case, when the clock speaks, and whom words name: both sides of each limit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/check.h"
#include "conduct/rules.h"

static const struct moment made_at = { INT64_C(1000) * US_PER_DAY };

static struct moment
after(int64_t hours)
{
	return moment_plus(made_at, hours * US_PER_HOUR);
}

static void
a_case_goes_from_sent_to_closed_and_no_step_is_left_out(void **state)
{
	static const struct {
		enum report_state from;
		enum case_step step;
		enum report_state to;
	} ways[] = {
		{ REPORT_STATE_SUBMITTED, CASE_ACKNOWLEDGE, REPORT_STATE_ACKNOWLEDGED }, { REPORT_STATE_SUBMITTED, CASE_ASK, REPORT_STATE_INVESTIGATING },
		{ REPORT_STATE_ACKNOWLEDGED, CASE_ASSIGN, REPORT_STATE_INVESTIGATING }, { REPORT_STATE_INVESTIGATING, CASE_DECIDE, REPORT_STATE_DECIDED },
		{ REPORT_STATE_DECIDED, CASE_ASSIGN, REPORT_STATE_DECIDED }, { REPORT_STATE_DECIDED, CASE_CLOSE, REPORT_STATE_CLOSED },
		{ REPORT_STATE_CLOSED, CASE_REOPEN, REPORT_STATE_INVESTIGATING }, { REPORT_STATE_CLOSED, CASE_NOTE, REPORT_STATE_CLOSED },
	};
	static const struct {
		enum report_state from;
		enum case_step step;
	} shut[] = {
		{ REPORT_STATE_ACKNOWLEDGED, CASE_ACKNOWLEDGE }, { REPORT_STATE_SUBMITTED, CASE_DECIDE }, { REPORT_STATE_SUBMITTED, CASE_CLOSE },
		{ REPORT_STATE_INVESTIGATING, CASE_CLOSE }, { REPORT_STATE_INVESTIGATING, CASE_REOPEN }, { REPORT_STATE_DECIDED, CASE_DECIDE },
		{ REPORT_STATE_DECIDED, CASE_ASK }, { REPORT_STATE_CLOSED, CASE_ASSIGN }, { REPORT_STATE_CLOSED, CASE_CLOSE },
	};
	enum report_state next;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(ways); i++) {
		assert_int_equal(OK, case_may(ways[i].from, ways[i].step, &next));
		assert_int_equal(ways[i].to, next);
	}
	for (size_t i = 0; i < ARRAY_LENGTH(shut); i++)
		assert_int_equal(CASE_NOT_NOW, case_may(shut[i].from, shut[i].step, &next));
}

static const struct case_times usual = { .unread_hours = 24, .late_hours = 72, .decide_days = 14 };

static void
the_clock_speaks_after_a_day_three_days_and_two_weeks_and_once_each(void **state)
{
	(void)state;
	assert_int_equal(0, case_clock(REPORT_STATE_SUBMITTED, made_at, 0, &usual, moment_plus(after(24), -1)));
	assert_int_equal(CLOCK_UNREAD, case_clock(REPORT_STATE_SUBMITTED, made_at, 0, &usual, after(24)));
	assert_int_equal(0, case_clock(REPORT_STATE_SUBMITTED, made_at, CLOCK_UNREAD, &usual, after(71)));
	assert_int_equal(CLOCK_STILL_UNREAD, case_clock(REPORT_STATE_SUBMITTED, made_at, CLOCK_UNREAD, &usual, after(72)));
	assert_int_equal(0, case_clock(REPORT_STATE_ACKNOWLEDGED, made_at, 0, &usual, after(24 * 14 - 1)));
	assert_int_equal(CLOCK_UNDECIDED, case_clock(REPORT_STATE_INVESTIGATING, made_at, CLOCK_UNREAD, &usual, after(24 * 14)));
	assert_int_equal(CLOCK_UNDECIDED, case_clock(REPORT_STATE_SUBMITTED, made_at, CLOCK_STILL_UNREAD, &usual, after(24 * 14)));
	assert_int_equal(0, case_clock(REPORT_STATE_INVESTIGATING, made_at, CLOCK_UNDECIDED, &usual, after(24 * 100)));
	assert_int_equal(0, case_clock(REPORT_STATE_DECIDED, made_at, 0, &usual, after(24 * 100)));
	assert_int_equal(after(24).us, case_due_at(REPORT_STATE_SUBMITTED, made_at, &usual).us);
	assert_int_equal(after(24 * 14).us, case_due_at(REPORT_STATE_INVESTIGATING, made_at, &usual).us);
	assert_true(moment_is_none(case_due_at(REPORT_STATE_DECIDED, made_at, &usual)));
}

static void
a_programme_gives_its_responders_other_times(void **state)
{
	static const struct case_times short_times = { .unread_hours = 4, .late_hours = 8, .decide_days = 3 };

	(void)state;
	assert_int_equal(CLOCK_UNREAD, case_clock(REPORT_STATE_SUBMITTED, made_at, 0, &short_times, after(4)));
	assert_int_equal(CLOCK_STILL_UNREAD, case_clock(REPORT_STATE_SUBMITTED, made_at, CLOCK_UNREAD, &short_times, after(8)));
	assert_int_equal(after(24 * 3).us, case_due_at(REPORT_STATE_ACKNOWLEDGED, made_at, &short_times).us);
}

static void
a_suspension_ends_on_a_day_to_come_within_five_years(void **state)
{
	(void)state;
	assert_int_equal(CASE_UNTIL_NOT_AHEAD, measure_may_end(made_at, made_at));
	assert_int_equal(OK, measure_may_end(after(1), made_at));
	assert_int_equal(OK, measure_may_end(after(24 * 365 * 5), made_at));
	assert_int_equal(CASE_UNTIL_NOT_AHEAD, measure_may_end(after(24 * 366 * 5 + 1), made_at));
	assert_true(measure_is_for_somebody(REPORT_MEASURE_WARNING));
	assert_false(measure_is_for_somebody(REPORT_MEASURE_NOTHING));
}

static void
words_name_somebody_by_the_whole_name_and_not_by_a_part_of_another_word(void **state)
{
	(void)state;
	assert_true(report_names(S("it was sam hill, twice"), S("sam hill")));
	assert_true(report_names(S("sam hill"), S("sam hill")));
	assert_true(report_names(S("(sam hill)"), S("sam hill")));
	assert_false(report_names(S("sam hills"), S("sam hill")));
	assert_false(report_names(S("osam hill"), S("sam hill")));
	assert_false(report_names(S("anać"), S("ana")));
	assert_false(report_names(S("sam"), S("sam hill")));
	assert_false(report_names(S("anything"), S("")));
	assert_true(report_names(S("sam hill’s words"), S("sam hill")));
	assert_true(report_names(S("“sam hill”"), S("sam hill")));
	assert_true(report_names(S("昨日の山田花子さん"), S("山田花子")));
	assert_false(report_names(S(""), S("sam hill")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_case_goes_from_sent_to_closed_and_no_step_is_left_out),
		cmocka_unit_test(the_clock_speaks_after_a_day_three_days_and_two_weeks_and_once_each),
		cmocka_unit_test(a_programme_gives_its_responders_other_times),
		cmocka_unit_test(a_suspension_ends_on_a_day_to_come_within_five_years),
		cmocka_unit_test(words_name_somebody_by_the_whole_name_and_not_by_a_part_of_another_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
