/* mode stable: mentees propose, mentors hold whom they like best so far. With ties on both sides a plan's size depends on how they are broken, so this is
 * Király's local variant ("Linear time local approximation algorithm for maximum stable marriage", Algorithms 6, 2013), with seats:
 * among equals a mentee asks whoever has a seat first; holds such a seat provisionally while another equal has one, and gives it to anybody who asks;
 * and who was refused by all asks all once more, and then wins ties. Plain deferred acceptance is run as well, and the larger plan kept. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "engine/graph.h"

enum { STEPS_BETWEEN = 1 << 16, UNWISHED = 99, KEYS_A_PLACE = 4096, MENTEE_STEP = 500, MENTOR_STEP = 1000 };
#define REFUSED (INT32_C(1) << 30)    /* in an edge's mentor_key: this mentee need not ask there again */
#define NONE UINT32_MAX

/* Smaller keys are liked better. */
struct edge {
	int32_t mentee_key, mentor_key;
	uint32_t mentor;
};

/* Where a mentee is in the own list: in the run of equals from first to before behind. */
struct asker {
	uint32_t first, behind;
	uint32_t free;                /* next of the run that may have a seat */
	uint32_t other;               /* next of the run behind free that may have a seat, once one is held */
	uint32_t full;                /* next of the run to be asked although full */
	uint32_t mate;                /* edge, or NONE */
	uint32_t level;               /* 1: asks once more, and wins ties */
};

struct round {
	const struct match_graph *graph;
	struct edge *edges;
	struct asker *askers;
	uint32_t *held_start, *held, *used;
	bool *is_settled;             /* of each mentor: nobody provisional can be held there any more */
	uint32_t *stack, stack_count;
	bool is_plain;                /* plain deferred acceptance: no provisional seats, no second try, ties by id */
	size_t steps;
};

static int32_t
wish_place(const struct match_person *one, uint32_t other)
{
	for (uint32_t r = 0; r < one->wish_count; r++)
		if (one->wishes[r] == other)
			return (int32_t)r;
	return UNWISHED;
}

static int
better_first(const void *left, const void *right)
{
	const struct edge *a = left, *b = right;

	if (a->mentee_key != b->mentee_key)
		return a->mentee_key < b->mentee_key ? -1 : 1;
	return a->mentor < b->mentor ? -1 : 1;
}

static void
make_edges(struct round *round, const struct match_cohort *cohort)
{
	const struct match_graph *g = round->graph;

	for (uint32_t i = 0; i < g->mentees; i++) {
		for (uint32_t e = g->start[i]; e < g->start[i + 1]; e++) {
			struct edge *edge = &round->edges[e];

			edge->mentor = g->to[e];
			edge->mentee_key = (wish_place(&cohort->mentees.at[i], edge->mentor) + 1) * KEYS_A_PLACE - g->score[e] / MENTEE_STEP;
			edge->mentor_key = (wish_place(&cohort->mentors.at[edge->mentor], i) + 1) * KEYS_A_PLACE - g->score[e] / MENTOR_STEP;
		}
		qsort(&round->edges[g->start[i]], g->start[i + 1] - g->start[i], sizeof(round->edges[0]), better_first);
	}
}

static void
make_round(struct round *round, struct arena *arena, const struct match_cohort *cohort, const struct match_graph *graph)
{
	size_t mentees = (size_t)graph->mentees + 1, mentors = (size_t)graph->mentors + 1;
	uint32_t total = 0;

	*round = (struct round){ .graph = graph };
	round->edges = ARENA_MANY(arena, (size_t)graph->start[graph->mentees] + 1, struct edge);
	round->askers = ARENA_MANY(arena, mentees, struct asker);
	round->stack = ARENA_MANY(arena, mentees, uint32_t);
	round->held_start = ARENA_MANY(arena, mentors, uint32_t);
	round->used = ARENA_MANY(arena, mentors, uint32_t);
	round->is_settled = ARENA_MANY(arena, mentors, bool);
	for (uint32_t e = 0; e < graph->start[graph->mentees]; e++)
		round->used[graph->to[e]]++;
	for (uint32_t j = 0; j < graph->mentors; j++) {
		round->held_start[j] = total;
		total += round->used[j] < (uint32_t)graph->seats[j] ? round->used[j] : (uint32_t)graph->seats[j];
	}
	round->held = ARENA_MANY(arena, (size_t)total + 1, uint32_t);
	make_edges(round, cohort);
}

