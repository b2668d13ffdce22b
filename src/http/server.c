/* libmicrohttpd in external mode: one request at a time becomes a visit, a waiting visit is suspended in its last call and answered
 * when it is called again. What may be believed of a head: head.c. */
#include "http/server.h"

#include <arpa/inet.h>
#include <microhttpd.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/limits.h"
#include "http/compress.h"
#include "http/head.h"
#include "http/line.h"
#include "system/clock.h"

enum { SPARE_ARENAS = 64, PEER_TEXT = 64, SWEEP_US = 500000 };

/* A request from its first line to its last byte out. */
struct live {
	struct http_visit visit;
	struct http_server *server;
	struct MHD_Connection *connection;
	struct line *line;
	enum { AT_HEAD, IN_BODY, WAITING, READY, QUEUED } phase;
	size_t body_size, body_length;
	char *body;
	bool is_last;                 /* of its connection */
	bool is_handled;              /* the handler knows of it */
};

struct http_server {
	struct arena *arena;
	struct MHD_Daemon *daemon;
	struct http_handler handler;
	struct http_options options;
	uint64_t next_number;
	int epoll;
	struct arena *spare[SPARE_ARENAS];
	size_t spare_count;
	struct lines lines;
	int64_t now_us, swept_us;     /* monotonic, as of this run */
	unsigned visits;
	bool is_quiet;                /* no new connections */
	bool is_closing;
};

static struct arena *
take_arena(struct http_server *server)
{
	struct arena *arena;

	if (server->spare_count > 0)
		return server->spare[--server->spare_count];
	arena_open(ARENA_VISIT * 2, &arena);
	return arena;
}

static void
give_arena(struct http_server *server, struct arena *arena)
{
	if (server->spare_count == SPARE_ARENAS) {
		arena_close(&arena);
		return;
	}
	arena_reset(arena);
	server->spare[server->spare_count++] = arena;
}

/* The first line: the raw target, before libmicrohttpd cuts or decodes anything. */
static void *
on_target(void *self, const char *target, struct MHD_Connection *connection)
{
	struct http_server *server = self;
	struct arena *arena = take_arena(server);
	struct live *live = ARENA_NEW(arena, struct live);

	live->server = server;
	live->connection = connection;
	live->line = line_of(connection);
	live->line->live = live;
	server->visits++;
	line_waits(live->line, server->now_us, LIMIT_HEAD_SECONDS);
	live->visit.arena = arena;
	live->visit.request = ARENA_NEW(arena, struct request);
	live->visit.request->number = server->next_number++;
	live->visit.request->target = str_copy(arena, str_from(target));
	return live;
}

static void
send_header(struct MHD_Response *response, const char *name, const char *value)
{
	check(MHD_add_response_header(response, name, value) == MHD_YES);
}

static bool
has_header(const struct reply *reply, struct str name)
{
	for (size_t i = 0; i < reply->header_count; i++)
		if (str_equal(reply->headers[i].name, name))
			return true;
	return false;
}

/* What a session or a token read is kept by nobody (ASVS 14.3.2); a tag may still be asked with, so that nothing is sent twice. What the
 * handler says itself goes first. */
static void
send_cache_control(const struct live *live, struct MHD_Response *response)
{
	const struct request *request = live->visit.request;
	const struct reply *reply = live->visit.reply;
	bool is_personal = request_header(request, S("authorization")).length > 0 || request_cookie(request, S("__Host-session")).length > 0;

	if (has_header(reply, S("Cache-Control")))
		return;
	if (reply->is_public_file)
		send_header(response, "Cache-Control", "public, max-age=31536000, immutable");
	else
		send_header(response, "Cache-Control", reply->carries_token || is_personal ? "no-store" : "private, no-cache");
}

