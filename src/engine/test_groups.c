/* Who sits together: planted faults, what must hold between two runs, odd cases, limits. Brute force: test_groups_brute.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "engine/explain_groups.h"
#include "engine/testing_groups.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open((size_t)1 << 30, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

/* --- judging --- */

static size_t
judge(const struct match_cohort *c, const struct match_groups_statement *said)
{
	struct match_report report = { 0 };
	size_t wrong = 0;

	match_verify_groups(arena, c, said, &report);
	for (size_t i = 0; i < report.count; i++)
		wrong += report.claims[i].finding != MATCH_HOLDS;
	return wrong;
}

static const struct match_shape usual = { 2, 3 };

static struct match_groups
solve(const struct match_cohort *c, struct match_shape shape)
{
	struct match_groups plan;

	assert_int_equal(MATCH_DONE, match_groups(arena, c, shape, NULL, &plan));
	return plan;
}

/* --- planted faults --- */

/* A middling case whose proof has splits and a listing. */
static struct match_groups
middling(struct match_cohort *c)
{
	struct testing_groups_size size = { .mentees = 20, .mentors = 12, .slots = 3, .asking_percent = 15, .row_percent = 95, .slot_percent = 75,
		.scores_below = 30, .slot_groups = 4 };

	for (uint64_t seed = 1;; seed++) {
		struct match_groups plan;

		arena_reset(arena);
		testing_groups(arena, seed, size, c);
		plan = solve(c, usual);
		assert_true(plan.is_optimal && seed < 100);
		if (plan.tree->split != MATCH_LEAF && (plan.tree->low->is_listed || plan.tree->high->is_listed) && plan.levels.preferred > 0)
			return plan;
	}
}

static struct match_stated_group *
group_at(const struct match_groups_statement *said, size_t g)
{
	return (struct match_stated_group *)(uintptr_t)&said->groups[g];
}

static void
faulty_plans_are_refused(void **state)
{
	struct match_cohort c;
	struct match_groups plan = middling(&c);

	(void)state;
	for (int fault = 0; fault < 10; fault++) {
		struct match_groups_statement said = testing_groups_said(arena, &plan);
		struct match_stated_group *g = group_at(&said, 0), *other = group_at(&said, 1);

		if (fault == 0)
			said.count--;
		else if (fault == 1)
			g->mentees[0] = other->mentees[0];
		else if (fault == 2)
			g->mentors[0] = other->mentors[0];
		else if (fault == 3)
			g->buddies[0] = g->buddies[1] = g->buddies[2] = g->mentors[0];
		else if (fault == 4)
			g->buddies[0] = other->mentors[0];
		else if (fault == 5)
			g->theme = S("golf");
		else if (fault == 6)
			g->mentee_count = 2;
		else if (fault == 7)
			c.mentees.at[g->mentees[0]].slots = 0;
		else if (fault == 8)
			c.slot_groups[g->slot] = 0;
		else
			said.levels.score++;
		assert_true(judge(&c, &said) > 0);
		c.mentees.at[g->mentees[0]].slots = fault == 7 ? 7 : c.mentees.at[g->mentees[0]].slots;
		c.slot_groups[g->slot] = 4;
	}
}

static void
a_broken_preference_is_refused(void **state)
{
	struct match_cohort c;
	struct match_groups plan = middling(&c);
	struct match_groups_statement said = testing_groups_said(arena, &plan);
	struct match_person *one = &c.mentees.at[said.groups[0].mentees[0]];
	enum match_preference kept = one->prefers;

	(void)state;
	one->prefers = one->gender == MATCH_WOMAN ? MATCH_PREFERS_MEN : MATCH_PREFERS_WOMEN;
	assert_true(judge(&c, &said) > 0);
	one->prefers = kept;
	assert_int_equal(0, judge(&c, &said));
}

static struct match_node *
listed_leaf(const struct match_groups *plan)
{
	return plan->tree->low->is_listed ? plan->tree->low : plan->tree->high;
}

