/* A mail server that takes everything at once and keeps nothing, so that what is measured is who sends. Usage: mail_sink [EVERY]: prints its
 * port, then a line "taken=N" per EVERY mails (100), each when it happens; ends when its input does. One process, no threads. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CLIENTS = 64, LINE = 4096, PART = 64 << 10 };

/* line: what came of a line so far; only its head is kept. */
struct client {
	char line[LINE];
	size_t length;
	int is_mail;
};

static struct client clients[CLIENTS];
static struct pollfd waits[CLIENTS + 2];
static long taken, every = 100;

static void
say(int socket, const char *words)
{
	if (send(socket, words, strlen(words), MSG_NOSIGNAL) < 0)
		shutdown(socket, SHUT_RDWR);
}

static void
hear(int socket, struct client *c)
{
	if (c->is_mail && strcmp(c->line, ".\r\n") != 0)
		return;
	if (c->is_mail) {
		c->is_mail = 0;
		if (++taken % every == 0) {
			printf("taken=%ld\n", taken);
			fflush(stdout);
		}
	} else if (strncmp(c->line, "DATA", 4) == 0) {
		c->is_mail = 1;
		say(socket, "354 go on\r\n");
		return;
	} else if (strncmp(c->line, "QUIT", 4) == 0) {
		say(socket, "221 bye\r\n");
		shutdown(socket, SHUT_RDWR);
		return;
	}
	say(socket, "250 fine\r\n");
}

/* False when the client is gone. */
static int
serve(int socket, struct client *c)
{
	static char part[PART];
	ssize_t got = recv(socket, part, sizeof(part), 0);

	for (ssize_t i = 0; i < got; i++) {
		if (c->length < LINE - 1)
			c->line[c->length++] = part[i];
		if (part[i] != '\n')
			continue;
		c->line[c->length] = '\0';
		hear(socket, c);
		c->length = 0;
	}
	return got > 0;
}

static void
welcome(int listener)
{
	int one = 1, socket = accept(listener, NULL, NULL);

	for (size_t i = 0; i < CLIENTS; i++) {
		if (waits[i].fd >= 0 || socket < 0)
			continue;
		setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
		waits[i] = (struct pollfd){ .fd = socket, .events = POLLIN };
		clients[i] = (struct client){ .length = 0 };
		say(socket, "220 sink\r\n");
		return;
	}
	close(socket);
}

static void
serve_all(void)
{
	for (size_t i = 0; i < CLIENTS; i++)
		if (waits[i].fd >= 0 && waits[i].revents != 0 && !serve(waits[i].fd, &clients[i])) {
			close(waits[i].fd);
			waits[i].fd = -1;
		}
}

/* A listening socket whose port is printed, or -1. */
static int
listens(void)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof(address)) != 0 || listen(listener, CLIENTS) != 0 ||
	    getsockname(listener, (struct sockaddr *)&address, &size) != 0)
		return -1;
	printf("%d\n", ntohs(address.sin_port));
	fflush(stdout);
	return listener;
}

int
main(int count, char **words)
{
	int listener = listens();

	if (count > 1 && (every = strtol(words[1], NULL, 10)) < 1)
		return 2;
	if (listener < 0)
		return 1;
	for (size_t i = 0; i < CLIENTS; i++)
		waits[i].fd = -1;
	waits[CLIENTS] = (struct pollfd){ .fd = listener, .events = POLLIN };
	waits[CLIENTS + 1] = (struct pollfd){ .fd = STDIN_FILENO, .events = POLLIN };
	while (poll(waits, CLIENTS + 2, -1) > 0 && waits[CLIENTS + 1].revents == 0) {
		serve_all();
		if (waits[CLIENTS].revents != 0)
			welcome(listener);
	}
	return 0;
}
