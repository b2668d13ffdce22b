/* What Slack says of rooms and accounts: told of whom it was asked about, and of nobody else. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/arena.h"
#include "daemon/courier_asks.h"

static struct arena *arena;
static struct slack_lane lane;

static int
start(void **state)
{
	(void)state;
	arena_open(1 << 20, &arena);
	lane = (struct slack_lane){ .is_known = true, .rooms = { .asked = "C0ROOM" }, .users = { .asked = "U0ANA" }, .users_team = "T0TEAM" };
	return 0;
}

static int
finish(void **state)
{
	(void)state;
	arena_close(&arena);
	return 0;
}

static struct exchange_answer
answer(const char *body)
{
	return (struct exchange_answer){ .fate = EXCHANGE_ANSWERED, .status = 200, .retry_after_seconds = -1, .body = str_from(body) };
}

static void
assert_told(struct telling told, const char *name, const char *body)
{
	assert_true(str_equal(told.name, str_from(name)));
	assert_true(str_equal(told.body, str_from(body)));
}

static struct telling
of_user(const char *body)
{
	struct exchange_answer is = answer(body);

	return slack_users_hear(&lane, arena, &is);
}

static struct telling
of_room(const char *body)
{
	struct exchange_answer is = answer(body);

	return slack_rooms_hear(&lane, arena, &is);
}

static void
an_address_is_told_of_the_account_that_was_asked_about(void **state)
{
	(void)state;
	assert_told(of_user("{\"ok\":true,\"user\":{\"id\":\"U0ANA\",\"team_id\":\"T0TEAM\",\"profile\":{\"email\":\"Ana@example.org\"}}}"), "slack-user",
	    "T0TEAM U0ANA Ana@example.org");
}

static void
an_answer_about_another_account_or_workspace_tells_nothing(void **state)
{
	(void)state;
	assert_told(of_user("{\"ok\":true,\"user\":{\"id\":\"U0BO\",\"team_id\":\"T0TEAM\",\"profile\":{\"email\":\"bo@example.org\"}}}"), "", "");
	assert_told(of_user("{\"ok\":true,\"user\":{\"id\":\"U0ANA\",\"team_id\":\"T9OTHER\",\"profile\":{\"email\":\"bo@example.org\"}}}"), "", "");
}

static void
an_address_that_is_not_confirmed_or_is_two_words_is_none(void **state)
{
	(void)state;
	assert_told(of_user("{\"ok\":true,\"user\":{\"id\":\"U0ANA\",\"is_email_confirmed\":false,\"profile\":{\"email\":\"ana@example.org\"}}}"), "slack-user", "T0TEAM U0ANA -");
	assert_told(of_user("{\"ok\":true,\"user\":{\"id\":\"U0ANA\",\"deleted\":true,\"profile\":{\"email\":\"ana@example.org\"}}}"), "slack-user", "T0TEAM U0ANA -");
	assert_told(of_user("{\"ok\":true,\"user\":{\"id\":\"U0ANA\",\"profile\":{\"email\":\"ana@example.org bo\"}}}"), "slack-user", "T0TEAM U0ANA -");
	assert_told(of_user("{\"ok\":true,\"user\":{\"id\":\"U0ANA\",\"profile\":{}}}"), "slack-user", "T0TEAM U0ANA -");
	assert_told(of_user("{\"ok\":false,\"error\":\"user_not_found\"}"), "slack-user", "T0TEAM U0ANA -");
}

static void
a_slack_that_fails_is_asked_again_later(void **state)
{
	int64_t before = lane.users.look_at_us;

	(void)state;
	assert_told(of_user("{\"ok\":false,\"error\":\"internal_error\"}"), "", "");
	assert_true(lane.users.look_at_us > before);
	assert_told(of_user("{\"ok\":false,\"error\":\"missing_scope\"}"), "", "");
}

static void
a_room_is_private_only_if_slack_says_so_of_that_room(void **state)
{
	(void)state;
	assert_told(of_room("{\"ok\":true,\"channel\":{\"id\":\"C0ROOM\",\"name\":\"mentors\",\"is_private\":true,\"is_member\":true}}"), "slack-room", "C0ROOM 1 1 mentors");
	assert_told(of_room("{\"ok\":true,\"channel\":{\"id\":\"C0ELSE\",\"name\":\"general\",\"is_private\":true,\"is_member\":true}}"), "", "");
	assert_told(of_room("{\"ok\":false,\"error\":\"channel_not_found\"}"), "slack-room", "C0ROOM 0 0 -");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_address_is_told_of_the_account_that_was_asked_about, start, finish),
		cmocka_unit_test_setup_teardown(an_answer_about_another_account_or_workspace_tells_nothing, start, finish),
		cmocka_unit_test_setup_teardown(an_address_that_is_not_confirmed_or_is_two_words_is_none, start, finish),
		cmocka_unit_test_setup_teardown(a_slack_that_fails_is_asked_again_later, start, finish),
		cmocka_unit_test_setup_teardown(a_room_is_private_only_if_slack_says_so_of_that_room, start, finish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
