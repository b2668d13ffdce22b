/* What is open for a solver: the snapshot without pinned mentees, taken seats, blocked pairs and mentors who are full. */
#ifndef ENGINE_GRAPH_H
#define ENGINE_GRAPH_H

#include "engine/pairs.h"

/* The edges of mentee i are those from start[i] to before start[i + 1], by mentor. */
struct match_graph {
	uint32_t mentees, mentors;
	uint32_t *start;
	uint32_t *to;
	int32_t *score;
	int32_t *seats;               /* of each mentor, after pins; 0: full */
	uint32_t *pinned_to;          /* of each mentee, or MATCH_NOBODY */
	struct match_scale scale;
};

/* False if the scale passes its limit. */
bool match_graph(struct arena *, const struct match_cohort *, struct match_graph *);

/* The pairs chosen and the pins, as a plan with its totals; its duals are left alone. chosen: a mentor for each mentee, or MATCH_NOBODY. */
void match_plan_fill(struct arena *, const struct match_cohort *, const struct match_graph *, const uint32_t *chosen, struct match_plan *);

#endif
