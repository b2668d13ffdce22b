/* The only file that calls utf8proc. */
#include "formats/text.h"

#include <utf8proc.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"

/* The next code point of *rest; text was checked, so there is one. */
static utf8proc_int32_t
next_point(struct str *rest)
{
	utf8proc_int32_t point;
	utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)rest->at, (utf8proc_ssize_t)rest->length, &point);

	check(length > 0);
	*rest = str_skip(*rest, (size_t)length);
	return point;
}

static bool
is_ascii_at(struct str s)
{
	return s.length > 0 && (unsigned char)s.at[0] < 0x80;
}

/* Nearly all text is ASCII: that is judged here, where a library would be asked about each sign. */
bool
text_is_utf8(struct str s)
{
	while (s.length > 0) {
		utf8proc_int32_t point;
		utf8proc_ssize_t length;

		for (; is_ascii_at(s); s = (struct str){ s.at + 1, s.length - 1 })
			if (s.at[0] == '\0')
				return false;
		if (s.length == 0)
			return true;
		length = utf8proc_iterate((const utf8proc_uint8_t *)s.at, (utf8proc_ssize_t)s.length, &point);
		if (length <= 0)
			return false;
		s = str_skip(s, (size_t)length);
	}
	return true;
}

static bool
is_ascii(struct str s)
{
	for (size_t i = 0; i < s.length; i++)
		if ((unsigned char)s.at[i] >= 0x80)
			return false;
	return true;
}

size_t
text_length(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.length; i++)
		count += ((unsigned char)s.at[i] & 0xC0) != 0x80;
	return count;
}

struct str
text_head(struct str s, size_t count)
{
	struct str rest = s;

	while (rest.length > 0 && count-- > 0)
		next_point(&rest);
	return str_head(s, s.length - rest.length);
}

struct str
text_short(struct arena *arena, struct str line, size_t count)
{
	struct str head = text_head(line, count - 1);
	size_t cut = head.length;

	if (text_head(line, count).length == line.length)
		return line;
	while (cut > head.length / 2 && head.at[cut - 1] != ' ')
		cut--;
	return str_join(arena, 2, (struct str[]){ str_trim(str_head(head, cut > head.length / 2 ? cut : head.length)), S("…") });
}

/* Says how the character in front of it looks ("❤️"), so it belongs to that one. */
static bool
is_variation(utf8proc_int32_t point)
{
	return point >= 0xFE00 && point <= 0xFE0F;
}

/* Letters by category that show nothing: fillers of Hangul and Braille, which pass for text otherwise. */
static bool
is_filler(utf8proc_int32_t point)
{
	return point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x2800 || point == 0x034F ||
	    is_variation(point);
}

static bool
is_blank(utf8proc_int32_t point)
{
	switch (utf8proc_category(point)) {
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
		return true;
	default:
		return is_filler(point);
	}
}

/* Printable ASCII: nearly everything that is written down, and a short way through most of what follows. */
static bool
is_plain(struct str s)
{
	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] < ' ' || s.at[i] > '~')
			return false;
	return true;
}

/* Plain text as one line, in small letters or as it is. */
static struct str
plain_line(struct arena *arena, struct str s, bool is_small)
{
	char *at = arena_take_plain(arena, s.length + 1);
	size_t length = 0;

	for (size_t i = 0; i < s.length; i++) {
		char c = s.at[i];

		if (c == ' ' && (length == 0 || at[length - 1] == ' '))
			continue;
		at[length++] = is_small && c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	}
	if (length > 0 && at[length - 1] == ' ')
		length--;
	return (struct str){ at, length };
}

struct str
text_trim(struct str s)
{
	size_t begin = 0, end = 0;
	bool has_begun = false;
	struct str rest = s;

	if (is_plain(s))
		return str_trim(s);
	while (rest.length > 0) {
		size_t at = s.length - rest.length;
		utf8proc_int32_t point = next_point(&rest);

		if (is_blank(point) && !(has_begun && at == end && is_variation(point)))
			continue;
		if (!has_begun)
			begin = at;
		has_begun = true;
		end = s.length - rest.length;
	}
	return (struct str){ s.at == NULL ? NULL : s.at + begin, end - begin };
}

/* Blank in the sense that two words are apart: a zero-width joiner inside a name is none. */
static bool
is_space(utf8proc_int32_t point)
{
	utf8proc_category_t category = utf8proc_category(point);

	return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP ||
	    (point >= '\t' && point <= '\r');
}

