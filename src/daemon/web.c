/* A web process: one thread, one loop, in the order that HOUSE.md 4 gives. Reads are answered at once from one read transaction a
 * turn; writes go to a writer and their visits wait. */
#include <poll.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/meters.h"
#include "daemon/process.h"
#include "http/server.h"
#include "http/static.h"
#include "system/channel.h"
#include "system/clock.h"
#include "system/log.h"

enum { WAITING_MAX = 2048, TURN_MS = 1000, UNANSWERED_SECONDS = 10, AWAY_MS = 1500, DRAIN_SECONDS = 20, DRAIN_LEAST_MS = 100, COMMAND_BYTES = 8 << 10, HASTY_MS = 2000, HASTY_LATE_MS = 200 };

/* A visit whose write is with a writer, or still to be sent to it. */
struct waiting {
	struct http_visit *visit;         /* NULL: free, or the client went */
	uint64_t sequence;                /* modulo WAITING_MAX its own place */
	unsigned writer;
	int64_t since_us;
	uint64_t queries;
	uint64_t sent_as;                 /* place in the order of what this process sent; 0 = not yet */
};

struct web {
	struct process process;
	struct http_server *server;
	struct channel writers[WRITERS_MAX];
	uint64_t sync_sent_as[WRITERS_MAX];     /* of the sync under way; 0 = none */
	bool wants_sync[WRITERS_MAX];           /* one is to be sent once there is room */
	uint64_t last_sent;
	struct waiting waiting[WAITING_MAX];
	size_t waiting_count;
	uint64_t next_round;                    /* the high part of the next sequence */
	unsigned next_writer;
	uint64_t queries;                       /* that the request in hand cost here; a write costs more at the writer */
	bool is_away;                           /* the database cannot be reached: every page says so until a successor has tried again */
	int64_t started_us;
	bool is_draining;
	int64_t draining_since_us;
};

static struct world *
world_of(struct web *web)
{
	return &web->process.world;
}

static const struct route *
route_of(const struct request *request)
{
	struct str params[VISIT_PARAMS];
	const struct route *route;

	return route_find(request->method, request->path, &route, params) == OK ? route : NULL;
}

/* The address itself is not written down: it may say more than its route does. */
static void
log_request(struct web *web, const struct http_visit *visit, int64_t since_us)
{
	const struct route *route = route_of(visit->request);
	bool is_file = static_is_path(visit->request->path);
	int64_t us = clock_monotonic_us(&web->process.clock) - since_us;
	static const struct str methods[] = { S_STATIC("GET"), S_STATIC("POST"), S_STATIC("HEAD"), S_STATIC("other") };

	LOG(LOG_INFO, "request", LOG_WHOLE("number", visit->request->number), LOG_TEXT("method", methods[visit->request->method]),
	    LOG_TEXT("route", route != NULL && !route->is_uncounted ? route->name : is_file ? S("file") : S("none")), LOG_WHOLE("status", visit->reply->status),
	    LOG_WHOLE("us", us), LOG_WHOLE("queries", web->queries));
	if (!is_file)
		meters_note(world_of(web)->server.meters, route, visit->reply->status, us);
}

/* A sealed process opens no connection: who is here is told, then the keeper starts another process. */
static void
lose_database(struct web *web)
{
	web->is_away = true;
	process_is_ending = 1;
}

/* Every page is read from one snapshot; it begins with the turn's first read. */
static enum outcome
read_turn(struct web *web)
{
	return web->is_away ? STORE_LOST : sql_begin_read(world_of(web)->db);
}

static void
end_read_turn(struct web *web)
{
	if (world_of(web)->db != NULL)
		sql_end_read(world_of(web)->db);
}

static uint64_t
query_count(struct web *web)
{
	return world_of(web)->db == NULL ? 0 : sql_query_count(world_of(web)->db);
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
	web->queries = 0;
	visit->reply = dispatch_refusal(world_of(web), visit->arena, visit->request, why);
	log_request(web, visit, clock_monotonic_us(&web->process.clock));
}

