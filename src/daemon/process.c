/* What every role does first. */
#include "daemon/process.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/arena.h"
#include "formats/zone.h"
#include "programmes/programmes.h"
#include "system/clock.h"
#include "system/file.h"
#include "system/log.h"
#include "system/random.h"

enum { PROCESS_ARENA = 32 << 20 };

volatile int process_is_ending;

static void
on_end(int signal)
{
	(void)signal;
	process_is_ending = 1;
}

static void
on_end_by_keeper(int signal, siginfo_t *info, void *context)
{
	(void)signal;
	(void)context;
	if (info->si_pid == getppid())
		process_is_ending = 1;
}

void
process_catches_signals(bool is_writer)
{
	struct sigaction end = { .sa_handler = on_end }, nothing = { .sa_handler = SIG_IGN };
	sigset_t held;

	if (is_writer)
		end = (struct sigaction){ .sa_sigaction = on_end_by_keeper, .sa_flags = SA_SIGINFO };
	sigemptyset(&held);
	sigaddset(&held, SIGTERM);
	sigaction(SIGTERM, &end, NULL);
	sigaction(SIGINT, &nothing, NULL);
	sigaction(SIGHUP, &nothing, NULL);
	sigaction(SIGPIPE, &nothing, NULL);
	sigprocmask(SIG_SETMASK, &held, NULL);
}

int
process_wait(struct pollfd *ready, unsigned count, int ms)
{
	struct timespec most = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L };
	sigset_t none;

	sigemptyset(&none);
	return ppoll(ready, count, &most, &none);
}

static void
open_clock(struct process *p)
{
	p->clock = clock_system;
	if (p->orders.clock_start_us == 0)
		return;
	p->clock = clock_shifted(&p->shifted, (struct moment){ p->orders.clock_start_us }, p->orders.is_frozen);
	p->shifted.monotonic_start_us = p->orders.clock_since_us;    /* every process shows the same time */
}

static void
load_zones(struct process *p)
{
	struct zone_files files = { .self = file_system.self, .read = file_system.read, .folder = "/usr/share/zoneinfo" };
	struct arena *work;

	arena_open(ZONES_ARENA, &work);
	if (zones_load(p->arena, work, &files) != OK)
		LOG(LOG_WARN, "zones", LOG_TEXT("words", S("no time zones found, all times are UTC: install tzdata")));
	arena_close(&work);
}

enum outcome
process_open(const struct orders *orders, bool is_read_only, struct process *out)
{
	struct sql_place place = { .engine = orders->engine, .where = orders->where, .is_read_only = is_read_only };
	enum outcome said;

	*out = (struct process){ .orders = *orders };
	arena_open(PROCESS_ARENA, &out->arena);
	secrets_start();
	open_clock(out);
	load_zones(out);
	out->world = (struct world){ .clock = &out->clock, .random = &random_system };
	out->world.server.base_url = str_copy(out->arena, str_from(orders->base_url));
	out->world.server.is_demo = orders->is_demo;
	programme_cache_open(&out->world.programmes);
	said = sql_open(&place, &out->world.db);
	if (said != OK)
		LOG(LOG_ERROR, "database", LOG_TEXT("outcome", outcome_name(said)));
	return said;
}

void
process_close(struct process *p)
{
	sql_close(&p->world.db);
	programme_cache_close(&p->world.programmes);
	arena_close(&p->arena);
}
