/* Who sits together: the solver against brute force, and the checker on each of its proofs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "engine/testing_groups.h"

enum { CASES = 240, MENTORS = 6, MENTEES = 9, SLOTS = 3 };

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

/* --- all plans, one after the other --- */

/* The best group of some mentors and mentees in a slot; score below 0: they cannot be one. */
struct brute {
	const struct match_cohort *cohort;
	struct match_shape shape;
	int32_t score[MENTEES][MENTORS];
	struct match_levels best;
	bool has_best;
	int64_t left[SLOTS];
};

static uint32_t
bits(uint32_t mask)
{
	uint32_t count = 0;

	for (; mask != 0; mask &= mask - 1)
		count++;
	return count;
}

static int64_t
points(const struct match_person *one, const char *theme)
{
	for (size_t t = 0; t < one->themes.count; t++)
		if (str_equal(one->themes.at[t], str_from(theme)))
			return t == 0 ? 10 : 5;
	return 0;
}

/* Of all members and the theme; below 0 if a mentor does not offer it. */
static int64_t
theme_points(const struct brute *b, uint32_t mentors, uint32_t mentees, const char *theme)
{
	int64_t sum = 0;

	for (uint32_t j = 0; j < b->cohort->mentors.count; j++)
		if ((mentors >> j & 1) != 0) {
			int64_t one = points(&b->cohort->mentors.at[j], theme);

			if (one == 0)
				return -1;
			sum += one;
		}
	for (uint32_t i = 0; i < b->cohort->mentees.count; i++)
		sum += (mentees >> i & 1) != 0 ? points(&b->cohort->mentees.at[i], theme) : 0;
	return sum;
}

/* The best buddies of the mentees from i on, given loads so far. */
static int64_t
best_buddies(const struct brute *b, const uint32_t masks[2], uint32_t i, uint32_t *loads)
{
	uint32_t least = b->shape.mentees / b->shape.mentors, most = least + (b->shape.mentees % b->shape.mentors != 0);
	int64_t best = -1;

	while (i < b->cohort->mentees.count && (masks[1] >> i & 1) == 0)
		i++;
	if (i == b->cohort->mentees.count) {
		for (uint32_t j = 0; j < b->cohort->mentors.count; j++)
			if ((masks[0] >> j & 1) != 0 && loads[j] < least)
				return -1;
		return 0;
	}
	for (uint32_t j = 0; j < b->cohort->mentors.count; j++) {
		int64_t rest;

		if ((masks[0] >> j & 1) == 0 || loads[j] == most)
			continue;
		loads[j]++;
		rest = best_buddies(b, masks, i + 1, loads);
		loads[j]--;
		if (rest >= 0 && rest + b->score[i][j] > best)
			best = rest + b->score[i][j];
	}
	return best;
}

/* The gender that somebody asked for, and how many did. False: both were asked for. */
static bool
asked_of(const struct brute *b, uint32_t mentees, enum match_gender *asked, int64_t *asking)
{
	*asked = MATCH_GENDER_UNKNOWN;
	*asking = 0;
	for (uint32_t i = 0; i < b->cohort->mentees.count; i++) {
		enum match_preference prefers = b->cohort->mentees.at[i].prefers;
		enum match_gender wanted = prefers == MATCH_PREFERS_WOMEN ? MATCH_WOMAN : MATCH_MAN;

		if ((mentees >> i & 1) == 0 || prefers == MATCH_PREFERS_ANY)
			continue;
		if (*asking > 0 && *asked != wanted)
			return false;
		*asked = wanted;
		++*asking;
	}
	return true;
}

static bool
has_other(const struct match_side *side, uint32_t mask, enum match_gender gender)
{
	for (uint32_t i = 0; i < side->count; i++)
		if ((mask >> i & 1) != 0 && side->at[i].gender != gender)
			return true;
	return false;
}

/* How many asked; below 0: they cannot sit together. */
static int64_t
asking_of(const struct brute *b, uint32_t mentors, uint32_t mentees)
{
	enum match_gender asked;
	int64_t asking;

	if (!asked_of(b, mentees, &asked, &asking))
		return -1;
	if (asking > 0 && (has_other(&b->cohort->mentors, mentors, asked) || has_other(&b->cohort->mentees, mentees, asked)))
		return -1;
	return asking;
}

static bool
has_gender(const struct match_side *side, uint32_t mask, enum match_gender gender)
{
	for (uint32_t i = 0; i < side->count; i++)
		if ((mask >> i & 1) != 0 && side->at[i].gender == gender)
			return true;
	return false;
}

/* Of every mentee with every mentor. */
static int64_t
scores_of(const struct brute *b, uint32_t mentors, uint32_t mentees)
{
	int64_t sum = 0;

	for (uint32_t j = 0; j < b->cohort->mentors.count; j++)
		for (uint32_t i = 0; i < b->cohort->mentees.count; i++)
			sum += (mentors >> j & 1) != 0 && (mentees >> i & 1) != 0 ? b->score[i][j] : 0;
	return sum;
}

static bool
can_meet(const struct brute *b, uint32_t mentors, uint32_t mentees, uint32_t slot)
{
	for (uint32_t j = 0; j < b->cohort->mentors.count; j++)
		for (uint32_t i = 0; i < b->cohort->mentees.count; i++)
			if ((mentors >> j & 1) != 0 && (mentees >> i & 1) != 0
			    && (b->score[i][j] < 0 || (b->cohort->mentees.at[i].slots >> slot & 1) == 0 || (b->cohort->mentors.at[j].slots >> slot & 1) == 0))
				return false;
	return true;
}

