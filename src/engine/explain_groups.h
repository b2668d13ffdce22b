/* Why a plan of groups left somebody without a group (MATCHING.md 6.4), and what each group's score is made of. */
#ifndef ENGINE_EXPLAIN_GROUPS_H
#define ENGINE_EXPLAIN_GROUPS_H

#include "engine/groups.h"

enum match_unplaced {
	MATCH_PLACED,
	MATCH_NO_SLOT,                /* no slot of theirs has room for a group and enough people of the other side */
	MATCH_PREFERENCE,             /* asked for a gender, and no such group was made */
	MATCH_INTAKE,                 /* there are as many groups as there can be */
	MATCH_PAIRING,                /* no group could be put together with them */
};

struct match_left {
	enum match_unplaced reason;
	/* MATCH_PREFERENCE: in the best of their slots, how many mentors and mentees of that gender, and how many groups may meet. */
	uint32_t slot;
	int64_t mentors, members, venue;
	/* MATCH_INTAKE, of a mentee: the least that all lose if they sit in another's place; at most so much is lost by forcing them in. */
	bool has_loss;
	uint32_t instead;             /* of which mentee */
	int64_t preferred, score;
};

/* Of each mentee, then of each mentor. */
struct match_left *match_explain_groups(struct arena *, const struct match_cohort *, const struct match_groups *);

/* 10 for somebody's first theme, 5 for another, 0 else; theme: a place in the plan's, or MATCH_GENERAL. */
int64_t match_theme_points(const struct match_person *, const struct match_groups *, uint32_t theme);

#endif
