/* Rate limits: at each limit and one above it, by person and by network, and in a table that is bounded. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/check.h"
#include "daemon/brakes.h"
#include "daemon/route.h"
#include "system/log.h"
#include "system/random.h"

static struct arena *arena;
static struct brakes *brakes;
static int32_t descriptor;
static struct str searched;       /* ?q= of what visit_of() makes */

static const struct route *
route_named(const char *name)
{
	for (size_t i = 0; i < route_count; i++)
		if (str_equal(routes[i].name, str_from(name)))
			return &routes[i];
	return NULL;
}

/* Of person 0 nobody knows who it is. */
static struct visit
visit_of(const char *handler, int64_t person, const char *peer)
{
	struct request *request = ARENA_NEW(arena, struct request);

	request->peer = str_from(peer);
	request->query.at = ARENA_NEW(arena, struct pair);
	request->query.at[0] = (struct pair){ S("q"), searched };
	request->query.count = 1;
	return (struct visit){ .arena = arena, .request = request, .route = route_named(handler), .who.id = { person },
		.may = person == 0 ? WHO_ANYONE : WHO_ANYONE | WHO_SIGNED_IN };
}

/* How many of the wished go through at that second. */
static int
count(const char *handler, int64_t person, const char *peer, int wished, int64_t second)
{
	int taken = 0;

	for (int i = 0; i < wished; i++) {
		struct visit v = visit_of(handler, person, peer);

		taken += brakes_take(brakes, &v, S(""), second * US_PER_SECOND) == OK ? 1 : 0;
	}
	return taken;
}

static int
start(void **state)
{
	(void)state;
	arena_reset(arena);
	assert_int_equal(OK, brakes_make(&random_system, &descriptor));
	brakes_open(descriptor, &brakes);
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	brakes_close(&brakes);
	close(descriptor);
	return 0;
}

