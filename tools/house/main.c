/* house: reads the sources and judges them, for make lint, sizes, arrows and map. */
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "house.h"

enum { MEMORY = 256 << 20 };

static size_t count;

void
complain(const char *path, size_t line, const char *format, ...)
{
	va_list more;

	count++;
	if (line > 0)
		fprintf(stderr, "%s:%zu: ", path, line);
	else
		fprintf(stderr, "%s: ", path);
	va_start(more, format);
	vfprintf(stderr, format, more);
	va_end(more);
	fputc('\n', stderr);
}

size_t
complaints(void)
{
	return count;
}

static int
usage(void)
{
	fputs("usage: house lint | sizes [--quiet] | arrows [--map]    (in the folder that holds src/)\n", stderr);
	return 2;
}

static void
run_arrows(const struct tree *tree, bool is_writing)
{
	struct edges edges = { 0 };

	arrows_check(tree, &edges);
	map(tree, &edges, is_writing);
	if (complaints() == 0)
		printf("arrows: %zu, none to the left, no two folders include each other\n", edges.count);
}

/* The page that newcomers read first is a source too; a tree without one is judged by the rest. */
static void
lint_map(const struct tree *tree)
{
	struct edges edges = { 0 };

	if (access("ARCHITECTURE.md", R_OK) != 0)
		return;
	arrows_check(tree, &edges);
	map(tree, &edges, false);
}

int
main(int words, char **word)
{
	static const char *const folders[] = { "src", "tools", "tests", "schema", "assets" };
	struct tree tree = { 0 };
	const char *what = words > 1 ? word[1] : "", *how = words > 2 ? word[2] : "";

	arena_open(MEMORY, &tree.arena);
	for (size_t i = 0; i < ARRAY_LENGTH(folders); i++)
		if (access(folders[i], R_OK) == 0)
			tree_read(&tree, folders[i]);
	if (strcmp(what, "lint") == 0) {
		lint_text(&tree);
		lint_code(&tree);
		lint_tree(&tree);
		lint_map(&tree);
		if (complaints() == 0)
			printf("lint: %zu files, nothing to complain about\n", tree.count);
	} else if (strcmp(what, "sizes") == 0)
		sizes(&tree, strcmp(how, "--quiet") == 0);
	else if (strcmp(what, "arrows") == 0)
		run_arrows(&tree, strcmp(how, "--map") == 0);
	else
		return usage();
	if (complaints() > 0)
		fprintf(stderr, "%s: %zu complaint%s\n", what, complaints(), complaints() == 1 ? "" : "s");
	arena_close(&tree.arena);
	return complaints() == 0 ? 0 : 1;
}
