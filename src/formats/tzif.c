/* Bytes of a zone's file to a value. The file is the system's, but a broken one must not break us: every length is checked. */
#include "formats/tzif.h"

#include "base/arena.h"
#include "formats/calendar.h"

enum { HEADER = 44, SECONDS_PER_DAY = 86400, CHANGES_MAX = 2000 };

struct counts {
	uint32_t utc, standard, leap, change, type, letter;
};

static uint32_t
number_32(const char *at)
{
	const unsigned char *byte = (const unsigned char *)at;

	return (uint32_t)byte[0] << 24 | (uint32_t)byte[1] << 16 | (uint32_t)byte[2] << 8 | byte[3];
}

static bool
read_header(struct str bytes, struct counts *c)
{
	if (bytes.length < HEADER || !str_starts(bytes, S("TZif")) || bytes.at[4] < '2')
		return false;
	c->utc = number_32(bytes.at + 20);
	c->standard = number_32(bytes.at + 24);
	c->leap = number_32(bytes.at + 28);
	c->change = number_32(bytes.at + 32);
	c->type = number_32(bytes.at + 36);
	c->letter = number_32(bytes.at + 40);
	return c->change <= CHANGES_MAX && c->type >= 1 && c->type <= 255 && c->letter <= 1000 && c->leap <= 1000 && c->utc <= 255 &&
	    c->standard <= 255;
}

static size_t
block_length(const struct counts *c, size_t time_size)
{
	return c->change * (time_size + 1) + c->type * 6 + c->letter + c->leap * (time_size + 4) + c->standard + c->utc;
}

static bool
read_types(struct arena *keep, const struct counts *c, const char *at, struct tzif *z)
{
	struct str letters = { at + c->type * 6, c->letter };

	z->type_count = c->type;
	z->types = ARENA_MANY(keep, c->type, struct tzif_type);
	for (size_t i = 0; i < c->type; i++, at += 6) {
		struct str name = str_skip(letters, (unsigned char)at[5]);

		z->types[i].offset_seconds = (int32_t)number_32(at);
		z->types[i].is_summer = at[4] != 0;
		z->types[i].short_name = str_copy(keep, str_head(name, str_find(name, '\0')));
		if (z->types[i].offset_seconds < -26 * 3600 || z->types[i].offset_seconds > 26 * 3600)
			return false;
	}
	return true;
}

static bool
read_changes(struct arena *keep, const struct counts *c, const char *at, struct tzif *z)
{
	const char *types = at + c->change * 8;

	z->change_count = c->change;
	z->changes = ARENA_MANY(keep, c->change, int64_t);
	z->change_types = ARENA_MANY(keep, c->change, uint8_t);
	for (size_t i = 0; i < c->change; i++, at += 8) {
		z->changes[i] = (int64_t)((uint64_t)number_32(at) << 32 | number_32(at + 4));
		z->change_types[i] = (uint8_t)types[i];
		if (z->change_types[i] >= c->type || (i > 0 && z->changes[i] <= z->changes[i - 1]))
			return false;
	}
	return true;
}

bool
tzif_read(struct arena *keep, struct str bytes, struct tzif *out)
{
	struct tzif z = { .change_count = 0 };
	struct counts c;

	if (!read_header(bytes, &c))
		return false;
	bytes = str_skip(bytes, HEADER + block_length(&c, 4));    /* the old block with 32-bit times */
	if (!read_header(bytes, &c) || bytes.length < HEADER + block_length(&c, 8))
		return false;
	if (!read_changes(keep, &c, bytes.at + HEADER, &z) || !read_types(keep, &c, bytes.at + HEADER + c.change * 9, &z))
		return false;
	bytes = str_skip(bytes, HEADER + block_length(&c, 8));
	if (str_starts(bytes, S("\n"))) {
		struct str line = str_skip(bytes, 1);

		line = str_head(line, str_find(line, '\n'));
		if (line.length > 0 && !tzif_rule_read(keep, line, &z.rule))
			return false;
	}
	*out = z;
	return true;
}

/* The day of a turn in a year, in days since the epoch. */
static int64_t
turn_day(const struct tzif_turn *turn, int64_t year)
{
	int64_t first;
	int day;

	if (turn->kind != 'M') {
		int64_t new_year = calendar_days((struct date){ year, 1, 1 });

		if (turn->kind == 'n')
			return new_year + turn->day;
		return new_year + turn->day - 1 + (calendar_is_leap(year) && turn->day >= 60 ? 1 : 0);
	}
	first = calendar_days((struct date){ year, turn->month, 1 });
	day = (turn->day + 6) % 7 - calendar_weekday(first);    /* 0 = Sunday there, Monday here */
	if (day < 0)
		day += 7;
	day += (turn->week - 1) * 7;
	if (day >= calendar_days_of_month(year, turn->month))
		day -= 7;    /* week 5 means the last */
	return first + day;
}

static int64_t
turn_moment(const struct tzif_turn *turn, int64_t year, const struct tzif_type *before)
{
	return turn_day(turn, year) * SECONDS_PER_DAY + turn->seconds - before->offset_seconds;
}

static int64_t
year_of(int64_t seconds)
{
	return calendar_date(calendar_floor(seconds, SECONDS_PER_DAY)).year;
}

static const struct tzif_type *
rule_at(const struct tzif_rule *rule, int64_t seconds)
{
	int64_t year = year_of(seconds + rule->winter.offset_seconds), begins, ends;

	if (!rule->has_summer)
		return &rule->winter;
	begins = turn_moment(&rule->summer_begins, year, &rule->winter);
	ends = turn_moment(&rule->summer_ends, year, &rule->summer);
	if (begins < ends)
		return seconds >= begins && seconds < ends ? &rule->summer : &rule->winter;
	return seconds >= ends && seconds < begins ? &rule->winter : &rule->summer;
}

/* How many changes happened up to and at seconds. */
static size_t
changes_until(const struct tzif *z, int64_t seconds)
{
	size_t low = 0, high = z->change_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (z->changes[middle] <= seconds)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct tzif_type *
tzif_at(const struct tzif *z, int64_t seconds)
{
	size_t count = changes_until(z, seconds);

	if (count == z->change_count && z->rule.is_there)
		return rule_at(&z->rule, seconds);
	return count == 0 ? &z->types[0] : &z->types[z->change_types[count - 1]];
}

int64_t
tzif_next_change(const struct tzif *z, int64_t seconds)
{
	size_t count = changes_until(z, seconds);
	int64_t year = year_of(seconds), next = INT64_MAX;

	if (count < z->change_count)
		return z->changes[count];
	if (!z->rule.is_there || !z->rule.has_summer)
		return next;
	for (int64_t y = year - 1; y <= year + 1; y++) {
		int64_t begins = turn_moment(&z->rule.summer_begins, y, &z->rule.winter);
		int64_t ends = turn_moment(&z->rule.summer_ends, y, &z->rule.summer);

		if (begins > seconds && begins < next)
			next = begins;
		if (ends > seconds && ends < next)
			next = ends;
	}
	return next;
}
