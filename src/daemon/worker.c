/* The worker: looks what is due, has the writer do it. It changes nothing by itself, and forgets nothing: what it holds when it dies is
 * anybody's as soon as its lease is over. Asking every second is the truth; a ring of the writer only makes it sooner. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/jobs.h"
#include "daemon/process.h"
#include "http/reply.h"
#include "http/request.h"
#include "later/store_shared.h"
#include "system/channel.h"
#include "system/clock.h"
#include "system/log.h"

enum { SLOTS = 32, LOOK_MS = 1000, LOOK_LEAST_MS = 20, UNANSWERED_SECONDS = 10, WORDS_BYTES = 64, BODY_BYTES = 200, COMMAND_BYTES = 8 << 10 };

enum phase { FREE, TAKING, FINISHING, FAILING };

/* A job under way. */
struct slot {
	enum phase phase;
	struct job_id id;
	int64_t hold;
	uint64_t sequence;            /* modulo SLOTS its own place */
	bool is_sent;
	int64_t since_us;
	char words[WORDS_BYTES];      /* why it failed: an outcome's name */
};

struct worker {
	struct process process;
	struct channel writers[WRITERS_MAX];
	struct slot slots[SLOTS];
	uint64_t round;
	int64_t look_at_us;           /* when it looks again what is due */
	struct arena *arena;          /* of a turn */
};

static int64_t
now_us(struct worker *w)
{
	return clock_monotonic_us(&w->process.clock);
}

static unsigned
writer_of(const struct worker *w, const struct slot *slot)
{
	return (unsigned)(slot->id.value % w->process.orders.writers);
}

/* The same for all generations of this worker under one keeper. */
static int64_t
holder_of(const struct worker *w)
{
	return w->process.orders.boot + w->process.orders.number;
}

static struct str
body_of(struct worker *w, const struct slot *slot)
{
	struct buf body = buf_new(w->arena, BODY_BYTES);

	buf_format(&body, "%lld", (long long)slot->id.value);
	buf_format(&body, " %lld", (long long)(slot->phase == TAKING ? holder_of(w) : slot->hold));
	if (slot->phase == FAILING)
		buf_format(&body, " %s", slot->words);
	return buf_str(&body);
}

static bool
send_to(struct worker *w, unsigned writer, uint64_t sequence, const struct request *command)
{
	struct channel_head head = { .kind = MESSAGE_WRITE, .generation = w->process.orders.generation, .sequence = sequence };
	struct buf message = buf_new(w->arena, COMMAND_BYTES);

	request_print(&message, command);
	check(!message.is_overflown);
	return channel_send(&w->writers[writer], head, buf_str(&message)) == OK;
}

/* A socket without room is tried again in the next turn. */
static void
send_command(struct worker *w, struct slot *slot)
{
	static const struct str names[] = { [TAKING] = S_STATIC("job-take"), [FINISHING] = S_STATIC("job-finish"), [FAILING] = S_STATIC("job-fail") };
	struct request command = { .method = METHOD_OTHER, .target = names[slot->phase], .path = names[slot->phase], .body = body_of(w, slot) };

	slot->is_sent = send_to(w, writer_of(w, slot), slot->sequence, &command);
}

/* To every writer: what the predecessor asked of it stands before this in the same socket. */
static void
succeed(struct worker *w)
{
	struct buf body = buf_new(w->arena, BODY_BYTES);
	struct request command = { .method = METHOD_OTHER, .target = S("job-forsaken"), .path = S("job-forsaken") };

	buf_format(&body, "%lld", (long long)holder_of(w));
	command.body = buf_str(&body);
	for (unsigned i = 0; i < (unsigned)w->process.orders.writers; i++)
		(void)send_to(w, i, 0, &command);
}

static void
go_on(struct worker *w, struct slot *slot, enum phase phase)
{
	slot->phase = phase;
	slot->since_us = now_us(w);
	slot->sequence = ++w->round * SLOTS + (uint64_t)(slot - w->slots);
	slot->is_sent = false;
	if (phase != FREE)
		send_command(w, slot);
}

static bool
is_under_way(const struct worker *w, struct job_id id)
{
	for (size_t i = 0; i < SLOTS; i++)
		if (w->slots[i].phase != FREE && w->slots[i].id.value == id.value)
			return true;
	return false;
}

static struct slot *
free_slot(struct worker *w)
{
	for (size_t i = 0; i < SLOTS; i++)
		if (w->slots[i].phase == FREE)
			return &w->slots[i];
	return NULL;
}

