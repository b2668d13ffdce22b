/* Sockets and children. What waits in a listening socket or a pair survives the death of whoever read it, because both ends stay
 * open here (HOUSE.md 4, "Death and rebirth"). */
#include "daemon/keeper.h"

#include <arpa/inet.h>
#include <limits.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/check.h"
#include "system/channel.h"
#include "system/clock.h"
#include "system/log.h"
#include "system/random.h"

enum { ROLES_MAX = CLIENTS_MAX + WRITERS_MAX, BACKLOG = 1024, QUICK_MS = 200, FIRST_WAIT_MS = 20, MOST_WAIT_MS = 10000, AWAY_WAIT_MS = 200, DESCRIPTORS_MAX = 1024 };

enum kind { WEB, WORKER, COURIER, WRITER, KINDS };

static const struct {
	const char *name, *word;      /* in logs; on the command line of the process */
	int (*main)(const struct orders *);
} kinds[] = {
	[WEB] = { "web", "--web", web_main }, [WORKER] = { "worker", "--worker", worker_main },
	[COURIER] = { "courier", "--courier", courier_main }, [WRITER] = { "writer", "--writer", writer_main },
};

struct role {
	enum kind kind;
	int number;
	pid_t pid;                    /* 0: not running */
	uint32_t generation;
	int64_t started_us;
	int64_t start_at_us;          /* when it may be started again */
	int wait_ms;
	bool is_over;                 /* told to end: it is not started again */
	bool is_away;                 /* its database was, when it ended */
	bool is_wider;                /* courier: it found links to look at */
};

static struct {
	struct orders orders;
	struct role roles[ROLES_MAX];
	int role_count;
	int listeners[WEBS_MAX];
	int client_ends[CLIENTS_MAX][WRITERS_MAX], writer_ends[CLIENTS_MAX][WRITERS_MAX];
} keeper;

static int64_t
now_us(void)
{
	return clock_system.monotonic_us(clock_system.self);
}

/* One listening socket a web process, on the same port: the kernel spreads the connections (SO_REUSEPORT). */
static bool
listen_on(const struct keeper_plan *plan, uint16_t port, int *out)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port) };
	int on = 1, descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);

	if (descriptor < 0 || inet_pton(AF_INET, plan->host, &address.sin_addr) != 1)
		return false;
	(void)setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	*out = descriptor;
	return setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &on, sizeof(on)) == 0 &&
	    bind(descriptor, (struct sockaddr *)&address, sizeof(address)) == 0 && listen(descriptor, BACKLOG) == 0;
}

/* Before the first socket: is the port free at all? With SO_REUSEPORT a second server would silently share it. */
static bool
is_free(const struct keeper_plan *plan)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(plan->port) };
	int on = 1, descriptor = socket(AF_INET, SOCK_STREAM, 0);
	bool is_bound;

	if (descriptor < 0 || inet_pton(AF_INET, plan->host, &address.sin_addr) != 1)
		return false;
	(void)setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	is_bound = bind(descriptor, (struct sockaddr *)&address, sizeof(address)) == 0;
	close(descriptor);
	return is_bound;
}

static uint16_t
port_of(int descriptor)
{
	struct sockaddr_in address;
	socklen_t length = sizeof(address);

	check(getsockname(descriptor, (struct sockaddr *)&address, &length) == 0);
	return ntohs(address.sin_port);
}

static void
add_roles(enum kind kind, int count)
{
	for (int i = 0; i < count; i++)
		keeper.roles[keeper.role_count++] = (struct role){ .kind = kind, .number = i, .wait_ms = FIRST_WAIT_MS };
}

/* A pair for each client and writer. */
static enum outcome
open_pairs(void)
{
	for (int i = 0; i < keeper.orders.clients; i++)
		for (int k = 0; k < keeper.orders.writers; k++) {
			int pair[2];

			TRY(channel_pair(pair));
			keeper.client_ends[i][k] = pair[0];
			keeper.writer_ends[i][k] = pair[1];
		}
	return OK;
}

