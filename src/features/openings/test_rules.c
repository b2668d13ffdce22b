/* What may follow on what in an opening, and what the clock does with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/check.h"
#include "openings/rules.h"

enum { START = 1800000000 };
#define AT(days) ((struct moment){ (START + (days) * INT64_C(86400)) * US_PER_SECOND })

static void
F036_it_is_changed_until_it_is_announced_and_after_it_came_back(void **state)
{
	enum opening_state next;

	(void)state;
	assert_int_equal(OK, opening_may(OPENING_STATE_DECLARED, OPENING_RETURN, &next));
	assert_int_equal(OPENING_STATE_RETURNED, next);
	assert_int_equal(OK, opening_may(OPENING_STATE_RETURNED, OPENING_EDIT, &next));
	assert_int_equal(OPENING_STATE_DECLARED, next);
	assert_int_equal(OPENING_NOT_NOW, opening_may(OPENING_STATE_RETURNED, OPENING_ANNOUNCE, &next));
	assert_int_equal(OPENING_NOT_NOW, opening_may(OPENING_STATE_ANNOUNCED, OPENING_EDIT, &next));
	assert_int_equal(OPENING_NOT_NOW, opening_may(OPENING_STATE_ANNOUNCED, OPENING_WITHDRAW, &next));
	assert_int_equal(OK, opening_may(OPENING_STATE_ACCEPTING, OPENING_EXTEND, &next));
	assert_int_equal(OPENING_STATE_ACCEPTING, next);
	assert_int_equal(OPENING_NOT_NOW, opening_may(OPENING_STATE_SURVEYING, OPENING_EXTEND, &next));
}

static void
F036_nobody_but_contact_and_coordinators_sees_it_before_it_is_announced(void **state)
{
	(void)state;
	assert_false(opening_is_shown(OPENING_STATE_DECLARED));
	assert_false(opening_is_shown(OPENING_STATE_RETURNED));
	assert_false(opening_is_shown(OPENING_STATE_WITHDRAWN));
	assert_true(opening_is_shown(OPENING_STATE_ANNOUNCED));
	assert_true(opening_is_shown(OPENING_STATE_SURVEYING));
}

static void
F121_its_own_number_stands_before_the_programmes(void **state)
{
	(void)state;
	assert_int_equal(4, opening_number(4, 6));
	assert_int_equal(6, opening_number(0, 6));
	assert_true(opening_has_places(2, 2));
	assert_false(opening_has_places(2, 3));
}

static void
T08_it_opens_reminds_who_elected_nobody_and_ends(void **state)
{
	struct opening_clock clock = { .state = OPENING_STATE_ANNOUNCED, .opens_at = AT(10), .closes_at = AT(40), .first_days = 7, .last_days = 1 };
	int64_t bits;

	(void)state;
	assert_int_equal(OPENING_WAITS, opening_due(&clock, AT(9), &bits));
	assert_int_equal(AT(10).us, opening_next(&clock).us);
	assert_int_equal(OPENING_STEP_OPENS, opening_due(&clock, AT(10), &bits));
	clock.state = OPENING_STATE_ACCEPTING;
	assert_int_equal(AT(33).us, opening_next(&clock).us);
	assert_int_equal(OPENING_STEP_REMINDS, opening_due(&clock, AT(33), &bits));
	assert_int_equal(STEP_FIRST, bits);
	clock.stepped = bits;
	assert_int_equal(OPENING_WAITS, opening_due(&clock, AT(34), &bits));
	assert_int_equal(AT(39).us, opening_next(&clock).us);
	assert_int_equal(OPENING_STEP_REMINDS, opening_due(&clock, AT(39), &bits));
	clock.stepped |= bits;
	assert_int_equal(OPENING_STEP_ENDS, opening_due(&clock, AT(40), &bits));
	clock.stepped = 0;
	clock.has_mentor = true;
	assert_int_equal(AT(40).us, opening_next(&clock).us);    /* nothing to remind of */
}

/* Of what was missed meanwhile the last step alone is done, and none of the steps before it comes after it. */
static void
T10_a_late_choice_is_reminded_of_asked_elsewhere_and_then_left_to_coordinators(void **state)
{
	struct opening_clock clock = { .state = OPENING_STATE_SURVEYING, .listed_at = AT(0), .choose_by_at = AT(5), .chase_days = 7, .more_days = 3 };
	int64_t bits;

	(void)state;
	assert_int_equal(OPENING_WAITS, opening_due(&clock, AT(4), &bits));
	assert_int_equal(AT(5).us, opening_next(&clock).us);
	assert_int_equal(OPENING_STEP_LATE, opening_due(&clock, AT(5), &bits));
	clock.stepped = bits;
	assert_int_equal(OPENING_STEP_CHASES, opening_due(&clock, AT(7), &bits));
	clock.stepped |= bits;
	assert_int_equal(AT(10).us, opening_next(&clock).us);
	assert_int_equal(OPENING_STEP_ASKS, opening_due(&clock, AT(10), &bits));
	clock.stepped |= bits;
	assert_true(moment_is_none(opening_next(&clock)));
	clock.stepped = 0;
	assert_int_equal(OPENING_STEP_ASKS, opening_due(&clock, AT(30), &bits));
	clock.stepped = bits;
	assert_int_equal(OPENING_WAITS, opening_due(&clock, AT(30), &bits));
	clock.stepped = 0;
	clock.chosen_at = AT(1);
	assert_true(moment_is_none(opening_next(&clock)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(F036_it_is_changed_until_it_is_announced_and_after_it_came_back),
		cmocka_unit_test(F036_nobody_but_contact_and_coordinators_sees_it_before_it_is_announced),
		cmocka_unit_test(F121_its_own_number_stands_before_the_programmes),
		cmocka_unit_test(T08_it_opens_reminds_who_elected_nobody_and_ends),
		cmocka_unit_test(T10_a_late_choice_is_reminded_of_asked_elsewhere_and_then_left_to_coordinators),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
