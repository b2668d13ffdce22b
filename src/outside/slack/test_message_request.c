/* A request's message through its life, with whatever people write into it. */
#include "outside/slack/message_request.h"
#include "outside/slack/testing_slack.h"

static struct slack_request
request(enum slack_state state)
{
	return (struct slack_request){ .language = S("en"), .state = state, .number = S("OC-214"), .id = 123456789, .version = 3,
		.url = S("https://mentors.example.org/p/operation-code/requests/3nvt0n"), .title = S("Mock interview for a first backend job"),
		.service = S("Mock interview"), .skills = S("Python, Interviews"), .spoken = S("English"), .times = S("weekday evenings"),
		.zone = S("UTC-6"), .asked_at = { INT64_C(1764000000) * US_PER_SECOND }, .session_at = { INT64_C(1764500000) * US_PER_SECOND },
		.waited_us = 19 * US_PER_HOUR, .claimer = { S("U0MENTOR") }, .claimer_name = S("Priya") };
}

static struct str
printed(const struct slack_request *r)
{
	struct str json;

	assert_int_equal(OK, slack_request_print(arena, r, &json));
	assert_fine(json);
	return json;
}

static void
an_open_request_shows_its_facts_and_can_be_claimed(void **state)
{
	struct slack_request r = request(SLACK_STATE_OPEN);
	struct str json = printed(&r);

	(void)state;
	assert_has(S("\"text\":\"New mentoring request OC-214: Mock interview for a first backend job (Python, Interviews). Open it to claim.\""), json);
	assert_has(S("*Mock interview* · Python, Interviews · English · weekday evenings"), json);
	assert_has(S("Asked by a member · UTC-6 · OC-214"), json);
	assert_has(S("\"action_id\":\"req_claim\""), json);
	assert_has(S("\"value\":\"r."), json);
	assert_has(S(".3\""), json);
	assert_has(S("\"event_type\":\"mentord_request\""), json);
	assert_has(S("\"seq\":3"), json);
	assert_has(S("\"accessibility_label\":\"Claim request OC-214\""), json);
	assert_lacks(S("Priya"), json);
	assert_lacks(S("U0MENTOR"), json);
}

static void
whoever_shows_their_name_is_named(void **state)
{
	struct slack_request r = request(SLACK_STATE_OPEN);

	(void)state;
	r.asker = S("Dana <!here>");
	assert_has(S("Asked by Dana \\u0026lt;!here\\u0026gt;"), printed(&r));
}

static void
what_mentors_should_know_stands_beneath(void **state)
{
	struct slack_request r = request(SLACK_STATE_DETAIL);
	struct str json;

	(void)state;
	r.is_aged = r.was_released = r.is_escalated = r.is_late = true;
	r.waited_us = 4 * US_PER_DAY;
	json = printed(&r);
	assert_has(S("Waiting for more detail"), json);
	assert_has(S("⏳ Unclaimed for 4 d"), json);
	assert_has(S("Released once"), json);
	assert_has(S("Posted late"), json);
	assert_has(S("req_claim"), json);    /* Claim stays while details are awaited */
	assert_lacks(S("Priya"), json);      /* released: no name */
}

static void
a_claimed_request_keeps_its_facts_and_names_the_mentor(void **state)
{
	struct slack_request r = request(SLACK_STATE_CLAIMED);
	struct str json = printed(&r);

	(void)state;
	assert_has(S("\"text\":\"OC-214 claimed by Priya\""), json);
	assert_has(S("✅ *Claimed by \\u003c@U0MENTOR\\u003e* · 19 h after it was asked"), json);
	assert_has(S("Mock interview for a first backend job"), json);
	assert_has(S("\"value\":\"release."), json);
	assert_lacks(S("req_claim"), json);
	r.claimer = (struct slack_id){ { NULL, 0 } };
	assert_has(S("Claimed by Priya"), printed(&r));
}

static void
sessions_and_ends_are_told(void **state)
{
	struct slack_request r = request(SLACK_STATE_SCHEDULED);
	struct str json = printed(&r);

	(void)state;
	assert_has(S("Session on \\u003c!date^1764500000^"), json);
	assert_lacks(S("req_more"), json);
	r.state = SLACK_STATE_HELD;
	assert_has(S("🎉 *Session held*"), printed(&r));
	for (enum slack_state gone = SLACK_STATE_WITHDRAWN; gone <= SLACK_STATE_ERASED; gone++) {
		r.state = gone;
		json = printed(&r);
		assert_has(S("OC-214 was "), json);
		assert_lacks(S("Mock"), json);      /* title, text and buttons are gone */
		assert_lacks(S("button"), json);
		assert_lacks(S("Priya"), json);
		assert_lacks(S("Python"), json);
	}
}

static void
whoever_was_asked_by_name_may_accept_or_pass(void **state)
{
	struct slack_request r = request(SLACK_STATE_RESERVED);
	struct str json = printed(&r);

	(void)state;
	assert_has(S("\"text\":\"Accept\""), json);
	assert_has(S("\"action_id\":\"req_pass\""), json);
}

/* SLACK.md 1.7: title and link. */
static void
a_public_room_learns_title_and_link_alone(void **state)
{
	static const char *const canaries[] = { "Python", "English", "weekday", "UTC-6", "Dana", "Priya", "U0MENTOR", "req_claim", "req_more", "Asked by" };
	struct str json;

	(void)state;
	for (enum slack_state s = SLACK_STATE_OPEN; s <= SLACK_STATE_ERASED; s++) {
		struct slack_request r = request(s);

		if (s == SLACK_STATE_RESERVED)
			continue;    /* never in a room */
		r.is_room_public = true;
		r.asker = S("Dana");
		r.was_released = true;
		json = printed(&r);
		for (size_t i = 0; i < ARRAY_LENGTH(canaries); i++)
			assert_lacks(str_from(canaries[i]), json);
		if (s == SLACK_STATE_OPEN)
			assert_int_equal(BAD_INPUT, slack_details_print(arena, &r, S("the details"), &json));
	}
}

