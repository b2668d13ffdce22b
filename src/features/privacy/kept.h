/* How long things about people are kept, and before which moment they are old. Pure. Source: PROGRAMMES.md 7. */
#ifndef PRIVACY_KEPT_H
#define PRIVACY_KEPT_H

#include <stddef.h>

#include "base/moment.h"
#include "base/str.h"
#include "formats/zone.h"

struct settings;

enum keep_unit { KEEP_DAYS, KEEP_MONTHS };
enum keep {
#define KEEP(name, ...) KEEP_##name,
#include "privacy/retention.def"
	KEEPS
};

/* A row of retention.def, as a programme has it. */
struct period {
	struct str name;
	const char *what, *since;     /* message ids */
	enum keep_unit unit;
	int64_t amount;
};
struct period period_of(const struct settings *, enum keep);
/* What it is, a message id. */
const char *keep_words(enum keep);
/* KEEPS for a name that is none. */
enum keep keep_called(struct str name);

/* What happened then or earlier is old: so many days of 24 hours before now, or months on the wall of the zone. A day that the month has not is its
 * last one, so that nothing is old too early. */
struct moment period_start(const struct period *, const struct zone *, struct moment now);

#endif
