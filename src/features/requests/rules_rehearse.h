/* A ladder rehearsed on past requests (F033): which steps of waiting it would have taken. Pure. What people would have done otherwise,
 * had they been asked sooner, nobody knows: each request waits as long as it did. */
#ifndef REQUESTS_RULES_REHEARSE_H
#define REQUESTS_RULES_REHEARSE_H

#include "requests/rules_wait.h"

enum { REHEARSAL_STEPS_MOST = 100000 };

/* A request became another state. They come by request, and of one request in the order of time. */
struct past_change {
	struct request_id request;
	enum request_state after;
	struct moment at, sent_at;
};

struct rehearsal {
	const struct wait_ladder *ladder;
	struct request_id request;
	struct request_facts facts;
	struct moment seen_at;
	int64_t requests, reminded, asked, escalated, repeated, steps;    /* steps: all; at REHEARSAL_STEPS_MOST no more are counted */
};

struct rehearsal rehearsal_of(const struct wait_ladder *);
void rehearsal_take(struct rehearsal *, const struct past_change *, struct moment now);
/* What still waits has waited until now. */
void rehearsal_end(struct rehearsal *, struct moment now);

#endif
