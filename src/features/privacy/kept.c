/* The periods of a programme, and their ends. */
#include "privacy/kept.h"

#include "base/check.h"
#include "formats/calendar.h"
#include "formats/when.h"
#include "programmes/programmes.h"

#define N_(sentence) sentence

static const struct {
	const char *name, *what, *since;
	enum keep_unit unit;
} rows[] = {
#define KEEP(name, field, unit, what, since) { #name, what, since, unit },
#include "privacy/retention.def"
};

static int64_t
amount_of(const struct settings *s, enum keep keep)
{
	switch (keep) {
#define KEEP(name, field, ...) case KEEP_##name: return s->field;
#include "privacy/retention.def"
	case KEEPS: break;
	}
	return 0;
}

struct period
period_of(const struct settings *s, enum keep keep)
{
	check(keep < KEEPS);
	return (struct period){ .name = str_from(rows[keep].name), .what = rows[keep].what, .since = rows[keep].since,
		.unit = rows[keep].unit, .amount = amount_of(s, keep) };
}

const char *
keep_words(enum keep keep)
{
	check(keep < KEEPS);
	return rows[keep].what;
}

enum keep
keep_called(struct str name)
{
	enum keep keep = 0;

	while (keep < KEEPS && !str_equal(str_from(rows[keep].name), name))
		keep++;
	return keep;
}

struct moment
period_start(const struct period *period, const struct zone *zone, struct moment now)
{
	struct wall wall = when_wall(zone, now);
	int64_t month = wall.year * 12 + wall.month - 1 - period->amount;
	struct moment out;
	int days;

	if (period->unit == KEEP_DAYS)
		return moment_plus(now, -period->amount * US_PER_DAY);
	wall.year = calendar_floor(month, 12);
	wall.month = (int)(month - wall.year * 12) + 1;
	days = calendar_days_of_month(wall.year, wall.month);
	wall.day = wall.day > days ? days : wall.day;
	check(when_moment(zone, wall, &out));
	return out;
}
