/* The limits of sessions. */
#include "access/rules.h"

enum { IDLE_DAYS = 7, MOST_DAYS = 30, HIGH_HOURS = 12, SHORT_MINUTES = 30 };

struct moment
session_end(bool is_high, struct moment now)
{
	return moment_plus(now, is_high ? HIGH_HOURS * US_PER_HOUR : MOST_DAYS * US_PER_DAY);
}

bool
session_is_over(const struct session_facts *s, struct moment now)
{
	int64_t idle = s->is_shared || s->is_high ? SHORT_MINUTES * US_PER_MINUTE : IDLE_DAYS * US_PER_DAY;
	struct moment latest = session_end(s->is_high, s->started_at);

	return !moment_is_after(s->ends_at, now) || !moment_is_after(latest, now) || moment_between(s->seen_at, now) > idle;
}