/* More than it can take at once are asked for: those under way stand among them until they are done. */
static void
look(struct worker *w)
{
	struct db *db = w->process.world.db;
	struct jobs_due_rows due = { 0 };
	enum outcome said = sql_begin_read(db);
	struct slot *slot = free_slot(w);

	if (said == OK)
		said = jobs_due(db, w->arena, clock_wall(&w->process.clock), 2 * SLOTS, &due);
	sql_end_read(db);
	if (said != OK)
		LOG(LOG_ERROR, "jobs", LOG_TEXT("outcome", outcome_name(said)), LOG_TEXT("store", sql_trouble(db)));
	for (size_t i = 0; said == OK && i < due.count && slot != NULL; i++) {
		if (is_under_way(w, due.at[i].id))
			continue;
		slot->id = due.at[i].id;
		go_on(w, slot, TAKING);
		slot = free_slot(w);
	}
	w->look_at_us = now_us(w) + (due.count > 0 ? LOOK_LEAST_MS : LOOK_MS) * 1000;
}

/* 409 means that somebody else has it, or that it is pointless now: nothing is to be done. */
static void
take_reply(struct worker *w, const struct channel_head *head, struct str bytes)
{
	struct slot *slot = &w->slots[head->sequence % SLOTS];
	struct reply *reply;

	if (slot->phase == FREE || slot->sequence != head->sequence || head->generation != w->process.orders.generation ||
	    reply_read(w->arena, bytes, &reply) != OK)
		return;
	if (slot->phase == TAKING && reply->status == 200 && str_whole(buf_str(&reply->body), &slot->hold)) {
		go_on(w, slot, FINISHING);
	} else if (slot->phase == FINISHING && reply->status >= 400 && !str_equal(buf_str(&reply->body), outcome_name(JOB_LOST))) {
		snprintf(slot->words, sizeof(slot->words), "%.*s", STR_FORMAT(buf_str(&reply->body)));
		go_on(w, slot, FAILING);
	} else {
		go_on(w, slot, FREE);
		w->look_at_us = 0;
	}
}

static void
take_messages(struct worker *w)
{
	for (unsigned i = 0; i < (unsigned)w->process.orders.writers; i++) {
		struct channel_head head;
		struct str bytes;

		while (channel_receive(&w->writers[i], w->arena, &head, &bytes) == OK) {
			if (head.kind == MESSAGE_REPLY)
				take_reply(w, &head, bytes);
			else if (head.kind == MESSAGE_RING && now_us(w) + LOOK_LEAST_MS * 1000 < w->look_at_us)
				w->look_at_us = now_us(w) + LOOK_LEAST_MS * 1000;
		}
	}
}

/* What a writer did not answer died with it, or will be answered to nobody: the lease decides. */
static void
tend(struct worker *w)
{
	for (size_t i = 0; i < SLOTS; i++) {
		struct slot *slot = &w->slots[i];

		if (slot->phase == FREE)
			continue;
		if (!slot->is_sent)
			send_command(w, slot);
		if (now_us(w) - slot->since_us > UNANSWERED_SECONDS * US_PER_SECOND)
			slot->phase = FREE;
	}
}

static void
sleep_until_something(struct worker *w)
{
	struct pollfd ready[WRITERS_MAX + 1];
	unsigned writers = (unsigned)w->process.orders.writers;
	struct db *db = w->process.world.db;
	int64_t left_ms = (w->look_at_us - now_us(w)) / 1000;

	for (unsigned i = 0; i < writers; i++)
		ready[i] = (struct pollfd){ .fd = w->writers[i].descriptor, .events = POLLIN };
	ready[writers] = (struct pollfd){ .fd = sql_descriptor(db), .events = POLLIN };    /* -1, for a file, is passed over */
	(void)process_wait(ready, writers + 1, left_ms < 0 ? 0 : left_ms > LOOK_MS ? LOOK_MS : (int)left_ms + 1);
	if (ready[writers].revents != 0 && !sql_is_alive(db))
		exit(EXIT_AWAY);
}

int
worker_main(const struct orders *orders)
{
	static struct worker w;
	enum outcome said = process_open_sealed(orders, SANDBOX_WORKER, &w.process);

	if (said != OK)
		return said == STORE_LOST ? EXIT_AWAY : EXIT_BUG;
	arena_open(CHANNEL_MESSAGE_MAX * 2, &w.arena);
	for (int i = 0; i < orders->writers; i++)
		channel_open(orders->pairs[i], &w.writers[i]);
	succeed(&w);
	while (!process_is_ending && !sql_is_lost(w.process.world.db)) {
		take_messages(&w);
		tend(&w);
		if (now_us(&w) >= w.look_at_us)
			look(&w);
		arena_reset(w.arena);
		sleep_until_something(&w);
	}
	for (int i = 0; i < orders->writers; i++)
		channel_close(&w.writers[i]);
	arena_close(&w.arena);
	said = sql_is_lost(w.process.world.db) ? STORE_LOST : OK;
	process_close(&w.process);
	return said == OK ? 0 : orders->engine == SQL_POSTGRES ? EXIT_AWAY : EXIT_BUG;
}
