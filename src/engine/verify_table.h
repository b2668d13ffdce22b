/* What the checker of groups looks things up in, and its two plain tools: the largest gain of any group at given duals, and all groups of at least a gain. */
#ifndef ENGINE_VERIFY_TABLE_H
#define ENGINE_VERIFY_TABLE_H

#include "engine/verify_groups.h"

enum { VERIFY_LOADS = MATCH_SLOTS + MATCH_COUNTS };

/* Which plans a leaf speaks of. */
struct verify_pair {
	uint32_t first, second;
	bool together;
};
struct verify_box {
	int64_t low[VERIFY_LOADS], high[VERIFY_LOADS];    /* slots, then counts */
	struct verify_pair pairs[MATCH_TREE_DEPTH];
	uint32_t pair_count;
};

struct verify_table {
	struct arena *arena;
	const struct match_cohort *cohort;
	const struct match_groups_statement *said;
	uint32_t mentees, mentors, slots, themes;
	int32_t *scores;              /* [mentor · mentees + mentee]; below 0: no row */
	struct str *names;            /* of the themes that mentors offer */
	int64_t w1, w2, w3, score_most, groups_most, asking;
	bool is_tired;                /* gave up */
};

void verify_table(struct arena *, const struct match_cohort *, const struct match_groups_statement *, struct verify_table *);

/* 10 for the first theme, 5 for another, 0 for one that is not theirs, or for the general one. */
int64_t verify_points(const struct match_person *, struct str theme);
/* Whether somebody can be in a group of that kind. */
bool verify_suits(const struct match_person *mentee, enum match_kind kind);
bool verify_asks(const struct match_person *mentee);
bool verify_lacks(const struct verify_table *, const uint32_t *mentors);

/* Where the duals of a slot's or count's upper and lower bound stand. */
size_t verify_high(const struct verify_table *, uint32_t load);
size_t verify_low(const struct verify_table *, uint32_t load);

struct verify_listed {
	struct match_group group;     /* theme and buddies are not set */
	int64_t gain;
};
struct verify_list {
	struct verify_listed *at;
	size_t count, most;
};

/* The largest gain of a group of the box; 0 if none has more. Gains of all with at least `least` go to the list, if there is one; false: it is too short, or
 * the checker gave up. */
bool verify_price(struct verify_table *, const struct verify_box *, const int64_t *duals, int64_t *most);
bool verify_list(struct verify_table *, const struct verify_box *, const int64_t *duals, int64_t least, struct verify_list *);

/* Whether groups of the list make a plan whose loss against the duals is at most the budget. MATCH_HOLDS: no. */
enum match_finding verify_search(struct verify_table *, const struct verify_box *, const int64_t *duals, const struct verify_list *, int64_t budget);

#endif
