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
	/* Makes a folder of mode 0700; an existing one is fine. */
	enum outcome (*make_folder)(void *self, const char *path);
};

extern const struct file_seam file_system;

#endif
