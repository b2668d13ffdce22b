/* Who mentors whom: the solver against brute force, its certificates, and the checker against false ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "engine/pairs.h"
#include "engine/testing_cohort.h"
#include "engine/verify.h"

enum { CASES = 10000 };

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

static struct testing_size
small_size(uint64_t seed)
{
	return (struct testing_size){ .mentees = 1 + testing_below(6, seed, 10, 0), .mentors = 1 + testing_below(4, seed, 11, 0), .capacity_below = 3,
		.row_percent = 40 + testing_below(61, seed, 12, 0), .scores_below = testing_below(2, seed, 13, 0) == 0 ? 3 : 1000 };
}

/* --- all plans, one after the other --- */

struct brute {
	const struct match_cohort *cohort;
	int32_t score[6][4];          /* -1: not possible */
	uint32_t pinned[6];
	int32_t left[4];
	int64_t matched, best_score;  /* of the best plan */
};

static void
brute_begin(struct brute *b, const struct match_cohort *c)
{
	*b = (struct brute){ .cohort = c, .matched = -1 };
	for (size_t i = 0; i < 6; i++) {
		b->pinned[i] = MATCH_NOBODY;
		for (size_t j = 0; j < 4; j++)
			b->score[i][j] = -1;
	}
	for (size_t r = 0; r < c->row_count; r++)
		b->score[c->rows[r].mentee][c->rows[r].mentor] = c->rows[r].score;
	for (size_t k = 0; k < c->block_count; k++)
		b->score[c->blocks[k].mentee][c->blocks[k].mentor] = -1;
	for (size_t j = 0; j < c->mentors.count; j++)
		b->left[j] = c->mentors.at[j].capacity;
	for (size_t p = 0; p < c->pin_count; p++)
		b->pinned[c->pins[p].mentee] = c->pins[p].mentor;
}

static void
brute_try(struct brute *b, uint32_t mentee, int64_t matched, int64_t score)
{
	if (mentee == b->cohort->mentees.count) {
		if (matched > b->matched || (matched == b->matched && score > b->best_score)) {
			b->matched = matched;
			b->best_score = score;
		}
		return;
	}
	if (b->pinned[mentee] == MATCH_NOBODY)
		brute_try(b, mentee + 1, matched, score);
	for (uint32_t j = 0; j < b->cohort->mentors.count; j++) {
		if (b->score[mentee][j] < 0 || b->left[j] <= 0 || (b->pinned[mentee] != MATCH_NOBODY && b->pinned[mentee] != j))
			continue;
		b->left[j]--;
		brute_try(b, mentee + 1, matched + 1, score + b->score[mentee][j]);
		b->left[j]++;
	}
}

/* --- statements --- */

static struct match_statement
state(const struct match_cohort *c, const struct match_plan *plan)
{
	struct match_pin *pairs = ARENA_MANY(arena, c->mentees.count + 1, struct match_pin);
	size_t count = 0;

	for (uint32_t i = 0; i < c->mentees.count; i++)
		if (plan->mentor_of[i] != MATCH_NOBODY)
			pairs[count++] = (struct match_pin){ .mentee = i, .mentor = plan->mentor_of[i] };
	return (struct match_statement){ .mode = MATCH_MODE_TOTAL, .pairs = pairs, .pair_count = count, .base = plan->base,
		.matched = (int64_t)plan->matched, .score = plan->score, .primal = plan->primal, .dual = plan->dual,
		.mentee_duals = plan->mentee_duals, .mentor_duals = plan->mentor_duals };
}

/* How many claims are false. */
static size_t
judge(const struct match_cohort *c, const struct match_statement *said)
{
	struct match_report report = { 0 };
	size_t wrong = 0;

	match_verify(arena, c, said, &report);
	assert_true(report.count >= 8);
	for (size_t i = 0; i < report.count; i++)
		wrong += report.claims[i].finding != MATCH_HOLDS;
	return wrong;
}

static bool
is_false(const struct match_cohort *c, const struct match_statement *said, const char *claim)
{
	struct match_report report = { 0 };

	match_verify(arena, c, said, &report);
	for (size_t i = 0; i < report.count; i++)
		if (str_equal(report.claims[i].name, str_from(claim)))
			return report.claims[i].finding == MATCH_FALSE && report.claims[i].words.length > 0;
	return false;
}

