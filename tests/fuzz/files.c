/* Files that an operator or a coordinator writes: read whole or refused with a sentence, never half. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "access/visit.h"
#include "daemon/settings.h"
#include "fuzz.h"
#include "programmes/programmes.h"
#include "sql/sql.h"
#include "system/random.h"

static char folder[] = "/tmp/mentord-fuzz-XXXXXX";

static void
clean(void)
{
	static const char *const names[] = { "/in", "/test.db", "/test.db-wal", "/test.db-shm" };
	char path[80];

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(path, sizeof(path), "%s%s", folder, names[i]);
		unlink(path);
	}
	rmdir(folder);
}

static const char *
path_of(const char *name)
{
	static char path[80];
	static bool is_made;

	if (!is_made) {
		MUST(mkdtemp(folder) != NULL);
		atexit(clean);
		is_made = true;
	}
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

void
fuzz_settings(struct arena *arena, struct str input)
{
	struct operator_settings settings;
	struct str complaint = { 0 };
	const char *path = path_of("in");
	struct flag flag = { S("config"), str_from(path) };
	FILE *file = fopen(path, "wb");
	enum outcome said;

	MUST(file != NULL && fwrite(input.at, 1, input.length, file) == input.length && fclose(file) == 0);
	said = settings_read(arena, &flag, 1, &settings, &complaint);
	MUST(said == OK || said == BAD_INPUT || said == FILE_FAILED);
	MUST(said == OK || complaint.length > 0);
}

/* One database for all runs; each run is undone. */
static struct db *
database(void)
{
	static struct db *db;

	if (db == NULL) {
		MUST(sql_open(&(struct sql_place){ .engine = SQL_SQLITE, .where = path_of("test.db") }, &db) == OK);
		MUST(sql_migrate(db, (struct moment){ INT64_C(1795000000) * US_PER_SECOND }) == OK);
	}
	return db;
}

void
fuzz_programme(struct arena *arena, struct str input)
{
	static struct random_seeded seeded;
	static struct random generator;
	struct programme_cache *cache;
	struct visit v = { .arena = arena, .now = { INT64_C(1795000000) * US_PER_SECOND }, .db = database() };
	struct str complaint = { 0 };
	enum outcome said;

	generator = random_seeded(&seeded, 7);
	programme_cache_open(&cache);
	v.random = &generator;
	v.programmes = cache;
	MUST(sql_begin(v.db) == OK);
	said = programme_load_file(&v, S("fuzz.yaml"), input, &complaint);
	MUST(said == OK || complaint.length > 0);
	sql_rollback(v.db);
	programme_cache_close(&cache);
}
