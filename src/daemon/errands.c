/* Commands to writers, over the socket pairs. */
#include "daemon/errands.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "http/reply.h"
#include "http/request.h"

enum { UNANSWERED_SECONDS = 10, COMMAND_BYTES = ERRAND_BODY_MAX + (1 << 10) };

static int64_t
now_us(const struct errands *e)
{
	return clock_monotonic_us(&e->process->clock);
}

void
errands_open(struct errands *e, struct process *process)
{
	e->process = process;
	for (int i = 0; i < process->orders.writers; i++)
		channel_open(process->orders.pairs[i], &e->writers[i]);
}

void
errands_close(struct errands *e)
{
	for (int i = 0; i < e->process->orders.writers; i++)
		channel_close(&e->writers[i]);
}

static bool
send_to(struct errands *e, struct arena *arena, unsigned writer, uint64_t sequence, const struct request *command)
{
	struct channel_head head = { .kind = MESSAGE_WRITE, .generation = e->process->orders.generation, .sequence = sequence };
	struct buf message = buf_new(arena, COMMAND_BYTES);

	request_print(&message, command);
	check(!message.is_overflown);
	return channel_send(&e->writers[writer], head, buf_str(&message)) == OK;
}

static struct request
command_of(struct str name, struct str body)
{
	return (struct request){ .method = METHOD_OTHER, .target = name, .path = name, .body = body };
}

void
errand_start(struct errands *e, size_t slot, int64_t key, struct str name, struct str body)
{
	struct errand *errand = &e->at[slot];

	check(slot < ERRANDS_MAX && body.length < ERRAND_BODY_MAX);
	errand->is_under_way = true;
	errand->is_sent = false;
	errand->writer = (unsigned)((uint64_t)key % (unsigned)e->process->orders.writers);
	errand->name = name;
	errand->sequence = ++e->round * ERRANDS_MAX + slot;
	errand->since_us = now_us(e);
	errand->length = body.length;
	memcpy(errand->body, body.at, body.length);
}

void
errands_tell_all(struct errands *e, struct arena *arena, struct str name, struct str body)
{
	struct request command = command_of(name, body);

	for (unsigned i = 0; i < (unsigned)e->process->orders.writers; i++)
		(void)send_to(e, arena, i, 0, &command);
}

static void
take_reply(struct errands *e, struct arena *arena, const struct channel_head *head, struct str bytes)
{
	size_t slot = head->sequence % ERRANDS_MAX;
	struct reply *reply;

	if (!e->at[slot].is_under_way || e->at[slot].sequence != head->sequence || head->generation != e->process->orders.generation ||
	    reply_read(arena, bytes, &reply) != OK)
		return;
	e->at[slot].is_under_way = false;
	e->answered(e->self, slot, reply->status, buf_str(&reply->body));
}

static void
take_messages(struct errands *e, struct arena *arena)
{
	for (int i = 0; i < e->process->orders.writers; i++) {
		struct channel_head head;
		struct str bytes;

		while (channel_receive(&e->writers[i], arena, &head, &bytes) == OK) {
			if (head.kind == MESSAGE_REPLY)
				take_reply(e, arena, &head, bytes);
			else if (head.kind == MESSAGE_RING)
				e->is_rung = true;
		}
	}
}

/* A socket without room is tried again in the next turn. What a writer did not answer died with it, or will be answered to nobody. */
static void
tend(struct errands *e, struct arena *arena, size_t slot)
{
	struct errand *errand = &e->at[slot];
	struct request command = command_of(errand->name, (struct str){ errand->body, errand->length });

	if (!errand->is_sent)
		errand->is_sent = send_to(e, arena, errand->writer, errand->sequence, &command);
	if (now_us(e) - errand->since_us <= UNANSWERED_SECONDS * US_PER_SECOND)
		return;
	errand->is_under_way = false;
	e->answered(e->self, slot, ERRAND_LOST, S(""));
}

void
errands_run(struct errands *e, struct arena *arena)
{
	take_messages(e, arena);
	for (size_t i = 0; i < ERRANDS_MAX; i++)
		if (e->at[i].is_under_way)
			tend(e, arena, i);
}

nfds_t
errands_wait_for(const struct errands *e, struct pollfd *out)
{
	for (int i = 0; i < e->process->orders.writers; i++)
		out[i] = (struct pollfd){ .fd = e->writers[i].descriptor, .events = POLLIN };
	return (nfds_t)e->process->orders.writers;
}

int64_t
errands_holder(const struct errands *e)
{
	return e->process->orders.boot + e->process->orders.number;
}
