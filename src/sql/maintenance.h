/* Care of a whole SQLite database: copying it while it serves, looking whether it is sound. Each call opens a connection of its own;
 * only here may one database be attached to another (VACUUM INTO). */
#ifndef SQL_MAINTENANCE_H
#define SQL_MAINTENANCE_H

#include <stdint.h>

#include "base/outcome.h"
#include "base/str.h"

struct arena;

enum { SURVEY_FINDINGS = 20, SURVEY_TABLES = 500 };

/* Ends what runs once *is_stopped is not 0 (BUSY is answered then). */
struct sql_care {
	struct arena *arena;
	const volatile int *is_stopped;
	struct str trouble;               /* out: what failed, in SQLite's words */
};

/* Copies from, as of one moment, into the empty file to, without unused pages. Whoever writes goes on writing. The copy is not synced. */
enum outcome sql_copy(struct sql_care *, const char *from, const char *to);

struct sql_table_rows {
	struct str name;
	int64_t rows;
};

struct sql_survey {
	struct str findings[SURVEY_FINDINGS];    /* words of integrity_check and foreign_key_check; empty: sound */
	size_t finding_count;
	struct sql_table_rows *tables;           /* in the order of their names */
	size_t table_count;
	int64_t schema;                          /* number of the newest migration */
};

/* Looks at a database that nobody writes: all its pages, all references, all counts, the schema. OK also with findings; STORE_TOO_NEW or
 * STORE_CHANGED if the schema is not one of ours, STORE_FAILED if it is no database. */
enum outcome sql_look(struct sql_care *, const char *path, struct sql_survey *out);

/* Writes all that stands in the write-ahead log into the file, so that the file alone is whole. BUSY while somebody else uses it. */
enum outcome sql_settle(struct sql_care *, const char *path);

#endif
