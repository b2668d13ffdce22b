/* A mail server and a Slack that take everything and say so: a line for each thing to standard output, in the order in which it came,
 *   mail ADDRESS MESSAGE-ID
 *   slack PATH WORD          WORD: the text of the message up to its first blank
 * whole before it is answered. Usage: outside MAIL-PORT SLACK-PORT     on 127.0.0.1; 0: any. The first line tells both. One process, no threads. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CLIENTS = 64, HEARD = 512 << 10, WORD = 200 };

struct client {
	int fd;                          /* -1: free */
	int is_slack, is_data;
	char to[WORD], id[WORD];
	char *heard;
	size_t length;
};

static struct client clients[CLIENTS];
static long ts;

static void
say(struct client *c, const char *words)
{
	if (send(c->fd, words, strlen(words), MSG_NOSIGNAL) < 0)
		shutdown(c->fd, SHUT_RDWR);
}

static void
forget(struct client *c, size_t bytes)
{
	memmove(c->heard, c->heard + bytes, c->length - bytes + 1);
	c->length -= bytes;
}

/* What stands in `text` behind `mark` up to one of `ends`. */
static void
copy_behind(const char *text, const char *mark, const char *ends, char out[WORD])
{
	const char *at = strstr(text, mark);
	size_t length = at == NULL ? 0 : strcspn(at + strlen(mark), ends);

	length = length < WORD - 1 ? length : WORD - 1;
	if (length > 0)
		memcpy(out, at + strlen(mark), length);
	out[length] = '\0';
}

/* --- mail --- */

static void
hear_command(struct client *c, const char *line)
{
	if (strncmp(line, "RCPT TO:", 8) == 0)
		copy_behind(line, "<", ">", c->to);
	c->is_data = strncmp(line, "DATA", 4) == 0;
	if (strncmp(line, "QUIT", 4) == 0) {
		say(c, "221 bye\r\n");
		shutdown(c->fd, SHUT_RDWR);
	} else {
		say(c, c->is_data ? "354 go on\r\n" : "250 fine\r\n");
	}
}

static void
hear_line(struct client *c, const char *line)
{
	if (!c->is_data) {
		hear_command(c, line);
	} else if (strncmp(line, "Message-ID:", 11) == 0) {
		copy_behind(line, "<", "@", c->id);
	} else if (strcmp(line, ".\r\n") == 0) {
		printf("mail %s %s\n", c->to, c->id);
		fflush(stdout);
		c->is_data = 0;
		say(c, "250 taken\r\n");
	}
}

static void
hear_mail(struct client *c)
{
	char *end, line[1024];

	while ((end = strchr(c->heard, '\n')) != NULL) {
		size_t length = (size_t)(end - c->heard) + 1, kept = length < sizeof(line) - 1 ? length : sizeof(line) - 1;

		memcpy(line, c->heard, kept);
		line[kept] = '\0';
		forget(c, length);
		hear_line(c, line);
	}
}

/* --- Slack --- */

static void
answer(struct client *c, const char *path, const char *body)
{
	char json[WORD * 2], whole[WORD * 4], channel[WORD];

	copy_behind(body, "\"channel\":\"", "\"", channel);
	if (strstr(path, "auth.test") != NULL)
		snprintf(json, sizeof(json), "{\"ok\":true,\"team_id\":\"T0TEAM\",\"app_id\":\"A0APP\",\"user_id\":\"U0BOT\"}");
	else if (strstr(path, "conversations.open") != NULL)
		snprintf(json, sizeof(json), "{\"ok\":true,\"channel\":{\"id\":\"D0DM\"}}");
	else if (strstr(path, "conversations.info") != NULL)
		snprintf(json, sizeof(json), "{\"ok\":true,\"channel\":{\"id\":\"C0ROOM\",\"is_private\":true,\"is_member\":true}}");
	else
		snprintf(json, sizeof(json), "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"17%08ld.000100\"}", channel, ++ts);
	snprintf(whole, sizeof(whole), "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s", strlen(json), json);
	say(c, whole);
}

static void
hear_slack(struct client *c)
{
	char path[WORD], length[WORD], word[WORD], *body;

	while ((body = strstr(c->heard, "\r\n\r\n")) != NULL) {
		size_t head = (size_t)(body - c->heard) + 4, bytes;

		copy_behind(c->heard, " ", " ", path);
		copy_behind(c->heard, "Content-Length: ", "\r", length);
		bytes = strtoul(length, NULL, 10);
		if (c->length < head + bytes)
			return;
		copy_behind(body, "\"text\":\"", " \"", word);
		printf("slack %s %s\n", path, word);
		fflush(stdout);
		answer(c, path, body);
		forget(c, head + bytes);
	}
}

/* --- both --- */

static void
serve(struct client *c)
{
	ssize_t got = recv(c->fd, c->heard + c->length, HEARD - c->length - 1, 0);

	if (got <= 0) {
		close(c->fd);
		c->fd = -1;
		return;
	}
	c->length += (size_t)got;
	c->heard[c->length] = '\0';
	if (c->is_slack)
		hear_slack(c);
	else
		hear_mail(c);
}

static void
welcome(int listener, int is_slack)
{
	int one = 1, fd = accept(listener, NULL, NULL);

	for (size_t i = 0; fd >= 0 && i < CLIENTS; i++) {
		struct client *c = &clients[i];

		if (c->fd >= 0)
			continue;
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
		*c = (struct client){ .fd = fd, .is_slack = is_slack, .heard = c->heard != NULL ? c->heard : malloc(HEARD) };
		c->heard[0] = '\0';
		if (!is_slack)
			say(c, "220 outside\r\n");
		return;
	}
	if (fd >= 0)
		close(fd);
}

static int
listens(const char *port, int *out)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((unsigned short)strtol(port, NULL, 10)),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof(address);
	int one = 1, fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one)) != 0 || bind(fd, (struct sockaddr *)&address, size) != 0 ||
	    listen(fd, CLIENTS) != 0 || getsockname(fd, (struct sockaddr *)&address, &size) != 0)
		return -1;
	*out = ntohs(address.sin_port);
	return fd;
}

/* One turn: whoever says something, then whoever comes. False if it cannot wait. */
static int
turn(int mail, int slack)
{
	struct pollfd waits[CLIENTS + 2];

	for (size_t i = 0; i < CLIENTS; i++)
		waits[i] = (struct pollfd){ .fd = clients[i].fd, .events = POLLIN };
	waits[CLIENTS] = (struct pollfd){ .fd = mail, .events = POLLIN };
	waits[CLIENTS + 1] = (struct pollfd){ .fd = slack, .events = POLLIN };
	if (poll(waits, CLIENTS + 2, -1) < 0)
		return 0;
	for (size_t i = 0; i < CLIENTS; i++)
		if (waits[i].fd >= 0 && waits[i].revents != 0)
			serve(&clients[i]);
	if (waits[CLIENTS].revents != 0)
		welcome(mail, 0);
	if (waits[CLIENTS + 1].revents != 0)
		welcome(slack, 1);
	return 1;
}

int
main(int count, char **words)
{
	int mail, slack, mail_port, slack_port;

	if (count != 3 || (mail = listens(words[1], &mail_port)) < 0 || (slack = listens(words[2], &slack_port)) < 0) {
		fputs("usage: outside MAIL-PORT SLACK-PORT\n", stderr);
		return 2;
	}
	printf("ports %d %d\n", mail_port, slack_port);
	fflush(stdout);
	for (size_t i = 0; i < CLIENTS; i++)
		clients[i].fd = -1;
	while (turn(mail, slack))
		;
	return 1;
}
