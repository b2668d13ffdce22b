/* Finds and reads the sources. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "house.h"

enum { PATH_LONG = 4096, FILE_LONG = 8 << 20 };

static const char *const never[] = { "build", "node_modules", "golden" };

static bool
is_left_out(const char *name)
{
	if (name[0] == '.' || strncmp(name, "build-", 6) == 0)
		return true;
	for (size_t i = 0; i < ARRAY_LENGTH(never); i++)
		if (strcmp(name, never[i]) == 0)
			return true;
	return false;
}

struct str
read_whole(struct arena *arena, const char *path)
{
	FILE *f = fopen(path, "rb");
	struct stat about;
	char *bytes;
	size_t length;

	if (f == NULL || fstat(fileno(f), &about) != 0 || about.st_size > FILE_LONG) {
		if (f != NULL)
			fclose(f);
		return (struct str){ NULL, 0 };
	}
	bytes = arena_take(arena, (size_t)about.st_size + 1);
	length = fread(bytes, 1, (size_t)about.st_size, f);
	fclose(f);
	return (struct str){ bytes, length };
}

static bool
is_source(const char *name)
{
	static const char *const ends[] = {
		".c", ".h", ".def", ".sql", ".html", ".css", ".js", ".mjs", ".sh", ".md", ".yaml", ".story", ".txt",
	};
	struct str s = str_from(name);

	if (strchr(name, '.') == NULL)
		return true;
	for (size_t i = 0; i < ARRAY_LENGTH(ends); i++)
		if (str_ends(s, str_from(ends[i])))
			return true;
	return false;
}

static void
add(struct tree *tree, const char *path)
{
	struct file *file;

	if (tree->count == tree->size) {
		struct file *more;

		tree->size = tree->size == 0 ? 256 : tree->size * 2;
		more = ARENA_MANY(tree->arena, tree->size, struct file);
		if (tree->count > 0)
			memcpy(more, tree->at, tree->count * sizeof(*more));
		tree->at = more;
	}
	file = &tree->at[tree->count++];
	file->path = str_c(tree->arena, str_from(path));
	file->text = read_whole(tree->arena, path);
	if (file->text.at == NULL)
		file->text = S("");
	for (size_t i = 0; i < file->text.length; i++)
		file->lines += file->text.at[i] == '\n';
	file->is_c = file_ends(file, ".c") || file_ends(file, ".h") || file_ends(file, ".def");
	file->is_test = file_in(file, "tests") || str_starts(file_name(file), S("test_")) || str_starts(file_name(file), S("testing_"));
	views_make(tree->arena, file);
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static int
is_wanted(const struct dirent *entry)
{
	return !is_left_out(entry->d_name);
}

void
tree_read(struct tree *tree, const char *folder)
{
	struct dirent **names;
	int count = scandir(folder, &names, is_wanted, by_name);

	for (int i = 0; i < count; i++) {
		char path[PATH_LONG];
		struct stat about;

		snprintf(path, sizeof(path), "%s/%s", folder, names[i]->d_name);
		if (stat(path, &about) == 0 && S_ISDIR(about.st_mode))
			tree_read(tree, path);
		else if (is_source(names[i]->d_name))
			add(tree, path);
		free(names[i]);
	}
	if (count >= 0)
		free(names);
}

bool
file_in(const struct file *file, const char *folder)
{
	struct str path = str_from(file->path), in = str_from(folder);

	return str_starts(path, in) && path.length > in.length && path.at[in.length] == '/';
}

bool
file_ends(const struct file *file, const char *end)
{
	return str_ends(str_from(file->path), str_from(end));
}

struct str
file_name(const struct file *file)
{
	const char *slash = strrchr(file->path, '/');

	return str_from(slash == NULL ? file->path : slash + 1);
}

size_t
line_of(const struct file *file, size_t position)
{
	size_t line = 1;

	for (size_t i = 0; i < position && i < file->text.length; i++)
		line += file->text.at[i] == '\n';
	return line;
}
