/* What C sources must not hold: banned functions, SQL and markup in texts. */
#include <ctype.h>
#include <regex.h>
#include <stdio.h>

#include "house.h"

enum scope { EVERYWHERE, PRODUCT };

/* A name that may not be called; "only" is the one place that may. Adding a row? Also a golden case. */
static const struct banned {
	const char *name;
	enum scope scope;
	const char *only;
	const char *instead;
} banned[] = {
	{ "strcpy", EVERYWHERE, NULL, "struct buf" }, { "stpcpy", EVERYWHERE, NULL, "struct buf" },
	{ "strcat", EVERYWHERE, NULL, "struct buf" }, { "strncat", EVERYWHERE, NULL, "struct buf" },
	{ "sprintf", EVERYWHERE, NULL, "buf_format()" }, { "vsprintf", EVERYWHERE, NULL, "buf_format()" },
	{ "strtok", EVERYWHERE, NULL, "str_next()" }, { "strtok_r", EVERYWHERE, NULL, "str_next()" },
	{ "atoi", EVERYWHERE, NULL, "str_whole()" }, { "atol", EVERYWHERE, NULL, "str_whole()" },
	{ "atoll", EVERYWHERE, NULL, "str_whole()" }, { "scanf", EVERYWHERE, NULL, "str_next() and str_whole()" },
	{ "sscanf", EVERYWHERE, NULL, "str_next() and str_whole()" }, { "fscanf", EVERYWHERE, NULL, "str_next() and str_whole()" },
	{ "alloca", EVERYWHERE, NULL, "an arena" }, { "gets", EVERYWHERE, NULL, "fgets()" },
	{ "system", EVERYWHERE, NULL, "nothing: no shell is ever asked" }, { "popen", EVERYWHERE, NULL, "nothing: no shell is ever asked" },
	{ "rand", EVERYWHERE, NULL, "system/random.h" }, { "srand", EVERYWHERE, NULL, "system/random.h" },
	{ "rand_r", EVERYWHERE, NULL, "system/random.h" }, { "localtime", EVERYWHERE, NULL, "formats/zone.h" },
	{ "localtime_r", EVERYWHERE, NULL, "formats/zone.h" }, { "strerror", EVERYWHERE, NULL, "strerrordesc_np()" },
	{ "strdup", EVERYWHERE, NULL, "str_copy()" }, { "strndup", EVERYWHERE, NULL, "str_copy()" },
	{ "asprintf", EVERYWHERE, NULL, "buf_format()" }, { "vasprintf", EVERYWHERE, NULL, "buf_format()" },
	{ "malloc", PRODUCT, "src/base/arena.c", "an arena" }, { "calloc", PRODUCT, "src/base/arena.c", "an arena" },
	{ "realloc", PRODUCT, "src/base/arena.c", "an arena" }, { "reallocarray", PRODUCT, "src/base/arena.c", "an arena" },
	{ "free", PRODUCT, "src/base/arena.c", "an arena" },
	{ "execl", PRODUCT, "src/daemon/keeper", "the keeper" }, { "execle", PRODUCT, "src/daemon/keeper", "the keeper" },
	{ "execlp", PRODUCT, "src/daemon/keeper", "the keeper" }, { "execv", PRODUCT, "src/daemon/keeper", "the keeper" },
	{ "execve", PRODUCT, "src/daemon/keeper", "the keeper" }, { "execvp", PRODUCT, "src/daemon/keeper", "the keeper" },
	{ "execvpe", PRODUCT, "src/daemon/keeper", "the keeper" }, { "fexecve", PRODUCT, "src/daemon/keeper", "the keeper" },
	{ "time", PRODUCT, "src/system/", "system/clock.h" }, { "clock_gettime", PRODUCT, "src/system/", "system/clock.h" },
	{ "gettimeofday", PRODUCT, "src/system/", "system/clock.h" }, { "getrandom", PRODUCT, "src/system/", "system/random.h" },
};

static bool
is_called(const struct file *file, size_t start, size_t end)
{
	while (end < file->text.length && isspace((unsigned char)file->code[end]))
		end++;
	if (file->code[end] != '(')
		return false;
	return start == 0 || (file->code[start - 1] != '.' && file->code[start - 1] != '>');
}

static void
judge_call(const struct file *file, struct str word, size_t position)
{
	for (size_t i = 0; i < ARRAY_LENGTH(banned); i++) {
		const struct banned *b = &banned[i];

		if (!str_equal(word, str_from(b->name)))
			continue;
		if (b->scope == PRODUCT && (file->is_test || !file_in(file, "src")))
			return;
		if (b->only != NULL && str_starts(str_from(file->path), str_from(b->only)))
			return;
		complain(file->path, line_of(file, position), "%s() is banned here, use %s", b->name, b->instead);
	}
}

static void
lint_calls(const struct file *file)
{
	for (size_t i = 0; i < file->text.length; i++) {
		struct str word = word_from(file->code, file->text.length, i);

		if (word.length == 0)
			continue;
		if (is_called(file, i, i + word.length))
			judge_call(file, word, i);
		i += word.length - 1;
	}
}

/* In all-lower or all-upper letters, at the start of a text or behind a parenthesis: prose begins otherwise. */
static const char sql[] =
    "(^|\\()[[:space:]]*((select|SELECT)[[:space:]].*[[:space:]](from|FROM)[[:space:]]|"
    "(insert into|INSERT INTO)[[:space:]]|(delete from|DELETE FROM)[[:space:]]|"
    "(update|UPDATE)[[:space:]]+[A-Za-z_\"]+[[:space:]]+(set|SET)[[:space:]])";
static const char markup[] =
    "(<!--|</?(a|b|body|br|button|code|dd|details|dialog|div|dl|dt|em|fieldset|footer|form|h[1-6]|head|header|html|i|"
    "img|input|label|legend|li|main|nav|ol|option|p|pre|script|section|select|small|span|strong|style|summary|svg|table|"
    "tbody|td|textarea|th|thead|time|title|tr|ul|use)([ />]|$))";

static void
lint_literals(const struct tree *tree, const struct file *file, const regex_t *sql_like, const regex_t *markup_like)
{
	bool is_markup_home = file_in(file, "src/forms") || file_in(file, "src/formats") || file_in(file, "src/http");
	size_t position = 0, line;
	struct str text;

	while (literal_next(tree->arena, file, &position, &text, &line)) {
		const char *c = str_c(tree->arena, text);

		if (!file_in(file, "src/sql") && regexec(sql_like, c, 0, NULL, 0) == 0)
			complain(file->path, line, "SQL in a C text: a statement lives in the room's store.sql");
		if (!is_markup_home && regexec(markup_like, c, 0, NULL, 0) == 0)
			complain(file->path, line, "markup in a C text: it lives in the room's pages/");
	}
}

void
lint_code(const struct tree *tree)
{
	regex_t sql_like, markup_like;

	check(regcomp(&sql_like, sql, REG_EXTENDED | REG_NOSUB) == 0);
	check(regcomp(&markup_like, markup, REG_EXTENDED | REG_NOSUB) == 0);
	for (size_t i = 0; i < tree->count; i++) {
		const struct file *file = &tree->at[i];

		if (!file->is_c)
			continue;
		lint_calls(file);
		if (file_in(file, "src") && !file->is_test)
			lint_literals(tree, file, &sql_like, &markup_like);
	}
	regfree(&sql_like);
	regfree(&markup_like);
}
