/* Days on which a programme's steps come. What would come on another waits for the same hour of the next open day. */
#include "programmes/open_days.h"

#include "formats/calendar.h"
#include "formats/when.h"

enum { LOOK_AHEAD_DAYS = 60 };    /* a list that closes more at a stretch is a mistake: then nothing waits */

static int64_t
day_of(const struct wall *wall)
{
	return calendar_days((struct date){ wall->year, wall->month, wall->day });
}

bool
open_days_has(const struct open_days *d, int64_t day)
{
	if (d->week == 0)
		return true;
	if ((d->week >> calendar_weekday(day) & 1) == 0)
		return false;
	for (size_t i = 0; i < d->closed_count; i++)
		if (d->closed[i].day == day)
			return false;
	return true;
}

struct moment
open_days_next(const struct open_days *d, struct moment m)
{
	struct wall wall = when_wall(d->zone, m);
	int64_t first = day_of(&wall);
	struct moment then;

	if (moment_is_none(m))
		return m;
	for (int64_t day = first; day < first + LOOK_AHEAD_DAYS; day++) {
		struct date date = calendar_date(day);

		if (!open_days_has(d, day))
			continue;
		wall.year = date.year;
		wall.month = date.month;
		wall.day = date.day;
		return day > first && when_moment(d->zone, wall, &then) ? then : m;
	}
	return m;
}
