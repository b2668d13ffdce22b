/* Why a plan of pairs is as it is (MATCHING.md 6): what other choices would lose, and what one more seat would bring. All are exact: the residual graph of the
 * optimum with the certificate's duals, in which nothing costs less than 0, answers each by a shortest path. */
#ifndef ENGINE_EXPLAIN_H
#define ENGINE_EXPLAIN_H

#include "engine/pairs.h"

enum { MATCH_ALTERNATIVES = 4 };

/* Pairs and score; the score may be below 0 where pairs are not. */
struct match_worth {
	int64_t matched, score;
};

struct match_move {
	uint32_t mentee, from, to;    /* mentors, or MATCH_NOBODY */
};

/* A mentee forced to another mentor: what all together lose, and who moves (the mentee's own move is not named). */
struct match_alternative {
	uint32_t mentor;
	struct match_worth loss;
	const struct match_move *moves;
	size_t move_count;
};

struct match_explained {
	/* Of each mentee without a pin, the mentors of least loss, but for the plan's own: those of equal loss by place. */
	struct match_alternative (*alternatives)[MATCH_ALTERNATIVES];
	uint8_t *alternative_count;
	struct match_worth *prices;   /* of each mentor: what one more seat there would bring */
	int64_t *spare;               /* of each mentee: a new mentor who weighs W to them brings W less this, or nothing */
};

/* plan: of mode total, with its duals. Time: a shortest path search a mentor, that ends early as a rule. False: stopped. */
bool match_explain(struct arena *, const struct match_cohort *, const struct match_plan *, const struct match_control *, struct match_explained *);

/* A gain or a loss of value as pairs and score, for a plan worth `value` (of the pairs without pins). */
struct match_worth match_loss_of(const struct match_plan *, int64_t loss);

#endif
