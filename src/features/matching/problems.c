/* The first problems in the order of files and lines, however they were found. */
#include "matching/problems.h"

#include "base/buf.h"

enum { VALUE_BYTES = 40, QUOTED_BYTES = 4 * VALUE_BYTES + 16 };

static bool
is_before(const struct matching_problem *a, const struct matching_problem *b)
{
	if (a->kind != b->kind)
		return a->kind < b->kind;
	if (a->line != b->line)
		return a->line < b->line;
	return a->column < b->column;
}

void
matching_problem(struct matching_problems *all, const struct matching_problem *problem)
{
	size_t at = all->count < MATCHING_SHOWN ? all->count : MATCHING_SHOWN;

	all->count++;
	while (at > 0 && is_before(problem, &all->shown[at - 1])) {
		if (at < MATCHING_SHOWN)
			all->shown[at] = all->shown[at - 1];
		at--;
	}
	if (at < MATCHING_SHOWN)
		all->shown[at] = *problem;
}

void
matching_warning(struct matching_problems *all, struct str what, struct str about)
{
	if (all->warning_count < MATCHING_SHOWN)
		all->warnings[all->warning_count] = str_join(all->arena, 3, (struct str[]){ what, S(": "), about });
	all->warning_count++;
}

struct str
matching_quote(struct arena *arena, struct str text)
{
	struct buf out = buf_new(arena, QUOTED_BYTES);
	size_t cut = text.length < VALUE_BYTES ? text.length : VALUE_BYTES;

	while (cut < text.length && cut > 0 && ((unsigned char)text.at[cut] & 0xC0) == 0x80)
		cut--;
	buf_char(&out, '"');
	for (size_t i = 0; i < cut; i++) {
		unsigned char byte = (unsigned char)text.at[i];

		if (byte == '"' || byte == '\\')
			buf_char(&out, '\\');
		if (byte < 0x20 || byte == 0x7F)
			buf_format(&out, "\\x%02x", byte);
		else
			buf_char(&out, text.at[i]);
	}
	buf_add(&out, cut < text.length ? S("…\"") : S("\""));
	return buf_str(&out);
}

static void
print_rest(struct buf *out, size_t count)
{
	if (count > MATCHING_SHOWN)
		buf_format(out, "… and %zu more\n", count - MATCHING_SHOWN);
}

void
matching_print_problems(struct buf *out, const struct matching_problems *all)
{
	for (size_t i = 0; i < all->count && i < MATCHING_SHOWN; i++) {
		const struct matching_problem *p = &all->shown[i];

		buf_format(out, "%.*s:%zu:%zu: %.*s: %.*s\n", STR_FORMAT(p->file), p->line, p->column, STR_FORMAT(p->field), STR_FORMAT(p->words));
	}
	print_rest(out, all->count);
}

void
matching_print_warnings(struct buf *out, const struct matching_problems *all)
{
	for (size_t i = 0; i < all->warning_count && i < MATCHING_SHOWN; i++)
		buf_format(out, "warning: %.*s\n", STR_FORMAT(all->warnings[i]));
	print_rest(out, all->warning_count);
}
