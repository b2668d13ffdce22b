/* The map of ARCHITECTURE.md: floors, folders and who knows whom, between two marks. Its numbers may age until somebody draws it
 * again, so they are not compared; its folders and arrows are. */
#include <ctype.h>
#include <stdio.h>

#include "base/buf.h"
#include "house.h"

enum { MAP_LONG = 64 << 10, PAGE_LONG = 256 << 10 };

static const char page[] = "ARCHITECTURE.md";
static const struct str mark_start = S_STATIC("<!-- map -->\n");
static const struct str mark_end = S_STATIC("<!-- /map -->\n");

struct count {
	struct str folder;
	size_t files, lines;
};

static size_t
count_folders(const struct tree *tree, struct count *counts)
{
	size_t count = 0;

	for (size_t i = 0; i < tree->count; i++) {
		const struct file *file = &tree->at[i];
		struct str folder = folder_of(str_from(file->path));
		size_t k = 0;

		if (!file->is_c || !file_in(file, "src") || file->is_test)
			continue;
		while (k < count && !str_equal(counts[k].folder, folder))
			k++;
		count += k == count;
		counts[k].folder = folder;
		counts[k].files++;
		counts[k].lines += file->lines;
	}
	return count;
}

static struct str
floor_of(struct str folder)
{
	return str_head(folder, str_find(folder, '/'));
}

/* " ▶ sql, http ▶ …": the floors that exist, left to right. */
static void
draw_floors(struct buf *out, const struct count *counts, size_t count)
{
	int last = -1;

	buf_add(out, S("```\n"));
	for (size_t i = FLOORS; i-- > 0;) {
		bool exists = false;

		for (size_t k = 0; k < count; k++)
			exists |= str_equal(floor_of(counts[k].folder), str_from(floors[i].name));
		if (!exists)
			continue;
		if (last >= 0)
			buf_add(out, last == floors[i].rank ? S(", ") : S(" ▶ "));
		buf_add(out, str_from(floors[i].name));
		last = floors[i].rank;
	}
	buf_add(out, S("\n```\n\n"));
}

static struct str
purpose(struct arena *arena, struct str folder)
{
	struct str text = read_whole(arena, str_c(arena, str_join(arena, 3, (struct str[]){ S("src/"), folder, S("/README.md") })));
	struct str line, rest = text;

	while (text.at != NULL && str_next(&rest, '\n', &line)) {
		line = str_trim(line);
		if (str_is_empty(line) || str_starts(line, S("#")))
			continue;
		for (size_t i = 0; i + 1 < line.length; i++)
			if (strchr(".:;", line.at[i]) != NULL && line.at[i + 1] == ' ')
				return str_head(line, i);
		return str_ends(line, S(".")) ? str_head(line, line.length - 1) : line;
	}
	return S("");
}

static void
draw_row(struct buf *out, const struct tree *tree, const struct edges *edges, const struct count *one)
{
	bool is_first = true;

	buf_format(out, "| `%.*s` | %.*s | %zu | %zu | ", STR_FORMAT(one->folder), STR_FORMAT(purpose(tree->arena, one->folder)),
	    one->files, one->lines);
	for (size_t f = FLOORS; f-- > 0;)
		for (size_t i = 0; i < edges->count; i++) {
			struct str to = edges->at[i].to;

			if (!str_equal(edges->at[i].from, one->folder) || !str_equal(floor_of(to), str_from(floors[f].name)))
				continue;
			buf_format(out, "%s%.*s", is_first ? "" : ", ",
			    STR_FORMAT(str_starts(to, S("features/")) ? str_skip(to, 9) : to));
			is_first = false;
		}
	buf_add(out, S(" |\n"));
}

static void
sort_edges(struct edges *edges)
{
	for (size_t i = 1; i < edges->count; i++)
		for (size_t k = i; k > 0 && str_compare(edges->at[k].to, edges->at[k - 1].to) < 0; k--) {
			struct edge swap = edges->at[k];

			edges->at[k] = edges->at[k - 1];
			edges->at[k - 1] = swap;
		}
}

static struct str
draw(const struct tree *tree, const struct edges *given)
{
	struct count *counts = ARENA_MANY(tree->arena, tree->count + 1, struct count);
	size_t count = count_folders(tree, counts);
	struct buf out = buf_new(tree->arena, MAP_LONG);
	struct edges edges = *given;

	sort_edges(&edges);
	draw_floors(&out, counts, count);
	buf_add(&out, S("| folder | what lives there | files | lines | knows |\n|---|---|---:|---:|---|\n"));
	for (size_t f = FLOORS; f-- > 0;)
		for (size_t i = 0; i < count; i++)
			if (str_equal(floor_of(counts[i].folder), str_from(floors[f].name)))
				draw_row(&out, tree, &edges, &counts[i]);
	return buf_str(&out);
}

static size_t
position_of(struct str text, struct str part)
{
	for (size_t i = 0; i + part.length <= text.length; i++)
		if (str_starts(str_skip(text, i), part))
			return i;
	return text.length;
}

static bool
equal_but_numbers(struct str a, struct str b)
{
	size_t i = 0, k = 0;

	for (;;) {
		while (i < a.length && isdigit((unsigned char)a.at[i]))
			i++;
		while (k < b.length && isdigit((unsigned char)b.at[k]))
			k++;
		if (i == a.length || k == b.length)
			return i == a.length && k == b.length;
		if (a.at[i++] != b.at[k++])
			return false;
	}
}

static void
write_page(const struct tree *tree, const struct str parts[3])
{
	struct str whole = str_join(tree->arena, 3, parts);
	FILE *f = fopen(page, "wb");

	if (f == NULL || fwrite(whole.at, 1, whole.length, f) != whole.length)
		complain(page, 0, "cannot be written");
	if (f != NULL)
		fclose(f);
}

void
map(const struct tree *tree, const struct edges *edges, bool is_writing)
{
	struct str text = read_whole(tree->arena, page), drawn = draw(tree, edges);
	size_t start, end;

	if (text.at == NULL)
		text = S("");
	start = position_of(text, mark_start) + mark_start.length;
	end = position_of(text, mark_end);
	if (start > text.length || end >= text.length || end < start) {
		complain(page, 0, "lacks the marks of the map: the lines \"%.*s\" and \"%.*s\"",
		    STR_FORMAT(str_trim(mark_start)), STR_FORMAT(str_trim(mark_end)));
		return;
	}
	if (is_writing)
		write_page(tree, (struct str[]){ str_head(text, start), drawn, str_skip(text, end) });
	else if (!equal_but_numbers((struct str){ text.at + start, end - start }, drawn))
		complain(page, 0, "the map is outdated: run make map");
}
