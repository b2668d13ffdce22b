/* Which mentors suit one mentee: rules, tiers, order, and what each part of a score is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/check.h"
#include "engine/rank.h"
#include "engine/testing_cohort.h"

static struct arena *arena;
static struct match_cohort cohort;

static struct str skills_all[] = { S_STATIC("c"), S_STATIC("go"), S_STATIC("sql") };
static struct str goals_all[] = { S_STATIC("exam"), S_STATIC("job") };
static struct str spanish[] = { S_STATIC("es") };

static int
start(void **state)
{
	(void)state;
	arena_open(1 << 20, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

/* One mentee who wants c and go, five mentors who have nothing but what a test gives them. */
static void
begin(void)
{
	arena_reset(arena);
	cohort = (struct match_cohort){ 0 };
	testing_people(arena, &cohort.mentees, 1, 'e');
	testing_people(arena, &cohort.mentors, 5, 'r');
	cohort.mentees.at[0].skills = (struct str_list){ skills_all, 2 };
	for (size_t j = 0; j < 5; j++)
		cohort.mentors.at[j].skills = (struct str_list){ skills_all, 3 };
}

/* The mentors' places as digits, in their order. */
static const char *
ranked(const struct match_load *loads, size_t top)
{
	struct match_rank_wish wish = { .loads = loads, .partial_below = 5, .top = top };
	static char digits[8];
	size_t count;
	const struct match_ranked *list = match_rank(arena, &cohort, &match_rules_usual, &wish, &count);

	for (size_t i = 0; i < count; i++)
		digits[i] = (char)('0' + list[i].mentor);
	digits[count] = '\0';
	return digits;
}

static unsigned
broken(void)
{
	return match_broken(&cohort, &match_rules_usual, (struct match_pin){ 0 }, 0);
}

static void
parts_are_rounded_down_and_add_up_to_the_score(void **state)
{
	struct match_person *e, *m;
	int32_t parts[MATCH_PARTS];

	(void)state;
	begin();
	e = &cohort.mentees.at[0];
	m = &cohort.mentors.at[0];
	e->skills = (struct str_list){ skills_all, 3 };
	m->skills = (struct str_list){ skills_all, 1 };
	e->goals = (struct str_list){ goals_all, 2 };
	m->goals = (struct str_list){ goals_all + 1, 1 };
	e->has_hours = m->has_hours = true;
	e->hours = 0xFF;
	m->hours = 0xE0;
	e->wishes[0] = 3;
	e->wish_count = 2;
	m->wish_count = 1;
	assert_int_equal(1166 + 1000 + 375 + 1600 + 1000, match_score(&cohort, &match_rules_usual, 0, 0, parts));
	assert_true(parts[MATCH_SKILLS] == 1166 && parts[MATCH_GOALS] == 1000 && parts[MATCH_OVERLAP] == 375);
	assert_true(parts[MATCH_MENTEE_CHOICE] == 1600 && parts[MATCH_MENTOR_CHOICE] == 1000);
	e->hours = m->hours = 0xFFFFFF;
	match_score(&cohort, &match_rules_usual, 0, 0, parts);
	assert_int_equal(1000, parts[MATCH_OVERLAP]);
}

static void
what_is_missing_passes_as_its_named_rule_says(void **state)
{
	struct match_person *e, *m;

	(void)state;
	begin();
	e = &cohort.mentees.at[0];
	m = &cohort.mentors.at[0];
	assert_int_equal(0, broken());
	m->langs = (struct str_list){ spanish, 1 };    /* MD-language: the mentee speaks English */
	assert_int_equal(MATCH_RULE_LANGUAGE, broken());
	e->langs = m->langs;
	assert_int_equal(0, broken());
	e->has_hours = true;                          /* MD-hours: the mentor's are not known */
	assert_int_equal(0, broken());
	m->has_hours = true;
	assert_int_equal(MATCH_RULE_HOURS, broken());
	e->hours = m->hours = 3;
	assert_int_equal(0, broken());
	e->prefers = MATCH_PREFERS_WOMEN;             /* MD-gender: never satisfies a stated preference */
	assert_int_equal(MATCH_RULE_GENDER, broken());
	m->gender = MATCH_WOMAN;
	assert_int_equal(0, broken());
	m->prefers = MATCH_PREFERS_MEN;
	assert_int_equal(MATCH_RULE_GENDER, broken());
	e->gender = MATCH_MAN;
	e->project = S("x");                          /* MD-project */
	assert_int_equal(0, broken());
	m->project = S("x");
	m->capacity = 0;
	assert_int_equal(MATCH_RULE_PROJECT | MATCH_RULE_CAPACITY, broken());
}

static void
complete_ones_come_first_and_partial_ones_only_where_they_are_few(void **state)
{
	struct match_rank_wish wish = { .partial_below = 3, .top = 5 };
	const struct match_ranked *list;
	size_t count;

	(void)state;
	begin();
	cohort.mentors.at[0].skills.count = 1;
	cohort.mentors.at[3].skills = (struct str_list){ skills_all + 2, 1 };    /* sql alone: not listed */
	assert_string_equal("1240", ranked(NULL, 5));
	assert_string_equal("12", ranked(NULL, 2));
	list = match_rank(arena, &cohort, &match_rules_usual, &wish, &count);
	assert_int_equal(3, count);
	assert_int_equal(MATCH_COMPLETE, list[2].tier);
	cohort.mentees.at[0].skills.count = 0;
	wish.partial_below = 0;
	list = match_rank(arena, &cohort, &match_rules_usual, &wish, &count);
	assert_true(count == 5 && list[0].tier == MATCH_UNSTATED);
}

static void
the_least_loaded_then_the_longest_not_asked_then_the_best_then_the_smaller_id(void **state)
{
	struct match_load loads[5] = { { 1, 0 }, { 1, 0 }, { 0, 7 }, { 0, 0 }, { 0, 7 } };

	(void)state;
	begin();
	for (size_t j = 0; j < 5; j++)
		cohort.mentors.at[j].capacity = 4;
	cohort.mentors.at[1].capacity = 5;             /* a fifth is less than a quarter */
	assert_string_equal("32410", ranked(loads, 5));
	cohort.mentees.at[0].wishes[0] = 4;
	cohort.mentees.at[0].wish_count = 1;
	assert_string_equal("34210", ranked(loads, 5));
	loads[0].open = 4;                            /* full */
	assert_string_equal("3421", ranked(loads, 5));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_are_rounded_down_and_add_up_to_the_score),
		cmocka_unit_test(what_is_missing_passes_as_its_named_rule_says),
		cmocka_unit_test(complete_ones_come_first_and_partial_ones_only_where_they_are_few),
		cmocka_unit_test(the_least_loaded_then_the_longest_not_asked_then_the_best_then_the_smaller_id),
	};

	return cmocka_run_group_tests(tests, start, end);
}
