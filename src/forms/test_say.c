/* Sentences by language; and every catalogue of this build, sentence by sentence: used, with the same placeholders, in as many forms as its language has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "formats/catalogue.h"
#include "formats/plural.h"
#include "formats/text.h"
#include "formats/when.h"
#include "forms/catalogues.h"
#include "forms/language.h"
#include "forms/say.h"
#include "forms/say_moment.h"

enum { COUNTS_TRIED = 200 };

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

static void
assert_text(const char *want, struct str got)
{
	if (!str_equal(str_from(want), got))
		fail_msg("\"%s\" was expected, got \"%.*s\"", want, STR_FORMAT(got));
}

static void
open_all(const char *tag, struct catalogue *out)
{
	for (size_t i = 0; i < catalogues_count; i++)
		if (str_equal(str_head(catalogues[i].path, str_find(catalogues[i].path, '.')), str_from(tag))) {
			assert_true(catalogue_open(catalogues[i].bytes, out));
			return;
		}
	fail_msg("there is no catalogue \"%s\"", tag);
}

/* --- each sentence of each catalogue --- */

/* The next {name}, <tag>, </tag> or ](address) of a sentence; false at its end. */
static bool
next_part(struct str *rest, struct str *part)
{
	while (rest->length > 0) {
		bool is_address = str_starts(*rest, S("](")), is_part = is_address || rest->at[0] == '{' || rest->at[0] == '<';
		size_t end = is_part ? str_find(*rest, is_address ? ')' : rest->at[0] == '{' ? '}' : '>') : rest->length;

		*part = str_head(*rest, end + 1);
		*rest = str_skip(*rest, end < rest->length ? end + 1 : 1);
		if (end < part->length)
			return true;
	}
	return false;
}

static bool
has_part(struct str sentence, struct str part)
{
	struct str one;

	while (next_part(&sentence, &one))
		if (str_equal(one, part))
			return true;
	return false;
}

/* Each part of the one stands in the other. */
static void
assert_parts(const char *tag, struct str one, struct str other)
{
	struct str rest = one, part;

	while (next_part(&rest, &part))
		if (!has_part(other, part))
			fail_msg("%s: \"%.*s\" has %.*s, \"%.*s\" has not", tag, STR_FORMAT(one), STR_FORMAT(part), STR_FORMAT(other));
}

/* A form for one may leave the number out. */
static void
assert_forms(const char *tag, const struct catalogue *c, struct str id, struct str text)
{
	struct str one = S(""), many = id, form;
	bool is_plural = str_next(&many, '\0', &one) && many.at != NULL;
	int64_t forms = 0;

	while (str_next(&text, '\0', &form)) {
		forms++;
		if (str_is_empty(form))
			fail_msg("%s: a form of \"%.*s\" is empty", tag, STR_FORMAT(one));
		assert_parts(tag, form, is_plural ? many : one);
		if (!is_plural || text.at == NULL)
			assert_parts(tag, is_plural ? many : one, form);
	}
	if (forms != (is_plural ? c->forms : 1))
		fail_msg("%s: \"%.*s\" has %lld forms", tag, STR_FORMAT(one), (long long)forms);
}

static void
what_a_catalogue_says_is_said_somewhere_with_the_same_placeholders_and_in_all_its_forms(void **state)
{
	struct catalogue all, c;
	struct str id, text;

	(void)state;
	open_all(LANGUAGE_PSEUDO, &all);
	for (size_t i = 0; i < catalogues_count; i++) {
		const char *tag = str_c(arena, str_head(catalogues[i].path, str_find(catalogues[i].path, '.')));

		open_all(tag, &c);
		assert_true(c.count > 1);
		for (size_t k = 1; k < c.count; k++) {
			catalogue_at(&c, k, &id, &text);
			if (catalogue_place(&all, id.at) == all.count)
				fail_msg("%s: nobody says \"%.*s\": make po", tag, STR_FORMAT(id));
			assert_forms(tag, &c, id, text);
		}
	}
}

static void
each_count_has_a_form(void **state)
{
	struct catalogue c;

	(void)state;
	for (size_t i = 0; i < catalogues_count; i++) {
		assert_true(catalogue_open(catalogues[i].bytes, &c));
		assert_true(c.forms > 1);
		for (int64_t n = 0; n < COUNTS_TRIED; n++)
			assert_in_range(plural_form(c.plural, n), 0, c.forms - 1);
	}
}

/* The pseudo-locale aside; English is the sources'. */
static void
each_language_that_people_may_choose_has_a_catalogue(void **state)
{
	size_t chosen = 0;

	(void)state;
	for (size_t i = 0; i < catalogues_count; i++)
		chosen += language_is_known(str_head(catalogues[i].path, str_find(catalogues[i].path, '.')));
	assert_int_equal(chosen, catalogues_count - 1);
	assert_true(language_is_known(S("en")));
	assert_false(language_is_known(S(LANGUAGE_PSEUDO)));
	assert_false(language_is_known(S("")));
}

