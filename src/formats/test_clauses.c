/* Clauses have one number each, and two versions are told apart by them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/markdown.h"
#include "formats/wording.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena_open(32 << 20, &arena);
	return 0;
}

static int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static bool
shows(const char *markdown, const char *part)
{
	return str_has(clauses_html(arena, str_from(markdown)).markup, str_from(part));
}

/* "1 Be kind. | 2 Be there.": number and words of each. */
static const char *
read_as_line(const char *markdown)
{
	struct clauses clauses = clauses_read(arena, str_from(markdown));
	struct buf out = buf_new(arena, 64 << 10);

	for (size_t i = 0; i < clauses.count; i++)
		buf_format(&out, "%s%.*s %.*s", i == 0 ? "" : " | ", STR_FORMAT(clauses.at[i].number), STR_FORMAT(clauses.at[i].words));
	return str_c(arena, buf_str(&out));
}

static void
F140_clauses_are_numbered_in_their_sections(void **state)
{
	(void)state;
	assert_string_equal(" Read this. | 1 Be kind. | 2 Be there.", read_as_line("Read this.\n\n1. **Be** kind.\n2. Be\n   there.\n"));
	assert_string_equal("1 Meetings | 1 In the open. | 1.1 One. | 1.2 Two. | 1.2.1 Deep. | 2 Money | 2.1 None.",
	    read_as_line("## Meetings\nIn the open.\n\n1. One.\n2. Two.\n   1. Deep.\n\n## Money\n1. None.\n"));
	assert_string_equal("1 A | 1.1 x | 1 between | 1.2 y | 2 B", read_as_line("## A\n1. x\n\nbetween\n\n1. y\n\n## B\n"));
}

static void
F140_each_clause_has_an_anchor_and_no_two_the_same(void **state)
{
	(void)state;
	assert_true(shows("1. One.\n2. Two.\n", "<a class=\"clause\" id=\"c2\" href=\"#c2\">2</a> Two."));
	assert_true(shows("## A\n1. x\n\n## B\n1. y\n2. z\n", "id=\"c2.2\""));
	assert_true(shows("## A\n1. x\n\n## B\n1. y\n", "<a class=\"clause\" id=\"c1\" href=\"#c1\">1</a> "));
	assert_true(shows("1. x\n\nbetween\n\n1. y\n", "id=\"c2\""));
	assert_false(shows("# A handbook\n\n- a\n- b\n", "class=\"clause\""));
	assert_false(shows("1. <b onclick=x>bad</b>\n", "onclick"));
}

/* "2: Be -there- +here+.": the clause, what is gone, what is new. */
static const char *
changes(const char *before, const char *after)
{
	struct clauses was = clauses_read(arena, str_from(before)), now = clauses_read(arena, str_from(after));
	struct rewordings all = wording_compare(arena, &was, &now);
	struct buf out = buf_new(arena, 64 << 10);

	for (size_t i = 0; i < all.count; i++) {
		buf_format(&out, "%s%.*s:", i == 0 ? "" : " | ", STR_FORMAT(all.at[i].number));
		for (size_t k = 0; k < all.at[i].pieces.count; k++) {
			const struct piece *piece = &all.at[i].pieces.at[k];
			const char *mark = piece->kind == PIECE_GONE ? "-" : piece->kind == PIECE_NEW ? "+" : "";

			buf_format(&out, " %s%.*s%s", mark, STR_FORMAT(piece->words), mark);
		}
	}
	return str_c(arena, buf_str(&out));
}

static void
F140_a_changed_clause_is_told_word_by_word(void **state)
{
	(void)state;
	assert_string_equal("", changes("1. One.\n2. Two.\n", "1. One.\n2. Two.\n"));
	assert_string_equal("2: Keep what is said -there- +here+ to yourself.", changes("1. One.\n2. Keep what is said there to yourself.\n",
	    "1. One.\n2. Keep what is said here to yourself.\n"));
	assert_string_equal("1: +Quite new.+ | 3: Ask before you -tell- +record+ others.", changes("1. One.\n2. Ask before you tell others.\n",
	    "1. Quite new.\n2. One.\n3. Ask before you record others.\n"));
	assert_string_equal("2: -Nothing like it was here.-", changes("1. One.\n2. Nothing like it was here.\n", "1. One.\n"));
	assert_string_equal("1: read the rules -(https://a.example)- +(https://b.example)+", changes("1. read [the rules](https://a.example)\n",
	    "1. read [the rules](https://b.example)\n"));
}

static void
F140_a_clause_that_only_moved_up_is_no_change(void **state)
{
	(void)state;
	assert_string_equal("1: -One.-", changes("1. One.\n2. Two.\n3. Three.\n", "1. Two.\n2. Three.\n"));
}

/* The longest documents, with nothing in common and with everything nested. */
static void
the_longest_and_the_deepest_document_are_read_and_compared(void **state)
{
	struct buf one = buf_new(arena, MARKDOWN_BYTES), other = buf_new(arena, MARKDOWN_BYTES), deep = buf_new(arena, MARKDOWN_BYTES);
	struct clauses was, now;

	(void)state;
	while (one.length < MARKDOWN_BYTES - 40) {
		buf_format(&one, "a%zu b%zu\n\n", one.length, one.length);
		buf_format(&other, "c%zu d%zu\n\n", one.length, one.length);
	}
	while (deep.length < MARKDOWN_BYTES - 4)
		buf_add(&deep, S("> "));
	was = clauses_read(arena, str_head(buf_str(&one), MARKDOWN_BYTES));
	now = clauses_read(arena, str_head(buf_str(&other), MARKDOWN_BYTES));
	assert_int_equal(CLAUSES_MOST + 1, was.count);
	assert_true(wording_compare(arena, &was, &now).count > CLAUSES_MOST);
	assert_int_equal(0, clauses_read(arena, buf_str(&deep)).count);
	assert_true(clauses_html(arena, buf_str(&deep)).markup.length > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(F140_clauses_are_numbered_in_their_sections),
		cmocka_unit_test(F140_each_clause_has_an_anchor_and_no_two_the_same),
		cmocka_unit_test(F140_a_changed_clause_is_told_word_by_word),
		cmocka_unit_test(F140_a_clause_that_only_moved_up_is_no_change),
		cmocka_unit_test(the_longest_and_the_deepest_document_are_read_and_compared),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
