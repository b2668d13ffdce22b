/* The rules of a programme's lists, and its settings. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "programmes/rules.h"
#include "programmes/settings.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open(1 << 16, &arena);
	return 0;
}

static int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static void
an_address_word_is_made_of_letters_digits_and_single_hyphens(void **state)
{
	(void)state;
	assert_true(str_equal(S("code-review-2"), slug_of(arena, S(" code  review: 2! "))));
	assert_true(str_is_empty(slug_of(arena, S("李"))));
	assert_true(slug_is_fine(S("operation-code")));
	assert_false(slug_is_fine(S("Operation")));
	assert_false(slug_is_fine(S("-x")));
	assert_false(slug_is_fine(S("")));
}

static void
the_last_service_is_not_retired(void **state)
{
	(void)state;
	assert_int_equal(SERVICE_LAST, service_may_save(true, 0));
	assert_int_equal(OK, service_may_save(true, 1));
	assert_int_equal(OK, service_may_save(false, 0));
}

static void
a_skill_is_not_merged_into_itself(void **state)
{
	(void)state;
	assert_int_equal(SKILL_SAME, skill_may_merge((struct skill_id){ 7 }, (struct skill_id){ 7 }));
	assert_int_equal(OK, skill_may_merge((struct skill_id){ 7 }, (struct skill_id){ 8 }));
}

static void
only_the_version_in_force_is_accepted(void **state)
{
	(void)state;
	assert_int_equal(OK, conduct_may_accept(3, 3));
	assert_int_equal(CONDUCT_CHANGED, conduct_may_accept(2, 3));
	assert_int_equal(CONDUCT_CHANGED, conduct_may_accept(0, 0));
}

static struct moment
day(int64_t n)
{
	return (struct moment){ (1000 + n) * US_PER_DAY };
}

/* T28: days count from what somebody missed first, and only for who was here before. */
static void
T28_who_accepted_an_older_version_has_fourteen_days(void **state)
{
	struct acceptance_facts facts = { .in_force = 2, .accepted = 1, .changed_at = day(0), .joined_at = day(-50) };
	struct moment until;

	(void)state;
	assert_int_equal(STANDING_IN_GRACE, acceptance_standing(&facts, 14, moment_plus(day(14), -1), &until));
	assert_int_equal(day(14).us, until.us);
	assert_int_equal(STANDING_MISSING, acceptance_standing(&facts, 14, day(14), &until));
	assert_int_equal(STANDING_MISSING, acceptance_standing(&facts, 0, day(0), &until));
	facts.in_force = 3;    /* one more change gives nobody more days */
	assert_int_equal(STANDING_MISSING, acceptance_standing(&facts, 14, day(14), &until));
	facts.accepted = 3;
	assert_int_equal(STANDING_ACCEPTED, acceptance_standing(&facts, 14, day(99), &until));
	assert_true(moment_is_none(until));
}

static void
T28_who_joined_when_it_was_there_accepts_it_first(void **state)
{
	struct acceptance_facts facts = { .in_force = 1, .changed_at = day(0), .joined_at = day(0) };
	struct moment until;

	(void)state;
	assert_int_equal(STANDING_MISSING, acceptance_standing(&facts, 14, day(1), &until));
	facts.joined_at = (struct moment){ 0 };
	assert_int_equal(STANDING_MISSING, acceptance_standing(&facts, 14, day(1), &until));
	facts.joined_at = day(-1);    /* a first one, for those who are here already */
	assert_int_equal(STANDING_IN_GRACE, acceptance_standing(&facts, 14, day(1), &until));
	facts.asked_since_at = day(30);    /* it was there for long, and binds only now */
	assert_int_equal(STANDING_IN_GRACE, acceptance_standing(&facts, 14, day(43), &until));
	assert_int_equal(STANDING_MISSING, acceptance_standing(&facts, 14, day(44), &until));
}

static void
settings_are_words_or_numbers_within_their_bounds(void **state)
{
	struct settings s;

	(void)state;
	settings_start(&s);
	assert_int_equal(MENTOR_BY_ITSELF, s.mentor_approval);
	assert_int_equal(48, s.first_contact_hours);
	assert_int_equal(OK, settings_set(&s, S("mentor.approval"), S("coordinator")));
	assert_int_equal(MENTOR_BY_COORDINATOR, s.mentor_approval);
	assert_int_equal(OK, settings_set(&s, S("mentor.approval"), S("project")));
	assert_int_equal(MENTOR_BY_PROJECT, s.mentor_approval);
	assert_int_equal(OK, settings_set(&s, S("affiliation.mode"), S("require")));
	assert_int_equal(2, s.affiliation_asks);
	assert_int_equal(OK, settings_set(&s, S("mentor.capacity"), S("20")));
	assert_int_equal(BAD_INPUT, settings_set(&s, S("mentor.capacity"), S("21")));
	assert_int_equal(BAD_INPUT, settings_set(&s, S("mentor.capacity"), S("many")));
	assert_int_equal(20, s.mentor_capacity);
	assert_int_equal(BAD_INPUT, settings_set(&s, S("mentor.capacity"), S("yes")));
	assert_int_equal(BAD_INPUT, settings_set(&s, S("mentor.approval"), S("1")));
	assert_int_equal(NOT_FOUND, settings_set(&s, S("mentor.capacty"), S("3")));
	assert_true(str_equal(S("20"), setting_print(arena, &s, S("mentor.capacity"))));
	assert_true(str_equal(S("require"), setting_print(arena, &s, S("affiliation.mode"))));
	assert_true(str_equal(S("no"), (s.conduct_required = false, setting_print(arena, &s, S("conduct.required")))));
}

static void
the_waiting_ladder_climbs(void **state)
{
	struct settings s;

	(void)state;
	settings_start(&s);
	assert_null(settings_misfit(&s).name);
	s.ask_hours = s.bump_hours;
	assert_string_equal("wait.ask_h", settings_misfit(&s).name);
	s.ask_hours = s.escalate_hours;
	assert_string_equal("wait.escalate_h", settings_misfit(&s).name);
	s.ask_hours = s.bump_hours + 1;
	s.escalate_hours = s.ask_hours + 1;
	assert_null(settings_misfit(&s).name);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_address_word_is_made_of_letters_digits_and_single_hyphens),
		cmocka_unit_test(the_last_service_is_not_retired),
		cmocka_unit_test(a_skill_is_not_merged_into_itself),
		cmocka_unit_test(only_the_version_in_force_is_accepted),
		cmocka_unit_test(T28_who_accepted_an_older_version_has_fourteen_days),
		cmocka_unit_test(T28_who_joined_when_it_was_there_accepts_it_first),
		cmocka_unit_test(settings_are_words_or_numbers_within_their_bounds),
		cmocka_unit_test(the_waiting_ladder_climbs),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
