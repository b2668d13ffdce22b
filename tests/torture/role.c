/* Web and writer in one process, as steps: what web.c does around its loop stands here in a few lines, the writer is the product's own
 * (its file is included for its turn, which nobody else may call). */
#include <sys/socket.h>
#include <unistd.h>

#include "daemon/writer.c"
#include "torture.h"

enum { TURNS_MOST = 3, GENERATION = 1, SEQUENCES_APART = 1000 };

static struct writer role_writer;
static struct channel web_end;
static int ends[2];
static uint64_t sequence;

void (*role_death)(int code);

_Noreturn void __real_exit(int code);
_Noreturn void __wrap_exit(int code);
_Noreturn void __real__Exit(int code);
_Noreturn void __wrap__Exit(int code);

_Noreturn void
__wrap_exit(int code)
{
	if (role_death != NULL)
		role_death(code);
	__real_exit(code);
}

_Noreturn void
__wrap__Exit(int code)
{
	if (role_death != NULL)
		role_death(code);
	__real__Exit(code);
}

void
role_takes(struct tale *t)
{
	role_writer.process.world = t->world;
	sequence += SEQUENCES_APART;
}

void
role_drain(void)
{
	char packet[1];

	for (int i = 0; i < 2; i++)
		while (recv(ends[i], packet, sizeof(packet), 0) >= 0)
			;
}

void
role_open(struct tale *t)
{
	sequence = 0;    /* so that every telling rests at the same places */
	check(channel_pair(ends) == OK);
	role_writer.process.orders = (struct orders){ .generation = GENERATION, .webs = 1, .clients = 1, .writers = 1, .engine = sql_engine(t->world.db) };
	role_writer.process.clock = t->clock;
	channel_open(ends[1], &role_writer.clients[0]);
	channel_open(ends[0], &web_end);
	role_takes(t);
}

void
role_close(void)
{
	channel_close(&role_writer.clients[0]);
	channel_close(&web_end);
	for (size_t i = 0; i < KEPT_ARENAS; i++)
		arena_close(&role_writer.arenas[i]);
	close(ends[0]);
	close(ends[1]);
}

static struct reply *
as_web(struct tale *t, struct arena *arena, struct request *request)
{
	struct reply *reply;
	size_t body_max = 0;
	enum outcome said = request->method == METHOD_OTHER ? OK : request_read_target(arena, request);

	if (request->method == METHOD_OTHER)
		return NULL;
	if (said == OK)
		said = dispatch_head(request, &body_max);
	if (said == OK && request->body.length > body_max)
		said = TOO_LARGE;
	if (said == OK)
		said = sql_begin_read(t->world.db);
	reply = said == OK ? dispatch_web(&t->world, arena, request) : dispatch_refusal(&t->world, arena, request, said);
	sql_end_read(t->world.db);
	return reply;
}

/* The next reply to what was sent last; older ones are of requests that were given up. */
static bool
receive(struct arena *arena, struct str *bytes)
{
	struct channel_head head;

	while (channel_receive(&web_end, arena, &head, bytes) == OK)
		if (head.sequence == sequence)
			return true;
	return false;
}

static struct reply *
through_writer(struct tale *t, struct arena *arena, const struct request *request)
{
	struct channel_head head = { .kind = MESSAGE_WRITE, .generation = GENERATION, .sequence = ++sequence };
	struct buf message = buf_new(arena, CHANNEL_MESSAGE_MAX);
	enum outcome sent = BUSY;
	struct reply *reply;
	struct str bytes;

	request_print(&message, request);
	for (int i = 0; i < TURNS_MOST && sent != OK; i++)
		sent = channel_send(&web_end, head, buf_str(&message));
	if (sent != OK)
		return dispatch_refusal(&t->world, arena, request, BUSY);
	for (int i = 0; i < TURNS_MOST; i++) {
		(void)turn(&role_writer);
		if (receive(arena, &bytes) && reply_read(arena, bytes, &reply) == OK)
			return reply;
	}
	return dispatch_refusal(&t->world, arena, request, OUTCOME_UNKNOWN);
}

static void
keep(struct heard *answer, struct arena *arena, const struct reply *reply)
{
	struct buf bytes;

	fault_hold(true);
	bytes = buf_new(arena, ANSWER_BYTES / 2);
	reply_print(&bytes, reply);
	check(!bytes.is_overflown);
	answer->status = reply->status;
	answer->is_unknown = str_has(buf_str(&reply->body), S("do not know whether"));
	answer->length = bytes.length;
	memcpy(answer->bytes, bytes.at, bytes.length);
	fault_hold(false);
}

/* What the writer's loop does when nobody waits, after every other request. */
static void
idle(struct tale *t)
{
	if (sequence % 2 == 0)
		sql_checkpoint(t->world.db);
	if (sql_is_lost(t->world.db))
		exit(EXIT_BUG);
}

void
role_run(struct tale *t, const struct request *request, struct heard *answer)
{
	struct request mine = *request;
	struct arena *arena, *kept;
	struct reply *reply;

	fault_hold(true);
	arena_open(ANSWER_BYTES, &kept);
	fault_hold(false);
	answer->status = 0;
	arena_open(ARENA_VISIT * 2, &arena);
	reply = as_web(t, arena, &mine);
	if (reply == NULL)
		reply = through_writer(t, arena, &mine);
	keep(answer, kept, reply);
	arena_close(&arena);
	idle(t);
	fault_disarm();
	arena_close(&kept);
}

void
role_last_words(struct heard *answer)
{
	struct reply *reply;
	struct arena *arena;
	struct str bytes;

	if (web_end.arena == NULL || answer->status != 0)
		return;
	arena_open(ANSWER_BYTES * 4, &arena);
	if (receive(arena, &bytes) && reply_read(arena, bytes, &reply) == OK)
		keep(answer, arena, reply);
	arena_close(&arena);
}
