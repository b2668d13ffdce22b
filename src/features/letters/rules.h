/* When a letter may leave, and when it is tried again. Pure. Source: UX.md 7 (quiet hours, pause), SLACK.md 16, TRUST.md 5.7, T31. */
#ifndef LETTERS_RULES_H
#define LETTERS_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/moment.h"
#include "base/schema_types.h"

enum { SIGN_IN_TRIES = 4 };

struct leave_facts {
	enum letter_haste haste;
	bool is_sure;                 /* of a kind that nobody can stop */
	int64_t (*hour_at)(const void *zone, struct moment);    /* 0..23 on the reader's wall */
	struct moment (*next_hour)(const void *zone, struct moment after, int64_t hour);    /* the first after, whatever clocks do meanwhile */
	const void *zone;
	int64_t quiet_from, quiet_to; /* hours; the same: never quiet */
	int64_t digest_hour;          /* -1: none */
	struct moment paused_until_at;
};

/* The earliest moment that is not before `from`: NOW at once; what can wait waits out the quiet hours, a pause and, if BULK, the digest hour. */
struct moment letter_leaves_at(const struct leave_facts *, struct moment from);

/* Seconds until the next try after so many that were answered; 0: it is given up. Sign-in mail: 15 s, 60 s, 3 min. Else half an hour,
 * doubling to four hours, until 72 hours after the first try. share, 0 to 400, spreads it from -20 % to +20 %. */
int64_t letter_waits_seconds(bool is_sign_in, int64_t tries, int64_t since_first_seconds, unsigned share);

#endif
