/* The operator's settings: flag before environment before file before default. */
#ifndef DAEMON_SETTINGS_H
#define DAEMON_SETTINGS_H

#include "base/outcome.h"
#include "base/str.h"

struct arena;

enum {
#define SETTING(name, kind, fallback, words) SETTING_##name,
#include "daemon/settings.def"
#undef SETTING
	SETTING_COUNT
};

struct operator_settings {
	const char *sources[SETTING_COUNT];    /* "flag", "environment", "file" or "default" */
#define SETTING(name, kind, fallback, words) struct str name;
#include "daemon/settings.def"
#undef SETTING
};

/* A row as it stands: for printing. */
struct setting_shown {
	struct str name, value, fallback, words;
	const char *source;
};
struct setting_shown setting_shown(const struct operator_settings *, size_t place);

struct flag {
	struct str name, value;       /* "--listen", without the dashes */
};

/* Fills every setting; a TEXT may also be named by a file that holds it ("database_file"). With a sentence in *complaint: BAD_INPUT for an
 * unknown name (with the nearest known one), a value that is not of its kind, a line twice; FILE_FAILED for a file that cannot be read. */
enum outcome settings_read(struct arena *, const struct flag *flags, size_t count, struct operator_settings *out, struct str *complaint);
bool settings_knows(struct str name);
int64_t setting_whole(struct str value);
bool setting_yes(struct str value);
/* A known name that is close to a wrong one; empty if none is. */
struct str settings_nearest(struct str wrong);

#endif
