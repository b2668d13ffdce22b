/* What may follow on what in an application, and what the clock does with a window. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "applications/rules.h"
#include "base/check.h"

enum { START = 1800000000 };
#define AT(days) ((struct moment){ (START + (days) * INT64_C(86400)) * US_PER_SECOND })

static void
F041_it_is_changed_and_taken_back_while_the_window_is_open_and_withdrawn_until_it_is_decided(void **state)
{
	enum application_state next;

	(void)state;
	assert_int_equal(OK, application_may(APPLICATION_STATE_SENT, APPLICATION_EDIT, true, &next));
	assert_int_equal(APPLICATION_STATE_SENT, next);
	assert_int_equal(WINDOW_CLOSED, application_may(APPLICATION_STATE_SENT, APPLICATION_EDIT, false, &next));
	assert_int_equal(APPLICATION_NOT_NOW, application_may(APPLICATION_STATE_IN_REVIEW, APPLICATION_EDIT, true, &next));
	assert_int_equal(OK, application_may(APPLICATION_STATE_WAIT_LISTED, APPLICATION_WITHDRAW, false, &next));
	assert_int_equal(APPLICATION_STATE_WITHDRAWN, next);
	assert_int_equal(APPLICATION_NOT_NOW, application_may(APPLICATION_STATE_PLACED, APPLICATION_WITHDRAW, true, &next));
	assert_int_equal(WINDOW_CLOSED, application_may(APPLICATION_STATE_WITHDRAWN, APPLICATION_RETURN, false, &next));
}

/* Whatever was decided, nobody decides it again; and no act leads out of the states that end it but taking a withdrawal back. */
static void
an_end_is_an_end(void **state)
{
	static const enum application_state ends[] = { APPLICATION_STATE_PLACED, APPLICATION_STATE_NOT_SELECTED, APPLICATION_STATE_DECLINED, APPLICATION_STATE_EXPIRED,
		APPLICATION_STATE_WITHDRAWN };
	enum application_state next;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(ends); i++)
		for (int act = 0; act < APPLICATION_ACTS; act++) {
			bool is_back = ends[i] == APPLICATION_STATE_WITHDRAWN && act == APPLICATION_RETURN;

			assert_int_equal(is_back ? OK : APPLICATION_NOT_NOW, application_may(ends[i], (enum application_act)act, true, &next));
			assert_false(application_is_waiting(ends[i]));
		}
}

static void
F045_the_last_place_is_given_once_and_no_number_means_as_many_as_fit(void **state)
{
	(void)state;
	assert_true(intake_has_place(2, 1));
	assert_false(intake_has_place(2, 2));
	assert_true(intake_has_place(0, 5000));
}

static void
T11_an_offer_ends_after_its_days_and_is_reminded_of_before(void **state)
{
	(void)state;
	assert_int_equal(AT(4).us, offer_end(4, AT(0)).us);
	assert_true(moment_is_none(offer_end(0, AT(0))));
	assert_int_equal(AT(3).us, offer_reminder(3, AT(0), AT(4)).us);
	assert_true(moment_is_none(offer_reminder(3, AT(0), AT(3))));
	assert_true(moment_is_none(offer_reminder(0, AT(0), AT(4))));
}

static void
T08_a_window_opens_reminds_twice_and_closes_each_once(void **state)
{
	struct intake_clock clock = { .opens_at = AT(10), .closes_at = AT(40), .first_days = 7, .last_days = 1 };
	int64_t bits;

	(void)state;
	assert_int_equal(INTAKE_WAITS, intake_due(INTAKE_STATE_PLANNED, &clock, AT(9), &bits));
	assert_int_equal(INTAKE_OPENS, intake_due(INTAKE_STATE_PLANNED, &clock, AT(10), &bits));
	assert_int_equal(AT(33).us, intake_next(INTAKE_STATE_OPEN, &clock).us);
	assert_int_equal(INTAKE_WAITS, intake_due(INTAKE_STATE_OPEN, &clock, AT(32), &bits));
	assert_int_equal(INTAKE_REMINDS, intake_due(INTAKE_STATE_OPEN, &clock, AT(33), &bits));
	assert_int_equal(1, bits);
	clock.reminded = 1;
	assert_int_equal(INTAKE_WAITS, intake_due(INTAKE_STATE_OPEN, &clock, AT(34), &bits));
	assert_int_equal(AT(39).us, intake_next(INTAKE_STATE_OPEN, &clock).us);
	assert_int_equal(INTAKE_REMINDS, intake_due(INTAKE_STATE_OPEN, &clock, AT(39), &bits));
	clock.reminded = 3;
	assert_int_equal(AT(40).us, intake_next(INTAKE_STATE_OPEN, &clock).us);
	assert_int_equal(INTAKE_CLOSES, intake_due(INTAKE_STATE_OPEN, &clock, AT(40), &bits));
	assert_int_equal(INTAKE_WAITS, intake_due(INTAKE_STATE_CLOSED, &clock, AT(50), &bits));
	assert_true(moment_is_none(intake_next(INTAKE_STATE_SETTLED, &clock)));
	/* one that is over before its reminder would come */
	assert_int_equal(AT(3).us, intake_next(INTAKE_STATE_OPEN, &(struct intake_clock){ .opens_at = AT(0), .closes_at = AT(3), .first_days = 7, .last_days = 0 }).us);
	/* a server that was down for long reminds once, of the end */
	clock.reminded = 0;
	assert_int_equal(INTAKE_REMINDS, intake_due(INTAKE_STATE_OPEN, &clock, AT(39), &bits));
	assert_int_equal(3, bits);
}

