/* What is open for a solver, and from its choice to a plan. */
#include "engine/graph.h"

#include "base/arena.h"
#include "base/check.h"

#define EXACT_MOST (INT64_C(1) << 53)

bool
match_scale(const struct match_cohort *cohort, struct match_scale *scale)
{
	int64_t n = (int64_t)cohort->mentees.count;

	scale->score_most = 1;
	for (size_t i = 0; i < cohort->row_count; i++)
		if (cohort->rows[i].score > scale->score_most)
			scale->score_most = cohort->rows[i].score;
	scale->base = 1 + n * scale->score_most;
	return n * (scale->base + scale->score_most) <= EXACT_MOST;
}

static bool
is_before(const struct match_pin *a, const struct match_row *b)
{
	return a->mentee != b->mentee ? a->mentee < b->mentee : a->mentor < b->mentor;
}

/* Both are sorted, so one walk finds which rows are blocked. */
static void
add_edges(const struct match_cohort *cohort, struct match_graph *graph)
{
	uint32_t count = 0, mentee = 0;
	size_t block = 0;

	for (size_t i = 0; i < cohort->row_count; i++) {
		const struct match_row *row = &cohort->rows[i];

		while (mentee < row->mentee)
			graph->start[++mentee] = count;
		while (block < cohort->block_count && is_before(&cohort->blocks[block], row))
			block++;
		if (block < cohort->block_count && cohort->blocks[block].mentee == row->mentee && cohort->blocks[block].mentor == row->mentor)
			continue;
		if (graph->pinned_to[row->mentee] != MATCH_NOBODY || graph->seats[row->mentor] <= 0)
			continue;
		graph->to[count] = row->mentor;
		graph->score[count++] = row->score;
	}
	while (mentee < graph->mentees)
		graph->start[++mentee] = count;
}

bool
match_graph(struct arena *arena, const struct match_cohort *cohort, struct match_graph *graph)
{
	check(cohort->mentees.count <= MATCH_PEOPLE && cohort->mentors.count <= MATCH_PEOPLE && cohort->row_count <= MATCH_ROWS);
	*graph = (struct match_graph){ .mentees = (uint32_t)cohort->mentees.count, .mentors = (uint32_t)cohort->mentors.count };
	if (!match_scale(cohort, &graph->scale))
		return false;
	graph->start = ARENA_MANY(arena, cohort->mentees.count + 1, uint32_t);
	graph->to = ARENA_MANY(arena, cohort->row_count + 1, uint32_t);
	graph->score = ARENA_MANY(arena, cohort->row_count + 1, int32_t);
	graph->seats = ARENA_MANY(arena, cohort->mentors.count + 1, int32_t);
	graph->pinned_to = ARENA_MANY(arena, cohort->mentees.count + 1, uint32_t);
	for (size_t j = 0; j < cohort->mentors.count; j++)
		graph->seats[j] = match_capacity(&cohort->mentors.at[j]);
	for (size_t i = 0; i < cohort->mentees.count; i++)
		graph->pinned_to[i] = MATCH_NOBODY;
	for (size_t i = 0; i < cohort->pin_count; i++) {
		graph->pinned_to[cohort->pins[i].mentee] = cohort->pins[i].mentor;
		graph->seats[cohort->pins[i].mentor]--;
	}
	add_edges(cohort, graph);
	return true;
}

/* The score of the pair's row; 0 if there is none. */
static int32_t
row_score(const struct match_cohort *cohort, uint32_t mentee, uint32_t mentor)
{
	size_t low = 0, high = cohort->row_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct match_row *row = &cohort->rows[middle];

		if (row->mentee < mentee || (row->mentee == mentee && row->mentor < mentor))
			low = middle + 1;
		else
			high = middle;
	}
	return low < cohort->row_count && cohort->rows[low].mentee == mentee && cohort->rows[low].mentor == mentor ? cohort->rows[low].score : 0;
}

void
match_plan_fill(struct arena *arena, const struct match_cohort *cohort, const struct match_graph *graph, const uint32_t *chosen,
    struct match_plan *plan)
{
	plan->mentor_of = ARENA_MANY(arena, cohort->mentees.count + 1, uint32_t);
	plan->base = graph->scale.base;
	plan->matched = 0;
	plan->score = 0;
	plan->primal = 0;
	for (uint32_t i = 0; i < graph->mentees; i++) {
		bool is_pinned = graph->pinned_to[i] != MATCH_NOBODY;
		uint32_t mentor = is_pinned ? graph->pinned_to[i] : chosen[i];
		int32_t score = mentor == MATCH_NOBODY ? 0 : row_score(cohort, i, mentor);

		plan->mentor_of[i] = mentor;
		if (mentor == MATCH_NOBODY)
			continue;
		plan->matched++;
		plan->score += score;
		plan->primal += is_pinned ? 0 : graph->scale.base + score;
	}
}
