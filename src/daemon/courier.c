/* The courier: takes letters whose time has come, sends them, has the writer settle them. It alone opens connections; it accepts none. What it
 * holds when it dies is free as soon as its successor says so, or its lease is over; sent twice then, with the same key and bytes. Here: the
 * process, and what it waits for. */
#include "daemon/courier_turn.h"

#include <poll.h>
#include <signal.h>
#include <sys/epoll.h>

#include "base/check.h"
#include "system/log.h"

static struct {
	struct process process;
	struct exchange exchange;
	int wake;                     /* readable when a writer says something */
} c;

static void
rest(int64_t until_us)
{
	int64_t left_us = until_us - clock_monotonic_us(&c.process.clock);
	int left_ms = left_us <= 0 ? 0 : (int)(left_us / 1000) + 1;

	if (process_is_ending)
		return;
	if (c.exchange.wait != NULL)
		c.exchange.wait(c.exchange.self, c.wake, left_ms);
	else
		(void)process_wait(&(struct pollfd){ .fd = c.wake, .events = POLLIN }, 1, left_ms);
}

/* libcurl waits with the mask as it is, so SIGTERM may come at any time; between two looks it is noticed a second later at worst. */
static void
let_end_come(void)
{
	sigset_t end;

	sigemptyset(&end);
	sigaddset(&end, SIGTERM);
	sigprocmask(SIG_UNBLOCK, &end, NULL);
}

/* One descriptor for all writers' sockets. */
static bool
open_wake(void)
{
	c.wake = epoll_create1(EPOLL_CLOEXEC);
	for (int i = 0; c.wake >= 0 && i < c.process.orders.writers; i++) {
		struct epoll_event event = { .events = EPOLLIN };

		if (epoll_ctl(c.wake, EPOLL_CTL_ADD, c.process.orders.pairs[i], &event) != 0)
			return false;
	}
	return c.wake >= 0;
}

/* Before the walls close: it loads a library. Where letters become files alone and there is no link to look at, none is needed (docs/decisions/0024). Links are
 * no reason not to start. */
static enum outcome
open_network(const struct orders *orders)
{
	enum outcome said;

	if (!courier_has_network(&orders->courier))
		return OK;
	said = exchange_open(S(""), &c.exchange);
	if (said != OK)
		LOG(LOG_ERROR, "courier", LOG_TEXT("words", S("libcurl cannot be loaded: install libcurl4")));
	return orders->courier.smtp_url[0] == '\0' && !orders->courier.has_slack ? OK : said;
}

/* Until somebody wants an end, the database is lost, or there is something to do outside and no way there. */
static void
run(void)
{
	while (!process_is_ending && !sql_is_lost(c.process.world.db) && !courier_wants_network())
		rest(courier_turn());
}

/* How it ends. */
static int
exit_code(const struct orders *orders)
{
	if (sql_is_lost(c.process.world.db))
		return orders->engine == SQL_POSTGRES ? EXIT_AWAY : EXIT_BUG;
	return !process_is_ending && courier_wants_network() ? EXIT_WIDER : 0;
}

int
courier_main(const struct orders *orders)
{
	enum outcome said = open_network(orders);
	int code;

	if (said == OK)
		said = process_open_sealed(orders, SANDBOX_COURIER, &c.process);
	if (said != OK)
		return said == STORE_LOST ? EXIT_AWAY : EXIT_BUG;
	if (!open_wake())
		return EXIT_BUG;
	let_end_come();
	courier_begin(&c.process, &c.exchange);
	run();
	code = exit_code(orders);
	courier_end();
	if (c.exchange.self != NULL)
		exchange_close(&c.exchange);
	process_close(&c.process);
	return code;
}
