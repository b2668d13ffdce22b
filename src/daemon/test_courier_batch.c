/* Many letters in one command, each with an outcome of its own. The test is the writer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/courier_batch.h"
#include "http/reply.h"

static struct arena *arena;
static struct batches batches;
static struct process process;
static struct channel writer;
static int pair[2];
static int64_t time_us;

static int64_t
monotonic_us(void *self)
{
	(void)self;
	return time_us;
}

static int
open_all(void **state)
{
	(void)state;
	arena_open(16 << 20, &arena);
	assert_int_equal(OK, channel_pair(pair));
	channel_open(pair[1], &writer);
	time_us = US_PER_SECOND;
	batches = (struct batches){ .turn = 0 };
	process = (struct process){ .clock = { .monotonic_us = monotonic_us } };
	process.orders.writers = 1;
	process.orders.pairs[0] = pair[0];
	process.orders.boot = 7;
	batches_open(&batches, &process);
	return 0;
}

static int
close_all(void **state)
{
	(void)state;
	errands_close(&batches.errands);
	channel_close(&writer);
	close(pair[0]);
	close(pair[1]);
	arena_close(&arena);
	return 0;
}

/* The next command of the courier, answered so; its body. Empty: there is none. */
static struct str
answer(int status, const char *words)
{
	struct buf message = buf_new(arena, CHANNEL_MESSAGE_MAX);
	struct channel_head head;
	struct request request;
	struct reply *reply = reply_new(arena);
	struct str bytes;

	batches_run(&batches, arena);
	if (channel_receive(&writer, arena, &head, &bytes) != OK)
		return S("");
	assert_int_equal(OK, request_read(arena, bytes, &request));
	reply->status = status;
	buf_add(&reply->body, str_from(words));
	reply_print(&message, reply);
	head.kind = MESSAGE_REPLY;
	assert_int_equal(OK, channel_send(&writer, head, buf_str(&message)));
	return str_join(arena, 3, (struct str[]){ request.path, S(" "), request.body });
}

static struct slot *
want(int64_t id)
{
	return batches_want(&batches, LETTER_CHANNEL_MAIL, (struct letter_id){ id }, time_us);
}

#define assert_says(text, said) assert_string_equal(text, str_c(arena, said))

static void
those_that_are_due_are_asked_for_in_one_command_and_each_has_its_answer(void **state)
{
	struct slot *second, *first;

	(void)state;
	second = want(22);
	first = want(11);
	assert_null(want(11));    /* it is under way */
	assert_says("letter-take 7 11 22", answer(200, "5 0 "));
	assert_says("", answer(200, ""));
	assert_int_equal(TAKEN, first->phase);
	assert_int_equal(5, first->hold);
	assert_int_equal(FREE, second->phase);
	assert_true(batches.is_any_gone[LETTER_CHANNEL_MAIL]);
	assert_ptr_equal(first, batches_next(&batches, LETTER_CHANNEL_MAIL));
}

static void
trouble_with_one_is_not_the_others_trouble(void **state)
{
	struct slot *bad, *good;

	(void)state;
	bad = want(11);
	good = want(22);
	assert_says("letter-take 7 11 22", answer(500, "STORE_FAILED"));
	assert_says("letter-take 7 11", answer(500, "STORE_FAILED"));
	assert_says("letter-take 7 11", answer(500, "STORE_FAILED"));
	assert_says("letter-take 7 22", answer(200, "5 "));
	assert_says("", answer(200, ""));
	assert_int_equal(TAKEN, good->phase);
	assert_int_equal(FREE, bad->phase);    /* looked at again with what is due */
}

static void
what_became_of_them_is_told_together_and_again_where_the_writer_was_lost(void **state)
{
	struct slot *one, *other;

	(void)state;
	one = want(11);
	other = want(22);
	(void)answer(200, "5 6 ");
	assert_says("", answer(200, ""));
	batches_end(one, S("sent"), S("abc"));
	batches_end(other, S("later"), S("1 0 451\r\nto the recipient"));
	assert_says("letter-settle 11 5 sent abc\n22 6 later 1 0 451  to the recipient\n", answer(503, "STORE_LOST"));
	assert_says("letter-settle 11 5 sent abc\n", answer(200, "1"));
	assert_says("letter-settle 22 6 later 1 0 451  to the recipient\n", answer(200, "1"));
	assert_says("", answer(200, ""));
	assert_int_equal(FREE, one->phase);
	assert_int_equal(FREE, other->phase);
}

static void
a_writer_that_says_nothing_is_asked_again_and_then_left_to_the_lease(void **state)
{
	struct slot *slot;

	(void)state;
	slot = want(11);
	(void)answer(200, "5 ");
	(void)answer(200, "");
	batches_end(slot, S("sent"), S(""));
	for (int i = 0; i < 3; i++) {
		struct channel_head head;
		struct str bytes;

		batches_run(&batches, arena);
		assert_int_equal(OK, channel_receive(&writer, arena, &head, &bytes));
		assert_int_equal(SETTLING, slot->phase);
		time_us += 11 * US_PER_SECOND;
	}
	batches_run(&batches, arena);
	assert_int_equal(FREE, slot->phase);
}

static void
what_cannot_wait_goes_first(void **state)
{
	struct slot *first, *hasty;

	(void)state;
	first = want(11);
	hasty = want(22);
	hasty->is_hasty = true;
	(void)answer(200, "5 6 ");
	(void)answer(200, "");
	assert_ptr_equal(hasty, batches_next(&batches, LETTER_CHANNEL_MAIL));
	hasty->phase = SENDING;
	assert_ptr_equal(first, batches_next(&batches, LETTER_CHANNEL_MAIL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(those_that_are_due_are_asked_for_in_one_command_and_each_has_its_answer, open_all, close_all),
		cmocka_unit_test_setup_teardown(trouble_with_one_is_not_the_others_trouble, open_all, close_all),
		cmocka_unit_test_setup_teardown(what_became_of_them_is_told_together_and_again_where_the_writer_was_lost, open_all, close_all),
		cmocka_unit_test_setup_teardown(a_writer_that_says_nothing_is_asked_again_and_then_left_to_the_lease, open_all, close_all),
		cmocka_unit_test_setup_teardown(what_cannot_wait_goes_first, open_all, close_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
