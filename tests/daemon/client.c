/* A crowd of browsers in one process, for tests/daemon/run: many connections at once, each with its own session, that press at the
 * same moment, kill a process of the server in between, and count what came of it. Prints key=value on one line a command. */
#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CROWD_MAX = 512, OUT_BYTES = 2048, IN_BYTES = 128 << 10, TOKEN_BYTES = 32, TOKEN_TEXT = 43, TOKEN_SHOWN = 86, ID_TEXT = 13, PATIENCE_MS = 30000, PAGE_TRIES = 40 };

/* One browser: a connection that is kept while the server keeps it, and the one exchange under way on it. */
struct browser {
	int fd;                       /* -1: none */
	char out[OUT_BYTES], in[IN_BYTES + 1];
	size_t out_length, out_at, in_length, whole;    /* whole: of the answer, 0 until its head is read */
	bool is_busy;
	int status;                   /* 0: the line was cut */
	int64_t asked_us, answered_us;
	char csrf[TOKEN_SHOWN + 1];
	unsigned items, tries;
};

static struct browser crowd[CROWD_MAX];
static uint16_t port;
static const char *slug;

static void
fail(const char *words)
{
	printf("failed: %s\n", words);
	exit(1);
}

static int64_t
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static long
number(const char *word)
{
	char *end;
	long value = strtol(word, &end, 10);

	if (*word == '\0' || *end != '\0')
		fail("a number was expected");
	return value;
}

/* The session of the n-th racer; run puts the hash of these bytes into the database. */
static void
token(unsigned n, char out[TOKEN_BYTES + 1])
{
	snprintf(out, TOKEN_BYTES + 1, "racing-mentor-%018u", n);
}

/* URL-safe base64 without padding of 32 bytes. */
static void
print_cookie(unsigned n, char out[TOKEN_TEXT + 1])
{
	static const char symbols[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	char bytes[TOKEN_BYTES + 2] = "";

	token(n, bytes);
	bytes[TOKEN_BYTES + 1] = '\0';
	for (unsigned i = 0; i < TOKEN_TEXT; i++) {
		unsigned bit = i * 6, pair = (unsigned)(unsigned char)bytes[bit / 8] << 8 | (unsigned char)bytes[bit / 8 + 1];

		out[i] = symbols[pair >> (10 - bit % 8) & 63];
	}
	out[TOKEN_TEXT] = '\0';
}

/* An id as addresses show it: Crockford's base 32. */
static const char *
print_id(uint64_t id)
{
	static char out[ID_TEXT + 1];

	for (int i = ID_TEXT - 1; i >= 0; i--) {
		out[i] = "0123456789abcdefghjkmnpqrstvwxyz"[id & 31];
		id >>= 5;
	}
	return out;
}

static void
hang_up(struct browser *b)
{
	if (b->fd >= 0)
		close(b->fd);
	b->fd = -1;
}

static void
dial(struct browser *b)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };

	b->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	if (b->fd < 0)
		fail("no socket");
	if (connect(b->fd, (struct sockaddr *)&address, sizeof(address)) != 0 && errno != EINPROGRESS)
		hang_up(b);
}

static void
start(struct browser *b)
{
	b->out_length = strlen(b->out);
	b->out_at = b->in_length = b->whole = 0;
	b->status = 0;
	b->is_busy = true;
	b->asked_us = now_us();
	if (b->fd < 0)
		dial(b);
}

static void
get(struct browser *b, unsigned who, const char *path)
{
	char cookie[TOKEN_TEXT + 1];

	print_cookie(who, cookie);
	snprintf(b->out, sizeof(b->out), "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nCookie: __Host-session=%s\r\n\r\n", path, port, cookie);
	start(b);
}

static void
post(struct browser *b, unsigned who, const char *path, const char *fields)
{
	char cookie[TOKEN_TEXT + 1];

	print_cookie(who, cookie);
	snprintf(b->out, sizeof(b->out), "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nSec-Fetch-Site: same-origin\r\n"
	    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\nCookie: __Host-session=%s\r\n\r\ncsrf=%s&%s",
	    path, port, strlen(fields) + strlen(b->csrf) + 6, cookie, b->csrf, fields);
	start(b);
}

static void
end(struct browser *b, int status)
{
	b->status = status;
	b->is_busy = false;
	b->answered_us = now_us();
	if (status == 0 || strstr(b->in, "\r\nConnection: close\r\n") != NULL)
		hang_up(b);
}

static void
look_at_head(struct browser *b)
{
	const char *head_end, *length;

	b->in[b->in_length] = '\0';
	head_end = strstr(b->in, "\r\n\r\n");
	if (head_end == NULL)
		return;
	length = strcasestr(b->in, "\r\nContent-Length: ");
	b->whole = (size_t)(head_end - b->in) + 4 + (length == NULL || length > head_end ? 0 : (size_t)strtoul(length + 18, NULL, 10));
	if (b->whole > IN_BYTES)
		fail("an answer is larger than this client reads");
}

