/* The certificate of mode leximin: data that the solver writes and the checker reads. */
#ifndef ENGINE_PHASE_H
#define ENGINE_PHASE_H

#include <stddef.h>
#include <stdint.h>

enum { MATCH_ALL_LEVELS = -1 };

/* A step of the proof of mode leximin (5.7): on the plans that earlier phases left, the most pairs, or the fewest pairs of a level. */
struct match_dual {
	uint32_t node;                /* place of a mentee; or of a mentor, after all mentees */
	int64_t value;                /* never 0 */
};
struct match_phase {
	int64_t level;                /* a score; MATCH_ALL_LEVELS: pairs of any */
	int64_t value;                /* how many pairs, pins not counted */
	const struct match_dual *duals;
	size_t dual_count;
};

#endif
