/* Backups of an SQLite database: making one from a database that serves, and bringing one back (docs/decisions/0011-backup-format.md).
 * Each function answers an exit code of cli.h; what was wrong stands in the work's words, what a check found in its findings. */
#ifndef DAEMON_BACKUP_H
#define DAEMON_BACKUP_H

#include "daemon/cli.h"
#include "formats/backup_file.h"
#include "secrets/backup_seal.h"
#include "sql/maintenance.h"

struct backup_work {
	struct arena *arena;
	const volatile int *is_stopped;      /* not 0: end as if nothing had been asked */
	struct str words;
	struct str_list findings;
};

/* What stands in a backup's file, and around it. */
struct backup_content {
	struct backup_head head;
	struct backup_manifest manifest;
	struct hash sum;                     /* of the database, as the manifest says it in digits */
	int64_t file_bytes;
};

struct backup_wish {
	const char *database;                /* to copy */
	const char *file;                    /* to make or to replace */
	const struct backup_key *key;        /* to seal it to; NULL: it is not sealed */
	struct moment now;
};

/* Makes file as a whole or not at all. A damaged database gives EXIT_FALSE and no file. */
int backup_pack(struct backup_work *, const struct backup_wish *, struct backup_content *out);

/* Writes the database of a backup into the file to, which must not be anybody's: whole, as its manifest says, or EXIT_FALSE (damaged),
 * EXIT_BAD_INPUT (no backup, a key is missing or another one), EXIT_CANNOT_REACH. secret is NULL when the caller has none. */
int backup_unpack(struct backup_work *, const char *file, const struct secret *secret, const char *to, struct backup_content *out);

/* Looks at an unpacked database: is it sound, and what the manifest says? EXIT_FALSE with findings, EXIT_BAD_INPUT if its schema is
 * newer than this program or not one of ours. */
int backup_check(struct backup_work *, const char *database, const struct backup_manifest *);

/* The head alone, for lists. */
int backup_look(struct backup_work *, const char *file, struct backup_content *out);

/* Removes a database that is nobody's any more, with whatever stands beside it. */
void backup_drop(struct backup_work *, const char *database);

/* Helpers that these share. */
int backup_fails(struct backup_work *, enum outcome why, const char *what);
const char *backup_beside(struct backup_work *, const char *file, const char *name);
bool backup_is_stopped(struct backup_work *);
/* A key's short name: 16 digits. */
struct str backup_key_name(struct arena *, const unsigned char id[BACKUP_ID_BYTES]);

/* The heads of the record in a database that nobody writes; none where its schema knows no record yet. */
enum outcome backup_heads(struct backup_work *, const char *database, struct backup_manifest *out);

#endif
