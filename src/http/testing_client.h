/* For test_*.c alone: clients of the stand, turned by hand with it. */
#ifndef HTTP_TESTING_CLIENT_H
#define HTTP_TESTING_CLIENT_H

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "http/testing_wire.h"

enum { ANSWER_BYTES = 1 << 20, QUIET_TURNS = 100 };

struct answer {
	int status;             /* 0: none came */
	struct str head, body;
	bool is_closed;         /* the server hung up after it */
};

/* The length that the head promises. */
static inline size_t
promised(struct str head)
{
	static const char name[] = "\r\nContent-Length: ";
	const char *at = memmem(head.at, head.length, name, sizeof(name) - 1);
	size_t length = 0;

	if (at == NULL)
		return 0;
	for (at += sizeof(name) - 1; *at >= '0' && *at <= '9'; at++)
		length = length * 10 + (size_t)(*at - '0');
	return length;
}

/* An answer that is coming in. wanted is SIZE_MAX until its head is there. */
struct hearing {
	char bytes[ANSWER_BYTES];
	size_t length, wanted;
	bool has_body, is_closed;
	struct str head;
};

static inline void
hear_head(struct hearing *h)
{
	if (h->wanted != SIZE_MAX || h->length < 4 || memmem(h->bytes + h->length - 4, 4, "\r\n\r\n", 4) == NULL)
		return;
	h->head = (struct str){ h->bytes, h->length };
	h->wanted = h->length + (h->has_body ? promised(h->head) : 0);
}

/* One look at the socket; false if nothing came. */
static inline bool
hear_some(int client, struct hearing *h)
{
	size_t room = h->wanted == SIZE_MAX ? 1 : h->wanted - h->length;
	ssize_t got = recv(client, h->bytes + h->length, room, MSG_DONTWAIT);

	if (got == 0 || (got < 0 && errno != EAGAIN)) {
		h->is_closed = true;
		return true;
	}
	if (got < 0) {
		turn(1);
		return false;
	}
	h->length += (size_t)got;
	hear_head(h);
	return true;
}

/* Reads until one answer is whole, the server hung up, or nothing came for a while. Bytes of a second answer are left in the
 * socket. has_body is false after HEAD. */
static inline struct answer
hear(int client, bool has_body)
{
	static struct hearing h;
	struct answer answer = { .status = 0 };

	h.length = 0;
	h.wanted = SIZE_MAX;
	h.has_body = has_body;
	h.is_closed = false;
	h.head = (struct str){ NULL, 0 };
	for (int quiet = 0; quiet < QUIET_TURNS && h.length < h.wanted && !h.is_closed;)
		quiet = hear_some(client, &h) ? 0 : quiet + 1;
	answer.head = h.head;
	answer.is_closed = h.is_closed;
	if (answer.head.length > 12)
		answer.status = (h.bytes[9] - '0') * 100 + (h.bytes[10] - '0') * 10 + h.bytes[11] - '0';
	answer.body = str_skip((struct str){ h.bytes, h.length }, answer.head.length);
	return answer;
}

/* A connection of its own: the first answer, and whether the server hung up after all it had to say. */
static inline struct answer
ask(struct str bytes)
{
	int client = dial();
	struct answer answer;

	(void)say(client, bytes);
	answer = hear(client, !str_starts(bytes, S("HEAD ")));
	for (int i = 0; i < QUIET_TURNS && answer.status != 0 && !answer.is_closed; i++) {
		char rest[4096];

		if (recv(client, rest, sizeof(rest), MSG_DONTWAIT) == 0)
			answer.is_closed = true;
		turn(1);
	}
	close(client);
	return answer;
}

static inline bool
head_has(const struct answer *answer, const char *line)
{
	struct str whole = str_from(line);

	return str_has(answer->head, whole);
}

#endif
