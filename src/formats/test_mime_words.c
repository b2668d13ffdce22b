/* What was spelled in ASCII reads as it was, by a reader of this file's own; every line and word keeps its limit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/mime.h"
#include "formats/testing_payloads.h"
#include "formats/text.h"

static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	arena_open(512 << 20, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static int
digit(char c)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c == '\0' ? NULL : strchr(digits, c);

	assert_true(at != NULL || c == '=');
	return at == NULL ? 0 : (int)(at - digits);
}

static void
read_base64(struct buf *out, struct str s)
{
	assert_int_equal(0, s.length % 4);
	for (size_t i = 0; i < s.length; i += 4) {
		int bits = digit(s.at[i]) << 18 | digit(s.at[i + 1]) << 12 | digit(s.at[i + 2]) << 6 | digit(s.at[i + 3]);

		buf_char(out, (char)(bits >> 16));
		if (s.at[i + 2] != '=')
			buf_char(out, (char)(bits >> 8));
		if (s.at[i + 3] != '=')
			buf_char(out, (char)bits);
	}
}

static char
read_hex(const char *at)
{
	char two[3] = { at[0], at[1], '\0' };

	return (char)strtol(two, NULL, 16);
}

/* "Q" of a header, where "_" is a blank; of a body, where "=" at the end of a line joins it to the next. */
static void
read_quoted(struct buf *out, struct str s, bool is_word)
{
	for (size_t i = 0; i < s.length; i++) {
		if (s.at[i] == '_' && is_word) {
			buf_char(out, ' ');
		} else if (s.at[i] == '=' && !is_word && str_starts(str_skip(s, i), S("=\r\n"))) {
			i += 2;
		} else if (s.at[i] == '=') {
			buf_char(out, read_hex(s.at + i + 1));
			i += 2;
		} else {
			buf_char(out, s.at[i]);
		}
	}
}

/* Encoded words with folds between them; each by itself must be whole characters. */
static struct str
read_words(struct str text, size_t before)
{
	struct buf out = buf_new(arena, 64 << 10);
	struct str line;

	while (str_next(&text, '\n', &line)) {
		struct str word = str_trim(line);
		struct buf one = buf_new(arena, 4096);

		assert_in_range(before + (str_ends(line, S("\r")) ? line.length - 1 : line.length), 0, MIME_LINE_MAX);
		before = 0;
		if (word.length == 0)
			continue;
		assert_in_range(word.length, 13, 75);
		assert_true(str_ends(word, S("?=")) && (str_starts(word, S("=?utf-8?q?")) || str_starts(word, S("=?utf-8?b?"))));
		if (word.at[8] == 'b')
			read_base64(&one, str_head(str_skip(word, 10), word.length - 12));
		else
			read_quoted(&one, str_head(str_skip(word, 10), word.length - 12), true);
		assert_true(text_is_utf8(buf_str(&one)));
		buf_add(&out, buf_str(&one));
	}
	return buf_str(&out);
}

static void
try_words(struct str text)
{
	static const size_t befores[] = { 4, 9, 40, 52, 75, 200 };

	for (size_t i = 0; i < ARRAY_LENGTH(befores); i++) {
		struct buf out = buf_new(arena, 64 << 10);
		struct str back;

		mime_words_print(&out, text, befores[i]);
		back = read_words(buf_str(&out), befores[i] > MIME_LINE_MAX ? 0 : befores[i]);
		assert_int_equal(text.length, back.length);
		assert_memory_equal(text.at, back.at, back.length);
	}
}

static const char *const scripts[] = {
	"plain words of ASCII", "d\xc3\xa4""na m\xc3\xbc""ller-l\xc3\xbc""denscheidt", "\xe5\xb1\xb1\xe7\x94\xb0\xe5\xa4\xaa\xe9\x83\x8e",
	"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb \xf0\x9f\x87\xb8\xf0\x9f\x87\xac",
	"\xe0\xa4\xa8\xe0\xa4\xae\xe0\xa4\xb8\xe0\xa5\x8d\xe0\xa4\xa4\xe0\xa5\x87", "=?utf-8?q?not=20yours?=", " blanks at both ends ", "a_b?c=d", "\"quoted\" \\ (not)",
};

static void
words_of_any_script_and_length_read_as_they_were(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(scripts); i++) {
		struct buf long_one = buf_new(arena, MIME_TEXT_MAX);

		try_words(str_from(scripts[i]));
		/* Every length, so that every cut between two words falls everywhere once. */
		for (size_t k = 0; !long_one.is_overflown; k++)
			buf_add(&long_one, text_head((struct str){ scripts[(i + k) % ARRAY_LENGTH(scripts)], strlen(scripts[(i + k) % ARRAY_LENGTH(scripts)]) }, 1 + k % 7));
		for (size_t k = 1; k <= text_length(buf_str(&long_one)); k++)
			try_words(text_head(buf_str(&long_one), k));
	}
	for (size_t i = 0; i < ARRAY_LENGTH(payloads); i++)
		try_words(str_from(payloads[i]));
}

