/* What becomes of a letter when Slack says no: SLACK.md 10, row by row, with an exchange that keeps what it was asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "daemon/testing_courier.h"

static void
a_token_that_is_no_longer_good_stops_the_lane_until_slack_says_otherwise(void **state)
{
	static const char *const errors[] = { "token_revoked", "invalid_auth", "account_inactive", "token_expired", "not_authed" };

	for (size_t i = 0; i < ARRAY_LENGTH(errors); i++) {
		struct letter_to_send_row post = letter(LETTER_ACT_POST), person = letter(LETTER_ACT_NONE), modal = letter(LETTER_ACT_OPEN);

		fresh(state);
		assert_false(slack_lane_rests(&lane));
		assert_int_equal(FATE_UNDER_WAY, send(&post).fate);
		assert_int_equal(FATE_WAIT, hears(&post, errors[i]).fate);    /* the row is kept, and no try is counted */
		assert_true(slack_lane_rests(&lane));
		assert_news("slack-stopped", errors[i]);
		assert_news("", "");    /* once */
		asked = 0;
		assert_int_equal(FATE_WAIT, send(&post).fate);
		assert_int_equal(FATE_MAIL, send(&person).fate);
		assert_int_equal(FATE_REFUSED, send(&modal).fate);
		assert_int_equal(0, asked);
	}
}

static void
a_stopped_lane_asks_who_it_is_every_ten_minutes_and_goes_on_when_it_is_told(void **state)
{
	struct letter_to_send_row post = letter(LETTER_ACT_POST);
	int64_t now = clock_monotonic_us(&clock_system);
	struct telling telling;

	(void)state;
	(void)send(&post);
	(void)hears(&post, "account_inactive");
	asked = 0;
	slack_lane_asks(&lane, &exchange, arena, now + 9 * US_PER_MINUTE);
	assert_int_equal(0, asked);
	slack_lane_asks(&lane, &exchange, arena, now + 11 * US_PER_MINUTE);
	assert_int_equal(1, asked);
	assert_true(str_ends(last.url, S("auth.test")));
	telling = slack_lane_hears(&lane, &exchange, arena, &(struct exchange_answer){ .token = SLACK_ASK_WHO, .fate = EXCHANGE_ANSWERED, .status = 200,
	    .body = S("{\"ok\":true,\"team_id\":\"T0TEAM\",\"user_id\":\"U0BOT\"}") });
	assert_true(str_equal(S("slack-install"), telling.name));
	assert_false(slack_lane_rests(&lane));
}

static void
a_missing_scope_stops_that_kind_alone_and_is_told_once(void **state)
{
	struct letter_to_send_row unfurl = letter(LETTER_ACT_UNFURL), post = letter(LETTER_ACT_POST), person = letter(LETTER_ACT_NONE);

	(void)state;
	(void)send(&unfurl);
	assert_int_equal(FATE_WAIT, hears(&unfurl, "missing_scope").fate);
	assert_news("channel-state", "slack:chat.unfurl 0 missing_scope");
	asked = 0;
	assert_int_equal(FATE_WAIT, send(&unfurl).fate);
	assert_int_equal(0, asked);
	assert_int_equal(FATE_UNDER_WAY, send(&post).fate);
	assert_false(slack_lane_rests(&lane));
	step = (struct slack_step){ .is_anew = false };
	assert_int_equal(FATE_UNDER_WAY, send(&person).fate);
	assert_int_equal(FATE_MAIL, hears(&person, "missing_scope").fate);
	assert_news("channel-state", "slack:conversations.open 0 missing_scope");
	lane.missing_until_us[SLACK_CALL_UNFURL] = 1;    /* ten minutes later */
	step = (struct slack_step){ .is_anew = false };
	assert_int_equal(FATE_UNDER_WAY, send(&unfurl).fate);
	assert_int_equal(FATE_SENT, hears_yes(&unfurl).fate);
	assert_news("channel-state", "slack:chat.unfurl 1 it works");
}

static void
a_room_that_takes_nothing_stands_still_alone(void **state)
{
	static const char *const errors[] = { "is_archived", "channel_not_found", "not_in_channel" };

	for (size_t i = 0; i < ARRAY_LENGTH(errors); i++) {
		struct letter_to_send_row post = letter(LETTER_ACT_POST), edit = letter(LETTER_ACT_EDIT), other = letter(LETTER_ACT_POST);
		struct verdict verdict;

		fresh(state);
		other.address = S("C0OTHER");
		(void)send(&post);
		verdict = hears(&post, errors[i]);
		assert_int_equal(FATE_WAIT, verdict.fate);
		assert_true(verdict.is_room_broken);
		assert_true(str_equal(S("C0ROOM"), verdict.room));
		asked = 0;
		verdict = send(&edit);
		assert_int_equal(FATE_WAIT, verdict.fate);
		assert_in_range(verdict.wait_seconds, 590, 601);
		assert_int_equal(0, asked);
		assert_int_equal(FATE_UNDER_WAY, send(&other).fate);
		verdict = hears_yes(&other);
		assert_false(verdict.is_room_broken);
		assert_true(str_equal(S("C0OTHER"), verdict.room));
	}
}