static void
faulty_proofs_are_refused(void **state)
{
	struct match_cohort c;
	struct match_groups plan = middling(&c);
	struct match_groups_statement said = testing_groups_said(arena, &plan);
	struct match_node *leaf = listed_leaf(&plan), kept = *leaf, root = *plan.tree;
	int64_t *duals = (int64_t *)(uintptr_t)leaf->duals, *largest = duals;

	(void)state;
	leaf->bound--;
	assert_true(judge(&c, &said) > 0);
	*leaf = kept;
	leaf->is_listed = false;
	assert_true(judge(&c, &said) > 0);
	*leaf = kept;
	leaf->listed_count--;
	assert_true(judge(&c, &said) > 0);
	*leaf = kept;
	for (size_t d = 0; d < c.mentees.count + c.mentors.count + 2 * (c.slot_count + MATCH_COUNTS); d++)
		largest = duals[d] > *largest ? &duals[d] : largest;
	kept.bound = *largest;
	*largest = 0;
	assert_true(judge(&c, &said) > 0);
	*largest = -1;
	assert_true(judge(&c, &said) > 0);
	*largest = kept.bound;
	plan.tree->at++;
	assert_true(plan.tree->split == MATCH_SPLIT_PAIR || judge(&c, &said) > 0);
	plan.tree->at = root.at;
	plan.tree->high = NULL;
	assert_true(judge(&c, &said) > 0);
	plan.tree->high = root.high;
	said.weights[1]++;
	assert_true(judge(&c, &said) > 0);
	said.weights[1]--;
	said.bound.score++;
	assert_true(judge(&c, &said) > 0);
	said.bound.score--;
	assert_int_equal(0, judge(&c, &said));
}

static void
a_plan_that_another_would_better_is_not_optimal(void **state)
{
	struct match_groups_control first = { .first_only = true };
	struct match_cohort c;
	struct match_groups best = middling(&c), plan;
	struct match_groups_statement said;

	(void)state;
	assert_int_equal(MATCH_DONE, match_groups(arena, &c, usual, &first, &plan));
	assert_true(testing_groups_better(&best.levels, &plan.levels) && !plan.is_optimal && !plan.was_stopped);
	assert_true(testing_groups_hold(arena, &c, &plan));
	said = testing_groups_said(arena, &plan);
	said.is_optimal = true;
	assert_true(judge(&c, &said) > 0);
	said.tree = best.tree;
	assert_true(judge(&c, &said) > 0);
}

/* --- reasons --- */

/* The plan with that mentee in another's place keeps every rule, and loses what was said. */
static void
place_must_hold(const struct match_cohort *c, const struct match_groups *plan, uint32_t mentee, const struct match_left *left)
{
	struct match_groups_statement said = testing_groups_said(arena, plan);
	struct match_report report = { 0 };
	bool is_found = false;

	for (size_t g = 0; g < said.count; g++)
		for (uint32_t s = 0; s < plan->shape.mentees; s++)
			if (said.groups[g].mentees[s] == left->instead) {
				group_at(&said, g)->mentees[s] = mentee;
				is_found = true;
			}
	said.levels.preferred -= left->preferred;
	said.levels.score -= left->score;
	match_verify_groups(arena, c, &said, &report);
	assert_true(is_found);
	for (size_t i = 0; !str_equal(report.claims[i].name, S("weights")); i++)
		assert_int_equal(MATCH_HOLDS, report.claims[i].finding);
}

