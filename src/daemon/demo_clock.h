/* The clock of a demo, kept in its data folder: server, commands and a demo that is started again all show the same time. */
#ifndef DAEMON_DEMO_CLOCK_H
#define DAEMON_DEMO_CLOCK_H

#include "daemon/process.h"

/* Into the orders what the folder keeps; a folder without a clock, or no folder, leaves them: the machine's. BAD_INPUT: the file is not ours. */
enum outcome demo_clock_read(struct arena *, struct str dir, struct orders *);
enum outcome demo_clock_keep(struct arena *, struct str dir, const struct orders *);
/* The folder holds no demo any more; none is fine. */
enum outcome demo_clock_remove(struct arena *, struct str dir);

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