/* --- tests --- */

static void
no_plan_of_ten_thousand_small_cases_is_better_and_each_certificate_holds(void **cmocka)
{
	(void)cmocka;
	for (uint64_t seed = 1; seed <= CASES; seed++) {
		struct match_cohort c;
		struct match_plan plan;
		struct match_statement said;
		struct brute brute;

		arena_reset(arena);
		testing_cohort(arena, seed, small_size(seed), &c);
		assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &plan));
		brute_begin(&brute, &c);
		brute_try(&brute, 0, 0, 0);
		assert_int_equal(brute.matched, plan.matched);
		assert_int_equal(brute.best_score, plan.score);
		said = state(&c, &plan);
		assert_int_equal(0, judge(&c, &said));
	}
}

static void
middling(struct match_cohort *c, uint64_t seed)
{
	struct testing_size size = { .mentees = 300, .mentors = 90, .capacity_below = 6, .row_percent = 12, .scores_below = 10000 };

	arena_reset(arena);
	testing_cohort(arena, seed, size, c);
}

static void
planted_false_certificates_are_refused(void **cmocka)
{
	struct match_cohort c;
	struct match_plan plan;
	struct match_statement good, bad;
	struct match_pin *pairs;
	uint32_t mentor = 0;

	(void)cmocka;
	middling(&c, 1);
	assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &plan));
	good = state(&c, &plan);
	assert_int_equal(0, judge(&c, &good));
	bad = good;
	bad.pair_count--;             /* a pair dropped */
	assert_true(is_false(&c, &bad, "matched") && is_false(&c, &bad, "score") && is_false(&c, &bad, "primal"));
	bad = good;
	bad.primal++;
	bad.dual++;
	assert_true(is_false(&c, &bad, "primal") && is_false(&c, &bad, "dual"));
	bad = good;
	bad.base--;
	assert_true(is_false(&c, &bad, "B"));
	while (plan.mentor_duals[mentor] == 0)
		mentor++;
	plan.mentor_duals[mentor] = 0;
	assert_true(is_false(&c, &good, "duals cover every pair") && is_false(&c, &good, "dual") && is_false(&c, &good, "optimal"));
	plan.mentor_duals[mentor] = -1;
	assert_true(is_false(&c, &good, "duals not negative"));
	pairs = ARENA_MANY(arena, good.pair_count, struct match_pin);
	memcpy(pairs, good.pairs, good.pair_count * sizeof(pairs[0]));
	bad = good;
	bad.pairs = pairs;
	pairs[good.pairs[0].mentor == mentor].mentor = mentor;    /* one more with a mentor who has a dual, so is full */
	assert_true(is_false(&c, &bad, "capacity"));
	for (size_t i = 0; i < good.pair_count; i++)
		pairs[i] = (struct match_pin){ .mentee = good.pairs[i].mentee, .mentor = good.pairs[0].mentor };
	assert_true(is_false(&c, &bad, "capacity") && is_false(&c, &bad, "feasible pairs") && is_false(&c, &bad, "pins kept"));
	pairs[1].mentee = pairs[0].mentee;
	assert_true(is_false(&c, &bad, "one mentor each"));
}

static void
a_pair_that_is_blocked_is_refused(void **cmocka)
{
	struct match_cohort c;
	struct match_plan plan;
	struct match_statement said;
	struct match_pin pair;

	(void)cmocka;
	middling(&c, 2);
	assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &plan));
	said = state(&c, &plan);
	pair = said.pairs[0];
	c.blocks = &pair;
	c.block_count = 1;
	assert_true(is_false(&c, &said, "feasible pairs"));
}

