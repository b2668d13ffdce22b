/* Escapers: what comes out holds nothing special, and an unescaper that shares no code with them gives the input back. */
#include <string.h>

#include "fuzz.h"
#include "formats/csv.h"
#include "formats/html.h"
#include "formats/json.h"
#include "formats/markdown.h"
#include "formats/text.h"

static bool
has_any(struct str s, const char *bytes)
{
	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] != '\0' && strchr(bytes, s.at[i]) != NULL)
			return true;
	return false;
}

/* &amp; &lt; &gt; &quot; &#39; and nothing else. */
static struct str
html_undone(struct arena *arena, struct str escaped)
{
	static const struct { struct str name; char byte; } known[] = {
		{ S_STATIC("&amp;"), '&' }, { S_STATIC("&lt;"), '<' }, { S_STATIC("&gt;"), '>' }, { S_STATIC("&quot;"), '"' }, { S_STATIC("&#39;"), '\'' },
	};
	char *out = arena_take(arena, escaped.length + 1);
	size_t length = 0;

	while (escaped.length > 0) {
		size_t skip = 1;

		out[length] = escaped.at[0];
		for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
			if (str_starts(escaped, known[i].name)) {
				out[length] = known[i].byte;
				skip = known[i].name.length;
			}
		MUST(escaped.at[0] != '&' || skip > 1);
		length++;
		escaped = str_skip(escaped, skip);
	}
	return (struct str){ out, length };
}

void
fuzz_html(struct arena *arena, struct str input)
{
	struct buf text = fuzz_buf(arena, input), url = fuzz_buf(arena, input);

	if (!text_is_utf8(input))
		return;
	html_text(&text, input);
	MUST(!has_any(buf_str(&text), "<>\"'"));
	MUST(str_equal(html_undone(arena, buf_str(&text)), input));
	html_url(&url, input);
	MUST(!has_any(buf_str(&url), "<>\"'"));
	MUST(buf_str(&url).length > 0 || input.length == 0);
	MUST(!str_starts(text_folded(arena, buf_str(&url)), S("javascript")) && !str_starts(buf_str(&url), S("//")));
}

void
fuzz_component(struct arena *arena, struct str input)
{
	struct buf out = fuzz_buf(arena, input);
	char *back = arena_take(arena, input.length + 1);
	struct str done;
	size_t length = 0;

	url_component(&out, input);
	done = buf_str(&out);
	for (size_t i = 0; i < done.length; i++) {
		static const char digits[] = "0123456789ABCDEF";

		if (done.at[i] != '%') {
			MUST((unsigned char)done.at[i] < 0x80 && strchr("&=?#/+ \"'<>", done.at[i]) == NULL);
			back[length++] = done.at[i];
			continue;
		}
		MUST(i + 2 < done.length && strchr(digits, done.at[i + 1]) != NULL && strchr(digits, done.at[i + 2]) != NULL);
		back[length++] = (char)((strchr(digits, done.at[i + 1]) - digits) * 16 + (strchr(digits, done.at[i + 2]) - digits));
		i += 2;
	}
	MUST(str_equal((struct str){ back, length }, input));
}

/* In a page and in a script nothing of it is markup; jansson, by our door, reads the same text back. */
void
fuzz_json_text(struct arena *arena, struct str input)
{
	struct buf out = fuzz_buf(arena, input);
	struct json_value value;

	if (!text_is_utf8(input) || str_find(input, '\0') < input.length)
		return;
	buf_char(&out, '[');
	json_quote(&out, input);
	buf_char(&out, ']');
	MUST(!has_any(buf_str(&out), "<>&\n\r"));
	MUST(json_read(arena, buf_str(&out), &value) == OK && value.count == 1);
	MUST(str_equal(value.items[0].text, input));
}

/* Takes one quoted cell off the line; its doubled quotes are one again. */
static struct str
csv_cell(struct arena *arena, struct str *line)
{
	char *cell = arena_take(arena, line->length + 1);
	size_t at = 1, length = 0;

	MUST(str_starts(*line, S("\"")));
	for (; at < line->length; at++) {
		bool is_quote = line->at[at] == '"', is_double = is_quote && at + 1 < line->length && line->at[at + 1] == '"';

		if (is_quote && !is_double)
			break;
		at += is_double ? 1 : 0;
		cell[length++] = line->at[at];
	}
	MUST(at < line->length);
	*line = str_skip(*line, at + 1);
	return (struct str){ cell, length };
}

/* Three cells of the input: a reader of quoted cells finds them again, each at most with an apostrophe before it. */
void
fuzz_csv(struct arena *arena, struct str input)
{
	size_t third = input.length / 3;
	struct str cells[3] = { str_head(input, third), str_head(str_skip(input, third), third), str_skip(input, 2 * third) };
	struct buf out = buf_new(arena, 4 * input.length + 64);
	struct str line;

	csv_row(&out, 3, cells);
	if (out.is_overflown)
		return;
	line = buf_str(&out);
	for (size_t i = 0; i < 3; i++) {
		struct str cell = csv_cell(arena, &line);

		MUST(cell.length == 0 || cell.at[0] == '\0' || !has_any(str_head(cell, 1), "=+-@\t\r"));
		if (cell.length == cells[i].length + 1 && cell.at[0] == '\'')
			cell = str_skip(cell, 1);
		MUST(str_equal(cell, cells[i]));
		MUST(str_starts(line, i == 2 ? S("\r\n") : S(",")));
		line = str_skip(line, 1);
	}
}

/* Whatever is written, no tag of a stranger, no handler, no address but a harmless one. */
void
fuzz_markdown(struct arena *arena, struct str input)
{
	struct str out, folded;

	if (!text_is_utf8(input) || input.length > 8 << 10)
		return;
	out = markdown_html(arena, input).markup;
	folded = text_folded(arena, out);
	MUST(!fuzz_holds(folded, "<script"));
	MUST(!fuzz_holds(folded, "<iframe"));
	MUST(!fuzz_holds(folded, "href=\"javascript:"));
	MUST(!fuzz_holds(folded, "href=\"data:"));
}

void
fuzz_text(struct arena *arena, struct str input)
{
	struct str line, folded;

	if (!text_is_utf8(input) || input.length > 8 << 10)
		return;
	line = text_one_line(arena, input);
	MUST(str_find(line, '\n') == line.length && text_is_utf8(line));
	folded = text_folded(arena, input);
	MUST(text_is_utf8(folded) && str_equal(text_folded(arena, folded), folded));
	MUST(str_equal(text_trim(text_trim(input)), text_trim(input)));
	MUST(text_is_utf8(text_pattern(arena, input)) && text_is_utf8(text_looks(arena, input)));
	MUST(text_length(text_head(input, 7)) <= 7);
}
