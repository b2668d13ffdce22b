/* The worst pair as good as can be, then the next: against brute force, and the phases of its proof against false ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "engine/pairs.h"
#include "engine/testing_cohort.h"
#include "engine/verify.h"

enum { CASES = 10000, MENTEES = 6, MENTORS = 4 };

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open((size_t)512 << 20, &arena);
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

struct brute {
	const struct match_cohort *cohort;
	int32_t score[MENTEES][MENTORS];      /* -1: not possible */
	uint32_t pinned[MENTEES];
	int32_t left[MENTORS];
	int32_t now[MENTEES], best[MENTEES];  /* scores of the plan under way, and of the best one, the worst first */
	size_t best_count;
};

static int
by_number(const void *left, const void *right)
{
	int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;

	return (a > b) - (a < b);
}

static void
brute_end(struct brute *b, size_t count)
{
	int32_t sorted[MENTEES];
	size_t i = 0;

	memcpy(sorted, b->now, sizeof(sorted));
	qsort(sorted, count, sizeof(sorted[0]), by_number);
	while (count == b->best_count && i < count && sorted[i] == b->best[i])
		i++;
	if (count < b->best_count || (count == b->best_count && (i == count || sorted[i] < b->best[i])))
		return;
	memcpy(b->best, sorted, sizeof(sorted));
	b->best_count = count;
}

static void
brute_try(struct brute *b, uint32_t mentee, size_t count)
{
	if (mentee == b->cohort->mentees.count) {
		brute_end(b, count);
		return;
	}
	if (b->pinned[mentee] == MATCH_NOBODY)
		brute_try(b, mentee + 1, count);
	for (uint32_t j = 0; j < b->cohort->mentors.count; j++) {
		if (b->score[mentee][j] < 0 || b->left[j] <= 0 || (b->pinned[mentee] != MATCH_NOBODY && b->pinned[mentee] != j))
			continue;
		b->left[j]--;
		b->now[count] = b->score[mentee][j];
		brute_try(b, mentee + 1, count + 1);
		b->left[j]++;
	}
}

static void
brute(struct brute *b, const struct match_cohort *c)
{
	*b = (struct brute){ .cohort = c };
	memset(b->score, -1, sizeof(b->score));
	memset(b->pinned, -1, sizeof(b->pinned));
	for (size_t r = 0; r < c->row_count; r++)
		b->score[c->rows[r].mentee][c->rows[r].mentor] = c->rows[r].score;
	for (size_t k = 0; k < c->block_count; k++)
		b->score[c->blocks[k].mentee][c->blocks[k].mentor] = -1;
	for (size_t j = 0; j < c->mentors.count; j++)
		b->left[j] = c->mentors.at[j].capacity;
	for (size_t p = 0; p < c->pin_count; p++)
		b->pinned[c->pins[p].mentee] = c->pins[p].mentor;
	brute_try(b, 0, 0);
}

/* --- statements --- */

static int32_t
score_of(const struct match_cohort *c, uint32_t mentee, uint32_t mentor)
{
	for (size_t r = 0; r < c->row_count; r++)
		if (c->rows[r].mentee == mentee && c->rows[r].mentor == mentor)
			return c->rows[r].score;
	return 0;
}

static struct match_statement
state(const struct match_cohort *c, const struct match_plan *plan)
{
	struct match_pin *pairs = ARENA_MANY(arena, c->mentees.count + 1, struct match_pin);
	struct match_statement said = { .mode = MATCH_MODE_LEXIMIN, .pairs = pairs, .base = plan->base, .matched = (int64_t)plan->matched,
		.phases = plan->phases, .phase_count = plan->phase_count };

	for (uint32_t i = 0; i < c->mentees.count; i++)
		if (plan->mentor_of[i] != MATCH_NOBODY) {
			said.score += score_of(c, i, plan->mentor_of[i]);
			pairs[said.pair_count++] = (struct match_pin){ .mentee = i, .mentor = plan->mentor_of[i] };
		}
	return said;
}

/* Whether every claim holds; *wrong gets the words of the last one that does not. */
static bool
holds(const struct match_cohort *c, const struct match_statement *said, struct str *wrong)
{
	struct match_report report = { 0 };

	match_verify(arena, c, said, &report);
	*wrong = S("");
	for (size_t i = 0; i < report.count; i++)
		if (report.claims[i].finding != MATCH_HOLDS)
			*wrong = report.claims[i].words;
	return wrong->length == 0;
}