static void
whoever_has_no_group_has_a_reason_and_a_place_that_costs_what_is_said(void **state)
{
	struct match_cohort c;
	struct match_groups plan = middling(&c);
	const struct match_left *left = match_explain_groups(arena, &c, &plan);
	size_t people = c.mentees.count + c.mentors.count, without = 0, places = 0;

	(void)state;
	for (uint32_t p = 0; p < people; p++) {
		without += left[p].reason != MATCH_PLACED;
		if (p >= c.mentees.count || !left[p].has_loss)
			continue;
		place_must_hold(&c, &plan, p, &left[p]);
		places++;
	}
	assert_int_equal(people - plan.count * 5, without);
	assert_true(places > 0 && plan.levels.groups == plan.weights.groups_most);
	c.mentees.at[0].slots = 0;
	c.mentees.at[1].gender = MATCH_MAN;
	c.mentees.at[1].prefers = MATCH_PREFERS_WOMEN;
	c.mentees.at[1].slots = 7;
	plan = solve(&c, usual);
	left = match_explain_groups(arena, &c, &plan);
	assert_int_equal(MATCH_NO_SLOT, left[0].reason);
	assert_int_equal(MATCH_PREFERENCE, left[1].reason);
	assert_true(left[1].mentors > 0 && left[1].venue == 4);
}

/* --- what must hold between two runs --- */

static void
swapping_women_and_men_keeps_the_levels_and_no_preferences_lose_no_group(void **state)
{
	(void)state;
	for (uint64_t seed = 500; seed < 540; seed++) {
		struct match_cohort c;
		struct match_levels before, after;

		arena_reset(arena);
		testing_groups(arena, seed, testing_groups_small(seed), &c);
		before = solve(&c, usual).levels;
		for (size_t i = 0; i < c.mentees.count + c.mentors.count; i++) {
			struct match_person *one = i < c.mentees.count ? &c.mentees.at[i] : &c.mentors.at[i - c.mentees.count];

			one->gender = one->gender == MATCH_WOMAN ? MATCH_MAN : one->gender == MATCH_MAN ? MATCH_WOMAN : one->gender;
			one->prefers = one->prefers == MATCH_PREFERS_WOMEN ? MATCH_PREFERS_MEN : one->prefers == MATCH_PREFERS_MEN ? MATCH_PREFERS_WOMEN : one->prefers;
		}
		after = solve(&c, usual).levels;
		assert_memory_equal(&before, &after, sizeof(before));
		for (size_t i = 0; i < c.mentees.count; i++)
			c.mentees.at[i].prefers = MATCH_PREFERS_ANY;
		assert_true(solve(&c, usual).levels.groups >= before.groups);
	}
}

static void
a_mentor_more_never_means_fewer_groups_and_one_without_rows_changes_nothing(void **state)
{
	(void)state;
	for (uint64_t seed = 600; seed < 640; seed++) {
		struct testing_groups_size size = testing_groups_small(seed);
		struct match_cohort c;
		struct match_levels all, fewer;
		size_t kept = 0;

		arena_reset(arena);
		testing_groups(arena, seed, size, &c);
		if (c.mentors.count == 0)
			continue;
		all = solve(&c, usual).levels;
		for (size_t r = 0; r < c.row_count; r++)
			if (c.rows[r].mentor + 1 < c.mentors.count)
				c.rows[kept++] = c.rows[r];
		c.row_count = kept;
		fewer = solve(&c, usual).levels;
		assert_true(all.groups >= fewer.groups);
		c.mentors.count--;
		all = solve(&c, usual).levels;
		assert_memory_equal(&all, &fewer, sizeof(all));
	}
}

static void
twice_the_scores_are_the_same_groups_and_another_run_is_the_same(void **state)
{
	struct match_cohort c;
	struct match_groups plan = middling(&c), again = solve(&c, usual);

	(void)state;
	assert_true(plan.count == again.count && memcmp(plan.groups, again.groups, plan.count * sizeof(plan.groups[0])) == 0);
	assert_memory_equal(&plan.levels, &again.levels, sizeof(plan.levels));
	for (size_t r = 0; r < c.row_count; r++)
		c.rows[r].score *= 20;
	for (size_t i = 0; i < c.mentees.count + c.mentors.count; i++)
		(i < c.mentees.count ? &c.mentees.at[i] : &c.mentors.at[i - c.mentees.count])->themes.count = 0;
	again = solve(&c, usual);
	for (size_t r = 0; r < c.row_count; r++)
		c.rows[r].score /= 20;
	plan = solve(&c, usual);
	assert_true(plan.is_optimal && again.is_optimal && again.levels.score == 20 * plan.levels.score && again.levels.lacking == plan.levels.lacking);
}