/* What every answer carries (UX.md 9). */
static void
send_common(const struct live *live, struct MHD_Response *response)
{
	const struct reply *reply = live->visit.reply;

	send_header(response, "Content-Security-Policy",
	    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
	    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
	send_header(response, "X-Content-Type-Options", "nosniff");
	send_header(response, "Cross-Origin-Opener-Policy", "same-origin");
	send_header(response, "Cross-Origin-Resource-Policy", "same-origin");
	send_header(response, "Referrer-Policy", reply->carries_token ? "no-referrer" : "same-origin");
	if (live->server->options.is_tls_outside)
		send_header(response, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
	send_cache_control(live, response);
	if (live->is_last || live->server->is_quiet)
		send_header(response, "Connection", "close");
}

static enum MHD_Result
queue(struct live *live)
{
	struct reply *reply = live->visit.reply;
	struct MHD_Response *response;
	enum MHD_Result said;
	struct str body;

	check(!reply->body.is_overflown);
	compress_reply(live->visit.arena, live->visit.request, reply);
	body = reply->static_bytes.length > 0 ? reply->static_bytes : buf_str(&reply->body);
	response = MHD_create_response_from_buffer(body.length, (void *)(uintptr_t)body.at, MHD_RESPMEM_PERSISTENT);
	if (response == NULL)
		return MHD_NO;
	send_common(live, response);
	for (size_t i = 0; i < reply->header_count; i++)
		send_header(response, str_c(live->visit.arena, reply->headers[i].name), str_c(live->visit.arena, reply->headers[i].value));
	said = MHD_queue_response(live->connection, (unsigned)reply->status, response);
	MHD_destroy_response(response);
	live->phase = QUEUED;
	line_waits(live->line, live->server->now_us, LIMIT_SEND_SECONDS);
	return said;
}

static enum MHD_Result
refuse(struct live *live, enum outcome why)
{
	struct http_server *server = live->server;

	live->is_last = true;
	server->handler.refuse(server->handler.self, &live->visit, why);
	check(live->visit.reply != NULL);
	return queue(live);
}

static struct str
peer_of(struct live *live)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(live->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	char *text = arena_take(live->visit.arena, PEER_TEXT);
	const struct sockaddr *address = info == NULL ? NULL : info->client_addr;
	const void *bytes;

	if (address == NULL || (address->sa_family != AF_INET && address->sa_family != AF_INET6))
		return S("");
	bytes = address->sa_family == AF_INET ? (const void *)&((const struct sockaddr_in *)(const void *)address)->sin_addr
	    : (const void *)&((const struct sockaddr_in6 *)(const void *)address)->sin6_addr;
	return inet_ntop(address->sa_family, bytes, text, PEER_TEXT) == NULL ? S("") : str_from(text);
}

static enum MHD_Result
at_head(struct live *live, const char *method, const char *version)
{
	struct http_server *server = live->server;
	struct request *request = live->visit.request;
	size_t body_max = 0;
	enum outcome said;

	live->is_last = ++live->line->requests >= LIMIT_REQUESTS_PER_CONNECTION;
	request->peer = peer_of(live);
	said = head_read(live->visit.arena, live->connection, method, version, request);
	if (said == OK)
		said = server->handler.at_head(server->handler.self, request, &body_max);
	if (said == OK)
		said = head_body_size(request, body_max, &live->body_size);
	if (said != OK)
		return refuse(live, said);
	live->body = arena_take(live->visit.arena, live->body_size + 1);
	live->phase = IN_BODY;
	line_waits(live->line, server->now_us, LIMIT_BODY_SECONDS);
	return MHD_YES;
}

static enum MHD_Result
in_body(struct live *live, const char *bytes, size_t *count)
{
	if (*count > live->body_size - live->body_length)
		return MHD_NO;    /* more than its own Content-Length: cut the line */
	memcpy(live->body + live->body_length, bytes, *count);
	live->body_length += *count;
	*count = 0;
	return MHD_YES;
}

static enum MHD_Result
handle(struct live *live)
{
	struct http_server *server = live->server;

	live->visit.request->body = (struct str){ live->body, live->body_length };
	live->is_handled = true;
	if (server->handler.handle(server->handler.self, &live->visit) == HTTP_ANSWER)
		return queue(live);
	live->phase = WAITING;
	live->line->until_us = 0;
	MHD_suspend_connection(live->connection);
	return MHD_YES;
}

static enum MHD_Result
on_request(void *self, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
    const char *upload, size_t *upload_size, void **con_cls)
{
	const struct http_server *server = self;
	struct live *live = *con_cls;

	(void)connection;
	(void)url;
	switch (live->phase) {
	case AT_HEAD:
		return at_head(live, method, version);
	case IN_BODY:
		return *upload_size > 0 ? in_body(live, upload, upload_size) : handle(live);
	case READY:
		return server->is_closing ? MHD_NO : queue(live);
	case WAITING:
	case QUEUED:
		break;
	}
	*upload_size = 0;    /* of a refused request: read and forgotten until the line is cut */
	return MHD_YES;
}

static void
on_completed(void *self, struct MHD_Connection *connection, void **con_cls, enum MHD_RequestTerminationCode why)
{
	struct http_server *server = self;
	struct live *live = *con_cls;

	(void)connection;
	(void)why;
	if (live == NULL)
		return;
	live->line->live = NULL;
	server->visits--;
	line_waits(live->line, server->now_us, LIMIT_IDLE_SECONDS + LIMIT_HEAD_SECONDS);
	if (live->is_handled)
		server->handler.finished(server->handler.self, &live->visit);
	give_arena(server, live->visit.arena);
	*con_cls = NULL;
}

static void
on_connection(void *self, struct MHD_Connection *connection, void **context, enum MHD_ConnectionNotificationCode what)
{
	struct http_server *server = self;

	if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
		lines_give(&server->lines, *context);
		return;
	}
	lines_make_room(&server->lines);
	*context = lines_take(&server->lines, connection, server->now_us);
}

/* libmicrohttpd decodes nothing: we read the target ourselves. */
static size_t
keep_escapes(void *self, struct MHD_Connection *connection, char *s)
{
	(void)self;
	(void)connection;
	return strlen(s);
}

static struct MHD_Daemon *
start(struct http_server *server)
{
	return MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, on_request, server,
	    MHD_OPTION_LISTEN_SOCKET, server->options.listen_descriptor,
	    MHD_OPTION_URI_LOG_CALLBACK, on_target, server,
	    MHD_OPTION_NOTIFY_COMPLETED, on_completed, server,
	    MHD_OPTION_NOTIFY_CONNECTION, on_connection, server,
	    MHD_OPTION_UNESCAPE_CALLBACK, keep_escapes, server,
	    MHD_OPTION_CONNECTION_LIMIT, (unsigned)LIMIT_CONNECTIONS,
	    MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)LIMIT_IDLE_SECONDS,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)LIMIT_CONNECTION_MEMORY,
	    MHD_OPTION_STRICT_FOR_CLIENT, 1,
	    MHD_OPTION_END);
}