static bool
is_full(const struct round *round, uint32_t mentor)
{
	return round->used[mentor] == (uint32_t)round->graph->seats[mentor];
}

/* The run of equals that begins at an edge. */
static void
begin_run(struct round *round, uint32_t mentee, uint32_t first)
{
	struct asker *a = &round->askers[mentee];
	uint32_t end = round->graph->start[mentee + 1];

	a->first = a->full = a->free = a->other = a->behind = first;
	while (a->behind < end && round->edges[a->behind].mentee_key == round->edges[first].mentee_key)
		a->behind++;
	if (round->is_plain)
		a->free = a->behind;
	round->steps += a->behind - first + 1;
}

/* All refused: once more from the start, with priority among equals. False if that has been, too. */
static bool
begin_again(struct round *round, uint32_t mentee)
{
	struct asker *a = &round->askers[mentee];

	if (a->level == 1 || round->is_plain)
		return false;
	a->level = 1;
	for (uint32_t e = round->graph->start[mentee]; e < round->graph->start[mentee + 1]; e++)
		round->edges[e].mentor_key &= ~REFUSED;
	begin_run(round, mentee, round->graph->start[mentee]);
	return true;
}

/* Holds a seat while another of the same run has one free. */
static bool
is_provisional(struct round *round, uint32_t mentee)
{
	struct asker *a = &round->askers[mentee];

	if (a->mate != a->free)
		return false;
	while (a->other < a->behind && is_full(round, round->edges[a->other].mentor))
		a->other++;
	return a->other < a->behind;
}

/* Whether the mentor of both edges likes the first mentee less. */
static bool
is_worse(const struct round *round, uint32_t a, uint32_t edge_a, uint32_t b, uint32_t edge_b)
{
	int32_t key_a = round->edges[edge_a].mentor_key, key_b = round->edges[edge_b].mentor_key;

	if (key_a != key_b)
		return key_a > key_b;
	return round->askers[a].level < round->askers[b].level;
}

/* Whom the mentor would let go first, as a place among the held; provisional ones alone, if asked so. NONE if there is nobody. */
static uint32_t
first_to_go(struct round *round, uint32_t mentor, bool is_provisional_only)
{
	const uint32_t *held = &round->held[round->held_start[mentor]];
	uint32_t worst = NONE;

	for (uint32_t k = 0; k < round->used[mentor]; k++) {
		uint32_t edge = round->askers[held[k]].mate, other;

		if (is_provisional_only && !is_provisional(round, held[k]))
			continue;
		other = worst == NONE ? NONE : round->askers[held[worst]].mate;
		if (worst == NONE || is_worse(round, held[k], edge, held[worst], other)
		    || (!is_worse(round, held[worst], other, held[k], edge) && held[k] > held[worst]))
			worst = k;
	}
	round->steps += round->used[mentor];
	return worst;
}

static void
replace(struct round *round, uint32_t mentor, uint32_t place, uint32_t mentee, uint32_t edge)
{
	uint32_t *held = &round->held[round->held_start[mentor]];

	round->askers[held[place]].mate = NONE;
	round->stack[round->stack_count++] = held[place];
	held[place] = mentee;
	round->askers[mentee].mate = edge;
}

/* Asks a mentor who is full. True: is held now. */
static bool
ask_full(struct round *round, uint32_t mentee, uint32_t edge)
{
	uint32_t mentor = round->edges[edge].mentor, place = NONE, held, mate;

	if (!round->is_plain && !round->is_settled[mentor])
		place = first_to_go(round, mentor, true);
	if (place != NONE) {
		replace(round, mentor, place, mentee, edge);
		return true;
	}
	round->is_settled[mentor] = true;
	place = first_to_go(round, mentor, false);
	held = round->held[round->held_start[mentor] + place];
	mate = round->askers[held].mate;
	if (is_worse(round, held, mate, mentee, edge)
	    || (round->is_plain && !is_worse(round, mentee, edge, held, mate) && mentee < held)) {
		replace(round, mentor, place, mentee, edge);
		round->edges[mate].mentor_key |= REFUSED;
		return true;
	}
	round->edges[edge].mentor_key |= REFUSED;
	return false;
}

