/* As many silent connections as a web process takes, then one more that asks: it must be answered while all are open.
 * Usage: many PORT COUNT      prints open=N status=S ms=M */
#include <arpa/inet.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_MS = 10000, ANSWER_BYTES = 4096 };

static long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int
dial(int port)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((unsigned short)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	return fd >= 0 && connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0 ? fd : -1;
}

/* The status of one exchange, 0 if there was no answer in time. */
static int
ask(int fd)
{
	static const char question[] = "GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
	struct pollfd ready = { .fd = fd, .events = POLLIN };
	char answer[ANSWER_BYTES + 1] = "";

	if (fd < 0 || send(fd, question, sizeof(question) - 1, MSG_NOSIGNAL) < 0 || poll(&ready, 1, PATIENCE_MS) != 1 ||
	    recv(fd, answer, ANSWER_BYTES, 0) < 12)
		return 0;
	return (int)strtol(answer + 9, NULL, 10);
}

int
main(int count, char **words)
{
	struct rlimit files;
	int port, wanted, open = 0, status;
	long since_ms;

	if (count != 3)
		return 2;
	port = (int)strtol(words[1], NULL, 10);
	wanted = (int)strtol(words[2], NULL, 10);
	if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
		files.rlim_cur = files.rlim_max;
		(void)setrlimit(RLIMIT_NOFILE, &files);
	}
	while (open < wanted && dial(port) >= 0)
		open++;
	since_ms = now_ms();
	status = ask(dial(port));
	printf("open=%d status=%d ms=%ld\n", open, status, now_ms() - since_ms);
	return status == 200 ? 0 : 1;
}
