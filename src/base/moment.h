/* A point in time: microseconds since 1970-01-01T00:00:00Z, and nothing else. Zones and words live in formats/when.h.
 * The zero moment means "none": no row of ours is that old. */
#ifndef BASE_MOMENT_H
#define BASE_MOMENT_H

#include <stdbool.h>
#include <stdint.h>

struct moment {
	int64_t us;
};

#define US_PER_SECOND INT64_C(1000000)
#define US_PER_MINUTE (60 * US_PER_SECOND)
#define US_PER_HOUR (60 * US_PER_MINUTE)
#define US_PER_DAY (24 * US_PER_HOUR)    /* an elapsed day; calendar days need a zone */

static inline bool
moment_is_none(struct moment a)
{
	return a.us == 0;
}

static inline bool
moment_is_after(struct moment a, struct moment b)
{
	return a.us > b.us;
}

/* a + us microseconds. */
static inline struct moment
moment_plus(struct moment a, int64_t us)
{
	return (struct moment){ a.us + us };
}

/* Microseconds from a to b, negative when b is earlier. */
static inline int64_t
moment_between(struct moment from, struct moment to)
{
	return to.us - from.us;
}

static inline struct moment
moment_later(struct moment a, struct moment b)
{
	return a.us > b.us ? a : b;
}

#endif
