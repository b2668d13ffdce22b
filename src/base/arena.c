/* The only file that asks the system for memory. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"

enum { FIRST_BLOCK = 64 << 10 };    /* covers a usual visit, so that the common case never asks twice */

struct block {
	struct block *next;
	size_t size;
	size_t used;
	alignas(max_align_t) unsigned char at[];
};

struct arena {
	struct block *first;
	struct block *newest;
	size_t ceiling;
	size_t held;     /* bytes of all blocks */
	size_t taken;
};

static struct block *
block_new(size_t size)
{
	struct block *block = malloc(sizeof(*block) + size);

	check(block != NULL);
	block->next = NULL;
	block->size = size;
	block->used = 0;
	return block;
}

void
arena_open(size_t ceiling, struct arena **out)
{
	struct arena *arena = malloc(sizeof(*arena));

	check(arena != NULL);
	*arena = (struct arena){ .ceiling = ceiling };
	arena->first = block_new(ceiling < FIRST_BLOCK ? ceiling : FIRST_BLOCK);
	arena->newest = arena->first;
	arena->held = arena->first->size;
	*out = arena;
}

static void
blocks_free(struct block *block)
{
	while (block != NULL) {
		struct block *next = block->next;

		free(block);
		block = next;
	}
}

void
arena_close(struct arena **arena)
{
	if (*arena == NULL)
		return;
	blocks_free((*arena)->first);
	free(*arena);
	*arena = NULL;
}

void
arena_reset(struct arena *arena)
{
	blocks_free(arena->first->next);
	arena->first->next = NULL;
	arena->first->used = 0;
	arena->newest = arena->first;
	arena->held = arena->first->size;
	arena->taken = 0;
}

static void
arena_grow(struct arena *arena, size_t size)
{
	size_t wanted = arena->newest->size * 2;

	if (wanted < size)
		wanted = size;
	if (wanted > arena->ceiling - arena->held)
		wanted = arena->ceiling - arena->held;
	check(wanted >= size);
	arena->newest->next = block_new(wanted);
	arena->newest = arena->newest->next;
	arena->held += wanted;
}

void *
arena_take_plain(struct arena *arena, size_t size)
{
	size_t rounded;
	void *at;

	check(!__builtin_add_overflow(size, alignof(max_align_t) - 1, &rounded));
	rounded &= ~(alignof(max_align_t) - 1);
	if (rounded > arena->newest->size - arena->newest->used)
		arena_grow(arena, rounded);
	at = arena->newest->at + arena->newest->used;
	arena->newest->used += rounded;
	arena->taken += rounded;
	return at;
}

void *
arena_take(struct arena *arena, size_t size)
{
	return memset(arena_take_plain(arena, size), 0, size);
}

void *
arena_take_many(struct arena *arena, size_t count, size_t size)
{
	size_t bytes;

	check(!__builtin_mul_overflow(count, size, &bytes));
	return arena_take(arena, bytes);
}

size_t
arena_used(const struct arena *arena)
{
	return arena->taken;
}
