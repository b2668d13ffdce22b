/* Shortest paths in the residual graph of an optimum. Its nodes are mentors and one more, the root, where seats are free and the unmatched wait. From mentor a
 * to mentor b: one whom a holds moves to b. From a to the root: one whom a holds is dropped, or a has a seat. From the root to b: somebody unmatched comes to
 * b, or b holds one less. */
#include "engine/explain.h"

#include "base/arena.h"
#include "base/check.h"
#include "engine/graph.h"
#include "engine/heap.h"

#define FAR (INT64_MAX / 4)

struct step {
	uint32_t to;                  /* the next mentor, or the root */
	uint32_t mentee;              /* who moves, or MATCH_NOBODY */
};

struct residual {
	struct arena *arena;
	const struct match_plan *plan;
	struct match_graph graph;
	uint32_t root;                /* the place after all mentors */
	uint32_t *in_start, *in_mentee, *in_edge;    /* edges by mentor */
	uint32_t *held_start, *held;  /* by mentor: whom the plan gives them, without pins */
	uint32_t *drop;               /* of each mentor: the cheapest whom they hold to drop */
	int64_t *distance;
	bool *is_settled;
	struct step *step;
	uint32_t *touched, touched_count;
	struct match_heap heap;
};

struct match_worth
match_loss_of(const struct match_plan *plan, int64_t loss)
{
	int64_t left = plan->primal - loss;

	return (struct match_worth){ plan->primal / plan->base - left / plan->base, plan->primal % plan->base - left % plan->base };
}

static bool
is_pinned(const struct residual *r, uint32_t mentee)
{
	return r->graph.pinned_to[mentee] != MATCH_NOBODY;
}

static int64_t
reduced(const struct residual *r, uint32_t mentee, uint32_t edge)
{
	return r->plan->mentee_duals[mentee] + r->plan->mentor_duals[r->graph.to[edge]] - r->graph.scale.base - r->graph.score[edge];
}

static uint32_t
held_count(const struct residual *r, uint32_t mentor)
{
	return r->held_start[mentor + 1] - r->held_start[mentor];
}

static void
turn_edges(struct residual *r)
{
	const struct match_graph *g = &r->graph;

	for (uint32_t e = 0; e < g->start[g->mentees]; e++)
		r->in_start[g->to[e] + 1]++;
	for (uint32_t j = 0; j < g->mentors; j++)
		r->in_start[j + 1] += r->in_start[j];
	for (uint32_t i = 0; i < g->mentees; i++)
		for (uint32_t e = g->start[i]; e < g->start[i + 1]; e++) {
			uint32_t at = r->in_start[g->to[e]]++;

			r->in_mentee[at] = i;
			r->in_edge[at] = e;
		}
	for (uint32_t j = g->mentors; j > 0; j--)
		r->in_start[j] = r->in_start[j - 1];
	r->in_start[0] = 0;
}

static void
turn_plan(struct residual *r)
{
	const struct match_graph *g = &r->graph;
	const uint32_t *mate = r->plan->mentor_of;

	for (uint32_t i = 0; i < g->mentees; i++)
		if (mate[i] != MATCH_NOBODY && !is_pinned(r, i))
			r->held_start[mate[i] + 1]++;
	for (uint32_t j = 0; j < g->mentors; j++) {
		r->held_start[j + 1] += r->held_start[j];
		r->drop[j] = MATCH_NOBODY;
	}
	for (uint32_t i = 0; i < g->mentees; i++) {
		uint32_t j = mate[i];

		if (j == MATCH_NOBODY || is_pinned(r, i))
			continue;
		r->held[r->held_start[j]++] = i;
		if (r->drop[j] == MATCH_NOBODY || r->plan->mentee_duals[i] < r->plan->mentee_duals[r->drop[j]])
			r->drop[j] = i;
	}
	for (uint32_t j = g->mentors; j > 0; j--)
		r->held_start[j] = r->held_start[j - 1];
	r->held_start[0] = 0;
}

