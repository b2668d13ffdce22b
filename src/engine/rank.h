/* Which mentors suit one mentee (MATCHING.md 3.1). */
#ifndef ENGINE_RANK_H
#define ENGINE_RANK_H

#include "engine/score.h"

struct arena;

enum match_tier { MATCH_COMPLETE, MATCH_PARTIAL, MATCH_UNSTATED };

/* What of a mentor changes from day to day, by place. */
struct match_load {
	int32_t open;                 /* matches now held */
	int64_t asked_us;             /* when they were asked last; 0: never */
};

struct match_ranked {
	uint32_t mentor;
	enum match_tier tier;
	int32_t score;
	int32_t parts[MATCH_PARTS];
};

struct match_rank_wish {
	uint32_t mentee;
	const struct match_load *loads;    /* of all mentors; NULL: nobody holds a match or was asked */
	size_t partial_below;              /* with fewer complete ones, partial ones follow */
	size_t top;                        /* the list is cut to so many */
};

/* The list, best first, in the arena; *count says how long. O(J) memory, one sort. */
const struct match_ranked *match_rank(struct arena *, const struct match_cohort *, const struct match_rules *, const struct match_rank_wish *,
    size_t *count);

#endif
