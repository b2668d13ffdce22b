/* Text in many scripts. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/text.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open(1 << 20, &arena);
	return 0;
}

static int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

#define assert_str(wanted, given) \
	do { \
		struct str is = (given); \
		assert_int_equal(sizeof(wanted) - 1, is.length); \
		assert_memory_equal(wanted, is.at == NULL ? "" : is.at, is.length); \
	} while (0)

static void
only_well_formed_utf_8_passes(void **state)
{
	static const char *const bad[] = { "\xff", "a\x80", "\xc3", "\xe4\xbd", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80" };

	(void)state;
	assert_true(text_is_utf8(S("")));
	assert_true(text_is_utf8(S("a é 你好 \xf0\x9f\x91\x8b")));
	assert_false(text_is_utf8(S("a\0b")));
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_false(text_is_utf8(str_from(bad[i])));
}

static void
length_counts_characters_not_bytes(void **state)
{
	(void)state;
	assert_int_equal(0, text_length(S("")));
	assert_int_equal(6, text_length(S("Łukasz")));
	assert_int_equal(2, text_length(S("你好")));
	assert_str("Łu", text_head(S("Łukasz"), 2));
	assert_str("ab", text_head(S("ab"), 5));
	assert_str("Łukasz i Zofia", text_short(arena, S("Łukasz i Zofia"), 14));
	assert_str("Łukasz i…", text_short(arena, S("Łukasz i Zofia"), 13));
	assert_str("Łukasz…", text_short(arena, S("Łukasz i Zofia"), 8));
	assert_str("abcd…", text_short(arena, S("abcdefgh"), 5));
}

static void
the_shown_length_leaves_out_what_shows_nothing(void **state)
{
	(void)state;
	assert_int_equal(0, text_length_shown(S("")));
	assert_int_equal(0, text_length_shown(S(" \u200b\u3164\u2800")));
	assert_int_equal(3, text_length_shown(S("a b")));
	assert_int_equal(3, text_length_shown(S(" a \u00a0\u3000\n b ")));
	assert_int_equal(2, text_length_shown(S("a\u200b\u200d\u2060\u2800\u3164\ufeff" "b")));
	assert_int_equal(3, text_length_shown(S("a\u200b \u200b" "b")));
	assert_int_equal(2, text_length_shown(S("你好")));
	assert_int_equal(1, text_length_shown(S("\u2764\ufe0f")));
}

static void
what_shows_nothing_is_blank(void **state)
{
	(void)state;
	assert_str("", text_trim(S(" \t\r\n\u00a0\u2003\u3000\u200b\u2060\ufeff\u3164\u2800\u00ad")));
	assert_str("a  b", text_trim(S("\u00a0a  b\u3000\n")));
	assert_str("你好", text_trim(S("\u3000你好\u200b")));
	assert_str("", text_trim(S("")));
	assert_str("", text_trim((struct str){ NULL, 0 }));
	assert_str("\u2764\ufe0f", text_trim(S(" \u2764\ufe0f ")));    /* the heart stays red */
	assert_str("", text_trim(S(" \ufe0f")));
}

static void
one_line_makes_a_run_of_blanks_one_space(void **state)
{
	(void)state;
	assert_str("Ana María", text_one_line(arena, S("  Ana\n\t\u00a0María ")));
	assert_str("", text_one_line(arena, S(" \n ")));
	assert_str("می\u200cخواهم", text_one_line(arena, S("می\u200cخواهم")));    /* the joiner is part of the word */
}

static void
control_characters_and_turning_marks_are_found(void **state)
{
	(void)state;
	assert_false(text_has_controls(S("مرحبا Łukasz 你好"), false));
	assert_true(text_has_controls(S("a\nb"), false));
	assert_false(text_has_controls(S("a\r\n\tb"), true));
	assert_true(text_has_controls(S("a\x1b[2J"), true));
	assert_true(text_has_controls(S("a\u202egnp.exe"), true));
	assert_true(text_has_controls(S("a\u2066b"), true));
}

static void
letters_of_every_script_are_letters(void **state)
{
	(void)state;
	assert_true(text_has_letters(S("12 a")));
	assert_true(text_has_letters(S("你")));
	assert_false(text_has_letters(S("12 · – → \u20ac !")));
}

static void
text_is_stored_composed(void **state)
{
	(void)state;
	assert_str("\u00e9", text_nfc(arena, S("e\u0301")));
	assert_str("\ufb01", text_nfc(arena, S("\ufb01")));    /* a ligature is kept as typed */
	assert_str("", text_nfc(arena, S("")));
}

static void
folding_makes_case_width_and_blanks_the_same(void **state)
{
	(void)state;
	assert_true(str_equal(text_folded(arena, S("JavaScript")), text_folded(arena, S(" JAVASCRIPT "))));
	assert_true(str_equal(text_folded(arena, S("\ufb01ne  \u00c4")), text_folded(arena, S("FINE a\u0308"))));
	assert_true(str_equal(text_folded(arena, S("Stra\u00dfe")), text_folded(arena, S("STRASSE"))));
	assert_true(str_equal(text_folded(arena, S("\uff23\uff33\uff33")), text_folded(arena, S("css"))));
	assert_false(str_equal(text_folded(arena, S("C++")), text_folded(arena, S("C"))));
	assert_false(str_equal(text_folded(arena, S("C#")), text_folded(arena, S("C"))));
}

