/* For test_*.c alone: bytes to and from the stand, which is turned by hand meanwhile. */
#ifndef HTTP_TESTING_WIRE_H
#define HTTP_TESTING_WIRE_H

#include <errno.h>
#include <poll.h>

#include "http/testing.h"

/* A connected client, non-blocking. */
static inline int
dial(void)
{
	int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	check(client >= 0 && connect(client, (const struct sockaddr *)&stand.address, sizeof(stand.address)) == 0);
	return client;
}

/* One turn of the loop, as a web process makes it. */
static inline void
turn(int wait_ms)
{
	struct pollfd ready = { .fd = http_descriptor(stand.server), .events = POLLIN };

	(void)poll(&ready, 1, http_timeout_ms(stand.server, wait_ms));
	http_run(stand.server);
}

/* Sends all, turning the server where the socket is full. False if the server hung up first. */
static inline bool
say(int client, struct str bytes)
{
	while (bytes.length > 0) {
		ssize_t put = send(client, bytes.at, bytes.length, MSG_DONTWAIT | MSG_NOSIGNAL);

		if (put < 0 && errno != EAGAIN)
			return false;
		bytes = str_skip(bytes, put < 0 ? 0 : (size_t)put);
		turn(0);
	}
	return true;
}

#endif
