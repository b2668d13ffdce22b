/* Moments in words. Month and day names are English: CLDR's come with the translations. */
#include "formats/when.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/calendar.h"

enum { LINE_MAX = 100 };

static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

/* The fields of a count of microseconds on a wall. */
static struct wall
wall_of(int64_t us)
{
	int64_t days = calendar_floor(us, US_PER_DAY), left = us - days * US_PER_DAY;
	struct date date = calendar_date(days);

	return (struct wall){ date.year, date.month, date.day, (int)(left / US_PER_HOUR), (int)(left % US_PER_HOUR / US_PER_MINUTE),
		(int)(left % US_PER_MINUTE / US_PER_SECOND), calendar_weekday(days) };
}

static int64_t
offset_us(const struct zone *zone, struct moment m)
{
	return zone_at(zone, m).offset_seconds * US_PER_SECOND;
}

struct wall
when_wall(const struct zone *zone, struct moment m)
{
	return wall_of(m.us + offset_us(zone, m));
}

static bool
is_sound(struct wall w)
{
	return w.year >= 1900 && w.year < 2200 && w.month >= 1 && w.month <= 12 && w.day >= 1 &&
	    w.day <= calendar_days_of_month(w.year, w.month) && w.hour >= 0 && w.hour < 24 && w.minute >= 0 && w.minute < 60 &&
	    w.second >= 0 && w.second < 60;
}

bool
when_moment(const struct zone *zone, struct wall w, struct moment *out)
{
	int64_t local, early, late;

	if (!is_sound(w))
		return false;
	local = calendar_days((struct date){ w.year, w.month, w.day }) * US_PER_DAY + w.hour * US_PER_HOUR + w.minute * US_PER_MINUTE +
	    w.second * US_PER_SECOND;
	/* No zone is more than a day off, and no two changes stand closer: the offsets a day around are all that can hold. */
	early = offset_us(zone, (struct moment){ local - US_PER_DAY });
	late = offset_us(zone, (struct moment){ local + US_PER_DAY });
	*out = (struct moment){ local - early };
	if (offset_us(zone, *out) != early && offset_us(zone, (struct moment){ local - late }) == late)
		*out = (struct moment){ local - late };
	return true;
}

struct moment
when_next_hour(const struct zone *zone, struct moment after, int64_t hour)
{
	struct wall wall = when_wall(zone, after);
	int64_t day = calendar_days((struct date){ wall.year, wall.month, wall.day });
	struct moment found = after;

	for (int64_t i = 0; i <= 2; i++) {    /* where clocks skip a whole date, its hour is the one before's */
		struct date date = calendar_date(day + i);

		if (when_moment(zone, (struct wall){ date.year, date.month, date.day, (int)hour, 0, 0, 0 }, &found) && moment_is_after(found, after))
			return found;
	}
	return moment_plus(after, US_PER_DAY);    /* beyond the years that a date may have */
}

static void
put_date(struct buf *b, const struct wall *w)
{
	buf_digits(b, (uint64_t)w->year, 4);
	buf_char(b, '-');
	buf_digits(b, (uint64_t)w->month, 2);
	buf_char(b, '-');
	buf_digits(b, (uint64_t)w->day, 2);
}

static void
put_time(struct buf *b, const struct wall *w)
{
	buf_digits(b, (uint64_t)w->hour, 2);
	buf_char(b, ':');
	buf_digits(b, (uint64_t)w->minute, 2);
}

struct str
when_iso(struct arena *arena, struct moment m)
{
	struct buf b = buf_new(arena, LINE_MAX);
	struct wall w = wall_of(m.us);

	put_date(&b, &w);
	buf_char(&b, 'T');
	put_time(&b, &w);
	buf_char(&b, ':');
	buf_digits(&b, (uint64_t)w.second, 2);
	buf_char(&b, 'Z');
	return buf_str(&b);
}

/* Exactly digits digits. */
static bool
take_digits(struct str *rest, int digits, int *out)
{
	*out = 0;
	if (rest->length < (size_t)digits)
		return false;
	for (int i = 0; i < digits; i++) {
		if (rest->at[i] < '0' || rest->at[i] > '9')
			return false;
		*out = *out * 10 + (rest->at[i] - '0');
	}
	*rest = str_skip(*rest, (size_t)digits);
	return true;
}

static bool
take(struct str *rest, char c)
{
	if (rest->length == 0 || rest->at[0] != c)
		return false;
	*rest = str_skip(*rest, 1);
	return true;
}

static bool
take_date(struct str *rest, struct wall *w)
{
	int year;

	if (!take_digits(rest, 4, &year) || !take(rest, '-') || !take_digits(rest, 2, &w->month) || !take(rest, '-') ||
	    !take_digits(rest, 2, &w->day))
		return false;
	w->year = year;
	return true;
}

static bool
take_time(struct str *rest, struct wall *w)
{
	return take_digits(rest, 2, &w->hour) && take(rest, ':') && take_digits(rest, 2, &w->minute);
}

/* ".25" in microseconds; digits past the sixth are cut. */
static bool
take_fraction(struct str *rest, int64_t *us)
{
	int64_t unit = US_PER_SECOND / 10;
	int digit;

	*us = 0;
	if (!take(rest, '.'))
		return true;
	if (!take_digits(rest, 1, &digit))
		return false;
	do {
		*us += digit * unit;
		unit /= 10;
	} while (take_digits(rest, 1, &digit));
	return true;
}

