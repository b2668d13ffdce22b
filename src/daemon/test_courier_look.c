/* A post whose answer was lost: looked for before it is posted once more, and never a third time (SLACK.md 6). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "daemon/testing_courier.h"

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

	lane.is_known = true;
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
	assert_true(str_equal(S("channel=C0ROOM&oldest=1699999100&latest=1700000120&limit=30&include_all_metadata=true"), last.body));
	verdict = hears_room(&post, STANDS("7"));
	assert_int_equal(FATE_SENT, verdict.fate);
	assert_true(str_equal(S("1700000000.000100"), verdict.ref));
}

/* A page on which it does not stand, and behind it there is another. */
static struct verdict
hears_page(const struct letter_to_send_row *row, const char *cursor)
{
	struct str body = str_join(arena, 3, (struct str[]){ S("{\"ok\":true,\"messages\":[{}],\"has_more\":true,\"response_metadata\":{\"next_cursor\":\""), str_from(cursor), S("\"}}") });

	return slack_lane_judge(&lane, arena, row, &step, &(struct exchange_answer){ .fate = EXCHANGE_ANSWERED, .status = 200, .retry_after_seconds = -1, .body = body });
}

static void
it_is_looked_for_page_by_page(void **state)
{
	struct letter_to_send_row post = lost_post(LETTER_ACT_POST);

	(void)state;
	(void)send(&post);
	assert_int_equal(FATE_AGAIN, hears_page(&post, "bmV4dA==").fate);
	assert_int_equal(FATE_UNDER_WAY, send(&post).fate);
	assert_true(str_ends(last.url, S("conversations.history")));
	assert_true(str_ends(last.body, S("&cursor=bmV4dA%3D%3D")));
	assert_int_equal(FATE_SENT, hears_room(&post, STANDS("7")).fate);
}

static void
a_look_ends_after_so_many_pages(void **state)
{
	struct letter_to_send_row post = lost_post(LETTER_ACT_POST);
	int pages = 0;

	(void)state;
	for (send(&post); str_ends(last.url, S("conversations.history")) && pages < 100; send(&post)) {
		assert_int_equal(FATE_AGAIN, hears_page(&post, "more").fate);
		pages++;
	}
	assert_int_equal(20, pages);
	assert_true(str_ends(last.url, S("chat.postMessage")));
}

static void
a_page_that_is_too_long_is_asked_for_in_smaller_ones(void **state)
{
	static const char *const sizes[] = { "limit=30&", "limit=10&", "limit=3&", "limit=1&" };
	struct exchange_answer cut = { .fate = EXCHANGE_UNCLEAR, .status = 200, .body = S("{\"ok\":tr"), .words = S("the answer is too long") };
	struct letter_to_send_row post = lost_post(LETTER_ACT_POST);

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(sizes); i++) {
		(void)send(&post);
		assert_true(str_has(last.body, str_from(sizes[i])));
		assert_int_equal(FATE_AGAIN, slack_lane_judge(&lane, arena, &post, &step, &cut).fate);
	}
	(void)send(&post);
	assert_true(str_ends(last.url, S("chat.postMessage")));    /* one message alone is too long: as good as not found */
}

static void
nothing_is_repeated_before_it_is_known_whether_the_room_may_be_read(void **state)
{
	struct letter_to_send_row post = lost_post(LETTER_ACT_POST);

	(void)state;
	lane.is_known = false;    /* a courier that has just begun */
	lane.scopes[0] = '\0';
	asked = 0;
	assert_int_equal(FATE_WAIT, send(&post).fate);
	assert_int_equal(0, asked);
	lane.is_known = true;
	snprintf(lane.scopes, sizeof(lane.scopes), "chat:write,groups:history");
	assert_int_equal(FATE_UNDER_WAY, send(&post).fate);
	assert_true(str_ends(last.url, S("conversations.history")));
}

static void
one_looks_at_a_time(void **state)
{
	struct letter_to_send_row first = lost_post(LETTER_ACT_POST), second = first;
	struct slack_step kept;

	(void)state;
	second.id.value++;
	assert_int_equal(FATE_UNDER_WAY, send(&first).fate);
	kept = step;
	step = (struct slack_step){ .is_anew = false };
	assert_int_equal(FATE_WAIT, send(&second).fate);
	step = kept;
	assert_int_equal(FATE_SENT, hears_room(&first, STANDS("7")).fate);
	step = (struct slack_step){ .is_anew = false };
	assert_int_equal(FATE_UNDER_WAY, send(&second).fate);
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

int
main(void)
{
#define ROW(test) cmocka_unit_test_setup(test, fresh)
	const struct CMUnitTest tests[] = {
		ROW(an_answer_that_was_lost_costs_one_duplicate_at_most),
		ROW(a_post_whose_answer_was_lost_is_looked_for_and_found),
		ROW(it_is_looked_for_page_by_page),
		ROW(a_look_ends_after_so_many_pages),
		ROW(a_page_that_is_too_long_is_asked_for_in_smaller_ones),
		ROW(nothing_is_repeated_before_it_is_known_whether_the_room_may_be_read),
		ROW(one_looks_at_a_time),
		ROW(a_reply_is_looked_for_in_its_thread),
		ROW(what_is_found_with_old_words_is_edited),
		ROW(what_is_not_found_is_posted_once_more_and_never_a_third_time),
		ROW(a_room_that_may_not_be_read_or_says_too_much_is_posted_to_once_more),
		ROW(a_look_keeps_to_its_rate_and_waits_where_slack_says_so),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
