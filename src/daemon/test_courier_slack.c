/* What becomes of a letter when Slack says no: SLACK.md 10, row by row, with an exchange that keeps what it was asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/courier_slack.h"

static struct arena *arena;
static struct slack_lane lane;
static struct slack_step step;
static struct process process;
static struct exchange_ask last;
static int asked;

static enum outcome
hear(void *self, const struct exchange_ask *ask)
{
	(void)self;
	last = (struct exchange_ask){ .url = str_copy(arena, ask->url), .body = str_copy(arena, ask->body), .bearer = str_copy(arena, ask->bearer) };
	asked++;
	return OK;
}

static struct exchange exchange = { .start = hear };

static int
start(void **state)
{
	(void)state;
	arena_open(16 << 20, &arena);
	return 0;
}

static int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static int
fresh(void **state)
{
	(void)state;
	process = (struct process){ .arena = arena, .clock = clock_system, .orders.courier.has_slack = true };
	snprintf(process.orders.courier.slack_api_url, sizeof(process.orders.courier.slack_api_url), "https://slack.example/api/");
	snprintf(process.orders.courier.slack_token, sizeof(process.orders.courier.slack_token), "xoxb-ours");
	slack_lane_open(&lane, &process);
	step = (struct slack_step){ .is_anew = false };
	asked = 0;
	return 0;
}

static struct letter_to_send_row
letter(enum letter_act act)
{
	return (struct letter_to_send_row){ .id = { 7 }, .act = act, .channel = LETTER_CHANNEL_SLACK, .address = act == LETTER_ACT_NONE ? S("U0ANA") :
	    act == LETTER_ACT_ANSWER ? S("https://hooks.slack.com/x") : S("C0ROOM"), .target = S("T"), .post_ts = S("1.000100"), .subject = S("Words"),
	    .trouble = S(""), .body = act == LETTER_ACT_NONE ? S("PWords\n") : S("{\"text\":\"Plain words\",\"blocks\":[{\"type\":\"actions\",\"elements\":[{\"url\":\"https://h.example/r/1\"}]}]}"),
	    .sealed = S(""), .request = { 3 }, .made_at = clock_wall(&clock_system) };
}

static struct verdict
send(const struct letter_to_send_row *row)
{
	return slack_lane_send(&lane, &(struct slack_send){ &exchange, arena, row, &step, 99 });
}

/* Slack's "no" to whatever is under way. */
static struct verdict
hears(const struct letter_to_send_row *row, const char *error)
{
	struct buf body = buf_new(arena, 200);

	buf_format(&body, "{\"ok\":false,\"error\":\"%s\"}", error);
	return slack_lane_judge(&lane, arena, row, &step, &(struct exchange_answer){ .fate = EXCHANGE_ANSWERED, .status = 200, .retry_after_seconds = -1, .body = buf_str(&body) });
}

static struct verdict
hears_yes(const struct letter_to_send_row *row)
{
	return slack_lane_judge(&lane, arena, row, &step, &(struct exchange_answer){ .fate = EXCHANGE_ANSWERED, .status = 200, .retry_after_seconds = -1,
	    .body = S("{\"ok\":true,\"ts\":\"2.000200\",\"channel\":{\"id\":\"D0ANA\"}}") });
}

static void
assert_news(const char *name, const char *body)
{
	struct telling news = slack_lane_news(&lane, arena);

	assert_string_equal(name, str_c(arena, news.name));
	assert_string_equal(body, str_c(arena, news.body));
}

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

/* Its answer is lost; the writer counts it, and another courier may have it then. */
static struct verdict
loses(struct letter_to_send_row *row)
{
	struct verdict verdict = slack_lane_judge(&lane, arena, row, &step, &(struct exchange_answer){ .fate = EXCHANGE_UNCLEAR, .words = S("cut") });

	row->lost += verdict.is_lost;
	row->lost_at = (struct moment){ INT64_C(1700000000) * US_PER_SECOND };
	step = (struct slack_step){ .is_anew = false };
	return verdict;
}

static void
an_answer_that_was_lost_costs_one_duplicate_at_most(void **state)
{
	struct letter_to_send_row post = letter(LETTER_ACT_POST);
	struct verdict verdict;

	(void)state;
	(void)send(&post);
	verdict = loses(&post);
	assert_int_equal(FATE_LATER, verdict.fate);
	assert_int_equal(30, verdict.wait_seconds);
	post.trouble = S("too many calls");    /* another trouble between does not make it forgotten */
	assert_int_equal(FATE_UNDER_WAY, send(&post).fate);
	assert_true(str_ends(last.url, S("chat.postMessage")));
	assert_int_equal(FATE_REFUSED, loses(&post).fate);
}

static struct verdict
hears_room(const struct letter_to_send_row *row, const char *messages)
{
	struct str body = str_join(arena, 3, (struct str[]){ S("{\"ok\":true,\"messages\":["), str_from(messages), S("]}") });

	return slack_lane_judge(&lane, arena, row, &step, &(struct exchange_answer){ .fate = EXCHANGE_ANSWERED, .status = 200, .retry_after_seconds = -1, .body = body });
}

/* A post whose answer was lost, of a lane that may read the room. */
static struct letter_to_send_row
lost_post(enum letter_act act)
{
	struct letter_to_send_row post = letter(act);

	snprintf(lane.scopes, sizeof(lane.scopes), "chat:write,groups:history");
	post.body = S("{\"text\":\"x\",\"metadata\":{\"event_type\":\"t\",\"event_payload\":{\"id\":\"7qk2\",\"seq\":7}}}");
	(void)send(&post);
	assert_int_equal(FATE_LATER, loses(&post).fate);
	return post;
}

