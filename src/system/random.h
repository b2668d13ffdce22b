/* The seam to randomness, and what is made of it first: ids. */
#ifndef SYSTEM_RANDOM_H
#define SYSTEM_RANDOM_H

#include <stddef.h>
#include <stdint.h>

#include "base/moment.h"

struct random {
	void *self;
	void (*fill)(void *self, void *bytes, size_t count);
};

/* The kernel's generator. */
extern const struct random random_system;

/* The same bytes for the same seed: tests and the demo. The state lives as long as the generator. */
struct random_seeded {
	uint64_t state;
};
struct random random_seeded(struct random_seeded *, uint64_t seed);

/* A number in [0, below). */
uint64_t random_below(const struct random *, uint64_t below);

/* A new 63-bit id: 41 bits of milliseconds since 2020, 22 random ones. Two of one millisecond meet once in four million;
 * the primary key refuses the second. */
int64_t random_id(const struct random *, struct moment now);
/* The last one that can be made in that millisecond. */
int64_t random_id_last(struct moment now);
/* When it was made, to the millisecond. */
struct moment random_id_made_at(int64_t id);

#endif
