/* mode total: shortest augmenting paths on the graph of mentees and mentors, capacities native (no copy of a mentor a seat). Each mentee may
 * also stay unmatched, at weight 0, so one search a mentee settles both levels, and the duals that steer the searches are the certificate. */
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/graph.h"
#include "engine/heap.h"

enum { STEPS_BETWEEN = 1 << 16 };    /* edges looked at between two calls of the control: well below 50 ms */
#define FAR INT64_MAX

struct solver {
	const struct match_graph *graph;
	int64_t *u, *v;               /* duals */
	uint32_t *mate;               /* mentor of each mentee */
	uint32_t *held_start;         /* places of mentor j in held: from held_start[j], used[j] of them taken */
	uint32_t *held, *held_place, *used;
	/* of one search */
	int64_t *distance;            /* to each mentor, FAR where none was found */
	uint32_t *from;               /* the mentee before it on the path */
	struct match_heap heap;
	uint32_t *reached;            /* mentors with a distance, reached_count of them */
	uint32_t reached_count;
	uint32_t *closed;             /* those that the search went through, in order */
	uint32_t closed_count;
	int64_t best;                 /* length of the shortest path to an end so far */
	bool ends_unmatched;          /* that end: the mentee end stays unmatched, or the mentor end has a seat */
	uint32_t end;
	size_t steps;
};

size_t
match_total_bytes(const struct match_cohort *cohort)
{
	/* rows: to, score, held; mentees: start, pinned_to, u, mate, held_place, mentor_of; mentors: 14 words at most; the rest rounds up */
	return cohort->row_count * 12 + cohort->mentees.count * 48 + cohort->mentors.count * 96 + 4096;
}

/* Room for the mentees whom each mentor may hold at once. */
static void
make_places(struct solver *s, struct arena *arena)
{
	const struct match_graph *g = s->graph;
	uint32_t *degree = s->used, total = 0;

	for (uint32_t e = 0; e < g->start[g->mentees]; e++)
		degree[g->to[e]]++;
	for (uint32_t j = 0; j < g->mentors; j++) {
		s->held_start[j] = total;
		total += degree[j] < (uint32_t)g->seats[j] ? degree[j] : (uint32_t)g->seats[j];
		degree[j] = 0;
	}
	s->held = ARENA_MANY(arena, (size_t)total + 1, uint32_t);
}

static void
make(struct solver *s, struct arena *arena, const struct match_graph *graph)
{
	size_t mentees = (size_t)graph->mentees + 1, mentors = (size_t)graph->mentors + 1;

	*s = (struct solver){ .graph = graph };
	s->u = ARENA_MANY(arena, mentees, int64_t);
	s->v = ARENA_MANY(arena, mentors, int64_t);
	s->mate = ARENA_MANY(arena, mentees, uint32_t);
	s->held_place = ARENA_MANY(arena, mentees, uint32_t);
	s->held_start = ARENA_MANY(arena, mentors, uint32_t);
	s->used = ARENA_MANY(arena, mentors, uint32_t);
	s->distance = ARENA_MANY(arena, mentors, int64_t);
	s->from = ARENA_MANY(arena, mentors, uint32_t);
	s->reached = ARENA_MANY(arena, mentors, uint32_t);
	s->closed = ARENA_MANY(arena, mentors, uint32_t);
	s->heap = match_heap_new(arena, s->distance, graph->mentors);
	memset(s->mate, 0xff, mentees * sizeof(s->mate[0]));
	for (uint32_t j = 0; j < graph->mentors; j++)
		s->distance[j] = FAR;
	make_places(s, arena);
}

/* A mentor with a seat is an end of the path, one without is gone through. */
static void
reach(struct solver *s, uint32_t mentee, uint32_t mentor, int64_t length)
{
	if (s->distance[mentor] == FAR)
		s->reached[s->reached_count++] = mentor;
	s->distance[mentor] = length;
	s->from[mentor] = mentee;
	if (s->used[mentor] == (uint32_t)s->graph->seats[mentor]) {
		match_heap_put(&s->heap, mentor);
		return;
	}
	s->best = length;
	s->ends_unmatched = false;
	s->end = mentor;
}

/* Goes on from a mentee at that distance. */
static void
scan(struct solver *s, uint32_t mentee, int64_t distance)
{
	const struct match_graph *g = s->graph;
	int64_t before = distance + s->u[mentee] - g->scale.base;
	uint32_t first = g->start[mentee], behind = g->start[mentee + 1];

	if (distance + s->u[mentee] < s->best) {
		s->best = distance + s->u[mentee];
		s->ends_unmatched = true;
		s->end = mentee;
	}
	for (uint32_t e = first; e < behind; e++) {
		uint32_t mentor = g->to[e];
		int64_t length = before + s->v[mentor] - g->score[e];

		if (length < s->best && length < s->distance[mentor])
			reach(s, mentee, mentor, length);
	}
	s->steps += behind - first + 1;
}

