/* Days on which a programme's steps come (PROGRAMMES.md 2.1, clock.days; F066). Pure. */
#ifndef PROGRAMMES_OPEN_DAYS_H
#define PROGRAMMES_OPEN_DAYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/moment.h"
#include "base/schema_types.h"
#include "base/str.h"

struct zone;

struct holiday {
	int64_t day;              /* since 1970-01-01 */
	struct str name;
};

struct open_days {
	const struct zone *zone;  /* the programme's: its days begin at its midnight */
	unsigned week;            /* bit 0: Monday; 0: every day is open, holidays too */
	const struct holiday *closed;
	size_t closed_count;
};

bool open_days_has(const struct open_days *, int64_t day);

/* m itself if its day is open; else the same time on the wall of the next day that is. None stays none. */
struct moment open_days_next(const struct open_days *, struct moment m);

#endif
