/* What tests/daemon/run asks of a crowd: races, and the death of a process of the server in between. Prints key=value on one line a
 * command. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "crowd.h"
#include "ledger.h"

/* tokens DIR COUNT: the secret of each racer in a file of its own. */
static int
run_tokens(char **words)
{
	for (unsigned n = 0; n < (unsigned)number(words[1]); n++) {
		char path[512], bytes[TOKEN_BYTES + 1];
		FILE *file;

		snprintf(path, sizeof(path), "%s/%06u", words[0], n);
		token(n, bytes);
		file = fopen(path, "w");
		if (file == NULL || fwrite(bytes, 1, TOKEN_BYTES, file) != TOKEN_BYTES || fclose(file) != 0)
			fail("a file cannot be written");
	}
	return 0;
}

struct tally {
	unsigned one_winner, won, by_form, by_program, taken, full;
	int64_t slowest_ms;
};

/* Every other one is a program, and who was one in this round uses the form in the next. */
static bool
is_program(unsigned racer, unsigned round)
{
	return (racer + round) % 2 == 1;
}

/* Led to its request, or shown it. */
static bool
has_won(const struct browser *b, bool is_program, uint64_t request)
{
	char place[256];

	if (is_program)
		snprintf(place, sizeof(place), "\"id\":\"%s\"", print_id(request));
	else
		snprintf(place, sizeof(place), "/p/%s/requests/%s", slug, print_id(request));
	return b->status == (is_program ? 200 : 303) && strstr(b->in, place) != NULL;
}

static bool
is_told(const struct browser *b, int status, const char *words)
{
	return b->status == status && strstr(b->in, words) != NULL;
}

static void
count_round(struct tally *tally, unsigned mentors, unsigned round, uint64_t request)
{
	unsigned won = 0;

	for (unsigned i = 0; i < mentors; i++) {
		bool by_program = is_program(i, round), wins = has_won(&crowd[i], by_program, request);

		won += wins;
		tally->by_program += wins && by_program;
		tally->by_form += wins && !by_program;
		tally->taken += is_told(&crowd[i], 409, "was first");
		tally->full += is_told(&crowd[i], 403, "holds as many requests as agreed");
	}
	if (won != 1)
		printf("round=%u winners=%u ", round, won);
	tally->one_winner += won == 1;
	tally->won += won;
	tally->slowest_ms = slowest_ms(mentors) > tally->slowest_ms ? slowest_ms(mentors) : tally->slowest_ms;
}

/* race MENTORS FIRST ROUNDS: in each round all claim one request at once, half of them with the form, half as programs. */
static int
run_race(char **words)
{
	unsigned mentors = (unsigned)number(words[0]), rounds = (unsigned)number(words[2]);
	uint64_t first = (uint64_t)number(words[1]);
	struct tally tally = { 0 };
	unsigned other;

	open_pages(mentors, 1, true, first);
	for (unsigned r = 0; r < rounds; r++) {
		for (unsigned i = 0; i < mentors; i++) {
			if (is_program(i, r))
				claim_as_program(&crowd[i], 1 + i, first + r);
			else
				claim(&crowd[i], 1 + i, first + r);
		}
		finish(mentors);
		count_round(&tally, mentors, r, first + r);
	}
	other = mentors * rounds - tally.won - tally.taken - tally.full;
	printf("claims=%u rounds=%u one_winner=%u by_form=%u by_program=%u taken=%u full=%u other=%u slowest_ms=%lld\n", mentors * rounds, rounds,
	    tally.one_winner, tally.by_form, tally.by_program, tally.taken, tally.full, other, (long long)tally.slowest_ms);
	return tally.one_winner == rounds && other == 0 ? 0 : 1;
}

/* greedy MENTOR MENTORS FIRST COUNT: mentors, one after the other, claim COUNT requests each, all at once. */
static int
run_greedy(char **words)
{
	unsigned first_mentor = (unsigned)number(words[0]), mentors = (unsigned)number(words[1]), count = (unsigned)number(words[3]);
	unsigned one = 0, full = 0, other = 0;
	uint64_t request = (uint64_t)number(words[2]);

	for (unsigned m = 0; m < mentors; m++) {
		for (unsigned i = 0; i < count; i++)
			crowd[i].status = 0;
		open_pages(count, first_mentor + m, false, request);
		for (unsigned i = 0; i < count; i++)
			claim(&crowd[i], first_mentor + m, request++);
		finish(count);
		one += count_status(count, 303) == 1;
		full += count_status(count, 403);
		other += count - count_status(count, 303) - count_status(count, 403);
	}
	printf("mentors=%u have_one=%u full=%u other=%u\n", mentors, one, full, other);
	return one == mentors ? 0 : 1;
}

/* notes REQUEST CLIENTS MS NAME FILE: all write notes, one after the other, and try again what failed; words of the kept go to FILE. */
static int
run_notes(char **words)
{
	unsigned clients = (unsigned)number(words[1]);
	struct ledger ledger = { .request = (uint64_t)number(words[0]), .name = words[3], .kept = fopen(words[4], "w") };
	int64_t until_us = now_us() + number(words[2]) * 1000, give_up_us = until_us + PATIENCE_MS * INT64_C(1000);

	open_pages(clients, 0, false, ledger.request);
	ledger_begin(&ledger, clients);
	while (ledger_goes_on(&ledger, clients, now_us() >= until_us)) {
		if (!step(clients, 20))
			sleep_ms(1);
		if (now_us() > give_up_us)
			fail("a request hangs");
	}
	if (ledger.kept == NULL || fclose(ledger.kept) != 0)
		fail("a file cannot be written");
	printf("kept=%u unavailable=%u cut=%u other=%u slowest_ms=%lld\n", ledger.acknowledged, ledger.unavailable, ledger.cut,
	    ledger.other, (long long)ledger.slowest_us / 1000);
	return ledger.other == 0 ? 0 : 1;
}

