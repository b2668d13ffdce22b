/* The budgets, and how near the house is to them. */
#include <stdio.h>
#include <stdlib.h>

#include "house.h"

/* Popularity needs a crowd: below these many files a quarter says nothing. */
enum { CROWD = 40 };

static const struct {
	size_t function_lines, usual_lines, parameters, complexity, file_lines, median_lines, header_lines, users_percent;
} budget = { 60, 45, 5, 12, 600, 250, 150, 25 };

struct figures {
	const char *folder;
	size_t files, lines, functions, longest, tangled;
};

struct count {
	struct arena *arena;
	struct functions product;     /* functions of src/, tests aside */
	size_t *lines;                /* of each product .c file */
	size_t files;
	struct figures *folders;
	size_t folder_count;
};

static int
by_size(const void *a, const void *b)
{
	const size_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static size_t
percentile(size_t *values, size_t count, size_t percent)
{
	if (count == 0)
		return 0;
	qsort(values, count, sizeof(*values), by_size);
	return values[(count - 1) * percent / 100];
}

static void
judge_function(const struct file *file, const struct function *f)
{
	if (f->lines > budget.function_lines)
		complain(file->path, f->line, "%.*s() has %zu lines, at most %zu", STR_FORMAT(f->name), f->lines, budget.function_lines);
	if (f->parameters > budget.parameters && !f->is_callback)
		complain(file->path, f->line, "%.*s() has %zu parameters, at most %zu", STR_FORMAT(f->name), f->parameters, budget.parameters);
	if (f->complexity > budget.complexity)
		complain(file->path, f->line, "%.*s() has complexity %zu, at most %zu", STR_FORMAT(f->name), f->complexity, budget.complexity);
}

static struct figures *
figures_of(struct count *count, const struct file *file)
{
	struct str name = folder_of(str_from(file->path));

	for (size_t i = 0; i < count->folder_count; i++)
		if (str_equal(name, str_from(count->folders[i].folder)))
			return &count->folders[i];
	count->folders[count->folder_count].folder = str_c(count->arena, name);
	return &count->folders[count->folder_count++];
}

static void
count_function(struct figures *into, const struct function *f)
{
	into->functions++;
	if (f->lines > into->longest)
		into->longest = f->lines;
	if (f->complexity > into->tangled)
		into->tangled = f->complexity;
}

static void
measure(struct count *count, const struct file *file)
{
	bool is_product = file_in(file, "src") && !file->is_test;
	struct figures *into = figures_of(count, file);
	struct functions here = { 0 };
	size_t limit = file_ends(file, ".h") ? budget.header_lines : budget.file_lines;

	into->files++;
	into->lines += file->lines;
	if (!file_ends(file, ".def") && file->lines > limit)
		complain(file->path, 0, "%zu lines, at most %zu", file->lines, limit);
	if (is_product && file_ends(file, ".c"))
		count->lines[count->files++] = file->lines;
	functions_read(count->arena, file, &here);
	for (size_t i = 0; i < here.count; i++) {
		judge_function(file, &here.at[i]);
		count_function(into, &here.at[i]);
	}
	if (is_product)
		functions_read(count->arena, file, &count->product);
}

static size_t
users_of(const struct tree *tree, struct str header)
{
	size_t users = 0;

	for (size_t i = 0; i < tree->count; i++) {
		const struct file *file = &tree->at[i];
		size_t position = 0, line;
		struct str path;
		bool is_foreign;

		if (!file_in(file, "src") || file->is_test || !file_ends(file, ".c"))
			continue;
		while (include_next(file, &position, &path, &line, &is_foreign))
			if (!is_foreign && str_equal(path, header)) {
				users++;
				break;
			}
	}
	return users;
}

/* The most popular header outside base/; more than a quarter is a header that everybody includes. */
static size_t
judge_headers(const struct tree *tree, size_t files, struct str *most)
{
	size_t peak = 0;

	*most = S("none");
	for (size_t i = 0; i < tree->count; i++) {
		const struct file *file = &tree->at[i];
		struct str header = str_skip(str_from(file->path), 4);
		size_t users;

		if (!file_in(file, "src") || file_in(file, "src/base") || file->is_test || !file_ends(file, ".h"))
			continue;
		if (str_starts(header, S("features/")))
			header = str_skip(header, 9);
		users = users_of(tree, header);
		if (users > peak) {
			peak = users;
			*most = header;
		}
		if (files >= CROWD && users * 100 > files * budget.users_percent)
			complain(file->path, 0, "included by %zu of %zu files, at most a quarter", users, files);
	}
	return files == 0 ? 0 : peak * 100 / files;
}

static void
print(const struct count *count)
{
	printf("%-26s %6s %7s %10s %8s %8s\n", "folder", "files", "lines", "functions", "longest", "tangled");
	for (size_t i = 0; i < count->folder_count; i++) {
		const struct figures *f = &count->folders[i];

		printf("%-26s %6zu %7zu %10zu %8zu %8zu\n", f->folder, f->files, f->lines, f->functions, f->longest, f->tangled);
	}
	putchar('\n');
}

static void
judge(const char *what, size_t figure, size_t most, bool is_quiet)
{
	if (!is_quiet)
		printf("%-44s %5zu, at most %zu\n", what, figure, most);
	if (figure > most)
		complain("src", 0, "%s: %zu, at most %zu", what, figure, most);
}

static void
summary(struct count *count, const struct tree *tree, bool is_quiet)
{
	size_t *lines = ARENA_MANY(count->arena, count->product.count + 1, size_t);
	size_t tangled = 0, parameters = 0, share;
	struct str most;

	for (size_t i = 0; i < count->product.count; i++) {
		const struct function *f = &count->product.at[i];

		lines[i] = f->lines;
		tangled = f->complexity > tangled ? f->complexity : tangled;
		parameters = f->parameters > parameters && !f->is_callback ? f->parameters : parameters;
	}
	share = judge_headers(tree, count->files, &most);
	judge("longest function", percentile(lines, count->product.count, 100), budget.function_lines, is_quiet);
	judge("95th percentile of functions", percentile(lines, count->product.count, 95), budget.usual_lines, is_quiet);
	judge("parameters", parameters, budget.parameters, is_quiet);
	judge("complexity", tangled, budget.complexity, is_quiet);
	judge("longest .c file", percentile(count->lines, count->files, 100), budget.file_lines, is_quiet);
	judge("median .c file", percentile(count->lines, count->files, 50), budget.median_lines, is_quiet);
	if (!is_quiet)
		printf("most included header outside base/: %.*s, by %zu %% of the files, at most %zu %%\n", STR_FORMAT(most), share,
		    budget.users_percent);
}

void
sizes(const struct tree *tree, bool is_quiet)
{
	struct count count = { .arena = tree->arena };

	count.lines = ARENA_MANY(tree->arena, tree->count + 1, size_t);
	count.folders = ARENA_MANY(tree->arena, tree->count + 1, struct figures);
	for (size_t i = 0; i < tree->count; i++)
		if (tree->at[i].is_c)
			measure(&count, &tree->at[i]);
	if (!is_quiet)
		print(&count);
	summary(&count, tree, is_quiet);
}
