/* Files that are built into the binary: stylesheet, scripts, font, icons, and the ready programmes. */
#ifndef HTTP_ASSET_H
#define HTTP_ASSET_H

#include "base/str.h"

struct asset {
	struct str path;              /* "app.3f2a.css"; the name holds a hash of the bytes */
	struct str type;              /* "text/css; charset=utf-8" */
	struct str bytes, gzip, brotli;    /* compressed ones may be empty */
};

extern const struct asset assets[];
extern const size_t assets_count;

#endif
