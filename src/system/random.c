/* Randomness of the kernel and of a seed. */
#include "system/random.h"

#include <errno.h>
#include <sys/random.h>

#include "base/check.h"

enum { ID_RANDOM_BITS = 22 };
#define ID_EPOCH_MS INT64_C(1577836800000)    /* 2020-01-01T00:00:00Z */

static void
system_fill(void *self, void *bytes, size_t count)
{
	unsigned char *at = bytes;

	(void)self;
	while (count > 0) {
		ssize_t got = getrandom(at, count, 0);

		if (got < 0 && errno == EINTR)
			continue;
		check(got > 0);
		at += got;
		count -= (size_t)got;
	}
}

const struct random random_system = { .self = NULL, .fill = system_fill };

/* splitmix64: every seed gives a sequence of its own. For tests and the demo, never for secrets of a live server. */
static uint64_t
seeded_next(struct random_seeded *state)
{
	uint64_t z = state->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static void
seeded_fill(void *self, void *bytes, size_t count)
{
	unsigned char *at = bytes;

	for (size_t i = 0; i < count; i++)
		at[i] = (unsigned char)(seeded_next(self) >> 56);
}

struct random
random_seeded(struct random_seeded *state, uint64_t seed)
{
	state->state = seed;
	return (struct random){ .self = state, .fill = seeded_fill };
}

uint64_t
random_below(const struct random *random, uint64_t below)
{
	uint64_t number, rest;

	check(below > 0);
	rest = UINT64_MAX % below;
	do
		random->fill(random->self, &number, sizeof(number));
	while (number >= UINT64_MAX - rest);    /* so that every number is as likely as any other */
	return number % below;
}

int64_t
random_id(const struct random *random, struct moment now)
{
	int64_t ms = now.us / 1000 - ID_EPOCH_MS;

	check(ms >= 0);
	return (ms << ID_RANDOM_BITS | (int64_t)random_below(random, UINT64_C(1) << ID_RANDOM_BITS)) + 1;
}

int64_t
random_id_last(struct moment now)
{
	return (now.us / 1000 - ID_EPOCH_MS + 1) << ID_RANDOM_BITS;
}

struct moment
random_id_made_at(int64_t id)
{
	return (struct moment){ (((id - 1) >> ID_RANDOM_BITS) + ID_EPOCH_MS) * 1000 };
}
