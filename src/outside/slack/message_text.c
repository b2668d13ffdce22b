/* Escaping, cutting and the few things of mrkdwn that we print. UTF-8 is read here byte by byte, so that nothing ill-formed gets through. */
#include "outside/slack/message_text.h"

#include "base/arena.h"
#include "base/check.h"
#include "formats/when.h"

enum { HANGING_MOST = 24 };    /* how far back a cut looks for a character of its own: nobody needs more marks on one letter */

#define ELLIPSIS "…"

static size_t
length_by(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first < 0xC0 || first > 0xF4)
		return 0;
	return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/* One code point of s at `at`; 0 length for a byte that begins none. */
static size_t
point_at(struct str s, size_t at, uint32_t *point)
{
	static const uint32_t least[5] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned char first = (unsigned char)s.at[at];
	size_t length = length_by(first);

	if (length == 0 || length > s.length - at)
		return 0;
	*point = length == 1 ? first : first & (0xFFU >> (length + 1));
	for (size_t i = 1; i < length; i++) {
		unsigned char next = (unsigned char)s.at[at + i];

		if ((next & 0xC0) != 0x80)
			return 0;
		*point = *point << 6 | (next & 0x3F);
	}
	if (*point < least[length] || *point > 0x10FFFF || (*point >= 0xD800 && *point <= 0xDFFF))
		return 0;
	return length;
}

bool
slack_id_read(struct str text, const char *kinds, struct slack_id *out)
{
	*out = (struct slack_id){ { NULL, 0 } };
	if (text.length < 2 || text.length > SLACK_ID_MAX || text.at[0] == '\0' || strchr(kinds, text.at[0]) == NULL)
		return false;
	for (size_t i = 0; i < text.length; i++)
		if (!((text.at[i] >= 'A' && text.at[i] <= 'Z') || (text.at[i] >= '0' && text.at[i] <= '9')))
			return false;
	out->text = text;
	return true;
}

size_t
slack_length(struct str s)
{
	size_t units = 0;

	for (size_t i = 0; i < s.length; i++) {
		unsigned char c = (unsigned char)s.at[i];

		units += (c & 0xC0) != 0x80;
		units += c >= 0xF0;
	}
	return units;
}

/* Whether the point is drawn on the one before it: marks, variation selectors, skin tones, joiners. */
static bool
hangs(uint32_t point)
{
	static const uint32_t ranges[][2] = { { 0x300, 0x36F }, { 0x1AB0, 0x1AFF }, { 0x200D, 0x200D }, { 0x20D0, 0x20FF }, { 0xFE00, 0xFE0F },
		{ 0x1F3FB, 0x1F3FF }, { 0xE0020, 0xE007F } };

	for (size_t i = 0; i < ARRAY_LENGTH(ranges); i++)
		if (point >= ranges[i][0] && point <= ranges[i][1])
			return true;
	return false;
}

/* The start of the character (letter with its marks, joined emoji) that a cut before byte `at` would split. */
static size_t
border_before(struct str s, size_t at)
{
	for (size_t steps = 0; at > 0 && at < s.length && steps < HANGING_MOST; steps++) {
		size_t before = at - 1;
		uint32_t here = 0, last = 0;

		while (before > 0 && ((unsigned char)s.at[before] & 0xC0) == 0x80)
			before--;
		(void)point_at(s, at, &here);
		(void)point_at(s, before, &last);
		if (!hangs(here) && last != 0x200D)
			return at;
		at = before;
	}
	return at;
}

/* Bytes of the longest head of s that has at most `units` units. */
static size_t
head_of(struct str s, size_t units)
{
	size_t at = 0, used = 0;

	while (at < s.length) {
		uint32_t point = 0;
		size_t length = point_at(s, at, &point), wide = point > 0xFFFF ? 2 : 1;

		if (used + wide > units)
			break;
		used += wide;
		at += length > 0 ? length : 1;
	}
	return at;
}

struct str
slack_cut(struct arena *arena, struct str s, size_t most)
{
	size_t at;

	check(most >= 1);
	if (slack_length(s) <= most)
		return s;
	at = border_before(s, head_of(s, most - 1));
	return str_join(arena, 2, (struct str[]){ str_head(s, at), S(ELLIPSIS) });
}

static bool
is_invisible(uint32_t point)
{
	static const uint32_t ranges[][2] = { { 0, 0x1F }, { 0x7F, 0x9F }, { 0x61C, 0x61C }, { 0x200E, 0x200F }, { 0x202A, 0x202E },
		{ 0x2066, 0x2069 } };

	for (size_t i = 0; i < ARRAY_LENGTH(ranges); i++)
		if (point >= ranges[i][0] && point <= ranges[i][1])
			return true;
	return false;
}

/* Also the separators of lines and paragraphs that Unicode has beside the line feed. */
static bool
is_break(uint32_t point)
{
	return point == '\n' || point == '\t' || point == 0x2028 || point == 0x2029;
}