static void
a_message_that_can_no_longer_be_changed_is_posted_anew_once(void **state)
{
	static const char *const errors[] = { "message_not_found", "edit_window_closed", "cant_update_message" };

	for (size_t i = 0; i < ARRAY_LENGTH(errors); i++) {
		struct letter_to_send_row edit = letter(LETTER_ACT_EDIT);
		struct verdict verdict;

		fresh(state);
		(void)send(&edit);
		assert_true(str_ends(last.url, S("chat.update")));
		assert_true(str_has(last.body, S("\"ts\":\"1.000100\"")));
		assert_int_equal(FATE_AGAIN, hears(&edit, errors[i]).fate);
		(void)send(&edit);
		assert_true(str_ends(last.url, S("chat.postMessage")));
		assert_false(str_has(last.body, S("\"ts\":")));
		verdict = hears_yes(&edit);
		assert_int_equal(FATE_SENT, verdict.fate);
		assert_true(str_equal(S("2.000200"), verdict.ref));    /* remembered from here on */
		step.is_anew = true;
		assert_int_equal(FATE_REFUSED, hears(&edit, errors[i]).fate);    /* not for ever */
	}
}

static void
who_cannot_be_written_to_gets_mail(void **state)
{
	static const char *const errors[] = { "user_not_found", "user_disabled", "user_not_visible", "messages_tab_disabled" };

	for (size_t i = 0; i < ARRAY_LENGTH(errors); i++) {
		struct letter_to_send_row person = letter(LETTER_ACT_NONE);

		fresh(state);
		(void)send(&person);
		assert_int_equal(FATE_ADDRESS, hears(&person, errors[i]).fate);
		assert_false(slack_lane_rests(&lane));
	}
}

static void
a_modal_that_comes_too_late_is_not_tried_again(void **state)
{
	static const char *const errors[] = { "expired_trigger_id", "exchanged_trigger_id" };

	for (size_t i = 0; i < ARRAY_LENGTH(errors); i++) {
		struct letter_to_send_row modal = letter(LETTER_ACT_OPEN);

		fresh(state);
		(void)send(&modal);
		assert_int_equal(FATE_REFUSED, hears(&modal, errors[i]).fate);    /* the writer answers by the response_url then */
	}
}

static void
a_home_that_changed_meanwhile_is_built_anew_once(void **state)
{
	struct letter_to_send_row home = letter(LETTER_ACT_HOME);

	(void)state;
	(void)send(&home);
	assert_true(str_has(last.body, S("\"hash\":\"T\"")));
	assert_int_equal(FATE_AGAIN, hears(&home, "hash_conflict").fate);
	(void)send(&home);
	assert_false(str_has(last.body, S("\"hash\"")));
	assert_int_equal(FATE_REFUSED, hears(&home, "hash_conflict").fate);
}

static void
a_modal_that_is_open_is_changed_in_haste_or_not_at_all(void **state)
{
	struct letter_to_send_row view = letter(LETTER_ACT_VIEW);
	struct verdict verdict;

	(void)state;
	view.address = S("V0ASK");
	assert_int_equal(FATE_UNDER_WAY, send(&view).fate);
	assert_true(str_ends(last.url, S("views.update")));
	assert_true(str_starts(last.body, S("{\"view_id\":\"V0ASK\",\"hash\":\"T\",\"view\":{")));
	assert_int_equal(FATE_AGAIN, hears(&view, "hash_conflict").fate);    /* chosen twice at once: the later choice stands there */
	(void)send(&view);
	assert_false(str_has(last.body, S("\"hash\"")));
	verdict = slack_lane_judge(&lane, arena, &view, &step, &(struct exchange_answer){ .fate = EXCHANGE_NOT_TAKEN, .words = S("no connection") });
	assert_int_equal(FATE_REFUSED, verdict.fate);    /* whoever waits sends the form as it stands, and is asked again then */
	assert_true(str_is_empty(verdict.room));
}

static void
what_slack_does_not_understand_leaves_as_plain_words(void **state)
{
	static const char *const errors[] = { "invalid_blocks", "msg_too_long", "msg_blocks_too_long" };

	for (size_t i = 0; i < ARRAY_LENGTH(errors); i++) {
		struct letter_to_send_row post = letter(LETTER_ACT_POST);

		fresh(state);
		(void)send(&post);
		assert_int_equal(FATE_AGAIN, hears(&post, errors[i]).fate);
		(void)send(&post);
		assert_true(str_has(last.body, S("\"text\":\"Plain words https://h.example/r/1\"}")));
		assert_false(str_has(last.body, S("blocks")));
		assert_int_equal(FATE_REFUSED, hears(&post, errors[i]).fate);
	}
}

