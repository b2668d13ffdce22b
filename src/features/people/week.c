/* Hours of a week, compared across zones. Bits as FIELD_WEEK has them: day * 3 + part, Monday morning first. */
#include "access/visit.h"
#include "formats/zone.h"
#include "people/people.h"

enum {
	QUARTERS_A_DAY = 96, QUARTERS = 7 * QUARTERS_A_DAY, SECONDS_A_QUARTER = 15 * 60, PARTS = 3, WEEK_BITS = 21,
	WORDS = (QUARTERS + 63) / 64, UNKNOWN = -1
};

/* Quarters of a day at which the parts begin and end: 8-12, 12-17, 17-22 on the wall. */
static const int part_start[PARTS] = { 8 * 4, 12 * 4, 17 * 4 };
static const int part_end[PARTS] = { 12 * 4, 17 * 4, 22 * 4 };

/* The quarters of a week, a bit each. */
struct quarters {
	uint64_t words[WORDS];
};

static void
add_quarters(struct quarters *at, int64_t from, int64_t count)
{
	for (int64_t q = from; q < from + count;) {
		int64_t place = ((q % QUARTERS) + QUARTERS) % QUARTERS, bit = place % 64, most = 64 - bit;

		if (most > from + count - q)
			most = from + count - q;
		if (most > QUARTERS - place)
			most = QUARTERS - place;
		at->words[place / 64] |= (most == 64 ? UINT64_MAX : (UINT64_C(1) << most) - 1) << bit;
		q += most;
	}
}

static struct quarters
quarters_of(int64_t bits, int64_t offset_seconds)
{
	struct quarters at = { { 0 } };

	for (int bit = 0; bit < WEEK_BITS; bit++)
		if ((bits >> bit & 1) != 0)
			add_quarters(&at, bit / PARTS * QUARTERS_A_DAY + part_start[bit % PARTS] - offset_seconds / SECONDS_A_QUARTER,
			    part_end[bit % PARTS] - part_start[bit % PARTS]);
	return at;
}

int64_t
week_overlap_hours(int64_t bits_a, int64_t offset_a_seconds, int64_t bits_b, int64_t offset_b_seconds)
{
	struct quarters a = quarters_of(bits_a, offset_a_seconds), b = quarters_of(bits_b, offset_b_seconds);
	int64_t common = 0;

	for (int i = 0; i < WORDS; i++)
		common += __builtin_popcountll(a.words[i] & b.words[i]);
	return common / 4;
}

enum outcome
visitor_week(struct visit *v, int64_t *hours)
{
	struct member_record record;

	*hours = v->who.hours;
	if (*hours != 0 || !visit_may(v, WHO_MEMBER))
		return OK;
	TRY(member_find(v, &record));
	*hours = record.hours;
	return OK;
}

int64_t
visitor_overlap_hours(struct visit *v, int64_t bits, struct str zone)
{
	return visitor_overlap_of(v, v->who.hours, bits, zone);
}

int64_t
visitor_overlap_of(struct visit *v, int64_t own, int64_t bits, struct str zone)
{
	if (bits == 0 || own == 0)
		return UNKNOWN;
	return week_overlap_hours(own, zone_at(zone_find(v->who.zone), v->now).offset_seconds,
	    bits, zone_at(zone_find(zone), v->now).offset_seconds);
}
