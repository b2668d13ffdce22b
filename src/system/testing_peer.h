/* For test_exchange*.c alone: a server in a process of its own that says what its rows say, on a free port of 127.0.0.1. What it saw stands in
 * memory that both share. */
#ifndef SYSTEM_TESTING_PEER_H
#define SYSTEM_TESTING_PEER_H

#include <arpa/inet.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/check.h"
#include "base/str.h"

enum { HEARD_BYTES = 64 << 10, ROWS = 12, LINE_BYTES_MAX = 4096 };

/* Rather than to answer: hang up, or never say another word. */
#define CUT "<cut>"
#define HANG "<hang>"

/* The first row whose beginning a line has; says is sent as it is. Row "" greets. A row "." answers the end of a mail. */
struct peer_row {
	const char *begins, *says;
};

struct peer_seen {
	atomic_int connections, open_now, open_most, mails, requests;
	char heard[HEARD_BYTES];    /* all lines of all connections; whole lines, in order within one */
	atomic_size_t heard_length;
};

struct peer {
	pid_t process;
	int port;
	struct peer_seen *seen;
};

static inline void
peer_hears(struct peer_seen *seen, const char *line, size_t length)
{
	size_t at = atomic_fetch_add(&seen->heard_length, length);

	if (at + length < HEARD_BYTES)
		memcpy(seen->heard + at, line, length);
}

static inline const char *
peer_says(const struct peer_row *rows, const char *line)
{
	for (size_t i = 0; i < ROWS && rows[i].begins != NULL; i++)
		if ((rows[i].begins[0] == '\0') == (line[0] == '\0') && strncmp(line, rows[i].begins, strlen(rows[i].begins)) == 0)
			return rows[i].says;
	return "250 fine\r\n";
}

/* False if that was the last word. */
static inline bool
peer_answers(FILE *line, const char *says)
{
	while (strcmp(says, HANG) == 0)
		(void)pause();
	if (strcmp(says, CUT) == 0)
		return false;
	fputs(says, line);
	fflush(line);
	return strncmp(says, "421", 3) != 0;
}

/* Of the server's process: each connection in a child, so that the others go on. */
_Noreturn static inline void
peer_runs(int listener, const struct peer_row *rows, struct peer_seen *seen,
    void (*serve)(FILE *, const struct peer_row *, struct peer_seen *))
{
	setpgid(0, 0);
	signal(SIGCHLD, SIG_IGN);
	for (;;) {
		int open_now, client = accept(listener, NULL, NULL);

		check(client >= 0);
		seen->connections++;
		open_now = ++seen->open_now;
		if (open_now > seen->open_most)
			seen->open_most = open_now;
		if (fork() == 0) {
			close(listener);
			serve(fdopen(client, "r+"), rows, seen);
			seen->open_now--;
			_exit(0);
		}
		close(client);
	}
}

static inline struct peer
peer_open(const struct peer_row *rows, void (*serve)(FILE *, const struct peer_row *, struct peer_seen *))
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	struct peer p = { .seen = mmap(NULL, sizeof(*p.seen), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0) };

	check(p.seen != MAP_FAILED && listener >= 0 && bind(listener, (struct sockaddr *)&address, sizeof(address)) == 0);
	check(listen(listener, 128) == 0 && getsockname(listener, (struct sockaddr *)&address, &size) == 0);
	p.port = ntohs(address.sin_port);
	p.process = fork();
	if (p.process == 0)
		peer_runs(listener, rows, p.seen, serve);
	(void)setpgid(p.process, p.process);
	close(listener);
	return p;
}

static inline void
peer_close(struct peer *p)
{
	kill(-p->process, SIGKILL);
	waitpid(p->process, NULL, 0);
	munmap(p->seen, sizeof(*p->seen));
}

#endif
