/* mode leximin on optimal faces (MATCHING.md 5.3). Phase 0 has the most pairs; each level from the worst one has, on the plans that are left, the fewest pairs
 * of that score. After a phase only edges without reduced cost stay, and whoever has a dual must be matched, or full, from then on. Thresholds
 * with fixed bottleneck pairs would be simpler and wrong where there are ties. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/flow.h"

struct faces {
	struct arena *arena;
	struct match_graph *graph;    /* of the edges that are left; its scores are what the phase under way counts */
	struct match_flow *flow;
	uint32_t *rank;               /* of each edge: which level it has */
	int32_t *levels;              /* from the worst; level_count of them */
	uint32_t level_count;
	uint32_t *left, *used;        /* edges of each level that are left, and that the plan has */
	bool *is_dead;                /* levels whose edges are to go with the next sweep */
	size_t edges, matched;
	int64_t *mentee_bonus, *mentor_bonus, bonus;
	struct match_phase *phases;
	size_t phase_count;
};

static int
by_number(const void *left, const void *right)
{
	int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;

	return (a > b) - (a < b);
}

static uint32_t
rank_of(const struct faces *f, int32_t level)
{
	uint32_t low = 0, high = f->level_count;

	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;

		if (f->levels[middle] <= level)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static void
find_levels(struct faces *f)
{
	const struct match_graph *g = f->graph;

	f->levels = ARENA_MANY(f->arena, f->edges + 1, int32_t);
	f->rank = ARENA_MANY(f->arena, f->edges + 1, uint32_t);
	memcpy(f->levels, g->score, f->edges * sizeof(f->levels[0]));
	qsort(f->levels, f->edges, sizeof(f->levels[0]), by_number);
	for (size_t i = 0; i < f->edges; i++)
		if (f->level_count == 0 || f->levels[f->level_count - 1] != f->levels[i])
			f->levels[f->level_count++] = f->levels[i];
	f->left = ARENA_MANY(f->arena, f->level_count + 1, uint32_t);
	f->used = ARENA_MANY(f->arena, f->level_count + 1, uint32_t);
	f->is_dead = ARENA_MANY(f->arena, f->level_count + 1, bool);
	f->phases = ARENA_MANY(f->arena, f->level_count + 1, struct match_phase);
	for (size_t e = 0; e < f->edges; e++) {
		f->rank[e] = rank_of(f, g->score[e]);
		f->left[f->rank[e]]++;
	}
}

/* Which edges stay: those of a level that is not dead, and after a run those without reduced cost. */
static void
sweep(struct faces *f, bool is_after_run)
{
	struct match_graph *g = f->graph;
	const int64_t *u = match_flow_mentee_duals(f->flow), *v = match_flow_mentor_duals(f->flow);
	uint32_t count = 0;

	memset(f->left, 0, f->level_count * sizeof(f->left[0]));
	for (uint32_t i = 0, e = 0; i < g->mentees; i++) {
		uint32_t behind = g->start[i + 1];

		for (g->start[i] = count; e < behind; e++) {
			if (f->is_dead[f->rank[e]] || (is_after_run && u[i] + v[g->to[e]] != g->score[e]))
				continue;
			g->to[count] = g->to[e];
			f->rank[count] = f->rank[e];
			f->left[f->rank[count++]]++;
		}
	}
	g->start[g->mentees] = count;
	f->edges = count;
}

/* What the phase counts: every pair, or, with a minus, those of a level. */
static void
set_scores(struct faces *f, int64_t rank)
{
	for (size_t e = 0; e < f->edges; e++)
		f->graph->score[e] = rank < 0 ? 1 : f->rank[e] == (uint32_t)rank ? -1 : 0;
}

/* Who has a dual must be saturated: a bonus above anything that a phase counts. */
static void
bind_nodes(struct faces *f)
{
	const int64_t *u = match_flow_mentee_duals(f->flow), *v = match_flow_mentor_duals(f->flow);

	for (uint32_t i = 0; i < f->graph->mentees; i++)
		if (u[i] != 0)
			f->mentee_bonus[i] = f->bonus;
	for (uint32_t j = 0; j < f->graph->mentors; j++)
		if (v[j] != 0)
			f->mentor_bonus[j] = f->bonus;
}

static size_t
count_duals(const int64_t *duals, uint32_t count)
{
	size_t found = 0;

	for (uint32_t i = 0; i < count; i++)
		found += duals[i] != 0;
	return found;
}

/* The phase's duals, those that are not 0. */
static void
write_duals(struct faces *f, struct match_phase *phase)
{
	const struct match_graph *g = f->graph;
	const int64_t *u = match_flow_mentee_duals(f->flow), *v = match_flow_mentor_duals(f->flow);
	size_t count = count_duals(u, g->mentees) + count_duals(v, g->mentors), at = 0;
	struct match_dual *duals = ARENA_MANY(f->arena, count + 1, struct match_dual);

	for (uint32_t i = 0; i < g->mentees; i++)
		if (u[i] != 0)
			duals[at++] = (struct match_dual){ i, u[i] };
	for (uint32_t j = 0; j < g->mentors; j++)
		if (v[j] != 0)
			duals[at++] = (struct match_dual){ g->mentees + j, v[j] };
	phase->duals = duals;
	phase->dual_count = count;
}

/* How many pairs of each level the plan has now. */
static void
count_used(struct faces *f)
{
	const struct match_graph *g = f->graph;
	const uint32_t *mates = match_flow_mates(f->flow);

	memset(f->used, 0, f->level_count * sizeof(f->used[0]));
	f->matched = 0;
	for (uint32_t i = 0; i < g->mentees; i++)
		for (uint32_t e = g->start[i]; e < g->start[i + 1]; e++)
			if (g->to[e] == mates[i]) {
				f->used[f->rank[e]]++;
				f->matched++;
			}
}

/* A run for that level, or for pairs of any; then the smaller face. False: stopped. */
static bool
run_phase(struct faces *f, int64_t rank, const struct match_control *control)
{
	struct match_phase *phase = &f->phases[f->phase_count];

	set_scores(f, rank);
	if (!match_flow_run(f->flow, control))
		return false;
	write_duals(f, phase);
	sweep(f, true);
	bind_nodes(f);
	count_used(f);
	phase->level = rank < 0 ? MATCH_ALL_LEVELS : f->levels[rank];
	phase->value = rank < 0 ? (int64_t)f->matched : (int64_t)f->used[rank];
	f->phase_count++;
	return true;
}

/* One level: nothing to do, known without a run, or a run. */
static bool
settle_level(struct faces *f, uint32_t rank, const struct match_control *control)
{
	if (f->left[rank] == 0 || f->left[rank] == f->edges)
		return true;
	if (f->used[rank] == 0) {     /* the plan has none of it: fewer there cannot be, and no edge of it is needed */
		f->phases[f->phase_count++] = (struct match_phase){ .level = f->levels[rank] };
		f->is_dead[rank] = true;
		f->edges -= f->left[rank];
		f->left[rank] = 0;
		return true;
	}
	sweep(f, false);
	return run_phase(f, rank, control);
}

size_t
match_leximin_bytes(const struct match_cohort *cohort)
{
	/* rows: to, score, rank, level, held, and each level's 9 bytes and phase, of which there are at most as many as rows */
	return cohort->row_count * 64 + cohort->mentees.count * 56 + cohort->mentors.count * 104 + 4096;
}

static bool
passes_limit(const struct faces *f, size_t before, const struct match_control *control)
{
	return control != NULL && control->memory_limit > 0 && arena_used(f->arena) - before > control->memory_limit;
}

enum match_end
match_leximin(struct arena *arena, const struct match_cohort *cohort, const struct match_control *control, struct match_plan *plan)
{
	struct match_graph graph;
	struct faces f = { .arena = arena, .graph = &graph };
	size_t before = arena_used(arena);

	if (control != NULL && control->memory_limit > 0 && match_leximin_bytes(cohort) > control->memory_limit)
		return MATCH_NO_ROOM;
	if (!match_graph(arena, cohort, &graph))
		return MATCH_TOO_LARGE;
	f.edges = graph.start[graph.mentees];
	f.bonus = (int64_t)graph.mentees + 1;
	f.mentee_bonus = ARENA_MANY(arena, (size_t)graph.mentees + 1, int64_t);
	f.mentor_bonus = ARENA_MANY(arena, (size_t)graph.mentors + 1, int64_t);
	find_levels(&f);
	f.flow = match_flow(arena, &graph, f.mentee_bonus, f.mentor_bonus);
	if (!run_phase(&f, -1, control))
		return MATCH_STOPPED;
	for (uint32_t rank = 0; rank < f.level_count && f.edges > f.matched; rank++) {
		if (!settle_level(&f, rank, control))
			return MATCH_STOPPED;
		if (passes_limit(&f, before, control))
			return MATCH_NO_ROOM;
	}
	match_plan_fill(arena, cohort, &graph, match_flow_mates(f.flow), plan);
	plan->phases = f.phases;
	plan->phase_count = f.phase_count;
	return MATCH_DONE;
}
