/* A queue of mentors by distance; equal distances by place, so that the order of leaving never depends on the order of coming. */
#ifndef ENGINE_HEAP_H
#define ENGINE_HEAP_H

#include <stdint.h>

struct arena;

struct match_heap {
	const int64_t *distance;      /* of each mentor; may only fall while one is inside, then match_heap_put() again */
	uint32_t *at;                 /* mentors, the nearest first */
	uint32_t *place;              /* of each mentor in at, from 1; 0: not inside */
	uint32_t count;
};

struct match_heap match_heap_new(struct arena *, const int64_t *distance, uint32_t mentors);
/* Puts it in, or moves it up after its distance fell. */
void match_heap_put(struct match_heap *, uint32_t mentor);
/* Takes out the nearest; there must be one. */
uint32_t match_heap_take(struct match_heap *);
void match_heap_empty(struct match_heap *);

#endif