static void
a_plan_that_another_pair_would_better_is_not_optimal(void **cmocka)
{
	struct match_cohort c;
	struct match_plan plan;
	struct match_statement said;

	(void)cmocka;
	for (uint64_t seed = 3; seed < 13; seed++) {
		middling(&c, seed);
		assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &plan));
		said = state(&c, &plan);
		said.pair_count--;
		said.matched--;
		said.score = 0;
		said.primal = 0;
		for (size_t p = 0; p < said.pair_count; p++)
			for (size_t r = 0; r < c.row_count; r++)
				if (c.rows[r].mentee == said.pairs[p].mentee && c.rows[r].mentor == said.pairs[p].mentor)
					said.score += c.rows[r].score;
		assert_true(is_false(&c, &said, "optimal") && !is_false(&c, &said, "matched") && !is_false(&c, &said, "score"));
	}
}

static void
pinning_a_pair_of_the_plan_changes_no_total_and_blocking_it_betters_none(void **cmocka)
{
	struct match_cohort c;
	struct match_plan plan, again;
	struct match_pin one = { 0 };

	(void)cmocka;
	for (uint64_t seed = 20; seed < 40; seed++) {
		middling(&c, seed);
		c.pin_count = 0;
		c.block_count = 0;
		assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &plan));
		one.mentee = testing_below(300, seed, 20, 0);
		one.mentor = plan.mentor_of[one.mentee];
		if (one.mentor == MATCH_NOBODY)
			continue;
		c.pins = &one;
		c.pin_count = 1;
		assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &again));
		assert_true(again.matched == plan.matched && again.score == plan.score);
		c.pin_count = 0;
		c.blocks = &one;
		c.block_count = 1;
		assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &again));
		assert_true(again.matched < plan.matched || (again.matched == plan.matched && again.score <= plan.score));
	}
}

static void
somebody_without_a_row_changes_no_pair(void **cmocka)
{
	struct match_cohort c;
	struct match_plan plan, again;

	(void)cmocka;
	for (uint64_t seed = 50; seed < 60; seed++) {
		middling(&c, seed);
		assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &plan));
		c.mentees.at[c.mentees.count] = (struct match_person){ .id = S("z") };
		c.mentees.count++;
		assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &again));
		assert_memory_equal(plan.mentor_of, again.mentor_of, (c.mentees.count - 1) * sizeof(plan.mentor_of[0]));
		assert_true(again.mentor_of[c.mentees.count - 1] == MATCH_NOBODY);
	}
}

static void
twice_the_scores_are_the_same_pairs(void **cmocka)
{
	struct match_cohort c;
	struct match_plan plan, again;

	(void)cmocka;
	middling(&c, 61);
	assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &plan));
	for (size_t i = 0; i < c.row_count; i++)
		c.rows[i].score *= 2;
	assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &again));
	assert_int_equal(2 * plan.score, again.score);
	assert_memory_equal(plan.mentor_of, again.mentor_of, c.mentees.count * sizeof(plan.mentor_of[0]));
}

static void
nobody_at_all_is_an_empty_plan(void **cmocka)
{
	struct match_cohort c = { 0 };
	struct match_plan plan;
	struct match_statement said;

	(void)cmocka;
	assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &plan));
	assert_true(plan.matched == 0 && plan.base == 1);
	said = state(&c, &plan);
	assert_int_equal(0, judge(&c, &said));
	testing_people(arena, &c.mentees, 3, 'e');
	assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &plan));
	assert_int_equal(0, plan.matched);
}

/* About thirty rows a mentee, drawn without a table of all pairs. */
static void
large(struct match_cohort *c, uint64_t seed, uint32_t mentees, uint32_t mentors)
{
	arena_reset(arena);
	*c = (struct match_cohort){ 0 };
	testing_people(arena, &c->mentees, mentees, 'e');
	testing_people(arena, &c->mentors, mentors, 'r');
	c->rows = ARENA_MANY(arena, (size_t)mentees * 60, struct match_row);
	for (uint32_t j = 0; j < mentors; j++)
		c->mentors.at[j].capacity = 1 + (int32_t)testing_below(5, seed, 1, j);
	for (uint32_t i = 0; i < mentees; i++)
		for (uint32_t j = testing_below(200, seed, 2, i), k = 0; j < mentors; k++) {
			c->rows[c->row_count++] = (struct match_row){ i, j, (int32_t)testing_below(10000, seed, 3, (uint64_t)i * mentors + j) };
			j += 52 + testing_below(96, seed, 4, (uint64_t)i * 64 + k);
		}
}