static void
send_write(struct web *web, struct waiting *w)
{
	struct buf message = buf_new(w->visit->arena, CHANNEL_MESSAGE_MAX);
	struct channel_head head = { .kind = MESSAGE_WRITE, .generation = web->process.orders.generation, .sequence = w->sequence };

	request_print(&message, w->visit->request);
	check(!message.is_overflown);
	if (channel_send(&web->writers[w->writer], head, buf_str(&message)) == OK)
		w->sent_as = ++web->last_sent;
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
	*w = (struct waiting){ .visit = visit, .since_us = clock_monotonic_us(&web->process.clock), .queries = web->queries };
	w->sequence = web->next_round++ * WAITING_MAX + (uint64_t)(w - web->waiting);
	w->writer = web->next_writer++ % (unsigned)web->process.orders.writers;
	visit->mine = w;
	visit->request->until_us = dispatch_is_hasty(visit->request) ? w->since_us + HASTY_MS * 1000 : 0;
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
	uint64_t before = query_count(web);

	world_of(web)->wants_seen = false;
	visit->reply = said == OK || dispatch_needs_no_database(visit->request) ? dispatch_web(world_of(web), visit->arena, visit->request)
	    : dispatch_refusal(world_of(web), visit->arena, visit->request, said);
	web->queries = query_count(web) - before;
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

/* Slack shows nobody the answer to a press: that the server was busy is told by the outbox as well, when it is busy no more. */
static void
tell_busy(struct web *web, const struct http_visit *visit)
{
	struct request command = { .method = METHOD_OTHER, .target = S("slack-busy"), .path = S("slack-busy"), .body = visit->request->body };
	struct buf message = buf_new(visit->arena, CHANNEL_MESSAGE_MAX);
	bool is_busy = false;

	for (size_t i = 0; i < visit->reply->header_count; i++)
		is_busy = is_busy || str_equal(visit->reply->headers[i].name, S("Retry-After"));
	if (!is_busy || !str_equal(visit->request->path, S("/slack/interact")))
		return;
	request_print(&message, &command);
	if (!message.is_overflown)
		(void)channel_send(&web->writers[0], (struct channel_head){ .kind = MESSAGE_WRITE }, buf_str(&message));
}

static void
resume(struct web *web, struct waiting *w)
{
	struct http_visit *visit = w->visit;

	if (visit->request->until_us != 0)
		tell_busy(web, visit);
	web->queries = w->queries;
	log_request(web, visit, w->since_us);
	forget(web, w);
	http_resume(web->server, visit);
}

/* What was never sent has surely not been done. */
static void
give_up(struct web *web, struct waiting *w)
{
	(void)read_turn(web);
	w->visit->reply = dispatch_refusal(world_of(web), w->visit->arena, w->visit->request, w->sent_as != 0 ? OUTCOME_UNKNOWN : BUSY);
	resume(web, w);
}

static struct waiting *
waiting_for(struct web *web, uint64_t sequence)
{
	struct waiting *w = &web->waiting[sequence % WAITING_MAX];

	return w->visit != NULL && w->sequence == sequence ? w : NULL;
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
	struct channel_head head = { .kind = MESSAGE_SYNC, .generation = web->process.orders.generation };

	head.sequence = web->last_sent + 1;
	if (channel_send(&web->writers[writer], head, S("")) != OK)
		return;
	web->wants_sync[writer] = false;
	web->sync_sent_as[writer] = ++web->last_sent;
}

static void
take_sync(struct web *web, unsigned writer, uint64_t sent_as)
{
	if (sent_as != web->sync_sent_as[writer])
		return;
	web->sync_sent_as[writer] = 0;
	for (size_t i = 0; i < WAITING_MAX; i++) {
		struct waiting *w = &web->waiting[i];

		if (w->visit != NULL && w->sent_as != 0 && w->writer == writer && w->sent_as < sent_as)
			give_up(web, w);
	}
}

/* A new writer has a database: so can a successor of ours. */
static void
greet(struct web *web, unsigned writer)
{
	web->wants_sync[writer] = true;
	if (web->is_away)
		process_is_ending = 1;
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
				greet(web, i);
			else if (head.kind == MESSAGE_SYNC && head.generation == web->process.orders.generation)
				take_sync(web, i, head.sequence);
			arena_reset(arena);
		}
	}
}

