/* Moments of one silence. */
#include "requests/rules_mentor.h"

struct moment
silent_next_at(const struct silent_ladder *ladder, struct moment since, int64_t tries)
{
	int64_t whole_us = ladder->days * US_PER_DAY, each_us = whole_us / ladder->tries;

	return moment_plus(since, tries >= ladder->tries ? 2 * whole_us : whole_us + tries * each_us);
}

int64_t
silent_tries_due(const struct silent_ladder *ladder, struct moment since, struct moment now)
{
	int64_t due = 0;

	while (due <= ladder->tries && !moment_is_after(silent_next_at(ladder, since, due), now))
		due++;
	return due;
}
