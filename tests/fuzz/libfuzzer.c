/* The same targets under clang's libFuzzer: FUZZ_TARGET names the one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const struct fuzz_target *
wanted(void)
{
	const char *name = getenv("FUZZ_TARGET");

	for (size_t i = 0; name != NULL && i < fuzz_target_count; i++)
		if (strcmp(fuzz_targets[i].name, name) == 0)
			return &fuzz_targets[i];
	fputs("FUZZ_TARGET names no target\n", stderr);
	exit(2);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static const struct fuzz_target *target;
	static struct arena *arena;

	if (target == NULL) {
		target = wanted();
		arena_open(FUZZ_ARENA, &arena);
	}
	if (length > FUZZ_INPUT_MAX)
		return -1;
	target->run(arena, (struct str){ (const char *)bytes, length });
	arena_reset(arena);
	return 0;
}