static void
hostile_words_arrive_inert_in_every_state(void **state)
{
	(void)state;
	for (size_t i = 0; i < HOSTILE_COUNT; i++)
		for (enum slack_state s = SLACK_STATE_OPEN; s <= SLACK_STATE_ERASED; s++) {
			struct slack_request r = request(s);

			r.title = r.service = r.skills = r.spoken = r.times = r.zone = r.asker = r.claimer_name = hostile(i);
			assert_lacks(S("<"), printed(&r));
			r.claimer.text = hostile(i);
			(void)printed(&r);
		}
}

static void
details_are_told_in_pieces_and_then_cut(void **state)
{
	struct slack_request r = request(SLACK_STATE_OPEN);
	struct str json;

	(void)state;
	assert_int_equal(OK, slack_details_print(arena, &r, many("x", 6000), &json));
	assert_fine(json);
	assert_lacks(S("…"), json);
	assert_has(many("x", 2999), json);
	assert_int_equal(OK, slack_details_print(arena, &r, many("\xf0\x9f\x8e\x89", 4000), &json));
	assert_fine(json);
	assert_lacks(S("…"), json);           /* 8,000 units: the longest text of ours, whole */
	assert_int_equal(OK, slack_details_print(arena, &r, many("你&", 6000), &json));
	assert_fine(json);
	assert_has(S("…"), json);
	for (size_t i = 0; i < HOSTILE_COUNT; i++) {
		if (slack_details_print(arena, &r, hostile(i), &json) == OK)
			assert_fine(json);
	}
	assert_int_equal(BAD_INPUT, slack_details_print(arena, &r, S(""), &json));
}

static void
at_most_five_are_mentioned(void **state)
{
	struct slack_id ids[6] = { { S("U1") }, { S("U2") }, { S("U3") }, { S("U4") }, { S("U5") }, { S("U6") } };
	struct slack_request r = request(SLACK_STATE_OPEN);
	struct str json;

	(void)state;
	assert_int_equal(OK, slack_fitting_print(arena, &r, &(struct slack_fitting){ ids, 5, 7 }, &json));
	assert_fine(json);
	assert_has(S("May fit: \\u003c@U1\\u003e \\u003c@U2\\u003e"), json);
	assert_has(S(" and 7 more"), json);
	assert_int_equal(BAD_INPUT, slack_fitting_print(arena, &r, &(struct slack_fitting){ ids, 6, 0 }, &json));
	assert_int_equal(BAD_INPUT, slack_fitting_print(arena, &r, &(struct slack_fitting){ ids, 0, 0 }, &json));
	assert_int_equal(OK, slack_fitting_print(arena, &r, &(struct slack_fitting){ ids, 1, 0 }, &json));
	assert_lacks(S("more"), json);
}

static void
notes_of_the_thread_are_fine(void **state)
{
	struct slack_request r = request(SLACK_STATE_OPEN);
	struct str json;

	(void)state;
	r.waited_us = 72 * US_PER_HOUR;
	assert_int_equal(OK, slack_bump_print(arena, &r, &json));
	assert_fine(json);
	assert_has(S("\"reply_broadcast\":true"), json);
	assert_has(S("OC-214 still waits for a mentor, for 3 d now."), json);
	assert_int_equal(OK, slack_back_print(arena, &r, &json));
	assert_fine(json);
	assert_lacks(S("reply_broadcast"), json);
	assert_lacks(S("Priya"), json);
}

static void
pressed_values_are_read_or_refused(void **state)
{
	static const char *const bad[] = { "", "r", "r.", "r.00000003nvt0n", "r.00000003nvt0n.", "r.00000003nvt0n.-1", "r.00000003nvt0n.x", "r.00000003nvt0n.3.4", ".00000003nvt0n.3", "r.!.3", "pass.", "pass" };
	struct slack_pressed pressed;

	(void)state;
	assert_true(slack_pressed_read(S("r.00000003nvt0n.3"), &pressed));
	assert_int_equal(3, pressed.version);
	assert_true(pressed.id > 0);
	assert_true(slack_pressed_read(S("pass.00000003nvt0n"), &pressed));
	assert_str(S("pass"), pressed.verb);
	assert_int_equal(-1, pressed.version);
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		if (slack_pressed_read(str_from(bad[i]), &pressed))
			fail_msg("\"%s\" is read", bad[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_open_request_shows_its_facts_and_can_be_claimed),
		cmocka_unit_test(whoever_shows_their_name_is_named),
		cmocka_unit_test(what_mentors_should_know_stands_beneath),
		cmocka_unit_test(a_claimed_request_keeps_its_facts_and_names_the_mentor),
		cmocka_unit_test(sessions_and_ends_are_told),
		cmocka_unit_test(whoever_was_asked_by_name_may_accept_or_pass),
		cmocka_unit_test(a_public_room_learns_title_and_link_alone),
		cmocka_unit_test(hostile_words_arrive_inert_in_every_state),
		cmocka_unit_test(details_are_told_in_pieces_and_then_cut),
		cmocka_unit_test(at_most_five_are_mentioned),
		cmocka_unit_test(notes_of_the_thread_are_fine),
		cmocka_unit_test(pressed_values_are_read_or_refused),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
