/* What every source owes its reader: a comment at its head, no loose promises; pages without style and script of their own. */
#include <ctype.h>
#include <regex.h>

#include "house.h"

static struct str
opening(const struct file *file)
{
	struct str text = file->text;

	if (str_starts(text, S("#!")))
		text = str_skip(text, str_find(text, '\n') + 1);
	return str_trim(text);
}

static bool
starts_with_comment(const struct file *file)
{
	struct str text = opening(file);

	if (file->is_c || file_ends(file, ".css") || file_ends(file, ".js") || file_ends(file, ".mjs"))
		return str_starts(text, S("/*")) || str_starts(text, S("//"));
	if (file_ends(file, ".sql"))
		return str_starts(text, S("--"));
	if (str_starts(file->text, S("#!")))
		return str_starts(text, S("#")) || str_starts(text, S("//")) || str_starts(text, S("/*"));
	return true;
}

static bool
has_number(struct str line)
{
	for (size_t i = 0; i + 1 < line.length; i++)
		if (line.at[i] == '#' && isdigit((unsigned char)line.at[i + 1]))
			return true;
	return false;
}

static bool
has_promise(struct str line)
{
	static const char *const words[] = { "TODO", "FIXME", "XXX" };

	for (size_t i = 0; i < line.length; i++) {
		struct str word = word_from(line.at, line.length, i);

		for (size_t k = 0; k < ARRAY_LENGTH(words); k++)
			if (str_equal(word, str_from(words[k])))
				return true;
		if (word.length > 0)
			i += word.length - 1;
	}
	return false;
}

static void
lint_promises(const struct file *file)
{
	struct str rest = { file->is_c ? file->comments : file->text.at, file->text.length }, line;

	for (size_t number = 1; str_next(&rest, '\n', &line); number++)
		if (has_promise(line) && !has_number(line))
			complain(file->path, number, "a promise without the number of its issue (write \"#12\" into the line)");
}

static const struct {
	const char *pattern, *words;
} page_bans[] = {
	{ "[[:space:]]style[[:space:]]*=", "a style attribute: looks live in assets/app.css" },
	{ "<style", "a style element: looks live in assets/app.css" },
	{ "<script[[:space:]]*>", "a script in a page: it lives in assets/app.js" },
	{ "[[:space:]]on[a-z]+[[:space:]]*=", "a script in an attribute: it lives in assets/app.js" },
};

static void
lint_page(const struct tree *tree, const struct file *file)
{
	for (size_t i = 0; i < ARRAY_LENGTH(page_bans); i++) {
		struct str rest = file->text, line;
		regex_t ban;

		check(regcomp(&ban, page_bans[i].pattern, REG_EXTENDED | REG_NOSUB | REG_ICASE) == 0);
		for (size_t number = 1; str_next(&rest, '\n', &line); number++)
			if (regexec(&ban, str_c(tree->arena, line), 0, NULL, 0) == 0)
				complain(file->path, number, "%s", page_bans[i].words);
		regfree(&ban);
	}
}

void
lint_text(const struct tree *tree)
{
	for (size_t i = 0; i < tree->count; i++) {
		const struct file *file = &tree->at[i];

		if (file_ends(file, ".md"))
			continue;
		if (!starts_with_comment(file))
			complain(file->path, 1, "the file does not begin with a comment that says what lives here");
		lint_promises(file);
		if (file_in(file, "src") && file_ends(file, ".html"))
			lint_page(tree, file);
	}
}
