/* The schema's steps, embedded by sql-gen. */
#ifndef SQL_MIGRATIONS_H
#define SQL_MIGRATIONS_H

#include <stddef.h>
#include <stdint.h>

struct migration {
	int64_t number;               /* 1, 2, … */
	const char *name;             /* "0001_first" */
	int64_t checksum;             /* of the text as it was written */
	const char *for_sqlite, *for_postgres;
};

extern const struct migration migrations[];
extern const size_t migration_count;

#endif
