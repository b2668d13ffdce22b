/* A request as it came in: read whole, limits applied, nothing believed yet. All text lives in the visit's arena. */
#ifndef HTTP_REQUEST_H
#define HTTP_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/outcome.h"
#include "base/str.h"

struct arena;

enum method { METHOD_GET, METHOD_POST, METHOD_HEAD, METHOD_OTHER };

/* A name and a value, in the order they came. */
struct pair {
	struct str name;
	struct str value;
};

struct pairs {
	struct pair *at;
	size_t count;
};

struct request {
	uint64_t number;            /* carried through log, job and letter */
	enum method method;
	struct str target;          /* raw, as sent: "/p/operation-code?tab=mine" */
	struct str path;            /* percent-decoded once; never holds NUL, "//" or dot segments */
	struct pairs query;         /* decoded */
	struct pairs headers;       /* names in lower case */
	struct str body;
	struct str peer;            /* address of the client, for limits alone */
	int64_t until_us;           /* monotonic: nobody begins with it later than this; 0: whenever */
};

/* The first value by that name, empty if none. */
struct str request_header(const struct request *, struct str lower_name);
struct str request_query(const struct request *, struct str name);
/* The value of a cookie, empty if none (RFC 6265, as browsers send it). */
struct str request_cookie(const struct request *, struct str name);

/* Fills path and query from target. BAD_REQUEST for a target that is not "/…", has a bad escape, control bytes, NUL, an empty or
 * dot segment, or a parameter that comes twice; TOO_LARGE for more than 50 parameters; path is empty then. */
enum outcome request_read_target(struct arena *, struct request *);

/* application/x-www-form-urlencoded → pairs. BAD_REQUEST on a bad escape, NUL or invalid UTF-8; TOO_LARGE above 200 pairs. */
enum outcome request_read_form(struct arena *, struct str body, struct pairs *out);

/* A request and back, as one message between web and writer (numbers little-endian, lengths before texts). */
struct buf;
void request_print(struct buf *, const struct request *);
enum outcome request_read(struct arena *, struct str message, struct request *out);

#endif
