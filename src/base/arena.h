/* Memory that is freed as a whole: one arena a visit, a job or a program. malloc stands in arena.c alone.
 * Whatever is taken from an arena is zeroed and lives until arena_reset() or arena_close(). */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

enum { ARENA_VISIT = 1 << 20, ARENA_IMPORT = 8 << 20 };    /* ceilings in bytes (TRUST.md 5.3) */

/* A new, empty arena that never holds more than ceiling bytes. The caller owns it. */
void arena_open(size_t ceiling, struct arena **out);
void arena_close(struct arena **);

/* Forgets all that was taken; keeps the first block for the next use. */
void arena_reset(struct arena *);

/* size zeroed bytes, aligned for any type; never NULL: inputs are bounded, so passing the ceiling is our bug, and a system
 * without memory ends the process with 70 (the keeper starts another, nothing was promised yet). */
void *arena_take(struct arena *, size_t size) __attribute__((malloc, alloc_size(2), returns_nonnull, warn_unused_result));

/* As arena_take(), but not zeroed: for bytes that the caller writes before anybody reads them. */
void *arena_take_plain(struct arena *, size_t size) __attribute__((malloc, alloc_size(2), returns_nonnull, warn_unused_result));

/* As arena_take() for count elements of size bytes; an overflow of the product is our bug. */
void *arena_take_many(struct arena *, size_t count, size_t size) __attribute__((malloc, alloc_size(2, 3), returns_nonnull, warn_unused_result));

/* Bytes taken since the last reset, for the log and for tests. */
size_t arena_used(const struct arena *);

#define ARENA_NEW(arena, type) ((type *)arena_take((arena), sizeof(type)))
#define ARENA_MANY(arena, count, type) ((type *)arena_take_many((arena), (count), sizeof(type)))

#endif
