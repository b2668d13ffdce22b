/* Two warnings, then the end: each a fortnight behind the one before. */
#include "privacy/rules_idle.h"

enum idle_step
idle_next(int64_t warned, struct moment warned_at, struct moment now)
{
	int64_t days = moment_between(warned_at, now) / US_PER_DAY;

	if (warned == 0)
		return IDLE_WARN;
	if (warned == 1)
		return days >= IDLE_AGAIN_DAYS ? IDLE_WARN_AGAIN : IDLE_WAIT;
	return days >= IDLE_END_DAYS ? IDLE_END : IDLE_WAIT;
}

struct moment
idle_end(enum idle_step step, struct moment now)
{
	int64_t days = step == IDLE_WARN ? IDLE_AGAIN_DAYS + IDLE_END_DAYS : IDLE_END_DAYS;

	return moment_plus(now, days * US_PER_DAY);
}