struct str
text_one_line(struct arena *arena, struct str s)
{
	struct str rest = text_trim(s);
	struct buf b = buf_new(arena, rest.length);
	bool is_apart = false;

	if (is_plain(rest))
		return plain_line(arena, rest, false);
	while (rest.length > 0) {
		struct str before = rest;

		if (is_space(next_point(&rest))) {
			is_apart = true;
			continue;
		}
		if (is_apart)
			buf_char(&b, ' ');
		is_apart = false;
		buf_add(&b, str_head(before, before.length - rest.length));
	}
	return buf_str(&b);
}

size_t
text_length_shown(struct str s)
{
	size_t count = 0;
	bool is_apart = false;

	while (s.length > 0) {
		utf8proc_int32_t point = is_ascii_at(s) ? s.at[0] : 0;

		if (point >= ' ' && point <= '~')
			s = str_skip(s, 1);
		else
			point = next_point(&s);
		if (point == ' ' || ((point < ' ' || point > '~') && is_blank(point))) {
			is_apart = is_apart || (count > 0 && is_space(point));
			continue;
		}
		count += is_apart ? 2 : 1;    /* a space at the end is followed by nothing */
		is_apart = false;
	}
	return count;
}

static bool
turns_direction(utf8proc_int32_t point)
{
	return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

static bool
is_control(char c, bool allows_lines)
{
	if (c == '\n' || c == '\r' || c == '\t')
		return !allows_lines;
	return (unsigned char)c < ' ' || c == 0x7F;
}

bool
text_has_controls(struct str s, bool allows_lines)
{
	while (s.length > 0) {
		utf8proc_int32_t point;

		for (; is_ascii_at(s); s = (struct str){ s.at + 1, s.length - 1 })
			if (is_control(s.at[0], allows_lines))
				return true;
		if (s.length == 0)
			return false;
		point = next_point(&s);
		if (utf8proc_category(point) == UTF8PROC_CATEGORY_CC || turns_direction(point) || point == 0x2028 || point == 0x2029)
			return true;
	}
	return false;
}

bool
text_has_letters(struct str s)
{
	while (s.length > 0) {
		utf8proc_category_t category = utf8proc_category(next_point(&s));

		if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO)
			return true;
	}
	return false;
}

/* Decomposed into the arena and written back in place there: utf8proc's own allocator is not asked. Text is bounded and was checked. */
static struct str
mapped(struct arena *arena, struct str s, int options)
{
	const utf8proc_uint8_t *from = (const utf8proc_uint8_t *)s.at;
	utf8proc_ssize_t room = (utf8proc_ssize_t)s.length, length;
	utf8proc_int32_t *points;

	if (s.length == 0)
		return S("");
	length = utf8proc_decompose(from, room, NULL, 0, (utf8proc_option_t)options);
	check(length >= 0);
	points = arena_take_many(arena, (size_t)length + 1, sizeof(*points));
	check(utf8proc_decompose(from, room, points, length, (utf8proc_option_t)options) == length);
	length = utf8proc_reencode(points, length, (utf8proc_option_t)options);
	check(length >= 0);
	return (struct str){ (const char *)points, (size_t)length };
}

