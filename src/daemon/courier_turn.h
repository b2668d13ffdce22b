/* The courier between two rests. Its clock, its database and the outside are the caller's: courier.c brings the machine's, a story its own. */
#ifndef DAEMON_COURIER_TURN_H
#define DAEMON_COURIER_TURN_H

#include "daemon/process.h"
#include "system/exchange.h"

/* Both are borrowed until courier_end(). One courier a process. */
void courier_begin(struct process *, struct exchange *);
/* Takes what has come, sends what may go, looks what is due, asks the writers. When the next turn is due at the latest: monotonic microseconds. */
int64_t courier_turn(void);
/* There is something to look at outside, and this process was sealed without a way there. */
bool courier_wants_network(void);
void courier_end(void);

#endif
