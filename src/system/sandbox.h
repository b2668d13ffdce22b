/* The walls around a process (TRUST.md 5.10): no new privileges, not dumpable, limits, Landlock for files and ports, a filter of system
 * calls. What each role may is one table: sandbox_calls.c for calls, sandbox_files.c for files. There is no way out of a sealed process. */
#ifndef SYSTEM_SANDBOX_H
#define SYSTEM_SANDBOX_H

#include <stdbool.h>

#include "base/outcome.h"

enum sandbox_role { SANDBOX_KEEPER, SANDBOX_WEB, SANDBOX_WRITER, SANDBOX_WORKER, SANDBOX_COURIER, SANDBOX_ROLES };

struct sandbox {
	enum sandbox_role role;
	const char *database;     /* SQLite's file, whose folder is the data folder; NULL: the database is a server's, no file of it is ours */
	const char *zones;        /* keeper: a folder that its children read before they seal themselves */
	bool has_network;         /* courier: it may reach other servers */
	const char *letters;      /* courier, and keeper for its sake: a folder that mail is written to; NULL: none */
};

/* What the running kernel can hold; 0 or false: it lacks that wall. */
struct sandbox_kernel {
	int landlock;             /* its ABI: 2 knows files, 4 TCP ports too, 6 signals too */
	bool has_filter;
};
struct sandbox_kernel sandbox_kernel(void);

/* Seals this process for good and logs what holds. A kernel that lacks a wall is told in the log, at level warn, and the other walls
 * stand; that is OK. NOT_FOUND: a file of the database is not there yet, nothing was done, ask again. FILE_FAILED: a wall that the
 * kernel has could not be built, the process must end. */
enum outcome sandbox_seal(const struct sandbox *);

#endif
