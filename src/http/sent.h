/* What a browser sends of a form: as most forms do, or with a file in it (RFC 7578). */
#ifndef HTTP_SENT_H
#define HTTP_SENT_H

#include "http/request.h"

/* Whether it is one of the two by its type; whether it may hold a file. */
bool sent_is_form(const struct request *);
bool sent_has_file(const struct request *);

/* The pairs of either kind. A file is the value of its field, its bytes as they are (nothing is copied); its name is not asked for. All other values
 * are text. BAD_REQUEST for what is neither, TOO_LARGE for too many fields, or for a form without a file above LIMIT_BODY_BYTES. */
enum outcome sent_read(struct arena *, const struct request *, struct pairs *out);

#endif
