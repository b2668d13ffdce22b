/* story: runs .story files on an engine. Usage: story (sqlite FILE | postgres CONNECTION) [matrix | api | FILE…]. Each story gets an empty
 * database; behind the word api acts on requests go over the API. The last line counts. */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/zone.h"
#include "secrets/secrets.h"
#include "story.h"
#include "system/file.h"
#include "system/log.h"

enum { FILE_MAX = 256 << 10, PROCESS_ARENA = 64 << 20, PATH_BYTES = 600 };

static int passed, failed;
static const char *server;    /* how to reach PostgreSQL, if it is stories on that */
static bool is_by_api;

static void
remove_files(const char *where)
{
	static const char *const tails[] = { "", "-wal", "-shm" };
	char path[PATH_BYTES];

	for (size_t i = 0; i < ARRAY_LENGTH(tails); i++) {
		snprintf(path, sizeof(path), "%s%s", where, tails[i]);
		unlink(path);
	}
}

/* The migrations run once; what they made is kept beside the database, as the beginning of every story. */
static void
keep_empty(const struct sql_place *place, const char *kept)
{
	struct db *db;

	remove_files(place->where);
	check(sql_open(place, &db) == OK && sql_migrate(db, (struct moment){ 1 }) == OK);
	sql_close(&db);
	check(rename(place->where, kept) == 0);
}

static void
copy_file(const char *from, const char *to)
{
	char bytes[1 << 16];
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	size_t count;

	check(in != NULL && out != NULL);
	while ((count = fread(bytes, 1, sizeof(bytes), in)) > 0)
		check(fwrite(bytes, 1, count, out) == count);
	check(fclose(in) == 0 && fclose(out) == 0);
}

/* To the PostgreSQL that was given, past its notices of what was not there. */
static void
order(const char *words)
{
	PGconn *connection = PQconnectdb(server);
	PGresult *said;

	PQclear(PQexec(connection, "set client_min_messages to error"));
	said = PQexec(connection, words);
	check(PQresultStatus(said) == PGRES_COMMAND_OK);
	PQclear(said);
	PQfinish(connection);
}

/* There, a database is copied from another one some ten times faster than it is made by the migrations. */
static void
keep_empty_there(void)
{
	struct sql_place place = { .engine = SQL_POSTGRES };
	char where[PATH_BYTES];
	struct db *db;

	order("drop database if exists story_empty with (force)");
	order("create database story_empty");
	snprintf(where, sizeof(where), "%s dbname=story_empty", server);
	place.where = where;
	check(sql_open(&place, &db) == OK && sql_migrate(db, (struct moment){ 1 }) == OK);
	sql_close(&db);
}

/* An empty database for the next story. */
static void
empty(const struct sql_place *place)
{
	static bool is_kept;
	char kept[PATH_BYTES];

	if (place->engine == SQL_SQLITE) {
		snprintf(kept, sizeof(kept), "%s.empty", place->where);
		if (!is_kept)
			keep_empty(place, kept);
		remove_files(place->where);
		copy_file(kept, place->where);
	} else {
		if (!is_kept)
			keep_empty_there();
		order("drop database if exists story with (force)");
		order("create database story template story_empty");
	}
	is_kept = true;
}

static void
run_story(const struct sql_place *place, const char *file, struct str title, struct str lines, int first_line)
{
	struct tale *tale = calloc(1, sizeof(*tale));
	struct str line;

	empty(place);
	tale->file = file;
	tale->out = stdout;
	tale->line = first_line;
	tale->is_by_api = is_by_api;
	if (tale_open(tale, place) != OK)
		tale_fails(tale, "the database does not open");
	while (!tale->has_failed && str_next(&lines, '\n', &line)) {
		tale->line++;
		tale_step(tale, str_trim(line));
	}
	tale_close(tale);
	if (tale->has_failed)
		printf("failed: %.*s\n", STR_FORMAT(title));
	failed += tale->has_failed ? 1 : 0;
	passed += tale->has_failed ? 0 : 1;
	free(tale);
}

/* A file holds stories; each starts with a line: story "title". */
static void
run_file(const struct sql_place *place, struct arena *arena, const char *path)
{
	struct str text, line, title = S("");
	const char *start = NULL;
	int number = 0, first = 0;

	if (file_system.read(file_system.self, arena, path, FILE_MAX, &text) != OK) {
		printf("%s cannot be read\n", path);
		failed++;
		return;
	}
	while (str_next(&text, '\n', &line)) {
		number++;
		if (!str_starts(line, S("story ")))
			continue;
		if (start != NULL)
			run_story(place, path, title, (struct str){ start, (size_t)(line.at - start) }, first);
		title = str_skip(line, 6);
		start = line.at + line.length + 1;
		first = number;
	}
	if (start != NULL && line.at + line.length > start)
		run_story(place, path, title, (struct str){ start, (size_t)(line.at + line.length - start) }, first);
}

int
main(int count, char **words)
{
	struct sql_place place = { .engine = count > 1 && strcmp(words[1], "postgres") == 0 ? SQL_POSTGRES : SQL_SQLITE };
	struct zone_files files = { .self = file_system.self, .read = file_system.read, .folder = "/usr/share/zoneinfo" };
	static char where[PATH_BYTES];
	struct arena *arena, *work;

	if (count < 4) {
		fputs("usage: story (sqlite FILE | postgres CONNECTION) (matrix | FILE…)\n", stderr);
		return 2;
	}
	place.where = words[2];
	if (place.engine == SQL_POSTGRES) {
		server = words[2];
		snprintf(where, sizeof(where), "%s dbname=story", server);
		place.where = where;
	}
	arena_open(PROCESS_ARENA, &arena);
	arena_open(ZONES_ARENA, &work);
	secrets_start();
	log_shows(LOG_ERROR);
	check(zones_load(arena, work, &files) == OK);
	for (int i = 3; i < count; i++) {
		if (strcmp(words[i], "api") == 0) {
			is_by_api = true;
		} else if (strcmp(words[i], "matrix") == 0) {
			empty(&place);
			failed += matrix_run(&place, words[1]);
			passed++;
		} else {
			run_file(&place, arena, words[i]);
		}
	}
	arena_close(&work);
	arena_close(&arena);
	printf("%d passed, %d failed\n", passed, failed);
	return failed == 0 ? 0 : 1;
}
