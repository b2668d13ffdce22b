/* The pace, simulated: any minute, any channel, any message. */
#include "base/moment.h"
#include "outside/slack/client_pace.h"
#include "outside/slack/testing_slack.h"

enum { CALLS = 300 };

/* Sends `count` calls as fast as the pace lets them go; their times. */
static int64_t
rush(struct slack_pace *pace, const struct slack_turn *turns, size_t count, int64_t *times)
{
	int64_t now = US_PER_SECOND;

	for (size_t i = 0; i < count; i++) {
		int64_t wait;

		while ((wait = slack_pace_wait(pace, &turns[i], now)) > 0)
			now += wait;
		slack_pace_take(pace, &turns[i], now);
		times[i] = now;
	}
	return now;
}

static size_t
most_in_a_minute(const int64_t *times, size_t count)
{
	size_t most = 0;

	for (size_t i = 0; i < count; i++) {
		size_t here = 0;

		for (size_t k = i; k < count && times[k] < times[i] + US_PER_MINUTE; k++)
			here++;
		most = here > most ? here : most;
	}
	return most;
}

/* SLACK.md 13.8 */
static void
three_hundred_updates_are_at_most_forty_a_minute(void **state)
{
	struct slack_pace *pace = ARENA_NEW(arena, struct slack_pace);
	struct slack_turn turns[CALLS];
	int64_t times[CALLS], end;

	(void)state;
	for (size_t i = 0; i < CALLS; i++)
		turns[i] = (struct slack_turn){ SLACK_CALL_UPDATE, S("C1"), many("1", 1 + i) };
	end = rush(pace, turns, CALLS, times);
	assert_int_equal(40, most_in_a_minute(times, CALLS));
	assert_true(end <= 8 * US_PER_MINUTE);    /* as fast as allowed: 300 in seven and a half minutes */
}

static void
one_message_is_edited_once_in_two_seconds(void **state)
{
	struct slack_pace *pace = ARENA_NEW(arena, struct slack_pace);
	struct slack_turn one = { SLACK_CALL_UPDATE, S("C1"), S("1.2") }, other = { SLACK_CALL_UPDATE, S("C1"), S("1.3") };

	(void)state;
	assert_int_equal(0, slack_pace_wait(pace, &one, 1));
	slack_pace_take(pace, &one, 1);
	assert_int_equal(2 * US_PER_SECOND, slack_pace_wait(pace, &one, 1));
	assert_int_equal(1, slack_pace_wait(pace, &one, 2 * US_PER_SECOND));
	assert_int_equal(0, slack_pace_wait(pace, &one, 2 * US_PER_SECOND + 1));
	assert_int_equal(0, slack_pace_wait(pace, &other, 1));
}

static void
a_channel_gets_one_message_a_second(void **state)
{
	struct slack_pace *pace = ARENA_NEW(arena, struct slack_pace);
	struct slack_turn turns[60];
	int64_t times[60];

	(void)state;
	for (size_t i = 0; i < 60; i++)
		turns[i] = (struct slack_turn){ SLACK_CALL_POST, S("C1"), S("") };
	(void)rush(pace, turns, 60, times);
	for (size_t i = 1; i < 60; i++)
		assert_int_equal(US_PER_SECOND, times[i] - times[i - 1]);
	turns[0].channel = S("C2");
	assert_int_equal(0, slack_pace_wait(pace, &turns[0], times[59]));
}

static void
methods_have_their_own_pace(void **state)
{
	static const struct {
		enum slack_method method;
		size_t most;
	} rows[] = { { SLACK_CALL_DELETE, 40 }, { SLACK_CALL_EPHEMERAL, 80 }, { SLACK_CALL_VIEW_PUBLISH, 80 }, { SLACK_CALL_USER_BY_EMAIL, 40 } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		struct slack_pace *pace = ARENA_NEW(arena, struct slack_pace);
		struct slack_turn turns[200];
		int64_t times[200];

		for (size_t k = 0; k < 200; k++)
			turns[k] = (struct slack_turn){ .method = rows[i].method };
		(void)rush(pace, turns, 200, times);
		assert_int_equal(rows[i].most, most_in_a_minute(times, 200));
	}
}

/* Defect 12 of the previous bot, and SLACK.md 13.7. */
static void
defect_12_a_method_that_was_told_to_wait_is_silent_and_others_go_on(void **state)
{
	struct slack_pace *pace = ARENA_NEW(arena, struct slack_pace);
	struct slack_turn update = { SLACK_CALL_UPDATE, S("C1"), S("1") }, post = { SLACK_CALL_POST, S("C1"), S("") };

	(void)state;
	slack_pace_silence(pace, SLACK_CALL_UPDATE, 30, 5);
	assert_int_equal(30 * US_PER_SECOND, slack_pace_wait(pace, &update, 5));
	assert_int_equal(0, slack_pace_wait(pace, &post, 5));
	slack_pace_silence(pace, SLACK_CALL_UPDATE, 1, 5);    /* a shorter word does not end it */
	assert_int_equal(1, slack_pace_wait(pace, &update, 30 * US_PER_SECOND + 4));
	assert_int_equal(0, slack_pace_wait(pace, &update, 30 * US_PER_SECOND + 5));
}

static void
more_places_than_the_table_has_do_not_break_it(void **state)
{
	struct slack_pace *pace = ARENA_NEW(arena, struct slack_pace);

	(void)state;
	for (size_t i = 0; i < SLACK_PACE_PLACES * 2; i++)
		slack_pace_take(pace, &(struct slack_turn){ SLACK_CALL_POST, many("C", 1 + i), S("") }, (int64_t)(1 + i) * US_PER_SECOND);
	/* Two that are held at once do not push each other out. */
	slack_pace_take(pace, &(struct slack_turn){ SLACK_CALL_POST, S("D1"), S("") }, 5000 * US_PER_SECOND);
	slack_pace_take(pace, &(struct slack_turn){ SLACK_CALL_POST, S("D2"), S("") }, 5000 * US_PER_SECOND);
	assert_true(slack_pace_wait(pace, &(struct slack_turn){ SLACK_CALL_POST, S("D1"), S("") }, 5000 * US_PER_SECOND) > 0);
	assert_true(slack_pace_wait(pace, &(struct slack_turn){ SLACK_CALL_POST, S("D2"), S("") }, 5000 * US_PER_SECOND) > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_hundred_updates_are_at_most_forty_a_minute),
		cmocka_unit_test(one_message_is_edited_once_in_two_seconds),
		cmocka_unit_test(a_channel_gets_one_message_a_second),
		cmocka_unit_test(methods_have_their_own_pace),
		cmocka_unit_test(defect_12_a_method_that_was_told_to_wait_is_silent_and_others_go_on),
		cmocka_unit_test(more_places_than_the_table_has_do_not_break_it),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
