/* Faults outside of requests: opening the database, and the file seam that the command line uses. */
#include <errno.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/check.h"
#include "system/file.h"
#include "torture.h"

enum { FILE_MOST = 4096, OPENINGS_MOST = 100000, PATH_MOST = 300, STEP_OF_SAMPLE = 53 };

/* Opens, asks for the schema, closes. 0 fine, 1 refused, EXIT_BUG died; 2: the fault came too late to strike. */
static int
open_with(const struct fault *fault, const struct disk *disk, struct disk *copy)
{
	struct sql_place place = { .engine = SQL_SQLITE, .where = DISK_PATH };
	pid_t child;
	int status;

	disk_copy(copy, disk);
	child = fork();
	if (child == 0) {
		struct db *db = NULL;
		struct arena *arena;
		enum outcome said;

		disk_use(copy);
		disk_restart();
		if (freopen("/dev/null", "w", stderr) == NULL)
			_exit(3);
		fault_arm(fault);
		said = sql_open(&place, &db);
		arena_open(ARENA_VISIT, &arena);
		if (said == OK)
			said = sql_is_current(db, arena);
		arena_close(&arena);
		sql_close(&db);
		fault_disarm();
		_exit(!fault_has_struck() ? 2 : said == OK ? 0 : 1);
	}
	check(child > 0 && waitpid(child, &status, 0) == child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/* Every call (or every step-th) of an opening fails: it is refused with a sentence or the process ends, and afterwards it opens. */
static unsigned
open_under(enum fault_kind kind, uint64_t step, const struct disk *disk, struct score *score)
{
	struct fault fault;
	struct disk *copy = disk_new();
	unsigned failed = 0;

	for (unsigned variant = 0; fault_variant(kind, variant, &fault); variant++)
		for (fault.at = 0; fault.at < OPENINGS_MOST; fault.at += step) {
			const struct fault none = { .kind = FAULT_NONE };
			int end = open_with(&fault, disk, copy);

			if (end == 2)
				break;
			score->trials++;
			if ((end == 0 || end == 1 || end == EXIT_BUG) && open_with(&none, copy, copy) == 2)
				continue;
			printf("opening: kind %d, call %llu%s, error %d: end %d\n", (int)kind, (unsigned long long)fault.at,
			    fault.goes_on ? " and on" : "", fault.error, end);
			failed++;
		}
	return failed;
}

void
opening_run(const struct plan *plan, struct score *score)
{
	static const enum fault_kind kinds[] = { FAULT_MEMORY, FAULT_DISK };
	struct sql_place place = { .engine = SQL_SQLITE, .where = DISK_PATH };
	struct disk *disk = disk_new();
	static struct tale tale;

	disk_use(disk);
	tale.out = stdout;
	check(tale_open(&tale, &place) == OK);
	/* not closed: the next opening finds the log of one that died */
	for (size_t i = 0; i < ARRAY_LENGTH(kinds); i++) {
		unsigned failed = open_under(kinds[i], plan->sample == 0 ? 1 : kinds[i] == FAULT_MEMORY ? STEP_OF_SAMPLE : STEP_OF_SAMPLE / 8, disk, score);

		score->passed += failed == 0;
		score->failed += failed != 0;
	}
	tale_close(&tale);
}

/* --- files --- */

static bool
holds(struct arena *arena, const char *path, struct str wanted)
{
	struct str bytes;

	return file_system.read(file_system.self, arena, path, FILE_MOST, &bytes) == OK && str_equal(bytes, wanted);
}

/* A file is replaced as a whole or stays, whatever fails; what was answered is so. */
static bool
replace_under(struct arena *arena, const char *path, const struct fault *fault)
{
	struct str bytes = S("");
	enum outcome said, read;

	check(file_system.write(file_system.self, arena, path, S("before")) == OK);
	fault_arm(fault);
	said = file_system.write(file_system.self, arena, path, S("after, and longer"));
	fault_disarm();
	if (said == OK ? !holds(arena, path, S("after, and longer")) : !holds(arena, path, S("before")) && !holds(arena, path, S("after, and longer")))
		return false;
	check(file_system.write(file_system.self, arena, path, S("before")) == OK);
	fault_arm(fault);
	read = file_system.read(file_system.self, arena, path, FILE_MOST, &bytes);
	fault_disarm();
	return read != OK || str_equal(bytes, S("before"));
}

void
files_run(const struct plan *plan, struct score *score)
{
	char path[PATH_MOST];
	struct arena *arena;
	struct fault fault;
	unsigned failed = 0;

	check(plan->where != NULL);
	arena_open(ARENA_IMPORT, &arena);
	snprintf(path, sizeof(path), "%s/file", plan->where);
	for (unsigned variant = 0; fault_variant(FAULT_SYSTEM, variant, &fault); variant++)
		for (fault.at = 0; fault.at < 20; fault.at++) {
			score->trials++;
			if (replace_under(arena, path, &fault))
				continue;
			printf("files: call %llu fails with %d, and the file is neither\n", (unsigned long long)fault.at, fault.error);
			failed++;
		}
	arena_close(&arena);
	score->passed += failed == 0;
	score->failed += failed != 0;
}