static void
ten_thousand_mentees_and_three_thousand_mentors_have_a_certificate_that_holds(void **cmocka)
{
	struct match_statement said;
	struct match_cohort c;
	struct match_plan plan;

	(void)cmocka;
	large(&c, 80, 10000, 3000);
	assert_true(c.row_count > 250000);
	assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &plan));
	said = state(&c, &plan);
	assert_int_equal(0, judge(&c, &said));
	assert_true(plan.matched > 8000);
}

struct patience {
	size_t calls, stop_at;
};

static bool
stops(void *self, size_t done, size_t total)
{
	struct patience *p = self;

	assert_true(done < total);
	return ++p->calls == p->stop_at;
}

static void
a_solver_stops_at_whichever_call_says_so(void **cmocka)
{
	struct testing_size size = { .mentees = 1200, .mentors = 300, .capacity_below = 6, .row_percent = 20, .scores_below = 10000 };
	struct patience patience = { 0 };
	struct match_control control = { .stops = stops, .self = &patience };
	struct match_cohort c;
	struct match_plan plan;
	size_t calls;

	(void)cmocka;
	arena_reset(arena);
	testing_cohort(arena, 70, size, &c);
	assert_int_equal(MATCH_DONE, match_total(arena, &c, &control, &plan));
	calls = patience.calls;
	assert_true(calls > 2);
	for (size_t at = 1; at <= calls; at += 1 + calls / 5) {
		patience = (struct patience){ .stop_at = at };
		assert_int_equal(MATCH_STOPPED, match_total(arena, &c, &control, &plan));
		assert_int_equal(at, patience.calls);
	}
}

static void
a_solver_takes_no_more_than_it_said(void **cmocka)
{
	struct match_control control = { 0 };
	struct match_cohort c;
	struct match_plan plan;
	size_t before, bytes;

	(void)cmocka;
	middling(&c, 71);
	bytes = match_total_bytes(&c);
	assert_true(bytes <= 24 * c.row_count + 200 * (c.mentees.count + c.mentors.count) + (8 << 20));
	control.memory_limit = bytes - 1;
	assert_int_equal(MATCH_NO_ROOM, match_total(arena, &c, &control, &plan));
	control.memory_limit = bytes;
	before = arena_used(arena);
	assert_int_equal(MATCH_DONE, match_total(arena, &c, &control, &plan));
	assert_true(arena_used(arena) - before <= bytes);
}

static void
numbers_beyond_two_to_the_53_are_refused_at_the_door(void **cmocka)
{
	struct match_row row = { 0, 0, MATCH_SCORE };
	struct match_cohort c = { .rows = &row, .row_count = 1 };
	struct match_plan plan;

	(void)cmocka;
	testing_people(arena, &c.mentors, 1, 'r');
	testing_people(arena, &c.mentees, 94900, 'e');
	assert_int_equal(MATCH_DONE, match_total(arena, &c, NULL, &plan));
	testing_people(arena, &c.mentees, 94910, 'e');
	assert_int_equal(MATCH_TOO_LARGE, match_total(arena, &c, NULL, &plan));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_plan_of_ten_thousand_small_cases_is_better_and_each_certificate_holds),
		cmocka_unit_test(planted_false_certificates_are_refused),
		cmocka_unit_test(a_pair_that_is_blocked_is_refused),
		cmocka_unit_test(a_plan_that_another_pair_would_better_is_not_optimal),
		cmocka_unit_test(pinning_a_pair_of_the_plan_changes_no_total_and_blocking_it_betters_none),
		cmocka_unit_test(somebody_without_a_row_changes_no_pair),
		cmocka_unit_test(twice_the_scores_are_the_same_pairs),
		cmocka_unit_test(nobody_at_all_is_an_empty_plan),
		cmocka_unit_test(ten_thousand_mentees_and_three_thousand_mentors_have_a_certificate_that_holds),
		cmocka_unit_test(a_solver_stops_at_whichever_call_says_so),
		cmocka_unit_test(a_solver_takes_no_more_than_it_said),
		cmocka_unit_test(numbers_beyond_two_to_the_53_are_refused_at_the_door),
	};

	return cmocka_run_group_tests(tests, start, end);
}