struct str
text_nfc(struct arena *arena, struct str s)
{
	return is_plain(s) ? str_copy(arena, s) : mapped(arena, s, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

struct str
text_folded(struct arena *arena, struct str s)
{
	if (is_plain(s))
		return plain_line(arena, s, true);
	return text_one_line(arena, mapped(arena, s,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
}

/* Small letters that pass for a Latin one, most often met in Unicode's table of confusables (UTS 39). */
static const struct {
	utf8proc_int32_t point;
	char latin;
} look_alikes[] = {
	{ '0', 'o' }, { '1', 'l' }, { 'i', 'l' }, { '|', 'l' }, { '!', 'l' }, { '5', 's' }, { '$', 's' }, { '@', 'a' },
	{ 0x0131, 'l' }, { 0x0142, 'l' }, { 0x00F8, 'o' }, { 0x0251, 'a' }, { 0x0261, 'g' }, { 0x0269, 'l' },
	/* Greek */
	{ 0x03B1, 'a' }, { 0x03B2, 'b' }, { 0x03B3, 'y' }, { 0x03B5, 'e' }, { 0x03B7, 'n' }, { 0x03B9, 'l' }, { 0x03BA, 'k' },
	{ 0x03BC, 'u' }, { 0x03BD, 'v' }, { 0x03BF, 'o' }, { 0x03C1, 'p' }, { 0x03C3, 'o' }, { 0x03C4, 't' }, { 0x03C5, 'u' },
	{ 0x03C7, 'x' }, { 0x03C9, 'w' }, { 0x03B6, 'z' },
	/* Cyrillic */
	{ 0x0430, 'a' }, { 0x0432, 'b' }, { 0x0433, 'r' }, { 0x0435, 'e' }, { 0x043A, 'k' }, { 0x043C, 'm' }, { 0x043D, 'h' },
	{ 0x043E, 'o' }, { 0x0440, 'p' }, { 0x0441, 'c' }, { 0x0442, 't' }, { 0x0443, 'y' }, { 0x0445, 'x' }, { 0x0455, 's' },
	{ 0x0456, 'l' }, { 0x0458, 'j' }, { 0x0475, 'v' }, { 0x04BB, 'h' }, { 0x04CF, 'l' }, { 0x0501, 'd' }, { 0x051B, 'q' },
	{ 0x051D, 'w' },
	/* Armenian */
	{ 0x0570, 'h' }, { 0x0578, 'n' }, { 0x057D, 'u' }, { 0x0585, 'o' }, { 0x0581, 'g' },
};

/* Capital letters of Greek that pass for another Latin letter than their small ones do: to be asked before the case is folded. */
static const struct {
	utf8proc_int32_t point;
	char latin;
} capitals[] = { { 0x0397, 'h' }, { 0x039C, 'm' }, { 0x039D, 'n' }, { 0x03A5, 'y' }, { 0x03A1, 'p' }, { 0x03A7, 'x' } };

static struct str
without_capitals(struct arena *arena, struct str s)
{
	struct buf b = buf_new(arena, s.length);

	while (s.length > 0) {
		struct str before = s;
		utf8proc_int32_t point = next_point(&s);
		size_t i = 0;

		while (i < ARRAY_LENGTH(capitals) && capitals[i].point != point)
			i++;
		if (i < ARRAY_LENGTH(capitals))
			buf_char(&b, capitals[i].latin);
		else
			buf_add(&b, str_head(before, before.length - s.length));
	}
	return buf_str(&b);
}

static char
latin_of(utf8proc_int32_t point)
{
	for (size_t i = 0; i < ARRAY_LENGTH(look_alikes); i++)
		if (look_alikes[i].point == point)
			return look_alikes[i].latin;
	return '\0';
}

struct str
text_looks(struct arena *arena, struct str s)
{
	struct str rest = text_one_line(arena, mapped(arena, without_capitals(arena, s), UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
	    UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK));
	struct buf b = buf_new(arena, rest.length);

	while (rest.length > 0) {
		struct str before = rest;
		char latin = latin_of(next_point(&rest));

		if (latin != '\0')
			buf_char(&b, latin);
		else
			buf_add(&b, str_head(before, before.length - rest.length));
	}
	return buf_str(&b);
}

/* What people write between the parts of a name, or leave out. */
static bool
is_separator(utf8proc_int32_t point)
{
	utf8proc_category_t category = utf8proc_category(point);

	return is_space(point) || category == UTF8PROC_CATEGORY_PD || category == UTF8PROC_CATEGORY_PC || point == '.' || point == '/';
}

struct str
text_key(struct arena *arena, struct str folded)
{
	struct str rest = folded;
	struct buf b = buf_new(arena, folded.length);

	while (rest.length > 0) {
		struct str before = rest;

		if (!is_separator(next_point(&rest)) || (b.length == 0 && str_starts(before, S("."))))
			buf_add(&b, str_head(before, before.length - rest.length));
	}
	return text_has_letters(buf_str(&b)) ? buf_str(&b) : folded;
}

bool
text_passes_for(struct arena *arena, struct str a, struct str b)
{
	if (is_ascii(a) && is_ascii(b))
		return false;
	return str_equal(text_key(arena, text_looks(arena, a)), text_key(arena, text_looks(arena, b)));
}

struct str
text_pattern(struct arena *arena, struct str typed)
{
	struct str folded = text_folded(arena, text_head(typed, TEXT_SEARCH_MOST));
	struct buf pattern = buf_new(arena, 2 * folded.length + 2);

	if (str_is_empty(folded))
		return S("");
	buf_char(&pattern, '%');
	for (size_t i = 0; i < folded.length; i++) {
		if (folded.at[i] == '%' || folded.at[i] == '_' || folded.at[i] == '~')
			buf_char(&pattern, '~');
		buf_char(&pattern, folded.at[i]);
	}
	buf_char(&pattern, '%');
	return buf_str(&pattern);
}
