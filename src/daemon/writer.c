/* The writer: the one door to everything that changes. A turn takes all that waits, runs each in a savepoint of one transaction,
 * commits, and only then answers. */
#include <poll.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/process.h"
#include "system/channel.h"
#include "system/clock.h"
#include "system/log.h"

enum { TURN_MOST = 256, CHECKPOINT_MS = 10, RING_MS = 20, SEAL_MS = 1000, SEAL_LATEST_MS = 10000, HEAD_MS = 86400000, IDLE_MS = 1000, KEPT_ARENAS = TURN_MOST };

/* A write of this turn. */
struct job {
	struct arena *arena;
	unsigned client;
	struct channel_head head;
	struct request request;
	struct reply *reply;
	bool is_sync;
};

struct writer {
	struct process process;
	struct channel clients[CLIENTS_MAX];
	struct job jobs[TURN_MOST];
	size_t count;
	struct arena *arenas[KEPT_ARENAS];
	int64_t ring_at_us, seal_at_us, head_at_us;
	bool owes_ring;                 /* one was due too soon after the last */
	bool needs_checkpoint;
};

static struct world *
world_of(struct writer *w)
{
	return &w->process.world;
}

static struct arena *
arena_for(struct writer *w, size_t place)
{
	if (w->arenas[place] == NULL)
		arena_open(ARENA_VISIT * 2, &w->arenas[place]);
	arena_reset(w->arenas[place]);
	return w->arenas[place];
}

/* Takes one message of a client; false if there is none. */
static bool
take_one(struct writer *w, unsigned client)
{
	struct job *job = &w->jobs[w->count];
	struct str bytes;

	*job = (struct job){ .arena = arena_for(w, w->count), .client = client };
	if (channel_receive(&w->clients[client], job->arena, &job->head, &bytes) != OK)
		return false;
	job->is_sync = job->head.kind == MESSAGE_SYNC;
	if (!job->is_sync && request_read(job->arena, bytes, &job->request) != OK)
		return true;    /* ours cannot be unreadable; whatever this is, nobody waits for it */
	w->count++;
	return true;
}

static void
take_all(struct writer *w)
{
	bool is_more = true;

	while (is_more && w->count < TURN_MOST) {
		is_more = false;
		for (unsigned i = 0; i < (unsigned)w->process.orders.clients && w->count < TURN_MOST; i++)
			is_more = take_one(w, i) || is_more;
	}
}

static void
refuse(struct writer *w, size_t from, size_t to, enum outcome why)
{
	for (size_t i = from; i < to; i++)
		if (!w->jobs[i].is_sync)
			w->jobs[i].reply = dispatch_refusal(world_of(w), w->jobs[i].arena, &w->jobs[i].request, why);
}

/* A connection that breaks while it commits leaves open whether it did. */
static enum outcome
commit(struct writer *w)
{
	enum outcome said = sql_commit(world_of(w)->db);

	return said == STORE_LOST ? OUTCOME_UNKNOWN : said;
}

/* Whoever asked has been told that it was not done. */
static bool
is_too_late(struct writer *w, const struct request *request)
{
	return request->until_us != 0 && clock_monotonic_us(&w->process.clock) > request->until_us;
}

static enum outcome
run_jobs(struct writer *w, size_t from, size_t to)
{
	TRY(sql_begin(world_of(w)->db));
	for (size_t i = from; i < to; i++) {
		struct job *job = &w->jobs[i];
		enum outcome broken;

		if (job->is_sync)
			continue;
		if (is_too_late(w, &job->request)) {
			job->reply = dispatch_refusal(world_of(w), job->arena, &job->request, BUSY);
			continue;
		}
		check_names_request(job->request.number);
		job->reply = dispatch_write(world_of(w), job->arena, &job->request, &broken);
		check_names_request(0);
		if (broken != OK) {
			sql_rollback(world_of(w)->db);
			return broken;
		}
	}
	return commit(w);
}

/* After the COMMIT: an answer means "on disk". */
static void
answer(struct writer *w, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		struct job *job = &w->jobs[i];
		struct channel_head head = job->head;
		struct buf message = buf_new(job->arena, CHANNEL_MESSAGE_MAX);

		if (job->head.sequence == 0)
			continue;    /* a command: nobody waits */
		if (!job->is_sync) {
			head.kind = MESSAGE_REPLY;
			reply_print(&message, job->reply);
			check(!message.is_overflown);
		}
		if (channel_send(&w->clients[job->client], head, buf_str(&message)) != OK)
			LOG(LOG_WARN, "answer-lost", LOG_WHOLE("number", job->request.number));
	}
}

/* Runs and answers some of the turn's writes in one transaction. A lost connection, a disk that failed ends the process, once all who
 * wait know. */
static void
serve(struct writer *w, size_t from, size_t to)
{
	enum outcome said = run_jobs(w, from, to);
	bool is_over = sql_is_lost(world_of(w)->db);

	if (said != OK) {
		LOG(LOG_ERROR, "turn", LOG_TEXT("outcome", outcome_name(said)), LOG_TEXT("store", sql_trouble(world_of(w)->db)));
		refuse(w, from, to, said);
	}
	if (is_over)
		refuse(w, to, w->count, STORE_LOST);
	answer(w, from, is_over ? w->count : to);
	if (is_over)
		exit(w->process.orders.engine == SQL_POSTGRES ? EXIT_AWAY : EXIT_BUG);
}

