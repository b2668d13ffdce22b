/* Groups and the proof of a plan of groups (MATCHING.md 3.3, 5.7): data that the solver writes and the checker reads. */
#ifndef ENGINE_GROUP_H
#define ENGINE_GROUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum { MATCH_GROUP_MENTORS = 3, MATCH_GROUP_MENTEES = 6, MATCH_TREE_DEPTH = 11, MATCH_DUAL_SCALE = 64 };
#define MATCH_GENERAL UINT32_MAX    /* no theme of its own */

struct match_shape {
	uint32_t mentors, mentees;    /* of a group: 1..3, 1..6 */
};

/* Whom a group is for. Mixed: nobody in it asked; else all are of that gender, and at least one mentee asked for it. */
enum match_kind { MATCH_MIXED, MATCH_FOR_WOMEN, MATCH_FOR_MEN, MATCH_KINDS };

/* People by place on their sides, ascending; as many as the shape has. */
struct match_group {
	uint32_t mentors[MATCH_GROUP_MENTORS];
	uint32_t mentees[MATCH_GROUP_MENTEES];
	uint8_t buddy[MATCH_GROUP_MENTEES];    /* which of the mentors is that mentee's */
	uint32_t slot;
	uint32_t theme;               /* a place in the themes of the plan, or MATCH_GENERAL */
	enum match_kind kind;
};

/* The four levels, each strictly above the next; lacking: the fewer the better. */
struct match_levels {
	int64_t groups;
	int64_t preferred;            /* placed mentees who stated a preference */
	int64_t lacking;              /* mixed groups without a woman and a man among the mentors */
	int64_t score;
};

/* One number for the levels: groups·W1 + preferred·W2 − lacking·W3 + score. score_most passes any plan's score. */
struct match_group_weights {
	int64_t groups, preferred, lacking;
	int64_t score_most, groups_most, asking;    /* the last two: the most groups there can be, and mentees with a preference */
};

/* What a plan's proof counts beside people and slots. */
enum match_count { MATCH_COUNT_GROUPS, MATCH_COUNT_PREFERRED, MATCH_COUNT_LACKING, MATCH_COUNT_WOMEN, MATCH_COUNT_MEN, MATCH_COUNTS };

enum match_split { MATCH_LEAF, MATCH_SPLIT_COUNT, MATCH_SPLIT_SLOT, MATCH_SPLIT_PAIR };

/* A node of the proof. Both children together hold every plan of their parent: low has at most `at` of a count or in a slot, high more; or
 * no group of low has both mentors, and none of high one of them alone. A leaf has duals, scaled by MATCH_DUAL_SCALE, none negative: of mentees,
 * mentors, then the upper bounds of slots, of counts, then the lower ones of slots, of counts. */
struct match_node {
	enum match_split split;
	uint32_t of, with;            /* the count or slot; or two mentors, of < with */
	int64_t at;
	struct match_node *low, *high;
	const int64_t *duals;
	int64_t bound;                /* no plan of the leaf is worth more */
	bool is_listed;               /* its groups within the gap were listed and tried: no plan of the leaf is better than ours */
	const struct match_group *listed;
	size_t listed_count;
	struct str listed_hash;       /* where a certificate states them: of their text */
};

#endif
