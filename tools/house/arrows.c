/* Which folder may know which: reads the #include lines of src/ and refuses an arrow to the left.
 * Tests stand beside the code and may include what they test; they draw no arrows. */
#include <stdio.h>

#include "house.h"

/* From right to left; the same rank: neither may know the other. */
const struct floor floors[FLOORS] = {
	{ "base", 0 }, { "formats", 1 }, { "system", 2 }, { "engine", 3 }, { "secrets", 4 }, { "http", 5 }, { "sql", 5 },
	{ "forms", 6 }, { "outside", 7 }, { "features", 8 }, { "daemon", 9 },
};

/* One door to each library, so that it can be replaced: all that include it stand in one folder. */
static const char *const libraries[] = {
	"microhttpd.h", "sqlite3.h", "libpq-fe.h", "sodium.h", "utf8proc.h", "cyaml/cyaml.h", "yaml.h", "ini.h", "jansson.h", "cmark.h",
	"curl/curl.h", "libical/ical.h", "liboath/oath.h", "qrencode.h", "csv.h", "xlsxwriter.h", "seccomp.h",
};

struct house {
	const struct tree *tree;
	struct edges *edges;
	struct str_list order;
};

struct include {
	const struct file *file;
	size_t line;
	struct str path;       /* as written */
	struct str from, to;   /* folders */
};

static struct str
first_part(struct str path)
{
	return str_head(path, str_find(path, '/'));
}

static int
rank_of(struct str folder)
{
	struct str floor = first_part(folder);

	for (size_t i = 0; i < FLOORS; i++)
		if (str_equal(floor, str_from(floors[i].name)))
			return floors[i].rank;
	return -1;
}

struct str
folder_of(struct str path)
{
	struct str inside = str_starts(path, S("src/")) ? str_skip(path, 4) : path, floor = first_part(inside), rest;

	rest = str_skip(inside, floor.length + 1);
	if ((str_equal(floor, S("features")) || str_equal(floor, S("outside"))) && str_find(rest, '/') < rest.length)
		return str_head(inside, floor.length + 1 + str_find(rest, '/'));
	if (!str_starts(path, S("src/")) && str_find(rest, '/') < rest.length)
		return str_head(inside, floor.length + 1 + str_find(rest, '/'));
	return floor;
}

static struct str
room_of(struct str folder)
{
	return str_starts(folder, S("features/")) ? str_skip(folder, 9) : S("");
}

static size_t
place_in_order(const struct house *house, struct str room)
{
	size_t i = 0;

	while (i < house->order.count && !str_equal(house->order.at[i], room))
		i++;
	return i;
}

/* "requests/rules.h" is features/requests; generated headers count as their folder. */
static struct str
folder_of_include(const struct house *house, struct str path)
{
	struct str first = first_part(path);

	if (first.length == path.length)
		return S("");
	if (rank_of(first) >= 0)
		return folder_of(path);
	if (place_in_order(house, first) < house->order.count)
		return str_join(house->tree->arena, 2, (struct str[]){ S("features/"), first });
	return S("");
}

static bool
file_lists(struct arena *arena, struct str path, struct str word)
{
	struct str rest = read_whole(arena, str_c(arena, path)), line;

	while (rest.at != NULL && str_next(&rest, '\n', &line))
		if (str_equal(str_trim(line), word))
			return true;
	return false;
}

/* The header named after the room, and those that its file PUBLIC lists. */
static bool
is_public(const struct house *house, struct str room, struct str path)
{
	struct arena *arena = house->tree->arena;
	struct str name = str_skip(path, room.length + 1);

	if (str_equal(name, str_join(arena, 2, (struct str[]){ room, S(".h") })))
		return true;
	return file_lists(arena, str_join(arena, 3, (struct str[]){ S("src/features/"), room, S("/PUBLIC") }), name);
}

static void
judge_room(const struct house *house, const struct include *i)
{
	struct str from = room_of(i->from), to = room_of(i->to), name;

	if (str_is_empty(to) || str_equal(from, to))
		return;
	name = str_skip(i->path, to.length + 1);
	if (!str_is_empty(from) && place_in_order(house, to) >= place_in_order(house, from))
		complain(i->file->path, i->line, "room \"%.*s\" stands behind \"%.*s\" in src/features/ORDER", STR_FORMAT(to), STR_FORMAT(from));
	if (str_is_empty(from) && (str_starts(name, S("form")) || str_equal(name, S("api.h"))))
		return;    /* the route tables name the forms of every room, and what its programs call */
	if (!is_public(house, to, i->path))
		complain(i->file->path, i->line, "\"%.*s\" is private to its room", STR_FORMAT(i->path));
}

/* Rules are judged without a world: base and the rules of their own room. */
static void
judge_rules(const struct include *i)
{
	struct str room = room_of(i->from);

	if (str_is_empty(room) || !str_starts(file_name(i->file), S("rules")) || str_equal(i->to, S("base")))
		return;
	if (str_equal(i->to, i->from) && str_starts(str_skip(i->path, room.length + 1), S("rules")))
		return;
	complain(i->file->path, i->line, "rules may include base/ and their own rules alone, not \"%.*s\"", STR_FORMAT(i->path));
}

static void
judge_floor(const struct include *i)
{
	int from = rank_of(i->from), to = rank_of(i->to);

	if (str_equal(i->from, i->to) || to < from || (to == from && str_starts(i->to, S("features/"))))
		return;
	complain(i->file->path, i->line, "arrow to the left: %.*s may not know \"%.*s\"", STR_FORMAT(i->from), STR_FORMAT(i->path));
}