struct str
slack_clean(struct arena *arena, struct str s, bool keeps_lines)
{
	char *at = arena_take_plain(arena, s.length + 1);
	size_t used = 0;

	for (size_t i = 0; i < s.length;) {
		uint32_t point = 0;
		size_t length = point_at(s, i, &point);

		if (length > 0 && is_break(point)) {
			at[used++] = point == '\n' && keeps_lines ? '\n' : ' ';
		} else if (length > 0 && !is_invisible(point)) {
			memcpy(at + used, s.at + i, length);
			used += length;
		}
		i += length > 0 ? length : 1;
	}
	return (struct str){ at, used };
}

static void
escape_into(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.length; i++) {
		if (s.at[i] == '&')
			buf_add(out, S("&amp;"));
		else if (s.at[i] == '<')
			buf_add(out, S("&lt;"));
		else if (s.at[i] == '>')
			buf_add(out, S("&gt;"));
		else
			buf_char(out, s.at[i]);
	}
}

struct slack_text
slack_escape(struct arena *arena, struct str s)
{
	struct slack_line line = slack_line_new(arena);

	slack_theirs(&line, s);
	return slack_line_end(&line);
}

/* Where the token that begins at `at` ends: "&…;", "<…>", or one byte. */
static size_t
token_end(struct str s, size_t at)
{
	char close = s.at[at] == '&' ? ';' : s.at[at] == '<' ? '>' : '\0';
	struct str rest = str_skip(s, at);
	size_t end = close == '\0' ? 0 : str_find(rest, close);

	return close == '\0' || end == rest.length ? at + 1 : at + end + 1;
}

struct slack_text
slack_text_cut(struct arena *arena, struct slack_text text, size_t most)
{
	struct str s = text.mrkdwn;
	size_t at = 0, end;

	check(most >= 1);
	if (slack_length(s) <= most)
		return text;
	end = head_of(s, most - 1);
	while (at < end) {
		size_t next = token_end(s, at);

		if (next > end)
			break;
		at = next;
	}
	return (struct slack_text){ str_join(arena, 2, (struct str[]){ str_head(s, border_before(s, at)), S(ELLIPSIS) }) };
}

struct slack_line
slack_line_new(struct arena *arena)
{
	return (struct slack_line){ buf_new(arena, SLACK_LINE_MAX) };
}

void
slack_ours(struct slack_line *line, struct str sentence)
{
	buf_add(&line->buf, sentence);
}

void
slack_theirs(struct slack_line *line, struct str words)
{
	struct arena *arena = line->buf.arena;

	escape_into(&line->buf, slack_cut(arena, slack_clean(arena, words, false), SLACK_THEIRS_MAX));
}

void
slack_number(struct slack_line *line, int64_t number)
{
	buf_whole(&line->buf, number);
}

void
slack_done(struct slack_line *line, struct slack_text text)
{
	buf_add(&line->buf, text.mrkdwn);
}

void
slack_mention(struct slack_line *line, struct slack_id id, struct str name)
{
	struct slack_id checked;

	if (!slack_id_read(id.text, "UW", &checked)) {
		slack_theirs(line, name);
		return;
	}
	buf_add(&line->buf, S("<@"));
	buf_add(&line->buf, checked.text);
	buf_char(&line->buf, '>');
}

void
slack_date(struct slack_line *line, struct moment moment)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	struct wall wall = when_wall(NULL, moment);

	buf_format(&line->buf, "<!date^%lld^{date_short_pretty} {time}|%d %s %lld %02d:%02d UTC>", (long long)(moment.us / US_PER_SECOND),
	    wall.day, months[wall.month - 1], (long long)wall.year, wall.hour, wall.minute);
}

static bool
is_link(struct str url)
{
	if (!str_starts(url, S("https://")) && !str_starts(url, S("http://")))
		return false;
	for (size_t i = 0; i < url.length; i++)
		if ((unsigned char)url.at[i] <= ' ' || (unsigned char)url.at[i] >= 0x7F || strchr("<>|", url.at[i]) != NULL)
			return false;
	return true;
}

void
slack_link(struct slack_line *line, struct str url, struct str words)
{
	if (!is_link(url)) {
		slack_theirs(line, words);
		return;
	}
	buf_char(&line->buf, '<');
	escape_into(&line->buf, url);
	buf_char(&line->buf, '|');
	slack_theirs(line, words);
	buf_char(&line->buf, '>');
}

static const struct slack_fill *
fill_named(struct str name, size_t count, const struct slack_fill *fills)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(name, str_from(fills[i].name)))
			return &fills[i];
	return NULL;
}

void
slack_filled(struct slack_line *line, struct str sentence, size_t count, const struct slack_fill *fills)
{
	while (sentence.length > 0) {
		size_t open = str_find(sentence, '{');
		struct str rest = str_skip(sentence, open + 1);
		size_t close = str_find(rest, '}');
		const struct slack_fill *fill = close < rest.length ? fill_named(str_head(rest, close), count, fills) : NULL;

		slack_ours(line, str_head(sentence, open));
		if (open == sentence.length)
			return;
		if (fill != NULL)
			slack_done(line, fill->text);
		else
			slack_ours(line, S("{"));
		sentence = fill != NULL ? str_skip(rest, close + 1) : rest;
	}
}

/* Of a line that overflowed, nothing: half a mention or half an escape is worse, and an empty text is refused by every block. */
struct slack_text
slack_line_end(struct slack_line *line)
{
	return (struct slack_text){ line->buf.is_overflown ? S("") : buf_str(&line->buf) };
}
