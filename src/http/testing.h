/* For test_*.c alone: a server whose handler says what it saw, in the process of the test, so that nothing depends on timing. */
#ifndef HTTP_TESTING_H
#define HTTP_TESTING_H

#include <arpa/inet.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/limits.h"
#include "http/server.h"
#include "system/clock.h"

enum { STAND_WAITING = LIMIT_CONNECTIONS, STAND_BODY_MAX = 1000, STAND_BIG = REPLY_BODY_MAX };

static struct stand {
	struct http_server *server;
	int listener;
	struct sockaddr_in address;
	int64_t now_us;                   /* of its clock; tests move it */
	struct http_visit *waiting[STAND_WAITING];
	unsigned waiting_count, handled, finished;
	enum outcome refused;             /* the last refusal */
} stand;

static inline int64_t
stand_now(void *self)
{
	return *(int64_t *)self;
}

static inline enum outcome
stand_at_head(void *self, const struct request *request, size_t *body_max)
{
	(void)self;
	if (str_equal(request->path, S("/none")))
		return NOT_FOUND;
	*body_max = request->method == METHOD_POST ? STAND_BODY_MAX : 0;
	return OK;
}

/* "/" says method, path, body; the others do what their name says. */
static inline void
stand_fill(struct http_visit *visit)
{
	static const char *const methods[] = { "GET", "POST", "HEAD", "OTHER" };
	const struct request *request = visit->request;
	struct reply *reply = reply_new(visit->arena);

	visit->reply = reply;
	reply->carries_token = str_equal(request->path, S("/token"));
	reply->is_public_file = str_equal(request->path, S("/file"));
	reply_header(reply, S("Content-Type"), S("text/plain; charset=utf-8"));
	if (reply->is_public_file)
		reply->static_bytes = S("bytes of a file");
	for (size_t i = 0; str_equal(request->path, S("/big")) && i < STAND_BIG; i++)
		buf_char(&reply->body, (char)('a' + i % 26));
	if (reply->body.length == 0)
		buf_add(&reply->body, str_join(visit->arena, 7, (struct str[]){ str_from(methods[request->method]), S(" "), request->path,
		    S(" ["), request->body, S("] host="), request_header(request, S("host")) }));
}

static inline enum http_next
stand_handle(void *self, struct http_visit *visit)
{
	(void)self;
	stand.handled++;
	if (str_equal(visit->request->path, S("/wait"))) {
		check(stand.waiting_count < STAND_WAITING);
		stand.waiting[stand.waiting_count++] = visit;
		return HTTP_WAIT;
	}
	stand_fill(visit);
	return HTTP_ANSWER;
}

static inline void
stand_refuse(void *self, struct http_visit *visit, enum outcome why)
{
	(void)self;
	stand.refused = why;
	visit->reply = reply_new(visit->arena);
	visit->reply->status = outcome_status(why);
	buf_add(&visit->reply->body, outcome_name(why));
}

static inline void
stand_finished(void *self, struct http_visit *visit)
{
	(void)self;
	stand.finished++;
	for (unsigned i = 0; i < stand.waiting_count; i++)
		if (stand.waiting[i] == visit)
			stand.waiting[i] = NULL;
}

static inline void
stand_start(bool is_tls_outside)
{
	static struct clock clock;
	struct http_handler handler = { .at_head = stand_at_head, .handle = stand_handle, .refuse = stand_refuse, .finished = stand_finished };
	struct http_options options = { .first_number = 1, .is_tls_outside = is_tls_outside, .clock = &clock };
	socklen_t size = sizeof(stand.address);

	stand = (struct stand){ .listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), .now_us = US_PER_DAY };
	clock = (struct clock){ .self = &stand.now_us, .monotonic_us = stand_now };
	stand.address = (struct sockaddr_in){ .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	check(bind(stand.listener, (const struct sockaddr *)&stand.address, size) == 0 && listen(stand.listener, 2048) == 0);
	check(getsockname(stand.listener, (struct sockaddr *)&stand.address, &size) == 0);
	options.listen_descriptor = stand.listener;
	check(http_open(&options, handler, &stand.server) == OK);
}

static inline int
stand_open(void **state)
{
	(void)state;
	stand_start(false);
	return 0;
}

static inline int
stand_close(void **state)
{
	(void)state;
	http_close(&stand.server);
	close(stand.listener);
	return 0;
}

#endif
