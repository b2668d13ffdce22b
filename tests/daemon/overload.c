/* Clients that want to be a burden, and a healthy one among them whose answers are timed.
 * overload COMMAND PORT SLUG KEEPER …      prints key=value on one line
 *   slow KIND COUNT SECONDS    head | body: a byte a second; read: answers are taken a byte a second; idle: nothing is ever said.
 *                              Whoever is cut comes again three seconds later.
 *   bodies COUNT BYTES KIND    plain | chunked: sends on and on, whatever it is told
 *   kept COUNT SECONDS         so many kept connections, all asking at the same moment, again and again
 *   claims COUNT SECONDS FIRST so many mentors claim and give back, each a request of its own from FIRST on; 0: nobody does
 *   writes COUNT SECONDS FIRST the same without anybody who reads
 *   sign-ins COUNT             so many links that sign in are used at the same moment
 *   reads SECONDS RACER        racer RACER reads a page of requests, again and again; one without rows has failed
 *   memory                     of all processes */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "crowd.h"
#include "family.h"

enum { HEALTHY = 4, PAUSE_US = 10000, TIMES_MAX = 1 << 18, SLOW_MAX = 20000, EVENTS = 512, PIPELINED = 40, LOOK_US = 500000, MOMENT_US = 1000000, COMES_AGAIN_US = 3000000 };

static pid_t keeper;

/* What the healthy ones saw. */
static struct {
	int64_t us[TIMES_MAX];
	unsigned count, failed;
	int64_t next_us[HEALTHY];
	unsigned asked[HEALTHY];
	unsigned racer;              /* who they are; 0: the coordinator */
	bool is_restless;            /* they ask again at once */
	bool wants_rows;             /* of all requests; a page without one has failed */
	long most_kb, first_kb;
	int64_t look_us;
} times;

/* A client that is a burden. */
struct slow {
	int fd;                      /* -1: not connected */
	int64_t opened_us, next_us;  /* when it says or takes its next byte, or dials again */
	unsigned said;
};

static struct {
	struct slow at[SLOW_MAX];
	unsigned count, cut, refused;
	int64_t shortest_us, longest_us;
	const char *words;           /* what they say at once */
	unsigned words_length;
	bool dribbles, takes;        /* a byte a second */
	int epoll;
} slows;

static int
by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static long
percentile_ms(unsigned percent)
{
	if (times.count == 0)
		return -1;
	qsort(times.us, times.count, sizeof(times.us[0]), by_size);
	return (long)(times.us[((uint64_t)times.count * percent + 99) / 100 - 1] / 1000);
}

static long
percentile_us(unsigned percent)
{
	(void)percentile_ms(percent);
	return times.count == 0 ? -1 : (long)times.us[((uint64_t)times.count * percent + 99) / 100 - 1];
}

static void
look_at_memory(void)
{
	long kb;

	if (now_us() < times.look_us)
		return;
	times.look_us = now_us() + LOOK_US;
	kb = family_kb(keeper, "status", "VmRSS:");
	if (times.first_kb == 0)
		times.first_kb = kb;
	times.most_kb = kb > times.most_kb ? kb : times.most_kb;
}

/* Every fifth question comes on a new connection, as of somebody who has just arrived. */
static void
ask_healthy(unsigned i)
{
	char path[128];

	if (times.asked[i]++ % 5 == 0)
		hang_up(&crowd[i]);
	snprintf(path, sizeof(path), "/p/%s/requests%s", slug, times.wants_rows ? "?show=all" : "");
	get(&crowd[i], times.racer, path);
}

static void
look_at_healthy(void)
{
	for (unsigned i = 0; i < HEALTHY; i++) {
		struct browser *b = &crowd[i];

		if (b->is_busy || now_us() < times.next_us[i])
			continue;
		if (times.asked[i] > 0 && times.count < TIMES_MAX) {
			times.us[times.count++] = b->answered_us - b->asked_us;
			times.failed += b->status != 200 || (times.wants_rows && strstr(b->in, "<li id=\"r-") == NULL);
		}
		times.next_us[i] = now_us() + (times.is_restless ? 0 : PAUSE_US);
		b->asked_us = b->answered_us = 0;
		ask_healthy(i);
	}
}

