/* Moments in words and back. Words are English; those with a count come as message ids, so that the forms floor can translate. */
#ifndef FORMATS_WHEN_H
#define FORMATS_WHEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/moment.h"
#include "base/str.h"
#include "formats/zone.h"

struct arena;

/* Date and time on the wall of a zone. */
struct wall {
	int64_t year;
	int month;      /* 1..12 */
	int day;        /* 1..31 */
	int hour;
	int minute;
	int second;
	int weekday;    /* 0 = Monday */
};

struct wall when_wall(const struct zone *, struct moment);

/* The moment of a wall time. A time that a clock change skips is moved forward by the change; of one that comes twice the first
 * is meant. False if there is no such date. */
bool when_moment(const struct zone *, struct wall, struct moment *out);

/* The first moment after `after` at which that hour (0..23) begins on the wall: once a date, as when_moment() reads it. */
struct moment when_next_hour(const struct zone *, struct moment after, int64_t hour);

/* "2026-11-24T13:00:00Z"; microseconds are cut. Reads that, with optional seconds and fraction, and "2026-11-24" (midnight UTC). */
struct str when_iso(struct arena *, struct moment);
bool when_iso_read(struct str text, struct moment *out);

/* "2026-11-24" ↔ date, "21:00" ↔ hour and minute: the values of <input type=date> and time. Years 1900 to 2199. */
struct str when_date(struct arena *, const struct zone *, struct moment);
bool when_date_read(struct str text, struct wall *out);
struct str when_time(struct arena *, const struct zone *, struct moment);
bool when_time_read(struct str text, struct wall *out);

/* "Tue 24 Nov, 21:00 SGT", "Tue 24 Nov 2026, 21:00 SGT" when now is in another year (or none), and without the time. */
struct str when_print(struct arena *, const struct zone *, struct moment, struct moment now);
struct str when_day(struct arena *, const struct zone *, struct moment, struct moment now);

/* Words with a count: "{n} hour ago" or "{n} hours ago". */
struct when_words {
	int64_t count;
	const char *one;
	const char *many;
};

/* m as seen from now: "3 hours ago", "in 2 days", "just now". Minutes below an hour, hours below two days, days below a hundred. */
struct when_words when_relative(struct moment m, struct moment now);

/* A length of time, short: "45 min", "19 h", "10 d". Negative ones count as 0. */
struct when_words when_lasting(int64_t us);

/* English, filled in: for logs, the command line, tests. */
struct str when_words_print(struct arena *, struct when_words);

#endif
