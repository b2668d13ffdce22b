/* One letter, word for word, as text and as HTML; what its blocks are; and that nothing in it becomes markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/letter.h"
#include "formats/testing_letter.h"
#include "formats/testing_payloads.h"
#include "formats/text.h"

static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	arena_open(64 << 20, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static void
a_letter_reads_so_as_text_and_so_as_html(void **state)
{
	struct letter letter;

	(void)state;
	assert_int_equal(OK, letter_print(arena, &testing_letter, &letter));
	assert_string_equal(
	    "\xd7\x93\xd7\xa0\xd7\x94, it is your turn: answer \xe5\xb1\xb1\xe7\x94\xb0\xe5\xa4\xaa\xe9\x83\x8e.\n\n"
	    "He asks <which> \"framework\" & version.\nTake your time.\n\n"
	    "Number & key: 0x7k2mq4c9v1b\nAnswer by: Tue 1 Dec 2026, 18:00 SGT (UTC+8)\n\n"
	    "- no need to be long\n- the clock stands still meanwhile\n\n"
	    "Answer the question:\nhttps://mentors.example/a/t0ken?x=1&y=2\n\n"
	    "Open the request:\nhttps://mentors.example/p/op/requests/0x7k\n\n"
	    "Questions? Ana Lim coordinates this programme; an answer to this mail reaches her.\n\n"
	    "-- \nYou get this since you asked for a mentor in Operation Code.\n"
	    "Stop mails of this kind:\nhttps://mentors.example/a/st0p\n", str_c(arena, letter.text));
	assert_string_equal(
	    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
	    "<title>\xe5\xb1\xb1\xe7\x94\xb0\xe5\xa4\xaa\xe9\x83\x8e asks you something</title>\n</head>\n<body style=\"margin:0;padding:0\">\n"
	    "<div style=\"display:none;max-height:0;overflow:hidden\">One question, one answer</div>\n"
	    "<table role=\"presentation\" style=\"width:600px;max-width:100%;margin:0 auto;border-collapse:collapse\">\n"
	    "<tr><td style=\"padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif\">\n"
	    "<p dir=\"auto\" style=\"margin:0 0 16px;font-size:18px;font-weight:600\">"
	    "\xd7\x93\xd7\xa0\xd7\x94, it is your turn: answer \xe5\xb1\xb1\xe7\x94\xb0\xe5\xa4\xaa\xe9\x83\x8e.</p>\n"
	    "<p dir=\"auto\" style=\"margin:0 0 16px\">He asks &lt;which&gt; &quot;framework&quot; &amp; version.<br>\nTake your time.</p>\n"
	    "<table style=\"margin:0 0 16px;border-collapse:collapse\">\n"
	    "<tr><th scope=\"row\" dir=\"auto\" style=\"padding:0 16px 4px 0;text-align:start;vertical-align:top;font-weight:600\">Number &amp; key</th>"
	    "<td dir=\"auto\" style=\"padding:0 0 4px;vertical-align:top\">0x7k2mq4c9v1b</td></tr>\n"
	    "<tr><th scope=\"row\" dir=\"auto\" style=\"padding:0 16px 4px 0;text-align:start;vertical-align:top;font-weight:600\">Answer by</th>"
	    "<td dir=\"auto\" style=\"padding:0 0 4px;vertical-align:top\">Tue 1 Dec 2026, 18:00 SGT (UTC+8)</td></tr>\n"
	    "</table>\n"
	    "<ul style=\"margin:0 0 16px;padding:0 0 0 24px\">\n<li dir=\"auto\">no need to be long</li>\n"
	    "<li dir=\"auto\">the clock stands still meanwhile</li>\n</ul>\n"
	    "<p dir=\"auto\" style=\"margin:0 0 16px\"><a href=\"https://mentors.example/a/t0ken?x=1&amp;y=2\" style=\"display:inline-block;"
	    "padding:12px 24px;border-radius:8px;background:#007780;color:#ffffff;font-weight:600;text-decoration:none\">Answer the question</a></p>\n"
	    "<p dir=\"auto\" style=\"margin:0 0 8px;font-size:13px\"><a href=\"https://mentors.example/a/t0ken?x=1&amp;y=2\" "
	    "style=\"word-break:break-all\">https://mentors.example/a/t0ken?x=1&amp;y=2</a></p>\n"
	    "<p dir=\"auto\" style=\"margin:0 0 16px\"><a href=\"https://mentors.example/p/op/requests/0x7k\">Open the request</a></p>\n"
	    "<hr style=\"margin:24px 0 16px;border:0;border-top:1px solid #80878f\">\n"
	    "<p dir=\"auto\" style=\"margin:0 0 8px;font-size:13px\">Questions? Ana Lim coordinates this programme; an answer to this mail reaches her.</p>\n"
	    "<p dir=\"auto\" style=\"margin:0 0 8px;font-size:13px\">You get this since you asked for a mentor in Operation Code.</p>\n"
	    "<p dir=\"auto\" style=\"margin:0 0 8px;font-size:13px\"><a href=\"https://mentors.example/a/st0p\">Stop mails of this kind</a></p>\n"
	    "</td></tr>\n</table>\n</body>\n</html>\n", str_c(arena, letter.html));
}

static void
a_letter_may_do_without_button_links_and_stop(void **state)
{
	struct letter_parts p = { .language = S("en"), .subject = S("s"), .body = S("\n\n\none line\n\n\n"), .reason = S("because") };
	struct letter letter;

	(void)state;
	assert_int_equal(OK, letter_print(arena, &p, &letter));
	assert_string_equal("one line\n\n-- \nbecause\n", str_c(arena, letter.text));
	assert_false(str_has(letter.html, S("<a ")));
	assert_false(str_has(letter.html, S("display:none")));
}

static void
blocks_are_known_by_their_lines(void **state)
{
	static const struct {
		const char *body;
		enum letter_block_kind kind;
	} rows[] = {
		{ "A line.", LETTER_PARAGRAPH }, { "- one", LETTER_LIST }, { "- one\n- two", LETTER_LIST }, { "- one\ntwo", LETTER_PARAGRAPH }, { "-one", LETTER_PARAGRAPH },
		{ "When: now", LETTER_ROWS }, { "When: now\nWhere: here", LETTER_ROWS }, { "When: now\nand here", LETTER_PARAGRAPH }, { "When:", LETTER_PARAGRAPH },
		{ "When: ", LETTER_PARAGRAPH }, { "https://mentors.example", LETTER_PARAGRAPH }, { "Dear Ana, note: it rains", LETTER_PARAGRAPH }, { ": x", LETTER_PARAGRAPH },
		{ "1234567890123456789012345678901234567890: fits", LETTER_ROWS }, { "12345678901234567890123456789012345678901: does not", LETTER_PARAGRAPH },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		struct str body = str_from(rows[i].body);
		struct letter_block block;

		assert_true(letter_block_next(&body, &block));
		assert_int_equal(rows[i].kind, block.kind);
		assert_true(str_equal(str_from(rows[i].body), block.lines));
		assert_false(letter_block_next(&body, &block));
	}
}

static void
lines_come_without_their_marks(void **state)
{
	struct str body = S("\n- one\n- - two\n\n\nWhen: now: then\n\nlast: but\none"), label, value;
	struct letter_block block;

	(void)state;
	assert_true(letter_block_next(&body, &block));
	assert_true(letter_line_next(&block, &label, &value) && str_equal(S("one"), value) && str_is_empty(label));
	assert_true(letter_line_next(&block, &label, &value) && str_equal(S("- two"), value));
	assert_false(letter_line_next(&block, &label, &value));
	assert_true(letter_block_next(&body, &block));
	assert_true(letter_line_next(&block, &label, &value) && str_equal(S("When"), label) && str_equal(S("now: then"), value));
	assert_true(letter_block_next(&body, &block));
	assert_true(letter_line_next(&block, &label, &value) && str_equal(S("last: but"), value) && str_is_empty(label));
	assert_true(letter_line_next(&block, &label, &value) && str_equal(S("one"), value));
	assert_false(letter_block_next(&body, &block));
}

enum field { BODY, BODY_ITEM, BODY_ROW, LANGUAGE, SUBJECT, PREHEADER, ACTION_WORDS, ACTION_URL, LINK_WORDS, LINK_URL, ANSWER_TO, REASON, STOP_WORDS, STOP_URL, FIELDS };

static enum outcome
print_with(enum field field, struct str text, struct letter *out)
{
	struct letter_parts p = testing_letter;
	struct letter_link link = testing_letter.links[0];
	struct str *places[FIELDS] = { &p.body, &p.body, &p.body, &p.language, &p.subject, &p.preheader, &p.action.words, &p.action.url, &link.words, &link.url, &p.answer_to,
		&p.reason, &p.stop.words, &p.stop.url };

	*places[field] = text;
	p.links = &link;
	return letter_print(arena, &p, out);
}

static size_t
count_of(struct str s, const char *signs)
{
	size_t count = 0;

	for (size_t i = 0; i < s.length; i++)
		count += s.at[i] != '\0' && strchr(signs, s.at[i]) != NULL;
	return count;
}

static bool
is_taken(enum field field, struct str text)
{
	if (field == ACTION_URL || field == LINK_URL || field == STOP_URL)
		return false;
	return text_is_utf8(text) && !text_has_controls(text, field <= BODY_ROW);
}

/* The same tags and attributes, whatever the words are: no "<", ">" or quote more than with a harmless word. Lines of a body may make lines. */
static void
try_text(enum field field, struct str text, struct str harmless)
{
	enum outcome wanted = is_taken(field, text) ? OK : BAD_INPUT;
	static const char *const before[] = { "a paragraph, ", "- ", "Label: " };
	struct letter letter;

	if (field <= BODY_ROW)
		text = str_join(arena, 2, (struct str[]){ str_from(before[field]), text });
	assert_int_equal(wanted, print_with(field, text, &letter));
	if (wanted == OK && !str_has(text, S("\n")))
		assert_int_equal(count_of(harmless, "<>\""), count_of(letter.html, "<>\""));
	if (wanted == OK)
		assert_false(str_has(letter.html, S("<script")) || str_has(letter.html, S("<img")));
}