/* At the end: who still waits is counted for as long as it has waited, and as failed if that is more than a moment. */
static void
count_who_waits(void)
{
	for (unsigned i = 0; i < HEALTHY; i++) {
		int64_t waited_us = now_us() - crowd[i].asked_us;

		if (!crowd[i].is_busy || times.count == TIMES_MAX)
			continue;
		times.us[times.count++] = waited_us;
		times.failed += waited_us > MOMENT_US;
	}
}

static void
drop(struct slow *s, int64_t again_us)
{
	if (s->fd >= 0)
		close(s->fd);
	*s = (struct slow){ .fd = -1, .next_us = now_us() + again_us };
}

static void
was_cut(struct slow *s)
{
	int64_t lived_us = now_us() - s->opened_us;

	slows.cut++;
	slows.shortest_us = slows.cut == 1 || lived_us < slows.shortest_us ? lived_us : slows.shortest_us;
	slows.longest_us = lived_us > slows.longest_us ? lived_us : slows.longest_us;
	drop(s, COMES_AGAIN_US);
}

static void
dial_slow(struct slow *s)
{
	struct epoll_event event = { .events = EPOLLIN | EPOLLRDHUP, .data.ptr = s };
	int little = 4096;

	s->fd = dial_server();
	s->opened_us = now_us();
	s->next_us = s->opened_us + (int64_t)draw(1000000);
	if (s->fd < 0) {
		slows.refused++;
		drop(s, COMES_AGAIN_US);
		return;
	}
	if (slows.takes)
		(void)setsockopt(s->fd, SOL_SOCKET, SO_RCVBUF, &little, sizeof(little));
	else if (epoll_ctl(slows.epoll, EPOLL_CTL_ADD, s->fd, &event) != 0)
		fail("epoll");
}

/* Its next bytes: all of the words, or one of them, and when they are over more of the same last byte. */
static void
say_slowly(struct slow *s)
{
	const char *rest = slows.words + (s->said < slows.words_length ? s->said : slows.words_length - 1);
	size_t more = slows.takes ? 0 : 1, most = s->said >= slows.words_length ? more : slows.dribbles ? 1 : slows.words_length - s->said;
	ssize_t put = most == 0 ? 0 : send(s->fd, rest, most, MSG_NOSIGNAL);

	if (put < 0 && errno != EAGAIN && errno != EINPROGRESS && errno != ENOTCONN)
		was_cut(s);
	else if (put > 0)
		s->said += (unsigned)put;
}

static void
take_slowly(struct slow *s)
{
	char byte;
	ssize_t got = recv(s->fd, &byte, 1, 0);

	if (got == 0 || (got < 0 && errno != EAGAIN && errno != ENOTCONN))
		was_cut(s);
}

static void
look_at_slow(struct slow *s)
{
	if (now_us() < s->next_us)
		return;
	if (s->fd < 0) {
		dial_slow(s);
		return;
	}
	s->next_us += 1000000;
	if (slows.words_length > 0)
		say_slowly(s);
	if (slows.takes && s->fd >= 0)
		take_slowly(s);
}

/* Whatever comes is taken, but for those who take a byte a second; a closed line is a cut one. */
static void
hear_slow(void)
{
	static struct epoll_event events[EVENTS];
	int count = epoll_wait(slows.epoll, events, EVENTS, 0);

	for (int i = 0; i < count; i++) {
		struct slow *s = events[i].data.ptr;
		char bytes[4096];
		ssize_t got;

		if (s->fd < 0)
			continue;
		got = recv(s->fd, bytes, sizeof(bytes), 0);
		if (got == 0 || (got < 0 && errno != EAGAIN))
			was_cut(s);
	}
}

static unsigned
count_held(void)
{
	unsigned held = 0;

	for (unsigned i = 0; i < slows.count; i++)
		held += slows.at[i].fd >= 0;
	return held;
}

