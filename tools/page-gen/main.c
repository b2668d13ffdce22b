/* page-gen pages --room ROOM --out DIR [--routes routes.def] [--icons NAMES] FILE.html…
 * page-gen routes --out DIR routes.def */
#include "gen.h"
#include "routes.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "formats/text.h"

enum { MEMORY_MAX = 256 << 20, FILE_MAX = 1 << 20 };

struct options {
	const char *room, *out, *routes, *icons;
	char **files;
	int file_count;
};

static _Noreturn void
give_up(const char *what, const char *name)
{
	fprintf(stderr, "page-gen: %s \"%s\"\n", what, name);
	exit(1);
}

static struct source *
file_read(struct arena *arena, const char *path)
{
	struct source *source = ARENA_NEW(arena, struct source);
	FILE *file = fopen(path, "rb");
	char *at = arena_take(arena, FILE_MAX);
	size_t length;

	if (file == NULL)
		give_up("cannot read", path);
	length = fread(at, 1, FILE_MAX, file);
	if (length == FILE_MAX || ferror(file) != 0)
		give_up("too large or unreadable:", path);
	fclose(file);
	*source = (struct source){ path, { at, length } };
	if (!text_is_utf8(source->text))
		refuse(source, 0, "not UTF-8");
	return source;
}

/* Makes the folders on the way, as deep as ours are. */
static void
make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0777);
		*slash = '/';
	}
}

void
file_write(struct arena *arena, const char *folder, struct str name, struct str bytes)
{
	struct str path = JOIN(arena, str_from(folder), S("/"), name);
	char *path_c = arena_take(arena, path.length + 1);
	FILE *file;

	memcpy(path_c, path.at, path.length);
	make_folders(path_c);
	file = fopen(path_c, "wb");
	if (file == NULL || (bytes.length > 0 && fwrite(bytes.at, 1, bytes.length, file) != bytes.length) || fclose(file) != 0)
		give_up("cannot write", path_c);
}

static void
options_read(struct options *o, int argc, char **argv)
{
	const struct { const char *name; const char **value; } known[] = {
		{ "--room", &o->room }, { "--out", &o->out }, { "--routes", &o->routes }, { "--icons", &o->icons },
	};
	int i = 2;

	while (i + 1 < argc && strncmp(argv[i], "--", 2) == 0) {
		bool is_known = false;

		for (size_t k = 0; k < sizeof(known) / sizeof(known[0]); k++)
			if (strcmp(argv[i], known[k].name) == 0) {
				*known[k].value = argv[i + 1];
				is_known = true;
			}
		if (!is_known)
			give_up("unknown option", argv[i]);
		i += 2;
	}
	o->files = argv + i;
	o->file_count = argc - i;
}

static void
load_routes(struct room *room, const char *path)
{
	struct routes *routes = ARENA_NEW(room->arena, struct routes);

	routes_read(file_read(room->arena, path), routes);
	room->checks_routes = true;
	for (size_t i = 0; i < routes->count; i++) {
		if (!str_equal(routes->at[i].method, S("COMMAND")))
			names_add(&room->handlers, routes->at[i].handler);
		if (str_equal(routes->at[i].method, S("POST")))
			names_add(&room->posts, routes->at[i].handler);
	}
}

static void
load_icons(struct room *room, const char *path)
{
	struct str rest = file_read(room->arena, path)->text, line;

	room->checks_icons = true;
	while (str_next(&rest, '\n', &line))
		if (str_trim(line).length > 0)
			names_add(&room->allowed_icons, str_trim(line));
}

static void
run_pages(struct arena *arena, const struct options *o)
{
	struct room *room = ARENA_NEW(arena, struct room);

	if (o->room == NULL)
		give_up("missing option", "--room");
	room->arena = arena;
	room->name = str_from(o->room);
	room->head = buf_new(arena, OUT_MAX);
	room->code = buf_new(arena, OUT_MAX);
	if (o->routes != NULL)
		load_routes(room, o->routes);
	if (o->icons != NULL)
		load_icons(room, o->icons);
	for (int i = 0; i < o->file_count; i++)
		compile_source(room, file_read(arena, o->files[i]));
	room_print(room, o->out);
}

static void
run_routes(struct arena *arena, const struct options *o)
{
	struct routes *routes = ARENA_NEW(arena, struct routes);
	const struct source *source = file_read(arena, o->files[0]);

	routes_read(source, routes);
	routes_print(arena, source, routes, o->out);
}

int
main(int argc, char **argv)
{
	struct arena *arena;
	struct options o = { .room = NULL };

	if (argc < 3)
		give_up("usage:", "page-gen pages|routes --out DIR … FILES");
	options_read(&o, argc, argv);
	if (o.out == NULL || o.file_count < 1)
		give_up("missing", "--out DIR or files");
	arena_open(MEMORY_MAX, &arena);
	if (strcmp(argv[1], "pages") == 0)
		run_pages(arena, &o);
	else if (strcmp(argv[1], "routes") == 0)
		run_routes(arena, &o);
	else
		give_up("unknown kind", argv[1]);
	arena_close(&arena);
	return 0;
}
