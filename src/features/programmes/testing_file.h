/* For tests: a database, a visit that writes to it, and what a file that is refused says. */
#ifndef PROGRAMMES_TESTING_FILE_H
#define PROGRAMMES_TESTING_FILE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "access/visit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/zone.h"
#include "programmes/file.h"
#include "programmes/programmes.h"
#include "programmes/questions.h"
#include "sql/sql.h"
#include "system/file.h"
#include "system/random.h"

static char folder[] = "/tmp/mentord-load-XXXXXX";
static char path[64];
static struct arena *arena, *zones;
static struct db *db;
static struct programme_cache *cache;
static struct random_seeded seeded;
static struct random generator;
static struct visit visit;

static int
start(void **state)
{
	struct zone_files files = { file_system.self, file_system.read, "/usr/share/zoneinfo" };
	struct arena *work;

	(void)state;
	arena_open(ZONES_ARENA, &zones);
	arena_open(ZONES_WORK, &work);
	if (zones_load(zones, work, &files) != OK)
		return 1;
	arena_close(&work);
	arena_open(64 << 20, &arena);
	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/test.db", folder);
	generator = random_seeded(&seeded, 7);
	programme_cache_open(&cache);
	visit = (struct visit){ .arena = arena, .random = &generator, .now = { INT64_C(1795000000) * US_PER_SECOND }, .programmes = cache };
	if (sql_open(&(struct sql_place){ .engine = SQL_SQLITE, .where = path }, &db) != OK || sql_migrate(db, visit.now) != OK)
		return 1;
	visit.db = db;
	return sql_begin(db) == OK ? 0 : 1;
}

static int
finish(void **state)
{
	(void)state;
	sql_rollback(db);
	sql_close(&db);
	programme_cache_close(&cache);
	arena_close(&arena);
	arena_close(&zones);
	unlink(path);
	snprintf(path, sizeof(path), "%s/test.db-wal", folder);
	unlink(path);
	snprintf(path, sizeof(path), "%s/test.db-shm", folder);
	unlink(path);
	return rmdir(folder);
}

static void
complains(const char *yaml, const char *part)
{
	struct str complaint;

	assert_int_equal(OK, sql_savepoint(db));
	if (programme_load_file(&visit, S("x.yaml"), str_from(yaml), &complaint) != BAD_INPUT)
		fail_msg("not refused: %s", part);
	assert_int_equal(OK, sql_undo(db));
	if (!str_has(complaint, str_from(part)))
		fail_msg("\"%.*s\" does not hold \"%s\"", STR_FORMAT(complaint), part);
}

#define HEAD "slug: x\nname: X\nmark: X\nshape: queue\nzone: UTC\nsummary: s\n"
#define LISTS "services:\n  - { slug: a, name: Aa }\nskills:\n  - { area: L, name: Go }\n"

#endif
