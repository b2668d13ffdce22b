/* The open connections: how many requests each has sent, and until when it must have gone on. libmicrohttpd only notices a client
 * that says nothing; one that says a byte now and then is cut here, and one of many that hold every place. Only server.c includes it. */
#ifndef HTTP_LINE_H
#define HTTP_LINE_H

#include <stddef.h>
#include <stdint.h>

#include "base/limits.h"

struct MHD_Connection;
struct live;

struct line {
	struct MHD_Connection *connection;    /* NULL: free */
	struct live *live;                    /* its request under way, NULL between two */
	unsigned requests;
	int64_t since_us;                     /* when it last did a whole thing: came, sent a head, took an answer */
	int64_t until_us;                     /* 0 = it waits for us, not we for it */
	struct line *next_free;
};

struct lines {
	struct line at[LIMIT_CONNECTIONS + 1];
	struct line *free;
	unsigned count;
};

void lines_open(struct lines *);
/* A client came: its first head has LIMIT_HEAD_SECONDS. */
struct line *lines_take(struct lines *, struct MHD_Connection *, int64_t now_us);
void lines_give(struct lines *, struct line *);

/* Few places are left: shuts the socket of whoever has let us wait longest, an idle one rather than one in the middle of a request.
 * Nobody is shut who waits for us. */
void lines_make_room(struct lines *);

/* The line of a connection that lines_take() was told of. */
struct line *line_of(struct MHD_Connection *);
static inline void
line_waits(struct line *line, int64_t now_us, int seconds)
{
	line->since_us = now_us;
	line->until_us = now_us + (int64_t)seconds * 1000000;
}

/* Shuts the sockets of those whose time is over: libmicrohttpd then finds them closed and tells us so as usual. */
void lines_cut_late(struct lines *, int64_t now_us);

#endif
