/* IANA time zones from the system's compiled files (TZif, RFC 8536), read by ourselves: no TZ variable, no localtime(). All zones
 * are loaded once, at the start of a process; later no file is opened. */
#ifndef FORMATS_ZONE_H
#define FORMATS_ZONE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/str.h"

struct arena;
struct zone;

enum { ZONE_FILE_MAX = 64 << 10, ZONES_ARENA = 8 << 20, ZONES_WORK = 4 << 20 };    /* bytes; the two are ceilings of arenas */

/* How files are read; the same shape as system/file.h's read. */
struct zone_files {
	void *self;
	enum outcome (*read)(void *self, struct arena *, const char *path, size_t ceiling, struct str *out);
	const char *folder;    /* "/usr/share/zoneinfo" */
};

/* Reads the list (tzdata.zi of the folder) and every zone that it names, links too ("Asia/Calcutta"). keep (ZONES_ARENA)
 * lives for the whole process; work (ZONES_WORK) is reset as it goes. About 8 ms and 640 KB. What cannot be read is left out; FILE_FAILED or NOT_FOUND if the list itself is missing:
 * then UTC is all there is. Call once, before the first zone_find(). */
enum outcome zones_load(struct arena *keep, struct arena *work, const struct zone_files *);

/* One zone from the bytes of its file; false if they are not TZif. */
bool zone_read(struct arena *keep, struct str name, struct str bytes, struct zone **out);

/* By its exact name; NULL for one that this machine does not know. "UTC" is always known. */
const struct zone *zone_find(struct str name);
bool zone_is_known(struct str name);

/* Names for a list, sorted: those a person may choose (no links, no "Etc/…"), with UTC. */
const struct str_list *zone_names(void);

struct str zone_name(const struct zone *);    /* "UTC" for NULL */

/* What the clocks of the zone do at an instant. NULL = UTC. */
struct zone_local {
	int32_t offset_seconds;    /* east of Greenwich */
	bool is_summer;
	struct str short_name;     /* "SGT", "CET", "UTC-3" */
};
struct zone_local zone_at(const struct zone *, struct moment);

/* The next change of the clocks after m, none if there is none within a year. */
struct moment zone_next_change(const struct zone *, struct moment m);

#endif