enum outcome
keeper_open(const struct keeper_plan *plan, uint16_t *port_out)
{
	uint16_t port = plan->port;

	keeper.orders = plan->orders;
	keeper.orders.clients = plan->orders.webs + WORKERS + COURIERS;
	keeper.orders.boot = random_id(&random_system, clock_wall(&clock_system));
	if (!is_free(plan))
		return FILE_FAILED;
	for (int i = 0; i < plan->orders.webs; i++) {
		if (!listen_on(plan, port, &keeper.listeners[i]))
			return FILE_FAILED;
		port = port_of(keeper.listeners[i]);
	}
	TRY(open_pairs());
	add_roles(WRITER, plan->orders.writers);
	add_roles(WEB, plan->orders.webs);
	add_roles(WORKER, WORKERS);
	add_roles(COURIER, COURIERS);
	*port_out = port;
	return OK;
}

void
keeper_sets_base_url(const char *base_url)
{
	snprintf(keeper.orders.base_url, sizeof(keeper.orders.base_url), "%s", base_url);
}

/* Its place among those who ask writers. */
static int
client_of(const struct role *role)
{
	static const int before[KINDS] = { [COURIER] = WORKERS };

	return role->kind == WEB ? role->number : keeper.orders.webs + before[role->kind] + role->number;
}

static int
pair_count(const struct role *role)
{
	return role->kind == WRITER ? keeper.orders.clients : keeper.orders.writers;
}

/* What opens letters and other servers is the courier's alone. */
static void
without_courier(struct orders *orders)
{
	orders->courier = (struct courier_orders){ 0 };
	seal_ring_without_courier(&orders->ring);
}

static struct orders
orders_for(const struct role *role)
{
	struct orders orders = keeper.orders;

	orders.generation = role->generation;
	orders.number = role->number;
	orders.is_retry = role->is_away;
	if (role->kind == WEB) {
		orders.listen_descriptor = keeper.listeners[role->number];
	} else {
		orders.brakes_descriptor = 0;    /* web asks before anything reaches a writer */
		orders.meters_descriptor = 0;    /* … and answers after it */
		memset(orders.metrics_token, 0, sizeof(orders.metrics_token));
	}
	if (role->kind == COURIER || role->kind == WORKER)
		memset(orders.chat.secrets, 0, sizeof(orders.chat.secrets));
	if (role->kind == WORKER)
		seal_ring_without_reports(&orders.ring);
	orders.courier.has_links = role->is_wider;
	if (role->kind == COURIER)
		seal_ring_of_courier(&orders.ring);
	else
		without_courier(&orders);
	for (int i = 0; i < pair_count(role); i++)
		orders.pairs[i] = role->kind == WRITER ? keeper.writer_ends[i][role->number] : keeper.client_ends[client_of(role)][i];
	return orders;
}

static bool
is_needed(const struct role *role, const struct orders *orders, int descriptor)
{
	if (role->kind == WEB &&
	    (descriptor == orders->listen_descriptor || descriptor == orders->brakes_descriptor || descriptor == orders->meters_descriptor))
		return true;
	for (int i = 0; i < pair_count(role); i++)
		if (orders->pairs[i] == descriptor)
			return true;
	return descriptor == orders->clock_descriptor;
}

static void
close_between(int after, int before)
{
	if (before - after > 1)
		(void)close_range((unsigned)after + 1, (unsigned)before - 1, 0);
}

/* All but standard streams and the role's own. */
static void
close_others(const struct role *role, const struct orders *orders)
{
	int kept = STDERR_FILENO;

	for (int i = kept + 1; i < DESCRIPTORS_MAX; i++)
		if (is_needed(role, orders, i)) {
			close_between(kept, i);
			kept = i;
		}
	(void)close_range((unsigned)kept + 1, UINT_MAX, 0);
}

/* In the child: only its own descriptors, its orders in a pipe, and the same program again, so that no memory of the keeper is left.
 * The keeper's signals stay held until the role knows what to do with them. */
