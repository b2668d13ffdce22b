/* The desk's decisions, a case each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/check.h"
#include "requests/rules.h"
#include "requests/rules_ask.h"
#include "requests/rules_wait.h"

#define ANA ((struct person_id){ 1 })
#define BO ((struct person_id){ 2 })
#define DANA ((struct person_id){ 3 })
#define NOW ((struct moment){ INT64_C(1794819600000000) })

static struct request_facts
open_request(void)
{
	return (struct request_facts){ .state = REQUEST_STATE_OPEN, .mentee = DANA, .sent_at = NOW, .waiting_since_at = NOW };
}

static struct request_facts
claimed_by(struct person_id mentor)
{
	struct request_facts r = open_request();

	r.state = REQUEST_STATE_CLAIMED;
	r.claimer = mentor;
	r.claimed_at = NOW;
	return r;
}

static struct mentor_facts
mentor(struct person_id id)
{
	return (struct mentor_facts){ .id = id, .state = MENTOR_STATE_ACTIVE, .capacity = 2, .has_accepted_conduct = true };
}

static void
an_open_request_is_claimed_by_an_active_mentor_with_room(void **state)
{
	struct request_facts r = open_request();
	struct mentor_facts ana = mentor(ANA);

	(void)state;
	assert_int_equal(OK, request_may_claim(&r, &ana, NOW));
	r.state = REQUEST_STATE_NEEDS_DETAIL;
	assert_int_equal(OK, request_may_claim(&r, &ana, NOW));
}

static void
each_guard_of_a_claim_has_its_own_refusal(void **state)
{
	struct request_facts r = open_request(), taken = claimed_by(BO), closed = open_request(), excluded = open_request();
	struct mentor_facts ana = mentor(ANA), full = mentor(ANA), away = mentor(ANA), pending = mentor(ANA), unread = mentor(ANA), own = mentor(DANA), paused = mentor(ANA), missed = mentor(ANA);

	(void)state;
	full.running = 2;
	away.away_until_at = moment_plus(NOW, 1);
	pending.state = MENTOR_STATE_PENDING;
	unread.has_accepted_conduct = false;
	paused.is_paused = true;
	closed.state = REQUEST_STATE_CLOSED;
	excluded.is_excluded = true;
	assert_int_equal(MENTOR_FULL, request_may_claim(&r, &full, NOW));
	assert_int_equal(MENTOR_AWAY, request_may_claim(&r, &away, NOW));
	assert_int_equal(MENTOR_NOT_ACTIVE, request_may_claim(&r, &pending, NOW));
	assert_int_equal(CONDUCT_FIRST, request_may_claim(&r, &unread, NOW));
	assert_int_equal(PERSON_PAUSED, request_may_claim(&r, &paused, NOW));
	assert_int_equal(MENTOR_PAUSED, request_may_assign(&r, &paused, true, true, NOW));
	missed.lacks_orientation = true;
	assert_int_equal(ORIENTATION_FIRST, request_may_claim(&r, &missed, NOW));
	assert_int_equal(MENTOR_ORIENTATION_FIRST, request_may_assign(&r, &missed, true, true, NOW));
	assert_int_equal(REQUEST_OWN, request_may_claim(&r, &own, NOW));
	assert_int_equal(REQUEST_TAKEN, request_may_claim(&taken, &ana, NOW));
	assert_int_equal(REQUEST_CLOSED, request_may_claim(&closed, &ana, NOW));
	assert_int_equal(REQUEST_EXCLUDED, request_may_claim(&excluded, &ana, NOW));
}

static void
away_ends_at_its_moment_without_anybody_acting(void **state)
{
	struct request_facts r = open_request();
	struct mentor_facts ana = mentor(ANA);

	(void)state;
	ana.away_until_at = NOW;
	assert_int_equal(OK, request_may_claim(&r, &ana, NOW));
}

static void
a_repeated_claim_by_the_same_mentor_is_fine_even_when_full(void **state)
{
	struct request_facts r = claimed_by(ANA);
	struct mentor_facts ana = mentor(ANA);

	(void)state;
	ana.running = ana.capacity;
	assert_int_equal(OK, request_may_claim(&r, &ana, NOW));
}

static void
a_reserved_request_belongs_to_the_named_mentor_until_the_hold_is_over(void **state)
{
	struct request_facts r = open_request();
	struct mentor_facts ana = mentor(ANA), bo = mentor(BO);

	(void)state;
	r.state = REQUEST_STATE_RESERVED;
	r.named = ANA;
	r.reserved_until_at = moment_plus(NOW, US_PER_HOUR);
	assert_int_equal(OK, request_may_claim(&r, &ana, NOW));
	assert_int_equal(REQUEST_RESERVED, request_may_claim(&r, &bo, NOW));
	assert_int_equal(OK, request_may_claim(&r, &bo, moment_plus(NOW, US_PER_HOUR)));
}

static void
assigning_needs_an_agreement_or_a_reason_and_never_passes_the_capacity(void **state)
{
	struct request_facts r = open_request();
	struct mentor_facts ana = mentor(ANA);

	(void)state;
	assert_int_equal(ASSIGN_NEEDS_REASON, request_may_assign(&r, &ana, false, false, NOW));
	assert_int_equal(OK, request_may_assign(&r, &ana, true, false, NOW));
	assert_int_equal(OK, request_may_assign(&r, &ana, false, true, NOW));
	ana.away_until_at = moment_plus(NOW, 1);
	assert_int_equal(ASSIGN_NEEDS_REASON, request_may_assign(&r, &ana, true, false, NOW));
	assert_int_equal(OK, request_may_assign(&r, &ana, false, true, NOW));
	ana.running = ana.capacity;
	assert_int_equal(MENTOR_FULL, request_may_assign(&r, &ana, true, false, NOW));
	assert_int_equal(MENTOR_FULL, request_may_assign(&r, &ana, true, true, NOW));
}

static void
undo_lasts_ten_seconds_and_not_one_more(void **state)
{
	struct request_facts r = claimed_by(ANA);

	(void)state;
	assert_int_equal(OK, request_may_undo(&r, 10, moment_plus(NOW, 10 * US_PER_SECOND)));
	assert_int_equal(UNDO_OVER, request_may_undo(&r, 10, moment_plus(NOW, 10 * US_PER_SECOND + 1)));
}

static void
others_see_a_request_only_while_it_waits(void **state)
{
	struct request_facts r = open_request(), taken = claimed_by(ANA), excluded = open_request();

	(void)state;
	excluded.is_excluded = true;
	assert_true(request_relation(&r, BO, true, false, NOW).sees);
	assert_false(request_relation(&r, BO, false, false, NOW).sees);
	assert_false(request_relation(&taken, BO, true, false, NOW).sees);
	assert_true(request_relation(&taken, BO, true, false, NOW).is_late);
	assert_true(request_relation(&taken, ANA, true, false, NOW).is_claimer);
	assert_true(request_relation(&taken, BO, false, true, NOW).sees);
	assert_false(request_relation(&excluded, BO, true, false, NOW).sees);
	assert_false(request_relation(&r, (struct person_id){ 0 }, false, false, NOW).sees);
}

static void
what_was_on_the_board_is_known_to_mentors_and_what_waits_to_members(void **state)
{
	struct request_facts taken = claimed_by(ANA), by_name = claimed_by(ANA), closed = open_request(), follow_up = claimed_by(ANA), r = open_request();

	(void)state;
	by_name.named = ANA;
	closed.state = REQUEST_STATE_CLOSED;
	follow_up.is_excluded = true;
	assert_true(request_relation(&closed, BO, true, false, NOW).is_late);
	assert_false(request_relation(&by_name, BO, true, false, NOW).is_late);
	by_name.releases = 1;
	assert_true(request_relation(&by_name, BO, true, false, NOW).is_late);
	assert_false(request_relation(&follow_up, BO, true, false, NOW).is_late);
	assert_true(request_relation(&r, BO, false, false, NOW).is_onlooker);
	assert_false(request_relation(&r, BO, true, false, NOW).is_onlooker);
	assert_false(request_relation(&taken, BO, false, false, NOW).is_onlooker);
	assert_false(request_relation(&closed, BO, false, false, NOW).is_onlooker);
}

static void
a_refusal_says_why(void **state)
{
	static const struct request_act taking = { .is_taking = true }, holding = { .is_holding = true }, ordering = { 0 };
	const struct request_relation stranger = { 0 }, owner = { .is_owner = true };
	struct request_facts r = open_request(), taken = claimed_by(ANA), closed = open_request();

	(void)state;
	closed.state = REQUEST_STATE_CLOSED;
	assert_int_equal(MENTOR_NOT_ACTIVE, request_refusal(&r, &stranger, false, &taking));
	assert_int_equal(REQUEST_OWN, request_refusal(&r, &owner, false, &taking));
	assert_int_equal(FORBIDDEN, request_refusal(&r, &owner, false, &holding));
	assert_int_equal(REQUEST_NOT_CLAIMED, request_refusal(&r, &stranger, true, &holding));
	assert_int_equal(REQUEST_NOT_YOURS, request_refusal(&taken, &stranger, true, &holding));
	assert_int_equal(REQUEST_NOT_YOURS, request_refusal(&taken, &stranger, true, &taking));
	assert_int_equal(REQUEST_CLOSED, request_refusal(&closed, &stranger, true, &holding));
	assert_int_equal(FORBIDDEN, request_refusal(&taken, &stranger, true, &ordering));
}

static void
held_is_said_of_a_day_between_claim_and_today(void **state)
{
	struct request_facts r = claimed_by(ANA);

	(void)state;
	assert_int_equal(OK, request_may_fulfil(&r, 100, 100, 100));
	assert_int_equal(DAY_IN_FUTURE, request_may_fulfil(&r, 101, 100, 100));
	assert_int_equal(DAY_BEFORE_CLAIM, request_may_fulfil(&r, 99, 100, 100));
}

static void
unreachable_needs_enough_attempts_or_a_coordinator(void **state)
{
	struct request_facts r = claimed_by(ANA);

	(void)state;
	r.attempts_in_window = 2;
	assert_int_equal(TOO_FEW_ATTEMPTS, request_may_be_unreachable(&r, 3, false));
	assert_int_equal(OK, request_may_be_unreachable(&r, 3, true));
	r.attempts_in_window = 3;
	assert_int_equal(OK, request_may_be_unreachable(&r, 3, false));
}

static void
the_ladder_counts_waiting_alone_and_a_pause_moves_it(void **state)
{
	struct wait_ladder ladder = { .bump_hours = 72, .ask_hours = 168, .escalate_hours = 252, .repeat_hours = 168, .grace_hours = 24, .session_minutes = 30 };
	struct request_facts r = open_request();
	struct request_next next;

	(void)state;
	r.waited_us = 50 * US_PER_HOUR;    /* before a pause that ended now */
	next = request_next(&r, &ladder, NOW);
	assert_int_equal(NEXT_BUMP, next.step);
	assert_int_equal(moment_plus(NOW, 22 * US_PER_HOUR).us, next.at.us);
	next = request_next(&r, &ladder, moment_plus(NOW, 22 * US_PER_HOUR));
	assert_int_equal(NEXT_ASK, next.step);
	next = request_next(&r, &ladder, moment_plus(NOW, 202 * US_PER_HOUR));
	assert_int_equal(NEXT_REPEAT, next.step);
	assert_int_equal(moment_plus(NOW, (252 + 168 - 50) * US_PER_HOUR).us, next.at.us);
}

