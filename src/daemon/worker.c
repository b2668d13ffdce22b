/* The worker: looks what is due, has the writer do it. It changes nothing by itself, and forgets nothing: what it holds when it dies is
 * anybody's as soon as its lease is over. Asking every second is the truth; a ring of the writer only makes it sooner. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/errands.h"
#include "daemon/jobs.h"
#include "later/store_shared.h"
#include "system/log.h"

enum { SLOTS = 32, LOOK_MS = 1000, LOOK_LEAST_MS = 20, BODY_BYTES = 200 };

enum phase { FREE, TAKING, FINISHING, FAILING };

/* A job under way. */
struct slot {
	enum phase phase;
	struct job_id id;
	int64_t hold;
};

struct worker {
	struct process process;
	struct errands errands;
	struct slot slots[SLOTS];
	int64_t look_at_us;           /* when it looks again what is due */
	struct arena *arena;          /* of a turn */
};

static int64_t
now_us(const struct worker *w)
{
	return clock_monotonic_us(&w->process.clock);
}

static void
go_on(struct worker *w, struct slot *slot, enum phase phase, struct str words)
{
	static const struct str names[] = { [TAKING] = S_STATIC("job-take"), [FINISHING] = S_STATIC("job-finish"), [FAILING] = S_STATIC("job-fail") };
	struct buf body = buf_new(w->arena, BODY_BYTES);

	slot->phase = phase;
	if (phase == FREE)
		return;
	buf_format(&body, "%lld ", (long long)slot->id.value);
	buf_whole(&body, phase == TAKING ? errands_holder(&w->errands) : slot->hold);
	if (phase == FAILING)
		buf_format(&body, " %.*s", STR_FORMAT(words));
	errand_start(&w->errands, (size_t)(slot - w->slots), slot->id.value, names[phase], buf_str(&body));
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
		go_on(w, slot, TAKING, S(""));
		slot = free_slot(w);
	}
	w->errands.is_rung = false;
	w->look_at_us = now_us(w) + (due.count > 0 ? LOOK_LEAST_MS : LOOK_MS) * 1000;
}

/* 409 means that somebody else has it, or that it is pointless now: nothing is to be done. */
static void
on_answer(void *self, size_t place, int status, struct str words)
{
	struct worker *w = self;
	struct slot *slot = &w->slots[place];

	if (slot->phase == TAKING && status == 200 && str_whole(words, &slot->hold)) {
		go_on(w, slot, FINISHING, S(""));
	} else if (slot->phase == FINISHING && status >= 400 && !str_equal(words, outcome_name(JOB_LOST))) {
		go_on(w, slot, FAILING, words);
	} else {
		slot->phase = FREE;
		w->look_at_us = status == ERRAND_LOST ? w->look_at_us : 0;
	}
}

static void
sleep_until_something(struct worker *w)
{
	struct pollfd ready[WRITERS_MAX + 1];
	nfds_t count = errands_wait_for(&w->errands, ready);
	struct db *db = w->process.world.db;
	int64_t sooner_us = now_us(w) + LOOK_LEAST_MS * 1000, left_ms;

	if (w->errands.is_rung && w->look_at_us > sooner_us)
		w->look_at_us = sooner_us;
	left_ms = (w->look_at_us - now_us(w)) / 1000;
	ready[count] = (struct pollfd){ .fd = sql_descriptor(db), .events = POLLIN };    /* -1, for a file, is passed over */
	(void)process_wait(ready, (unsigned)count + 1, left_ms < 0 ? 0 : left_ms > LOOK_MS ? LOOK_MS : (int)left_ms + 1);
	if (ready[count].revents != 0 && !sql_is_alive(db))
		exit(EXIT_AWAY);
}

static void
succeed(struct worker *w)
{
	struct buf holder = buf_new(w->arena, BODY_BYTES);

	buf_whole(&holder, errands_holder(&w->errands));
	errands_tell_all(&w->errands, w->arena, S("job-forsaken"), buf_str(&holder));
}

int
worker_main(const struct orders *orders)
{
	static struct worker w;
	enum outcome said = process_open_sealed(orders, SANDBOX_WORKER, &w.process);

	if (said != OK)
		return said == STORE_LOST ? EXIT_AWAY : EXIT_BUG;
	arena_open(CHANNEL_MESSAGE_MAX * 2, &w.arena);
	errands_open(&w.errands, &w.process);
	w.errands.self = &w;
	w.errands.answered = on_answer;
	succeed(&w);
	while (!process_is_ending && !sql_is_lost(w.process.world.db)) {
		errands_run(&w.errands, w.arena);
		if (now_us(&w) >= w.look_at_us)
			look(&w);
		errands_run(&w.errands, w.arena);
		arena_reset(w.arena);
		sleep_until_something(&w);
	}
	errands_close(&w.errands);
	arena_close(&w.arena);
	said = sql_is_lost(w.process.world.db) ? STORE_LOST : OK;
	process_close(&w.process);
	return said == OK ? 0 : orders->engine == SQL_POSTGRES ? EXIT_AWAY : EXIT_BUG;
}
