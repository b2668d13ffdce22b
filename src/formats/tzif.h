/* One zone's file (TZif, RFC 8536) as a value: private to zone.c. */
#ifndef FORMATS_TZIF_H
#define FORMATS_TZIF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/* One way the clocks of a zone can run. */
struct tzif_type {
	int32_t offset_seconds;
	bool is_summer;
	struct str short_name;    /* as in the file: "CET", "+08" */
};

/* When a rule of the file's last line strikes each year. */
struct tzif_turn {
	char kind;                /* 'M': week and weekday of a month; 'J': day 1..365 without 29 February; 'n': day 0..365 */
	int month, week, day;
	int32_t seconds;          /* of local time; may be negative or past a day */
};

/* What holds after the last listed change: "CET-1CEST,M3.5.0,M10.5.0/3". */
struct tzif_rule {
	bool is_there;
	bool has_summer;
	struct tzif_type winter;
	struct tzif_type summer;
	struct tzif_turn summer_begins;
	struct tzif_turn summer_ends;
};

struct tzif {
	size_t change_count;
	int64_t *changes;         /* seconds since the epoch, rising */
	uint8_t *change_types;
	size_t type_count;
	struct tzif_type *types;
	struct tzif_rule rule;
};

/* False if bytes are not a sound TZif file of version 2 or later. */
bool tzif_read(struct arena *keep, struct str bytes, struct tzif *out);
/* The last line alone; false if it cannot be understood. */
bool tzif_rule_read(struct arena *keep, struct str text, struct tzif_rule *out);

/* What holds at an instant (seconds), and the next change after it (INT64_MAX: none). */
const struct tzif_type *tzif_at(const struct tzif *, int64_t seconds);
int64_t tzif_next_change(const struct tzif *, int64_t seconds);

#endif
