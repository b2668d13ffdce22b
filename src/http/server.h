/* HTTP/1.1 on one listening socket: libmicrohttpd with an external loop (never its own threads: HOUSE.md 4). The process that
 * holds the server polls http_descriptor(), calls http_run() when it is ready or the timeout is over, and answers visits. */
#ifndef HTTP_SERVER_H
#define HTTP_SERVER_H

#include "base/moment.h"
#include "http/reply.h"
#include "http/request.h"

struct arena;
struct clock;
struct http_server;

/* One request under way. Its arena lives until the answer has left. */
struct http_visit {
	struct arena *arena;
	struct request *request;
	struct reply *reply;        /* what is answered; set by the handler */
	void *mine;                 /* the handler's own */
};

enum http_next { HTTP_ANSWER, HTTP_WAIT };

struct http_handler {
	void *self;
	/* Called at the head, before any body: the most bytes that this request's body may have, or a refusal (path, method,
	 * type). The reply to a refusal is filled by refuse(). */
	enum outcome (*at_head)(void *self, const struct request *, size_t *body_max);
	/* Called once the request is whole. HTTP_WAIT suspends it until http_resume(). */
	enum http_next (*handle)(void *self, struct http_visit *);
	/* Fills visit->reply for a refusal met before handle() could run. The connection is closed after it. */
	void (*refuse)(void *self, struct http_visit *, enum outcome why);
	/* Called after the answer left or the client went; a waiting visit may be dropped so. Forget the pointer. */
	void (*finished)(void *self, struct http_visit *);
};

struct http_options {
	int listen_descriptor;          /* owned by the keeper, listening, non-blocking */
	uint64_t first_number;          /* request numbers count up from here */
	bool is_tls_outside;            /* a proxy speaks TLS: send HSTS */
	const struct clock *clock;      /* for deadlines; NULL: the machine's */
};

enum outcome http_open(const struct http_options *, struct http_handler, struct http_server **out);
/* Closes every connection; visits that still wait are told finished(), not answered. */
void http_close(struct http_server **);
int http_descriptor(const struct http_server *);
/* Does what is ready, never blocks. Cuts clients that are too slow, so call it once a second at least. */
void http_run(struct http_server *);
/* Milliseconds until http_run() must be called again, at most `most`. */
int http_timeout_ms(const struct http_server *, int most);
/* The visit waited; its reply is set: send it. */
void http_resume(struct http_server *, struct http_visit *);
/* Stops accepting; what is under way goes on, and each answer is the last of its connection. */
void http_quiesce(struct http_server *);
/* Connections open now. */
unsigned http_connections(const struct http_server *);
/* Requests under way: from the first line to the last byte of the answer. */
unsigned http_visits(const struct http_server *);

#endif