static bool
residual(struct residual *r, const struct match_cohort *cohort)
{
	size_t mentors = cohort->mentors.count + 2, edges;

	if (!match_graph(r->arena, cohort, &r->graph))
		return false;
	edges = (size_t)r->graph.start[r->graph.mentees] + 1;
	r->root = r->graph.mentors;
	r->in_start = ARENA_MANY(r->arena, mentors, uint32_t);
	r->in_mentee = ARENA_MANY(r->arena, edges, uint32_t);
	r->in_edge = ARENA_MANY(r->arena, edges, uint32_t);
	r->held_start = ARENA_MANY(r->arena, mentors, uint32_t);
	r->held = ARENA_MANY(r->arena, cohort->mentees.count + 1, uint32_t);
	r->drop = ARENA_MANY(r->arena, mentors, uint32_t);
	r->distance = ARENA_MANY(r->arena, mentors, int64_t);
	r->is_settled = ARENA_MANY(r->arena, mentors, bool);
	r->step = ARENA_MANY(r->arena, mentors, struct step);
	r->touched = ARENA_MANY(r->arena, mentors, uint32_t);
	r->heap = match_heap_new(r->arena, r->distance, r->root + 1);
	for (uint32_t j = 0; j <= r->root; j++)
		r->distance[j] = FAR;
	turn_edges(r);
	turn_plan(r);
	return true;
}

static void
reach(struct residual *r, uint32_t node, int64_t distance, struct step step)
{
	if (distance >= r->distance[node] || r->is_settled[node])
		return;
	if (r->distance[node] == FAR)
		r->touched[r->touched_count++] = node;
	r->distance[node] = distance;
	r->step[node] = step;
	match_heap_put(&r->heap, node);
}

static void
forget(struct residual *r)
{
	for (uint32_t t = 0; t < r->touched_count; t++) {
		r->distance[r->touched[t]] = FAR;
		r->is_settled[r->touched[t]] = false;
	}
	r->touched_count = 0;
	match_heap_empty(&r->heap);
}

/* --- towards a mentor, or the root: from wherever it can be reached --- */

static void
back_from_root(struct residual *r, int64_t distance)
{
	for (uint32_t a = 0; a < r->graph.mentors; a++) {
		if (r->graph.seats[a] > (int32_t)held_count(r, a))
			reach(r, a, distance, (struct step){ r->root, MATCH_NOBODY });
		else if (r->drop[a] != MATCH_NOBODY)
			reach(r, a, distance + r->plan->mentee_duals[r->drop[a]], (struct step){ r->root, r->drop[a] });
	}
}

static void
back_from_mentor(struct residual *r, uint32_t b, int64_t distance)
{
	for (uint32_t at = r->in_start[b]; at < r->in_start[b + 1]; at++) {
		uint32_t x = r->in_mentee[at], a = r->plan->mentor_of[x];
		int64_t there = distance + reduced(r, x, r->in_edge[at]);

		if (a == MATCH_NOBODY)
			reach(r, r->root, there, (struct step){ b, x });
		else if (a != b)
			reach(r, a, there, (struct step){ b, x });
	}
	if (held_count(r, b) > 0)
		reach(r, r->root, distance + r->plan->mentor_duals[b], (struct step){ b, MATCH_NOBODY });
}

static uint32_t
settle(struct residual *r)
{
	uint32_t node = match_heap_take(&r->heap);

	r->is_settled[node] = true;
	return node;
}

/* Who moves on the way from a mentor to the target. */
static void
read_moves(struct residual *r, uint32_t from, uint32_t target, struct match_alternative *out)
{
	struct match_move *moves;
	size_t count = 0;

	for (uint32_t node = from; node != target; node = r->step[node].to)
		count++;
	moves = ARENA_MANY(r->arena, count + 1, struct match_move);
	out->move_count = 0;
	for (uint32_t node = from; node != target; node = r->step[node].to) {
		struct step step = r->step[node];

		if (step.mentee != MATCH_NOBODY)
			moves[out->move_count++] = (struct match_move){ step.mentee, node == r->root ? MATCH_NOBODY : node,
				step.to == r->root ? MATCH_NOBODY : step.to };
	}
	out->moves = moves;
}

