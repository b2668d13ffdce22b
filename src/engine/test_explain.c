/* Losses, moves and prices of a plan of pairs, each against solving anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "engine/explain.h"
#include "engine/explain_plan.h"
#include "engine/testing_cohort.h"

enum { CASES = 300 };

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

static void
small(struct match_cohort *c, uint64_t seed)
{
	struct testing_size size = { .mentees = 2 + testing_below(9, seed, 10, 0), .mentors = 2 + testing_below(6, seed, 11, 0), .capacity_below = 4,
		.row_percent = 40 + testing_below(61, seed, 12, 0), .scores_below = testing_below(2, seed, 13, 0) == 0 ? 3 : 1000 };

	arena_reset(arena);
	testing_cohort(arena, seed, size, c);
}

static struct match_plan
solve(const struct match_cohort *c)
{
	struct match_plan plan = { 0 };

	assert_int_equal(MATCH_DONE, match_total(arena, c, NULL, &plan));
	return plan;
}

/* What all together lose if that pair is pinned as well; false if it cannot be. */
static bool
loss_of(const struct match_cohort *c, const struct match_plan *plan, struct match_row row, struct match_worth *loss)
{
	struct match_cohort pinned = *c;
	struct match_plan other;
	int32_t seats = c->mentors.at[row.mentor].capacity;
	size_t at = 0;

	for (size_t p = 0; p < c->pin_count; p++) {
		seats -= c->pins[p].mentor == row.mentor;
		if (c->pins[p].mentee == row.mentee)
			return false;
		at += c->pins[p].mentee < row.mentee;
	}
	for (size_t b = 0; b < c->block_count; b++)
		if (c->blocks[b].mentee == row.mentee && c->blocks[b].mentor == row.mentor)
			return false;
	if (seats <= 0)
		return false;
	pinned.pins = ARENA_MANY(arena, c->pin_count + 1, struct match_pin);
	memcpy(pinned.pins, c->pins, at * sizeof(c->pins[0]));
	pinned.pins[at] = (struct match_pin){ .mentee = row.mentee, .mentor = row.mentor };
	memcpy(&pinned.pins[at + 1], &c->pins[at], (c->pin_count - at) * sizeof(c->pins[0]));
	pinned.pin_count++;
	other = solve(&pinned);
	*loss = (struct match_worth){ (int64_t)plan->matched - (int64_t)other.matched, plan->score - other.score };
	return true;
}

static bool
is_less(const struct match_worth *a, const struct match_worth *b)
{
	return a->matched != b->matched ? a->matched < b->matched : a->score < b->score;
}

/* The plan after the mentee's own move and the others': it keeps the seats, and is worth what was said. */
static void
moves_must_hold(const struct match_cohort *c, const struct match_plan *plan, uint32_t mentee, const struct match_alternative *one)
{
	uint32_t *mate = ARENA_MANY(arena, c->mentees.count + 1, uint32_t);
	int32_t *load = ARENA_MANY(arena, c->mentors.count + 1, int32_t);
	int64_t matched = 0, score = 0;

	memcpy(mate, plan->mentor_of, c->mentees.count * sizeof(mate[0]));
	for (size_t m = 0; m < one->move_count; m++) {
		assert_int_equal(one->moves[m].from, mate[one->moves[m].mentee]);
		assert_int_not_equal(mentee, one->moves[m].mentee);
		mate[one->moves[m].mentee] = one->moves[m].to;
	}
	mate[mentee] = one->mentor;
	for (size_t i = 0; i < c->mentees.count; i++)
		if (mate[i] != MATCH_NOBODY) {
			assert_true(++load[mate[i]] <= c->mentors.at[mate[i]].capacity);
			matched++;
		}
	for (size_t r = 0; r < c->row_count; r++)
		score += mate[c->rows[r].mentee] == c->rows[r].mentor ? c->rows[r].score : 0;
	assert_int_equal((int64_t)plan->matched - one->loss.matched, matched);
	assert_int_equal(plan->score - one->loss.score, score);
}

/* The least losses of all rows of a mentee but the plan's own, in order. */
static size_t
least_losses(const struct match_cohort *c, const struct match_plan *plan, uint32_t mentee, struct match_worth *out)
{
	size_t count = 0;

	for (size_t r = 0; r < c->row_count; r++) {
		struct match_worth loss;
		size_t place = count;

		if (c->rows[r].mentee != mentee || plan->mentor_of[mentee] == c->rows[r].mentor || !loss_of(c, plan, c->rows[r], &loss))
			continue;
		for (; place > 0 && is_less(&loss, &out[place - 1]); place--)
			out[place] = out[place - 1];
		out[place] = loss;
		count++;
	}
	return count;
}

