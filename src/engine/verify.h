/* Judges a plan from the snapshot and what its certificate states. Uses nothing of the solvers: only the data of cohort.h and phase.h. */
#ifndef ENGINE_VERIFY_H
#define ENGINE_VERIFY_H

#include "engine/cohort.h"
#include "engine/phase.h"

struct arena;

enum match_mode { MATCH_MODE_TOTAL, MATCH_MODE_STABLE, MATCH_MODE_LEXIMIN };
enum match_finding { MATCH_HOLDS, MATCH_FALSE, MATCH_UNCHECKED };

enum { MATCH_CLAIMS = 24 };

struct match_claim {
	struct str name;              /* "capacity" */
	enum match_finding finding;
	struct str words;             /* where it is false: a counter-example */
};

struct match_report {
	struct match_claim claims[MATCH_CLAIMS];
	size_t count;
};

/* What is stated: the pairs in any order, as the plan's file has them, and the numbers of its certificate. */
struct match_statement {
	enum match_mode mode;
	const struct match_pin *pairs;
	size_t pair_count;
	int64_t base, matched, score;
	/* mode total */
	int64_t primal, dual;
	const int64_t *mentee_duals, *mentor_duals;    /* of all people; 0 where the certificate has none */
	/* mode stable */
	int64_t blocking;
	/* mode leximin */
	const struct match_phase *phases;
	size_t phase_count;
};

/* A claim more; false counts as "FAILED". */
void match_claim(struct match_report *, struct str name, bool holds, struct str words);

/* Adds a claim for all that the statement says: that the plan keeps every hard rule, that its numbers are right, that nothing better is possible.
 * In time O(rows · log) and 24 bytes a pair and person; sums in 128 bits. */
void match_verify(struct arena *, const struct match_cohort *, const struct match_statement *, struct match_report *);

#endif
