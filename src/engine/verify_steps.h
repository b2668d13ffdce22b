/* The part of the checker that replays the phases of mode leximin. */
#ifndef ENGINE_VERIFY_STEPS_H
#define ENGINE_VERIFY_STEPS_H

#include "engine/verify.h"

/* What verify.c has found out about the plan. */
struct match_open {
	const bool *is_open;          /* of each row: a plan may have it, pins and blocks considered */
	const bool *has_pin;          /* of each mentee */
	const uint32_t *mentor_of;
	const int64_t *seats;         /* of each mentor, without those of pins */
};

/* What is wrong with the phases; empty if they prove that no plan is better. */
struct str match_judge_steps(struct arena *, const struct match_cohort *, const struct match_statement *, const struct match_open *);

#endif
