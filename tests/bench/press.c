/* Presses of Claim as Slack sends them, signed, at a fixed rate whatever the answers do; each claims a request of its own. An answer is timed from
 * the moment when its press was due, so that one that had to wait for a connection counts the wait. Usage: press PORT SECRET RATE COUNT FIRST
 * MENTORS     RATE: a second; FIRST: the first request's id; mentors are U0RACER1 and on; prints "presses=N refused=N p50_us=N p99_us=N slowest_us=N" */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { LINES = 128, OUT = 4096, IN = 16 << 10, PRESSES_MAX = 100000 };

struct line {
	int fd;                       /* -1: to be dialled */
	int is_busy;
	int64_t due_us;
	char in[IN];
	size_t length;
};

static struct line lines[LINES];
static int64_t times[PRESSES_MAX];
static long answered, refused, port;
static const char *secret;

static int64_t
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int
dial(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((unsigned short)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int one = 1, fd = socket(AF_INET, SOCK_STREAM, 0);

	if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof(address)) != 0) {
		fputs("press: the server cannot be reached\n", stderr);
		exit(1);
	}
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	return fd;
}

/* Crockford's base 32, as addresses show ids. */
static const char *
print_id(uint64_t id)
{
	static char text[14];

	for (int i = 12; i >= 0; i--, id >>= 5)
		text[i] = "0123456789abcdefghjkmnpqrstvwxyz"[id & 31];
	return text;
}

static void
encode(const char *text, char *out, size_t size)
{
	size_t length = 0;

	for (; *text != '\0' && length + 4 < size; text++) {
		if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') || (*text >= '0' && *text <= '9'))
			out[length++] = *text;
		else
			length += (size_t)snprintf(out + length, 4, "%%%02X", (unsigned char)*text);
	}
	out[length] = '\0';
}

static void
sign(const char *stamp, const char *body, char out[68])
{
	unsigned char mac[crypto_auth_hmacsha256_BYTES];
	crypto_auth_hmacsha256_state state;

	crypto_auth_hmacsha256_init(&state, (const unsigned char *)secret, strlen(secret));
	crypto_auth_hmacsha256_update(&state, (const unsigned char *)"v0:", 3);
	crypto_auth_hmacsha256_update(&state, (const unsigned char *)stamp, strlen(stamp));
	crypto_auth_hmacsha256_update(&state, (const unsigned char *)":", 1);
	crypto_auth_hmacsha256_update(&state, (const unsigned char *)body, strlen(body));
	crypto_auth_hmacsha256_final(&state, mac);
	memcpy(out, "v0=", 3);
	for (size_t i = 0; i < sizeof(mac); i++)
		snprintf(out + 3 + 2 * i, 3, "%02x", mac[i]);
}

static void
press(struct line *l, long number, uint64_t request, long mentor)
{
	char json[1200], body[OUT - 600] = "payload=", stamp[24], signature[68], whole[OUT];
	int length;

	snprintf(json, sizeof(json), "{\"type\":\"block_actions\",\"api_app_id\":\"A0APP\",\"team\":{\"id\":\"T0TEAM\",\"domain\":\"oc\"},"
	    "\"user\":{\"id\":\"U0RACER%ld\",\"name\":\"racer\",\"team_id\":\"T0TEAM\"},\"trigger_id\":\"%ld.1\",\"response_url\":\"https://hooks.slack.com/actions/x\","
	    "\"container\":{\"type\":\"message\",\"message_ts\":\"1700000001.000100\",\"channel_id\":\"C0ROOM\"},\"channel\":{\"id\":\"C0ROOM\"},"
	    "\"message\":{\"ts\":\"1700000001.000100\"},\"actions\":[{\"type\":\"button\",\"action_id\":\"req_claim\",\"block_id\":\"a\",\"value\":\"r.%s.1\","
	    "\"action_ts\":\"%ld.2\"}]}", mentor, number, print_id(request), number);
	encode(json, body + 8, sizeof(body) - 8);
	snprintf(stamp, sizeof(stamp), "%lld", (long long)time(NULL));
	sign(stamp, body, signature);
	length = snprintf(whole, sizeof(whole), "POST /slack/interact HTTP/1.1\r\nHost: 127.0.0.1:%ld\r\nContent-Type: application/x-www-form-urlencoded\r\n"
	    "X-Slack-Request-Timestamp: %s\r\nX-Slack-Signature: %s\r\nContent-Length: %zu\r\n\r\n%s", port, stamp, signature, strlen(body), body);
	if (l->fd < 0)
		l->fd = dial();
	l->is_busy = 1;
	l->length = 0;
	if (send(l->fd, whole, (size_t)length, MSG_NOSIGNAL) != length) {
		fputs("press: a press was not sent\n", stderr);
		exit(1);
	}
}

