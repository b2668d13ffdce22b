/* Finds the functions of a source and measures them. A function is what stands outside all braces and opens one after ")". */
#include <ctype.h>

#include "house.h"

static void
add(struct arena *arena, struct functions *list, const struct function *one)
{
	if (list->count == list->size) {
		struct function *more;

		list->size = list->size == 0 ? 512 : list->size * 2;
		more = ARENA_MANY(arena, list->size, struct function);
		if (list->count > 0)
			memcpy(more, list->at, list->count * sizeof(*more));
		list->at = more;
	}
	list->at[list->count++] = *one;
}

static size_t
closing(const struct file *file, size_t open, char up, char down)
{
	int depth = 0;

	for (size_t i = open; i < file->text.length; i++) {
		depth += (file->plain[i] == up) - (file->plain[i] == down);
		if (depth == 0)
			return i;
	}
	return file->text.length;
}

/* Where the parameters open: the first "(" that does not belong to an attribute. */
static size_t
parameters_open(const struct file *file, size_t start, size_t brace)
{
	for (size_t i = start; i < brace; i++) {
		if (file->plain[i] != '(')
			continue;
		if (!str_starts(word_before(file->plain, i), S("__attribute")) && word_before(file->plain, i).length > 0)
			return i;
		i = closing(file, i, '(', ')');
	}
	return brace;
}

static size_t
parameter_count(const struct file *file, size_t open)
{
	size_t end = closing(file, open, '(', ')'), count = 1;
	struct str inside = str_trim((struct str){ file->plain + open + 1, end - open - 1 });
	int depth = 0;

	if (str_is_empty(inside) || str_equal(inside, S("void")))
		return 0;
	for (size_t i = open; i < end; i++) {
		depth += (file->plain[i] == '(') - (file->plain[i] == ')');
		count += file->plain[i] == ',' && depth == 1;
	}
	return count;
}

/* Our own type names have no capitals; a result like MHD_Result belongs to a library that calls us. */
static bool
returns_foreign_type(const struct file *file, size_t start, size_t name)
{
	for (size_t i = start; i < name; i++) {
		struct str word = word_from(file->plain, name, i);

		for (size_t k = 0; k < word.length && word.at[0] != '_'; k++)
			if (isupper((unsigned char)word.at[k]))
				return true;
		i += word.length > 0 ? word.length - 1 : 0;
	}
	return false;
}

/* sqlite3_set_authorizer(handle, on_prepare, self): what SQLite calls has the parameters that SQLite says, though it returns an int. */
static bool
is_handed_to_sqlite(const struct file *file, struct str name)
{
	struct str rest = str_from(file->plain), line;

	while (str_next(&rest, '\n', &line)) {
		if (!str_starts(str_trim(line), S("sqlite3_")))
			continue;
		for (size_t at = str_find(line, ','); at < line.length; at += 1 + str_find(str_skip(line, at + 1), ','))
			if (str_starts(str_skip(line, at + 2), name) && str_starts(str_skip(line, at + 2 + name.length), S(",")))
				return true;
	}
	return false;
}

static bool
is_fork(struct str word)
{
	return str_equal(word, S("if")) || str_equal(word, S("for")) || str_equal(word, S("while")) ||
	    str_equal(word, S("case"));
}

static size_t
complexity(const struct file *file, size_t from, size_t until)
{
	size_t count = 1;

	for (size_t i = from; i < until; i++) {
		const char *c = file->plain + i;

		if (is_word(*c)) {
			struct str word = word_from(file->plain, file->text.length, i);

			count += is_fork(word);
			i += word.length - 1;
		} else if ((c[0] == '&' && c[1] == '&') || (c[0] == '|' && c[1] == '|')) {
			count++;
			i++;
		} else if (*c == '?')
			count++;
	}
	return count;
}

static bool
follows_parenthesis(const struct file *file, size_t brace)
{
	while (brace > 0 && isspace((unsigned char)file->plain[brace - 1]))
		brace--;
	return brace > 0 && file->plain[brace - 1] == ')';
}

void
functions_read(struct arena *arena, const struct file *file, struct functions *list)
{
	size_t start = 0;

	for (size_t i = 0; i < file->text.length; i++) {
		if (file->plain[i] == ';')
			start = i + 1;
		if (file->plain[i] != '{')
			continue;

		size_t end = closing(file, i, '{', '}'), open = parameters_open(file, start, i);

		if (follows_parenthesis(file, i) && open < i) {
			struct function one = { .name = word_before(file->plain, open) };

			one.line = line_of(file, (size_t)(one.name.at - file->plain));
			one.lines = line_of(file, end) - one.line + 1;
			one.is_callback = returns_foreign_type(file, start, (size_t)(one.name.at - file->plain)) || is_handed_to_sqlite(file, one.name);
			one.parameters = parameter_count(file, open);
			one.complexity = complexity(file, i, end);
			add(arena, list, &one);
		}
		i = end;
		start = end + 1;
	}
}
