/* One failure may be an hour's; two, a day apart, are the link's. */
#include "programmes/rules_links.h"

enum { DAYS_WORKING = 7, DAYS_FAILING = 1 };

bool
link_works(enum resource_look_finding finding)
{
	return finding == RESOURCE_LOOK_FINDING_FINE || finding == RESOURCE_LOOK_FINDING_GUARDED || finding == RESOURCE_LOOK_FINDING_STRANGE;
}

struct link_state
link_after(const struct link_state *before, enum resource_look_finding finding, struct moment now)
{
	struct link_state after = *before;

	if (link_works(finding))
		return (struct link_state){ .due_at = moment_plus(now, DAYS_WORKING * US_PER_DAY) };
	after.due_at = moment_plus(now, DAYS_FAILING * US_PER_DAY);
	if (moment_is_none(after.failing_since_at))
		after.failing_since_at = now;
	else if (moment_is_none(after.dead_at) && moment_between(after.failing_since_at, now) >= US_PER_DAY)
		after.dead_at = now;
	return after;
}
