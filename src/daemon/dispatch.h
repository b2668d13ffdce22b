/* From a request to a reply, wherever it runs: web, the writer and the story runner call these and nothing else. */
#ifndef DAEMON_DISPATCH_H
#define DAEMON_DISPATCH_H

#include "access/visit.h"
#include "daemon/route.h"

/* What a process holds for all its visits. */
struct world {
	const struct clock *clock;
	const struct random *random;
	struct server server;
	struct programme_cache *programmes;
	struct brakes *brakes;        /* the rate limits; NULL: none */
	struct str proxy;             /* whose X-Forwarded-For is believed */
	struct db *db;                /* web: read-only, in a read turn; writer: in a write turn */
	bool wants_seen;              /* set by dispatch_web(): the session's last use should be noted */
};

/* At the head, before the body: the most bytes it may have, or a refusal. */
enum outcome dispatch_head(const struct request *, size_t *body_max);

/* In web. Answers reads and refusals; NULL means: this is a write that the guard admits, hand it to the writer. */
struct reply *dispatch_web(struct world *, struct arena *, const struct request *);

/* In the writer, inside a write turn: guard, form, handler in a savepoint of its own, tried again twice when two changes met. Always
 * answers; a refusal or trouble has undone the savepoint. *broken is OK, or why the turn itself cannot be committed any more. */
struct reply *dispatch_write(struct world *, struct arena *, const struct request *, enum outcome *broken);

/* A visit of nobody at this moment, for the command line and the demo: their own acts, inside a turn that they began. */
struct visit *dispatch_visit(struct world *, struct arena *, const struct request *);

/* Slack waits three seconds for an answer, and repeats nothing: what cannot be done in time is not done, and answered so (SLACK.md 5.4). */
bool dispatch_is_hasty(const struct request *);

/* A page for a refusal that no handler saw (a bad head, a dead writer). */
struct reply *dispatch_refusal(struct world *, struct arena *, const struct request *, enum outcome);

/* True for what can be answered while the database is away: files, and whether this process lives. */
bool dispatch_needs_no_database(const struct request *);

#endif
