/* Complaints about a file, bounded and in order. */
#include "formats/complaints.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "formats/text.h"

enum { WORDS_BYTES = 600, HEAD_BYTES = 400, LINES_BYTES = (LIMIT_COMPLAINTS + 1) * (WORDS_BYTES + HEAD_BYTES) };

/* What stands in a file is shown on terminals: a control byte becomes a blank, and a character that was cut off is dropped. */
static struct str
calm(char *words)
{
	struct str all = str_from(words);

	for (size_t i = 0; i < all.length; i++)
		if ((unsigned char)words[i] < ' ' || words[i] == 0x7f)
			words[i] = ' ';
	while (!text_is_utf8(all))
		all.length--;
	return all;
}

struct complaints
complaints_new(struct arena *arena)
{
	return (struct complaints){ .arena = arena };
}

void
complaints_add(struct complaints *c, struct place at, const char *format, ...)
{
	char words[WORDS_BYTES];
	va_list values;

	if (c->count == LIMIT_COMPLAINTS) {
		c->left_out++;
		return;
	}
	va_start(values, format);
	vsnprintf(words, sizeof(words), format, values);
	va_end(values);
	c->at[c->count++] = (struct complaint){ at, str_copy(c->arena, calm(words)) };
}

static bool
stands_before(const struct complaint *a, const struct complaint *b)
{
	return a->at.line != b->at.line ? a->at.line < b->at.line : a->at.column < b->at.column;
}

/* Of two at one place the one that was found first stays first. */
static void
put_in_order(struct complaints *c)
{
	for (size_t i = 1; i < c->count; i++) {
		struct complaint moved = c->at[i];
		size_t k = i;

		for (; k > 0 && stands_before(&moved, &c->at[k - 1]); k--)
			c->at[k] = c->at[k - 1];
		c->at[k] = moved;
	}
}

struct str
complaints_print(struct complaints *c, struct str file)
{
	struct buf out = buf_new(c->arena, LINES_BYTES);
	struct str name = str_head(file, HEAD_BYTES - 2 * 24);

	put_in_order(c);
	for (size_t i = 0; i < c->count; i++)
		buf_format(&out, "%.*s:%ld:%ld: %.*s\n", STR_FORMAT(name), c->at[i].at.line, c->at[i].at.column, STR_FORMAT(c->at[i].words));
	if (c->left_out > 0)
		buf_format(&out, "%.*s: and %zu more\n", STR_FORMAT(name), c->left_out);
	return buf_str(&out);
}
