/* Judges a plan of groups from the snapshot and what its certificate states. Uses nothing of the solver: only the data of cohort.h and group.h. */
#ifndef ENGINE_VERIFY_GROUPS_H
#define ENGINE_VERIFY_GROUPS_H

#include "engine/group.h"
#include "engine/verify.h"

/* A group as the plan's file has it. */
struct match_stated_group {
	struct str name, theme;       /* no theme: general */
	uint32_t mentors[MATCH_GROUP_MENTORS], mentees[MATCH_GROUP_MENTEES], buddies[MATCH_GROUP_MENTEES];    /* buddies: places of mentors */
	uint32_t mentee_count;
	uint32_t slot;
};

struct match_groups_statement {
	struct match_shape shape;
	const struct match_stated_group *groups;
	size_t count;
	struct match_levels levels, bound;
	int64_t weights[3];           /* W1, W2, W3 */
	bool is_optimal;
	const struct match_node *tree;
	/* Whether these are the groups that the leaf's listing names; they are sorted by mentors, slot, kind and mentees. */
	bool (*is_listing)(void *self, const struct match_node *leaf, const struct match_group *groups, size_t count);
	void *listing_self;
	/* Asked now and then: true ends what takes too long, and its claim stays unchecked. */
	bool (*gives_up)(void *self);
	void *self;
};

/* Adds a claim for every rule that the plan keeps, for its levels, and for the proof. */
void match_verify_groups(struct arena *, const struct match_cohort *, const struct match_groups_statement *, struct match_report *);

#endif
