/* Links that the courier looks at (F030): a few at a time, each HEAD first, then GET where a server knows no HEAD, from redirect to redirect. Nothing of
 * what stands there is read; what was found is told to the writer. */
#ifndef DAEMON_COURIER_LINKS_H
#define DAEMON_COURIER_LINKS_H

#include "daemon/courier_slack.h"
#include "programmes/resources.h"

enum { LINKS_AT_ONCE = EXCHANGE_HOST_MAX, LINK_HOPS_MOST = 5, LINK_URL_MOST = 2047 };

struct link_look {
	bool is_under_way, is_get;
	struct resource_id resource;
	struct moment due_at;
	int hops;
	char url[LINK_URL_MOST + 1];
};

/* Tokens of its asks: below those of letters, behind those of Slack. */
enum { LINK_ASKS = SLACK_ASKS, LINK_ASKS_END = LINK_ASKS + LINKS_AT_ONCE };

struct link_lane {
	struct link_look looks[LINKS_AT_ONCE];
	int64_t look_at_us;           /* when due ones are looked for again */
	bool wants_network;           /* there are some, and this process opened no way out: its successor is to */
};

/* Starts what is due, if exchange can. What it tells, and what links_hear() tells: an empty name is nothing. */
struct telling links_look(struct link_lane *, struct process *, struct exchange *, struct arena *);
struct telling links_hear(struct link_lane *, const struct process *, struct exchange *, struct arena *, const struct exchange_answer *);

#endif