/* Writers that were silent for too long. While the database is away none will speak soon, and newcomers wait for our successor. */
static bool
is_late(const struct web *web, const struct waiting *w, int64_t now_us)
{
	int64_t until_us = w->visit->request->until_us;

	if (until_us != 0 && now_us > until_us + HASTY_LATE_MS * 1000)
		return true;
	return w->since_us < now_us - (web->is_away ? 0 : UNANSWERED_SECONDS * US_PER_SECOND);
}

static void
give_up_late(struct web *web)
{
	int64_t now_us = clock_monotonic_us(&web->process.clock);

	for (size_t i = 0; i < WAITING_MAX && web->waiting_count > 0; i++)
		if (web->waiting[i].visit != NULL && is_late(web, &web->waiting[i], now_us))
			give_up(web, &web->waiting[i]);
}

static void
send_what_waits(struct web *web)
{
	for (unsigned i = 0; i < (unsigned)web->process.orders.writers; i++)
		if (web->wants_sync[i])
			send_sync(web, i);
	for (size_t i = 0; i < WAITING_MAX && web->waiting_count > 0; i++)
		if (web->waiting[i].visit != NULL && web->waiting[i].sent_as == 0)
			send_write(web, &web->waiting[i]);
}

static void
sleep_until_something(struct web *web)
{
	struct pollfd ready[2 + WRITERS_MAX] = { { .fd = http_descriptor(web->server), .events = POLLIN } };
	struct db *db = world_of(web)->db;
	unsigned writers = (unsigned)web->process.orders.writers;
	int most = web->waiting_count > 0 || web->is_draining ? 50 : TURN_MS;

	for (unsigned i = 0; i < writers; i++)
		ready[1 + i] = (struct pollfd){ .fd = web->writers[i].descriptor, .events = POLLIN };
	ready[1 + writers] = (struct pollfd){ .fd = db == NULL || web->is_away ? -1 : sql_descriptor(db), .events = POLLIN };
	(void)process_wait(ready, 2 + writers, http_timeout_ms(web->server, most));
	if (ready[1 + writers].revents != 0 && !sql_is_alive(db))
		lose_database(web);
}

/* No new connections; who is answered now is told to come back on another one. The keeper has the socket too: for a successor, or
 * it has closed it, and who connects now is refused at once. */
static void
start_draining(struct web *web)
{
	web->is_draining = true;
	web->draining_since_us = clock_monotonic_us(&web->process.clock);
	http_quiesce(web->server);
	close(web->process.orders.listen_descriptor);
}

/* Not before what was already on its way has been read. */
static bool
is_drained(struct web *web)
{
	int64_t us = clock_monotonic_us(&web->process.clock) - web->draining_since_us;

	return us > DRAIN_SECONDS * US_PER_SECOND || (http_visits(web->server) == 0 && us > DRAIN_LEAST_MS * 1000);
}

/* Without a database for a while: a successor may find it, also when no writer has said so. */
static void
try_again(struct web *web)
{
	if (web->is_away && clock_monotonic_us(&web->process.clock) - web->started_us > AWAY_MS * 1000)
		process_is_ending = 1;
}

static void
loop(struct web *web)
{
	struct arena *arena;

	arena_open(CHANNEL_MESSAGE_MAX * 2, &arena);
	while (!web->is_draining || !is_drained(web)) {
		take_messages(web, arena);
		give_up_late(web);
		http_run(web->server);
		end_read_turn(web);
		send_what_waits(web);
		if (!web->is_away && sql_is_lost(world_of(web)->db))
			lose_database(web);
		try_again(web);
		if (process_is_ending && !web->is_draining)
			start_draining(web);
		else
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

	enum outcome said = process_open_sealed(orders, SANDBOX_WEB, &web.process);

	if (said != OK && said != STORE_LOST)
		return EXIT_BUG;
	web.is_away = said == STORE_LOST;
	web.started_us = clock_monotonic_us(&web.process.clock);
	for (int i = 0; i < orders->writers; i++)
		channel_open(orders->pairs[i], &web.writers[i]);
	web.next_round = 1;    /* sequence 0 is nobody's */
	if (http_open(&options, handler, &web.server) != OK)
		return EXIT_BUG;
	loop(&web);
	end_read_turn(&web);
	http_close(&web.server);
	for (int i = 0; i < orders->writers; i++)
		channel_close(&web.writers[i]);
	process_close(&web.process);
	return web.is_away ? EXIT_AWAY : 0;
}