/* --- tests --- */

static void
no_plan_of_ten_thousand_small_cases_is_fairer_and_each_proof_holds(void **cmocka)
{
	(void)cmocka;
	for (uint64_t seed = 1; seed <= CASES; seed++) {
		struct testing_size size = { .mentees = 1 + testing_below(MENTEES, seed, 10, 0), .mentors = 1 + testing_below(MENTORS, seed, 11, 0),
			.capacity_below = 3, .row_percent = 40 + testing_below(61, seed, 12, 0), .scores_below = 1 + testing_below(8, seed, 13, 0) };
		struct match_statement said;
		int32_t scores[MENTEES];
		struct match_cohort c;
		struct match_plan plan = { 0 };
		struct brute b;
		struct str wrong;

		arena_reset(arena);
		testing_cohort(arena, seed, size, &c);
		assert_int_equal(MATCH_DONE, match_leximin(arena, &c, NULL, &plan));
		brute(&b, &c);
		said = state(&c, &plan);
		for (size_t p = 0; p < said.pair_count; p++)
			scores[p] = score_of(&c, said.pairs[p].mentee, said.pairs[p].mentor);
		qsort(scores, said.pair_count, sizeof(scores[0]), by_number);
		assert_int_equal(b.best_count, plan.matched);
		assert_int_equal(0, memcmp(scores, b.best, plan.matched * sizeof(scores[0])));
		assert_true(holds(&c, &said, &wrong));
	}
}

static void
middling(struct match_cohort *c, uint64_t seed)
{
	struct testing_size size = { .mentees = 120, .mentors = 40, .capacity_below = 4, .row_percent = 20, .scores_below = 60 };

	arena_reset(arena);
	testing_cohort(arena, seed, size, c);
}

/* The statement with phase p changed: its copy to be written to. */
static struct match_phase *
copy_phases(struct match_statement *said)
{
	struct match_phase *phases = ARENA_MANY(arena, said->phase_count, struct match_phase);

	memcpy(phases, said->phases, said->phase_count * sizeof(phases[0]));
	said->phases = phases;
	return phases;
}

static void
planted_false_phases_are_refused(void **cmocka)
{
	struct match_plan plan = { 0 };
	struct match_statement good, bad;
	struct match_phase *phases;
	struct match_cohort c;
	struct str wrong;

	(void)cmocka;
	middling(&c, 1);
	assert_int_equal(MATCH_DONE, match_leximin(arena, &c, NULL, &plan));
	good = state(&c, &plan);
	assert_true(holds(&c, &good, &wrong) && good.phase_count > 8);
	for (size_t p = 0; p < good.phase_count; p++) {
		bad = good;
		phases = copy_phases(&bad);
		phases[p].value++;
		assert_true(!holds(&c, &bad, &wrong) && str_has(wrong, S("its value is not the plan's")));
		phases[p].value--;
		if (phases[p].dual_count > 0) {
			phases[p].dual_count--;       /* a dual zeroed */
			assert_false(holds(&c, &bad, &wrong));
		}
	}
	bad = good;
	phases = copy_phases(&bad);
	phases[3] = phases[2];
	assert_true(!holds(&c, &bad, &wrong) && str_has(wrong, S("does not follow")));
	bad.phases = good.phases + 1;
	bad.phase_count = good.phase_count - 1;
	assert_true(!holds(&c, &bad, &wrong) && str_has(wrong, S("only the first")));
	bad.phases = good.phases;
	bad.phase_count = 3;
	assert_true(!holds(&c, &bad, &wrong) && str_has(wrong, S("left out")));
	bad.phase_count = 0;
	assert_true(!holds(&c, &bad, &wrong) && str_has(wrong, S("no phase")));
}

/* The place of the first mentee without a dual in the phase. */
static uint32_t
without_dual(const struct match_cohort *c, const struct match_phase *phase)
{
	for (uint32_t i = 0; i < c->mentees.count; i++) {
		bool has_dual = false;

		for (size_t d = 0; d < phase->dual_count; d++)
			has_dual = has_dual || phase->duals[d].node == i;
		if (!has_dual)
			return i;
	}
	return 0;
}