static void
hear(struct browser *b)
{
	ssize_t got = recv(b->fd, b->in + b->in_length, IN_BYTES - b->in_length, 0);

	if (got < 0 && errno == EAGAIN)
		return;
	if (got <= 0) {
		end(b, 0);
		return;
	}
	b->in_length += (size_t)got;
	if (b->whole == 0)
		look_at_head(b);
	if (b->whole > 0 && b->in_length >= b->whole)
		end(b, (int)strtol(b->in + 9, NULL, 10));
}

static void
say(struct browser *b)
{
	ssize_t put = send(b->fd, b->out + b->out_at, b->out_length - b->out_at, MSG_NOSIGNAL);

	if (put >= 0)
		b->out_at += (size_t)put;
	else if (errno != EAGAIN)
		end(b, 0);
}

/* Gives every busy browser its next step; false if nobody is busy. */
static bool
step(unsigned count, int wait_ms)
{
	static struct pollfd ready[CROWD_MAX];
	unsigned busy = 0;

	for (unsigned i = 0; i < count; i++) {
		if (crowd[i].is_busy && crowd[i].fd < 0)
			end(&crowd[i], 0);    /* refused */
		ready[i] = (struct pollfd){ .fd = crowd[i].is_busy ? crowd[i].fd : -1 };
		ready[i].events = crowd[i].out_at < crowd[i].out_length ? POLLOUT : POLLIN;
		busy += crowd[i].is_busy;
	}
	if (busy == 0)
		return false;
	(void)poll(ready, count, wait_ms);
	for (unsigned i = 0; i < count; i++) {
		if (ready[i].revents == 0)
			continue;
		if (crowd[i].out_at < crowd[i].out_length)
			say(&crowd[i]);
		else
			hear(&crowd[i]);
	}
	return true;
}

/* Until all are answered; whoever is not within PATIENCE_MS hangs. */
static void
finish(unsigned count)
{
	int64_t until_us = now_us() + PATIENCE_MS * INT64_C(1000);

	while (step(count, 100))
		if (now_us() > until_us)
			fail("a request hangs");
}

static void
reads_csrf(struct browser *b)
{
	static const char mark[] = "name=\"csrf\" value=\"";
	const char *at = b->status == 200 ? strstr(b->in, mark) : NULL;

	if (at == NULL) {
		printf("status=%d ", b->status);
		fail("a page has no form");
	}
	snprintf(b->csrf, sizeof(b->csrf), "%.*s", TOKEN_SHOWN, at + sizeof(mark) - 1);
}

static unsigned
count_status(unsigned count, int status)
{
	unsigned found = 0;

	for (unsigned i = 0; i < count; i++)
		found += crowd[i].status == status;
	return found;
}

static void
sleep_ms(long ms)
{
	struct timespec t = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000 };

	nanosleep(&t, NULL);
}

/* Everybody opens the page of a request, as racer first + their place, or all as the same; who finds the server busy waits a little. */
static void
open_pages(unsigned count, unsigned first, bool is_crowd, uint64_t request)
{
	char path[256];

	snprintf(path, sizeof(path), "/p/%s/requests/%s", slug, print_id(request));
	for (unsigned tries = 0; tries < PAGE_TRIES && count_status(count, 200) < count; tries++) {
		if (tries > 0)
			sleep_ms(50);
		for (unsigned i = 0; i < count; i++) {
			if (crowd[i].status != 200)
				get(&crowd[i], is_crowd ? first + i : first, path);
			if (i % 32 == 31)
				finish(count);    /* a crowd, but through one door */
		}
		finish(count);
	}
	for (unsigned i = 0; i < count; i++)
		reads_csrf(&crowd[i]);
}

static int64_t
slowest_ms(unsigned count)
{
	int64_t most = 0;

	for (unsigned i = 0; i < count; i++)
		if (crowd[i].answered_us - crowd[i].asked_us > most)
			most = crowd[i].answered_us - crowd[i].asked_us;
	return most / 1000;
}

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

static void
claim(struct browser *b, unsigned who, uint64_t request)
{
	static unsigned key;
	char path[256], fields[64];

	snprintf(path, sizeof(path), "/p/%s/requests/%s/claim", slug, print_id(request));
	snprintf(fields, sizeof(fields), "key=claim-%d-%u", (int)getpid(), key++);
	post(b, who, path, fields);
}