static void
F052_who_it_is_is_hidden_until_it_is_scored_or_decided(void **state)
{
	(void)state;
	assert_true(application_hides_who(APPLICATION_STATE_SENT, true, false));
	assert_true(application_hides_who(APPLICATION_STATE_SHORT_LISTED, true, false));
	assert_true(application_hides_who(APPLICATION_STATE_WITHDRAWN, true, false));
	assert_false(application_hides_who(APPLICATION_STATE_IN_REVIEW, true, true));
	assert_false(application_hides_who(APPLICATION_STATE_PLACED, true, false));
	assert_false(application_hides_who(APPLICATION_STATE_NOT_SELECTED, true, false));
	assert_false(application_hides_who(APPLICATION_STATE_SENT, false, false));
}

/* A round in the middle of its time: mentors are decided, mentees still apply. */
static struct window_change
same(enum intake_state state)
{
	return (struct window_change){ .state = state, .opens_at = AT(0), .closes_at = AT(40), .new_opens_at = AT(0), .new_closes_at = AT(40), .places = 12, .new_places = 12,
		.taken = 5, .says_places = true };
}

static void
F037_days_of_a_window_move_as_long_as_they_have_not_come(void **state)
{
	struct window_change c = same(INTAKE_STATE_PLANNED);

	(void)state;
	c.new_opens_at = AT(2);
	assert_int_equal(WINDOW_FINE, window_opens_fault(&c));
	c.state = INTAKE_STATE_OPEN;
	assert_int_equal(WINDOW_OPENED, window_opens_fault(&c));
	c.new_opens_at = (struct moment){ 0 };
	assert_int_equal(WINDOW_DAY_MISSING, window_opens_fault(&c));
	c = same(INTAKE_STATE_OPEN);
	c.new_closes_at = AT(30);
	assert_int_equal(WINDOW_FINE, window_closes_fault(&c, AT(29)));
	assert_int_equal(WINDOW_DAY_OVER, window_closes_fault(&c, AT(30)));
	c.new_closes_at = AT(0);
	assert_int_equal(WINDOW_ENDS_FIRST, window_closes_fault(&c, AT(0)));
	c.new_closes_at = (struct moment){ 0 };
	assert_int_equal(WINDOW_DAY_MISSING, window_closes_fault(&c, AT(0)));
	c.new_closes_at = AT(50);
	c.state = INTAKE_STATE_CLOSED;
	assert_int_equal(WINDOW_OVER, window_closes_fault(&c, AT(45)));
	/* what is over and stays as it was is no complaint */
	c = same(INTAKE_STATE_SETTLED);
	assert_int_equal(WINDOW_FINE, window_opens_fault(&c));
	assert_int_equal(WINDOW_FINE, window_closes_fault(&c, AT(45)));
	assert_int_equal(WINDOW_FINE, window_places_fault(&c));
}

static void
F037_places_change_until_everybody_was_told_and_never_below_what_is_given(void **state)
{
	struct window_change c = same(INTAKE_STATE_CLOSED);

	(void)state;
	c.new_places = 5;
	assert_int_equal(WINDOW_FINE, window_places_fault(&c));
	c.new_places = 4;
	assert_int_equal(WINDOW_PLACES_HELD, window_places_fault(&c));
	c.new_places = 0;
	assert_int_equal(WINDOW_FINE, window_places_fault(&c));
	c.state = INTAKE_STATE_SETTLED;
	assert_int_equal(WINDOW_SETTLED, window_places_fault(&c));
	c.says_places = false;
	assert_int_equal(WINDOW_PLACES_MISSING, window_places_fault(&c));
}

