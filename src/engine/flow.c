/* Shortest augmenting paths on the graph of mentees and mentors, capacities native (no copy of a mentor a seat). Each mentee may also stay
 * unmatched, at weight 0, so one search a mentee is all there is, and the duals that steer the searches prove the result. */
#include "engine/flow.h"

#include <string.h>

#include "base/arena.h"
#include "engine/heap.h"

enum { STEPS_BETWEEN = 1 << 16 };    /* edges looked at between two calls of the control: well below 50 ms */
#define FAR INT64_MAX

struct match_flow {
	const struct match_graph *graph;
	const int64_t *mentee_bonus, *mentor_bonus;
	int64_t *u, *v;               /* duals less bonuses, so that an edge's weight is its score wherever they are added to it */
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

/* Room for the mentees whom each mentor may hold at once; returns how many all together. */
static uint32_t
make_places(struct match_flow *s)
{
	const struct match_graph *g = s->graph;
	uint32_t *degree = s->used, total = 0;

	memset(degree, 0, g->mentors * sizeof(degree[0]));
	for (uint32_t e = 0; e < g->start[g->mentees]; e++)
		degree[g->to[e]]++;
	for (uint32_t j = 0; j < g->mentors; j++) {
		s->held_start[j] = total;
		total += degree[j] < (uint32_t)g->seats[j] ? degree[j] : (uint32_t)g->seats[j];
		degree[j] = 0;
	}
	return total;
}

struct match_flow *
match_flow(struct arena *arena, const struct match_graph *graph, const int64_t *mentee_bonus, const int64_t *mentor_bonus)
{
	size_t mentees = (size_t)graph->mentees + 1, mentors = (size_t)graph->mentors + 1;
	struct match_flow *s = ARENA_NEW(arena, struct match_flow);

	*s = (struct match_flow){ .graph = graph, .mentee_bonus = mentee_bonus, .mentor_bonus = mentor_bonus };
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
	for (uint32_t j = 0; j < graph->mentors; j++)
		s->distance[j] = FAR;
	s->held = ARENA_MANY(arena, (size_t)make_places(s) + 1, uint32_t);
	return s;
}

/* A mentor with a seat is an end of the path, one without is gone through. */
static void
reach(struct match_flow *s, uint32_t mentee, uint32_t mentor, int64_t length)
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
scan(struct match_flow *s, uint32_t mentee, int64_t distance)
{
	const struct match_graph *g = s->graph;
	int64_t before = distance + s->u[mentee], alone = before + s->mentee_bonus[mentee];
	uint32_t first = g->start[mentee], behind = g->start[mentee + 1];

	if (alone < s->best) {
		s->best = alone;
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
search(struct match_flow *s, uint32_t mentee)
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
raise_duals(struct match_flow *s, uint32_t mentee)
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
leave(struct match_flow *s, uint32_t mentee)
{
	uint32_t mentor = s->mate[mentee], *held = &s->held[s->held_start[mentor]];
	uint32_t place = s->held_place[mentee], last = held[--s->used[mentor]];

	held[place] = last;
	s->held_place[last] = place;
	s->mate[mentee] = MATCH_NOBODY;
}

static void
join(struct match_flow *s, uint32_t mentee, uint32_t mentor)
{
	s->held_place[mentee] = s->used[mentor];
	s->held[s->held_start[mentor] + s->used[mentor]++] = mentee;
	s->mate[mentee] = mentor;
}

/* Along the path from its end: each mentee on it takes the next mentor and leaves its own to the one before. */
static void
augment(struct match_flow *s, uint32_t source)
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
forget_search(struct match_flow *s)
{
	for (uint32_t r = 0; r < s->reached_count; r++)
		s->distance[s->reached[r]] = FAR;
	s->reached_count = 0;
	s->closed_count = 0;
	match_heap_empty(&s->heap);
}

/* The smallest dual that covers all of the mentee's edges, less the bonus. */
static int64_t
first_dual(const struct match_flow *s, uint32_t mentee)
{
	const struct match_graph *g = s->graph;
	int64_t u = -s->mentee_bonus[mentee];

	for (uint32_t e = g->start[mentee]; e < g->start[mentee + 1]; e++)
		if (g->score[e] - s->v[g->to[e]] > u)
			u = g->score[e] - s->v[g->to[e]];
	return u;
}

static bool
is_stopped(struct match_flow *s, const struct match_control *control, size_t done)
{
	if (s->steps < STEPS_BETWEEN || control == NULL || control->stops == NULL)
		return false;
	s->steps = 0;
	return control->stops(control->self, done, s->graph->mentees);
}

bool
match_flow_run(struct match_flow *s, const struct match_control *control)
{
	const struct match_graph *g = s->graph;

	(void)make_places(s);
	for (uint32_t j = 0; j < g->mentors; j++)
		s->v[j] = s->mentor_bonus == NULL ? 0 : -s->mentor_bonus[j];
	for (uint32_t i = 0; i < g->mentees; i++) {
		s->mate[i] = MATCH_NOBODY;
		s->u[i] = first_dual(s, i);
		if (g->start[i] < g->start[i + 1]) {
			search(s, i);
			raise_duals(s, i);
			augment(s, i);
			forget_search(s);
		}
		if (is_stopped(s, control, i))
			return false;
	}
	return true;
}

const uint32_t *
match_flow_mates(const struct match_flow *s)
{
	return s->mate;
}

int64_t *
match_flow_mentee_duals(struct match_flow *s)
{
	return s->u;
}

int64_t *
match_flow_mentor_duals(struct match_flow *s)
{
	return s->v;
}