/* What such a group adds; false if there is none. */
static bool
group_adds(const struct brute *b, uint32_t mentors, uint32_t mentees, uint32_t slot, struct match_levels *out)
{
	static const char *const names[] = { "career", "data", "web" };
	const struct match_side *all = &b->cohort->mentors;
	uint32_t loads[MENTORS] = { 0 };
	int64_t theme = 0, asking = asking_of(b, mentors, mentees);

	if (asking < 0 || !can_meet(b, mentors, mentees, slot))
		return false;
	*out = (struct match_levels){ .groups = 1, .preferred = asking, .score = scores_of(b, mentors, mentees) };
	out->lacking = asking == 0 && !(has_gender(all, mentors, MATCH_WOMAN) && has_gender(all, mentors, MATCH_MAN));
	for (size_t t = 0; t < 3; t++)
		if (theme_points(b, mentors, mentees, names[t]) > theme)
			theme = theme_points(b, mentors, mentees, names[t]);
	out->score += theme + best_buddies(b, (uint32_t[]){ mentors, mentees }, 0, loads);
	return true;
}

static void try_all(struct brute *, uint32_t mentors, uint32_t mentees, struct match_levels so_far);

/* Those mentors with every choice of free mentees, in every slot with room. */
static void
try_mentors(struct brute *b, const uint32_t masks[2], uint32_t with, struct match_levels so_far)
{
	for (uint32_t them = 1; them < 1U << b->cohort->mentees.count; them++) {
		if ((them & masks[1]) != 0 || bits(them) != b->shape.mentees)
			continue;
		for (uint32_t h = 0; h < b->cohort->slot_count; h++) {
			struct match_levels add;

			if (b->left[h] == 0 || !group_adds(b, with, them, h, &add))
				continue;
			b->left[h]--;
			try_all(b, masks[0] | with, masks[1] | them, (struct match_levels){ so_far.groups + 1, so_far.preferred + add.preferred,
			    so_far.lacking + add.lacking, so_far.score + add.score });
			b->left[h]++;
		}
	}
}

/* The first mentor who is free: without a group, or in every group that is left. */
static void
try_all(struct brute *b, uint32_t mentors, uint32_t mentees, struct match_levels so_far)
{
	uint32_t first = 0;

	if (!b->has_best || testing_groups_better(&so_far, &b->best))
		b->best = so_far;
	b->has_best = true;
	while ((mentors >> first & 1) != 0)
		first++;
	if (first >= b->cohort->mentors.count)
		return;
	try_all(b, mentors | 1U << first, mentees, so_far);
	for (uint32_t with = 1; with < 1U << b->cohort->mentors.count; with++)
		if ((with & mentors) == 0 && (with >> first & 1) != 0 && bits(with) == b->shape.mentors)
			try_mentors(b, (uint32_t[2]){ mentors, mentees }, with, so_far);
}

static struct match_levels
brute_force(const struct match_cohort *c, struct match_shape shape)
{
	struct brute b = { .cohort = c, .shape = shape };

	memset(b.score, 0xFF, sizeof(b.score));
	for (size_t r = 0; r < c->row_count; r++)
		b.score[c->rows[r].mentee][c->rows[r].mentor] = c->rows[r].score;
	for (size_t h = 0; h < c->slot_count; h++)
		b.left[h] = c->slot_groups[h];
	try_all(&b, 0, 0, (struct match_levels){ 0 });
	return b.best;
}

static const struct match_shape usual = { 2, 3 };

static void
no_plan_of_240_small_cases_is_better_and_each_proof_holds(void **state)
{
	int64_t groups = 0, preferred = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= CASES; seed++) {
		struct match_shape shape = seed % 4 != 0 ? usual : (struct match_shape){ 1 + testing_below(3, seed, 38, 0), 1 + testing_below(4, seed, 39, 0) };
		struct match_cohort c;
		struct match_groups plan;
		struct match_levels best;

		arena_reset(arena);
		testing_groups(arena, seed, testing_groups_small(seed), &c);
		best = brute_force(&c, shape);
		assert_int_equal(MATCH_DONE, match_groups(arena, &c, shape, NULL, &plan));
		if (memcmp(&best, &plan.levels, sizeof(best)) != 0 || !plan.is_optimal)
			print_error("case %llu: %lld %lld %lld %lld instead of %lld %lld %lld %lld\n", (unsigned long long)seed, (long long)plan.levels.groups,
			    (long long)plan.levels.preferred, (long long)plan.levels.lacking, (long long)plan.levels.score, (long long)best.groups,
			    (long long)best.preferred, (long long)best.lacking, (long long)best.score);
		assert_memory_equal(&best, &plan.levels, sizeof(best));
		assert_true(plan.is_optimal && memcmp(&plan.bound, &best, sizeof(best)) == 0);
		assert_true(testing_groups_hold(arena, &c, &plan));
		groups += best.groups;
		preferred += best.preferred;
	}
	assert_true(groups > CASES / 2 && preferred > CASES / 10);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_plan_of_240_small_cases_is_better_and_each_proof_holds),
	};

	return cmocka_run_group_tests(tests, start, end);
}
