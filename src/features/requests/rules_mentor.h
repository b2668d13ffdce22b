/* When a mentor who gives no sign is written to, and when they are set aside. Pure. Source: PROGRAMMES.md T23, T25. */
#ifndef REQUESTS_RULES_MENTOR_H
#define REQUESTS_RULES_MENTOR_H

#include "base/moment.h"

/* Somebody waits for them: the first letter after so many days, the others spread over as many again, then the end of their claims. */
struct silent_ladder {
	int64_t days, tries;
};
/* How many letters are due by now; tries + 1: it is the end. 0: none yet. */
int64_t silent_tries_due(const struct silent_ladder *, struct moment since, struct moment now);
/* When the next one is, after so many. */
struct moment silent_next_at(const struct silent_ladder *, struct moment since, int64_t tries);

#endif