/* Dijkstra from one mentee to the nearest end. */
static void
search(struct solver *s, uint32_t mentee)
{
	s->best = FAR;
	scan(s, mentee, 0);
	while (s->heap.count > 0 && s->distance[s->heap.at[0]] < s->best) {
		uint32_t mentor = match_heap_take(&s->heap);
		const uint32_t *held = &s->held[s->held_start[mentor]];

		s->closed[s->closed_count++] = mentor;
		for (uint32_t k = 0; k < s->used[mentor]; k++)
			scan(s, held[k], s->distance[mentor]);
	}
}

/* New duals: what the search went through stays tight, and the path to its end becomes so. */
static void
raise_duals(struct solver *s, uint32_t mentee)
{
	s->u[mentee] -= s->best;
	for (uint32_t c = 0; c < s->closed_count; c++) {
		uint32_t mentor = s->closed[c];
		int64_t by = s->best - s->distance[mentor];

		s->v[mentor] += by;
		for (uint32_t k = 0; k < s->used[mentor]; k++)
			s->u[s->held[s->held_start[mentor] + k]] -= by;
	}
}

static void
leave(struct solver *s, uint32_t mentee)
{
	uint32_t mentor = s->mate[mentee], *held = &s->held[s->held_start[mentor]];
	uint32_t place = s->held_place[mentee], last = held[--s->used[mentor]];

	held[place] = last;
	s->held_place[last] = place;
	s->mate[mentee] = MATCH_NOBODY;
}

static void
join(struct solver *s, uint32_t mentee, uint32_t mentor)
{
	s->held_place[mentee] = s->used[mentor];
	s->held[s->held_start[mentor] + s->used[mentor]++] = mentee;
	s->mate[mentee] = mentor;
}

/* Along the path from its end: each mentee on it takes the next mentor and leaves its own to the one before. */
static void
augment(struct solver *s, uint32_t source)
{
	uint32_t next = s->ends_unmatched ? MATCH_NOBODY : s->end;
	uint32_t mentee = s->ends_unmatched ? s->end : s->from[s->end];

	for (;;) {
		uint32_t left = s->mate[mentee];

		if (left != MATCH_NOBODY)
			leave(s, mentee);
		if (next != MATCH_NOBODY)
			join(s, mentee, next);
		if (mentee == source)
			return;
		next = left;
		mentee = s->from[left];
	}
}

static void
forget_search(struct solver *s)
{
	for (uint32_t r = 0; r < s->reached_count; r++)
		s->distance[s->reached[r]] = FAR;
	s->reached_count = 0;
	s->closed_count = 0;
	match_heap_empty(&s->heap);
}

/* The smallest dual that covers all of the mentee's edges. */
static int64_t
first_dual(const struct solver *s, uint32_t mentee)
{
	const struct match_graph *g = s->graph;
	int64_t u = 0;

	for (uint32_t e = g->start[mentee]; e < g->start[mentee + 1]; e++)
		if (g->scale.base + g->score[e] - s->v[g->to[e]] > u)
			u = g->scale.base + g->score[e] - s->v[g->to[e]];
	return u;
}

static bool
is_stopped(struct solver *s, const struct match_control *control, size_t done)
{
	if (s->steps < STEPS_BETWEEN || control == NULL || control->stops == NULL)
		return false;
	s->steps = 0;
	return control->stops(control->self, done, s->graph->mentees);
}

enum match_end
match_total(struct arena *arena, const struct match_cohort *cohort, const struct match_control *control, struct match_plan *plan)
{
	struct match_graph graph;
	struct solver s;

	if (control != NULL && control->memory_limit > 0 && match_total_bytes(cohort) > control->memory_limit)
		return MATCH_NO_ROOM;
	if (!match_graph(arena, cohort, &graph))
		return MATCH_TOO_LARGE;
	make(&s, arena, &graph);
	for (uint32_t i = 0; i < graph.mentees; i++) {
		s.u[i] = first_dual(&s, i);
		if (graph.start[i] < graph.start[i + 1]) {
			search(&s, i);
			raise_duals(&s, i);
			augment(&s, i);
			forget_search(&s);
		}
		if (is_stopped(&s, control, i))
			return MATCH_STOPPED;
	}
	match_plan_fill(arena, cohort, &graph, s.mate, plan);
	plan->mentee_duals = s.u;
	plan->mentor_duals = s.v;
	plan->dual = 0;
	for (uint32_t i = 0; i < graph.mentees; i++)
		plan->dual += s.u[i];
	for (uint32_t j = 0; j < graph.mentors; j++)
		plan->dual += graph.seats[j] * s.v[j];
	check(plan->primal == plan->dual);
	return MATCH_DONE;
}
