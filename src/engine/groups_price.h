/* Which groups are worth more than duals say: the best of each hub, or all within a gap. A hub is what a group is before its mentees: mentors, slot, kind. */
#ifndef ENGINE_GROUPS_PRICE_H
#define ENGINE_GROUPS_PRICE_H

#include "engine/groups_model.h"

/* Which plans a node of the proof holds. */
struct group_pair {
	uint32_t first, second;       /* mentors, first < second */
	bool together;                /* no group has one of them alone; else none has both */
};
struct group_box {
	int64_t low[MATCH_SLOTS + MATCH_COUNTS], high[MATCH_SLOTS + MATCH_COUNTS];    /* of groups in each slot, then of each count */
	struct group_pair pairs[MATCH_TREE_DEPTH];
	uint32_t pair_count;
};

struct group_price;

/* Room for the work on one cohort. */
struct group_price *group_price(struct arena *, const struct group_model *);

struct group_offer {
	struct match_group group;
	int64_t gain;                 /* scaled value less duals */
};

/* Steps of pricing are tuples of mentors; stops is asked every few of them. True: leave off. */
struct group_watch {
	bool (*stops)(void *self);
	void *self;
};

/* Sends, for each tuple of mentors, the group of the largest gain above `above` to `take`. False: stopped. */
bool group_price_best(struct group_price *, const struct group_box *, const int64_t *duals, struct group_watch watch,
    void (*take)(void *self, const struct group_offer *));

/* Every choice of mentors, slot, kind and mentees whose gain, with its best theme and buddies, is at least `least`; in a fixed order. At most `most`.
 * False: stopped, or there are more, or too many had to be tried. */
struct group_list {
	struct group_offer *at;
	size_t count, most;
	int64_t least;
	size_t tries, tries_most;     /* choices looked at closely; 0: as many as there are */
};
bool group_price_all(struct group_price *, const struct group_box *, const int64_t *duals, struct group_watch watch, struct group_list *);

#endif
