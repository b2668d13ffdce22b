/* What is wrong with a file that somebody wrote: every fault with its place, so that all are put right in one go. */
#ifndef FORMATS_COMPLAINTS_H
#define FORMATS_COMPLAINTS_H

#include <stddef.h>

#include "base/limits.h"
#include "base/str.h"

struct arena;

/* From 1 on. */
struct place {
	long line, column;
};

struct complaint {
	struct place at;
	struct str words;             /* says what was expected; no full stop */
};

struct complaints {
	struct arena *arena;
	struct complaint at[LIMIT_COMPLAINTS];
	size_t count;
	size_t left_out;              /* those beyond LIMIT_COMPLAINTS are only counted */
};

struct complaints complaints_new(struct arena *);
/* The words live in the arena; at most 600 bytes of them. */
void complaints_add(struct complaints *, struct place, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* In the order of their places: "FILE:LINE:COLUMN: words", a line each; a last one says how many were left out. */
struct str complaints_print(struct complaints *, struct str file);

#endif
