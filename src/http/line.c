/* Connections and their deadlines. */
#include "http/line.h"

#include <microhttpd.h>
#include <sys/socket.h>

#include "base/check.h"

/* In the eyes of who makes room, a request under way and one answered before each make a line younger by this: a flood of newcomers
 * replaces itself, not those who are at work. One that is slow for longer goes before a newcomer. */
enum { GRACE_US = 2000000 };

void
lines_open(struct lines *lines)
{
	*lines = (struct lines){ .free = NULL };
	for (size_t i = 0; i < ARRAY_LENGTH(lines->at); i++) {
		lines->at[i].next_free = lines->free;
		lines->free = &lines->at[i];
	}
}

struct line *
lines_take(struct lines *lines, struct MHD_Connection *connection, int64_t now_us)
{
	struct line *line = lines->free;

	check(line != NULL);    /* libmicrohttpd takes no more than LIMIT_CONNECTIONS */
	lines->free = line->next_free;
	lines->count++;
	*line = (struct line){ .connection = connection };
	line_waits(line, now_us, LIMIT_HEAD_SECONDS);
	return line;
}

void
lines_give(struct lines *lines, struct line *line)
{
	*line = (struct line){ .next_free = lines->free };
	lines->free = line;
	lines->count--;
}

struct line *
line_of(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

	check(info != NULL && info->socket_context != NULL);
	return info->socket_context;
}

/* libmicrohttpd finds the socket closed and tells us so as usual. */
static void
shut(struct line *line)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(line->connection, MHD_CONNECTION_INFO_CONNECTION_FD);

	if (info != NULL)
		(void)shutdown(info->connect_fd, SHUT_RDWR);
	line->until_us = 0;
}

void
lines_cut_late(struct lines *lines, int64_t now_us)
{
	for (size_t i = 0; i < ARRAY_LENGTH(lines->at); i++) {
		struct line *line = &lines->at[i];

		if (line->connection != NULL && line->until_us != 0 && line->until_us <= now_us)
			shut(line);
	}
}

/* Whoever holds all places with connections that are never used, or used a byte a second, loses them to newcomers; who waits for an
 * answer keeps theirs. */
void
lines_make_room(struct lines *lines)
{
	struct line *longest = NULL;
	int64_t longest_us = INT64_MAX;

	if (lines->count < LIMIT_CONNECTIONS - LIMIT_CONNECTIONS_SPARE)
		return;
	for (size_t i = 0; i < ARRAY_LENGTH(lines->at); i++) {
		struct line *line = &lines->at[i];
		int64_t since_us = line->since_us + (line->live == NULL ? 0 : GRACE_US) + (line->requests == 0 ? 0 : GRACE_US);

		if (line->connection == NULL || line->until_us == 0 || since_us >= longest_us)
			continue;
		longest = line;
		longest_us = since_us;
	}
	if (longest != NULL)
		shut(longest);
}
