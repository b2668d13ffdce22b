/* Who sits together, when, on which theme, and who is whose buddy (MATCHING.md 3.3), with a proof or a bound. */
#ifndef ENGINE_GROUPS_H
#define ENGINE_GROUPS_H

#include "engine/cohort.h"
#include "engine/control.h"
#include "engine/group.h"

struct arena;

/* How far a run is. */
struct match_groups_progress {
	const char *phase;            /* "first plan", "bound", "search", "listing" */
	struct match_levels best, bound;
	size_t nodes;                 /* of the proof, closed or split */
};

struct match_groups_control {
	/* Called on the caller's thread, some milliseconds apart. True: stop with the best plan so far. */
	bool (*stops)(void *self, const struct match_groups_progress *);
	void *self;
	size_t memory_limit;          /* bytes that the solver may take from its arena; 0: no limit */
	bool first_only;              /* the first plan will do */
};

/* A plan; everything in it lies in the arena that the solver was given. */
struct match_groups {
	struct match_shape shape;
	struct match_group *groups;   /* by slot, then mentors */
	size_t count;
	struct str_list themes;       /* sorted */
	struct match_levels levels;
	struct match_levels bound;    /* no plan is better; the levels themselves where that is proven */
	struct match_group_weights weights;
	struct match_node *tree;
	bool is_optimal;              /* proven */
	bool was_stopped;             /* the control said stop: another run may end elsewhere */
};

/* The best plan by the four levels, or the best one found and a bound. Column generation with branching; a leaf closes by its bound, or because every group
 * within the gap was listed and no better plan can be put together from them. Takes at most match_groups_bytes() and the proof; that, too, ends at
 * memory_limit, with a bound. MATCH_STOPPED: before there was any plan. MATCH_TOO_LARGE: the levels as one number pass 2^53. */
enum match_end match_groups(struct arena *, const struct match_cohort *, struct match_shape, const struct match_groups_control *,
    struct match_groups *);

/* False where the levels pass 2^53 as one number. */
bool match_groups_fit(struct arena *, const struct match_cohort *, struct match_shape);
size_t match_groups_bytes(const struct match_cohort *, struct match_shape);

#endif
