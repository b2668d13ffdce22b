/* Browsers without a window: what they send, what they hear. All of them turn in one poll. */
#include "crowd.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { ID_TEXT = 13, PAGE_TRIES = 40 };

struct browser crowd[CROWD_MAX];
uint16_t port;
const char *slug;

void
crowd_open(void)
{
	for (unsigned i = 0; i < CROWD_MAX; i++)
		crowd[i].fd = -1;
}

void
fail(const char *words)
{
	printf("failed: %s\n", words);
	exit(1);
}

int64_t
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

long
number(const char *word)
{
	char *end;
	long value = strtol(word, &end, 10);

	if (*word == '\0' || *end != '\0')
		fail("a number was expected");
	return value;
}

static uint64_t chance = 7;

void
draw_from(uint64_t seed)
{
	chance = seed * 0x9e3779b97f4a7c15u | 1;
}

uint64_t
draw(uint64_t below)
{
	chance ^= chance << 13;
	chance ^= chance >> 7;
	chance ^= chance << 17;
	return chance % below;
}

void
token(unsigned n, char out[TOKEN_BYTES + 1])
{
	snprintf(out, TOKEN_BYTES + 1, "racing-mentor-%018u", n);
}

/* URL-safe base64 without padding of 32 bytes. */
void
print_secret(unsigned n, char out[TOKEN_TEXT + 1])
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

const char *
print_id(uint64_t id)
{
	static char out[ID_TEXT + 1];

	for (int i = ID_TEXT - 1; i >= 0; i--) {
		out[i] = "0123456789abcdefghjkmnpqrstvwxyz"[id & 31];
		id >>= 5;
	}
	return out;
}

void
hang_up(struct browser *b)
{
	if (b->fd >= 0)
		close(b->fd);
	b->fd = -1;
}

static int
dial_from(unsigned network)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct sockaddr_in own = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK + (network << 8)) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0 || (network > 0 && bind(fd, (struct sockaddr *)&own, sizeof(own)) != 0))
		fail("no socket");
	if (connect(fd, (struct sockaddr *)&address, sizeof(address)) != 0 && errno != EINPROGRESS) {
		close(fd);
		fd = -1;
	}
	return fd;
}

int
dial_server(void)
{
	return dial_from(0);
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
		b->fd = dial_from(b->network);
}

void
print_cookie_line(unsigned who, char *out, size_t size)
{
	char cookie[TOKEN_TEXT + 1];

	print_secret(who, cookie);
	snprintf(out, size, "Cookie: __Host-session=%s\r\n", cookie);
}

void
get(struct browser *b, unsigned who, const char *path)
{
	char cookie[TOKEN_TEXT + 1];

	print_secret(who, cookie);
	snprintf(b->out, sizeof(b->out), "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nCookie: __Host-%s=%s\r\n\r\n", path, port,
	    b->is_visitor ? "visitor" : "session", cookie);
	start(b);
}

void
post(struct browser *b, unsigned who, const char *path, const char *fields)
{
	char cookie[TOKEN_TEXT + 1];

	print_secret(who, cookie);
	snprintf(b->out, sizeof(b->out), "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nSec-Fetch-Site: same-origin\r\n"
	    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\nCookie: __Host-%s=%s\r\n\r\ncsrf=%s&%s",
	    path, port, strlen(fields) + strlen(b->csrf) + 6, b->is_visitor ? "visitor" : "session", cookie, b->csrf, fields);
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

bool
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

void
finish(unsigned count)
{
	int64_t until_us = now_us() + PATIENCE_MS * INT64_C(1000);

	while (step(count, 100))
		if (now_us() > until_us)
			fail("a request hangs");
}

void
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

unsigned
count_status(unsigned count, int status)
{
	unsigned found = 0;

	for (unsigned i = 0; i < count; i++)
		found += crowd[i].status == status;
	return found;
}

void
sleep_ms(long ms)
{
	struct timespec t = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000 };

	nanosleep(&t, NULL);
}

void
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

int64_t
slowest_ms(unsigned count)
{
	int64_t most = 0;

	for (unsigned i = 0; i < count; i++)
		if (crowd[i].answered_us - crowd[i].asked_us > most)
			most = crowd[i].answered_us - crowd[i].asked_us;
	return most / 1000;
}

void
claim(struct browser *b, unsigned who, uint64_t request)
{
	static unsigned key;
	char path[256], fields[64];

	snprintf(path, sizeof(path), "/p/%s/requests/%s/claim", slug, print_id(request));
	snprintf(fields, sizeof(fields), "key=claim-%d-%u", (int)getpid(), key++);
	post(b, who, path, fields);
}

void
claim_as_program(struct browser *b, unsigned who, uint64_t request)
{
	static unsigned key;
	char secret[TOKEN_TEXT + 1];

	print_secret(who, secret);
	snprintf(b->out, sizeof(b->out), "POST /api/v1/requests/%s/claim HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nAuthorization: Bearer mtd_%s\r\n"
	    "Idempotency-Key: race-%d-%u\r\nContent-Length: 0\r\n\r\n", print_id(request), port, secret, (int)getpid(), key++);
	start(b);
}
