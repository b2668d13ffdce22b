/* Ids as people see them: 13 symbols of Crockford's base 32, lower case, reading forgivingly (i and l are 1, o is 0). */
#ifndef FORMATS_ID_H
#define FORMATS_ID_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

struct str id_print(struct arena *, int64_t id);
/* False for anything that is not an id above 0. */
bool id_read(struct str text, int64_t *out);

#endif
