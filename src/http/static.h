/* /static/…: what the build embedded, under names that change with the bytes. */
#ifndef HTTP_STATIC_H
#define HTTP_STATIC_H

#include "http/reply.h"

bool static_is_path(struct str path);
/* NOT_FOUND if no asset has that name. Compressed if the browser takes it. */
enum outcome static_show(const struct request *, struct reply *);

#endif
