/* How whoever calls a solver follows it and stops it. */
#ifndef ENGINE_CONTROL_H
#define ENGINE_CONTROL_H

#include <stdbool.h>
#include <stddef.h>

/* How a solver ended. Only MATCH_DONE leaves a plan. */
enum match_end {
	MATCH_DONE,
	MATCH_STOPPED,                /* the control said stop */
	MATCH_NO_ROOM,                /* it would take more memory than memory_limit */
	MATCH_TOO_LARGE,              /* n·(B + S) passes 2^53 (MATCHING.md 3.2) */
};

struct match_control {
	/* Called on the caller's thread after a fixed number of steps, some milliseconds apart: done of total mentees have their place in the
	 * run under way (mode leximin has many). True: stop. */
	bool (*stops)(void *self, size_t done, size_t total);
	void *self;
	size_t memory_limit;          /* bytes that a solver may take from its arena; 0: no limit */
};

#endif