static void
look_alike_names_have_the_same_looks(void **state)
{
	(void)state;
	assert_true(str_equal(text_looks(arena, S("Ana Pope")), text_looks(arena, S("\u0410n\u0430 \u0420o\u0440\u0435"))));
	assert_true(str_equal(text_looks(arena, S("Paul")), text_looks(arena, S("Pau1"))));
	assert_true(str_equal(text_looks(arena, S("Jose")), text_looks(arena, S("JOS\u00c9"))));
	assert_true(str_equal(text_looks(arena, S("Ana\u200b")), text_looks(arena, S("Ana"))));
	assert_false(str_equal(text_looks(arena, S("Ana")), text_looks(arena, S("Eva"))));
	assert_false(str_equal(text_looks(arena, S("你好")), text_looks(arena, S("您好"))));
}

/* Names of things: what is one, and what only looks like one. */
static void
one_name_has_one_key_however_its_parts_are_written(void **state)
{
	static const struct {
		const char *a, *b;
		bool is_one, passes;
	} names[] = {
		{ "JavaScript", "java-script", true, false },
		{ "JavaScript", "Java_Script", true, false },
		{ "JavaScript", "Java\u2011Script", true, true },    /* a hyphen that does not break */
		{ "JS", "J.S.", true, false },
		{ "Node.js", "Node JS", true, false },
		{ "CI/CD", "ci cd", true, false },
		{ "C++", "C ++", true, false },
		{ "C", "C++", false, false },
		{ "C", "C#", false, false },
		{ "C++", "C#", false, false },
		{ ".NET", "Net", false, false },
		{ ".NET", ".net", true, false },
		{ "Java", "JavaScript", false, false },
		{ "AI", "AL", false, false },
		{ "AI", "retail", false, false },
		{ "Cafe", "Caf\u00e9", false, true },
		{ "--", "..", false, false },
		{ "AI", "\u0391I", false, true },                 /* Greek */
		{ "AI", "\u0410\u0406", false, true },            /* Cyrillic throughout */
		{ "HTML", "\u0397TML", false, true },             /* a Greek eta passes for H, small it passes for n */
		{ "Python", "Pyth\u043en", false, true },
		{ "Node.js", "N\u043ede js", false, true },
		{ "\u0421++", "C++", false, true },
		{ "\u674e", "\u6750", false, false },
		{ "\u0393\u03bb\u03ce\u03c3\u03c3\u03b1", "Greek", false, false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
		struct str a = str_from(names[i].a), b = str_from(names[i].b);

		if (names[i].is_one != str_equal(text_key(arena, text_folded(arena, a)), text_key(arena, text_folded(arena, b))))
			fail_msg("\"%s\" and \"%s\": %s", names[i].a, names[i].b, names[i].is_one ? "are one" : "are two");
		if (names[i].passes != text_passes_for(arena, a, b) || names[i].passes != text_passes_for(arena, b, a))
			fail_msg("\"%s\" and \"%s\": %s", names[i].a, names[i].b, names[i].passes ? "pass for each other" : "do not");
	}
}

static void
a_search_is_a_pattern_whose_signs_mean_themselves(void **state)
{
	(void)state;
	assert_true(str_equal(S("%caf\u00e9%"), text_pattern(arena, S("  CAF\u00c9 "))));
	assert_true(str_equal(S("%100~%~_~~%"), text_pattern(arena, S("100%_~"))));
	assert_int_equal(0, text_pattern(arena, S(" \t")).length);
}

/* Printable ASCII goes a short way: the same words with a sign behind them that does not go it come out the same. */
static void
plain_text_comes_out_as_by_the_long_way(void **state)
{
	static const char *const plain[] = { "Ana Lind", "a  B   c", "ANA@Example.ORG", "x", "~!|{}", "A1 b2  C3" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(plain); i++) {
		struct str s = str_from(plain[i]), longer = str_join(arena, 2, (struct str[]){ s, S("\u00e9") }), more;

		more = text_folded(arena, longer);
		assert_true(str_equal(text_folded(arena, s), str_head(more, more.length - 2)));
		more = text_one_line(arena, longer);
		assert_true(str_equal(text_one_line(arena, s), str_head(more, more.length - 2)));
		more = text_nfc(arena, longer);
		assert_true(str_equal(text_nfc(arena, s), str_head(more, more.length - 2)));
		assert_int_equal(text_length_shown(s) + 1, text_length_shown(longer));
		assert_true(str_equal(s, text_trim(str_join(arena, 3, (struct str[]){ S("  "), s, S(" ") }))));
		assert_true(str_equal(text_folded(arena, s), text_folded(arena, str_join(arena, 3, (struct str[]){ S("  "), s, S(" ") }))));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_well_formed_utf_8_passes),
		cmocka_unit_test(length_counts_characters_not_bytes),
		cmocka_unit_test(the_shown_length_leaves_out_what_shows_nothing),
		cmocka_unit_test(what_shows_nothing_is_blank),
		cmocka_unit_test(one_line_makes_a_run_of_blanks_one_space),
		cmocka_unit_test(control_characters_and_turning_marks_are_found),
		cmocka_unit_test(letters_of_every_script_are_letters),
		cmocka_unit_test(text_is_stored_composed),
		cmocka_unit_test(folding_makes_case_width_and_blanks_the_same),
		cmocka_unit_test(look_alike_names_have_the_same_looks),
		cmocka_unit_test(one_name_has_one_key_however_its_parts_are_written),
		cmocka_unit_test(a_search_is_a_pattern_whose_signs_mean_themselves),
		cmocka_unit_test(plain_text_comes_out_as_by_the_long_way),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
