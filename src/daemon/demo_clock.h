/* The clock of a demo, kept in its data folder: server, commands and a demo that is started again all show the same time. A running server
 * looks at the file before it tells the time, so that `mentord clock` moves it for all processes in the same moment. */
#ifndef DAEMON_DEMO_CLOCK_H
#define DAEMON_DEMO_CLOCK_H

#include "base/moment.h"
#include "base/outcome.h"
#include "base/str.h"
#include "system/clock.h"

struct arena;
struct orders;

/* The file holds the same line twice: who reads while it is changed sees two that differ, and keeps to what it saw before. */
enum { DEMO_CLOCK_LINE = 64, DEMO_CLOCK_BYTES = 2 * DEMO_CLOCK_LINE };

/* A clock that follows the file. */
struct demo_clock {
	struct clock_shifted shown;
	const char *kept;             /* the file in memory; NULL: not followed */
	char read[DEMO_CLOCK_BYTES];  /* as it was read last */
};
enum outcome demo_clock_watch(struct demo_clock *, int descriptor);
struct clock demo_clock_of(struct demo_clock *);

/* Into the orders what the folder keeps; a folder without a clock, or no folder, leaves them: the machine's. BAD_INPUT: the file is not ours. */
enum outcome demo_clock_read(struct arena *, struct str dir, struct orders *);
enum outcome demo_clock_keep(struct arena *, struct str dir, const struct orders *);
/* For the processes of a server, which the keeper hands it down to; a folder without a clock leaves the orders. */
enum outcome demo_clock_open(struct arena *, struct str dir, struct orders *);
/* The folder holds no demo any more; none is fine. */
enum outcome demo_clock_remove(struct arena *, struct str dir);

/* Moves it on by so much, also under a running server: what it showed, what it shows. NOT_FOUND: no demo. */
enum outcome demo_clock_advance(struct arena *, struct str dir, int64_t by_us, struct moment *before, struct moment *after);

/* What the operator wants of a demo's clock. */
struct demo_clock_wish {
	struct moment start;          /* none: runs on from where it was, or shows the machine's time */
	bool is_frozen;
};
/* From what the folder keeps (read into the orders) to how this demo shall run: it never goes back. */
void demo_clock_set(struct orders *, const struct demo_clock_wish *);
/* Not before that moment, which something stored has. */
void demo_clock_not_before(struct orders *, struct moment newest);

#endif