/* The head and so many bytes as it says. */
static int
is_whole(const struct line *l)
{
	const char *end = strstr(l->in, "\r\n\r\n"), *length = strstr(l->in, "Content-Length: ");

	return end != NULL && l->length >= (size_t)(end - l->in) + 4 + (length == NULL ? 0 : strtoul(length + 16, NULL, 10));
}

static void
hear(struct line *l)
{
	ssize_t got = recv(l->fd, l->in + l->length, IN - l->length - 1, 0);

	if (got <= 0) {
		close(l->fd);
		l->fd = -1;
		refused += l->is_busy;
		answered += l->is_busy;
		l->is_busy = 0;
		return;
	}
	l->length += (size_t)got;
	l->in[l->length] = '\0';
	if (!l->is_busy || !is_whole(l))
		return;
	l->is_busy = 0;
	times[answered++] = now_us() - l->due_us;
	refused += strncmp(l->in, "HTTP/1.1 200", 12) != 0;
	if (strstr(l->in, "Connection: close") != NULL) {
		close(l->fd);
		l->fd = -1;
	}
}

static void
listen_for(int wait_ms)
{
	struct pollfd waits[LINES];

	for (size_t i = 0; i < LINES; i++)
		waits[i] = (struct pollfd){ .fd = lines[i].fd, .events = POLLIN };
	if (poll(waits, LINES, wait_ms) <= 0)
		return;
	for (size_t i = 0; i < LINES; i++)
		if (lines[i].fd >= 0 && waits[i].revents != 0)
			hear(&lines[i]);
}

static struct line *
idle(void)
{
	for (size_t i = 0; i < LINES; i++)
		if (!lines[i].is_busy)
			return &lines[i];
	return NULL;
}

static int
by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

int
main(int count, char **words)
{
	long rate, all, mentors, sent = 0;
	uint64_t first;
	int64_t since_us;

	if (count != 7 || sodium_init() < 0)
		return 2;
	port = strtol(words[1], NULL, 10);
	secret = words[2];
	rate = strtol(words[3], NULL, 10);
	all = strtol(words[4], NULL, 10);
	first = strtoull(words[5], NULL, 10);
	mentors = strtol(words[6], NULL, 10);
	for (size_t i = 0; i < LINES; i++)
		lines[i].fd = -1;
	since_us = now_us();
	while (answered < all && all <= PRESSES_MAX) {
		int64_t due_us = since_us + sent * 1000000 / rate, left_us = due_us - now_us();
		struct line *l = sent < all && left_us <= 0 ? idle() : NULL;

		if (l != NULL) {
			l->due_us = due_us;
			press(l, (long)first + sent, first + (uint64_t)sent, 1 + ((long)first + sent) % mentors);
			sent++;
		} else {
			listen_for(sent < all && left_us > 0 ? (int)(left_us / 1000) : 1);
		}
	}
	qsort(times, (size_t)answered, sizeof(times[0]), by_size);
	printf("presses=%ld refused=%ld p50_us=%lld p99_us=%lld slowest_us=%lld\n", answered, refused, (long long)times[answered / 2],
	    (long long)times[answered * 99 / 100], (long long)times[answered - 1]);
	return 0;
}
