/* What a plan of any mode is to the people in it: places in their lists, pairs that would both rather have each other, sets that are short of seats. */
#ifndef ENGINE_EXPLAIN_PLAN_H
#define ENGINE_EXPLAIN_PLAN_H

#include "engine/pairs.h"

struct match_view;

/* by_wishes: lists are in the order of mode stable, wishes first; else by score. */
struct match_view *match_view(struct arena *, const struct match_cohort *, const struct match_plan *, bool by_wishes);

/* The place of that pair in the mentee's list of feasible mentors, and in the mentor's list of mentees, from 1; ties share the best. 0: it has no row. */
uint32_t match_place_of_mentor(const struct match_view *, uint32_t mentee, uint32_t mentor);
uint32_t match_place_of_mentee(const struct match_view *, uint32_t mentee, uint32_t mentor);

/* The worst place of those whom the mentor holds without a pin; 0 where a seat is free. */
uint32_t match_worst_place(const struct match_view *, uint32_t mentor);

/* Pairs of 3.2's definition, by the keys of mode stable whatever the view's order. Returns how many; the first go to the list. */
size_t match_blocking(const struct match_view *, struct match_row *list, size_t most);

/* Whom a mentee without a mentor competes with: all mentees that alternating paths reach, all mentors feasible to any of them. */
struct match_hall {
	uint32_t *mentees, *mentors;  /* by place */
	size_t mentee_count, mentor_count;
	int64_t seats;                /* of those mentors, after pins */
	bool are_full;                /* all of them: then so many as mentees less seats stay unmatched in any plan */
};
void match_hall(struct arena *, const struct match_view *, uint32_t mentee, struct match_hall *);

/* Whether there is any mentor whom a rule leaves to the mentee. */
bool match_has_feasible(const struct match_view *, uint32_t mentee);
bool match_is_blocked(const struct match_view *, uint32_t mentee, uint32_t mentor);

#endif
