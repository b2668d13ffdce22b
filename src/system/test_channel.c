/* Messages between two processes: whole or not at all, whoever dies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/check.h"
#include "system/channel.h"

static struct arena *arena;
static int ends[2];
static struct channel left, right;

static int
start(void **state)
{
	(void)state;
	arena_open(64 << 20, &arena);
	check(channel_pair(ends) == OK);
	channel_open(ends[0], &left);
	channel_open(ends[1], &right);
	return 0;
}

static int
finish(void **state)
{
	(void)state;
	channel_close(&left);
	channel_close(&right);
	close(ends[0]);
	close(ends[1]);
	arena_close(&arena);
	return 0;
}

static struct str
patterned(size_t length)
{
	char *at = arena_take(arena, length + 1);

	for (size_t i = 0; i < length; i++)
		at[i] = (char)(i * 7 + i / 251);
	return (struct str){ at, length };
}

static void
assert_comes(struct channel *channel, uint64_t sequence, struct str wanted)
{
	struct channel_head head;
	struct str bytes;

	assert_int_equal(OK, channel_receive(channel, arena, &head, &bytes));
	assert_int_equal(sequence, head.sequence);
	assert_true(str_equal(wanted, bytes));
}

static void
assert_nothing_comes(struct channel *channel)
{
	struct channel_head head;
	struct str bytes;

	assert_int_equal(NOT_FOUND, channel_receive(channel, arena, &head, &bytes));
}

static enum outcome
send_numbered(uint64_t sequence, struct str bytes)
{
	return channel_send(&left, (struct channel_head){ .kind = 7, .generation = 3, .sequence = sequence }, bytes);
}

static void
messages_come_whole_and_in_order(void **state)
{
	struct channel_head head;
	struct str bytes;

	(void)state;
	assert_nothing_comes(&right);
	assert_int_equal(OK, send_numbered(1, S("one")));
	assert_int_equal(OK, send_numbered(2, S("")));
	assert_int_equal(OK, send_numbered(UINT64_MAX, S("a\0b")));
	assert_int_equal(OK, channel_receive(&right, arena, &head, &bytes));
	assert_int_equal(7, head.kind);
	assert_int_equal(3, head.generation);
	assert_true(str_equal(S("one"), bytes));
	assert_comes(&right, 2, S(""));
	assert_comes(&right, UINT64_MAX, S("a\0b"));
	assert_nothing_comes(&right);
}

static void
both_sides_may_send(void **state)
{
	(void)state;
	assert_int_equal(OK, send_numbered(1, S("there")));
	assert_int_equal(OK, channel_send(&right, (struct channel_head){ .sequence = 2 }, S("back")));
	assert_comes(&right, 1, S("there"));
	assert_comes(&left, 2, S("back"));
}

static void
sizes_around_a_part_come_whole(void **state)
{
	static const size_t sizes[] = { (60 << 10) - 1, 60 << 10, (60 << 10) + 1, (120 << 10) - 1, 120 << 10, (120 << 10) + 1 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(sizes); i++) {
		struct str bytes = patterned(sizes[i]);

		assert_int_equal(OK, send_numbered(i, bytes));
		assert_comes(&right, i, bytes);
	}
}

/* Even where the system allows only small buffers: the sender waits while the receiver reads. */
static void
the_largest_message_comes_whole_through_a_small_buffer(void **state)
{
	struct str bytes = patterned(CHANNEL_MESSAGE_MAX);
	struct pollfd ready = { .fd = ends[1], .events = POLLIN };
	int small = 128 << 10, status = 0;
	struct channel_head head;
	struct str got = S("");
	pid_t child;

	(void)state;
	check(setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &small, sizeof(small)) == 0);
	child = fork();
	check(child >= 0);
	if (child == 0)
		_exit(send_numbered(9, bytes) == OK ? 0 : 1);
	for (int i = 0; i < 1000 && got.length == 0; i++) {
		(void)poll(&ready, 1, 1000);
		if (channel_receive(&right, arena, &head, &got) == OK)
			break;
	}
	assert_int_equal(child, waitpid(child, &status, 0));
	assert_int_equal(0, status);
	assert_true(str_equal(bytes, got));
}

static void
a_full_channel_is_busy_and_loses_nothing(void **state)
{
	struct str bytes = patterned(32 << 10);
	uint64_t sent = 0;

	(void)state;
	while (send_numbered(sent, bytes) == OK)
		sent++;
	assert_true(sent > 0);
	assert_int_equal(BUSY, send_numbered(sent, bytes));
	for (uint64_t i = 0; i < sent; i++)
		assert_comes(&right, i, bytes);
	assert_nothing_comes(&right);
	assert_int_equal(OK, send_numbered(sent, bytes));
	assert_comes(&right, sent, bytes);
}

static void
the_rest_of_a_message_whose_reader_died_is_dropped(void **state)
{
	static char part[128 << 10];
	struct channel successor;

	(void)state;
	assert_int_equal(OK, send_numbered(1, patterned(150 << 10)));
	assert_int_equal(OK, send_numbered(2, S("next")));
	assert_true(recv(ends[1], part, sizeof(part), 0) > 0);    /* read by one who dies now */
	channel_open(ends[1], &successor);
	assert_comes(&successor, 2, S("next"));
	assert_nothing_comes(&successor);
	channel_close(&successor);
}

static void
the_start_of_a_message_whose_sender_died_is_dropped(void **state)
{
	static char part[128 << 10];
	ssize_t length;

	(void)state;
	assert_int_equal(OK, send_numbered(1, patterned(150 << 10)));
	length = recv(ends[1], part, sizeof(part), 0);
	while (recv(ends[1], part + length, sizeof(part) - (size_t)length, 0) > 0)
		;
	check(send(ends[0], part, (size_t)length, 0) == length);    /* the first part alone */
	assert_nothing_comes(&right);
	assert_int_equal(OK, send_numbered(2, S("of the successor")));
	assert_comes(&right, 2, S("of the successor"));
	assert_nothing_comes(&right);
}

static void
a_packet_that_is_no_part_is_ignored(void **state)
{
	char junk[64];

	(void)state;
	memset(junk, 0xff, sizeof(junk));
	check(send(ends[0], junk, sizeof(junk), 0) == (ssize_t)sizeof(junk));
	assert_int_equal(OK, send_numbered(1, S("good")));
	assert_comes(&right, 1, S("good"));
}

static void
a_side_that_is_gone_is_told(void **state)
{
	(void)state;
	close(ends[1]);
	assert_int_equal(STORE_LOST, send_numbered(1, S("x")));
	ends[1] = dup(ends[0]);
}

#define PAIR(test) cmocka_unit_test_setup_teardown(test, start, finish)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PAIR(messages_come_whole_and_in_order), PAIR(both_sides_may_send), PAIR(sizes_around_a_part_come_whole),
		PAIR(the_largest_message_comes_whole_through_a_small_buffer), PAIR(a_full_channel_is_busy_and_loses_nothing),
		PAIR(the_rest_of_a_message_whose_reader_died_is_dropped), PAIR(the_start_of_a_message_whose_sender_died_is_dropped),
		PAIR(a_packet_that_is_no_part_is_ignored), PAIR(a_side_that_is_gone_is_told),
	};

	return cmocka_run_group_tests_name("channel", tests, NULL, NULL);
}