static void
become(const struct role *role, pid_t keeper_pid)
{
	struct orders orders = orders_for(role);
	char number[16], words[16], *arguments[] = {
		(char *)(uintptr_t)"mentord", (char *)(uintptr_t)kinds[role->kind].word, number, words, NULL
	};
	int pipe_ends[2];

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != keeper_pid)
		_exit(0);
	close_others(role, &orders);
	if (pipe(pipe_ends) != 0 || write(pipe_ends[1], &orders, sizeof(orders)) != (ssize_t)sizeof(orders))
		_exit(EXIT_BUG);
	close(pipe_ends[1]);
	snprintf(number, sizeof(number), "%d", role->number);    /* for ps alone */
	snprintf(words, sizeof(words), "%d", pipe_ends[0]);
	execv("/proc/self/exe", arguments);
	_exit(EXIT_BUG);
}

static void
start_role(struct role *role)
{
	pid_t self = getpid(), pid;

	role->generation++;
	role->started_us = now_us();
	pid = fork();
	if (pid == 0)
		become(role, self);
	role->pid = pid > 0 ? pid : 0;
	if (pid < 0)
		role->start_at_us = role->started_us + MOST_WAIT_MS * 1000;
}

static struct str
words_of_death(int status)
{
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
		return S("its sandbox ended it: it made a system call that its role may never make");
	if (WIFSIGNALED(status))
		return S("a signal ended it");
	return WEXITSTATUS(status) == EXIT_AWAY ? S("the database cannot be reached, successors try again and again") : S("it ended by itself");
}

/* The database that stays away is told once, not with every try. */
static void
log_death(const struct role *role, int status)
{
	if (role->is_away && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_AWAY)
		return;
	LOG(LOG_WARN, "died", LOG_TEXT("who", str_from(kinds[role->kind].name)), LOG_WHOLE("which", role->number),
	    LOG_WHOLE("exit", WIFEXITED(status) ? WEXITSTATUS(status) : -1), LOG_WHOLE("signal", WIFSIGNALED(status) ? WTERMSIG(status) : 0),
	    LOG_TEXT("words", words_of_death(status)));
}

/* A first death is followed at once; one that keeps dying waits longer each time. One that only lacks its database never waits long:
 * the successor is to be there as soon as the database is. */
static void
plan_successor(struct role *role, bool is_away)
{
	bool was_quick = now_us() - role->started_us < QUICK_MS * 1000;
	int wait_ms = is_away ? AWAY_WAIT_MS : role->wait_ms;

	role->is_away = is_away;
	role->start_at_us = now_us() + (was_quick ? wait_ms * 1000 : 0);
	if (!was_quick)
		role->wait_ms = FIRST_WAIT_MS;
	else if (!is_away)
		role->wait_ms = role->wait_ms * 2 < MOST_WAIT_MS ? role->wait_ms * 2 : MOST_WAIT_MS;
}

/* It did not fail: it asks for another one with a way out. Once is enough, so that it cannot go round in circles. */
static bool
widens(struct role *role, int status)
{
	if (role->kind != COURIER || role->is_wider || !WIFEXITED(status) || WEXITSTATUS(status) != EXIT_WIDER)
		return false;
	role->is_wider = true;
	role->start_at_us = now_us();
	LOG(LOG_INFO, "courier", LOG_TEXT("words", S("there are links to look at: it starts again with a way out")));
	return true;
}

static void
bury(pid_t pid, int status)
{
	for (int i = 0; i < keeper.role_count; i++) {
		struct role *role = &keeper.roles[i];

		if (role->pid != pid)
			continue;
		role->pid = 0;
		if (role->is_over || widens(role, status))
			return;
		log_death(role, status);
		plan_successor(role, WIFEXITED(status) && WEXITSTATUS(status) == EXIT_AWAY);
		return;
	}
}

static void
bury_all(void)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		bury(pid, status);
}

static int64_t
start_what_is_due(void)
{
	int64_t next_us = now_us() + 1000000;

	for (int i = 0; i < keeper.role_count; i++) {
		struct role *role = &keeper.roles[i];

		if (role->pid != 0 || role->is_over)
			continue;
		if (role->start_at_us <= now_us())
			start_role(role);
		else if (role->start_at_us < next_us)
			next_us = role->start_at_us;
	}
	return next_us;
}

