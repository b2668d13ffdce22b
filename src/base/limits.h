/* Limits on everything that comes from outside, in one place (TRUST.md 5.13). Each is tested at the limit and one past it. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

enum {
	LIMIT_HEAD_BYTES = 16 << 10,          /* names and values of all header fields */
	LIMIT_TARGET_BYTES = 8 << 10,         /* path and query as sent */
	LIMIT_HEADER_FIELDS = 64,
	LIMIT_BODY_BYTES = 64 << 10,          /* the most that any route takes; each row says its own */
	LIMIT_FORM_FIELDS = 200,
	LIMIT_PARAMETERS = 50,                /* of a query */
	LIMIT_CONNECTIONS = 1024,             /* per web process */
	LIMIT_REQUESTS_PER_CONNECTION = 100,
	LIMIT_IDLE_SECONDS = 15,              /* between two bytes of a connection, and between two requests */
	LIMIT_HEAD_SECONDS = 10,              /* for a whole head, however slowly its bytes come */
	LIMIT_BODY_SECONDS = 30,              /* for a whole body */
	LIMIT_SEND_SECONDS = 60,              /* for taking an answer */
	LIMIT_CONNECTION_MEMORY = 40 << 10    /* libmicrohttpd's buffers for one connection: a head at its limit, and the reply's */
};

#endif
