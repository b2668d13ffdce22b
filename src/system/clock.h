/* The seam to time. Product code gets `now` as a parameter; only the loops of the daemons and the tests hold a clock. */
#ifndef SYSTEM_CLOCK_H
#define SYSTEM_CLOCK_H

#include <stdbool.h>

#include "base/moment.h"

struct clock {
	void *self;
	struct moment (*wall)(void *self);          /* UTC */
	int64_t (*monotonic_us)(void *self);        /* for deadlines: never goes back */
};

/* The machine's own clock. */
extern const struct clock clock_system;

/* Does nothing for so long; a signal may end it sooner. */
void clock_rest(int64_t milliseconds);

/* Wall time runs on from start (the demo's --now), as the machine's does since then, or stands still if is_frozen. The state lives as long
 * as the clock. */
struct clock_shifted {
	struct moment start, since;
	bool is_frozen;
};
struct clock clock_shifted(struct clock_shifted *);

static inline struct moment
clock_wall(const struct clock *c)
{
	return c->wall(c->self);
}

static inline int64_t
clock_monotonic_us(const struct clock *c)
{
	return c->monotonic_us(c->self);
}

#endif
