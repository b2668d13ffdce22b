/* How long a session lives. Pure. Source: TRUST.md 6.3. */
#ifndef ACCESS_RULES_H
#define ACCESS_RULES_H

#include <stdbool.h>

#include "base/moment.h"

struct session_facts {
	struct moment seen_at, started_at, ends_at;
	bool is_shared;               /* "this is a shared computer" */
	bool is_high;                 /* coordinator of any programme, or admin: shorter limits */
};

/* When a session that starts now ends at the latest: 30 days, 12 hours for coordinators and admins. */
struct moment session_end(bool is_high, struct moment now);

/* Idle too long (7 days; shared 30 minutes; coordinators and admins 30 minutes) or past its end. */
bool session_is_over(const struct session_facts *, struct moment now);

#endif