/* race MENTORS FIRST ROUNDS: in each round all claim one request at once. */
static int
run_race(char **words)
{
	unsigned mentors = (unsigned)number(words[0]), rounds = (unsigned)number(words[2]), taken = 0, full = 0, bad = 0, won = 0;
	uint64_t first = (uint64_t)number(words[1]);
	int64_t slowest = 0;

	open_pages(mentors, 1, true, first);
	for (unsigned r = 0; r < rounds; r++) {
		for (unsigned i = 0; i < mentors; i++)
			claim(&crowd[i], 1 + i, first + r);
		finish(mentors);
		if (count_status(mentors, 303) != 1)
			printf("round=%u winners=%u ", r, count_status(mentors, 303));
		won += count_status(mentors, 303) == 1;
		taken += count_status(mentors, 409);
		full += count_status(mentors, 403);
		bad += mentors - count_status(mentors, 303) - count_status(mentors, 409) - count_status(mentors, 403);
		slowest = slowest_ms(mentors) > slowest ? slowest_ms(mentors) : slowest;
	}
	printf("rounds=%u one_winner=%u taken=%u full=%u other=%u slowest_ms=%lld\n", rounds, won, taken, full, bad, (long long)slowest);
	return won == rounds && bad == 0 ? 0 : 1;
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

/* Racer 0 is a coordinator and writes a note, the only one with these words. */
static void
write_note(struct browser *b, uint64_t request, const char *words)
{
	char path[256], fields[256];

	snprintf(path, sizeof(path), "/p/%s/requests/%s/notes", slug, print_id(request));
	snprintf(fields, sizeof(fields), "key=%s&audience=author&words=%s", words, words);
	post(b, 0, path, fields);
}

struct load {
	uint64_t request;
	const char *name;
	FILE *kept;
	unsigned acknowledged, unavailable, cut, other;
	int64_t slowest_us;
};

static void
note_again(struct load *load, unsigned i)
{
	char words[64];

	snprintf(words, sizeof(words), "%s-%u-%u", load->name, i, crowd[i].items);
	write_note(&crowd[i], load->request, words);
}

/* What came of browser i's note; true if it must be tried again, with the same key. */
static bool
settle(struct load *load, unsigned i)
{
	struct browser *b = &crowd[i];

	if (b->answered_us - b->asked_us > load->slowest_us)
		load->slowest_us = b->answered_us - b->asked_us;
	if (b->status == 303) {
		fprintf(load->kept, "%s-%u-%u\n", load->name, i, b->items);
		load->acknowledged++;
		b->items++;
		return false;
	}
	load->unavailable += b->status == 503;
	load->cut += b->status == 0;
	load->other += b->status != 503 && b->status != 0;
	if (b->status == 503 && strcasestr(b->in, "\r\nRetry-After: ") == NULL)
		load->other++;
	return b->status == 503 || b->status == 0;
}

/* Everybody who is free: writes the next note, until the time is over and what failed was tried again. */
static void
write_on(struct load *load, unsigned clients, bool is_over)
{
	for (unsigned i = 0; i < clients; i++) {
		if (crowd[i].is_busy)
			continue;
		if (crowd[i].tries == 0 && (settle(load, i) || !is_over))
			note_again(load, i);
		else
			crowd[i].tries = 1;    /* has had enough */
	}
}

/* notes REQUEST CLIENTS MS NAME FILE: all write notes, one after the other, and try again what failed; words of the kept go to FILE. */
static int
run_notes(char **words)
{
	unsigned clients = (unsigned)number(words[1]);
	struct load load = { .request = (uint64_t)number(words[0]), .name = words[3], .kept = fopen(words[4], "w") };
	int64_t until_us = now_us() + number(words[2]) * 1000, give_up_us = until_us + PATIENCE_MS * INT64_C(1000);

	open_pages(clients, 0, false, load.request);
	for (unsigned i = 0; i < clients; i++)
		note_again(&load, i);
	while (step(clients, 20)) {
		write_on(&load, clients, now_us() >= until_us);
		if (now_us() > give_up_us)
			fail("a request hangs");
	}
	if (load.kept == NULL || fclose(load.kept) != 0)
		fail("a file cannot be written");
	printf("kept=%u unavailable=%u cut=%u other=%u slowest_ms=%lld\n", load.acknowledged, load.unavailable, load.cut, load.other,
	    (long long)load.slowest_us / 1000);
	return load.other == 0 ? 0 : 1;
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
	printf("kept=%u unavailable=%u cut=%u slowest_ms=%lld\n", count_status(count, 303), count_status(count, 503),
	    count_status(count, 0), (long long)slowest_ms(count));
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
		{ "drain", 5, run_drain }, { "frozen", 4, run_frozen }, { "silent", 3, run_silent },
	};

	for (unsigned i = 0; i < CROWD_MAX; i++)
		crowd[i].fd = -1;
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
