/* Hours of a week, compared across zones. Bits as FIELD_WEEK has them: day * 3 + part, Monday morning first. */
#include "access/visit.h"
#include "formats/zone.h"
#include "people/people.h"

enum {
	QUARTERS_A_DAY = 96, QUARTERS = 7 * QUARTERS_A_DAY, SECONDS_A_QUARTER = 15 * 60, PARTS = 3, WEEK_BITS = 21,
	UNKNOWN = -1
};

/* Quarters of a day at which the parts begin and end: 8-12, 12-17, 17-22 on the wall. */
static const int part_start[PARTS] = { 8 * 4, 12 * 4, 17 * 4 };
static const int part_end[PARTS] = { 12 * 4, 17 * 4, 22 * 4 };

static int
quarter_of_utc(int wall_quarter, int64_t offset_seconds)
{
	int64_t quarter = (wall_quarter - offset_seconds / SECONDS_A_QUARTER) % QUARTERS;

	return (int)(quarter < 0 ? quarter + QUARTERS : quarter);
}

static void
spread(int64_t bits, int64_t offset_seconds, bool at[QUARTERS])
{
	for (int bit = 0; bit < WEEK_BITS; bit++) {
		int day = bit / PARTS, part = bit % PARTS;

		if ((bits >> bit & 1) == 0)
			continue;
		for (int q = part_start[part]; q < part_end[part]; q++)
			at[quarter_of_utc(day * QUARTERS_A_DAY + q, offset_seconds)] = true;
	}
}

int64_t
week_overlap_hours(int64_t bits_a, int64_t offset_a_seconds, int64_t bits_b, int64_t offset_b_seconds)
{
	bool a[QUARTERS] = { false }, b[QUARTERS] = { false };
	int64_t common = 0;

	spread(bits_a, offset_a_seconds, a);
	spread(bits_b, offset_b_seconds, b);
	for (int q = 0; q < QUARTERS; q++)
		common += a[q] && b[q] ? 1 : 0;
	return common / 4;
}

int64_t
visitor_overlap_hours(struct visit *v, int64_t bits, struct str zone)
{
	if (bits == 0 || v->who.hours == 0)
		return UNKNOWN;
	return week_overlap_hours(v->who.hours, zone_at(zone_find(v->who.zone), v->now).offset_seconds,
	    bits, zone_at(zone_find(zone), v->now).offset_seconds);
}