#define STANDS(seq) "{\"ts\":\"1700000000.000100\",\"metadata\":{\"event_type\":\"t\",\"event_payload\":{\"id\":\"7qk2\",\"seq\":" seq "}}}"

static void
a_post_whose_answer_was_lost_is_looked_for_and_found(void **state)
{
	struct letter_to_send_row post = lost_post(LETTER_ACT_POST);
	struct verdict verdict;

	(void)state;
	assert_int_equal(FATE_UNDER_WAY, send(&post).fate);
	assert_true(str_ends(last.url, S("conversations.history")));
	assert_true(str_equal(S("channel=C0ROOM&oldest=1699999820&latest=1700000120&limit=30&include_all_metadata=true"), last.body));
	verdict = hears_room(&post, STANDS("7"));
	assert_int_equal(FATE_SENT, verdict.fate);
	assert_true(str_equal(S("1700000000.000100"), verdict.ref));
}

static void
a_reply_is_looked_for_in_its_thread(void **state)
{
	struct letter_to_send_row reply = lost_post(LETTER_ACT_REPLY);

	(void)state;
	assert_int_equal(FATE_UNDER_WAY, send(&reply).fate);
	assert_true(str_ends(last.url, S("conversations.replies")));
	assert_true(str_starts(last.body, S("channel=C0ROOM&ts=1.000100&")));
	assert_int_equal(FATE_SENT, hears_room(&reply, STANDS("7")).fate);
}

static void
what_is_found_with_old_words_is_edited(void **state)
{
	struct letter_to_send_row post = lost_post(LETTER_ACT_POST);

	(void)state;
	(void)send(&post);
	assert_int_equal(FATE_AGAIN, hears_room(&post, STANDS("6")).fate);
	assert_int_equal(FATE_UNDER_WAY, send(&post).fate);
	assert_true(str_ends(last.url, S("chat.update")));
	assert_true(str_has(last.body, S("\"ts\":\"1700000000.000100\"")));
	assert_int_equal(FATE_AGAIN, hears(&post, "message_not_found").fate);    /* somebody took it out meanwhile */
	assert_int_equal(FATE_UNDER_WAY, send(&post).fate);
	assert_true(str_ends(last.url, S("chat.postMessage")));
}

static void
what_is_not_found_is_posted_once_more_and_never_a_third_time(void **state)
{
	struct letter_to_send_row post = lost_post(LETTER_ACT_POST);

	(void)state;
	(void)send(&post);
	assert_int_equal(FATE_AGAIN, hears_room(&post, "").fate);
	assert_int_equal(FATE_UNDER_WAY, send(&post).fate);
	assert_true(str_ends(last.url, S("chat.postMessage")));
	assert_int_equal(FATE_LATER, loses(&post).fate);
	assert_int_equal(FATE_UNDER_WAY, send(&post).fate);    /* a look may still find it */
	assert_true(str_ends(last.url, S("conversations.history")));
	assert_int_equal(FATE_REFUSED, hears_room(&post, "").fate);
	step = (struct slack_step){ .is_anew = false };
	lane.scopes[0] = '\0';
	assert_int_equal(FATE_REFUSED, send(&post).fate);
}

static void
a_room_that_may_not_be_read_or_says_too_much_is_posted_to_once_more(void **state)
{
	struct letter_to_send_row post = lost_post(LETTER_ACT_POST);
	struct exchange_answer cut = { .fate = EXCHANGE_UNCLEAR, .status = 200, .body = S("{\"ok\":tr"), .words = S("the answer is too long") };

	(void)state;
	(void)send(&post);
	assert_int_equal(FATE_AGAIN, hears(&post, "missing_scope").fate);
	assert_news("", "");    /* in a room for everybody it is as it should be */
	(void)send(&post);
	assert_true(str_ends(last.url, S("chat.postMessage")));
	step = (struct slack_step){ .is_anew = false };
	(void)send(&post);
	assert_true(str_ends(last.url, S("conversations.history")));
	assert_int_equal(FATE_AGAIN, slack_lane_judge(&lane, arena, &post, &step, &cut).fate);
}

static void
a_look_keeps_to_its_rate_and_waits_where_slack_says_so(void **state)
{
	struct letter_to_send_row post = lost_post(LETTER_ACT_POST);
	int looks = 0;

	(void)state;
	while (send(&post).fate == FATE_UNDER_WAY && looks < 100) {
		step = (struct slack_step){ .is_anew = false };
		looks++;
	}
	assert_int_equal(40, looks);    /* of fifty a minute */
	fresh(state);
	post = lost_post(LETTER_ACT_POST);
	(void)send(&post);
	assert_int_equal(FATE_WAIT, slack_lane_judge(&lane, arena, &post, &step,
	    &(struct exchange_answer){ .fate = EXCHANGE_ANSWERED, .status = 429, .retry_after_seconds = 30, .body = S("") }).fate);
	assert_int_equal(FATE_WAIT, send(&post).fate);
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
		ROW(an_answer_that_was_lost_costs_one_duplicate_at_most),
		ROW(a_post_whose_answer_was_lost_is_looked_for_and_found),
		ROW(a_reply_is_looked_for_in_its_thread),
		ROW(what_is_found_with_old_words_is_edited),
		ROW(what_is_not_found_is_posted_once_more_and_never_a_third_time),
		ROW(a_room_that_may_not_be_read_or_says_too_much_is_posted_to_once_more),
		ROW(a_look_keeps_to_its_rate_and_waits_where_slack_says_so),
		ROW(what_a_token_may_is_asked_each_hour_and_told_when_it_changed),
		ROW(nobody_by_that_address_is_no_fault_of_the_lane),
		ROW(slack_that_cannot_be_reached_costs_no_try),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
