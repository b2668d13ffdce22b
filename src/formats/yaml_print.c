/* Texts as YAML that reads back to the same bytes, here and in other programs. */
#include "formats/yaml.h"

#include "base/buf.h"

/* Signs that mean something else at the start of a plain text, or words that other programs take for no text. */
static bool
is_plain_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_plain_inside(char c)
{
	return is_plain_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '/' || c == '+' || c == ' ';
}

static bool
means_something(struct str text)
{
	static const struct str words[] = { S_STATIC("y"), S_STATIC("n"), S_STATIC("yes"), S_STATIC("no"), S_STATIC("on"), S_STATIC("off"), S_STATIC("true"),
		S_STATIC("false"), S_STATIC("null") };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_equal_ascii_case(words[i], text))
			return true;
	return false;
}

static bool
may_be_plain(struct str text)
{
	if (text.length == 0 || !is_plain_start(text.at[0]) || text.at[text.length - 1] == ' ' || means_something(text))
		return false;
	for (size_t i = 0; i < text.length; i++)
		if (!is_plain_inside(text.at[i]))
			return false;
	return true;
}

/* One character of UTF-8 that is known to be sound; moves *text past it. */
static uint32_t
next_character(struct str *text)
{
	unsigned char c = (unsigned char)text->at[0];
	size_t more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
	uint32_t point = more == 0 ? c : c & (0x3fU >> more);

	for (size_t i = 1; i <= more; i++)
		point = point << 6 | ((unsigned char)text->at[i] & 0x3f);
	*text = str_skip(*text, more + 1);
	return point;
}

/* What YAML does not print, and what it takes for the end of a line. */
static bool
must_be_escaped(uint32_t point)
{
	return (point < ' ' && point != '\n') || (point >= 0x7f && point < 0xa0) || point == 0x2028 || point == 0x2029 || point == 0xfeff ||
	    point == 0xfffe || point == 0xffff;
}

static void
add_quoted(struct buf *out, struct str text)
{
	buf_char(out, '"');
	while (text.length > 0) {
		struct str before = text;
		uint32_t point = next_character(&text);

		if (point == '"' || point == '\\')
			buf_format(out, "\\%c", (int)point);
		else if (point == '\n')
			buf_add(out, S("\\n"));
		else if (must_be_escaped(point))
			buf_format(out, "\\u%04X", point);
		else
			buf_add(out, str_head(before, before.length - text.length));
	}
	buf_char(out, '"');
}

void
yaml_add_text(struct buf *out, struct str text)
{
	if (may_be_plain(text))
		buf_add(out, text);
	else
		add_quoted(out, text);
}

/* Lines that begin with a blank would be taken for indented ones, and what ends with blank lines is told apart by signs that few know. */
static bool
may_be_block(struct str text)
{
	bool is_start = true;

	if (text.length < 2 || text.at[0] == '\n' || (text.at[text.length - 1] == '\n' && text.at[text.length - 2] == '\n'))
		return false;
	while (text.length > 0) {
		uint32_t point = next_character(&text);

		if (must_be_escaped(point) || (is_start && point == ' '))
			return false;
		is_start = false;
	}
	return true;
}

void
yaml_add_block(struct buf *out, struct str text, size_t indent)
{
	bool ends_line = str_ends(text, S("\n"));
	struct str line;

	if (!may_be_block(text)) {
		add_quoted(out, text);
		return;
	}
	buf_add(out, ends_line ? S("|") : S("|-"));
	while (str_next(&text, '\n', &line)) {
		buf_char(out, '\n');
		for (size_t i = 0; i < indent && line.length > 0; i++)
			buf_char(out, ' ');
		buf_add(out, line);
	}
}