static void
what_is_plain_stands_as_it_is(void **state)
{
	(void)state;
	assert_true(mime_is_plain(S("Your turn: 0123"), 9));
	assert_false(mime_is_plain(S(" blank"), 9));
	assert_false(mime_is_plain(S("blank "), 9));
	assert_false(mime_is_plain(S("an =?utf-8?q?encoded?= word"), 9));
	assert_false(mime_is_plain(S("tab\t"), 9));
	assert_false(mime_is_plain(S("d\xc3\xa4na"), 9));
	assert_true(mime_is_plain(S("1234567890"), MIME_LINE_MAX - 10));
	assert_false(mime_is_plain(S("1234567890"), MIME_LINE_MAX - 9));
}

static void
judge_line(struct str line)
{
	assert_true(str_ends(line, S("\r")));
	assert_in_range(line.length - 1, 0, MIME_LINE_MAX);
	assert_true(line.length < 2 || (line.at[line.length - 2] != ' ' && line.at[line.length - 2] != '\t'));
	assert_false(str_starts(line, S("From ")));
	for (size_t i = 0; i + 1 < line.length; i++)
		assert_true(line.at[i] == '\t' || (line.at[i] >= ' ' && line.at[i] <= '~'));
}

/* The body as a reader has it, its ends of lines as \n, one of them at the end. */
static struct str
read_body(struct str body, bool is_base64)
{
	struct buf raw = buf_new(arena, 512 << 10), out = buf_new(arena, 512 << 10);
	struct str rest = body, line;

	assert_true(body.length == 0 || str_ends(body, S("\r\n")));
	while (str_next(&rest, '\n', &line) && line.length > 0) {
		judge_line(line);
		if (is_base64)
			read_base64(&raw, str_head(line, line.length - 1));
	}
	if (!is_base64)
		read_quoted(&raw, body, false);
	for (size_t i = 0; i < raw.length; i++)
		if (raw.at[i] != '\r' || i + 1 == raw.length || raw.at[i + 1] != '\n')
			buf_char(&out, raw.at[i]);
	return buf_str(&out);
}

static void
try_body(struct str text)
{
	static const struct str encodings[] = { S_STATIC("base64"), S_STATIC("quoted-printable") };
	size_t lengths[2];

	for (size_t i = 0; i < 2; i++) {
		struct buf out = buf_new(arena, 512 << 10);
		struct str back;

		mime_body_print(&out, text, encodings[i]);
		lengths[i] = out.length;
		back = read_body(buf_str(&out), i == 0);
		/* Quoted-printable ends each text with the end of a line. */
		assert_true(back.length == text.length || (i == 1 && back.length == text.length + 1 && back.at[text.length] == '\n'));
		assert_memory_equal(text.at, back.at, text.length);
	}
	assert_true(str_equal(mime_encoding(text), lengths[0] < lengths[1] ? S("base64") : S("quoted-printable")));
}

static void
bodies_read_as_they_were_in_the_shorter_spelling(void **state)
{
	static const char *const odd[] = { "x", "\n", "\n\n", "blank \nat \tends\t", "From here\nFrom there\n.\n..\n.dots", "=", "a = b\n==\n",
		"-- \nfooter", "--=_a_0x7k2mq4c9v1b--\n" };
	struct buf all = buf_new(arena, 100 << 10);

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(odd); i++)
		try_body(str_from(odd[i]));
	for (size_t i = 0; i < ARRAY_LENGTH(scripts); i++)
		try_body(str_from(scripts[i]));
	for (size_t i = 0; i < ARRAY_LENGTH(payloads); i++) {
		try_body(str_from(payloads[i]));
		buf_add(&all, str_from(payloads[i]));
		buf_add(&all, i % 3 == 0 ? S("\n") : S(" "));
	}
	for (size_t i = 0; i < 400; i++)
		try_body(str_head(buf_str(&all), i * 7));
	assert_true(str_equal(S("base64"), mime_encoding(str_from(scripts[2]))));
	assert_true(str_equal(S("quoted-printable"), mime_encoding(str_from(scripts[0]))));
}

static void
lines_that_end_either_way_end_the_same(void **state)
{
	struct buf one = buf_new(arena, 1000), other = buf_new(arena, 1000);

	(void)state;
	mime_body_print(&one, S("a \r\nb\r\n"), S("quoted-printable"));
	mime_body_print(&other, S("a \nb\n"), S("quoted-printable"));
	assert_string_equal("a=20\r\nb\r\n", str_c(arena, buf_str(&one)));
	assert_true(str_equal(buf_str(&one), buf_str(&other)));
	one.length = other.length = 0;
	mime_body_print(&one, S("a\r\nb\r\n"), S("base64"));
	mime_body_print(&other, S("a\nb\n"), S("base64"));
	assert_string_equal("YQ0KYg0K\r\n", str_c(arena, buf_str(&one)));
	assert_true(str_equal(buf_str(&one), buf_str(&other)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_any_script_and_length_read_as_they_were),
		cmocka_unit_test(what_is_plain_stands_as_it_is),
		cmocka_unit_test(bodies_read_as_they_were_in_the_shorter_spelling),
		cmocka_unit_test(lines_that_end_either_way_end_the_same),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