static void
judge_client(const struct include *i)
{
	if (str_starts(i->to, S("outside")) && str_ends(i->path, S("/client.h")) && !str_equal(i->from, i->to) &&
	    !str_starts(str_from(i->file->path), S("src/daemon/courier")))
		complain(i->file->path, i->line, "only src/daemon/courier*.c speaks to the outside, use message.h");
}

static void
remember(struct arena *arena, struct edges *edges, struct str from, struct str to)
{
	if (str_equal(from, to))
		return;
	for (size_t i = 0; i < edges->count; i++)
		if (str_equal(edges->at[i].from, from) && str_equal(edges->at[i].to, to))
			return;
	if (edges->count == edges->size) {
		struct edge *more;

		edges->size = edges->size == 0 ? 256 : edges->size * 2;
		more = ARENA_MANY(arena, edges->size, struct edge);
		if (edges->count > 0)
			memcpy(more, edges->at, edges->count * sizeof(*more));
		edges->at = more;
	}
	edges->at[edges->count++] = (struct edge){ from, to };
}

static void
judge_include(const struct house *house, struct include *i)
{
	i->to = folder_of_include(house, i->path);
	if (str_is_empty(i->to)) {
		complain(i->file->path, i->line, "\"%.*s\" names no folder of the house", STR_FORMAT(i->path));
		return;
	}
	judge_floor(i);
	judge_room(house, i);
	judge_rules(i);
	judge_client(i);
	remember(house->tree->arena, house->edges, i->from, i->to);
}

static void
read_includes(const struct house *house, const struct file *file)
{
	struct include i = { .file = file, .from = folder_of(str_from(file->path)) };
	size_t position = 0;
	bool is_foreign;

	if (rank_of(i.from) < 0) {
		complain(file->path, 0, "\"%.*s\" is no floor of the house", STR_FORMAT(i.from));
		return;
	}
	if (!str_is_empty(room_of(i.from)) && place_in_order(house, room_of(i.from)) == house->order.count)
		complain(file->path, 0, "room \"%.*s\" is missing in src/features/ORDER", STR_FORMAT(room_of(i.from)));
	while (include_next(file, &position, &i.path, &i.line, &is_foreign))
		if (!is_foreign)
			judge_include(house, &i);
}

/* Pages know rooms too: {from people} at the head of a page. */
static void
read_page(const struct house *house, const struct file *file)
{
	struct str rest = file->text, line, from = folder_of(str_from(file->path));

	for (size_t number = 1; str_next(&rest, '\n', &line) && str_starts(line, S("{from ")); number++) {
		struct str words = str_skip(line, 6), room;

		words = str_head(words, str_find(words, '}'));
		while (str_next(&words, ' ', &room)) {
			size_t place = place_in_order(house, room);

			if (place >= place_in_order(house, room_of(from)) && !str_equal(room, room_of(from)))
				complain(file->path, number, "room \"%.*s\" does not stand before \"%.*s\" in src/features/ORDER",
				    STR_FORMAT(room), STR_FORMAT(room_of(from)));
			else
				remember(house->tree->arena, house->edges, from,
				    str_join(house->tree->arena, 2, (struct str[]){ S("features/"), room }));
		}
	}
}

static void
judge_doors(const struct tree *tree, struct str library)
{
	const struct file *first = NULL;

	for (size_t k = 0; k < tree->count; k++) {
		const struct file *file = &tree->at[k];
		size_t position = 0, line;
		struct str path;
		bool is_foreign;

		if (!file->is_c || file->is_test || !file_in(file, "src"))
			continue;
		while (include_next(file, &position, &path, &line, &is_foreign)) {
			if (!is_foreign || !str_equal(path, library))
				continue;
			if (first != NULL && !str_equal(folder_of(str_from(first->path)), folder_of(str_from(file->path))))
				complain(file->path, line, "<%.*s> has its door in %s already", STR_FORMAT(library), first->path);
			first = first == NULL ? file : first;
		}
	}
}

static void
judge_pairs(const struct edges *edges)
{
	for (size_t i = 0; i < edges->count; i++)
		for (size_t k = i + 1; k < edges->count; k++)
			if (str_equal(edges->at[i].from, edges->at[k].to) && str_equal(edges->at[i].to, edges->at[k].from))
				complain("src", 0, "%.*s and %.*s include each other", STR_FORMAT(edges->at[i].from), STR_FORMAT(edges->at[i].to));
}

static struct str_list
read_order(struct arena *arena)
{
	struct str rest = read_whole(arena, "src/features/ORDER"), line;
	struct str_list order = { .at = ARENA_MANY(arena, rest.length + 1, struct str) };

	while (rest.at != NULL && str_next(&rest, '\n', &line))
		if (!str_is_empty(str_trim(line)))
			order.at[order.count++] = str_trim(line);
	return order;
}

void
arrows_check(const struct tree *tree, struct edges *edges)
{
	struct house house = { .tree = tree, .edges = edges, .order = read_order(tree->arena) };

	for (size_t i = 0; i < tree->count; i++) {
		const struct file *file = &tree->at[i];

		if (!file_in(file, "src") || file->is_test)
			continue;
		if (file_ends(file, ".c") || file_ends(file, ".h"))
			read_includes(&house, file);
		else if (file_ends(file, ".html"))
			read_page(&house, file);
	}
	for (size_t i = 0; i < ARRAY_LENGTH(libraries); i++)
		judge_doors(tree, str_from(libraries[i]));
	judge_pairs(edges);
}
