/* When a link is looked at, and when it counts as dead. Pure. Source: PROGRAMMES.md F030. */
#ifndef PROGRAMMES_RULES_LINKS_H
#define PROGRAMMES_RULES_LINKS_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/schema_types.h"

struct link_state {
	struct moment due_at;             /* the next look */
	struct moment failing_since_at;   /* none: it works */
	struct moment dead_at;            /* none: it is not given up */
};

/* Whether whoever follows it arrives somewhere, as far as we can see: a page that is not for everybody is one. */
bool link_works(enum resource_look_finding);
/* One that works is looked at again in a week, one that does not in a day; it is dead with the second failure, which is a day or more behind the first. One
 * look that works clears it. */
struct link_state link_after(const struct link_state *, enum resource_look_finding, struct moment now);

#endif
