/* Days and times as a language writes them: names and order are sentences of its catalogue, after CLDR's abbreviated forms. */
#include "forms/say_moment.h"

#include "base/arena.h"
#include "base/buf.h"
#include "formats/when.h"
#include "forms/language.h"
#include "forms/read.h"
#include "forms/say.h"

enum { NUMBER_MAX = 24, WEEK_MAX = 2000 };

static const char *const weekdays[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };
static const char *const months[] = { N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec") };

static struct str
digits(struct arena *arena, int64_t number)
{
	struct buf out = buf_new(arena, NUMBER_MAX);

	buf_whole(&out, number);
	return buf_str(&out);
}

/* when.h writes English, which most read: no sentence is looked up for it. */
static bool
is_source(struct str language)
{
	return str_is_empty(language) || str_equal(language, S(LANGUAGE_SOURCE));
}

struct str
say_day(struct arena *arena, struct say_place place, struct moment m, struct moment now)
{
	struct wall w;
	bool is_this_year;

	if (is_source(place.language))
		return when_day(arena, place.zone, m, now);
	w = when_wall(place.zone, m);
	is_this_year = !moment_is_none(now) && when_wall(place.zone, now).year == w.year;
	return say_filled(arena, say(place.language, is_this_year ? N_("{weekday} {day} {month}") : N_("{weekday} {day} {month} {year}")), 4,
	    (struct say_value[]){ { "weekday", say(place.language, weekdays[w.weekday]) }, { "day", digits(arena, w.day) },
	    { "month", say(place.language, months[w.month - 1]) }, { "year", digits(arena, w.year) } });
}

struct str
say_moment(struct arena *arena, struct say_place place, struct moment m, struct moment now)
{
	if (is_source(place.language))
		return when_print(arena, place.zone, m, now);
	return say_filled(arena, say(place.language, N_("{day}, {time} {zone}")), 3, (struct say_value[]){
	    { "day", say_day(arena, place, m, now) }, { "time", when_time(arena, place.zone, m) }, { "zone", zone_at(place.zone, m).short_name } });
}

struct str
say_week(struct arena *arena, struct str language, int64_t bits)
{
	static const char *const parts[WEEK_PARTS] = {
		N_("Monday morning"), N_("Monday afternoon"), N_("Monday evening"),
		N_("Tuesday morning"), N_("Tuesday afternoon"), N_("Tuesday evening"),
		N_("Wednesday morning"), N_("Wednesday afternoon"), N_("Wednesday evening"),
		N_("Thursday morning"), N_("Thursday afternoon"), N_("Thursday evening"),
		N_("Friday morning"), N_("Friday afternoon"), N_("Friday evening"),
		N_("Saturday morning"), N_("Saturday afternoon"), N_("Saturday evening"),
		N_("Sunday morning"), N_("Sunday afternoon"), N_("Sunday evening"),
	};
	struct buf words = buf_new(arena, WEEK_MAX);

	for (unsigned i = 0; i < WEEK_PARTS; i++) {
		if ((bits >> i & 1) == 0)
			continue;
		if (words.length > 0)
			buf_add(&words, S(", "));
		buf_add(&words, say(language, parts[i]));
	}
	return buf_str(&words);
}