static void
no_text_becomes_markup(void **state)
{
	static const char *const words[] = { "word", "- word", "Label: word" };

	(void)state;
	for (int i = 0; i < FIELDS; i++) {
		enum field field = (enum field)i;
		bool is_url = field == ACTION_URL || field == LINK_URL || field == STOP_URL;
		struct letter harmless;

		assert_int_equal(OK, print_with(field, is_url ? S("https://mentors.example/") : str_from(words[i < 3 ? i : 0]), &harmless));
		for (size_t k = 0; k < ARRAY_LENGTH(payloads); k++)
			try_text(field, str_from(payloads[k]), harmless.html);
		for (size_t k = 0; k < ARRAY_LENGTH(controls); k++)
			try_text(field, str_from(controls[k]), harmless.html);
		try_text(field, S("nul\0here"), harmless.html);
	}
}

static void
what_a_letter_must_have_is_demanded(void **state)
{
	struct letter_link links[LETTER_LINKS_MAX + 1];
	struct letter_parts p = testing_letter;
	struct letter letter;

	(void)state;
	assert_int_equal(BAD_INPUT, print_with(SUBJECT, S(""), &letter));
	assert_int_equal(BAD_INPUT, print_with(BODY, S(" \n\n"), &letter));
	assert_int_equal(BAD_INPUT, print_with(BODY, S("a\xe2\x80\xae""b"), &letter));
	assert_int_equal(BAD_INPUT, print_with(REASON, S(""), &letter));
	assert_int_equal(BAD_INPUT, print_with(ACTION_WORDS, S(""), &letter));
	assert_int_equal(BAD_INPUT, print_with(ACTION_URL, S("javascript:alert(1)"), &letter));
	assert_int_equal(BAD_INPUT, print_with(STOP_WORDS, S(""), &letter));
	for (size_t i = 0; i < ARRAY_LENGTH(links); i++)
		links[i] = testing_letter.action;
	p.links = links;
	p.link_count = LETTER_LINKS_MAX;
	assert_int_equal(OK, letter_print(arena, &p, &letter));
	p.link_count++;
	assert_int_equal(BAD_INPUT, letter_print(arena, &p, &letter));
}

