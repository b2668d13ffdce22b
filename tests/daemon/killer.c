/* A server that is struck again and again while eight clients write, and an account of what it had said it keeps. Starts the server
 * itself, and again when its keeper dies, as a service manager does.
 * killer kill SLUG REQUEST NAME FILE COUNT SEED PROGRAM…     signal 9 for its keeper or one of its children, whichever the seed says
 * killer break SLUG REQUEST NAME FILE COUNT SEED SCRIPT PROGRAM…     runs SCRIPT NUMBER, and waits for it
 * Words of the kept notes go to FILE, figures to standard output, the server's log to standard error. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <netinet/in.h>
#include <unistd.h>

#include "crowd.h"
#include "family.h"
#include "ledger.h"

enum { CLIENTS = 8, READERS = 4, WRITER = CLIENTS + READERS, ALL = WRITER + 1, STRIKES_MAX = 2000, WORDS_MAX = 40 };
enum { AGAIN_US = 5000, START_AGAIN_US = 20000, PROMISED_US = 2000000, OPENED_MS = 30000 };

static struct {
	char *words[WORDS_MAX];         /* the server's command line */
	char listens[32];
	const char *script;             /* NULL: kill */
	pid_t keeper, blow;             /* 0: not running */
	pid_t fallen;                   /* the keeper that was struck; its children go a moment after it */
	int64_t start_at_us;            /* the keeper's; it may not start at once where the port is still held */
	enum { WAITS, STRIKES, PROBES } phase;
	int64_t strike_at_us, struck_us;
	unsigned count, struck, late, keepers, webs, writers, workers, couriers;
	int64_t ready_us[STRIKES_MAX];
	struct ledger ledger;
} stage;

static uint16_t
free_port(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	if (fd < 0 || bind(fd, (struct sockaddr *)&address, size) != 0 || getsockname(fd, (struct sockaddr *)&address, &size) != 0)
		fail("no port");
	close(fd);
	return ntohs(address.sin_port);
}

static pid_t
run(char **words, bool is_silent)
{
	pid_t pid = fork();

	if (pid < 0)
		fail("no process");
	if (pid > 0)
		return pid;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (is_silent && freopen("/dev/null", "w", stdout) == NULL)
		_exit(126);
	execv(words[0], words);
	_exit(127);
}

static void
bury(void)
{
	pid_t pid;

	while ((pid = waitpid(-1, NULL, WNOHANG)) > 0) {
		if (pid == stage.keeper) {
			stage.keeper = 0;
			stage.start_at_us = now_us() + START_AGAIN_US;
		}
		if (pid == stage.blow)
			stage.blow = 0;
	}
	if (stage.keeper == 0 && now_us() >= stage.start_at_us)
		stage.keeper = run(stage.words, true);
}

static void
strike_by_script(void)
{
	char turn[16], *words[] = { (char *)(uintptr_t)stage.script, turn, NULL };

	snprintf(turn, sizeof(turn), "%u", stage.struck);
	stage.blow = run(words, true);
	stage.phase = STRIKES;
}

static void
strike_one(void)
{
	struct member members[FAMILY_MAX];
	unsigned count = stage.keeper == 0 ? 0 : family_find(stage.keeper, members), chosen;

	if (count < 2)
		return;    /* it is only just there: the next turn */
	chosen = (unsigned)draw(count);
	stage.keepers += chosen == 0;
	stage.webs += strcmp(members[chosen].role, "web") == 0;
	stage.writers += strcmp(members[chosen].role, "writer") == 0;
	stage.workers += strcmp(members[chosen].role, "worker") == 0;
	stage.couriers += strcmp(members[chosen].role, "courier") == 0;
	stage.fallen = chosen == 0 ? stage.keeper : 0;
	stage.struck_us = now_us();
	kill(members[chosen].pid, SIGKILL);
	stage.phase = STRIKES;
}

static void
strike(void)
{
	if (stage.script == NULL)
		strike_one();
	else
		strike_by_script();
}

static void
ask_probe(unsigned i)
{
	char words[256];

	crowd[i].again_us = 0;
	hang_up(&crowd[i]);    /* a newcomer each time */
	if (i == WRITER) {
		snprintf(words, sizeof(words), "%s-probe-%u", stage.ledger.name, stage.struck);
		write_note(&crowd[i], stage.ledger.request, words);
	} else {
		snprintf(words, sizeof(words), "/p/%s/requests", slug);
		get(&crowd[i], 0, words);
	}
}

/* Newcomers, as many as find both web processes, and a write: it serves again when all of them are answered. */
static void
start_probing(void)
{
	stage.phase = PROBES;
	if (stage.script != NULL)
		stage.struck_us = now_us();    /* the script has said that all is there again */
	for (unsigned i = CLIENTS; i < ALL; i++) {
		crowd[i].is_done = false;
		ask_probe(i);
	}
}

static bool
is_answered(unsigned i)
{
	return crowd[i].status == (i == WRITER ? 303 : 200);
}

