/* Messages between two processes of one host over a SOCK_SEQPACKET pair that the keeper keeps open: what waits in it survives the
 * death of either side. A message of up to CHANNEL_MESSAGE_MAX bytes travels in parts; a message whose first part was read by a
 * process that died is dropped by its successor. */
#ifndef SYSTEM_CHANNEL_H
#define SYSTEM_CHANNEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/outcome.h"
#include "base/str.h"

struct arena;

enum { CHANNEL_MESSAGE_MAX = 640 << 10 };

/* What every message carries; the meaning of kind is its users'. */
struct channel_head {
	uint32_t kind;
	uint32_t generation;      /* of the process that asked */
	uint64_t sequence;
};

struct channel {
	int descriptor;           /* owned by the keeper */
	struct arena *arena;      /* holds a message that has not fully come yet */
	struct channel_head coming;
	char *bytes;
	uint32_t length, whole;   /* bytes so far, bytes in all; whole 0 = nothing is coming */
};

/* A connected pair, non-blocking, with the largest buffers that the system allows. FILE_FAILED if there are none left. */
enum outcome channel_pair(int descriptors[2]);
void channel_open(int descriptor, struct channel *out);
void channel_close(struct channel *);

/* Sends a whole message. BUSY if nothing of it could be sent now (try again later); once its first part has left, waits up to a
 * second for room for the rest and answers STORE_LOST if there is none. */
enum outcome channel_send(struct channel *, struct channel_head, struct str bytes);

/* The next whole message, its bytes in the arena; NOT_FOUND if none is there now. */
enum outcome channel_receive(struct channel *, struct arena *, struct channel_head *head, struct str *bytes);

#endif