bool
when_iso_read(struct str text, struct moment *out)
{
	struct wall w = { .year = 0 };
	int64_t us = 0;

	if (!take_date(&text, &w))
		return false;
	if (text.length > 0) {
		if (!take(&text, 'T') || !take_time(&text, &w))
			return false;
		if (take(&text, ':') && (!take_digits(&text, 2, &w.second) || !take_fraction(&text, &us)))
			return false;
		if (!take(&text, 'Z') || text.length > 0)
			return false;
	}
	if (!when_moment(NULL, w, out))
		return false;
	out->us += us;
	return true;
}

struct str
when_date(struct arena *arena, const struct zone *zone, struct moment m)
{
	struct buf b = buf_new(arena, LINE_MAX);
	struct wall w = when_wall(zone, m);

	put_date(&b, &w);
	return buf_str(&b);
}

bool
when_date_read(struct str text, struct wall *out)
{
	struct wall w = *out;

	w.hour = w.minute = w.second = 0;
	if (!take_date(&text, &w) || text.length > 0 || !is_sound(w))
		return false;
	w.weekday = calendar_weekday(calendar_days((struct date){ w.year, w.month, w.day }));
	*out = w;
	return true;
}

struct str
when_time(struct arena *arena, const struct zone *zone, struct moment m)
{
	struct buf b = buf_new(arena, LINE_MAX);
	struct wall w = when_wall(zone, m);

	put_time(&b, &w);
	return buf_str(&b);
}

bool
when_time_read(struct str text, struct wall *out)
{
	struct wall w = *out;

	if (!take_time(&text, &w) || text.length > 0 || w.hour > 23 || w.minute > 59)
		return false;
	w.second = 0;
	*out = w;
	return true;
}

static void
put_day(struct buf *b, const struct zone *zone, const struct wall *w, struct moment now)
{
	buf_add(b, str_from(weekdays[w->weekday]));
	buf_char(b, ' ');
	buf_digits(b, (uint64_t)w->day, 1);
	buf_char(b, ' ');
	buf_add(b, str_from(months[w->month - 1]));
	if (!moment_is_none(now) && when_wall(zone, now).year == w->year)
		return;
	buf_char(b, ' ');
	buf_digits(b, (uint64_t)w->year, 1);
}

struct str
when_day(struct arena *arena, const struct zone *zone, struct moment m, struct moment now)
{
	struct buf b = buf_new(arena, LINE_MAX);
	struct wall w = when_wall(zone, m);

	put_day(&b, zone, &w, now);
	return buf_str(&b);
}

struct str
when_print(struct arena *arena, const struct zone *zone, struct moment m, struct moment now)
{
	struct buf b = buf_new(arena, LINE_MAX);
	struct wall w = when_wall(zone, m);

	put_day(&b, zone, &w, now);
	buf_add(&b, S(", "));
	put_time(&b, &w);
	buf_char(&b, ' ');
	buf_add(&b, zone_at(zone, m).short_name);
	return buf_str(&b);
}

/* tools/words finds the sentences by these. */
#define WHEN(one, many) { one, many }
#define ALONE(words) words

/* Which unit suits a length of time, and the message ids in it. */
static const struct unit {
	int64_t us;
	int64_t until_us;    /* the unit is used below that */
	const char *ago[2];
	const char *in[2];
	const char *lasting;
} units[] = {
	{ US_PER_MINUTE, US_PER_HOUR, WHEN("{n} minute ago", "{n} minutes ago"), WHEN("in {n} minute", "in {n} minutes"), ALONE("{n} min") },
	{ US_PER_HOUR, 2 * US_PER_DAY, WHEN("{n} hour ago", "{n} hours ago"), WHEN("in {n} hour", "in {n} hours"), ALONE("{n} h") },
	{ US_PER_DAY, 100 * US_PER_DAY, WHEN("{n} day ago", "{n} days ago"), WHEN("in {n} day", "in {n} days"), ALONE("{n} d") },
	{ 30 * US_PER_DAY, 720 * US_PER_DAY, WHEN("{n} month ago", "{n} months ago"), WHEN("in {n} month", "in {n} months"), ALONE("{n} mo") },
	{ 365 * US_PER_DAY, INT64_MAX, WHEN("{n} year ago", "{n} years ago"), WHEN("in {n} year", "in {n} years"), ALONE("{n} y") },
};

static const struct unit *
unit_for(int64_t us)
{
	size_t i = 0;

	while (us >= units[i].until_us)
		i++;
	return &units[i];
}

struct when_words
when_relative(struct moment m, struct moment now)
{
	int64_t us = moment_between(m, now);
	bool is_past = us >= 0;
	const struct unit *unit = unit_for(is_past ? us : -us);
	int64_t count = (is_past ? us : -us) / unit->us;

	if (count == 0)
		return is_past ? (struct when_words){ 0, ALONE("just now"), "just now" } : (struct when_words){ 0, ALONE("in a moment"), "in a moment" };
	return (struct when_words){ count, is_past ? unit->ago[0] : unit->in[0], is_past ? unit->ago[1] : unit->in[1] };
}

struct when_words
when_lasting(int64_t us)
{
	int64_t length = us < 0 ? 0 : us;
	const struct unit *unit = unit_for(length);

	return (struct when_words){ length / unit->us, unit->lasting, unit->lasting };
}

struct str
when_words_print(struct arena *arena, struct when_words w)
{
	struct buf b = buf_new(arena, LINE_MAX);
	struct str words = str_from(w.count == 1 ? w.one : w.many);
	size_t at = str_find(words, '{');

	buf_add(&b, str_head(words, at));
	if (at < words.length) {
		buf_whole(&b, w.count);
		buf_add(&b, str_skip(words, at + 3));
	}
	return buf_str(&b);
}