static void
a_mentee_is_told_the_history_from_ten_cases_on_and_before_that_the_promise(void **state)
{
	struct expected_wait few = request_expected_wait(9, 19 * US_PER_HOUR, 48), enough = request_expected_wait(10, 19 * US_PER_HOUR, 48);

	(void)state;
	assert_false(few.is_measured);
	assert_int_equal(48 * 3600, few.seconds);
	assert_true(enough.is_measured);
	assert_int_equal(19 * 3600, enough.seconds);
}

static void
urgency_rises_at_each_step(void **state)
{
	struct wait_ladder ladder = { .bump_hours = 72, .ask_hours = 168, .escalate_hours = 252, .repeat_hours = 168, .grace_hours = 24, .session_minutes = 30 };

	(void)state;
	assert_int_equal(0, request_urgency(72 * US_PER_HOUR - 1, &ladder));
	assert_int_equal(1, request_urgency(72 * US_PER_HOUR, &ladder));
	assert_int_equal(2, request_urgency(168 * US_PER_HOUR, &ladder));
	assert_int_equal(3, request_urgency(252 * US_PER_HOUR, &ladder));
}

static void
a_draft_is_sent_when_all_steps_are_done_within_the_limits(void **state)
{
	struct draft_facts draft = { true, true, true, true, true, false, true, false, 2, 4 };
	struct sending_limits limits = { .max_open = 3, .max_day = 5 };

	(void)state;
	assert_int_equal(OK, request_may_send(&draft, &limits));
	limits.needs_affiliation = true;
	assert_int_equal(DRAFT_UNFINISHED, request_may_send(&draft, &limits));
	limits.needs_affiliation = false;
	draft.unfinished = 3;
	assert_int_equal(TOO_MANY_OPEN, request_may_send(&draft, &limits));
	draft.unfinished = 0;
	draft.sent_today = 5;
	assert_int_equal(TOO_MANY_TODAY, request_may_send(&draft, &limits));
	draft.has_accepted_conduct = false;
	assert_int_equal(CONDUCT_FIRST, request_may_send(&draft, &limits));
	draft.is_paused = true;
	assert_int_equal(PERSON_PAUSED, request_may_send(&draft, &limits));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_open_request_is_claimed_by_an_active_mentor_with_room),
		cmocka_unit_test(each_guard_of_a_claim_has_its_own_refusal),
		cmocka_unit_test(away_ends_at_its_moment_without_anybody_acting),
		cmocka_unit_test(a_repeated_claim_by_the_same_mentor_is_fine_even_when_full),
		cmocka_unit_test(a_reserved_request_belongs_to_the_named_mentor_until_the_hold_is_over),
		cmocka_unit_test(assigning_needs_an_agreement_or_a_reason_and_never_passes_the_capacity),
		cmocka_unit_test(undo_lasts_ten_seconds_and_not_one_more),
		cmocka_unit_test(others_see_a_request_only_while_it_waits),
		cmocka_unit_test(what_was_on_the_board_is_known_to_mentors_and_what_waits_to_members),
		cmocka_unit_test(a_refusal_says_why),
		cmocka_unit_test(held_is_said_of_a_day_between_claim_and_today),
		cmocka_unit_test(unreachable_needs_enough_attempts_or_a_coordinator),
		cmocka_unit_test(the_ladder_counts_waiting_alone_and_a_pause_moves_it),
		cmocka_unit_test(urgency_rises_at_each_step),
		cmocka_unit_test(a_mentee_is_told_the_history_from_ten_cases_on_and_before_that_the_promise),
		cmocka_unit_test(a_draft_is_sent_when_all_steps_are_done_within_the_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
