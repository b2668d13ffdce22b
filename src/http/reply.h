/* What goes back. A handler sets the status, adds headers and writes the body; the server adds what every answer carries
 * (security headers, length, date). */
#ifndef HTTP_REPLY_H
#define HTTP_REPLY_H

#include "base/buf.h"
#include "base/outcome.h"
#include "http/request.h"

enum { REPLY_HEADERS_MAX = 16, REPLY_BODY_MAX = 512 << 10, COOKIE_DAYS_MAX = 30 };

struct reply {
	int status;
	struct pair headers[REPLY_HEADERS_MAX];
	size_t header_count;
	struct buf body;
	bool carries_token;         /* the address holds a secret: no-referrer, no-store */
	bool is_public_file;        /* an asset by content hash: cached for a year */
	struct str static_bytes;    /* sent instead of body if not empty; lives for the whole process */
};

/* An empty 200 in the arena. */
struct reply *reply_new(struct arena *);
void reply_header(struct reply *, struct str name, struct str value);    /* CR, LF, NUL in either are our bug */
void reply_see_other(struct reply *, struct str path);                   /* 303 to a path of ours */
/* A __Host- cookie: Secure, HttpOnly, SameSite=Lax, Path=/; max_age_seconds 0 = until the browser closes, below 0 = remove. */
void reply_cookie(struct reply *, struct arena *, struct str name, struct str value, int64_t max_age_seconds);

/* A reply and back, as one message between writer and web. */
void reply_print(struct buf *, const struct reply *);
enum outcome reply_read(struct arena *, struct str message, struct reply **out);

#endif
