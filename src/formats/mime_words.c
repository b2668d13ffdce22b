/* How text becomes ASCII in a mail: encoded words in headers, quoted-printable or base64 in bodies. */
#include "formats/mime.h"

/* OPENING: "=?utf-8?q?" and "?=". An encoded word has at most 75 bytes (RFC 2047, 2); a line of the header one more, its first blank. */
enum { WORD_MAX = 75, OPENING = 12, BASE64_LINE = MIME_LINE_MAX / 4 * 3 };

static const char base64_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static const char hex[] = "0123456789ABCDEF";

/* Bytes from s, at most 3, as 4 symbols. */
static void
add_base64(struct buf *out, struct str s)
{
	unsigned bits = 0;

	for (size_t i = 0; i < 3; i++)
		bits = bits << 8 | (i < s.length ? (unsigned char)s.at[i] : 0u);
	for (size_t i = 0; i < 4; i++)
		buf_char(out, i > s.length ? '=' : base64_digits[bits >> (18 - 6 * i) & 63]);
}

static void
add_base64_all(struct buf *out, struct str s)
{
	for (; s.length > 0; s = str_skip(s, 3))
		add_base64(out, str_head(s, 3));
}

static void
add_quoted(struct buf *out, char c)
{
	unsigned char byte = (unsigned char)c;

	buf_char(out, '=');
	buf_char(out, hex[byte >> 4]);
	buf_char(out, hex[byte & 15]);
}

static bool
is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* As narrow as RFC 2047, 5 (3) wants it in a name, so that one spelling does for all headers. */
static bool
is_plain_in_word(char c)
{
	return is_letter_or_digit(c) || c == '!' || c == '*' || c == '+' || c == '-' || c == '/';
}

static size_t
word_cost(struct str s, bool is_base64)
{
	size_t cost = 0;

	if (is_base64)
		return (s.length + 2) / 3 * 4;
	for (size_t i = 0; i < s.length; i++)
		cost += is_plain_in_word(s.at[i]) || s.at[i] == ' ' ? 1 : 3;
	return cost;
}

/* Bytes of the first character of well-formed UTF-8. */
static size_t
character_length(struct str s)
{
	size_t length = 1;

	while (length < s.length && ((unsigned char)s.at[length] & 0xC0) == 0x80)
		length++;
	return length;
}

static void
add_word(struct buf *out, struct str s, bool is_base64)
{
	buf_add(out, is_base64 ? S("=?utf-8?b?") : S("=?utf-8?q?"));
	if (is_base64)
		add_base64_all(out, s);
	for (size_t i = 0; !is_base64 && i < s.length; i++) {
		if (s.at[i] == ' ')
			buf_char(out, '_');
		else if (is_plain_in_word(s.at[i]))
			buf_char(out, s.at[i]);
		else
			add_quoted(out, s.at[i]);
	}
	buf_add(out, S("?="));
}

/* The longest head of s, whole characters, whose word fits in `room` bytes; at least one character. */
static struct str
head_that_fits(struct str s, bool is_base64, size_t room)
{
	size_t length = character_length(s);

	for (;;) {
		size_t next = length + (length < s.length ? character_length(str_skip(s, length)) : 0);

		if (next == length || word_cost(str_head(s, next), is_base64) + OPENING > room)
			return str_head(s, length);
		length = next;
	}
}

bool
mime_is_plain(struct str text, size_t before)
{
	if (before + text.length > MIME_LINE_MAX || str_has(text, S("=?")))
		return false;
	for (size_t i = 0; i < text.length; i++)
		if (text.at[i] < ' ' || text.at[i] > '~')
			return false;
	return text.length == 0 || (text.at[0] != ' ' && text.at[text.length - 1] != ' ');
}

void
mime_words_print(struct buf *out, struct str text, size_t before)
{
	bool is_base64 = word_cost(text, true) < word_cost(text, false);
	size_t room = before < MIME_LINE_MAX ? MIME_LINE_MAX - before : 0;

	/* Room for two characters of any script is worth beginning in; else the first word stands on a line of its own. */
	if (room < OPENING + 24) {
		buf_add(out, S("\r\n "));
		room = WORD_MAX;
	}
	for (struct str rest = text; rest.length > 0; room = WORD_MAX) {
		struct str head = head_that_fits(rest, is_base64, room < WORD_MAX ? room : WORD_MAX);

		if (rest.length < text.length)
			buf_add(out, S("\r\n "));
		add_word(out, head, is_base64);
		rest = str_skip(rest, head.length);
	}
}