/* --- odd cases --- */

static struct testing_groups_size
round_size(void)
{
	return (struct testing_groups_size){ .mentees = 9, .mentors = 6, .slots = 2, .row_percent = 100, .slot_percent = 100, .scores_below = 50, .slot_groups = 3 };
}

static struct match_levels
levels_of(const struct match_cohort *c)
{
	struct match_groups plan = solve(c, usual);

	assert_true(plan.is_optimal);
	assert_true(testing_groups_hold(arena, c, &plan));
	return plan.levels;
}

static void
cases_without_a_group_end_with_an_empty_plan(void **state)
{
	struct match_cohort nobody = { 0 }, c;

	(void)state;
	arena_reset(arena);
	assert_int_equal(0, levels_of(&nobody).groups);
	testing_groups(arena, 1, round_size(), &c);
	assert_int_equal(3, levels_of(&c).groups);
	c.slot_groups[0] = c.slot_groups[1] = 0;
	assert_int_equal(0, levels_of(&c).groups);
	c.slot_groups[0] = 3;
	for (size_t j = 0; j < c.mentors.count; j++)
		c.mentors.at[j].slots = 2;
	assert_int_equal(0, levels_of(&c).groups);
	testing_groups(arena, 1, round_size(), &c);
	c.mentees.count = 2;
	c.row_count = 12;
	assert_int_equal(0, levels_of(&c).groups);
}

static void
preferences_without_mentors_of_that_gender_are_not_met_and_mentors_x_lack(void **state)
{
	struct match_cohort c;

	(void)state;
	arena_reset(arena);
	testing_groups(arena, 2, round_size(), &c);
	for (size_t j = 0; j < c.mentors.count; j++)
		c.mentors.at[j].gender = MATCH_MAN;
	for (size_t i = 0; i < c.mentees.count; i++) {
		c.mentees.at[i].gender = MATCH_WOMAN;
		c.mentees.at[i].prefers = i < 3 ? MATCH_PREFERS_WOMEN : MATCH_PREFERS_ANY;
	}
	assert_int_equal(2, levels_of(&c).groups);
	assert_int_equal(0, levels_of(&c).preferred);
	assert_int_equal(2, levels_of(&c).lacking);
	c.mentors.at[0].gender = c.mentors.at[1].gender = MATCH_OTHER;
	assert_int_equal(2, levels_of(&c).lacking);
	c.mentors.at[2].gender = c.mentors.at[3].gender = MATCH_WOMAN;
	assert_int_equal(3, levels_of(&c).groups);
	assert_int_equal(3, levels_of(&c).preferred);
}

static void
sixty_four_slots_odd_numbers_and_scores_at_the_limit_are_no_trouble(void **state)
{
	struct testing_groups_size size = { .mentees = 11, .mentors = 7, .slots = 64, .row_percent = 100, .slot_percent = 10, .scores_below = 2, .slot_groups = 1 };
	struct match_cohort c;

	(void)state;
	arena_reset(arena);
	testing_groups(arena, 3, size, &c);
	for (size_t r = 0; r < c.row_count; r++)
		c.rows[r].score = c.rows[r].score * MATCH_SCORE;
	assert_true(levels_of(&c).groups > 0);
}

