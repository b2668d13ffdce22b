/* What every role does first. */
#include "daemon/process.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/arena.h"
#include "daemon/brakes.h"
#include "daemon/meters.h"
#include "formats/zone.h"
#include "programmes/programmes.h"
#include "system/clock.h"
#include "system/file.h"
#include "system/log.h"
#include "system/random.h"

enum { PROCESS_ARENA = 32 << 20, SEAL_WAIT_MS = 5000 };

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
	sigaction(SIGXFSZ, &nothing, NULL);    /* a file at its limit is a full disk, not an end */
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

static struct clock_shifted
shifted_of(const struct orders *orders)
{
	return (struct clock_shifted){
		.start = { orders->clock_start_us }, .since = { orders->clock_since_us }, .is_frozen = orders->is_frozen,
	};
}

struct moment
orders_now(const struct orders *orders)
{
	struct clock_shifted shifted = shifted_of(orders);
	struct clock clock = orders->clock_start_us == 0 ? clock_system : clock_shifted(&shifted);

	return clock_wall(&clock);
}

void
process_sets_clock(struct process *p, const struct orders *orders)
{
	p->clock = clock_system;
	if (orders->clock_start_us == 0)
		return;
	p->demo_clock = (struct demo_clock){ .shown = shifted_of(orders) };
	if (orders->clock_descriptor != 0 && demo_clock_watch(&p->demo_clock, orders->clock_descriptor) != OK)
		LOG(LOG_WARN, "clock", LOG_TEXT("words", S("the demo's clock cannot be watched: this process does not see it moved")));
	p->clock = demo_clock_of(&p->demo_clock);
}

void
process_loads_zones(struct arena *keep)
{
	struct zone_files files = { .self = file_system.self, .read = file_system.read, .folder = PROCESS_ZONES };
	struct arena *work;

	arena_open(ZONES_ARENA, &work);
	if (zones_load(keep, work, &files) != OK)
		LOG(LOG_WARN, "zones", LOG_TEXT("words", S("no time zones found, all times are UTC: install tzdata")));
	arena_close(&work);
}

/* All but the database. */
static void
open_world(const struct orders *orders, struct process *out)
{
	*out = (struct process){ .orders = *orders };
	arena_open(PROCESS_ARENA, &out->arena);
	secrets_start();
	process_sets_clock(out, orders);
	process_loads_zones(out->arena);
	out->world = (struct world){ .clock = &out->clock, .random = &random_system };
	out->world.server.base_url = str_copy(out->arena, str_from(orders->base_url));
	out->world.server.is_demo = orders->is_demo;
	out->world.server.ring = orders->ring;
	out->world.server.slack_secrets = str_copy(out->arena, str_from(orders->chat.secrets));
	out->world.server.slack_links_by_email = orders->chat.links_by_email;
	out->world.server.slack_has_history = orders->chat.has_history;
	out->world.server.slack_room = str_copy(out->arena, str_from(orders->chat.room));
	out->world.server.slack_api_url = str_copy(out->arena, str_from(orders->chat.api_url));
	out->world.server.slack_client_id = str_copy(out->arena, str_from(orders->chat.client_id));
	out->world.server.has_slack_token = orders->chat.has_token;
	out->world.server.language = str_copy(out->arena, str_from(orders->language));
	out->world.server.idle_months = orders->idle_months;
	out->world.server.metrics_token = str_copy(out->arena, str_from(orders->metrics_token));
	out->world.proxy = str_copy(out->arena, str_from(orders->proxy));
	meters_open(orders->meters_descriptor, &out->world.server.meters);
	brakes_open(orders->brakes_descriptor, &out->world.brakes);
	programme_cache_open(&out->world.programmes);
}

static enum outcome
open_database(struct process *p, bool is_read_only)
{
	struct sql_place place = { .engine = p->orders.engine, .where = p->orders.where, .is_read_only = is_read_only,
	    .is_check = p->orders.is_check };
	enum outcome said = sql_open(&place, &p->world.db);

	if (said == OK && p->orders.is_retry)
		LOG(LOG_INFO, "database", LOG_TEXT("words", S("reached again")));
	if (said != OK && (said != STORE_LOST || !p->orders.is_retry))
		LOG(LOG_ERROR, "database", LOG_TEXT("outcome", outcome_name(said)));
	return said;
}

enum outcome
process_open(const struct orders *orders, bool is_read_only, struct process *out)
{
	open_world(orders, out);
	return open_database(out, is_read_only);
}

/* Who only reads may not make the files that go with a database; the writer, started beside it, has made them in a moment. */
static enum outcome
seal_role(const struct orders *orders, enum sandbox_role role)
{
	struct sandbox sandbox = { .role = role, .database = orders->engine == SQL_SQLITE ? orders->where : NULL,
	    .letters = orders->courier.letters[0] != '\0' ? orders->courier.letters : NULL, .has_network = courier_has_network(&orders->courier) };
	int64_t until_us = clock_system.monotonic_us(clock_system.self) + SEAL_WAIT_MS * 1000;
	enum outcome said = sandbox_seal(&sandbox);

	while (said == NOT_FOUND && clock_system.monotonic_us(clock_system.self) < until_us) {
		(void)process_wait(NULL, 0, 1);
		said = sandbox_seal(&sandbox);
	}
	if (said != OK)
		LOG(LOG_ERROR, "sandbox", LOG_TEXT("outcome", outcome_name(said)), LOG_TEXT("words", S("this process cannot be sealed, so it ends")));
	return said == OK ? OK : FILE_FAILED;
}

enum outcome
process_open_sealed(const struct orders *orders, enum sandbox_role role, struct process *out)
{
	bool is_file = orders->engine == SQL_SQLITE;
	enum outcome said = OK;

	open_world(orders, out);
	if (!is_file)
		said = open_database(out, role != SANDBOX_WRITER);
	if (said != OK && said != STORE_LOST)
		return said;
	TRY(seal_role(orders, role));
	return is_file ? open_database(out, role != SANDBOX_WRITER) : said;
}

void
process_close(struct process *p)
{
	sql_close(&p->world.db);
	brakes_close(&p->world.brakes);
	meters_close(&p->world.server.meters);
	programme_cache_close(&p->world.programmes);
	arena_close(&p->arena);
}
