/* A file read through a window: memory does not grow with it. */
#ifndef EXCHANGE_WINDOW_H
#define EXCHANGE_WINDOW_H

#include "exchange/exchange.h"
#include "formats/csv.h"

struct window {
	const struct import_bytes *bytes;
	char *at;
	bool is_at_end;
	struct csv_source source;
};

/* Takes WINDOW bytes of the arena. */
enum outcome window_open(struct arena *, const struct import_bytes *, struct window *out);
/* The next record, whole, as csv_next(); NOT_FOUND at the end. Its cells live until the next call or as long as the arena. */
enum outcome window_next(struct window *, struct arena *, struct csv_record *);

#endif
