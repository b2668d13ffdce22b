/* What the clock does next by itself: each step at its moment and one microsecond before, and steps that were missed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/check.h"
#include "requests/rules_claim.h"
#include "requests/rules_wait.h"

static const struct moment NOW = { INT64_C(1794819600000000) };
static const struct wait_ladder ladder = { .tell_hours = 72, .bump_hours = 72, .ask_hours = 168, .escalate_hours = 252, .repeat_hours = 168, .grace_hours = 24, .detail_hours = 72, .detail_days = 14, .draft_remind_days = 11, .draft_days = 14,
	.session_minutes = 30, .contact_hours = 48, .contact_more_hours = 48, .attempts_days = 14, .silent_days = 14, .silent_more_days = 7,
	.near_hours = 24, .outcome_again_days = 3, .outcome_end_days = 7, .helpful_again_days = 3, .helpful_days = 14 };

static struct moment
after(int64_t hours)
{
	return moment_plus(NOW, hours * US_PER_HOUR);
}

static void
assert_step(struct request_step step, enum step_kind kind, int64_t number, struct moment at)
{
	assert_int_equal(kind, step.kind);
	assert_int_equal(number, step.number);
	assert_int_equal(at.us, step.at.us);
}

static void
a_request_climbs_its_ladder_once_a_step_and_repeats_the_last(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_OPEN, .sent_at = NOW, .waiting_since_at = NOW, .told_at = NOW };
	static const int64_t hours[] = { 72, 168, 252, 420, 588 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(hours); i++) {
		r.wait_step = (int64_t)i;
		assert_step(request_step_after(&r, &ladder, after(hours[i] - 1)), STEP_WAIT, (int64_t)i + 1, after(hours[i]));
		assert_step(request_step_after(&r, &ladder, after(hours[i])), STEP_WAIT, (int64_t)i + 1, after(hours[i]));
	}
}

static void
steps_that_were_missed_are_the_latest_of_them(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_OPEN, .sent_at = NOW, .waiting_since_at = NOW, .told_at = NOW };

	(void)state;
	assert_step(request_step_after(&r, &ladder, moment_plus(after(168), -1)), STEP_WAIT, 1, after(72));
	assert_step(request_step_after(&r, &ladder, after(168)), STEP_WAIT, 2, after(168));
	assert_step(request_step_after(&r, &ladder, after(600)), STEP_WAIT, 5, after(588));
}

static void
the_mentee_is_told_once_at_an_hour_of_its_own_before_a_step_of_the_same_moment(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_OPEN, .sent_at = NOW, .waiting_since_at = NOW };
	struct wait_ladder early = ladder, late = ladder;

	(void)state;
	early.tell_hours = 24;
	late.tell_hours = 100;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_TELL, 0, after(72));
	assert_step(request_step_after(&r, &ladder, after(300)), STEP_TELL, 0, after(72));
	assert_step(request_step_after(&r, &early, NOW), STEP_TELL, 0, after(24));
	assert_step(request_step_after(&r, &late, NOW), STEP_WAIT, 1, after(72));
	r.wait_step = 1;
	assert_step(request_step_after(&r, &late, after(72)), STEP_TELL, 0, after(100));
	r.told_at = after(100);
	assert_step(request_step_after(&r, &late, after(100)), STEP_WAIT, 2, after(168));
}

static void
time_waited_before_a_pause_counts(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_OPEN, .sent_at = NOW, .waiting_since_at = after(100), .waited_us = 50 * US_PER_HOUR, .told_at = NOW };

	(void)state;
	assert_step(request_step_after(&r, &ladder, after(100)), STEP_WAIT, 1, after(122));
}

static void
a_claim_without_contact_is_reminded_asked_and_ended_each_once(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_CLAIMED, .claimed_at = NOW, .lease_due_at = after(96) };

	(void)state;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_CONTACT_LATE, TOOK_LATE, after(48));
	r.claim_step = TOOK_LATE;
	assert_step(request_step_after(&r, &ladder, after(48)), STEP_ASK_LEASE, TOOK_LATE | TOOK_LEASE, after(72));
	r.claim_step |= TOOK_LEASE;
	assert_step(request_step_after(&r, &ladder, after(95)), STEP_CONTACT_LATER, TOOK_LATE | TOOK_LEASE | TOOK_LATER, after(96));
	assert_int_equal(STEP_END_LEASE, request_step_after(&r, &ladder, after(96)).kind);    /* at the same hour the end is what matters */
	r.claim_step = 0;
	assert_int_equal(STEP_END_LEASE, request_step_after(&r, &ladder, after(200)).kind);
	r.lease_due_at.us = 0;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_NONE, 0, (struct moment){ 0 });
}

