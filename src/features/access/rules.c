/* The limits of sessions. */
#include "access/rules.h"

enum {
	IDLE_DAYS = 7, MOST_DAYS = 30, HIGH_HOURS = 12, SHORT_MINUTES = 30, FRESH_MINUTES = 10,
	MISSES_MOST = 5, PAUSE_MINUTES = 15, RESET_HOURS = 24
};

struct moment
session_end(bool is_high, struct moment now)
{
	return moment_plus(now, is_high ? HIGH_HOURS * US_PER_HOUR : MOST_DAYS * US_PER_DAY);
}

static bool
is_idle(const struct session_facts *s, struct moment now)
{
	return moment_between(s->seen_at, now) > SHORT_MINUTES * US_PER_MINUTE;
}

/* Signed in by a link, and the second factor still to come. */
static bool
is_half(const struct session_facts *s)
{
	return s->has_factor && moment_is_none(s->factor_at);
}

bool
session_is_over(const struct session_facts *s, struct moment now)
{
	struct moment latest = session_end(s->is_high, s->started_at);

	if (!moment_is_after(s->ends_at, now) || !moment_is_after(latest, now))
		return true;
	if (is_half(s) && moment_between(s->started_at, now) > SHORT_MINUTES * US_PER_MINUTE)
		return true;
	if (s->is_shared || (s->is_high && !s->has_factor))
		return is_idle(s, now);
	return moment_between(s->seen_at, now) > IDLE_DAYS * US_PER_DAY;
}

bool
session_is_locked(const struct session_facts *s, struct moment now)
{
	return is_half(s) || (s->is_high && s->has_factor && is_idle(s, now));
}

bool
session_is_fresh(const struct session_facts *s, struct moment now)
{
	struct moment proved_at = moment_is_none(s->factor_at) && !s->has_factor ? s->started_at : s->factor_at;

	return !moment_is_none(proved_at) && moment_between(proved_at, now) <= FRESH_MINUTES * US_PER_MINUTE;
}

struct moment
cover_end(bool is_coordinator, struct moment until, struct moment now)
{
	return !is_coordinator && moment_is_after(until, now) ? until : (struct moment){ 0 };
}

bool
misses_are_paused(const struct misses *m, struct moment now)
{
	return moment_is_after(m->paused_until, now);
}

struct misses
misses_and_one(const struct misses *m, struct moment now)
{
	if (m->count + 1 < MISSES_MOST)
		return (struct misses){ .count = m->count + 1 };
	return (struct misses){ .paused_until = moment_plus(now, PAUSE_MINUTES * US_PER_MINUTE) };
}

struct moment
reset_due(struct moment now)
{
	return moment_plus(now, RESET_HOURS * US_PER_HOUR);
}
