/* Letters under way, and what the writer is asked about many of them at once. */
#ifndef DAEMON_COURIER_BATCH_H
#define DAEMON_COURIER_BATCH_H

#include "daemon/courier_slack.h"
#include "daemon/errands.h"

/* BATCHES: commands under way, half of them to take letters and half to settle them; what comes meanwhile waits for the next one. */
enum { LETTERS_UNDER_WAY = 256, BATCH_MOST = 64, BATCHES = 4, ENDING_BYTES = 256 };

enum phase {
	FREE,
	WANTED,               /* due: the writer is to be asked for it */
	TAKING,
	TAKEN,                /* ours: waits for its turn to be sent */
	SENDING,
	ENDED,                /* its ending says how; the writer is to be told */
	SETTLING
};

struct slot {
	enum phase phase;
	enum letter_channel channel;
	bool is_hasty;                /* passes those that can wait */
	bool is_trial;                /* whether a channel that is down works again */
	bool is_alone;                /* asked about by itself: together with others it failed */
	int asks;                     /* that failed in this phase */
	struct letter_id id;
	int64_t hold, taken_at_us;
	uint64_t turn;                /* order of being taken */
	struct slack_step step;
};

struct batch {
	size_t count;
	struct slot *slots[BATCH_MOST];
};

struct batches {
	struct errands errands;
	struct slot slots[LETTERS_UNDER_WAY];
	char endings[LETTERS_UNDER_WAY][ENDING_BYTES];    /* of each slot, a line of letter-settle behind the hold */
	struct batch at[BATCHES];
	uint64_t turn;
	bool is_any_gone[LETTER_CHANNEL_COUNT];    /* a letter was wanted and not given; the caller takes the mark away */
};

void batches_open(struct batches *, struct process *);

/* NULL if that letter is under way, or none is free. */
struct slot *batches_want(struct batches *, enum letter_channel, struct letter_id, int64_t now_us);
/* How the letter of a slot that is TAKEN or SENDING ended. */
void batches_end(struct batches *, struct slot *, struct str fate, struct str more);
size_t batches_count(const struct batches *, enum letter_channel, enum phase);
/* All phases but FREE. */
size_t batches_under_way(const struct batches *, enum letter_channel);
/* Of those that are TAKEN, whose turn it is; NULL if there is none. */
struct slot *batches_next(struct batches *, enum letter_channel);

/* Takes answers, asks about what is WANTED and what has ENDED. arena: of the turn. */
void batches_run(struct batches *, struct arena *);

#endif