static void
a_claim_that_rests_has_no_step_and_no_date(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_CLAIMED, .claimed_at = NOW, .lease_due_at = after(96), .rests = true };

	(void)state;
	assert_step(request_step_after(&r, &ladder, after(200)), STEP_NONE, 0, (struct moment){ 0 });
	assert_int_equal(NEXT_NOTHING, request_next(&r, &ladder, after(200)).step);
}

static void
a_longer_lease_leaves_room_for_the_second_alarm(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_CLAIMED, .claimed_at = NOW, .lease_due_at = after(224), .claim_step = TOOK_LATE };

	(void)state;
	assert_step(request_step_after(&r, &ladder, after(48)), STEP_CONTACT_LATER, TOOK_LATE | TOOK_LATER, after(96));
	r.claim_step |= TOOK_LATER;
	assert_step(request_step_after(&r, &ladder, after(96)), STEP_ASK_LEASE, TOOK_LATE | TOOK_LATER | TOOK_LEASE, after(200));
}

static void
a_claim_with_contact_asks_about_silence_and_an_answer_starts_it_anew(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_CLAIMED, .claimed_at = NOW, .contacted_at = after(1) };

	(void)state;
	assert_int_equal(STEP_UNDECIDED, request_step_after(&r, &ladder, NOW).kind);
	assert_step(request_step_after(&r, &ladder, after(400)), STEP_MENTEE_SILENT, TOOK_UNDECIDED | TOOK_SILENT, after(1 + 14 * 24));
	r.claim_step = TOOK_UNDECIDED | TOOK_SILENT;
	assert_step(request_step_after(&r, &ladder, after(400)), STEP_MENTEE_GIVEN_UP, TOOK_UNDECIDED | TOOK_SILENT | TOOK_GIVEN_UP, after(1 + 21 * 24));
	r.answered_at = after(400);
	r.claim_step = TOOK_UNDECIDED;
	assert_int_equal(STEP_NONE, request_step_after(&r, &ladder, after(400)).kind);    /* it is the mentor's turn */
	r.tried_at = after(450);
	assert_step(request_step_after(&r, &ladder, after(460)), STEP_MENTEE_SILENT, TOOK_UNDECIDED | TOOK_SILENT, after(450 + 14 * 24));
}

static void
a_session_is_reminded_of_unless_it_has_begun_and_after_it_it_is_asked_three_times(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_SCHEDULED, .session_at = after(48) };
	struct moment end = moment_plus(after(48), 30 * 60 * US_PER_SECOND);

	(void)state;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_SESSION_NEAR, TOOK_NEAR, after(24));
	assert_step(request_step_after(&r, &ladder, after(48)), STEP_ASK_OUTCOME, TOOK_OUTCOME, end);
	r.claim_step = TOOK_NEAR | TOOK_OUTCOME;
	assert_step(request_step_after(&r, &ladder, end), STEP_ASK_OUTCOME_AGAIN, TOOK_NEAR | TOOK_OUTCOME | TOOK_AGAIN, moment_plus(end, 3 * US_PER_DAY));
	assert_step(request_step_after(&r, &ladder, moment_plus(end, 8 * US_PER_DAY)), STEP_OUTCOME_UNKNOWN,
	    TOOK_NEAR | TOOK_OUTCOME | TOOK_AGAIN | TOOK_UNKNOWN, moment_plus(end, 7 * US_PER_DAY));
	r.claim_step |= TOOK_AGAIN | TOOK_UNKNOWN;
	assert_step(request_step_after(&r, &ladder, end), STEP_NONE, 0, (struct moment){ 0 });
	assert_int_equal(0, session_first_step(after(25), 24, NOW));
	assert_int_equal(TOOK_NEAR, session_first_step(after(24), 24, NOW));
}

static void
whether_it_helped_is_asked_once_more_unless_it_was_said(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_CLOSED, .outcome = REQUEST_OUTCOME_HELD, .closed_at = NOW, .claim_step = TOOK_NEAR };

	(void)state;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_ASK_HELPFUL, TOOK_NEAR | TOOK_HELPFUL, after(72));
	r.helpful = REQUEST_HELPFUL_PARTLY;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_NONE, 0, (struct moment){ 0 });
	r.helpful = REQUEST_HELPFUL_NONE;
	r.outcome = REQUEST_OUTCOME_UNREACHABLE;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_NONE, 0, (struct moment){ 0 });
}

