/* A client with many kept connections, for `make bench`: a server on 127.0.0.1 must answer with 128 and 256 of them at least three
 * quarters as many requests a second as with 127 and 250 (libmicrohttpd's own threads stall there: HOUSE.md 4). Each connection asks
 * again as soon as it was answered. Usage: bench_keepalive PORT PATH */
#include <arpa/inet.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 256, TRIES = 5, HEAD_BYTES = 8192, TRY_MS = 500, REQUEST_BYTES = 600 };

struct client {
	int descriptor;
	char head[HEAD_BYTES + 1];
	size_t head_length;      /* bytes of the head so far */
	size_t missing;          /* bytes of the body still to come */
	bool in_body, is_last;
};

static struct client clients[MOST];
static struct sockaddr_in server;
static char request[REQUEST_BYTES];
static int ready;

static _Noreturn void
fail(const char *what)
{
	perror(what);
	exit(2);
}

static void
ask(struct client *c)
{
	size_t length = strlen(request);

	c->head_length = 0;
	c->in_body = c->is_last = false;
	if (send(c->descriptor, request, length, MSG_NOSIGNAL) != (ssize_t)length)
		fail("send");
}

static void
dial(struct client *c)
{
	struct epoll_event wish = { .events = EPOLLIN, .data.ptr = c };

	c->descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (c->descriptor < 0 || connect(c->descriptor, (const struct sockaddr *)&server, sizeof(server)) != 0)
		fail("connect");
	if (epoll_ctl(ready, EPOLL_CTL_ADD, c->descriptor, &wish) != 0)
		fail("epoll_ctl");
}

/* Looks at a whole head: how long the body is, and whether the server hangs up after it. */
static void
read_head(struct client *c, const char *end)
{
	const char *length = strcasestr(c->head, "\r\nContent-Length:");
	size_t have = c->head_length - (size_t)(end + 4 - c->head);

	if (strncmp(c->head, "HTTP/1.1 2", 10) != 0) {
		fprintf(stderr, "not answered well: %.40s\n", c->head);
		exit(2);
	}
	c->is_last = strcasestr(c->head, "\r\nConnection: close") != NULL;
	c->missing = length == NULL ? 0 : (size_t)strtoul(length + 17, NULL, 10);
	c->missing -= have < c->missing ? have : c->missing;
	c->in_body = true;
}

/* True when the answer is whole. */
static bool
hear(struct client *c)
{
	static char body[65536];
	ssize_t got;
	char *end;

	if (c->in_body) {
		got = recv(c->descriptor, body, sizeof(body), MSG_DONTWAIT);
		c->missing -= got > 0 ? (size_t)got : 0;
	} else {
		got = recv(c->descriptor, c->head + c->head_length, HEAD_BYTES - c->head_length, MSG_DONTWAIT);
		c->head_length += got > 0 ? (size_t)got : 0;
		c->head[c->head_length] = '\0';
		end = strstr(c->head, "\r\n\r\n");
		if (end != NULL)
			read_head(c, end);
	}
	if (got == 0 || (got < 0 && errno != EAGAIN))
		fail("the server hung up");
	return c->in_body && c->missing == 0;
}

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void
answered(struct client *c)
{
	if (c->is_last) {
		close(c->descriptor);
		dial(c);
	}
	ask(c);
}

static double
requests_per_second(int count)
{
	double start, done = 0;

	for (int i = 0; i < count; i++)
		dial(&clients[i]);
	for (int i = 0; i < count; i++)
		ask(&clients[i]);
	start = now_ms();
	while (now_ms() - start < TRY_MS) {
		struct epoll_event events[MOST];
		int found = epoll_wait(ready, events, MOST, TRY_MS);

		for (int i = 0; i < found; i++)
			if (hear(events[i].data.ptr)) {
				done++;
				answered(events[i].data.ptr);
			}
	}
	done = done * 1000 / (now_ms() - start);
	for (int i = 0; i < count; i++)
		close(clients[i].descriptor);
	return done;
}

/* The best of several, taken in turns so that both see the same weather: other load only ever slows a try down. */
static bool
is_steady(int few, int many)
{
	double best_few = 0, best_many = 0, ratio;

	for (int i = 0; i < TRIES; i++) {
		double rate_few = requests_per_second(few), rate_many = requests_per_second(many);

		best_few = rate_few > best_few ? rate_few : best_few;
		best_many = rate_many > best_many ? rate_many : best_many;
	}
	ratio = best_few > 0 ? best_many / best_few : 0;
	printf("keepalive %d: %.0f/s, %d: %.0f/s, ratio %.2f (at least 0.75)\n", few, best_few, many, best_many, ratio);
	return ratio >= 0.75;
}

int
main(int count, char **words)
{
	bool is_fine;

	if (count != 3) {
		fprintf(stderr, "usage: bench_keepalive PORT PATH\n");
		return 2;
	}
	server = (struct sockaddr_in){ .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	server.sin_port = htons((uint16_t)strtoul(words[1], NULL, 10));
	snprintf(request, sizeof(request), "GET %.400s HTTP/1.1\r\nHost: 127.0.0.1:%.5s\r\n\r\n", words[2], words[1]);
	ready = epoll_create1(EPOLL_CLOEXEC);
	if (ready < 0)
		fail("epoll_create1");
	is_fine = is_steady(127, 128);
	is_fine = is_steady(250, 256) && is_fine;
	printf("%d passed, %d failed\n", is_fine ? 1 : 0, is_fine ? 0 : 1);
	return is_fine ? 0 : 1;
}
