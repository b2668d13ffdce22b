/* Cohorts for tests, from counter hashes: the same seed gives the same cohort on every machine. */
#ifndef ENGINE_TESTING_COHORT_H
#define ENGINE_TESTING_COHORT_H

#include <stdio.h>

#include "base/arena.h"
#include "engine/cohort.h"

static inline uint64_t
testing_mix(uint64_t z)
{
	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

/* A number below n, of this seed, stream and place. */
static inline uint32_t
testing_below(uint32_t n, uint64_t seed, uint64_t stream, uint64_t place)
{
	const uint64_t golden = UINT64_C(0x9E3779B97F4A7C15);

	return (uint32_t)((testing_mix(testing_mix(seed * golden + stream) + place * golden) >> 11) % n);
}

struct testing_size {
	uint32_t mentees, mentors;
	uint32_t capacity_below;      /* capacities are 0 to below this */
	uint32_t row_percent;         /* so many of all pairs have a row */
	uint32_t scores_below;        /* few different scores make many ties */
};

static inline void
testing_people(struct arena *arena, struct match_side *side, uint32_t count, char letter)
{
	side->count = count;
	side->at = ARENA_MANY(arena, count + 1, struct match_person);
	for (uint32_t i = 0; i < count; i++) {
		char *id = arena_take(arena, 8);

		snprintf(id, 8, "%c%05u", letter, i % 100000);
		side->at[i].id = str_from(id);
		side->at[i].capacity = -1;
	}
}

/* About one mentee in eight is pinned, where a seat is left; about one pair in ten is blocked. */
static inline void
testing_cohort(struct arena *arena, uint64_t seed, struct testing_size size, struct match_cohort *c)
{
	size_t all = (size_t)size.mentees * size.mentors;

	*c = (struct match_cohort){ 0 };
	testing_people(arena, &c->mentees, size.mentees, 'e');
	testing_people(arena, &c->mentors, size.mentors, 'r');
	c->rows = ARENA_MANY(arena, all + 1, struct match_row);
	c->blocks = ARENA_MANY(arena, all + 1, struct match_pin);
	c->pins = ARENA_MANY(arena, size.mentees + 1, struct match_pin);
	for (uint32_t j = 0; j < size.mentors; j++)
		c->mentors.at[j].capacity = (int32_t)testing_below(size.capacity_below, seed, 1, j);
	for (uint32_t i = 0; i < size.mentees; i++) {
		bool wants_pin = testing_below(8, seed, 4, i) == 0;

		for (uint32_t j = 0; j < size.mentors; j++) {
			uint64_t place = (uint64_t)i * size.mentors + j;
			uint32_t taken = 0;

			if (testing_below(100, seed, 2, place) >= size.row_percent)
				continue;
			c->rows[c->row_count++] = (struct match_row){ i, j, (int32_t)testing_below(size.scores_below, seed, 3, place) };
			for (size_t p = 0; p < c->pin_count; p++)
				taken += c->pins[p].mentor == j;
			if (wants_pin && taken < (uint32_t)c->mentors.at[j].capacity) {
				c->pins[c->pin_count++] = (struct match_pin){ .mentee = i, .mentor = j };
				wants_pin = false;
			} else if (testing_below(10, seed, 5, place) == 0) {
				c->blocks[c->block_count++] = (struct match_pin){ .mentee = i, .mentor = j };
			}
		}
	}
}

#endif
