/* The heaviest choice of edges on a graph: at most one a mentee, at most its seats a mentor. An edge weighs its score and the bonuses of both ends. */
#ifndef ENGINE_FLOW_H
#define ENGINE_FLOW_H

#include "engine/graph.h"

struct match_flow;

/* Room for runs on that graph; its edges may become fewer between two runs, and bonuses others. mentor_bonus: NULL for none. */
struct match_flow *match_flow(struct arena *, const struct match_graph *, const int64_t *mentee_bonus, const int64_t *mentor_bonus);

/* One run, from nothing. False: stopped. */
bool match_flow_run(struct match_flow *, const struct match_control *);

/* Of the last run: the mentor of each mentee, or MATCH_NOBODY; and the duals less the bonuses, so that on every edge the two are together at least
 * its score, and as much where it was chosen. */
const uint32_t *match_flow_mates(const struct match_flow *);
int64_t *match_flow_mentee_duals(struct match_flow *);
int64_t *match_flow_mentor_duals(struct match_flow *);

#endif
