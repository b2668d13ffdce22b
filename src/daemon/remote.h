/* The command line as a client of another server's API: where, with whose token, and how often it is tried. */
#ifndef DAEMON_REMOTE_H
#define DAEMON_REMOTE_H

#include "daemon/cli.h"
#include "http/client.h"
#include "http/reply.h"

struct remote {
	struct call *call;
	struct str base;              /* "https://mentors.example.org" */
	struct str token;
	struct str key;               /* Idempotency-Key: the same for all tries of one act */
	/* The seam: client_exchange() and clock_rest(), or a test's own. */
	enum outcome (*exchange)(struct arena *, const struct client_call *, struct client_answer *out);
	void (*rest)(int64_t milliseconds);
};

/* From --server, --token-file and MENTORD_TOKEN; else says what is missing, and gives its exit code. */
int remote_open(struct call *, struct remote *);

/* One call of the API. Tried again where it is not known whether it was done, or the server says that it is busy: at most 4 times, with
 * the same key. EXIT_DONE with whatever the server answered in *out, a refusal too; else it is said why there is no answer. */
int remote_ask(struct remote *, enum method, struct str path, struct str body, struct reply **out);

/* Whether a token may go there: https, or http to this machine itself; host and port alone. */
bool remote_may_send(struct str base);

#endif