/* Sums alone prove nothing: the same sum, but a pair that is not covered; and a dual below 0 of somebody who need not be matched. */
static void
duals_that_only_add_up_are_refused(void **cmocka)
{
	struct match_plan plan = { 0 };
	struct match_statement said;
	struct match_phase *phases;
	struct match_dual *duals;
	struct testing_size roomy = { .mentees = 120, .mentors = 40, .capacity_below = 9, .row_percent = 5, .scores_below = 60 };
	struct match_cohort c;
	struct str wrong;

	(void)cmocka;
	arena_reset(arena);
	testing_cohort(arena, 1, roomy, &c);
	assert_int_equal(MATCH_DONE, match_leximin(arena, &c, NULL, &plan));
	said = state(&c, &plan);
	phases = copy_phases(&said);
	duals = ARENA_MANY(arena, phases[0].dual_count + 2, struct match_dual);
	memcpy(duals, phases[0].duals, phases[0].dual_count * sizeof(duals[0]));
	phases[0].duals = duals;
	assert_true(holds(&c, &said, &wrong) && duals[0].node < c.mentees.count);
	duals[0].node = without_dual(&c, &phases[0]);
	assert_true(!holds(&c, &said, &wrong) && str_has(wrong, S("counts more than its duals")));
	duals[0] = plan.phases[0].duals[0];
	duals[0].value += 1;
	duals[phases[0].dual_count] = (struct match_dual){ without_dual(&c, &phases[0]), -1 };
	phases[0].dual_count++;
	assert_true(!holds(&c, &said, &wrong) && str_has(wrong, S("a dual is negative")));
}

/* The best sum is not the fairest plan, and the phases of the one do not prove the other. */
static void
the_plan_of_the_largest_sum_is_not_taken_for_the_fairest(void **cmocka)
{
	size_t different = 0;

	(void)cmocka;
	for (uint64_t seed = 1; seed <= 20; seed++) {
		struct match_plan plan = { 0 }, total = { 0 };
		struct match_statement said;
		struct match_cohort c;
		struct str wrong;

		middling(&c, seed);
		assert_int_equal(MATCH_DONE, match_leximin(arena, &c, NULL, &plan));
		assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &total));
		assert_true(plan.matched == total.matched && plan.score <= total.score);
		total.phases = plan.phases;
		total.phase_count = plan.phase_count;
		said = state(&c, &total);
		if (plan.score == total.score)
			continue;
		assert_false(holds(&c, &said, &wrong));
		different++;
	}
	assert_true(different > 10);
}

static bool
stops(void *self, size_t done, size_t total)
{
	size_t *left = self;

	assert_true(done < total);
	return --*left == 0;
}

static void
it_stops_when_told_and_keeps_to_its_bytes(void **cmocka)
{
	struct testing_size size = { .mentees = 500, .mentors = 150, .capacity_below = 5, .row_percent = 20, .scores_below = 40 };
	size_t left = 3;
	struct match_control control = { .stops = stops, .self = &left };
	struct match_plan plan = { 0 };
	struct match_cohort c;

	(void)cmocka;
	arena_reset(arena);
	testing_cohort(arena, 9, size, &c);
	assert_int_equal(MATCH_STOPPED, match_leximin(arena, &c, &control, &plan));
	assert_int_equal(0, left);
	control = (struct match_control){ .memory_limit = match_leximin_bytes(&c) - 1 };
	assert_int_equal(MATCH_NO_ROOM, match_leximin(arena, &c, &control, &plan));
}

static void
nobody_and_one_pair_alone_are_plans_too(void **cmocka)
{
	struct match_row row = { 0, 0, 7 };
	struct match_cohort c = { .rows = &row };
	struct match_plan plan = { 0 };
	struct match_statement said;
	struct str wrong;

	(void)cmocka;
	for (c.row_count = 0; c.row_count < 2; c.row_count++) {
		assert_int_equal(MATCH_DONE, match_leximin(arena, &c, NULL, &plan));
		assert_int_equal(c.row_count, plan.matched);
		said = state(&c, &plan);
		assert_true(holds(&c, &said, &wrong));
		testing_people(arena, &c.mentees, 1, 'e');
		testing_people(arena, &c.mentors, 1, 'r');
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_plan_of_ten_thousand_small_cases_is_fairer_and_each_proof_holds),
		cmocka_unit_test(planted_false_phases_are_refused),
		cmocka_unit_test(duals_that_only_add_up_are_refused),
		cmocka_unit_test(the_plan_of_the_largest_sum_is_not_taken_for_the_fairest),
		cmocka_unit_test(it_stops_when_told_and_keeps_to_its_bytes),
		cmocka_unit_test(nobody_and_one_pair_alone_are_plans_too),
	};

	return cmocka_run_group_tests(tests, start, end);
}
