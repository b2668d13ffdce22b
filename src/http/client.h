/* HTTP as a client, for the command line that speaks to another server: one exchange, by libcurl. The library is loaded when the first
 * exchange is made, never by a process that serves (docs/decisions/0017-remote-cli.md). */
#ifndef HTTP_CLIENT_H
#define HTTP_CLIENT_H

#include "http/request.h"

enum { CLIENT_SECONDS = 60, CLIENT_CONNECT_SECONDS = 10 };

struct client_call {
	enum method method;           /* GET or POST */
	struct str url;               /* http or https, without a line end or NUL */
	struct pairs headers;
	struct str body;              /* of a POST; may be empty */
};

struct client_answer {
	int status;
	struct str type;              /* media type, without its parameters */
	int64_t retry_after_seconds;  /* 0: not said */
	struct str body;
	struct str words;             /* why there is no answer, in the library's words */
};

/* PEER_AWAY with words if no answer came (name, connection, certificate, time); TOO_LARGE above REPLY_BODY_MAX; NOT_FOUND if the library is
 * not installed. Redirects are not followed: a token goes where it was sent. */
enum outcome client_exchange(struct arena *, const struct client_call *, struct client_answer *out);

#endif
