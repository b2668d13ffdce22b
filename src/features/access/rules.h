/* How long a session lives. Pure. Source: TRUST.md 6.3. */
#ifndef ACCESS_RULES_H
#define ACCESS_RULES_H

#include <stdbool.h>

#include "base/moment.h"

struct session_facts {
	struct moment seen_at, started_at, ends_at;
	bool is_shared;               /* "this is a shared computer" */
	bool is_high;                 /* coordinator or escalation contact of any programme, or admin: shorter limits */
	bool has_factor;              /* the person gives a second factor at sign-in */
	struct moment factor_at;      /* when this session gave it last; none: not yet */
};

/* When a session that starts now ends at the latest: 30 days, 12 hours for coordinators and admins. */
struct moment session_end(bool is_high, struct moment now);

/* Idle too long (7 days; shared 30 minutes; coordinators and admins without a second factor 30 minutes), past its end, or half an hour
 * old and its second factor still missing. */
bool session_is_over(const struct session_facts *, struct moment now);

/* Opens nothing before a second factor is given: never given yet, or a coordinator or admin who was idle for 30 minutes. */
bool session_is_locked(const struct session_facts *, struct moment now);

/* Whether the session's newest proof of who it is is at most 10 minutes old: its second factor, or for who has none the sign-in. */
bool session_is_fresh(const struct session_facts *, struct moment now);

/* Until when somebody coordinates for one who is away, and for nothing else: none if that time is over, or if the role is their own. */
struct moment cover_end(bool is_coordinator, struct moment until, struct moment now);

/* Wrong codes in a row: the fifth pauses for 15 minutes and starts the count again. */
struct misses {
	int64_t count;
	struct moment paused_until;
};
bool misses_are_paused(const struct misses *, struct moment now);
struct misses misses_and_one(const struct misses *, struct moment now);

/* When the reset of a lost factor, asked for now, takes effect: 24 hours later. */
struct moment reset_due(struct moment now);

#endif
