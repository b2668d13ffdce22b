/* The failing call. Memory and system calls are caught by the linker (--wrap, so that no line of the product knows of it), SQLite's
 * memory by its own hook, its disk by disk.c, statements by a copy of the engine's table. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>

#include "base/check.h"
#include "sql/engine.h"
#include "torture.h"

static uint64_t seen[FAULT_KINDS];
static struct fault armed;
static bool has_struck, is_held;

bool
fault_strikes(enum fault_kind kind)
{
	uint64_t number = is_held ? UINT64_MAX : seen[kind]++;
	bool strikes = !is_held && armed.kind == kind && (number == armed.at || (armed.goes_on && number > armed.at));

	has_struck = has_struck || strikes;
	return strikes;
}

uint64_t
fault_count(enum fault_kind kind)
{
	return seen[kind];
}

void
fault_arm(const struct fault *fault)
{
	armed = *fault;
	armed.at += seen[fault->kind];
	has_struck = false;
}

void
fault_disarm(void)
{
	armed.kind = FAULT_NONE;
}

void
fault_hold(bool is_so)
{
	is_held = is_so;
}

bool
fault_has_struck(void)
{
	return has_struck;
}

int
fault_error(void)
{
	return armed.error;
}

bool
fault_variant(enum fault_kind kind, unsigned number, struct fault *out)
{
	static const int system_errors[] = { EIO, ENOSPC, EMFILE, EINTR, ECONNRESET, EAGAIN, 0 };
	static const int disk_errors[] = { SQLITE_IOERR, SQLITE_FULL };
	static const int sql_errors[] = { SQL_IS_BUSY, SQL_IS_FULL, SQL_IS_LOST, SQL_CONFLICTS, SQL_IS_LOST_AFTER };
	static const struct {
		const int *errors;
		unsigned count;
		bool goes_on;
	} variants[FAULT_KINDS] = {
		[FAULT_MEMORY] = { disk_errors, 1, true },
		[FAULT_SYSTEM] = { system_errors, ARRAY_LENGTH(system_errors), false },
		[FAULT_DISK] = { disk_errors, ARRAY_LENGTH(disk_errors), true },
		[FAULT_SQL] = { sql_errors, ARRAY_LENGTH(sql_errors), true },
	};
	unsigned count = variants[kind].count;

	*out = (struct fault){ .kind = kind, .error = variants[kind].errors[number % count], .goes_on = number >= count };
	return number < count * (variants[kind].goes_on ? 2 : 1);
}

/* --- memory --- */

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);

void *
__wrap_malloc(size_t size)
{
	return fault_strikes(FAULT_MEMORY) ? NULL : __real_malloc(size);
}

static sqlite3_mem_methods sqlite_memory;

static void *
sqlite_takes(int size)
{
	return fault_strikes(FAULT_MEMORY) ? NULL : sqlite_memory.xMalloc(size);
}

static void *
sqlite_grows(void *at, int size)
{
	return fault_strikes(FAULT_MEMORY) ? NULL : sqlite_memory.xRealloc(at, size);
}

void
fault_takes_sqlite_memory(void)
{
	sqlite3_mem_methods ours;

	check(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &sqlite_memory) == SQLITE_OK);
	ours = sqlite_memory;
	ours.xMalloc = sqlite_takes;
	ours.xRealloc = sqlite_grows;
	check(sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) == SQLITE_OK);
}

/* --- system calls --- */

/* -1 with errno set; a short count where the call counts (error 0) is the caller's. */
static bool
is_refused(bool *is_short)
{
	if (!fault_strikes(FAULT_SYSTEM))
		return false;
	*is_short = armed.error == 0;
	if (*is_short)
		return true;
	errno = armed.error;
	return true;
}

#define WRAP(type, name, parameters, values, shortened) \
	type __real_##name parameters; \
	type __wrap_##name parameters; \
	type __wrap_##name parameters \
	{ \
		bool is_short = false; \
		if (!is_refused(&is_short)) \
			return __real_##name values; \
		return is_short ? (shortened) : (type)-1; \
	}

