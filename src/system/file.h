/* The seam to files. Every call may fail; the answer is NOT_FOUND (no such file or folder), STORE_FULL (no space left) or
 * FILE_FAILED then. */
#ifndef SYSTEM_FILE_H
#define SYSTEM_FILE_H

#include "base/outcome.h"
#include "base/str.h"

struct arena;

struct file_seam {
	void *self;
	/* The whole file, at most ceiling bytes; NOT_FOUND if there is none, TOO_LARGE above the ceiling. */
	enum outcome (*read)(void *self, struct arena *, const char *path, size_t ceiling, struct str *out);
	/* Replaces path as a whole (written beside it, synced, renamed), mode 0600. */
	enum outcome (*write)(void *self, struct arena *, const char *path, struct str bytes);
	/* A new file that its owner alone may read, mode 0400, synced; FILE_FAILED if there is one by that name. */
	enum outcome (*make_secret)(void *self, struct arena *, const char *path, struct str bytes);
	/* Makes a folder of mode 0700; an existing one is fine. */
	enum outcome (*make_folder)(void *self, const char *path);
};

extern const struct file_seam file_system;

/* A file that holds a secret: FORBIDDEN if anybody but its owner may read or write it (mode 0600 or less). Else as read above. */
enum outcome file_read_private(struct arena *, const char *path, size_t ceiling, struct str *out);

#endif
