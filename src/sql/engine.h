/* What an engine must do; only files of this folder include it. Every call sets db->trouble before it answers trouble. */
#ifndef SQL_ENGINE_H
#define SQL_ENGINE_H

#include "sql/sql.h"

enum { TROUBLE_MAX = 256 };

/* What a connection may be asked to do: rows, and no more, but for a moment inside sql_migrate() and sql_check_engine(). */
enum allowed { ALLOWS_ROWS, ALLOWS_CHECKS, ALLOWS_ALL };

/* Whether a transaction is open. A broken one can only be rolled back, though PostgreSQL answers its commit as if all were well. */
enum turn { TURN_NONE, TURN_OPEN, TURN_BROKEN };

struct engine {
	enum sql_engine kind;
	void (*close)(struct db *);
	enum outcome (*text)(struct db *, const char *sql);    /* our own constants: begin, commit, migrations */
	enum outcome (*query)(struct db *, const struct sql_statement *, size_t count, const struct sql_value *, struct sql_query *);
	enum outcome (*row)(struct sql_query *);
	int64_t (*get_whole)(const struct sql_query *, int column);
	struct str (*get_bytes)(const struct sql_query *, struct arena *, int column, bool is_binary);
	int64_t (*changed)(const struct sql_query *);
	void (*done)(struct sql_query *);
	const char *begin, *begin_read;
	enum turn (*turn)(const struct db *);
	int (*descriptor)(const struct db *);
	bool (*is_alive)(struct db *);
	void (*checkpoint)(struct db *);
	void (*allow)(struct db *, enum allowed);              /* NULL: the server's own grants say it */
	/* For the memo; NULL where the engine cannot say whether somebody has changed the database. */
	enum outcome (*version)(struct db *, int64_t *out);          /* of the snapshot of the read turn */
	int (*columns)(const struct sql_query *);
	struct sql_value (*value)(const struct sql_query *, struct arena *, int column);
};

/* The first member of each engine's own struct. */
struct db {
	const struct engine *engine;
	bool is_reading;              /* a read turn is open */
	bool knows_version;           /* … and the memo was told of it */
	struct memo *memo;            /* of a read-only connection; NULL: none */
	bool is_writing;              /* a write turn is open, as far as we were told */
	bool is_to_forget;            /* the log is to be emptied, not only written into the file */
	bool is_lost;                 /* the engine said STORE_LOST once: nothing more is asked of it */
	enum outcome ended_by;        /* what made the engine end the write turn by itself; OK: nothing did */
	uint64_t queries;
	char trouble[TROUBLE_MAX];
};

enum outcome sqlite_open(const struct sql_place *, struct db **out);
enum outcome postgres_open(const struct sql_place *, struct db **out);

/* The schema against what the migrations make, a line each thing that is missing or other (shape.c). The schema is current. */
enum { FOUND_MOST = 100 };
enum outcome sql_check_shape(struct db *, struct arena *, struct str_list *out);
void sql_allow(struct db *, enum allowed);

/* A statement outside the catalogue, for this folder alone: slot is past the cache. */
enum { SLOT_ONCE = 0xffffff };

#endif
