/* Torture: the real pipeline (the story runner's world, the writer's own turn) on a disk in memory, where any write may be lost by a power
 * cut and any call may fail. What must hold then stands in judge.c. TRUST.md R1 to R4. */
#ifndef TORTURE_TORTURE_H
#define TORTURE_TORTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../story/story.h"

/* --- fault.c: one call fails, or it and all that follow --- */
enum fault_kind { FAULT_NONE, FAULT_MEMORY, FAULT_SYSTEM, FAULT_DISK, FAULT_SQL, FAULT_KINDS };

/* What a failing statement answers; the last has done its work before the connection is lost. */
enum sql_fault { SQL_IS_BUSY, SQL_IS_FULL, SQL_IS_LOST, SQL_CONFLICTS, SQL_IS_LOST_AFTER, SQL_FAULTS };

struct fault {
	enum fault_kind kind;
	uint64_t at;              /* which call of that kind, from now on; 0 = the next */
	bool goes_on;
	int error;                /* errno, SQLite's code, or an enum sql_fault; 0 = a short count */
};

/* Counts the call; true if it is to fail. */
bool fault_strikes(enum fault_kind);
uint64_t fault_count(enum fault_kind);
void fault_arm(const struct fault *);
void fault_disarm(void);
void fault_hold(bool);                                     /* what the test itself does is neither counted nor fails */
bool fault_has_struck(void);
int fault_error(void);
/* Every variant of a kind, by number from 0; false behind the last. */
bool fault_variant(enum fault_kind, unsigned number, struct fault *out);
/* Before SQLite starts: its memory comes through the same hook as ours. */
void fault_takes_sqlite_memory(void);
/* Statements of this connection may fail from now on. */
void fault_takes_sql(struct db *);

/* --- disk.c: SQLite's disk, in memory that survives the death of a child --- */
#define DISK_PATH "/torture/t.db"
enum { DISK_FILES = 4, DISK_FILE_BYTES = 32 << 20 };

struct disk_file {
	char name[32];
	bool is_there, is_new;    /* new: its folder was not synced since it was made */
	uint32_t length;
	unsigned char at[DISK_FILE_BYTES];
};

struct disk {
	struct disk_file files[DISK_FILES];
};

struct disk *disk_new(void);                               /* shared with children, empty */
void disk_copy(struct disk *to, const struct disk *from);
bool disk_equal(const struct disk *, const struct disk *);
void disk_clear(struct disk *);
void disk_use(struct disk *);                              /* all files, also open ones, are this disk's from now on */
void disk_restart(void);                                   /* the memory that connections share is gone, as after a death */
void disk_register(void);                                  /* makes it SQLite's default */
void disk_is_default(bool);                                /* or the system's own disk is again */
void disk_swallows_sync(bool);                             /* planted: sync says done and does nothing */

enum op_kind { OP_WRITE, OP_TRUNCATE, OP_SYNC, OP_MAKE, OP_DROP, OP_FOLDER, OP_KEPT };

struct op {
	enum op_kind kind;
	unsigned file;
	uint32_t at, length;      /* TRUNCATE: at is the new length */
	size_t bytes;             /* place in the tape; KEPT: the state's digest */
};

/* What happened to the disk, in order. */
struct tape {
	struct op *ops;
	size_t count;
	unsigned char *bytes;
	size_t used;
};
void disk_records(struct tape *);                          /* NULL: no more */
void tape_open(struct tape *);
void tape_clear(struct tape *);
void tape_kept(struct tape *, uint64_t digest);            /* a COMMIT was answered: this state may not be lost any more */

/* --- judge.c: what must hold --- */
/* The whole database as two numbers: exact, and with every id and hash that a second try makes anew left out. */
struct digest {
	uint64_t exact, lasting;
};
enum outcome judge_digest(struct db *, struct digest *out);
void judge_ready(struct db *);                             /* prepares all that is asked of this connection to SQLite */
void judge_forget(void);                                   /* before it is closed */
/* The rules of store_check.sql; integrity and foreign keys. NULL, or what is wrong (until the next call). */
const char *judge_invariants(struct db *);
const char *judge_integrity(struct db *);

/* --- role.c: web and writer, as steps --- */
enum { ANSWER_BYTES = 1 << 20 };

struct heard {
	int status;               /* 0: nobody answered */
	bool is_unknown;          /* "we do not know whether it was saved" */
	size_t length;
	char bytes[ANSWER_BYTES];
};

void role_open(struct tale *);
void role_takes(struct tale *);                            /* the world's database is another one now */
void role_close(void);
/* One request through web and the writer's turn, all memory of the visit asked for anew. */
void role_run(struct tale *, const struct request *, struct heard *);
/* What a role that dies has still said. */
void role_last_words(struct heard *);
void role_drain(void);                                     /* forgets what stands in the channel */
/* A child's: called instead of ending the process; does not come back. */
extern void (*role_death)(int code);

/* --- the lanes; each adds to what it counts --- */
struct score {
	unsigned passed, failed;
	uint64_t trials;
};

struct story_text {
	const char *file;
	struct str title, lines;
	int line;
};

struct plan {
	const struct story_text *stories;
	size_t story_count;
	uint64_t sample, seed;    /* trials a story; 0 = every call in every variant */
	uint64_t stride;          /* cuts by chance at each N-th place alone; 0 or 1 = at each */
	const char *where;        /* power: a folder; PostgreSQL: a connection string */
	const char *planted;      /* power: what is wrong on purpose */
};

void story_run(struct tale *, const struct story_text *);
void power_run(const struct plan *, struct score *);
void trials_run(const struct plan *, enum fault_kind, struct score *);
void opening_run(const struct plan *, struct score *);
void files_run(const struct plan *, struct score *);
void postgres_run(const struct plan *, struct score *);

void *shared_memory(size_t size);                          /* zeroed; ends with the process */
uint64_t mix(uint64_t number);                             /* splitmix64: spreads a seed */

#endif
