/* Notes written by many at once, and an account of those that the server said it keeps. What failed, or whose line was cut, is sent again
 * with the same key until it is answered: so each stands in the database once, or something was lost or doubled. */
#ifndef LEDGER_H
#define LEDGER_H

#include <stdio.h>

#include "crowd.h"

struct ledger {
	uint64_t request;             /* that the notes are about */
	const char *name;             /* of the notes: NAME-browser-number */
	FILE *kept;                   /* words of what was acknowledged, a line each */
	unsigned acknowledged, unavailable, cut, other;
	int64_t slowest_us;
	int64_t troubled_us;          /* when something was refused or cut last */
};

/* Racer 0 is a coordinator and writes a note, the only one with these words. */
void write_note(struct browser *, uint64_t request, const char *words);
/* The first `clients` browsers, whose pages are open, write their first notes. */
void ledger_begin(struct ledger *, unsigned clients);
/* Settles what was answered since and goes on; false once it is over and nothing waits. Between two calls: step(). */
bool ledger_goes_on(struct ledger *, unsigned clients, bool is_over);

#endif
