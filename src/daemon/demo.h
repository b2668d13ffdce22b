/* The demo: a server full of invented people. */
#ifndef DAEMON_DEMO_H
#define DAEMON_DEMO_H

#include "daemon/dispatch.h"

struct demo_wish {
	uint64_t seed;
	struct moment now;            /* the history ends here; it covers a year */
};

/* Fills an empty, migrated database: the same rows for the same wish. The world's db is open for writing, outside a turn. */
enum outcome demo_fill(struct world *, struct arena *, const struct demo_wish *);

#endif