/* What was committed may have made work: worker and courier look sooner than they would have. One that comes too soon is rung a little
 * later, since somebody may wait for a modal. A ring that is lost costs a second. */
static void
ring(struct writer *w)
{
	struct channel_head head = { .kind = MESSAGE_RING, .generation = w->process.orders.generation };
	int64_t now_us = clock_monotonic_us(&w->process.clock);

	w->owes_ring = now_us < w->ring_at_us;
	if (w->owes_ring)
		return;
	w->ring_at_us = now_us + RING_MS * 1000;
	for (int i = w->process.orders.webs; i < w->process.orders.clients; i++)
		(void)channel_send(&w->clients[i], head, S(""));
}

/* SQLite: all in one transaction, one fsync for everybody. PostgreSQL groups commits itself, and two writers that each held the rows
 * of many writes would wait for each other: there each has its own. */
static bool
turn(struct writer *w)
{
	size_t step = w->process.orders.engine == SQL_POSTGRES ? 1 : TURN_MOST;

	w->count = 0;
	take_all(w);
	for (size_t from = 0; from < w->count; from += step)
		serve(w, from, from + step < w->count ? from + step : w->count);
	w->needs_checkpoint = w->needs_checkpoint || w->count > 0;
	if (w->count > 0 || w->owes_ring)
		ring(w);
	return w->count > 0;
}

static void
run_command(struct writer *w, struct str name)
{
	struct job *job = &w->jobs[0];

	*job = (struct job){ .arena = arena_for(w, 0) };
	job->request = (struct request){ .method = METHOD_OTHER, .target = name, .path = name };
	w->count = 1;
	serve(w, 0, 1);
}

/* The record is sealed when there is nothing else to do, by commands through the same door. */
static void
seal_record(struct writer *w, bool is_idle)
{
	int64_t now_us = clock_monotonic_us(&w->process.clock);

	if (w->process.orders.number != 0)
		return;
	if (now_us >= w->seal_at_us && (is_idle || now_us >= w->seal_at_us + SEAL_LATEST_MS * 1000)) {
		w->seal_at_us = now_us + SEAL_MS * 1000;
		run_command(w, S("record-seal"));
	}
	if (is_idle && now_us >= w->head_at_us) {
		w->head_at_us = now_us + HEAD_MS * INT64_C(1000);
		run_command(w, S("record-head"));
	}
}

/* The heads of the record go to the log at a clean end too: what was cut off while nobody served is found by them. What is not sealed yet
 * is sealed after the next start. */
static void
tell_heads(struct writer *w)
{
	if (w->process.orders.number != 0 || sql_is_lost(world_of(w)->db))
		return;
	run_command(w, S("record-seal"));
	run_command(w, S("record-head"));
}

static void
sleep_until_something(struct writer *w)
{
	struct pollfd ready[CLIENTS_MAX + 1];
	unsigned clients = (unsigned)w->process.orders.clients;
	struct db *db = world_of(w)->db;

	for (unsigned i = 0; i < clients; i++)
		ready[i] = (struct pollfd){ .fd = w->clients[i].descriptor, .events = POLLIN };
	ready[clients] = (struct pollfd){ .fd = sql_descriptor(db), .events = POLLIN };    /* -1, for a file, is passed over */
	if (process_wait(ready, clients + 1, w->needs_checkpoint ? CHECKPOINT_MS : w->owes_ring ? RING_MS : IDLE_MS) == 0 && w->needs_checkpoint) {
		sql_checkpoint(db);
		w->needs_checkpoint = sql_is_to_forget(db);    /* while somebody reads the log cannot be emptied: again in a moment */
	}
	if (ready[clients].revents != 0 && !sql_is_alive(db))
		exit(EXIT_AWAY);    /* nobody is under way; what waits in the sockets is the successor's */
}

static void
say_hello(struct writer *w)
{
	struct channel_head head = { .kind = MESSAGE_HELLO, .generation = w->process.orders.generation };

	for (unsigned i = 0; i < (unsigned)w->process.orders.clients; i++)
		(void)channel_send(&w->clients[i], head, S(""));
}

int
writer_main(const struct orders *orders)
{
	static struct writer w;
	enum outcome said = process_open_sealed(orders, SANDBOX_WRITER, &w.process);

	if (said != OK)
		return said == STORE_LOST ? EXIT_AWAY : EXIT_BUG;
	for (int i = 0; i < orders->clients; i++)
		channel_open(orders->pairs[i], &w.clients[i]);
	if (orders->generation > 1)
		say_hello(&w);
	while (!process_is_ending && !sql_is_lost(world_of(&w)->db)) {
		seal_record(&w, !turn(&w));
		sleep_until_something(&w);
	}
	while (turn(&w))    /* what came before the end is still answered */
		;
	if (sql_is_lost(world_of(&w)->db))
		return EXIT_BUG;    /* while it rested: a checkpoint failed */
	tell_heads(&w);
	for (int i = 0; i < orders->clients; i++)
		channel_close(&w.clients[i]);
	for (size_t i = 0; i < KEPT_ARENAS; i++)
		arena_close(&w.arenas[i]);
	process_close(&w.process);
	return 0;
}
