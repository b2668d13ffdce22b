/* What may be believed of a request's head, and what is refused before any body is read. Only server.c includes it. */
#ifndef HTTP_HEAD_H
#define HTTP_HEAD_H

#include "http/request.h"

struct MHD_Connection;

/* Fills method, headers, path and query. BAD_REQUEST: a name that is no token, control bytes, no or two Host, two Content-Length,
 * Content-Type or Authorization, another version than HTTP/1.0 and 1.1. LENGTH_REQUIRED: any Transfer-Encoding. TOO_LARGE: more
 * fields or bytes than limits.h allows. */
enum outcome head_read(struct arena *, struct MHD_Connection *, const char *method, const char *version, struct request *);

/* Bytes of the body that will come: BAD_REQUEST for a Content-Length that is no number, TOO_LARGE above body_max. */
enum outcome head_body_size(const struct request *, size_t body_max, size_t *out);

#endif