/* Answered well, it is done; else it comes again in a moment. */
static void
look_at_probe(unsigned i)
{
	struct browser *b = &crowd[i];

	if (b->is_busy || b->is_done)
		return;
	b->is_done = is_answered(i);
	if (!b->is_done && b->again_us == 0)
		b->again_us = now_us() + AGAIN_US;
	else if (!b->is_done && b->again_us <= now_us())
		ask_probe(i);
}

static void
look_at_probes(void)
{
	unsigned done = 0;

	for (unsigned i = CLIENTS; i < ALL; i++) {
		look_at_probe(i);
		done += crowd[i].is_done;
	}
	if (done < READERS + 1)
		return;
	fprintf(stage.ledger.kept, "%s-probe-%u\n", stage.ledger.name, stage.struck);
	stage.ready_us[stage.struck++] = now_us() - stage.struck_us;
	stage.phase = WAITS;
	stage.strike_at_us = now_us() + (stage.script == NULL ? 200000 + (int64_t)draw(700000) : 2500000 + (int64_t)draw(500000));
}

static void
turn(void)
{
	unsigned troubles = stage.ledger.unavailable + stage.ledger.cut;

	bury();
	(void)ledger_goes_on(&stage.ledger, CLIENTS, false);
	if (stage.phase != STRIKES && stage.struck > 0 && now_us() > stage.struck_us + PROMISED_US)
		stage.late += stage.ledger.unavailable + stage.ledger.cut - troubles;
	if (stage.phase == WAITS && now_us() >= stage.strike_at_us)
		strike();
	if (stage.phase == STRIKES && stage.blow == 0 && (stage.fallen == 0 || stage.fallen != stage.keeper))
		start_probing();
	if (stage.phase == PROBES)
		look_at_probes();
	if (!step(ALL, 5))
		sleep_ms(1);
}

/* All that waits is answered, tried again if it must be. */
static void
settle_all(void)
{
	int64_t until_us = now_us() + PATIENCE_MS * INT64_C(1000);

	while (ledger_goes_on(&stage.ledger, CLIENTS, true)) {
		bury();
		if (!step(ALL, 5))
			sleep_ms(1);
		if (now_us() > until_us)
			fail("a note is never answered");
	}
}

static void
open_stage(void)
{
	int64_t until_us = now_us() + OPENED_MS * INT64_C(1000);

	while (crowd[0].status != 200) {
		bury();
		get(&crowd[0], 0, "/healthz");
		finish(1);
		if (now_us() > until_us)
			fail("the server does not start");
		sleep_ms(20);
	}
	for (unsigned i = 0; i < CROWD_MAX; i++)
		crowd[i].status = 0;
	open_pages(ALL, 0, false, stage.ledger.request);
	ledger_begin(&stage.ledger, CLIENTS);
	stage.strike_at_us = now_us() + 500000;
}

static int
by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static void
print(int status)
{
	const struct ledger *l = &stage.ledger;
	unsigned n = stage.struck;

	qsort(stage.ready_us, n, sizeof(stage.ready_us[0]), by_size);
	printf("strikes=%u keeper=%u web=%u writer=%u worker=%u courier=%u kept=%u unavailable=%u cut=%u other=%u late=%u ready_p50_ms=%lld ready_p99_ms=%lld ended=%d\n",
	    n, stage.keepers, stage.webs, stage.writers, stage.workers, stage.couriers, l->acknowledged + n, l->unavailable, l->cut, l->other, stage.late,
	    (long long)stage.ready_us[n / 2] / 1000, (long long)stage.ready_us[(n * 99 + 99) / 100 - 1] / 1000,
	    WIFEXITED(status) ? WEXITSTATUS(status) : -1);
}

static void
read_words(int count, char **words)
{
	unsigned n = 0, program = 8;

	if (strcmp(words[1], "break") == 0)
		stage.script = words[program++];
	else if (strcmp(words[1], "kill") != 0)
		fail("kill or break was expected");
	slug = words[2];
	stage.ledger.request = (uint64_t)number(words[3]);
	stage.ledger.name = words[4];
	stage.ledger.kept = fopen(words[5], "w");
	stage.count = (unsigned)number(words[6]);
	draw_from((uint64_t)number(words[7]));
	if (stage.ledger.kept == NULL || stage.count == 0 || stage.count > STRIKES_MAX || (unsigned)count + 3 - program > WORDS_MAX)
		fail("the words do not fit");
	for (; program < (unsigned)count; program++)
		stage.words[n++] = words[program];
	port = free_port();
	snprintf(stage.listens, sizeof(stage.listens), "127.0.0.1:%u", port);
	stage.words[n++] = (char *)(uintptr_t)"--listen";
	stage.words[n] = stage.listens;
}

int
main(int count, char **words)
{
	int status = -1;

	if (count < 10) {
		fprintf(stderr, "usage: killer kill|break SLUG REQUEST NAME FILE COUNT SEED [SCRIPT] PROGRAM…\n");
		return 2;
	}
	read_words(count, words);
	crowd_open();
	open_stage();
	while (stage.struck < stage.count)
		turn();
	settle_all();
	if (fclose(stage.ledger.kept) != 0)
		fail("a file cannot be written");
	kill(stage.keeper, SIGTERM);
	(void)waitpid(stage.keeper, &status, 0);
	print(status);
	return stage.ledger.other == 0 ? 0 : 1;
}
