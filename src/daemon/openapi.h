/* The API described for programs, made from the rows of api.def and the forms and shapes that they name. */
#ifndef DAEMON_OPENAPI_H
#define DAEMON_OPENAPI_H

#include "base/str.h"

struct buf;
struct visit;

/* The OpenAPI 3.1 document; base_url may be empty. */
void openapi_print(struct buf *, struct str base_url);

#endif