static void
holds_details_and_drafts_have_their_steps(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_RESERVED, .reserved_until_at = after(48), .saved_at = NOW };

	(void)state;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_HOLD_OVER, 0, after(48));
	r.state = REQUEST_STATE_NEEDS_DETAIL;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_REMIND_DETAIL, 1, after(72));
	r.claim_step = 1;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_UNANSWERED, 1, after(14 * 24));
	r.state = REQUEST_STATE_DRAFT;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_DROP_DRAFT, 0, moment_plus(NOW, 14 * US_PER_DAY));
	r.claim_step = 0;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_REMIND_DRAFT, 1, moment_plus(NOW, 11 * US_PER_DAY));
	assert_step(request_step_after(&r, &ladder, after(14 * 24)), STEP_DROP_DRAFT, 0, moment_plus(NOW, 14 * US_PER_DAY));
	r.state = REQUEST_STATE_CLOSED;
	assert_step(request_step_after(&r, &ladder, NOW), STEP_NONE, 0, (struct moment){ 0 });
}

/* Days 2 and 3 of each week after NOW are closed. */
static struct moment
weekend(const void *days, struct moment m)
{
	int64_t day = moment_between(NOW, m) / US_PER_DAY % 7;

	(void)days;
	return day == 2 || day == 3 ? moment_plus(m, (4 - day) * US_PER_DAY) : m;
}

static void
a_step_that_falls_on_a_closed_day_waits_for_the_next_open_one_and_the_page_says_so(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_OPEN, .waiting_since_at = NOW, .told_at = NOW };
	struct wait_ladder l = { .bump_hours = 60, .ask_hours = 168, .escalate_hours = 252, .repeat_hours = 168, .grace_hours = 24, .session_minutes = 30, .open_after = weekend };

	(void)state;
	assert_int_equal(after(108).us, request_step_after(&r, &l, after(1)).at.us);
	assert_int_equal(after(108).us, request_next(&r, &l, after(1)).at.us);
	assert_int_equal(NEXT_BUMP, request_next(&r, &l, after(70)).step);
	assert_int_equal(NEXT_ASK, request_next(&r, &l, after(109)).step);
	r.wait_step = 2;
	assert_int_equal(after(276).us, request_step_after(&r, &l, after(200)).at.us);    /* 10 days and a half: the second closed day of its week */
}

static void
a_mentor_is_asked_on_an_open_day_and_has_the_whole_grace(void **state)
{
	struct request_facts r = { .state = REQUEST_STATE_CLAIMED, .lease_due_at = after(4 * 24) };
	struct wait_ladder l = { .bump_hours = 60, .ask_hours = 168, .escalate_hours = 252, .repeat_hours = 168, .grace_hours = 24, .session_minutes = 30, .open_after = weekend };

	(void)state;
	assert_int_equal(after(24).us, request_step_after(&r, &l, NOW).at.us);
	r.claim_step = TOOK_LEASE;
	assert_int_equal(after(96).us, request_step_after(&r, &l, NOW).at.us);
}

static void
what_is_expected_for_a_closed_day_is_said_for_the_next_open_one(void **state)
{
	struct wait_ladder l = { .open_after = weekend }, every_day = { .bump_hours = 72 };
	struct expected_wait two_days = request_expected_wait(0, 0, 48);

	(void)state;
	assert_int_equal(after(96).us, request_expected_open(two_days, &l, NOW).at.us);
	assert_int_equal(0, request_expected_open(two_days, &l, after(96)).at.us);
	assert_int_equal(0, request_expected_open(two_days, &every_day, NOW).at.us);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_request_climbs_its_ladder_once_a_step_and_repeats_the_last),
		cmocka_unit_test(steps_that_were_missed_are_the_latest_of_them), cmocka_unit_test(time_waited_before_a_pause_counts),
		cmocka_unit_test(the_mentee_is_told_once_at_an_hour_of_its_own_before_a_step_of_the_same_moment),
		cmocka_unit_test(a_claim_without_contact_is_reminded_asked_and_ended_each_once),
		cmocka_unit_test(a_claim_that_rests_has_no_step_and_no_date),
		cmocka_unit_test(a_longer_lease_leaves_room_for_the_second_alarm),
		cmocka_unit_test(a_claim_with_contact_asks_about_silence_and_an_answer_starts_it_anew),
		cmocka_unit_test(a_session_is_reminded_of_unless_it_has_begun_and_after_it_it_is_asked_three_times),
		cmocka_unit_test(whether_it_helped_is_asked_once_more_unless_it_was_said),
		cmocka_unit_test(holds_details_and_drafts_have_their_steps),
		cmocka_unit_test(a_step_that_falls_on_a_closed_day_waits_for_the_next_open_one_and_the_page_says_so),
		cmocka_unit_test(a_mentor_is_asked_on_an_open_day_and_has_the_whole_grace),
		cmocka_unit_test(what_is_expected_for_a_closed_day_is_said_for_the_next_open_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