static void
L20C_an_earlier_end_and_fewer_places_are_worse_and_nothing_else_is(void **state)
{
	struct window_change c = same(INTAKE_STATE_OPEN);

	(void)state;
	assert_false(window_is_worse(&c));
	assert_false(window_has_more(&c));
	c.new_closes_at = AT(41);
	c.new_places = 13;
	assert_false(window_is_worse(&c));
	assert_true(window_has_more(&c));
	c.new_places = 0;
	assert_false(window_is_worse(&c));
	assert_true(window_has_more(&c));
	c.new_closes_at = AT(39);
	assert_true(window_is_worse(&c));
	assert_false(window_has_fewer(&c));
	c = same(INTAKE_STATE_OPEN);
	c.new_places = 11;
	assert_true(window_is_worse(&c));
	assert_true(window_has_fewer(&c));
	assert_false(window_has_more(&c));
	c.places = 0;
	assert_true(window_is_worse(&c));
	assert_false(window_has_more(&c));
}

static void
F146_F141_who_gets_no_place_is_told_why_and_the_desk_is_not(void **state)
{
	struct placing_facts fine = { .has_accepted = true }, paused = { .is_paused = true, .was_refused = true }, refused = { .was_refused = true, .has_accepted = true },
	    missed = { .lacks_orientation = true, .has_accepted = true }, unread = { 0 };

	(void)state;
	assert_int_equal(OK, application_may_be_placed(&fine));
	assert_int_equal(PERSON_PAUSED, application_may_be_placed(&paused));
	assert_int_equal(PLACE_NEEDS_COORDINATOR, application_may_be_placed(&refused));
	assert_int_equal(ORIENTATION_FIRST, application_may_be_placed(&missed));
	assert_int_equal(CONDUCT_FIRST, application_may_be_placed(&unread));
	assert_int_equal(OK, application_may_be_offered(&fine, true));
	assert_int_equal(APPLICANT_NOT_NOW, application_may_be_offered(&paused, false));
	assert_int_equal(APPLICANT_NOT_NOW, application_may_be_offered(&refused, false));
	assert_int_equal(MENTOR_ORIENTATION_FIRST, application_may_be_offered(&missed, false));
	assert_int_equal(OK, application_may_be_offered(&unread, false));
	assert_int_equal(APPLICANT_CONDUCT_FIRST, application_may_be_offered(&unread, true));
}

static void
F045_places_follow_from_whole_groups_of_mentors_and_reading_from_each(void **state)
{
	(void)state;
	assert_int_equal(INTAKE_NO_PLACE, intake_derived(1, 2, 3));
	assert_int_equal(3, intake_derived(2, 2, 3));
	assert_int_equal(3, intake_derived(3, 2, 3));
	assert_int_equal(24, intake_derived(16, 2, 3));
	assert_int_equal(INTAKE_NO_PLACE, intake_derived(16, 0, 3));
	assert_false(intake_has_place(INTAKE_NO_PLACE, 0));
	assert_true(application_is_read(0, 0, 5000));
	assert_true(application_is_read(30, 0, 29));
	assert_false(application_is_read(30, 1, 30));
	assert_true(application_is_read(30, 2, 59));
	assert_false(application_is_read(30, 2, 60));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(F052_who_it_is_is_hidden_until_it_is_scored_or_decided), cmocka_unit_test(F041_it_is_changed_and_taken_back_while_the_window_is_open_and_withdrawn_until_it_is_decided), cmocka_unit_test(an_end_is_an_end),
		cmocka_unit_test(F037_days_of_a_window_move_as_long_as_they_have_not_come), cmocka_unit_test(F037_places_change_until_everybody_was_told_and_never_below_what_is_given),
		cmocka_unit_test(F045_places_follow_from_whole_groups_of_mentors_and_reading_from_each),
		cmocka_unit_test(F146_F141_who_gets_no_place_is_told_why_and_the_desk_is_not),
		cmocka_unit_test(L20C_an_earlier_end_and_fewer_places_are_worse_and_nothing_else_is),
		cmocka_unit_test(F045_the_last_place_is_given_once_and_no_number_means_as_many_as_fit),
		cmocka_unit_test(T11_an_offer_ends_after_its_days_and_is_reminded_of_before), cmocka_unit_test(T08_a_window_opens_reminds_twice_and_closes_each_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
