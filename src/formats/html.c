/* The escapers. Each byte that HTML or a URL could take for its own is replaced; runs that need nothing are copied whole. */
#include "formats/html.h"

/* The reference that must stand for c. */
static const char *
reference_of(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return "";
	}
}

/* The same question for every byte of every page: a table answers it in one step. */
static const bool needs_reference[256] = { ['&'] = true, ['<'] = true, ['>'] = true, ['"'] = true, ['\''] = true };

/* Of eight bytes at once: is none of them one of those? & and ' differ in the lowest bit, < and > in the next one. */
static bool
are_plain(const char *at)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), highs = ones << 7;
	uint64_t word, and, angle, quote;

	memcpy(&word, at, sizeof(word));
	and = (word | ones) ^ ones * '\'';
	angle = (word | ones << 1) ^ ones * '>';
	quote = word ^ ones * '"';
	return ((((and - ones) & ~and) | ((angle - ones) & ~angle) | ((quote - ones) & ~quote)) & highs) == 0;
}

void
html_text(struct buf *out, struct str s)
{
	size_t begin = 0;

	for (size_t i = 0; i < s.length; i++) {
		while (i + sizeof(uint64_t) <= s.length && are_plain(s.at + i))
			i += sizeof(uint64_t);
		if (i == s.length || !needs_reference[(unsigned char)s.at[i]])
			continue;
		buf_add(out, (struct str){ s.at + begin, i - begin });
		buf_add(out, str_from(reference_of(s.at[i])));
		begin = i + 1;
	}
	if (begin < s.length)
		buf_add(out, (struct str){ s.at + begin, s.length - begin });
}

void
html_whole(struct buf *out, int64_t number)
{
	buf_whole(out, number);
}

void
html_whole_size(struct buf *out, size_t number)
{
	buf_format(out, "%zu", number);
}

void
html_markup(struct buf *out, struct html done)
{
	buf_add(out, done.markup);
}

/* Browsers drop tabs and line breaks inside an address and take "\" for "/", so none of them may stand in it. */
static bool
is_odd(unsigned char c)
{
	return c <= ' ' || c == '\\' || c == 0x7F;
}

/* Of eight bytes at once: is none of them odd? What lies above 0x7F never is. */
static bool
are_even(const char *at)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), highs = ones << 7;
	uint64_t word, slash, delete;

	memcpy(&word, at, sizeof(word));
	slash = word ^ ones * '\\';
	delete = word ^ ones * 0x7F;
	return ((((word - ones * (' ' + 1)) & ~word) | ((slash - ones) & ~slash) | ((delete - ones) & ~delete)) & highs) == 0;
}

static bool
has_odd_byte(struct str url)
{
	for (size_t i = 0; i < url.length; i++) {
		while (i + sizeof(uint64_t) <= url.length && are_even(url.at + i))
			i += sizeof(uint64_t);
		if (i < url.length && is_odd((unsigned char)url.at[i]))
			return true;
	}
	return false;
}

static bool
has_scheme(struct str url, struct str scheme)
{
	return url.length > scheme.length && str_equal_ascii_case(str_head(url, scheme.length), scheme);
}

static bool
is_own_or_plain(struct str url)
{
	if (url.length == 0 || has_odd_byte(url))
		return false;
	if (url.at[0] == '/')
		return url.length == 1 || url.at[1] != '/';
	return url.at[0] == '#' || url.at[0] == '?' || has_scheme(url, S("https://")) || has_scheme(url, S("http://")) ||
	    has_scheme(url, S("mailto:")) || has_scheme(url, S("otpauth:"));
}

void
html_url(struct buf *out, struct str url)
{
	html_text(out, is_own_or_plain(url) ? url : S("#"));
}

/* RFC 3986 2.3: letters, digits and "-._~", a bit for each byte; the address of every request on a page is asked. */
static bool
is_unreserved(unsigned char c)
{
	static const uint64_t bits[4] = { UINT64_C(0x03FF600000000000), UINT64_C(0x47FFFFFE87FFFFFE) };

	return (bits[c / 64] >> c % 64 & 1) != 0;
}

void
url_component(struct buf *out, struct str s)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t begin = 0;

	for (size_t i = 0; i < s.length; i++) {
		unsigned char byte = (unsigned char)s.at[i];

		if (is_unreserved(byte))
			continue;
		buf_add(out, (struct str){ s.at + begin, i - begin });
		buf_add(out, (struct str){ (char[]){ '%', digits[byte >> 4], digits[byte & 15] }, 3 });
		begin = i + 1;
	}
	buf_add(out, (struct str){ s.at + begin, s.length - begin });
}
