/* When something that recurs comes next, on the wall of a programme's zone, whatever its clocks do. Pure. Source: PROGRAMMES.md F156. */
#ifndef PROGRAMMES_RHYTHM_H
#define PROGRAMMES_RHYTHM_H

#include "base/moment.h"
#include "formats/zone.h"

enum every { EVERY_NEVER, EVERY_DAY, EVERY_WEEK, EVERY_MONTH };    /* as the word of the setting counts them */

struct rhythm {
	enum every every;
	int64_t weekday;              /* 1 = Monday to 7; of EVERY_WEEK */
	int64_t day;                  /* 1..28, so that every month has it; of EVERY_MONTH */
	int64_t hour;                 /* 0..23 on the wall; one that a clock change skips is an hour later, of one that comes twice the first counts */
};

/* The first moment after `after`; none for EVERY_NEVER. */
struct moment rhythm_after(const struct rhythm *, const struct zone *, struct moment after);

/* The same after one that was done now: what was done late stands for its period, and the next one is not soon behind it. */
struct moment rhythm_after_done(const struct rhythm *, const struct zone *, struct moment now);

#endif