/* The edge of a mentee to a mentor; none: the number of all edges. */
static uint32_t
edge_of(const struct residual *r, uint32_t mentee, uint32_t mentor)
{
	uint32_t low = r->graph.start[mentee], high = r->graph.start[mentee + 1], end = high;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (r->graph.to[middle] < mentor)
			low = middle + 1;
		else
			high = middle;
	}
	return low < end && r->graph.to[low] == mentor ? low : r->graph.start[r->graph.mentees];
}

/* The best so far of one mentee, by loss, then place. */
struct best {
	uint32_t mentor[MATCH_ALTERNATIVES];
	int64_t loss[MATCH_ALTERNATIVES];
	uint8_t count;
};

static void
add_best(struct best *best, uint32_t mentor, int64_t loss)
{
	uint8_t place = best->count;

	while (place > 0 && (best->loss[place - 1] > loss || (best->loss[place - 1] == loss && best->mentor[place - 1] > mentor)))
		place--;
	if (place == MATCH_ALTERNATIVES)
		return;
	if (best->count < MATCH_ALTERNATIVES)
		best->count++;
	for (uint8_t p = (uint8_t)(best->count - 1); p > place; p--) {
		best->loss[p] = best->loss[p - 1];
		best->mentor[p] = best->mentor[p - 1];
	}
	best->loss[place] = loss;
	best->mentor[place] = mentor;
}

/* True if nothing farther than that can be among the best of any. */
static bool
are_done(const struct best *bests, uint32_t count, int64_t distance)
{
	for (uint32_t b = 0; b < count; b++)
		if (bests[b].count < MATCH_ALTERNATIVES || bests[b].loss[MATCH_ALTERNATIVES - 1] >= distance)
			return false;
	return true;
}

static void
keep_bests(struct residual *r, uint32_t mentee, uint32_t target, const struct best *best, struct match_explained *out)
{
	for (uint8_t a = 0; a < best->count; a++) {
		struct match_alternative *one = &out->alternatives[mentee][a];

		one->mentor = best->mentor[a];
		one->loss = match_loss_of(r->plan, best->loss[a]);
		read_moves(r, best->mentor[a], target, one);
	}
	out->alternative_count[mentee] = best->count;
}

/* The alternatives of all whom the target holds; of the root: of the unmatched. */
static void
explain_target(struct residual *r, uint32_t target, const uint32_t *people, uint32_t count, struct match_explained *out)
{
	struct arena *scratch;
	struct best *bests;

	arena_open((size_t)(count + 1) * sizeof(struct best) + 4096, &scratch);
	bests = ARENA_MANY(scratch, (size_t)count + 1, struct best);
	reach(r, target, 0, (struct step){ target, MATCH_NOBODY });
	while (r->heap.count > 0) {
		uint32_t node = settle(r);
		int64_t distance = r->distance[node];

		if (are_done(bests, count, distance))
			break;
		for (uint32_t p = 0; p < count && node != r->root && node != target; p++) {
			uint32_t edge = edge_of(r, people[p], node);

			if (edge < r->graph.start[r->graph.mentees])
				add_best(&bests[p], node, distance + reduced(r, people[p], edge));
		}
		if (node == r->root)
			back_from_root(r, distance);
		else
			back_from_mentor(r, node, distance);
	}
	for (uint32_t p = 0; p < count; p++)
		keep_bests(r, people[p], target, &bests[p], out);
	forget(r);
	arena_close(&scratch);
}

/* --- from the root: what a seat more would bring --- */

static void
onward(struct residual *r, uint32_t node, uint32_t mentee, int64_t distance)
{
	for (uint32_t e = r->graph.start[mentee]; e < r->graph.start[mentee + 1]; e++)
		if (r->graph.to[e] != node)
			reach(r, r->graph.to[e], distance + reduced(r, mentee, e), (struct step){ node, mentee });
}

