/* The rules about people. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "people/rules.h"

static const struct moment now = { INT64_C(1795000000) * US_PER_SECOND };

static void
a_volunteer_is_active_at_once_only_where_approval_is_automatic(void **state)
{
	enum mentor_state begins;

	(void)state;
	assert_int_equal(OK, mentor_may_apply(MENTOR_STATE_NONE, true, &begins));
	assert_int_equal(MENTOR_STATE_ACTIVE, begins);
	assert_int_equal(OK, mentor_may_apply(MENTOR_STATE_NONE, false, &begins));
	assert_int_equal(MENTOR_STATE_PENDING, begins);
	assert_int_equal(OK, mentor_may_apply(MENTOR_STATE_LEFT, true, &begins));
	assert_int_equal(MENTOR_STATE_ACTIVE, begins);
}

static void
who_was_declined_waits_for_a_coordinator_even_where_approval_is_automatic(void **state)
{
	enum mentor_state begins;

	(void)state;
	assert_int_equal(OK, mentor_may_apply(MENTOR_STATE_DECLINED, true, &begins));
	assert_int_equal(MENTOR_STATE_PENDING, begins);
}

static void
nobody_applies_twice(void **state)
{
	enum mentor_state begins;

	(void)state;
	assert_int_equal(MENTOR_ALREADY, mentor_may_apply(MENTOR_STATE_PENDING, true, &begins));
	assert_int_equal(MENTOR_ALREADY, mentor_may_apply(MENTOR_STATE_ACTIVE, true, &begins));
}

static void
only_pending_applications_are_decided(void **state)
{
	(void)state;
	assert_int_equal(OK, mentor_may_be_decided(MENTOR_STATE_PENDING));
	assert_int_equal(MENTOR_NOT_PENDING, mentor_may_be_decided(MENTOR_STATE_ACTIVE));
	assert_int_equal(MENTOR_NOT_PENDING, mentor_may_be_decided(MENTOR_STATE_NONE));
}

static void
being_away_is_ahead_and_within_a_year(void **state)
{
	(void)state;
	assert_int_equal(AWAY_NOT_AHEAD, mentor_may_be_away(now, now));
	assert_int_equal(OK, mentor_may_be_away(moment_plus(now, 1), now));
	assert_int_equal(OK, mentor_may_be_away(moment_plus(now, 366 * US_PER_DAY), now));
	assert_int_equal(AWAY_NOT_AHEAD, mentor_may_be_away(moment_plus(now, 366 * US_PER_DAY + 1), now));
}

static void
being_away_ends_by_itself_at_its_date(void **state)
{
	(void)state;
	assert_false(mentor_is_away((struct moment){ 0 }, now));
	assert_true(mentor_is_away(moment_plus(now, 1), now));
	assert_false(mentor_is_away(now, now));
}

static void
a_programme_keeps_its_last_coordinator(void **state)
{
	(void)state;
	assert_int_equal(ROLE_LAST_COORDINATOR, role_may_be_taken(ROLE_ROLE_COORDINATOR, true, 1));
	assert_int_equal(OK, role_may_be_taken(ROLE_ROLE_COORDINATOR, true, 2));
	assert_int_equal(OK, role_may_be_taken(ROLE_ROLE_COORDINATOR, false, 1));
	assert_int_equal(OK, role_may_be_taken(ROLE_ROLE_ESCALATION, true, 1));
}

static void
an_address_is_for_oneself_coordinators_and_the_two_of_a_claim(void **state)
{
	struct person_facts mentor = { .is_active_mentor = true }, stranger = { 0 };

	(void)state;
	assert_true(person_may_be_seen(&mentor));
	assert_false(person_may_be_written_to(&mentor));
	assert_false(person_may_be_seen(&stranger));
	assert_false(person_may_show_zone(&mentor));
	assert_true(person_may_show_zone(&(struct person_facts){ .is_active_mentor = true, .shows_zone = true }));
	assert_true(person_may_show_zone(&(struct person_facts){ .is_active_mentor = true, .viewer_is_mentor = true }));
	assert_false(person_may_show_more(&(struct person_facts){ .is_active_mentor = true, .viewer_is_mentor = true, .shows_zone = true }));
	assert_true(person_may_show_more(&(struct person_facts){ .is_paired = true }));
	assert_true(person_may_be_written_to(&(struct person_facts){ .is_paired = true }));
	assert_true(person_may_be_written_to(&(struct person_facts){ .is_self = true }));
	assert_true(person_may_be_written_to(&(struct person_facts){ .viewer_is_coordinator = true }));
}

static void
a_stand_in_is_somebody_else_until_a_day_ahead(void **state)
{
	struct moment tomorrow = moment_plus(now, US_PER_DAY);

	(void)state;
	assert_int_equal(OK, stand_in_may_be(false, false, tomorrow, now));
	assert_int_equal(STAND_IN_SELF, stand_in_may_be(true, false, tomorrow, now));
	assert_int_equal(AWAY_NOT_AHEAD, stand_in_may_be(false, false, now, now));
}

static void
a_stand_in_names_no_stand_in(void **state)
{
	(void)state;
	assert_int_equal(STAND_IN_ONLY, stand_in_may_be(false, true, moment_plus(now, US_PER_DAY), now));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_volunteer_is_active_at_once_only_where_approval_is_automatic),
		cmocka_unit_test(who_was_declined_waits_for_a_coordinator_even_where_approval_is_automatic),
		cmocka_unit_test(nobody_applies_twice),
		cmocka_unit_test(only_pending_applications_are_decided),
		cmocka_unit_test(being_away_is_ahead_and_within_a_year),
		cmocka_unit_test(being_away_ends_by_itself_at_its_date),
		cmocka_unit_test(a_programme_keeps_its_last_coordinator),
		cmocka_unit_test(a_stand_in_is_somebody_else_until_a_day_ahead),
		cmocka_unit_test(a_stand_in_names_no_stand_in),
		cmocka_unit_test(an_address_is_for_oneself_coordinators_and_the_two_of_a_claim),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
