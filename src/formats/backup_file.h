/* A backup as one file, without its cryptography (docs/decisions/0011-backup-format.md):
 * a head, the start of the seal if it is sealed, the manifest, then the database in chunks. A plain one ends with the SHA-256 of
 * all that stands before it. Numbers in the head are big-endian. */
#ifndef FORMATS_BACKUP_FILE_H
#define FORMATS_BACKUP_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/moment.h"
#include "base/str.h"

struct arena;

enum {
	BACKUP_HEAD_BYTES = 44,
	BACKUP_ID_BYTES = 8,
	BACKUP_CHUNK_BYTES = 64 << 10,       /* of the database; the last may be shorter */
	BACKUP_MANIFEST_MAX = 64 << 10,
	BACKUP_TABLES_MAX = 500,
	BACKUP_HEADS_MAX = 200               /* of records in the manifest; the first ones by name */
};

struct backup_head {
	bool is_sealed;
	int64_t schema;                      /* number of the newest migration */
	struct moment made_at;               /* whole seconds */
	int64_t manifest_bytes;
	unsigned char key_id[BACKUP_ID_BYTES];    /* which key it is sealed to; zero if it is not */
};

/* BACKUP_HEAD_BYTES of text. */
struct str backup_head_print(struct arena *, const struct backup_head *);
/* False for anything that backup_head_print() cannot have made. */
bool backup_head_read(struct str bytes, struct backup_head *out);

struct backup_table {
	struct str name;
	int64_t rows;
};

/* The newest link of a programme's record: what fsck --head asks for. */
struct backup_record_head {
	struct str chain, hash;
};

struct backup_manifest {
	struct str program;                  /* version of mentord */
	int64_t schema;
	struct moment made_at;               /* whole seconds */
	int64_t database_bytes;
	struct str sha256;                   /* of the database, 64 digits */
	int64_t people;
	struct { struct backup_record_head *at; size_t count; } heads;
	struct { struct backup_table *at; size_t count; } tables;    /* in the order of their names */
};

/* Lines of "name value", for people as much as for us. */
struct str backup_manifest_print(struct arena *, const struct backup_manifest *);
/* False unless backup_manifest_print() gives the same bytes for what was read. */
bool backup_manifest_read(struct arena *, struct str text, struct backup_manifest *out);

/* "mentord-20261124T090000Z.backup" */
struct str backup_name(struct arena *, struct moment);
/* "4.2 MB": decimal, one digit behind the point from 1,000 bytes on. */
struct str backup_size_print(struct arena *, int64_t bytes);

#endif