/* A mentor of the run who has a seat, if there is one. True: is held now. */
static bool
ask_free(struct round *round, uint32_t mentee)
{
	struct asker *a = &round->askers[mentee];
	uint32_t mentor;

	while (a->free < a->behind && is_full(round, round->edges[a->free].mentor))
		a->free++;
	if (a->free == a->behind)
		return false;
	mentor = round->edges[a->free].mentor;
	round->held[round->held_start[mentor] + round->used[mentor]++] = mentee;
	a->mate = a->free;
	a->other = a->free + 1;
	return true;
}

/* Asks along the list until somebody holds the mentee, or all have refused. */
static void
ask(struct round *round, uint32_t mentee)
{
	struct asker *a = &round->askers[mentee];
	uint32_t end = round->graph->start[mentee + 1];

	for (;;) {
		if (ask_free(round, mentee))
			return;
		while (a->full < a->behind && (round->edges[a->full].mentor_key & REFUSED) != 0)
			a->full++;
		if (a->full < a->behind) {
			uint32_t mentor = round->edges[a->full].mentor;

			if (is_full(round, mentor)) {
				if (ask_full(round, mentee, a->full))
					return;
				continue;
			}
			round->held[round->held_start[mentor] + round->used[mentor]++] = mentee;    /* in a plain round alone */
			a->mate = a->full;
			return;
		}
		if (a->behind < end)
			begin_run(round, mentee, a->behind);
		else if (!begin_again(round, mentee))
			return;
	}
}

/* A whole round, from nobody held. False: stopped. */
static bool
run(struct round *round, bool is_plain, const struct match_control *control)
{
	const struct match_graph *g = round->graph;

	round->is_plain = is_plain;
	memset(round->used, 0, g->mentors * sizeof(round->used[0]));
	memset(round->is_settled, 0, g->mentors * sizeof(round->is_settled[0]));
	for (uint32_t e = 0; e < g->start[g->mentees]; e++)
		round->edges[e].mentor_key &= ~REFUSED;
	for (uint32_t i = 0; i < g->mentees; i++) {
		round->askers[i] = (struct asker){ .mate = NONE };
		if (g->start[i] == g->start[i + 1])
			continue;
		begin_run(round, i, g->start[i]);
		round->stack[round->stack_count++] = i;
		while (round->stack_count > 0)
			ask(round, round->stack[--round->stack_count]);
		if (round->steps < STEPS_BETWEEN || control == NULL || control->stops == NULL)
			continue;
		round->steps = 0;
		if (control->stops(control->self, i, g->mentees))
			return false;
	}
	return true;
}

/* The mentor of each mentee after a round; returns how many have one. */
static size_t
read_round(const struct round *round, uint32_t *chosen)
{
	size_t matched = 0;

	for (uint32_t i = 0; i < round->graph->mentees; i++) {
		uint32_t mate = round->askers[i].mate;

		chosen[i] = round->graph->start[i] == round->graph->start[i + 1] || mate == NONE ? MATCH_NOBODY : round->edges[mate].mentor;
		matched += chosen[i] != MATCH_NOBODY;
	}
	return matched;
}

size_t
match_stable_bytes(const struct match_cohort *cohort)
{
	/* rows: to, score, an edge of 12, held; mentees: start, pinned_to, an asker of 28, stack, mentor_of, two plans */
	return cohort->row_count * 24 + cohort->mentees.count * 64 + cohort->mentors.count * 32 + 4096;
}

enum match_end
match_stable(struct arena *arena, const struct match_cohort *cohort, const struct match_control *control, struct match_plan *plan)
{
	uint32_t *plain, *local;
	struct match_graph graph;
	struct round round;
	size_t plain_count;

	if (control != NULL && control->memory_limit > 0 && match_stable_bytes(cohort) > control->memory_limit)
		return MATCH_NO_ROOM;
	if (!match_graph(arena, cohort, &graph))
		return MATCH_TOO_LARGE;
	make_round(&round, arena, cohort, &graph);
	plain = ARENA_MANY(arena, (size_t)graph.mentees + 1, uint32_t);
	local = ARENA_MANY(arena, (size_t)graph.mentees + 1, uint32_t);
	if (!run(&round, true, control))
		return MATCH_STOPPED;
	plain_count = read_round(&round, plain);
	if (!run(&round, false, control))
		return MATCH_STOPPED;
	match_plan_fill(arena, cohort, &graph, read_round(&round, local) < plain_count ? plain : local, plan);
	return MATCH_DONE;
}
