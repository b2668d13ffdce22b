/* What cells of other people's tables mean. Pure. Sources: the column names of PROGRAMMES.md 2.2; exports of Airtable and of form services. */
#ifndef EXCHANGE_CELLS_H
#define EXCHANGE_CELLS_H

#include <stdbool.h>

#include "base/str.h"
#include "formats/when.h"

struct arena;

/* "checked", "yes", "true", "1", "x" and their opposites; nothing written is no. False for another word. */
bool exchange_tick_read(struct arena *, struct str cell, bool *out);

/* A day, "2024-03-05" or "2024/03/05", alone or with a time behind a blank or T: "15:04", "15:04:05", "3:04pm", "3:04:05 PM". What stands behind
 * the time may be Z, UTC, GMT, one of these with hours after it ("GMT+1", "UTC-3:30") or these alone ("+01:00"), or nothing: the wall time of whoever
 * reads. Days that begin with the month or the day are not read: nobody knows which of the two it is. */
struct exchange_when {
	struct wall wall;
	bool is_utc;                  /* … after east_minutes are taken away */
	int east_minutes;
};
bool exchange_when_read(struct str cell, struct exchange_when *out);

/* How far a request of another table is. */
enum exchange_stand { STAND_OPEN, STAND_HELD };
bool exchange_stand_read(struct arena *, struct str cell, enum exchange_stand *out);

/* A header as it is compared: letters and digits alone, case folded. "E-Mail Address:" and "email address" are the same. */
struct str exchange_header_key(struct arena *, struct str header);

#endif