/* restart COUNT PID: a web process dies; newcomers are asked at once, then who was there before. */
static int
run_restart(char **words)
{
	unsigned count = (unsigned)number(words[0]), kept = 0, answered;
	int64_t slowest;

	for (unsigned i = 0; i < count; i++)
		get(&crowd[i], 0, "/login");
	finish(2 * count);
	if (kill((pid_t)number(words[1]), SIGKILL) != 0)
		fail("the process is not there");
	for (unsigned i = count; i < 2 * count; i++)
		get(&crowd[i], 0, "/login");
	finish(2 * count);
	answered = count_status(2 * count, 200) + count_status(2 * count, 303) - count;
	slowest = slowest_ms(2 * count);
	for (unsigned i = 0; i < count; i++)
		get(&crowd[i], 0, "/login");
	finish(count);
	for (unsigned i = 0; i < count; i++)
		kept += crowd[i].status != 0;
	printf("answered=%u kept=%u slowest_ms=%lld\n", answered, kept, (long long)slowest);
	return 0;
}

static void
write_notes(unsigned count, uint64_t request, const char *name)
{
	char words[64];

	for (unsigned i = 0; i < count; i++) {
		snprintf(words, sizeof(words), "%s-%u", name, i);
		write_note(&crowd[i], request, words);
	}
	while (count > 0 && crowd[count - 1].out_at < crowd[count - 1].out_length)
		if (!step(count, 1))
			break;
}

static void
print_notes(unsigned count)
{
	unsigned kept = count_status(count, 303), unavailable = count_status(count, 503), cut = count_status(count, 0);

	printf("kept=%u unavailable=%u cut=%u other=%u slowest_ms=%lld\n", kept, unavailable, cut, count - kept - unavailable - cut,
	    (long long)slowest_ms(count));
}

/* once REQUEST COUNT NAME FILE: everybody opens the page and writes one note; words of the kept are added to FILE. */
static int
run_once(char **words)
{
	unsigned count = (unsigned)number(words[1]), told_when = 0;
	FILE *kept = fopen(words[3], "a");

	open_pages(count, 0, false, (uint64_t)number(words[0]));
	write_notes(count, (uint64_t)number(words[0]), words[2]);
	finish(count);
	for (unsigned i = 0; i < count; i++) {
		if (crowd[i].status == 303)
			fprintf(kept, "%s-%u\n", words[2], i);
		told_when += crowd[i].status == 503 && strcasestr(crowd[i].in, "\r\nRetry-After: ") != NULL;
	}
	if (kept == NULL || fclose(kept) != 0)
		fail("a file cannot be written");
	printf("read=%u told_when=%u ", count, told_when);
	print_notes(count);
	return 0;
}

/* drain REQUEST COUNT NAME PID SIGNAL: notes are under way when the signal comes. */
static int
run_drain(char **words)
{
	unsigned count = (unsigned)number(words[1]);

	open_pages(count, 0, false, (uint64_t)number(words[0]));
	write_notes(count, (uint64_t)number(words[0]), words[2]);
	if (kill((pid_t)number(words[3]), (int)number(words[4])) != 0)
		fail("the process is not there");
	finish(count);
	print_notes(count);
	return 0;
}

/* frozen REQUEST COUNT NAME PID: the writer stands still while notes are sent to it, and dies before it has read one. */
static int
run_frozen(char **words)
{
	unsigned count = (unsigned)number(words[1]);
	pid_t pid = (pid_t)number(words[3]);

	open_pages(count, 0, false, (uint64_t)number(words[0]));
	kill(pid, SIGSTOP);
	sleep_ms(50);
	write_notes(count, (uint64_t)number(words[0]), words[2]);
	for (unsigned i = 0; i < 10; i++)
		(void)step(count, 20);
	kill(pid, SIGKILL);
	finish(count);
	print_notes(count);
	return 0;
}

/* silent REQUEST NAME PID: the writer says nothing; then it goes on, and the note is tried again. */
static int
run_silent(char **words)
{
	pid_t pid = (pid_t)number(words[2]);
	int64_t ms;
	int first;

	open_pages(1, 0, false, (uint64_t)number(words[0]));
	kill(pid, SIGSTOP);
	write_notes(1, (uint64_t)number(words[0]), words[1]);
	finish(1);
	first = crowd[0].status;
	ms = slowest_ms(1);
	kill(pid, SIGCONT);
	write_notes(1, (uint64_t)number(words[0]), words[1]);
	finish(1);
	printf("first=%d after_ms=%lld again=%d\n", first, (long long)ms, crowd[0].status);
	return 0;
}

int
main(int count, char **words)
{
	static const struct {
		const char *name;
		int words;
		int (*run)(char **);
	} commands[] = {
		{ "race", 3, run_race }, { "greedy", 4, run_greedy }, { "notes", 5, run_notes }, { "restart", 2, run_restart },
		{ "once", 4, run_once }, { "drain", 5, run_drain }, { "frozen", 4, run_frozen }, { "silent", 3, run_silent },
	};

	crowd_open();
	if (count == 4 && strcmp(words[1], "tokens") == 0)
		return run_tokens(words + 2);
	for (unsigned i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (count < 4 || strcmp(words[1], commands[i].name) != 0 || count != commands[i].words + 4)
			continue;
		port = (uint16_t)number(words[2]);
		slug = words[3];
		return commands[i].run(words + 4);
	}
	fprintf(stderr, "usage: client COMMAND PORT SLUG …, as tests/daemon/run does\n");
	return 2;
}
