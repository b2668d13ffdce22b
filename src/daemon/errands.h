/* What worker and courier ask of the writers: many commands at once, each answered with a status and a few words. An answer that does not
 * come in time is LOST: what was asked may have been done, the lease decides. */
#ifndef DAEMON_ERRANDS_H
#define DAEMON_ERRANDS_H

#include <poll.h>

#include "daemon/process.h"
#include "system/channel.h"

enum { ERRANDS_MAX = 64, ERRAND_BODY_MAX = 20 << 10, ERRAND_LOST = 0 };

struct errand {
	bool is_under_way, is_sent;
	unsigned writer;
	uint64_t sequence;            /* modulo ERRANDS_MAX its own place */
	int64_t since_us;
	struct str name;              /* of a command of routes.def; static */
	size_t length;
	char body[ERRAND_BODY_MAX];   /* memory is touched as far as bodies are long */
};

struct errands {
	struct process *process;
	struct channel writers[WRITERS_MAX];
	struct errand at[ERRANDS_MAX];
	uint64_t round;
	bool is_rung;                 /* a writer committed something since the last look */
	void *self;
	/* slot: as given to errand_start(). status: HTTP's, or ERRAND_LOST. words: valid for the call. May start the next errand of the slot. */
	void (*answered)(void *self, size_t slot, int status, struct str words);
};

void errands_open(struct errands *, struct process *);
void errands_close(struct errands *);

/* One errand a slot at a time. key chooses the writer: the same for all that is asked about one thing. */
void errand_start(struct errands *, size_t slot, int64_t key, struct str name, struct str body);
/* To every writer, behind whatever a predecessor asked of it; nobody waits for the answer. */
void errands_tell_all(struct errands *, struct arena *, struct str name, struct str body);
/* Takes what has come, sends what could not be sent, lets go of what was not answered. arena: of the turn. */
void errands_run(struct errands *, struct arena *);
/* Adds what to wait for; gives how many. */
nfds_t errands_wait_for(const struct errands *, struct pollfd *);

/* The same for all generations of this process under one keeper: who holds what (later/, letters/). */
int64_t errands_holder(const struct errands *);

#endif