static void
levels_beyond_two_to_the_53_are_refused_at_the_door(void **state)
{
	struct testing_groups_size size = { .mentees = 1800, .mentors = 1200, .slots = 1, .asking_percent = 50, .row_percent = 1, .slot_percent = 100,
		.scores_below = 2, .slot_groups = 600 };
	struct match_cohort c;
	struct match_groups plan;

	(void)state;
	arena_reset(arena);
	testing_groups(arena, 4, size, &c);
	for (size_t r = 0; r < c.row_count; r++)
		c.rows[r].score = MATCH_SCORE;
	assert_false(match_groups_fit(arena, &c, usual));
	assert_int_equal(MATCH_TOO_LARGE, match_groups(arena, &c, usual, NULL, &plan));
}

/* --- limits --- */

struct patience {
	size_t calls, stop_at;
};

static bool
stops(void *self, const struct match_groups_progress *progress)
{
	struct patience *p = self;

	assert_non_null(progress->phase);
	return ++p->calls >= p->stop_at && p->stop_at > 0;
}

static void
a_stop_at_any_call_leaves_a_plan_and_a_bound_that_hold(void **state)
{
	struct patience patience = { 0 };
	struct match_groups_control control = { .stops = stops, .self = &patience };
	struct match_cohort c;
	struct match_groups best = middling(&c), plan;
	size_t calls, plans = 0;

	(void)state;
	assert_int_equal(MATCH_DONE, match_groups(arena, &c, usual, &control, &plan));
	calls = patience.calls;
	for (size_t at = 1; at <= calls; at += 1 + calls / 15) {
		enum match_end end;

		patience = (struct patience){ .stop_at = at };
		end = match_groups(arena, &c, usual, &control, &plan);
		assert_true(end == MATCH_DONE || end == MATCH_STOPPED);
		if (end == MATCH_STOPPED)
			continue;
		assert_true(plan.was_stopped && !testing_groups_better(&best.levels, &plan.bound) && !testing_groups_better(&plan.levels, &best.levels));
		assert_true(testing_groups_hold(arena, &c, &plan));
		plans++;
	}
	assert_true(plans > 10);
}

static void
a_limit_of_memory_is_kept(void **state)
{
	struct match_groups_control control = { 0 };
	struct match_cohort c;
	struct match_groups best = middling(&c), plan;
	size_t before = arena_used(arena);

	(void)state;
	control.memory_limit = match_groups_bytes(&c, usual) - 1;
	assert_int_equal(MATCH_NO_ROOM, match_groups(arena, &c, usual, &control, &plan));
	control.memory_limit++;
	assert_int_equal(MATCH_DONE, match_groups(arena, &c, usual, &control, &plan));
	assert_true(arena_used(arena) - before <= control.memory_limit && !plan.is_optimal && !testing_groups_better(&best.levels, &plan.bound));
	assert_true(testing_groups_hold(arena, &c, &plan));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faulty_plans_are_refused),
		cmocka_unit_test(a_broken_preference_is_refused),
		cmocka_unit_test(faulty_proofs_are_refused),
		cmocka_unit_test(a_plan_that_another_would_better_is_not_optimal),
		cmocka_unit_test(whoever_has_no_group_has_a_reason_and_a_place_that_costs_what_is_said),
		cmocka_unit_test(swapping_women_and_men_keeps_the_levels_and_no_preferences_lose_no_group),
		cmocka_unit_test(a_mentor_more_never_means_fewer_groups_and_one_without_rows_changes_nothing),
		cmocka_unit_test(twice_the_scores_are_the_same_groups_and_another_run_is_the_same),
		cmocka_unit_test(cases_without_a_group_end_with_an_empty_plan),
		cmocka_unit_test(preferences_without_mentors_of_that_gender_are_not_met_and_mentors_x_lack),
		cmocka_unit_test(sixty_four_slots_odd_numbers_and_scores_at_the_limit_are_no_trouble),
		cmocka_unit_test(levels_beyond_two_to_the_53_are_refused_at_the_door),
		cmocka_unit_test(a_stop_at_any_call_leaves_a_plan_and_a_bound_that_hold),
		cmocka_unit_test(a_limit_of_memory_is_kept),
	};

	return cmocka_run_group_tests(tests, start, end);
}
