/* What fuzz targets share. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

enum { FUZZ_INPUT_MAX = 64 << 10, FUZZ_ARENA = 64 << 20 };    /* TRUST.md R17: no run takes more than that */

struct fuzz_target {
	const char *name;
	void (*run)(struct arena *, struct str input);
	unsigned runs;
};
extern const struct fuzz_target fuzz_targets[];
extern const size_t fuzz_target_count;

#define FUZZ(target, count) void fuzz_##target(struct arena *, struct str input);
#include "targets.def"
#undef FUZZ

/* A bug: says so and aborts, which both drivers report with the input. */
void fuzz_fail(const char *file, int line, const char *what);
#define MUST(holds) ((holds) ? (void)0 : fuzz_fail(__FILE__, __LINE__, #holds))

/* Whether these words stand somewhere in it. */
bool fuzz_holds(struct str, const char *words);

/* A fresh buffer that holds any escaped form of the input. */
struct buf fuzz_buf(struct arena *, struct str input);

#endif
