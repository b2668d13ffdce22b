/* The window holds a longest record and more; before each record it is filled again if what is left may be too short for one. */
#include "exchange/window.h"

#include "base/arena.h"

enum { WINDOW = 5 * (CSV_RECORD_BYTES / 2), LEAST = CSV_RECORD_BYTES + 4096 };

static enum outcome
fill(struct window *w)
{
	size_t left = w->source.rest.length, got;

	if (w->is_at_end || left >= LEAST)
		return OK;
	if (left > 0)
		memmove(w->at, w->source.rest.at, left);
	TRY(w->bytes->read(w->bytes->self, w->at + left, WINDOW - left, &got));
	w->is_at_end = got < WINDOW - left;
	w->source.rest = (struct str){ w->at, left + got };
	return OK;
}

enum outcome
window_open(struct arena *arena, const struct import_bytes *bytes, struct window *out)
{
	*out = (struct window){ .bytes = bytes, .at = arena_take_plain(arena, WINDOW) };
	TRY(fill(out));
	out->source = csv_source(out->source.rest);
	return OK;
}

enum outcome
window_next(struct window *w, struct arena *arena, struct csv_record *record)
{
	TRY(fill(w));
	return csv_next(&w->source, arena, record) ? OK : NOT_FOUND;
}