enum outcome
http_open(const struct http_options *options, struct http_handler handler, struct http_server **out)
{
	struct arena *arena;
	struct http_server *server;

	arena_open(ARENA_VISIT, &arena);
	server = ARENA_NEW(arena, struct http_server);
	server->arena = arena;
	server->handler = handler;
	server->options = *options;
	server->next_number = options->first_number;
	if (server->options.clock == NULL)
		server->options.clock = &clock_system;
	server->now_us = clock_monotonic_us(server->options.clock);
	lines_open(&server->lines);
	server->daemon = start(server);
	if (server->daemon == NULL) {
		arena_close(&arena);
		return FILE_FAILED;
	}
	server->epoll = MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
	*out = server;
	return OK;
}

/* libmicrohttpd ends the process if it is stopped while a connection is suspended. */
static void
wake_all(struct http_server *server)
{
	server->is_closing = true;
	for (size_t i = 0; i < ARRAY_LENGTH(server->lines.at); i++) {
		struct live *live = server->lines.at[i].live;

		if (live == NULL || live->phase != WAITING)
			continue;
		live->phase = READY;
		MHD_resume_connection(live->connection);
	}
}

void
http_close(struct http_server **server)
{
	struct arena *arena;

	if (*server == NULL)
		return;
	arena = (*server)->arena;
	wake_all(*server);
	MHD_stop_daemon((*server)->daemon);
	while ((*server)->spare_count > 0)
		arena_close(&(*server)->spare[--(*server)->spare_count]);
	arena_close(&arena);
	*server = NULL;
}

int
http_descriptor(const struct http_server *server)
{
	return server->epoll;
}

void
http_run(struct http_server *server)
{
	server->now_us = clock_monotonic_us(server->options.clock);
	if (server->now_us - server->swept_us >= SWEEP_US) {
		lines_cut_late(&server->lines, server->now_us);
		server->swept_us = server->now_us;
	}
	check(MHD_run(server->daemon) == MHD_YES);
}

int
http_timeout_ms(const struct http_server *server, int most)
{
	MHD_UNSIGNED_LONG_LONG ms;

	if (MHD_get_timeout(server->daemon, &ms) != MHD_YES || ms > (MHD_UNSIGNED_LONG_LONG)most)
		return most;
	return (int)ms;
}

void
http_resume(struct http_server *server, struct http_visit *visit)
{
	struct live *live = (struct live *)visit;    /* its first member */

	(void)server;
	check(live->phase == WAITING && visit->reply != NULL);
	live->phase = READY;
	MHD_resume_connection(live->connection);
}

void
http_quiesce(struct http_server *server)
{
	server->is_quiet = true;
	(void)MHD_quiesce_daemon(server->daemon);    /* the socket itself is the keeper's */
}

unsigned
http_connections(const struct http_server *server)
{
	return server->lines.count;
}

unsigned
http_visits(const struct http_server *server)
{
	return server->visits;
}