static void
several_letters_in_one_stand_apart_each_with_its_own_stop(void **state)
{
	const struct letter_link link = { S("Look"), S("https://mentors.example.org/x") }, stop = { S("No more of these"), S("https://mentors.example.org/u/a") };
	struct letter_section sections[LETTER_SECTIONS_MAX + 1];
	struct letter_parts p = testing_letter;
	struct letter letter;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(sections); i++)
		sections[i] = (struct letter_section){ .title = S("<One> & more"), .body = S("It is so.\n\n- an item"), .links = &link, .link_count = 1, .stop = stop };
	p.sections = sections;
	p.section_count = 2;
	assert_int_equal(OK, letter_print(arena, &p, &letter));
	assert_true(str_has(letter.text, S("* * *\n\n<One> & more\n\nIt is so.\n\n- an item\n\nLook:\nhttps://mentors.example.org/x\n\n"
	    "No more of these:\nhttps://mentors.example.org/u/a\n\n* * *")));
	assert_true(str_has(letter.html, S("&lt;One&gt; &amp; more</h2>")));
	assert_false(str_has(letter.html, S("<One>")));
	sections[1].title = S("a\nb");
	assert_int_equal(BAD_INPUT, letter_print(arena, &p, &letter));
	sections[1].title = sections[0].title;
	sections[1].stop.url = S("javascript:alert(1)");
	assert_int_equal(BAD_INPUT, letter_print(arena, &p, &letter));
	sections[1].stop = stop;
	p.section_count = LETTER_SECTIONS_MAX + 1;
	assert_int_equal(BAD_INPUT, letter_print(arena, &p, &letter));
}

static void
a_letter_that_grows_too_long_is_refused(void **state)
{
	char *at = arena_take(arena, LETTER_PART_MAX + 1);
	struct letter letter;

	(void)state;
	memset(at, 'x', LETTER_PART_MAX + 1);
	assert_int_equal(OK, print_with(BODY, (struct str){ at, LETTER_PART_MAX - 5000 }, &letter));
	assert_int_equal(TOO_LARGE, print_with(BODY, (struct str){ at, LETTER_PART_MAX }, &letter));
	assert_int_equal(TOO_LARGE, print_with(BODY, (struct str){ at, LETTER_PART_MAX + 1 }, &letter));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_reads_so_as_text_and_so_as_html),
		cmocka_unit_test(a_letter_may_do_without_button_links_and_stop),
		cmocka_unit_test(blocks_are_known_by_their_lines),
		cmocka_unit_test(lines_come_without_their_marks),
		cmocka_unit_test(no_text_becomes_markup),
		cmocka_unit_test(what_a_letter_must_have_is_demanded),
		cmocka_unit_test(several_letters_in_one_stand_apart_each_with_its_own_stop),
		cmocka_unit_test(a_letter_that_grows_too_long_is_refused),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
