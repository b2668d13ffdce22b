/* sql-gen: store.sql files and the schema become typed C, checked against a real SQLite at build time.
 * Usage: sql-gen --schema FOLDER --out FOLDER FILE… (each FILE …/room/name.sql). */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "gen.h"

enum { ARENA = 512 << 20, FILE_MAX = 4 << 20, ROOMS = 100 };

void
refuse(const char *file, int line, const char *format, ...)
{
	va_list list;

	fprintf(stderr, "%s:%d: ", file, line);
	va_start(list, format);
	vfprintf(stderr, format, list);
	va_end(list);
	fputc('\n', stderr);
	exit(1);
}

/* A file takes the memory of its own bytes: there are a hundred of them. */
struct str
read_file(struct arena *arena, const char *path)
{
	FILE *f = fopen(path, "rb");
	struct stat about;
	char *bytes;
	size_t length;

	if (f == NULL || fstat(fileno(f), &about) != 0)
		refuse(path, 0, "cannot be read");
	if (about.st_size >= FILE_MAX)
		refuse(path, 0, "is too large");
	bytes = arena_take(arena, (size_t)about.st_size + 1);
	length = fread(bytes, 1, (size_t)about.st_size, f);
	fclose(f);
	return (struct str){ bytes, length };
}

FILE *
gen_open(struct arena *arena, const char *out, const char *path)
{
	size_t size = strlen(out) + strlen(path) + 2;
	char *at = arena_take(arena, size);
	FILE *f;

	snprintf(at, size, "%s/%s", out, path);
	for (char *slash = strchr(at + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(at, 0755) != 0 && errno != EEXIST)
			refuse(at, 0, "cannot be made");
		*slash = '/';
	}
	f = fopen(at, "wb");
	if (f == NULL)
		refuse(at, 0, "cannot be written");
	return f;
}

void
gen_close(FILE *f)
{
	if (ferror(f) != 0 || fclose(f) != 0)
		refuse("output", 0, "cannot be written");
}

int
main(int count, char **words)
{
	struct room *rooms;
	struct schema schema = { 0 };
	struct arena *arena;
	const char *out = NULL, *folder = NULL;
	size_t room_count = 0;
	unsigned slot = 0;

	arena_open(ARENA, &arena);
	rooms = ARENA_MANY(arena, ROOMS, struct room);
	for (int i = 1; i + 1 < count && strncmp(words[i], "--", 2) == 0; i += 2) {
		if (strcmp(words[i], "--schema") == 0)
			folder = words[i + 1];
		if (strcmp(words[i], "--out") == 0)
			out = words[i + 1];
	}
	if (out == NULL || folder == NULL || count < 5)
		refuse("sql-gen", 0, "usage: sql-gen --schema FOLDER --out FOLDER FILE…");
	schema_read(arena, folder, &schema);
	if (count - 5 > ROOMS)
		refuse("sql-gen", 0, "more than %d files", ROOMS);
	for (int i = 5; i < count; i++) {
		room_read(arena, &schema, words[i], &rooms[room_count]);
		room_check(arena, &schema, &rooms[room_count++]);
	}
	rooms_check_names(rooms, room_count);
	print_types(arena, out, &schema);
	for (size_t i = 0; i < room_count; i++) {
		print_room(arena, out, &rooms[i], slot);
		slot += (unsigned)rooms[i].count;
	}
	print_catalogue(arena, out, &schema, rooms, room_count);
	print_migrations(arena, out, &schema);
	arena_close(&arena);
	return 0;
}