WRAP(ssize_t, read, (int d, void *at, size_t n), (d, at, n), __real_read(d, at, n > 1 ? n / 2 : n))
WRAP(ssize_t, __read_chk, (int d, void *at, size_t n, size_t room), (d, at, n, room), __real___read_chk(d, at, n > 1 ? n / 2 : n, room))
WRAP(ssize_t, write, (int d, const void *at, size_t n), (d, at, n), __real_write(d, at, n > 1 ? n / 2 : n))
WRAP(ssize_t, getrandom, (void *at, size_t n, unsigned flags), (at, n, flags), __real_getrandom(at, n > 1 ? n / 2 : n, flags))
WRAP(ssize_t, sendmsg, (int d, const struct msghdr *m, int flags), (d, m, flags), __real_sendmsg(d, m, flags))
WRAP(ssize_t, recv, (int d, void *at, size_t n, int flags), (d, at, n, flags), __real_recv(d, at, n, flags))
WRAP(int, poll, (struct pollfd *at, nfds_t n, int ms), (at, n, ms), 0)
WRAP(int, fsync, (int d), (d), __real_fsync(d))
WRAP(int, fstat, (int d, struct stat *out), (d, out), __real_fstat(d, out))
WRAP(int, rename, (const char *from, const char *to), (from, to), __real_rename(from, to))
WRAP(int, mkdir, (const char *path, mode_t mode), (path, mode), __real_mkdir(path, mode))
WRAP(int, clock_gettime, (clockid_t which, struct timespec *out), (which, out), __real_clock_gettime(which, out))

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);

int
__wrap_open(const char *path, int flags, ...)
{
	bool is_short = false;
	va_list list;
	int mode;

	va_start(list, flags);
	mode = (flags & O_CREAT) != 0 ? va_arg(list, int) : 0;
	va_end(list);
	if (is_refused(&is_short) && !is_short)
		return -1;
	return __real_open(path, flags, mode);
}

/* --- statements --- */

static const struct engine *sql_engine_meant;
static struct engine sql_engine_failing;

static enum outcome
sql_fails(struct db *db)
{
	static const enum outcome said[] = {
		[SQL_IS_BUSY] = BUSY, [SQL_IS_FULL] = STORE_FULL, [SQL_IS_LOST] = STORE_LOST, [SQL_CONFLICTS] = STORE_CONFLICT,
		[SQL_IS_LOST_AFTER] = STORE_LOST,
	};

	snprintf(db->trouble, sizeof(db->trouble), "planted");
	db->is_lost = said[armed.error] == STORE_LOST;
	return said[armed.error];
}

static enum outcome
failing_text(struct db *db, const char *sql)
{
	bool strikes = fault_strikes(FAULT_SQL);

	if (strikes && armed.error == SQL_IS_LOST_AFTER)
		(void)sql_engine_meant->text(db, sql);
	return strikes ? sql_fails(db) : sql_engine_meant->text(db, sql);
}

static enum outcome
failing_query(struct db *db, const struct sql_statement *statement, size_t count, const struct sql_value *values, struct sql_query *out)
{
	return fault_strikes(FAULT_SQL) ? sql_fails(db) : sql_engine_meant->query(db, statement, count, values, out);
}

static enum outcome
failing_row(struct sql_query *query)
{
	bool strikes = fault_strikes(FAULT_SQL);

	if (strikes && armed.error == SQL_IS_LOST_AFTER)
		(void)sql_engine_meant->row(query);
	return strikes ? sql_fails(query->db) : sql_engine_meant->row(query);
}

void
fault_takes_sql(struct db *db)
{
	sql_engine_meant = db->engine == &sql_engine_failing ? sql_engine_meant : db->engine;
	sql_engine_failing = *sql_engine_meant;
	sql_engine_failing.text = failing_text;
	sql_engine_failing.query = failing_query;
	sql_engine_failing.row = failing_row;
	db->engine = &sql_engine_failing;
}
