/* One event of a calendar as bytes (RFC 5545): for whoever keeps dates elsewhere. Same values, same bytes. */
#ifndef FORMATS_ICS_H
#define FORMATS_ICS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/str.h"

struct arena;

enum { ICS_LINE_MAX = 75, ICS_TEXT_MAX = 1000, ICS_BYTES_MAX = 16 << 10 };    /* LINE: bytes, as the RFC says */

struct ics_event {
	struct str uid;           /* the same for the same event, whatever becomes of it; visible ASCII */
	int64_t turn;             /* of two that have the same uid the higher one counts */
	struct moment at;         /* when this was said */
	struct moment from, to;
	struct str summary, description;    /* at most ICS_TEXT_MAX bytes each; description may hold line ends, may be empty */
	struct str url;           /* http(s) */
	bool is_off;              /* it was called off */
};

/* Lines end with CRLF. BAD_INPUT for an event that ends before it begins, lacks a summary, or holds what cannot stand there. */
enum outcome ics_print(struct arena *, const struct ics_event *, struct str *out);
/* Of mail: "PUBLISH", or "CANCEL" for one that is off. */
struct str ics_method(const struct ics_event *);

#endif
