/* Who mentors whom in a cohort (MATCHING.md 3.2), with the certificate of it. */
#ifndef ENGINE_PAIRS_H
#define ENGINE_PAIRS_H

#include "engine/cohort.h"
#include "engine/control.h"
#include "engine/phase.h"

struct arena;

/* What the solvers and the checker call B, W: one level above all scores, so that one more pair outweighs any score. */
struct match_scale {
	int64_t score_most;           /* S: the largest of all rows supplied, at least 1 */
	int64_t base;                 /* B = 1 + n·S */
};

/* False if n·(B + S) passes 2^53. */
bool match_scale(const struct match_cohort *, struct match_scale *);

/* A plan; everything in it lies in the arena that the solver was given. */
struct match_plan {
	uint32_t *mentor_of;          /* of each mentee, pins included, or MATCH_NOBODY */
	size_t matched;
	int64_t score;                /* of all pairs; a pin without a row counts 0 */
	int64_t base;
	int64_t primal, dual;         /* the two sides of 5.7: they are equal */
	int64_t *mentee_duals, *mentor_duals;
	const struct match_phase *phases;     /* of mode leximin alone, which has none of the four before */
	size_t phase_count;
};

/* mode total: the most pairs; among those the largest sum of scores; ties fall as in docs/decisions/0030-engine.md. Takes at most
 * match_total_bytes() from the arena: below 24 bytes a row, 200 a person and a mebibyte. Time O(n·rows·log mentors). */
enum match_end match_total(struct arena *, const struct match_cohort *, const struct match_control *, struct match_plan *);
size_t match_total_bytes(const struct match_cohort *);

/* mode stable: no mentee and mentor would both rather have each other (ties do not count); among such plans a large one: at least as large as plain
 * deferred acceptance makes it, and two thirds of the largest there is. Not the largest: that is NP-hard. The duals, primal and dual are not set.
 * At most match_stable_bytes() of the arena. Time O(rows · seats of a mentor), and a sort of each mentee's rows. */
enum match_end match_stable(struct arena *, const struct match_cohort *, const struct match_control *, struct match_plan *);
size_t match_stable_bytes(const struct match_cohort *);

/* mode leximin: the most pairs; then the worst of them as good as possible, then the next, and so on. A run of total's kind for each level that the
 * plan so far has, so at most one a mentee; takes at most match_leximin_bytes() and 16 bytes for each dual of the certificate. */
enum match_end match_leximin(struct arena *, const struct match_cohort *, const struct match_control *, struct match_plan *);
size_t match_leximin_bytes(const struct match_cohort *);

#endif
