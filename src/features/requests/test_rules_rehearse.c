/* A ladder on past requests: what it would have done, and that it is the clock's own rule. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/check.h"
#include "requests/rules_rehearse.h"

static const struct moment BEGIN = { INT64_C(1794819600000000) };
static const struct wait_ladder usual = { .bump_hours = 72, .ask_hours = 168, .escalate_hours = 252, .repeat_hours = 168 };
static const struct wait_ladder hasty = { .bump_hours = 24, .ask_hours = 48, .escalate_hours = 72, .repeat_hours = 24 };

static struct moment
after(int64_t hours)
{
	return moment_plus(BEGIN, hours * US_PER_HOUR);
}

static void
take(struct rehearsal *r, int64_t request, enum request_state state, int64_t hours)
{
	rehearsal_take(r, &(struct past_change){ { request }, state, after(hours), BEGIN }, after(1000));
}

static void
assert_counts(const struct rehearsal *r, int64_t reminded, int64_t asked, int64_t escalated, int64_t repeated)
{
	assert_int_equal(reminded, r->reminded);
	assert_int_equal(asked, r->asked);
	assert_int_equal(escalated, r->escalated);
	assert_int_equal(repeated, r->repeated);
	assert_int_equal(reminded + asked + escalated + repeated, r->steps);
}

static void
a_request_takes_the_steps_that_it_waited_for(void **state)
{
	struct rehearsal r = rehearsal_of(&usual), h = rehearsal_of(&hasty);

	(void)state;
	take(&r, 1, REQUEST_STATE_OPEN, 0);
	take(&r, 1, REQUEST_STATE_CLAIMED, 100);
	rehearsal_end(&r, after(1000));
	assert_counts(&r, 1, 0, 0, 0);
	take(&h, 1, REQUEST_STATE_OPEN, 0);
	take(&h, 1, REQUEST_STATE_CLAIMED, 100);
	rehearsal_end(&h, after(1000));
	assert_counts(&h, 1, 1, 1, 1);
	assert_int_equal(1, h.requests);
}

static void
a_step_comes_at_its_moment_and_not_when_the_claim_was_as_early(void **state)
{
	struct rehearsal r = rehearsal_of(&usual);

	(void)state;
	take(&r, 1, REQUEST_STATE_OPEN, 0);
	take(&r, 1, REQUEST_STATE_CLAIMED, 72);
	take(&r, 2, REQUEST_STATE_OPEN, 0);
	take(&r, 2, REQUEST_STATE_CLAIMED, 73);
	rehearsal_end(&r, after(1000));
	assert_counts(&r, 1, 0, 0, 0);
	assert_int_equal(2, r.requests);
}

static void
pauses_are_no_waiting_and_what_was_waited_before_counts(void **state)
{
	struct rehearsal r = rehearsal_of(&usual);

	(void)state;
	take(&r, 1, REQUEST_STATE_OPEN, 0);
	take(&r, 1, REQUEST_STATE_NEEDS_DETAIL, 50);
	take(&r, 1, REQUEST_STATE_OPEN, 300);
	take(&r, 1, REQUEST_STATE_CLAIMED, 321);    /* waited 71 hours */
	take(&r, 1, REQUEST_STATE_OPEN, 400);       /* given back */
	take(&r, 1, REQUEST_STATE_CLOSED, 402);     /* 73 */
	rehearsal_end(&r, after(1000));
	assert_counts(&r, 1, 0, 0, 0);
}

static void
what_still_waits_has_waited_until_now(void **state)
{
	struct rehearsal r = rehearsal_of(&usual);

	(void)state;
	take(&r, 1, REQUEST_STATE_OPEN, 0);
	rehearsal_end(&r, after(421));
	assert_counts(&r, 1, 1, 1, 1);
}

static void
a_hold_waits_too_and_steps_missed_meanwhile_are_one(void **state)
{
	struct rehearsal r = rehearsal_of(&hasty);

	(void)state;
	take(&r, 1, REQUEST_STATE_RESERVED, 0);
	take(&r, 1, REQUEST_STATE_OPEN, 50);
	take(&r, 1, REQUEST_STATE_CLAIMED, 60);
	rehearsal_end(&r, after(1000));
	assert_counts(&r, 0, 1, 0, 0);
}

static void
a_ladder_without_end_is_counted_no_further_than_its_bound(void **state)
{
	const struct wait_ladder endless = { .bump_hours = 1, .ask_hours = 2, .escalate_hours = 3, .repeat_hours = 1 };
	struct rehearsal r = rehearsal_of(&endless);

	(void)state;
	for (int64_t request = 1; request < 200; request++)
		take(&r, request, REQUEST_STATE_OPEN, 0);
	rehearsal_end(&r, after(1000));
	assert_int_equal(REHEARSAL_STEPS_MOST, r.steps);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_request_takes_the_steps_that_it_waited_for),
		cmocka_unit_test(a_step_comes_at_its_moment_and_not_when_the_claim_was_as_early),
		cmocka_unit_test(pauses_are_no_waiting_and_what_was_waited_before_counts),
		cmocka_unit_test(what_still_waits_has_waited_until_now),
		cmocka_unit_test(a_hold_waits_too_and_steps_missed_meanwhile_are_one),
		cmocka_unit_test(a_ladder_without_end_is_counted_no_further_than_its_bound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
