/* A web process: one thread, one loop, in the order that HOUSE.md 4 gives. Reads are answered at once from one read transaction a
 * turn; writes go to a writer and their visits wait. */
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/process.h"
#include "http/server.h"
#include "system/channel.h"
#include "system/clock.h"
#include "system/log.h"

enum { WAITING_MAX = 2048, TURN_MS = 1000, UNANSWERED_SECONDS = 10, DRAIN_SECONDS = 20, COMMAND_BYTES = 8 << 10 };

/* A visit whose write is with a writer, or still to be sent to it. */
struct waiting {
	struct http_visit *visit;         /* NULL: free, or the client went */
	uint64_t sequence;
	unsigned writer;
	int64_t since_us;
	bool is_sent;
};

struct web {
	struct process process;
	struct http_server *server;
	struct channel writers[WRITERS_MAX];
	uint64_t sync_sequence[WRITERS_MAX];    /* of the sync under way; 0 = none */
	struct waiting waiting[WAITING_MAX];
	size_t waiting_count;
	uint64_t next_sequence;
	unsigned next_writer;
	bool is_draining;
};

static struct world *
world_of(struct web *web)
{
	return &web->process.world;
}

static void
log_request(struct web *web, const struct http_visit *visit, int64_t since_us)
{
	LOG(LOG_INFO, "request", LOG_WHOLE("number", visit->request->number), LOG_WHOLE("method", visit->request->method),
	    LOG_WHOLE("path_bytes", visit->request->path.length), LOG_WHOLE("status", visit->reply->status),
	    LOG_WHOLE("us", clock_monotonic_us(&web->process.clock) - since_us));
}

/* Every page is read from one snapshot; it begins with the turn's first read. */
static enum outcome
read_turn(struct web *web)
{
	enum outcome said = sql_begin_read(world_of(web)->db);

	if (said == STORE_LOST)
		exit(EXIT_BUG);    /* the keeper starts another process with a new connection */
	return said;
}

static enum outcome
on_head(void *self, const struct request *request, size_t *body_max)
{
	(void)self;
	return dispatch_head(request, body_max);
}

static void
on_refuse(void *self, struct http_visit *visit, enum outcome why)
{
	struct web *web = self;

	(void)read_turn(web);
	visit->reply = dispatch_refusal(world_of(web), visit->arena, visit->request, why);
	log_request(web, visit, clock_monotonic_us(&web->process.clock));
}

static bool
send_write(struct web *web, struct waiting *w)
{
	struct buf message = buf_new(w->visit->arena, CHANNEL_MESSAGE_MAX);
	struct channel_head head = { .kind = MESSAGE_WRITE, .generation = web->process.orders.generation, .sequence = w->sequence };

	request_print(&message, w->visit->request);
	check(!message.is_overflown);
	w->is_sent = channel_send(&web->writers[w->writer], head, buf_str(&message)) == OK;
	return w->is_sent;
}

static enum http_next
wait_for_writer(struct web *web, struct http_visit *visit)
{
	struct waiting *w = NULL;

	for (size_t i = 0; i < WAITING_MAX && w == NULL; i++)
		if (web->waiting[i].visit == NULL)
			w = &web->waiting[i];
	if (w == NULL) {
		visit->reply = dispatch_refusal(world_of(web), visit->arena, visit->request, BUSY);
		return HTTP_ANSWER;
	}
	*w = (struct waiting){ .visit = visit, .sequence = web->next_sequence++, .since_us = clock_monotonic_us(&web->process.clock) };
	w->writer = web->next_writer++ % (unsigned)web->process.orders.writers;
	visit->mine = w;
	web->waiting_count++;
	return HTTP_WAIT;    /* sent at the end of the turn */
}

/* The session was used: the writer notes it, at most once a minute, and nobody waits for it. */
static void
send_session_seen(struct web *web, struct http_visit *visit)
{
	struct request command = *visit->request;
	struct buf message = buf_new(visit->arena, COMMAND_BYTES);
	struct channel_head head = { .kind = MESSAGE_WRITE, .generation = 0, .sequence = 0 };

	command.method = METHOD_OTHER;
	command.target = S("session-seen");
	command.body = S("");
	request_print(&message, &command);
	if (!message.is_overflown)
		(void)channel_send(&web->writers[0], head, buf_str(&message));
}

static enum http_next
on_request(void *self, struct http_visit *visit)
{
	struct web *web = self;
	int64_t since_us = clock_monotonic_us(&web->process.clock);
	enum outcome said = read_turn(web);

	world_of(web)->wants_seen = false;
	visit->reply = said == OK ? dispatch_web(world_of(web), visit->arena, visit->request)
	    : dispatch_refusal(world_of(web), visit->arena, visit->request, said);
	if (visit->reply == NULL)
		return wait_for_writer(web, visit);
	if (world_of(web)->wants_seen)
		send_session_seen(web, visit);
	log_request(web, visit, since_us);
	return HTTP_ANSWER;
}

static void
forget(struct web *web, struct waiting *w)
{
	w->visit->mine = NULL;
	*w = (struct waiting){ 0 };
	web->waiting_count--;
}

static void
on_finished(void *self, struct http_visit *visit)
{
	if (visit->mine != NULL)
		forget(self, visit->mine);
}

static void
resume(struct web *web, struct waiting *w)
{
	struct http_visit *visit = w->visit;

	log_request(web, visit, w->since_us);
	forget(web, w);
	http_resume(web->server, visit);
}

