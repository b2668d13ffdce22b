/* When a link is looked at, and when it is dead (F030). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "programmes/rules_links.h"

static const struct moment now = { 1700000000 * US_PER_SECOND };

static struct moment
in_hours(int64_t hours)
{
	return moment_plus(now, hours * US_PER_HOUR);
}

static void
F030_a_link_is_dead_after_two_failures_a_day_or_more_apart(void **state)
{
	struct link_state one = link_after(&(struct link_state){ .due_at = now }, RESOURCE_LOOK_FINDING_GONE, now), again, two;

	(void)state;
	assert_true(one.failing_since_at.us == now.us && moment_is_none(one.dead_at) && one.due_at.us == in_hours(24).us);
	again = link_after(&one, RESOURCE_LOOK_FINDING_SLOW, moment_plus(in_hours(24), -1));
	assert_true(again.failing_since_at.us == now.us && moment_is_none(again.dead_at));
	two = link_after(&one, RESOURCE_LOOK_FINDING_SLOW, in_hours(24));
	assert_true(two.failing_since_at.us == now.us && two.dead_at.us == in_hours(24).us && two.due_at.us == in_hours(48).us);
	again = link_after(&two, RESOURCE_LOOK_FINDING_GONE, in_hours(48));
	assert_true(again.dead_at.us == in_hours(24).us);
}

static void
F030_one_look_that_works_clears_it_and_the_next_is_in_a_week(void **state)
{
	const struct link_state dead = { .due_at = now, .failing_since_at = in_hours(-48), .dead_at = in_hours(-24) };
	struct link_state after = link_after(&dead, RESOURCE_LOOK_FINDING_GUARDED, now);

	(void)state;
	assert_true(moment_is_none(after.failing_since_at) && moment_is_none(after.dead_at) && after.due_at.us == in_hours(168).us);
}

static void
F030_a_page_that_is_not_for_everybody_is_there(void **state)
{
	(void)state;
	assert_true(link_works(RESOURCE_LOOK_FINDING_FINE) && link_works(RESOURCE_LOOK_FINDING_GUARDED) && link_works(RESOURCE_LOOK_FINDING_STRANGE));
	assert_false(link_works(RESOURCE_LOOK_FINDING_GONE) || link_works(RESOURCE_LOOK_FINDING_INWARD) || link_works(RESOURCE_LOOK_FINDING_ASTRAY) ||
	    link_works(RESOURCE_LOOK_FINDING_FAILING) || link_works(RESOURCE_LOOK_FINDING_NAMELESS));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(F030_a_link_is_dead_after_two_failures_a_day_or_more_apart),
		cmocka_unit_test(F030_one_look_that_works_clears_it_and_the_next_is_in_a_week),
		cmocka_unit_test(F030_a_page_that_is_not_for_everybody_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
