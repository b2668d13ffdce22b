/* mode total: an edge weighs B and its score, so the heaviest choice has the most pairs, and then the largest sum. */
#include "base/arena.h"
#include "base/check.h"
#include "engine/flow.h"

size_t
match_total_bytes(const struct match_cohort *cohort)
{
	/* rows: to, score, held; mentees and mentors: at most 14 words each; the rest rounds up */
	return cohort->row_count * 12 + cohort->mentees.count * 56 + cohort->mentors.count * 96 + 4096;
}

static int64_t
dual_of(const struct match_graph *g, const int64_t *u, const int64_t *v)
{
	int64_t dual = 0;

	for (uint32_t i = 0; i < g->mentees; i++)
		dual += u[i];
	for (uint32_t j = 0; j < g->mentors; j++)
		dual += g->seats[j] * v[j];
	return dual;
}

enum match_end
match_total(struct arena *arena, const struct match_cohort *cohort, const struct match_control *control, struct match_plan *plan)
{
	struct match_graph graph;
	struct match_flow *flow;
	int64_t *bonus;

	if (control != NULL && control->memory_limit > 0 && match_total_bytes(cohort) > control->memory_limit)
		return MATCH_NO_ROOM;
	if (!match_graph(arena, cohort, &graph))
		return MATCH_TOO_LARGE;
	bonus = ARENA_MANY(arena, (size_t)graph.mentees + 1, int64_t);
	for (uint32_t i = 0; i < graph.mentees; i++)
		bonus[i] = graph.scale.base;
	flow = match_flow(arena, &graph, bonus, NULL);
	if (!match_flow_run(flow, control))
		return MATCH_STOPPED;
	match_plan_fill(arena, cohort, &graph, match_flow_mates(flow), plan);
	plan->mentee_duals = match_flow_mentee_duals(flow);
	plan->mentor_duals = match_flow_mentor_duals(flow);
	for (uint32_t i = 0; i < graph.mentees; i++)
		plan->mentee_duals[i] += bonus[i];
	plan->dual = dual_of(&graph, plan->mentee_duals, plan->mentor_duals);
	check(plan->primal == plan->dual);
	return MATCH_DONE;
}