/* --- saying --- */

static void
a_sentence_comes_in_its_language_or_in_english(void **state)
{
	(void)state;
	assert_text("Save", say(S(""), "Save"));
	assert_text("Save", say(S("en"), "Save"));
	assert_text("Speichern", say(S("de"), "Save"));
	assert_text("Save", say(S("tlh"), "Save"));
	assert_text("Nobody ever says this", say(S("de"), "Nobody ever says this"));
	assert_text("", say(S("de"), ""));
}

static void
a_count_takes_the_form_of_its_language(void **state)
{
	(void)state;
	assert_text("1 day", say_count(arena, S(""), 1, "{n} day", "{n} days"));
	assert_text("0 days", say_count(arena, S(""), 0, "{n} day", "{n} days"));
	assert_text("1 Tag", say_count(arena, S("de"), 1, "{n} day", "{n} days"));
	assert_text("12 Tage", say_count(arena, S("de"), 12, "{n} day", "{n} days"));
}

static void
a_value_is_never_read_as_a_placeholder(void **state)
{
	(void)state;
	assert_text("Ask {b}, {c} {", say_filled(arena, S("Ask {a}, {c} {"), 2, (struct say_value[]){ { "a", S("{b}") }, { "b", S("x") } }));
}

static void
a_moment_is_written_as_its_language_writes_it(void **state)
{
	struct say_place german = { .language = S("de") }, english = { .language = S("en") };
	struct moment m, now;

	(void)state;
	assert_true(when_iso_read(S("2026-03-24T21:05Z"), &m) && when_iso_read(S("2026-01-02"), &now));
	assert_text("Di., 24. M\xc3\xa4rz, 21:05 UTC", say_moment(arena, german, m, now));
	assert_text("Di., 24. M\xc3\xa4rz 2026", say_day(arena, german, m, (struct moment){ 0 }));
	assert_text("Tue 24 Mar, 21:05 UTC", say_moment(arena, english, m, now));
}

static void
parts_of_a_week_come_in_their_order(void **state)
{
	(void)state;
	assert_text("", say_week(arena, S(""), 0));
	assert_text("Monday morning, Sunday evening", say_week(arena, S(""), 1 | 1 << 20));
	assert_text("Dienstagnachmittag", say_week(arena, S("de"), 1 << 4));
}

/* All of it together: some have no vowels. */
static void
the_pseudo_locale_keeps_placeholders_and_is_two_fifths_longer(void **state)
{
	size_t english = 0, longer = 0;
	struct catalogue all;
	struct str id, text;

	(void)state;
	assert_text("\xc5\xa0\xc3\xa1\xc3\xa1v\xc3\xa9\xc3\xa9", say(S(LANGUAGE_PSEUDO), "Save"));
	assert_text("7 d\xc3\xa1\xc3\xa1\xc3\xbd\xc5\xa1", say_count(arena, S(LANGUAGE_PSEUDO), 7, "{n} day", "{n} days"));
	open_all(LANGUAGE_PSEUDO, &all);
	for (size_t i = 1; i < all.count; i++) {
		catalogue_at(&all, i, &id, &text);
		english += text_length(id);
		longer += text_length(text);
	}
	assert_in_range(longer * 100 / english, 125, 145);
}

static void
a_browser_is_given_what_it_likes_best(void **state)
{
	static const struct {
		const char *header, *tag;
	} cases[] = {
		{ "", "" }, { "de", "de" }, { "DE-at", "de" }, { "fr, de;q=0.5, en;q=0.8", "en" }, { "fr-CH, fr;q=0.9", "" }, { "*", "" }, { "de;q=0", "" },
		{ "de;q=0.001,en;q=0", "de" }, { "en;q=0.5, de;q=0.5", "en" }, { "den", "" }, { "en-XA", "en-XA" }, { "en-XAB", "en" }, { "de;q=2, en;q=0.1", "en" },
		{ "de;q=zero", "" }, { ";;,,=", "" }, { " de ; q=0.9 , en ; q=1", "en" }, { "de;q=08", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(cases); i++)
		assert_text(cases[i].tag, language_of_header(str_from(cases[i].header)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_catalogue_says_is_said_somewhere_with_the_same_placeholders_and_in_all_its_forms),
		cmocka_unit_test(each_count_has_a_form),
		cmocka_unit_test(each_language_that_people_may_choose_has_a_catalogue),
		cmocka_unit_test(a_sentence_comes_in_its_language_or_in_english),
		cmocka_unit_test(a_count_takes_the_form_of_its_language),
		cmocka_unit_test(a_value_is_never_read_as_a_placeholder),
		cmocka_unit_test(a_moment_is_written_as_its_language_writes_it),
		cmocka_unit_test(parts_of_a_week_come_in_their_order),
		cmocka_unit_test(the_pseudo_locale_keeps_placeholders_and_is_two_fifths_longer),
		cmocka_unit_test(a_browser_is_given_what_it_likes_best),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
