/* What one person sees. */
#include "outside/slack/message_people.h"
#include "outside/slack/testing_slack.h"

static void
a_letter_is_a_message_with_one_act(void **state)
{
	struct str paragraphs[] = { S("Priya takes your request."), S(""), S("She writes to you within two days.") };
	struct slack_note note = { .language = S("en"), .event_id = S("3nvt0n"), .subject = S("You have a mentor"),
		.paragraphs = { paragraphs, 3 }, .act = { .text = S("Open the request"), .url = S("https://h.example/r/1") } };
	struct str json;

	(void)state;
	assert_int_equal(OK, slack_note_print(arena, &note, &json));
	assert_fine(json);
	assert_has(S("\"text\":\"You have a mentor\""), json);
	assert_has(S("mentord_letter"), json);
	note.act.text = S("");
	assert_int_equal(OK, slack_note_print(arena, &note, &json));
	assert_lacks(S("button"), json);
}

static void
a_letter_that_is_too_long_says_where_the_rest_is(void **state)
{
	struct str paragraphs[60];
	struct slack_note note = { .language = S("en"), .subject = many("s", 400), .paragraphs = { paragraphs, 60 },
		.act = { .text = many("b", 100), .url = S("https://h.example/r/1") } };
	struct str json;

	(void)state;
	for (size_t i = 0; i < 60; i++)
		paragraphs[i] = S("short");
	assert_int_equal(OK, slack_note_print(arena, &note, &json));
	assert_fine(json);
	assert_has(S("There is more of this on the page."), json);
	for (size_t i = 0; i < 60; i++)
		paragraphs[i] = many("\xf0\x9f\x8e\x89", 1400);
	assert_int_equal(OK, slack_note_print(arena, &note, &json));
	assert_fine(json);
	note.paragraphs.count = 4;
	assert_int_equal(OK, slack_note_print(arena, &note, &json));
	assert_has(S("There is more"), json);
	note.paragraphs.count = 2;
	assert_int_equal(OK, slack_note_print(arena, &note, &json));
	assert_lacks(S("There is more"), json);
}

static void
hostile_letters_arrive_inert(void **state)
{
	(void)state;
	for (size_t i = 0; i < HOSTILE_COUNT; i++) {
		struct str words = hostile(i), json;
		struct slack_note note = { .subject = words, .paragraphs = { &words, 1 }, .act = { .text = words, .url = S("https://h.example/") } };

		if (str_trim(slack_clean(arena, words, false)).length == 0)
			continue;
		assert_int_equal(OK, slack_note_print(arena, &note, &json));
		assert_fine(json);
		assert_lacks(S("<"), json);
	}
}

static void
each_refusal_is_for_one_person_and_says_what_to_do(void **state)
{
	struct slack_similar similar[6];

	(void)state;
	for (size_t i = 0; i < 6; i++)
		similar[i] = (struct slack_similar){ S("OC-7"), S("Similar <!here>"), S("https://h.example/r/7") };
	for (enum slack_refusal_kind kind = SLACK_REFUSED_TAKEN; kind <= SLACK_REFUSED_WORDS; kind++)
		for (size_t i = 0; i < HOSTILE_COUNT - 3; i++) {
			struct slack_refusal r = { .language = S("en"), .kind = kind, .name = hostile(i), .words = S("This is closed."), .count = 3,
				.similar = similar, .similar_count = kind == SLACK_REFUSED_TAKEN ? 6 : 0,
				.act = { .text = S("Open"), .url = S("https://h.example/") } };
			struct str json;

			assert_int_equal(OK, slack_refusal_print(arena, &r, &json));
			assert_fine(json);
			assert_has(S("\"response_type\":\"ephemeral\",\"replace_original\":false"), json);
			for (size_t bullets = 0; kind == SLACK_REFUSED_TAKEN && bullets < SLACK_SIMILAR_MAX; bullets++) {
				assert_has(S("• "), json);
				json = str_skip(json, (size_t)((const char *)memmem(json.at, json.length, "• ", 4) - json.at) + 4);
			}
			assert_lacks(S("• "), json);
			if (kind == SLACK_REFUSED_FULL)
				assert_has(S("You have 3 open claims"), json);
			if (kind == SLACK_REFUSED_WORDS)
				assert_has(S("This is closed."), json);
		}
}

static struct slack_home
home_of(const struct slack_home_row *rows, size_t count, const struct slack_act *links)
{
	return (struct slack_home){ .language = S("en"), .turns = rows, .turn_count = count, .fitting = rows, .fitting_count = count,
		.fitting_total = 24, .is_mentor = true, .session_at = { INT64_C(1764000000) * US_PER_SECOND }, .session_words = S("With Dana"),
		.move = { .text = S("Move"), .url = S("https://h.example/m") }, .open = { .text = S("Open"), .url = S("https://h.example/o") },
		.all = { .url = S("https://h.example/all") }, .links = links, .link_count = 5 };
}

static void
the_home_stays_within_forty_blocks(void **state)
{
	struct slack_home_row rows[9];
	struct slack_act links[5];
	struct slack_home home;
	struct str json;

	(void)state;
	for (size_t i = 0; i < 9; i++)
		rows[i] = (struct slack_home_row){ hostile(i), hostile(i), { .text = S("Open"), .url = S("https://h.example/r") } };
	rows[7] = rows[8] = rows[0];
	for (size_t i = 0; i < 5; i++)
		links[i] = (struct slack_act){ .text = S("Link"), .url = S("https://h.example/l") };
	home = home_of(rows, 9, links);
	assert_int_equal(OK, slack_home_print(arena, &home, &json));
	assert_fine(json);
	assert_has(S("See all 24"), json);
	home = (struct slack_home){ .language = S("en"), .is_mentor = false };
	assert_int_equal(OK, slack_home_print(arena, &home, &json));
	assert_fine(json);
	assert_has(S("Nothing waits for you."), json);
	assert_lacks(S("fit"), json);
}

static void
under_a_link_stand_title_and_state(void **state)
{
	struct slack_unfurl u = { S("https://h.example/p/x/requests/1?a=\"1\""), S("Mock <!channel> interview"), S("OC-214"), S("open") };
	struct str json;

	(void)state;
	assert_int_equal(OK, slack_unfurl_print(arena, &u, &json));
	assert_fine(json);
	assert_has(S("{\"unfurls\":{\"https://h.example/p/x/requests/1?a=\\\"1\\\"\":{\"blocks\":["), json);
	assert_has(S("OC-214 · open"), json);
	u.title = hostile(HOSTILE_COUNT - 3);
	assert_int_equal(OK, slack_unfurl_print(arena, &u, &json));
	assert_fine(json);
	u.url = many("u", 3001);
	assert_int_equal(BAD_INPUT, slack_unfurl_print(arena, &u, &json));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_is_a_message_with_one_act),
		cmocka_unit_test(a_letter_that_is_too_long_says_where_the_rest_is),
		cmocka_unit_test(hostile_letters_arrive_inert),
		cmocka_unit_test(each_refusal_is_for_one_person_and_says_what_to_do),
		cmocka_unit_test(the_home_stays_within_forty_blocks),
		cmocka_unit_test(under_a_link_stand_title_and_state),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
