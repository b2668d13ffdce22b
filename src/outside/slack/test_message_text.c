/* Texts: escaped, cut on borders, never a mention that we did not make. */
#include "outside/slack/message_text.h"
#include "outside/slack/testing_slack.h"

static struct slack_line line;

static struct str
ended(void)
{
	return slack_line_end(&line).mrkdwn;
}

static void
ids_are_checked(void **state)
{
	static const char *const bad[] = { "", "U", "u123", "U1|x", "U1>", "W 1", "C123", "USLACKBOT\n", "U123456789012345678901234567890123" };
	struct slack_id id;

	(void)state;
	assert_true(slack_id_read(S("U0MENTOR"), "UW", &id) && slack_id_read(S("W1"), "UW", &id));
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_false(slack_id_read(str_from(bad[i]), "UW", &id));
	assert_false(slack_id_read((struct str){ "\0\0", 2 }, "UW", &id));
}

static void
length_counts_units_of_utf_16(void **state)
{
	(void)state;
	assert_int_equal(0, slack_length(S("")));
	assert_int_equal(2, slack_length(S("é你")));
	assert_int_equal(2, slack_length(S("\xf0\x9f\x8e\x89")));
	assert_int_equal(3000, slack_length(many("\xf0\x9f\x8e\x89", 1500)));
}

static void
a_text_at_the_limit_stays_and_one_more_is_cut(void **state)
{
	(void)state;
	assert_str(S("abcde"), slack_cut(arena, S("abcde"), 5));
	assert_str(S("abcd…"), slack_cut(arena, S("abcdef"), 5));
	assert_str(S("你你…"), slack_cut(arena, S("你你你你"), 3));
	assert_str(S("…"), slack_cut(arena, S("abcdef"), 1));
	/* an emoji has two units: it does not fit into the last one */
	assert_str(S("a\xf0\x9f\x8e\x89"), slack_cut(arena, S("a\xf0\x9f\x8e\x89"), 3));
	assert_str(S("a…"), slack_cut(arena, S("a\xf0\x9f\x8e\x89z"), 3));
	for (size_t most = 1; most < 40; most++)
		for (size_t i = 0; i < HOSTILE_COUNT; i++)
			assert_true(slack_length(slack_cut(arena, slack_clean(arena, hostile(i), true), most)) <= most);
}

static void
a_cut_does_not_split_what_is_drawn_together(void **state)
{
	(void)state;
	assert_str(S("a…"), slack_cut(arena, S("ae\xcc\x81xyz"), 3));                               /* e with its accent */
	assert_str(S("\xf0\x9f\x91\x8b\xf0\x9f\x8f\xbd…"), slack_cut(arena, S("\xf0\x9f\x91\x8b\xf0\x9f\x8f\xbd\xf0\x9f\x91\x8b\xf0\x9f\x8f\xbd"), 7));    /* a waving hand in a tone of skin */
	assert_str(S("…"), slack_cut(arena, S("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb and more"), 4));    /* a woman at a computer, joined */
}

static void
what_turns_or_hides_is_cleaned_away(void **state)
{
	(void)state;
	assert_str(S("ab c"), slack_clean(arena, S("a\x01""b\tc\x7f"), false));
	assert_str(S("a\nb"), slack_clean(arena, S("a\r\nb"), true));
	assert_str(S("a b"), slack_clean(arena, S("a\nb"), false));
	assert_str(S("gnol"), slack_clean(arena, S("\xe2\x80\xaegnol\xe2\x80\xac"), false));
	assert_str(S("x"), slack_clean(arena, S("\xff""x\xc3"), false));
	assert_str(S(""), slack_clean(arena, S("\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80"), false) .length == 0 ? S("") : S("something ill-formed got through"));
	assert_str(S("\xd7\xa9\xd7\x9c"), slack_clean(arena, S("\xd7\xa9\xd7\x9c"), false));    /* letters of the other direction stay */
}

static void
nothing_that_people_write_is_marked(void **state)
{
	(void)state;
	assert_str(S("&lt;!channel&gt; &amp;amp;"), slack_escape(arena, S("<!channel> &amp;")).mrkdwn);
	for (size_t i = 0; i < HOSTILE_COUNT; i++) {
		struct str text = slack_escape(arena, hostile(i)).mrkdwn;

		assert_int_equal(text.length, str_find(text, '<'));
		assert_int_equal(text.length, str_find(text, '>'));
	}
}

