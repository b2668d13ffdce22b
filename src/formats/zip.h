/* An archive made in memory: the door to minizip, which writes no file here. The same parts give the same bytes: nothing in it is a time. */
#ifndef FORMATS_ZIP_H
#define FORMATS_ZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct buf;
struct zip;

/* Into out, behind what it holds; its ceiling is the archive's. Must be closed, since the library takes memory of its own. */
struct zip *zip_open(struct arena *, struct buf *out);
/* The next part; ends the one before. */
void zip_part(struct zip *, const char *name);
void zip_add(struct zip *, struct str bytes);
/* False if it did not fit: then nothing in out counts. */
bool zip_close(struct zip *);

#endif
