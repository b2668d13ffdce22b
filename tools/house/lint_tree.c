/* What the tree as a whole owes: a README in every folder, a privacy class on every column, a policy on every route. */
#include <ctype.h>
#include <stdio.h>

#include "house.h"

enum { README_LINES = 12, POLICY_COLUMN = 5 };

static const char *const classes[] = {
	"none", "pseudonym", "content", "public", "members", "personal", "confidential", "safety", "secret",
};

static struct str
folder(struct str path)
{
	size_t end = path.length;

	while (end > 0 && path.at[end - 1] != '/')
		end--;
	return str_head(path, end > 0 ? end - 1 : 0);
}

/* Pages and letters are explained by the README of their room. */
static bool
needs_readme(struct str path)
{
	if (str_ends(path, S("/pages")) || str_ends(path, S("/letters")))
		return false;
	return str_equal(path, S("src")) || str_starts(path, S("src/")) ||
	    str_equal(path, S("tools")) || str_starts(path, S("tools/")) || str_equal(path, S("tests")) ||
	    (str_starts(path, S("tests/")) && !str_has(str_skip(path, 6), S("/")));
}

static void
lint_readmes(const struct tree *tree)
{
	struct str last = S("");

	for (size_t i = 0; i < tree->count; i++) {
		struct str here = folder(str_from(tree->at[i].path));
		const char *readme;
		struct str text;
		size_t lines = 0;

		if (str_equal(here, last) || !needs_readme(here))
			continue;
		last = here;
		readme = str_c(tree->arena, str_join(tree->arena, 2, (struct str[]){ here, S("/README.md") }));
		text = read_whole(tree->arena, readme);
		for (size_t k = 0; k < text.length; k++)
			lines += text.at[k] == '\n';
		if (text.at == NULL)
			complain(readme, 0, "the folder has no README.md of at most %d lines", README_LINES);
		else if (lines > README_LINES)
			complain(readme, 0, "%zu lines, a folder's README has at most %d", lines, README_LINES);
	}
}

static bool
is_class(struct str word)
{
	for (size_t i = 0; i < ARRAY_LENGTH(classes); i++)
		if (str_equal(word, str_from(classes[i])))
			return true;
	return false;
}

static bool
has_class(struct str line)
{
	static const struct str mark = S_STATIC("-- class:");

	for (size_t i = 0; i + mark.length <= line.length; i++)
		if (str_starts(str_skip(line, i), mark)) {
			struct str rest = str_trim(str_skip(line, i + mark.length));

			return is_class(word_from(rest.at, rest.length, 0));
		}
	return false;
}

static bool
is_column(struct str line)
{
	static const char *const others[] = { "primary", "unique", "check", "foreign", "constraint" };
	struct str word = word_from(line.at, line.length, 0);

	if (word.length == 0 || !islower((unsigned char)line.at[0]))
		return false;
	for (size_t i = 0; i < ARRAY_LENGTH(others); i++)
		if (str_equal(word, str_from(others[i])))
			return false;
	return true;
}

/* One column a line, as sql-gen reads them. */
static void
lint_schema(const struct file *file)
{
	struct str rest = file->text, line;
	bool is_in_table = false;

	for (size_t number = 1; str_next(&rest, '\n', &line); number++) {
		struct str words = str_trim(line);

		if (str_starts(words, S("create table")))
			is_in_table = true;
		else if (str_starts(words, S(")")))
			is_in_table = false;
		else if (is_in_table && is_column(words) && !has_class(words))
			complain(file->path, number, "column \"%.*s\" has no privacy class (-- class: …)",
			    STR_FORMAT(word_from(words.at, words.length, 0)));
	}
}

static void
lint_route(const struct file *file, size_t open)
{
	int depth = 0;
	size_t column = 1, start = open + 1;

	for (size_t i = open; i < file->text.length; i++) {
		depth += (file->plain[i] == '(') - (file->plain[i] == ')');
		if (!(file->plain[i] == ',' && depth == 1) && depth > 0)
			continue;
		if (column == POLICY_COLUMN) {
			struct str who = str_trim((struct str){ file->plain + start, i - start });

			if (str_is_empty(who) || str_equal(who, S("0")))
				break;
			return;
		}
		if (depth == 0)
			break;
		column++;
		start = i + 1;
	}
	complain(file->path, line_of(file, open), "the route does not say who may call it (column %d)", POLICY_COLUMN);
}

static void
lint_routes(const struct file *file)
{
	for (size_t i = 0; i < file->text.length; i++) {
		struct str word = word_from(file->plain, file->text.length, i);

		if (word.length == 0)
			continue;
		i += word.length;
		if (str_equal(word, S("ROUTE")) && i < file->text.length && file->plain[i] == '(')
			lint_route(file, i);
	}
}

void
lint_tree(const struct tree *tree)
{
	lint_readmes(tree);
	for (size_t i = 0; i < tree->count; i++) {
		const struct file *file = &tree->at[i];

		if (file_in(file, "schema") && file_ends(file, ".sql"))
			lint_schema(file);
		if (file_in(file, "src/daemon") && str_equal(file_name(file), S("routes.def")))
			lint_routes(file);
	}
}
