/* The best plan that can be put together from listed groups. */
#ifndef ENGINE_GROUPS_SEARCH_H
#define ENGINE_GROUPS_SEARCH_H

#include "engine/groups_price.h"

struct group_search;

struct group_search *group_search(struct arena *, const struct group_model *, size_t columns_most);
size_t group_search_bytes(const struct group_model *, size_t columns_most);

enum group_search_end { GROUP_SEARCHED, GROUP_GAVE_UP, GROUP_SEARCH_STOPPED };

/* What a plan loses against the duals is what its groups gain less than nothing, and the duals of whoever and whatever it does not use. Looks for plans
 * of these groups whose loss is at most `budget`; each one found lowers it. GROUP_SEARCHED: there is no better one. */
struct group_quest {
	const struct group_box *box;
	const int64_t *duals;
	const struct group_offer *offers;
	size_t count;
	int64_t budget;
	int64_t steps;                /* after so many looks at a group it gives up */
	struct match_group *found;    /* room for a plan */
	size_t found_count;
	bool has_found;               /* then budget is one below the loss of the plan found, rounded to whole values */
};
enum group_search_end group_search_run(struct group_search *, struct group_quest *, struct group_watch watch);

#endif