static void
defect_12_a_call_that_came_too_soon_waits_as_long_as_slack_says_and_is_sent(void **state)
{
	struct letter_to_send_row post = letter(LETTER_ACT_POST), edit = letter(LETTER_ACT_EDIT);
	struct due again = { .id = { 7 }, .act = LETTER_ACT_POST, .address = S("C0OTHER") }, other = { .id = { 8 }, .act = LETTER_ACT_EDIT, .address = S("C0ROOM") };
	int64_t now = clock_monotonic_us(&clock_system);
	struct verdict verdict;

	(void)state;
	(void)send(&post);
	verdict = slack_lane_judge(&lane, arena, &post, &step, &(struct exchange_answer){ .fate = EXCHANGE_ANSWERED, .status = 429, .retry_after_seconds = 30, .body = S("") });
	assert_int_equal(FATE_WAIT, verdict.fate);    /* and no try is counted */
	assert_false(slack_lane_may(&lane, &again, now + 25 * US_PER_SECOND));
	assert_true(slack_lane_may(&lane, &other, now + 25 * US_PER_SECOND));
	assert_true(slack_lane_may(&lane, &again, now + 40 * US_PER_SECOND));
	(void)send(&post);
	assert_int_equal(FATE_SENT, hears_yes(&post).fate);
	step = (struct slack_step){ .is_anew = false };
	assert_int_equal(FATE_UNDER_WAY, send(&edit).fate);
}

static void
defect_11_a_reply_waits_until_its_message_stands_there(void **state)
{
	struct letter_to_send_row reply = letter(LETTER_ACT_REPLY);

	(void)state;
	reply.post_ts = S("");
	assert_int_equal(FATE_WAIT, send(&reply).fate);
	assert_int_equal(0, asked);
	reply.post_ts = S("1.000100");
	assert_int_equal(FATE_UNDER_WAY, send(&reply).fate);
	assert_true(str_has(last.body, S("\"thread_ts\":\"1.000100\"")));
}

static struct telling
says_who(const char *scopes)
{
	return slack_lane_hears(&lane, &exchange, arena, &(struct exchange_answer){ .token = SLACK_ASK_WHO, .fate = EXCHANGE_ANSWERED, .status = 200,
	    .scopes = str_from(scopes), .body = S("{\"ok\":true,\"team_id\":\"T0TEAM\",\"user_id\":\"U0BOT\"}") });
}

static void
what_a_token_may_is_asked_each_hour_and_told_when_it_changed(void **state)
{
	int64_t now = clock_monotonic_us(&clock_system);
	struct telling telling = says_who("identify,commands,chat:write");

	(void)state;
	assert_true(str_equal(S("T0TEAM - U0BOT commands,chat:write"), telling.body));
	asked = 0;
	slack_lane_asks(&lane, &exchange, arena, now + 59 * US_PER_MINUTE);
	assert_int_equal(0, asked);
	slack_lane_asks(&lane, &exchange, arena, now + 61 * US_PER_MINUTE);
	assert_int_equal(1, asked);
	assert_true(str_is_empty(says_who("commands,chat:write").name));
	assert_true(str_equal(S("T0TEAM - U0BOT commands"), says_who("commands").body));
	assert_true(str_equal(S("T0TEAM - U0BOT none"), says_who("identify").body));
}

static void
nobody_by_that_address_is_no_fault_of_the_lane(void **state)
{
	struct letter_to_send_row person = letter(LETTER_ACT_NONE);

	(void)state;
	(void)send(&person);
	assert_int_equal(FATE_ADDRESS, hears(&person, "users_not_found").fate);
	assert_false(slack_lane_rests(&lane));
	assert_news("", "");
}

static void
slack_that_cannot_be_reached_costs_no_try(void **state)
{
	struct letter_to_send_row post = letter(LETTER_ACT_POST);
	struct verdict verdict;

	(void)state;
	(void)send(&post);
	verdict = slack_lane_judge(&lane, arena, &post, &step, &(struct exchange_answer){ .fate = EXCHANGE_NOT_TAKEN, .words = S("no connection") });
	assert_int_equal(FATE_DOWN, verdict.fate);
	assert_false(slack_lane_rests(&lane));
}

int
main(void)
{
#define ROW(test) cmocka_unit_test_setup(test, fresh)
	const struct CMUnitTest tests[] = {
		ROW(a_token_that_is_no_longer_good_stops_the_lane_until_slack_says_otherwise),
		ROW(a_stopped_lane_asks_who_it_is_every_ten_minutes_and_goes_on_when_it_is_told),
		ROW(a_missing_scope_stops_that_kind_alone_and_is_told_once),
		ROW(a_room_that_takes_nothing_stands_still_alone),
		ROW(a_message_that_can_no_longer_be_changed_is_posted_anew_once),
		ROW(who_cannot_be_written_to_gets_mail),
		ROW(a_modal_that_comes_too_late_is_not_tried_again),
		ROW(a_home_that_changed_meanwhile_is_built_anew_once),
		ROW(a_modal_that_is_open_is_changed_in_haste_or_not_at_all),
		ROW(what_slack_does_not_understand_leaves_as_plain_words),
		ROW(defect_12_a_call_that_came_too_soon_waits_as_long_as_slack_says_and_is_sent),
		ROW(defect_11_a_reply_waits_until_its_message_stands_there),
		ROW(what_a_token_may_is_asked_each_hour_and_told_when_it_changed),
		ROW(nobody_by_that_address_is_no_fault_of_the_lane),
		ROW(slack_that_cannot_be_reached_costs_no_try),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
