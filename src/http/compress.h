/* Pages compressed on the way out: the door to zlib. Form tokens are masked anew on each page (secrets.h), so that the length of a
 * compressed page tells nothing about them (BREACH). */
#ifndef HTTP_COMPRESS_H
#define HTTP_COMPRESS_H

#include "http/reply.h"

/* True if the browser names the encoding in Accept-Encoding; finer wishes ("q=…") get the plain bytes. */
bool compress_is_taken(const struct request *, struct str encoding);

/* Replaces the body of a page by its gzip form if that pays and the browser takes it. A reply that is a file, small, or already
 * encoded stays as it is. */
void compress_reply(struct arena *, const struct request *, struct reply *);

#endif
