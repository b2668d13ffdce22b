/* Folders: who holds one, what lies in it, moving and removing files there. Outcomes as in file.h. */
#ifndef SYSTEM_FOLDER_H
#define SYSTEM_FOLDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/outcome.h"
#include "base/str.h"

struct arena;

/* Takes hold of a lock file (made if missing, mode 0600) until the process ends, however it ends. BUSY if another process holds it. */
enum outcome folder_hold(const char *lock_path);

/* Names that end so, unsorted, at most 10,000. */
enum outcome folder_list(struct arena *, const char *path, struct str ending, struct str_list *out);

/* A new folder of mode 0700 under the given one, with a name that nobody has. */
enum outcome folder_scratch(struct arena *, struct str under, struct str *out);
/* Bytes free there for us. */
enum outcome folder_free_bytes(const char *path, int64_t *out);

bool file_is_there(const char *path);
/* A link to nowhere is removed, not followed; nothing there is fine. */
enum outcome file_remove(const char *path);
enum outcome folder_remove(const char *path);
/* from takes the place of to, durably; if it cannot, it is removed. Both stand in one folder. */
enum outcome file_move(struct arena *, const char *from, const char *to);
/* The folder from takes the place of to, which is not there or an empty folder, durably. If it cannot, it stays. */
enum outcome folder_move(struct arena *, const char *from, const char *to);
/* Makes durable that a file stands in its folder, or stands there no more. */
enum outcome file_sync_folder(struct arena *, const char *path);
/* The whole path of a file that is there; the same text if it cannot be told. */
struct str file_whole_path(struct arena *, const char *path);

#endif