/* A head or body without an end, or requests whose answers nobody takes. */
static void
prepare(const char *kind)
{
	static char words[OUT_BYTES * PIPELINED];
	char cookie[256];
	size_t length = 0;

	print_cookie_line(0, cookie, sizeof(cookie));
	if (strcmp(kind, "head") == 0)
		length = (size_t)snprintf(words, sizeof(words), "GET /login HTTP/1.1\r\nHost: a.example\r\nX: a");
	else if (strcmp(kind, "body") == 0)
		length = (size_t)snprintf(words, sizeof(words), "POST /login/link HTTP/1.1\r\nHost: a.example\r\n"
		    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\na");
	for (unsigned i = 0; strcmp(kind, "read") == 0 && i < PIPELINED; i++)
		length += (size_t)snprintf(words + length, sizeof(words) - length, "GET /p/%s/requests HTTP/1.1\r\nHost: a.example\r\n%s\r\n", slug, cookie);
	slows.words = words;
	slows.words_length = (unsigned)length;
	slows.takes = strcmp(kind, "read") == 0;
	if (length == 0 && strcmp(kind, "idle") != 0)
		fail("no such kind");
}

/* A body comes slowly after its head; a head comes slowly from its first byte. */
static void
begin_slow(const char *kind)
{
	slows.dribbles = strcmp(kind, "head") == 0;
	for (unsigned i = 0; i < slows.count; i++)
		slows.at[i] = (struct slow){ .fd = -1, .next_us = now_us() + (int64_t)draw(1000000) };
}

static int
run_slow(char **words)
{
	int64_t until_us = now_us() + number(words[2]) * 1000000;

	slows.count = (unsigned)number(words[1]);
	if (slows.count > SLOW_MAX)
		fail("too many");
	prepare(words[0]);
	begin_slow(words[0]);
	while (now_us() < until_us) {
		for (unsigned i = 0; i < slows.count; i++)
			look_at_slow(&slows.at[i]);
		hear_slow();
		look_at_healthy();
		look_at_memory();
		(void)step(HEALTHY, 2);
	}
	count_who_waits();
	printf("kind=%s held=%u cut=%u refused=%u shortest_ms=%lld longest_ms=%lld "
	    "healthy=%u failed=%u p50_ms=%ld p99_ms=%ld slowest_ms=%ld memory_kb=%ld descriptors=%u\n",
	    words[0], count_held(), slows.cut, slows.refused, (long long)slows.shortest_us / 1000, (long long)slows.longest_us / 1000,
	    times.count, times.failed, percentile_ms(50), percentile_ms(99), percentile_ms(100), times.most_kb, family_descriptors(keeper));
	return 0;
}

static void
send_head_of_body(struct browser *b, int64_t bytes, bool is_chunked)
{
	static const char fixed[] = "POST /login/link HTTP/1.1\r\nHost: a.example\r\nContent-Type: application/x-www-form-urlencoded\r\n";

	if (is_chunked)
		snprintf(b->out, sizeof(b->out), "%sTransfer-Encoding: chunked\r\n\r\n4000\r\n", fixed);
	else
		snprintf(b->out, sizeof(b->out), "%sContent-Length: %lld\r\n\r\n", fixed, (long long)bytes);
	hang_up(b);
	b->fd = dial_server();
	b->in_length = 0;
	sleep_ms(1);
	if (send(b->fd, b->out, strlen(b->out), MSG_NOSIGNAL) < 0)
		fail("a head cannot be sent");
}

/* One body, sent until the server hangs up; what it answered, and how much it took. */
static int64_t
send_body(int64_t bytes, bool is_chunked, int *status)
{
	static const char some[16384] = "";
	struct browser *b = &crowd[HEALTHY];
	int64_t sent = 0, until_us = now_us() + 10000000;
	bool is_open = true;

	send_head_of_body(b, bytes, is_chunked);
	while (is_open && sent < bytes && now_us() < until_us) {
		ssize_t put = send(b->fd, some, sizeof(some), MSG_NOSIGNAL), got = recv(b->fd, b->in + b->in_length, IN_BYTES - b->in_length, 0);

		sent += put > 0 ? put : 0;
		b->in_length += got > 0 ? (size_t)got : 0;
		is_open = got > 0 || (got < 0 && errno == EAGAIN);
		if (put < 0)
			sleep_ms(1);
		look_at_memory();
	}
	b->in[b->in_length] = '\0';
	*status = b->in_length > 12 ? (int)strtol(b->in + 9, NULL, 10) : 0;
	hang_up(b);
	return sent;
}

static int
run_bodies(char **words)
{
	unsigned count = (unsigned)number(words[0]), told = 0, cut = 0, other = 0;
	bool is_chunked = strcmp(words[2], "chunked") == 0;
	int64_t most = 0;

	for (unsigned i = 0; i < count; i++) {
		int status;
		int64_t sent = send_body(number(words[1]), is_chunked, &status);

		most = sent > most ? sent : most;
		told += status == (is_chunked ? 411 : 413);
		cut += status == 0;
		other += status != 0 && status != (is_chunked ? 411 : 413);
	}
	times.look_us = 0;
	look_at_memory();
	printf("bodies=%u refused=%u cut=%u other=%u most_sent=%lld memory_grew_kb=%ld\n", count, told, cut, other, (long long)most,
	    times.most_kb - times.first_kb);
	return 0;
}

/* memory: at rest; what is shared counted whole for each process (RSS), and divided among them (PSS). */
static int
run_memory(char **words)
{
	(void)words;
	printf("rss_kb=%ld pss_kb=%ld\n", family_kb(keeper, "status", "VmRSS:"), family_kb(keeper, "smaps_rollup", "Pss:"));
	return 0;
}

static int
run_kept(char **words)
{
	unsigned count = (unsigned)number(words[0]), rounds = 0, bad = 0;
	int64_t until_us = now_us() + number(words[1]) * 1000000, slowest = 0;
	char path[128];

	snprintf(path, sizeof(path), "/p/%s/requests", slug);
	while (now_us() < until_us) {
		for (unsigned i = 0; i < count; i++)
			get(&crowd[i], 0, path);
		finish(count);
		bad += count - count_status(count, 200);
		slowest = slowest_ms(count) > slowest ? slowest_ms(count) : slowest;
		rounds++;
	}
	printf("connections=%u rounds=%u other=%u slowest_ms=%lld\n", count, rounds, bad, (long long)slowest);
	return 0;
}

static unsigned acts, refusals;

static void
give_back(struct browser *b, unsigned who, uint64_t request)
{
	static unsigned key;
	char path[256], fields[64];

	snprintf(path, sizeof(path), "/p/%s/requests/%s/release", slug, print_id(request));
	snprintf(fields, sizeof(fields), "key=back-%d-%u", (int)getpid(), key++);
	post(b, who, path, fields);
}

/* Mentor n has browser HEALTHY + n and claims request first + n, gives it back, claims it again. */
static void
look_at_mentors(unsigned count, uint64_t first)
{
	for (unsigned n = 0; n < count; n++) {
		struct browser *b = &crowd[HEALTHY + n];

		if (b->is_busy)
			continue;
		acts += b->items > 0 && b->status == 303;
		refusals += b->items > 0 && b->status != 303;
		if (b->items++ % 2 == 0)
			claim(b, 1 + n, first + n);
		else
			give_back(b, 1 + n, first + n);
	}
}

/* Their tokens come from the first page that each of them opens. */
static void
open_mentors(unsigned count, uint64_t first)
{
	for (unsigned n = 0; n < count; n++) {
		struct browser *b = &crowd[HEALTHY + n];
		char path[256];

		snprintf(path, sizeof(path), "/p/%s/requests/%s", slug, print_id(first + n));
		get(b, 1 + n, path);
		finish(HEALTHY + count);
		reads_csrf(b);
	}
}

static int
claim_and_give_back(char **words, bool has_readers)
{
	unsigned count = (unsigned)number(words[0]);
	uint64_t first = (uint64_t)number(words[2]);
	int64_t until_us;

	times.wants_rows = true;
	open_mentors(count, first);
	until_us = now_us() + number(words[1]) * 1000000;
	while (now_us() < until_us) {
		look_at_mentors(count, first);
		if (has_readers)
			look_at_healthy();
		(void)step(HEALTHY + count, 2);
	}
	finish(HEALTHY + count);
	printf("mentors=%u acts=%u refused=%u healthy=%u failed=%u p50_us=%ld p99_us=%ld slowest_us=%ld\n", count, acts, refusals,
	    times.count, times.failed, percentile_us(50), percentile_us(99), percentile_us(100));
	return 0;
}

static int
run_claims(char **words)
{
	return claim_and_give_back(words, true);
}

static int
run_writes(char **words)
{
	return claim_and_give_back(words, false);
}

static int
run_reads(char **words)
{
	int64_t until_us = now_us() + number(words[0]) * 1000000;

	times.racer = (unsigned)number(words[1]);
	times.is_restless = times.wants_rows = true;
	while (now_us() < until_us) {
		look_at_healthy();
		(void)step(HEALTHY, 2);
	}
	finish(HEALTHY);
	printf("healthy=%u failed=%u p50_us=%ld p99_us=%ld slowest_us=%ld\n", times.count, times.failed, percentile_us(50), percentile_us(99),
	    percentile_us(100));
	return 0;
}

/* Each from a network of its own: so many from one would be held up. */
static void
open_links(unsigned count)
{
	char path[128], secret[TOKEN_TEXT + 1];

	for (unsigned n = 1; n <= count; n++) {
		struct browser *b = &crowd[HEALTHY + n - 1];

		b->network = n;
		b->is_visitor = true;
		print_secret(n, secret);
		snprintf(path, sizeof(path), "/login/link?token=%s", secret);
		get(b, n, path);
		if (n % 32 == 0)
			finish(HEALTHY + count);
	}
	finish(HEALTHY + count);
	for (unsigned i = HEALTHY; i < HEALTHY + count; i++)
		reads_csrf(&crowd[i]);
}

/* The healthy ones are asked while there are sign-ins under way, no longer. */
static int
run_sign_ins(char **words)
{
	unsigned count = (unsigned)number(words[0]), waiting = count, in = 0;
	char fields[64], secret[TOKEN_TEXT + 1];

	if (HEALTHY + count > CROWD_MAX || count > 250)
		fail("too many");
	open_links(count);
	for (unsigned n = 1; n <= count; n++) {
		print_secret(n, secret);
		snprintf(fields, sizeof(fields), "token=%s", secret);
		post(&crowd[HEALTHY + n - 1], n, "/login/link", fields);
	}
	while (waiting > 0) {
		look_at_healthy();
		(void)step(HEALTHY + count, 2);
		waiting = 0;
		for (unsigned i = HEALTHY; i < HEALTHY + count; i++)
			waiting += crowd[i].is_busy;
	}
	count_who_waits();
	for (unsigned i = HEALTHY; i < HEALTHY + count; i++)
		in += crowd[i].status == 303 && strstr(crowd[i].in, ": __Host-session=") != NULL;
	printf("sign_ins=%u in=%u slowest_ms=%lld healthy=%u failed=%u p99_ms=%ld\n", count, in, (long long)slowest_ms(HEALTHY + count),
	    times.count, times.failed, percentile_ms(99));
	return 0;
}

static void
may_have_many_files(void)
{
	struct rlimit files;

	if (getrlimit(RLIMIT_NOFILE, &files) != 0)
		fail("no limits");
	files.rlim_cur = files.rlim_max;
	if (setrlimit(RLIMIT_NOFILE, &files) != 0)
		fail("no limits");
}

int
main(int count, char **words)
{
	static const struct {
		const char *name;
		int words;
		int (*run)(char **);
	} commands[] = { { "slow", 3, run_slow }, { "bodies", 3, run_bodies }, { "kept", 2, run_kept }, { "claims", 3, run_claims },
		{ "writes", 3, run_writes }, { "reads", 2, run_reads },
		{ "sign-ins", 1, run_sign_ins }, { "memory", 0, run_memory } };

	crowd_open();
	may_have_many_files();
	slows.epoll = epoll_create1(EPOLL_CLOEXEC);
	for (unsigned i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (count < 5 || strcmp(words[1], commands[i].name) != 0 || count != commands[i].words + 5)
			continue;
		port = (uint16_t)number(words[2]);
		slug = words[3];
		keeper = (pid_t)number(words[4]);
		look_at_memory();
		return commands[i].run(words + 5);
	}
	fprintf(stderr, "usage: overload COMMAND PORT SLUG KEEPER …, as tests/daemon/run does\n");
	return 2;
}