/* Blanks at the end of a line are lost on some ways, and a line that begins with "From " is changed on others. */
static bool
must_quote(struct str text, size_t i, size_t column)
{
	char c = text.at[i];

	if (c == ' ' || c == '\t')
		return i + 1 == text.length || text.at[i + 1] == '\n' || text.at[i + 1] == '\r';
	if (c == 'F' && column == 0)
		return str_starts(str_skip(text, i), S("From "));
	return c <= ' ' || c > '~' || c == '=';
}

static bool
is_line_end(struct str text, size_t i)
{
	return text.at[i] == '\n' || (text.at[i] == '\r' && i + 1 < text.length && text.at[i + 1] == '\n');
}

/* Quoted-printable under construction; out NULL: only measured. */
struct spelled {
	struct buf *out;
	size_t column, total;
};

static void
spell_end(struct spelled *s, struct str end)
{
	if (s->out != NULL)
		buf_add(s->out, end);
	s->total += end.length;
	s->column = 0;
}

/* A line that goes on keeps a column for its "=". */
static void
spell(struct spelled *s, char c, bool is_quoted)
{
	size_t width = is_quoted ? 3 : 1;

	if (s->column + width > MIME_LINE_MAX - 1)
		spell_end(s, S("=\r\n"));
	if (s->out != NULL && is_quoted)
		add_quoted(s->out, c);
	else if (s->out != NULL)
		buf_char(s->out, c);
	s->column += width;
	s->total += width;
}

/* What stands as it is, as far as this line goes. */
static size_t
spell_plain(struct spelled *s, struct str text, size_t from)
{
	size_t i = from;

	for (; i < text.length && s->column < MIME_LINE_MAX - 1; i++) {
		if (text.at[i] == '\n' || text.at[i] == '\r' || must_quote(text, i, s->column))
			break;
		s->column++;
	}
	if (s->out != NULL)
		buf_add(s->out, (struct str){ text.at + from, i - from });
	s->total += i - from;
	return i;
}

/* Into out, or only its length if out is NULL. */
static size_t
quoted_printable(struct buf *out, struct str text)
{
	struct spelled s = { .out = out };

	for (size_t i = spell_plain(&s, text, 0); i < text.length; i = spell_plain(&s, text, i + 1)) {
		if (is_line_end(text, i)) {
			spell_end(&s, S("\r\n"));
			i += text.at[i] == '\r';
		} else {
			spell(&s, text.at[i], must_quote(text, i, s.column));
		}
	}
	if (s.column > 0)
		spell_end(&s, S("\r\n"));
	return s.total;
}

/* A line of base64 under construction. */
struct packed {
	struct buf *out;
	char line[BASE64_LINE];
	size_t length;
};

static void
pack_flush(struct packed *p)
{
	if (p->length == 0)
		return;
	add_base64_all(p->out, (struct str){ p->line, p->length });
	buf_add(p->out, S("\r\n"));
	p->length = 0;
}

static void
pack(struct packed *p, char c)
{
	p->line[p->length++] = c;
	if (p->length == BASE64_LINE)
		pack_flush(p);
}

/* Text inside base64 has the ends of lines that mail has (RFC 2045, 6.8). */
static void
base64(struct buf *out, struct str text)
{
	struct packed p = { .out = out };

	for (size_t i = 0; i < text.length; i++) {
		if (is_line_end(text, i)) {
			pack(&p, '\r');
			i += text.at[i] == '\r';
		}
		pack(&p, text.at[i]);
	}
	pack_flush(&p);
}

/* What base64() would write. */
static size_t
base64_length(struct str text)
{
	size_t bytes = text.length, rest;

	for (size_t i = 0; i < text.length; i++)
		bytes += text.at[i] == '\n' && (i == 0 || text.at[i - 1] != '\r');
	rest = bytes % BASE64_LINE;
	return bytes / BASE64_LINE * (MIME_LINE_MAX + 2) + (rest > 0 ? (rest + 2) / 3 * 4 + 2 : 0);
}

struct str
mime_encoding(struct str text)
{
	return base64_length(text) < quoted_printable(NULL, text) ? S("base64") : S("quoted-printable");
}

void
mime_body_print(struct buf *out, struct str text, struct str encoding)
{
	if (str_equal(encoding, S("base64")))
		base64(out, text);
	else
		(void)quoted_printable(out, text);
}