static void
each_alternative_loses_what_solving_anew_loses(void **state)
{
	size_t seen = 0, with_moves = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= CASES; seed++) {
		struct match_explained why;
		struct match_cohort c;
		struct match_plan plan;

		small(&c, seed);
		plan = solve(&c);
		assert_true(match_explain(arena, &c, &plan, NULL, &why));
		for (uint32_t i = 0; i < c.mentees.count; i++) {
			struct match_worth want[16];
			size_t count = least_losses(&c, &plan, i, want);

			assert_int_equal(count < MATCH_ALTERNATIVES ? count : MATCH_ALTERNATIVES, why.alternative_count[i]);
			for (size_t a = 0; a < why.alternative_count[i]; a++) {
				const struct match_alternative *one = &why.alternatives[i][a];

				assert_memory_equal(&want[a], &one->loss, sizeof(want[a]));
				moves_must_hold(&c, &plan, i, one);
				seen++;
				with_moves += one->move_count > 0;
			}
		}
	}
	assert_true(seen > 1000 && with_moves > 300);
}

static void
each_price_is_what_one_more_seat_brings(void **state)
{
	size_t dear = 0;

	(void)state;
	for (uint64_t seed = 400; seed < 400 + CASES; seed++) {
		struct match_explained why;
		struct match_cohort c;
		struct match_plan plan;

		small(&c, seed);
		plan = solve(&c);
		assert_true(match_explain(arena, &c, &plan, NULL, &why));
		for (size_t j = 0; j < c.mentors.count; j++) {
			struct match_plan more;

			c.mentors.at[j].capacity++;
			more = solve(&c);
			c.mentors.at[j].capacity--;
			assert_int_equal((int64_t)more.matched - (int64_t)plan.matched, why.prices[j].matched);
			assert_int_equal(more.score - plan.score, why.prices[j].score);
			dear += why.prices[j].matched != 0 || why.prices[j].score != 0;
		}
	}
	assert_true(dear > 200);
}

/* How many of the set the plan leaves without a mentor. */
static int64_t
left_out(const struct match_plan *plan, const struct match_hall *hall)
{
	int64_t count = 0;

	for (size_t i = 0; i < hall->mentee_count; i++)
		count += plan->mentor_of[hall->mentees[i]] == MATCH_NOBODY;
	return count;
}

static void
a_hall_set_is_short_of_as_many_seats_as_it_leaves_people_without(void **state)
{
	size_t seen = 0;

	(void)state;
	for (uint64_t seed = 800; seed < 800 + CASES; seed++) {
		const struct match_view *view;
		struct match_cohort c;
		struct match_plan plan;

		small(&c, seed);
		plan = solve(&c);
		view = match_view(arena, &c, &plan, false);
		for (uint32_t i = 0; i < c.mentees.count; i++) {
			struct match_hall hall;
			bool is_in = false;

			if (plan.mentor_of[i] != MATCH_NOBODY || !match_has_feasible(view, i))
				continue;
			match_hall(arena, view, i, &hall);
			for (size_t m = 0; m < hall.mentee_count; m++)
				is_in = is_in || hall.mentees[m] == i;
			assert_true(is_in && hall.are_full);
			assert_int_equal((int64_t)hall.mentee_count - hall.seats, left_out(&plan, &hall));
			seen++;
		}
	}
	assert_true(seen > 100);
}

static void
places_count_who_is_strictly_better_and_a_stable_plan_has_no_blocking_pair(void **state)
{
	size_t blocking = 0;

	(void)state;
	for (uint64_t seed = 1200; seed < 1200 + CASES; seed++) {
		const struct match_view *view;
		struct match_row list[4];
		struct match_cohort c;
		struct match_plan plan, stable = { 0 };

		small(&c, seed);
		for (size_t r = 0; r < c.row_count; r++)
			c.rows[r].score *= 20;    /* the keys of mode stable count in steps of 500 and 1000 */
		plan = solve(&c);
		assert_int_equal(MATCH_DONE, match_stable(arena, &c, NULL, &stable));
		assert_int_equal(0, match_blocking(match_view(arena, &c, &stable, true), list, 4));
		view = match_view(arena, &c, &plan, false);
		blocking += match_blocking(view, list, 4);
		for (size_t r = 0; r < c.row_count; r++) {
			uint32_t place = 1, worst = 1, mentee = c.rows[r].mentee, mentor = c.rows[r].mentor;

			for (size_t q = 0; q < c.row_count; q++) {
				bool is_open = !match_is_blocked(view, c.rows[q].mentee, c.rows[q].mentor) && c.rows[q].score > c.rows[r].score;

				place += is_open && c.rows[q].mentee == mentee;
				worst += is_open && c.rows[q].mentor == mentor;
			}
			if (match_is_blocked(view, mentee, mentor))
				place = worst = 0;
			assert_int_equal(place, match_place_of_mentor(view, mentee, mentor));
			assert_int_equal(worst, match_place_of_mentee(view, mentee, mentor));
		}
	}
	assert_true(blocking > 50);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_alternative_loses_what_solving_anew_loses),
		cmocka_unit_test(each_price_is_what_one_more_seat_brings),
		cmocka_unit_test(a_hall_set_is_short_of_as_many_seats_as_it_leaves_people_without),
		cmocka_unit_test(places_count_who_is_strictly_better_and_a_stable_plan_has_no_blocking_pair),
	};

	return cmocka_run_group_tests(tests, start, end);
}
