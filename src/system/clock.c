/* The machine's clock, and one that starts where a demo or a test wants. */
#include "system/clock.h"

#include <stddef.h>
#include <time.h>

#include "base/check.h"

static int64_t
read_us(clockid_t which)
{
	struct timespec t;

	check(clock_gettime(which, &t) == 0);
	return (int64_t)t.tv_sec * US_PER_SECOND + t.tv_nsec / 1000;
}

static struct moment
system_wall(void *self)
{
	(void)self;
	return (struct moment){ read_us(CLOCK_REALTIME) };
}

static int64_t
system_monotonic(void *self)
{
	(void)self;
	return read_us(CLOCK_MONOTONIC);
}

const struct clock clock_system = { .self = NULL, .wall = system_wall, .monotonic_us = system_monotonic };

static struct moment
shifted_wall(void *self)
{
	const struct clock_shifted *c = self;

	if (c->is_frozen)
		return c->start;
	return moment_plus(c->start, moment_between(c->since, clock_wall(&clock_system)));
}

struct clock
clock_shifted(struct clock_shifted *state)
{
	return (struct clock){ .self = state, .wall = shifted_wall, .monotonic_us = system_monotonic };
}

void
clock_rest(int64_t milliseconds)
{
	struct timespec span = { .tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000 };

	(void)nanosleep(&span, NULL);
}