static void
each_limit_lets_its_count_through_and_not_one_more(void **state)
{
	static const struct {
		const char *handler;
		int64_t person;
		int most;
	} rows[] = {
		{ "me_save", 1, 120 }, { "login_link_use", 0, 30 }, { "setup_use", 0, 10 }, { "second_factor_use", 2, 10 },
		{ "factor_reset_ask", 3, 10 }, { "person_show", 4, 60 }, { "people_list", 5, 60 }, { "person_add", 6, 60 }, { "request_claim", 7, 60 },
		{ "request_note", 8, 60 }, { "requests_export", 9, 20 }, { "people_export", 10, 20 }, { "ready_show", 0, 120 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		assert_int_equal(rows[i].most, count(rows[i].handler, rows[i].person, "10.1.2.3", rows[i].most, 100));
		assert_int_equal(0, count(rows[i].handler, rows[i].person, "10.1.2.3", 1, 100));
	}
}

/* Also of somebody signed in: a count by person would say who writes reports. */
static void
reports_are_limited_by_network_whoever_writes_them(void **state)
{
	(void)state;
	assert_int_equal(10, count("report_send", 0, "10.9.9.1", 11, 100));
	assert_int_equal(0, count("report_send", 12, "10.9.9.2", 1, 100));
	assert_int_equal(1, count("report_send", 12, "10.9.8.2", 1, 100));
	assert_int_equal(30, count("report_follow", 0, "10.9.9.1", 31, 100));
	assert_int_equal(0, count("report_answer", 0, "10.9.9.1", 1, 100));
}

/* All of Slack's calls come from its own few networks. */
static void
reports_from_a_chat_are_limited_by_account(void **state)
{
	struct visit v = visit_of("slack_interact", 0, "10.9.9.1");
	int taken = 0;

	(void)state;
	for (int i = 0; i < 11; i++)
		taken += brakes_take_report(brakes, &v, S("T0TEAM/U0ANA"), 100 * US_PER_SECOND) == OK ? 1 : 0;
	assert_int_equal(10, taken);
	assert_int_equal(OK, brakes_take_report(brakes, &v, S("T0TEAM/U0BO"), 100 * US_PER_SECOND));
	assert_int_equal(OK, brakes_take_report(brakes, &v, S("T0TEAM/U0ANA"), 500 * US_PER_SECOND));
}

/* Paging through a list is not looking for somebody. */
static void
searching_is_limited_and_reading_the_same_list_is_not(void **state)
{
	static const char *const lists[] = { "queue_show", "coordinate_requests", "api_requests", "api_members", "api_mentors" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(lists); i++) {
		searched = S("ana");
		assert_int_equal(60, count(lists[i], 20 + (int64_t)i, "10.1.2.3", 61, 100));
		searched = S("");
		assert_int_equal(61, count(lists[i], 20 + (int64_t)i, "10.1.2.3", 61, 100));
	}
}

static void
a_day_of_profiles_ends_at_two_hundred_and_what_refills_in_it(void **state)
{
	int taken = 0;

	(void)state;
	for (int64_t hour = 0; hour < 5; hour++)
		taken += count("person_show", 1, "10.1.2.3", 60, 100 + hour * 3600);
	assert_in_range(taken, 200, 240);
	assert_int_equal(0, count("person_show", 1, "10.1.2.3", 1, 100 + 4 * 3600));
}

static void
buckets_fill_again_evenly_and_say_when(void **state)
{
	struct visit v = visit_of("me_save", 1, "10.1.2.3");

	(void)state;
	assert_int_equal(120, count("me_save", 1, "10.1.2.3", 200, 1000));
	assert_int_equal(TOO_MANY, brakes_take(brakes, &v, S(""), 1000 * US_PER_SECOND));
	assert_int_equal(1, v.wait_seconds);
	assert_int_equal(2, count("me_save", 1, "10.1.2.3", 10, 1001));
	assert_int_equal(120, count("me_save", 1, "10.1.2.3", 200, 1100));
}

static void
persons_are_apart_at_one_address_and_networks_are_as_one(void **state)
{
	(void)state;
	for (int64_t person = 1; person <= 300; person++)
		assert_int_equal(1, count("request_claim", person, "10.1.2.3", 1, 100));
	assert_int_equal(30, count("login_link_use", 0, "10.1.2.3", 40, 100));
	assert_int_equal(0, count("login_link_use", 0, "10.1.2.200", 1, 100));
	assert_int_equal(30, count("login_link_use", 0, "10.1.3.3", 40, 100));
	assert_int_equal(30, count("login_link_use", 0, "2001:db8:1:2::1", 40, 100));
	assert_int_equal(0, count("login_link_use", 0, "2001:db8:1:ffff::9", 1, 100));
	assert_int_equal(30, count("login_link_use", 0, "2001:db8:2::1", 40, 100));
}

static struct str
network(const char *peer, const char *forwarded, const char *proxy)
{
	struct request *request = ARENA_NEW(arena, struct request);

	request->peer = str_from(peer);
	request->headers.at = ARENA_NEW(arena, struct pair);
	request->headers.at[0] = (struct pair){ S("x-forwarded-for"), str_from(forwarded) };
	request->headers.count = 1;
	return brakes_network(arena, request, str_from(proxy));
}

static void
only_the_proxys_word_is_believed_and_only_its_last(void **state)
{
	(void)state;
	assert_true(str_equal(S("10.1.2.0/24"), network("10.1.2.3", "192.0.2.7", "")));
	assert_true(str_equal(S("10.1.2.0/24"), network("10.1.2.3", "192.0.2.7", "127.0.0.1")));
	assert_true(str_equal(S("192.0.2.0/24"), network("127.0.0.1", "192.0.2.7", "127.0.0.1")));
	assert_true(str_equal(S("198.51.100.0/24"), network("127.0.0.1", "192.0.2.7, 198.51.100.9", "127.0.0.1")));
	assert_true(str_equal(S("127.0.0.0/24"), network("127.0.0.1", "", "127.0.0.1")));
	assert_true(str_equal(S("unknown"), network("127.0.0.1", "nonsense", "127.0.0.1")));
	assert_true(str_equal(S("192.0.2.0/24"), network("127.0.0.1", "::ffff:192.0.2.7", "127.0.0.1")));
	assert_true(str_equal(S("2001:db8:1::/48"), network("::1", "2001:db8:1:2::3", "::1")));
}

static void
the_table_is_bounded_and_forgets_who_was_away_longest(void **state)
{
	char peer[32];

	(void)state;
	assert_int_equal(30, count("login_link_use", 0, "192.0.2.1", 40, 100));
	for (int i = 0; i < 60000; i++) {
		(void)snprintf(peer, sizeof(peer), "10.%d.%d.1", i / 256, i % 256);
		assert_int_equal(1, count("login_link_use", 0, peer, 1, 100));
		if (i % 1000 == 0)
			arena_reset(arena);
	}
	assert_int_equal(0, count("login_link_use", 0, "192.0.2.1", 1, 100));    /* who used up most is kept longest */
}

/* Four processes take from one bucket: together no more than it holds. */
static void
processes_share_their_buckets(void **state)
{
	int taken = 0;

	(void)state;
	for (int i = 0; i < 4; i++) {
		pid_t pid = fork();

		if (pid == 0)
			_exit(count("me_save", 1, "10.1.2.3", 100, 100));
		assert_true(pid > 0);
	}
	for (int i = 0; i < 4; i++) {
		int status;

		assert_true(wait(&status) > 0);
		taken += WEXITSTATUS(status);
	}
	assert_int_equal(120, taken);
}

#define BRAKED(name) cmocka_unit_test_setup_teardown(name, start, stop)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BRAKED(each_limit_lets_its_count_through_and_not_one_more), BRAKED(searching_is_limited_and_reading_the_same_list_is_not),
		BRAKED(a_day_of_profiles_ends_at_two_hundred_and_what_refills_in_it),
		BRAKED(buckets_fill_again_evenly_and_say_when), BRAKED(persons_are_apart_at_one_address_and_networks_are_as_one),
		BRAKED(only_the_proxys_word_is_believed_and_only_its_last), BRAKED(the_table_is_bounded_and_forgets_who_was_away_longest),
		BRAKED(processes_share_their_buckets), BRAKED(reports_are_limited_by_network_whoever_writes_them),
		BRAKED(reports_from_a_chat_are_limited_by_account),
	};
	int failed;

	secrets_start();
	log_shows(LOG_ERROR);
	arena_open(64 << 20, &arena);
	failed = cmocka_run_group_tests_name("brakes", tests, NULL, NULL);
	arena_close(&arena);
	return failed;
}
