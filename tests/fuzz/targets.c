/* The table of targets. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/check.h"

const struct fuzz_target fuzz_targets[] = {
#define FUZZ(target, count) { #target, fuzz_##target, count },
#include "targets.def"
#undef FUZZ
};
const size_t fuzz_target_count = ARRAY_LENGTH(fuzz_targets);

void
fuzz_fail(const char *file, int line, const char *what)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
	abort();
}

bool
fuzz_holds(struct str s, const char *words)
{
	for (; s.length > 0; s = str_skip(s, 1))
		if (str_starts(s, str_from(words)))
			return true;
	return false;
}

struct buf
fuzz_buf(struct arena *arena, struct str input)
{
	return buf_new(arena, 12 * input.length + 256);
}