static void
give_up(struct web *web, struct waiting *w)
{
	(void)read_turn(web);
	w->visit->reply = dispatch_refusal(world_of(web), w->visit->arena, w->visit->request, OUTCOME_UNKNOWN);
	resume(web, w);
}

static struct waiting *
waiting_for(struct web *web, uint64_t sequence)
{
	for (size_t i = 0; i < WAITING_MAX; i++)
		if (web->waiting[i].visit != NULL && web->waiting[i].sequence == sequence)
			return &web->waiting[i];
	return NULL;
}

static void
take_reply(struct web *web, const struct channel_head *head, struct str bytes)
{
	struct waiting *w = waiting_for(web, head->sequence);

	if (w == NULL || head->generation != web->process.orders.generation)
		return;    /* asked by a predecessor, or the client went */
	if (reply_read(w->visit->arena, str_copy(w->visit->arena, bytes), &w->visit->reply) != OK)
		w->visit->reply = dispatch_refusal(world_of(web), w->visit->arena, w->visit->request, OUTCOME_UNKNOWN);
	resume(web, w);
}

/* A new writer: whatever stands in the socket it will answer; the sync that follows it there shows what died with the old one. */
static void
send_sync(struct web *web, unsigned writer)
{
	struct channel_head head = { .kind = MESSAGE_SYNC, .generation = web->process.orders.generation, .sequence = web->next_sequence };

	if (channel_send(&web->writers[writer], head, S("")) == OK)
		web->sync_sequence[writer] = web->next_sequence++;
}

static void
take_sync(struct web *web, unsigned writer, uint64_t sequence)
{
	if (sequence != web->sync_sequence[writer])
		return;
	web->sync_sequence[writer] = 0;
	for (size_t i = 0; i < WAITING_MAX; i++) {
		struct waiting *w = &web->waiting[i];

		if (w->visit != NULL && w->is_sent && w->writer == writer && w->sequence < sequence)
			give_up(web, w);
	}
}

static void
take_messages(struct web *web, struct arena *arena)
{
	for (unsigned i = 0; i < (unsigned)web->process.orders.writers; i++) {
		struct channel_head head;
		struct str bytes;

		while (channel_receive(&web->writers[i], arena, &head, &bytes) == OK) {
			if (head.kind == MESSAGE_REPLY)
				take_reply(web, &head, bytes);
			else if (head.kind == MESSAGE_HELLO)
				send_sync(web, i);
			else if (head.kind == MESSAGE_SYNC && head.generation == web->process.orders.generation)
				take_sync(web, i, head.sequence);
			arena_reset(arena);
		}
	}
}

static void
send_what_waits(struct web *web)
{
	int64_t now_us = clock_monotonic_us(&web->process.clock);

	if (web->waiting_count == 0)
		return;
	for (size_t i = 0; i < WAITING_MAX; i++) {
		struct waiting *w = &web->waiting[i];

		if (w->visit != NULL && !w->is_sent)
			send_write(web, w);
		if (w->visit != NULL && now_us - w->since_us > UNANSWERED_SECONDS * US_PER_SECOND)
			give_up(web, w);
	}
}

static void
sleep_until_something(struct web *web)
{
	struct pollfd ready[1 + WRITERS_MAX] = { { .fd = http_descriptor(web->server), .events = POLLIN } };
	unsigned writers = (unsigned)web->process.orders.writers;
	int most = web->waiting_count > 0 || web->is_draining ? 50 : TURN_MS;

	for (unsigned i = 0; i < writers; i++)
		ready[1 + i] = (struct pollfd){ .fd = web->writers[i].descriptor, .events = POLLIN };
	(void)poll(ready, 1 + writers, http_timeout_ms(web->server, most));
}

static void
loop(struct web *web)
{
	struct arena *arena;
	int64_t drain_until_us = 0;

	arena_open(CHANNEL_MESSAGE_MAX * 2, &arena);
	for (;;) {
		take_messages(web, arena);
		http_run(web->server);
		send_what_waits(web);
		sql_end_read(world_of(web)->db);
		if (process_is_ending && !web->is_draining) {
			web->is_draining = true;
			http_quiesce(web->server);
			drain_until_us = clock_monotonic_us(&web->process.clock) + DRAIN_SECONDS * US_PER_SECOND;
		}
		if (web->is_draining && (web->waiting_count == 0 || clock_monotonic_us(&web->process.clock) > drain_until_us))
			break;
		sleep_until_something(web);
	}
	arena_close(&arena);
}

int
web_main(const struct orders *orders)
{
	static struct web web;
	struct http_options options = {
		.listen_descriptor = orders->listen_descriptor, .is_tls_outside = orders->is_tls_outside,
		.first_number = (uint64_t)orders->number << 56 | (uint64_t)orders->generation << 40 | 1,
	};
	struct http_handler handler = { .self = &web, .at_head = on_head, .handle = on_request, .refuse = on_refuse, .finished = on_finished };

	if (process_open(orders, true, &web.process) != OK)
		return EXIT_BUG;
	for (int i = 0; i < orders->writers; i++)
		channel_open(orders->pairs[i], &web.writers[i]);
	web.next_sequence = 1;
	if (http_open(&options, handler, &web.server) != OK)
		return EXIT_BUG;
	loop(&web);
	sql_end_read(world_of(&web)->db);
	http_close(&web.server);
	for (int i = 0; i < orders->writers; i++)
		channel_close(&web.writers[i]);
	process_close(&web.process);
	return 0;
}