static int
wait_for_signal(const sigset_t *signals, int64_t until_us)
{
	int64_t left_us = until_us - now_us();
	struct timespec wait;

	if (left_us < 1000)
		left_us = 1000;
	wait = (struct timespec){ .tv_sec = left_us / 1000000, .tv_nsec = left_us % 1000000 * 1000 };
	return sigtimedwait(signals, NULL, &wait);
}

static bool
is_any_running(enum kind kind)
{
	for (int i = 0; i < keeper.role_count; i++)
		if (keeper.roles[i].kind == kind && keeper.roles[i].pid > 0)
			return true;
	return false;
}

/* Ends one kind of role and waits for it; whoever does not end in time is killed. */
static void
end_roles(const sigset_t *signals, enum kind kind)
{
	int64_t until_us = now_us() + 25 * INT64_C(1000000);

	for (int i = 0; i < keeper.role_count; i++) {
		if (keeper.roles[i].kind != kind)
			continue;
		keeper.roles[i].is_over = true;
		if (keeper.roles[i].pid > 0)
			kill(keeper.roles[i].pid, SIGTERM);
	}
	while (is_any_running(kind) && now_us() < until_us) {
		(void)wait_for_signal(signals, now_us() + 100000);
		bury_all();
		(void)start_what_is_due();    /* a writer that dies now is still needed */
	}
	for (int i = 0; i < keeper.role_count; i++)
		if (keeper.roles[i].kind == kind && keeper.roles[i].pid > 0)
			kill(keeper.roles[i].pid, SIGKILL);
}

static sigset_t
signals_heard(void)
{
	sigset_t signals;

	sigemptyset(&signals);
	sigaddset(&signals, SIGCHLD);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGHUP);
	return signals;
}

void
keeper_hears_signals(void)
{
	sigset_t signals = signals_heard();

	sigprocmask(SIG_BLOCK, &signals, NULL);
}

int
keeper_run(void)
{
	struct sandbox sandbox = {
		.role = SANDBOX_KEEPER, .zones = PROCESS_ZONES, .database = keeper.orders.engine == SQL_SQLITE ? keeper.orders.where : NULL,
		.letters = keeper.orders.courier.letters[0] != '\0' ? keeper.orders.courier.letters : NULL,
	};
	sigset_t signals = signals_heard();

	log_names_role("keeper");
	if (sandbox_seal(&sandbox) != OK) {
		LOG(LOG_ERROR, "sandbox", LOG_TEXT("words", S("the keeper cannot be sealed, so it ends")));
		return EXIT_BUG;
	}
	for (;;) {
		int64_t next_us = start_what_is_due();
		int signal = wait_for_signal(&signals, next_us);

		bury_all();
		if (signal == SIGTERM || signal == SIGINT || (signal == SIGHUP && isatty(STDIN_FILENO)))
			break;    /* without a terminal SIGHUP is kept for reading the settings again */
	}
	for (int i = 0; i < keeper.orders.webs; i++)
		close(keeper.listeners[i]);
	end_roles(&signals, WORKER);   /* what they hold is free again when its lease is over */
	end_roles(&signals, COURIER);
	end_roles(&signals, WEB);      /* web finishes what is under way, with the writer's help */
	end_roles(&signals, WRITER);
	LOG(LOG_INFO, "ended", LOG_TEXT("words", S("drained")));
	return 0;
}

static void
name_role(const char *kind, int number)
{
	static char name[16];

	snprintf(name, sizeof(name), "%s%d", kind, number);
	log_names_role(name);
}

static enum kind
kind_called(const char *word)
{
	int kind = 0;

	while (kind < KINDS && strcmp(kinds[kind].word, word) != 0)
		kind++;
	return (enum kind)kind;
}

void
keeper_takes_role(int count, char **words)
{
	enum kind kind = count == 4 ? kind_called(words[1]) : KINDS;
	struct orders orders;
	int64_t descriptor;

	if (kind == KINDS)
		return;
	if (!str_whole(str_from(words[3]), &descriptor) || read((int)descriptor, &orders, sizeof(orders)) != (ssize_t)sizeof(orders))
		exit(EXIT_BUG);
	close((int)descriptor);
	name_role(kinds[kind].name, orders.number);
	process_catches_signals(kind == WRITER);
	exit(kinds[kind].main(&orders));
}
