/* One run of the solver of groups: what its parts share. */
#ifndef ENGINE_GROUPS_RUN_H
#define ENGINE_GROUPS_RUN_H

#include "engine/groups.h"
#include "engine/groups_lp.h"
#include "engine/groups_search.h"

struct arena;

enum { GROUP_LIST_MOST = 30000 };

/* A node of the proof that is open, or was. */
struct group_node {
	struct match_node *proof;
	struct group_box box;
	int64_t *duals;
	int64_t bound;                /* scaled: no plan of the box is worth more */
	uint32_t depth;
	bool is_open, is_undecided;
	struct group_node *next;
};

struct group_run {
	struct arena *arena;
	size_t before;                /* bytes that the arena held */
	const struct match_groups_control *control;
	struct group_model model;
	struct group_price *price;
	struct group_lp *lp;          /* NULL: there is no room for one */
	struct group_search *search;
	struct group_list list;
	int64_t *trial, *center, *fractions;
	/* the best plan so far */
	struct match_group *best, *found;
	size_t best_count;
	int64_t best_value;
	struct group_node *nodes;     /* all of them */
	size_t node_count;
	struct match_groups_progress progress;
	bool is_stopped, is_finishing;
};

struct group_watch group_run_watch(struct group_run *);

/* The plan, if it is better than the best so far. */
void group_run_offer(struct group_run *, const struct match_group *groups, size_t count);

/* Scaled bound of a box at these duals, when no group gains anything at them. */
int64_t group_run_bound(const struct group_run *, const struct group_box *, const int64_t *duals);

/* A node more, below a split or the root. */
struct group_node *group_run_node(struct group_run *, const struct group_node *parent);

/* A plan without looking back: in the order of mentors, each takes the best group that is left. False: stopped. */
bool group_run_start(struct group_run *);

/* A plan along the fractions of the node's programme, which is another one afterwards: settles what is nearly whole, solves again, and so on. False: stopped. */
bool group_run_dive(struct group_run *, const struct group_node *);

/* Closes or splits nodes until none is open, or the control says stop. */
void group_run_branch(struct group_run *);

#endif