static void
explain_seats(struct residual *r, struct match_explained *out)
{
	const struct match_graph *g = &r->graph;

	for (uint32_t j = 0; j < g->mentors; j++)
		if (held_count(r, j) > 0)
			reach(r, j, r->plan->mentor_duals[j], (struct step){ r->root, MATCH_NOBODY });
	for (uint32_t i = 0; i < g->mentees; i++)
		if (r->plan->mentor_of[i] == MATCH_NOBODY)
			onward(r, r->root, i, 0);
	while (r->heap.count > 0) {
		uint32_t node = settle(r);

		for (uint32_t h = r->held_start[node]; h < r->held_start[node + 1]; h++)
			onward(r, node, r->held[h], r->distance[node]);
	}
	for (uint32_t i = 0; i < g->mentees; i++) {
		uint32_t j = r->plan->mentor_of[i];

		out->spare[i] = is_pinned(r, i) ? FAR : r->plan->mentee_duals[i] + (j == MATCH_NOBODY ? 0 : r->distance[j]);
	}
	forget(r);
}

/* By rows, so that mentors without any seat have a price as well. */
static void
find_prices(struct residual *r, const struct match_cohort *c, struct match_explained *out)
{
	struct arena *scratch;
	int64_t *gain;
	size_t block = 0;

	arena_open((c->mentors.count + 1) * sizeof(int64_t) + 4096, &scratch);
	gain = ARENA_MANY(scratch, c->mentors.count + 1, int64_t);
	for (size_t i = 0; i < c->row_count; i++) {
		const struct match_row *row = &c->rows[i];
		int64_t one = r->graph.scale.base + row->score - out->spare[row->mentee];

		while (block < c->block_count && (c->blocks[block].mentee < row->mentee
		    || (c->blocks[block].mentee == row->mentee && c->blocks[block].mentor < row->mentor)))
			block++;
		if (block < c->block_count && c->blocks[block].mentee == row->mentee && c->blocks[block].mentor == row->mentor)
			continue;
		if (one > gain[row->mentor])
			gain[row->mentor] = one;
	}
	for (size_t j = 0; j < c->mentors.count; j++) {
		struct match_worth loss = match_loss_of(r->plan, -gain[j]);

		out->prices[j] = (struct match_worth){ -loss.matched, -loss.score };
	}
	arena_close(&scratch);
}

bool
match_explain(struct arena *arena, const struct match_cohort *cohort, const struct match_plan *plan, const struct match_control *control,
    struct match_explained *out)
{
	struct residual r = { .arena = arena, .plan = plan };
	uint32_t *waiting = ARENA_MANY(arena, cohort->mentees.count + 1, uint32_t), waiting_count = 0;

	out->alternatives = arena_take_many(arena, cohort->mentees.count + 1, sizeof(out->alternatives[0]));
	out->alternative_count = ARENA_MANY(arena, cohort->mentees.count + 1, uint8_t);
	out->prices = ARENA_MANY(arena, cohort->mentors.count + 1, struct match_worth);
	out->spare = ARENA_MANY(arena, cohort->mentees.count + 1, int64_t);
	check(residual(&r, cohort));
	for (uint32_t i = 0; i < r.graph.mentees; i++)
		if (plan->mentor_of[i] == MATCH_NOBODY)
			waiting[waiting_count++] = i;
	for (uint32_t j = 0; j < r.graph.mentors; j++) {
		if (control != NULL && control->stops != NULL && control->stops(control->self, j, r.graph.mentors + 1))
			return false;
		if (held_count(&r, j) > 0)
			explain_target(&r, j, &r.held[r.held_start[j]], held_count(&r, j), out);
	}
	explain_target(&r, r.root, waiting, waiting_count, out);
	explain_seats(&r, out);
	find_prices(&r, cohort, out);
	return true;
}