static void
a_cut_never_halves_an_escape_a_mention_or_a_date(void **state)
{
	struct slack_text text;

	(void)state;
	line = slack_line_new(arena);
	slack_theirs(&line, S("a&b"));
	slack_mention(&line, (struct slack_id){ S("U1") }, S(""));
	slack_date(&line, (struct moment){ INT64_C(1764000000) * US_PER_SECOND });
	text = slack_line_end(&line);
	for (size_t most = 1; most <= slack_length(text.mrkdwn); most++) {
		struct str cut = slack_text_cut(arena, text, most).mrkdwn;

		assert_true(slack_length(cut) <= most);
		for (size_t i = 0; i < cut.length; i++) {
			if (cut.at[i] == '&')
				assert_true(str_starts(str_skip(cut, i), S("&amp;")));
			if (cut.at[i] == '<')
				assert_true(str_find(str_skip(cut, i), '>') < cut.length - i);
		}
	}
	assert_str(S("a&amp;b…"), slack_text_cut(arena, text, 8).mrkdwn);
	assert_str(S("a&amp;…"), slack_text_cut(arena, text, 7).mrkdwn);
	assert_str(S("a…"), slack_text_cut(arena, text, 6).mrkdwn);
	assert_str(text.mrkdwn, slack_text_cut(arena, text, slack_length(text.mrkdwn)).mrkdwn);
}

/* Defect 10 of the previous bot: <@Name> of people who are not in Slack. */
static void
only_a_checked_id_is_mentioned(void **state)
{
	(void)state;
	line = slack_line_new(arena);
	slack_mention(&line, (struct slack_id){ S("U0MENTOR") }, S("Priya"));
	slack_ours(&line, S(" "));
	slack_mention(&line, (struct slack_id){ { NULL, 0 } }, S("Bo <b>"));
	slack_ours(&line, S(" "));
	slack_mention(&line, (struct slack_id){ S("Name") }, S("Cy"));
	assert_str(S("<@U0MENTOR> Bo &lt;b&gt; Cy"), ended());
}

static void
dates_have_a_fallback(void **state)
{
	(void)state;
	line = slack_line_new(arena);
	slack_date(&line, (struct moment){ INT64_C(1764000000) * US_PER_SECOND });
	assert_str(S("<!date^1764000000^{date_short_pretty} {time}|24 Nov 2025 16:00 UTC>"), ended());
}

static void
a_link_that_is_none_is_words(void **state)
{
	(void)state;
	line = slack_line_new(arena);
	slack_link(&line, S("https://h.example/r?a=1&b=2"), S("OC-1 <x>"));
	slack_ours(&line, S("/"));
	slack_link(&line, S("javascript:alert(1)"), S("no"));
	slack_ours(&line, S("/"));
	slack_link(&line, S("https://h.example/>|x"), S("no"));
	slack_ours(&line, S("/"));
	slack_link(&line, S("https://h.example/a b"), S("no"));
	assert_str(S("<https://h.example/r?a=1&amp;b=2|OC-1 &lt;x&gt;>/no/no/no"), ended());
}

static void
names_in_a_sentence_are_filled_once(void **state)
{
	struct slack_fill fills[] = { { "a", slack_escape(arena, S("{b} <x>")) }, { "b", slack_escape(arena, S("B")) } };

	(void)state;
	line = slack_line_new(arena);
	slack_filled(&line, S("{a}, {b}, {c} {"), 2, fills);
	assert_str(S("{b} &lt;x&gt;, B, {c} {"), ended());
}

static void
a_line_that_outgrows_its_bounds_is_empty_not_half(void **state)
{
	(void)state;
	line = slack_line_new(arena);
	for (size_t i = 0; i < 40; i++)
		slack_theirs(&line, many("&", 600));
	assert_int_equal(0, ended().length);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_are_checked),
		cmocka_unit_test(length_counts_units_of_utf_16),
		cmocka_unit_test(a_text_at_the_limit_stays_and_one_more_is_cut),
		cmocka_unit_test(a_cut_does_not_split_what_is_drawn_together),
		cmocka_unit_test(what_turns_or_hides_is_cleaned_away),
		cmocka_unit_test(nothing_that_people_write_is_marked),
		cmocka_unit_test(a_cut_never_halves_an_escape_a_mention_or_a_date),
		cmocka_unit_test(only_a_checked_id_is_mentioned),
		cmocka_unit_test(dates_have_a_fallback),
		cmocka_unit_test(a_link_that_is_none_is_words),
		cmocka_unit_test(names_in_a_sentence_are_filled_once),
		cmocka_unit_test(a_line_that_outgrows_its_bounds_is_empty_not_half),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
