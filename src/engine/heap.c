/* A binary heap that knows where everybody is in it. */
#include "engine/heap.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/check.h"

struct match_heap
match_heap_new(struct arena *arena, const int64_t *distance, uint32_t mentors)
{
	return (struct match_heap){ .distance = distance, .at = ARENA_MANY(arena, (size_t)mentors + 1, uint32_t),
		.place = ARENA_MANY(arena, (size_t)mentors + 1, uint32_t) };
}

static bool
is_nearer(const struct match_heap *heap, uint32_t a, uint32_t b)
{
	return heap->distance[a] != heap->distance[b] ? heap->distance[a] < heap->distance[b] : a < b;
}

static void
set(struct match_heap *heap, uint32_t index, uint32_t mentor)
{
	heap->at[index] = mentor;
	heap->place[mentor] = index + 1;
}

void
match_heap_put(struct match_heap *heap, uint32_t mentor)
{
	uint32_t index = heap->place[mentor] == 0 ? heap->count++ : heap->place[mentor] - 1;

	while (index > 0 && is_nearer(heap, mentor, heap->at[(index - 1) / 2])) {
		set(heap, index, heap->at[(index - 1) / 2]);
		index = (index - 1) / 2;
	}
	set(heap, index, mentor);
}

static void
sink(struct match_heap *heap, uint32_t mentor)
{
	uint32_t index = 0, child;

	while ((child = 2 * index + 1) < heap->count) {
		if (child + 1 < heap->count && is_nearer(heap, heap->at[child + 1], heap->at[child]))
			child++;
		if (!is_nearer(heap, heap->at[child], mentor))
			break;
		set(heap, index, heap->at[child]);
		index = child;
	}
	set(heap, index, mentor);
}

uint32_t
match_heap_take(struct match_heap *heap)
{
	uint32_t nearest = heap->at[0], last;

	check(heap->count > 0);
	last = heap->at[--heap->count];
	heap->place[nearest] = 0;
	if (heap->count > 0)
		sink(heap, last);
	return nearest;
}

void
match_heap_empty(struct match_heap *heap)
{
	for (uint32_t i = 0; i < heap->count; i++)
		heap->place[heap->at[i]] = 0;
	heap->count = 0;
}
