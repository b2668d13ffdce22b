/* Looking up a sentence: by halving, since msgfmt sorts them. What a file says of itself is believed only after it was measured. */
#include "formats/catalogue.h"

#include "base/check.h"
#include "formats/plural.h"

enum { WORD = 4, ROW = 2 * WORD, HEAD = 7 * WORD, MAGIC_AT = 0, REVISION_AT = WORD, COUNT_AT = 2 * WORD, IDS_AT = 3 * WORD, TEXTS_AT = 4 * WORD };

static const uint32_t magic = 0x950412de;

static uint32_t
word(struct str bytes, size_t at)
{
	const unsigned char *b = (const unsigned char *)bytes.at + at;

	return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static struct str
row(const struct catalogue *c, size_t table, size_t at)
{
	size_t length = word(c->bytes, table + at * ROW), start = word(c->bytes, table + at * ROW + WORD);

	return (struct str){ c->bytes.at + start, length };
}

/* The row and the NUL behind its text lie inside. */
static bool
is_sound(const struct catalogue *c, size_t table, size_t at)
{
	size_t length = word(c->bytes, table + at * ROW), start = word(c->bytes, table + at * ROW + WORD);

	return start <= c->bytes.length && length < c->bytes.length - start && c->bytes.at[start + length] == '\0';
}

/* "Plural-Forms: nplurals=2; plural=(n != 1);" of the head. */
static void
read_head(struct catalogue *c, struct str head)
{
	struct str line, part;

	c->forms = 1;
	c->plural = S("");
	while (str_next(&head, '\n', &line)) {
		if (!str_starts(line, S("Plural-Forms:")))
			continue;
		line = str_skip(line, str_find(line, ':') + 1);
		while (str_next(&line, ';', &part)) {
			part = str_trim(part);
			if (str_starts(part, S("nplurals=")))
				(void)str_whole(str_skip(part, 9), &c->forms);
			else if (str_starts(part, S("plural=")))
				c->plural = str_skip(part, 7);
		}
	}
}

/* Both tables lie inside. */
static bool
open_tables(struct str bytes, struct catalogue *out)
{
	*out = (struct catalogue){ .bytes = bytes };
	if (bytes.length < HEAD || word(bytes, MAGIC_AT) != magic || word(bytes, REVISION_AT) != 0)
		return false;
	out->count = word(bytes, COUNT_AT);
	out->ids = word(bytes, IDS_AT);
	out->texts = word(bytes, TEXTS_AT);
	return out->count <= bytes.length / ROW && out->ids <= bytes.length - out->count * ROW && out->texts <= bytes.length - out->count * ROW;
}

bool
catalogue_open(struct str bytes, struct catalogue *out)
{
	struct str head;

	if (!open_tables(bytes, out))
		return false;
	for (size_t i = 0; i < out->count; i++)
		if (!is_sound(out, out->ids, i) || !is_sound(out, out->texts, i) || (i > 0 && strcmp(row(out, out->ids, i - 1).at, row(out, out->ids, i).at) >= 0))
			return false;
	if (catalogue_find(out, "", &head))
		read_head(out, head);
	else
		read_head(out, S(""));
	return out->forms >= 1 && out->forms <= PLURAL_FORMS_MOST;
}

size_t
catalogue_place(const struct catalogue *c, const char *id)
{
	size_t low = 0, high = c->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(row(c, c->ids, middle).at, id);    /* up to the NUL: of two English forms the first */

		if (order == 0)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return c->count;
}

bool
catalogue_find(const struct catalogue *c, const char *id, struct str *out)
{
	size_t at = catalogue_place(c, id);

	if (at == c->count)
		return false;
	*out = row(c, c->texts, at);
	return out->length > 0;
}

struct str
catalogue_form(const struct catalogue *c, struct str forms, int64_t count)
{
	int64_t wanted = str_is_empty(c->plural) ? 0 : plural_form(c->plural, count);
	struct str one, first = str_head(forms, str_find(forms, '\0'));

	for (int64_t i = 0; str_next(&forms, '\0', &one); i++)
		if (i == wanted)
			return one;
	return first;
}

void
catalogue_at(const struct catalogue *c, size_t at, struct str *id, struct str *text)
{
	check(at < c->count);
	*id = row(c, c->ids, at);
	*text = row(c, c->texts, at);
}
