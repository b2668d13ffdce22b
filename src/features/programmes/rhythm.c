/* Dates are walked one by one and asked whether they are its day: forty of them hold the next one of any rhythm. */
#include "programmes/rhythm.h"

#include "formats/when.h"

enum { DAYS_MOST = 40, QUARTERS = 4, DAYS_A_WEEK = 7, DAYS_A_MONTH = 28 };

static bool
is_its_day(const struct rhythm *r, const struct wall *wall)
{
	switch (r->every) {
	case EVERY_DAY: return true;
	case EVERY_WEEK: return wall->weekday == r->weekday - 1;
	case EVERY_MONTH: return wall->day == r->day;
	case EVERY_NEVER: break;
	}
	return false;
}

/* The hour of that date, where the date is counted without a zone: dates have no clock changes. */
static bool
is_after(const struct rhythm *r, const struct zone *zone, struct moment date, struct moment after, struct moment *out)
{
	struct wall wall = when_wall(NULL, date);

	wall.hour = (int)r->hour;
	return is_its_day(r, &wall) && when_moment(zone, wall, out) && moment_is_after(*out, after);
}

struct moment
rhythm_after(const struct rhythm *r, const struct zone *zone, struct moment after)
{
	struct wall today = when_wall(zone, after);
	struct moment date, found;

	today.hour = today.minute = today.second = 0;
	if (!when_moment(NULL, today, &date))
		return (struct moment){ 0 };
	for (int i = 0; i < DAYS_MOST; i++)
		if (is_after(r, zone, moment_plus(date, i * US_PER_DAY), after, &found))
			return found;
	return (struct moment){ 0 };
}

struct moment
rhythm_after_done(const struct rhythm *r, const struct zone *zone, struct moment now)
{
	int64_t days = r->every == EVERY_MONTH ? DAYS_A_MONTH : r->every == EVERY_WEEK ? DAYS_A_WEEK : 1;

	return rhythm_after(r, zone, moment_plus(now, days * US_PER_DAY / QUARTERS));
}
