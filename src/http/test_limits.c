/* Each limit of limits.h that the server keeps: at it, and one past it. */
#include <sys/resource.h>

#include "http/testing_client.h"

static struct arena *arena;

static struct str
filled(struct str before, size_t count, struct str after)
{
	struct buf b = buf_new(arena, 64 << 10);

	buf_add(&b, before);
	for (size_t i = 0; i < count; i++)
		buf_char(&b, 'a');
	buf_add(&b, after);
	return buf_str(&b);
}

static int
open_all(void **state)
{
	arena_open(4 << 20, &arena);
	return stand_open(state);
}

static int
close_all(void **state)
{
	arena_close(&arena);
	return stand_close(state);
}

static struct answer
ask_target(size_t length)
{
	return ask(filled(S("GET /"), length - 1, S(" HTTP/1.1\r\nHost: h\r\n\r\n")));
}

static void
a_target_of_8_KiB_passes_and_one_byte_more_is_refused(void **state)
{
	(void)state;
	assert_int_equal(200, ask_target(LIMIT_TARGET_BYTES).status);
	assert_int_equal(413, ask_target(LIMIT_TARGET_BYTES + 1).status);
	assert_int_equal(1, stand.handled);
}

/* "Host" + "h" + "x-long" are 11 bytes of the head. */
static struct answer
ask_head(size_t bytes)
{
	return ask(filled(S("GET / HTTP/1.1\r\nHost: h\r\nX-Long: "), bytes - 11, S("\r\n\r\n")));
}

static void
a_head_of_16_KiB_passes_and_one_byte_more_is_refused(void **state)
{
	(void)state;
	assert_int_equal(200, ask_head(LIMIT_HEAD_BYTES).status);
	assert_int_equal(413, ask_head(LIMIT_HEAD_BYTES + 1).status);
	assert_int_equal(1, stand.handled);
}

static struct answer
ask_fields(int count, size_t value_bytes, size_t target_bytes)
{
	struct buf b = buf_new(arena, 64 << 10);

	buf_add(&b, filled(S("GET /"), target_bytes - 1, S(" HTTP/1.1\r\nHost: h\r\n")));
	for (int i = 1; i < count; i++) {
		buf_format(&b, "X%02d: ", i);
		buf_add(&b, filled(S(""), value_bytes, S("\r\n")));
	}
	buf_add(&b, S("\r\n"));
	return ask(buf_str(&b));
}

static void
a_head_of_64_fields_passes_and_one_more_is_refused(void **state)
{
	(void)state;
	assert_int_equal(200, ask_fields(LIMIT_HEADER_FIELDS, 1, 1).status);
	assert_int_equal(413, ask_fields(LIMIT_HEADER_FIELDS + 1, 1, 1).status);
	assert_int_equal(1, stand.handled);
}

static void
all_limits_of_a_head_may_be_reached_at_once(void **state)
{
	(void)state;
	assert_int_equal(200, ask_fields(LIMIT_HEADER_FIELDS, LIMIT_HEAD_BYTES / LIMIT_HEADER_FIELDS - 3, LIMIT_TARGET_BYTES).status);
}

static void
a_head_far_too_large_is_hung_up_on(void **state)
{
	struct answer got = ask_head(60 << 10);

	(void)state;
	assert_true(got.is_closed);
	assert_true(got.status == 0 || got.status == 431);    /* the answer can be lost, since it hangs up on unread bytes */
	assert_int_equal(0, stand.handled);
}

static struct answer
ask_body(size_t bytes)
{
	struct buf head = buf_new(arena, 200);

	buf_format(&head, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: %zu\r\n\r\n", bytes);
	return ask(filled(buf_str(&head), bytes, S("")));
}

static void
a_body_of_the_routes_size_passes_and_one_byte_more_is_refused(void **state)
{
	(void)state;
	assert_int_equal(200, ask_body(STAND_BODY_MAX).status);
	assert_int_equal(413, ask_body(STAND_BODY_MAX + 1).status);
	assert_int_equal(1, stand.handled);
	assert_int_equal(200, ask_body(0).status);
}

static void
a_body_too_large_is_refused_before_a_byte_of_it_came(void **state)
{
	struct answer got = ask(S("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\n\r\n"));

	(void)state;
	assert_int_equal(413, got.status);
	assert_true(got.is_closed);
	got = ask(S("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n\r\n"));
	assert_int_equal(413, got.status);
	got = ask(S("POST /none HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\n"));
	assert_int_equal(404, got.status);
}

static void
a_body_with_get_is_refused(void **state)
{
	(void)state;
	assert_int_equal(413, ask(S("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\na=b")).status);
	assert_int_equal(200, ask(S("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n")).status);
}

static void
whoever_asks_first_is_told_to_go_on(void **state)
{
	int client = dial();

	(void)state;
	assert_true(say(client, S("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")));
	assert_int_equal(100, hear(client, false).status);
	assert_true(say(client, S("a=b")));
	assert_true(str_equal(hear(client, true).body, S("POST / [a=b] host=h")));
	close(client);
}

static void
the_hundredth_request_of_a_connection_is_its_last(void **state)
{
	int client = dial();

	(void)state;
	for (int i = 1; i <= LIMIT_REQUESTS_PER_CONNECTION; i++) {
		struct answer got;

		assert_true(say(client, S("GET / HTTP/1.1\r\nHost: h\r\n\r\n")));
		got = hear(client, true);
		assert_int_equal(200, got.status);
		assert_int_equal(i == LIMIT_REQUESTS_PER_CONNECTION, head_has(&got, "\r\nConnection: close\r\n"));
	}
	assert_true(hear(client, true).is_closed);
	close(client);
}

static void
may_have_many_files(void)
{
	struct rlimit files;

	check(getrlimit(RLIMIT_NOFILE, &files) == 0);
	files.rlim_cur = files.rlim_max;
	check(setrlimit(RLIMIT_NOFILE, &files) == 0);
}

static void
dial_many(int *clients, int count, const struct str *words)
{
	for (int i = 0; i < count; i++) {
		clients[i] = dial();
		if (words != NULL)
			(void)say(clients[i], *words);
		turn(0);
	}
	for (int i = 0; i < 20; i++)
		turn(1);
}

static void
close_many(const int *clients, int count)
{
	for (int i = 0; i < count; i++)
		close(clients[i]);
	for (int i = 0; i < 50 && http_connections(stand.server) > 0; i++)
		turn(1);
	assert_int_equal(0, http_connections(stand.server));
}

static bool
is_open(int client)
{
	char byte;

	return recv(client, &byte, 1, MSG_DONTWAIT | MSG_PEEK) < 0 && errno == EAGAIN;
}

static const struct str plain = S_STATIC("GET / HTTP/1.1\r\nHost: h\r\n\r\n"), waits = S_STATIC("GET /wait HTTP/1.1\r\nHost: h\r\n\r\n"),
    begun = S_STATIC("GET / HTTP/1.1\r\nHost: ");

/* The first client asks once more in between, so the second has been idle longest. */
static void
when_few_places_are_left_the_client_idle_longest_goes(void **state)
{
	static int clients[LIMIT_CONNECTIONS];
	int places = LIMIT_CONNECTIONS - LIMIT_CONNECTIONS_SPARE;

	(void)state;
	may_have_many_files();
	dial_many(clients, 2, NULL);
	stand.now_us += US_PER_SECOND;
	dial_many(clients + 2, places - 2, NULL);
	assert_true(is_open(clients[0]) && is_open(clients[1]));
	assert_true(say(clients[0], plain));
	assert_int_equal(200, hear(clients[0], true).status);
	dial_many(clients + places, 1, &plain);
	assert_int_equal(200, hear(clients[places], true).status);
	assert_false(is_open(clients[1]));
	assert_true(is_open(clients[0]) && is_open(clients[2]));
	assert_int_equal(places, http_connections(stand.server));
	close_many(clients, places + 1);
}

static void
a_client_that_has_been_slow_goes_before_one_that_came_a_moment_ago(void **state)
{
	static int clients[LIMIT_CONNECTIONS];
	int places = LIMIT_CONNECTIONS - LIMIT_CONNECTIONS_SPARE;

	(void)state;
	may_have_many_files();
	dial_many(clients, 1, &begun);
	stand.now_us += US_PER_SECOND;
	dial_many(clients + 1, places - 2, &begun);
	stand.now_us += 2 * US_PER_SECOND;
	dial_many(clients + places - 1, 2, NULL);
	assert_false(is_open(clients[0]));
	assert_true(is_open(clients[1]) && is_open(clients[places - 1]) && is_open(clients[places]));
	close_many(clients, places + 1);
}

static void
an_idle_client_goes_before_one_in_the_middle_of_a_request(void **state)
{
	static int clients[LIMIT_CONNECTIONS];
	int places = LIMIT_CONNECTIONS - LIMIT_CONNECTIONS_SPARE;

	(void)state;
	may_have_many_files();
	dial_many(clients, places - 1, &begun);
	stand.now_us += US_PER_SECOND;
	dial_many(clients + places - 1, 1, NULL);
	stand.now_us += US_PER_SECOND / 2;
	dial_many(clients + places, 1, NULL);
	assert_false(is_open(clients[places - 1]));
	assert_int_equal(places, http_connections(stand.server));
	close_many(clients, places + 1);
}

static void
a_client_that_was_answered_a_moment_ago_stays_when_a_flood_of_newcomers_comes(void **state)
{
	static int clients[LIMIT_CONNECTIONS];
	int places = LIMIT_CONNECTIONS - LIMIT_CONNECTIONS_SPARE;

	(void)state;
	may_have_many_files();
	dial_many(clients, 1, &plain);
	assert_int_equal(200, hear(clients[0], true).status);
	stand.now_us += US_PER_SECOND;
	dial_many(clients + 1, places, NULL);
	assert_true(is_open(clients[0]));
	assert_int_equal(places, http_connections(stand.server));
	close_many(clients, places + 1);
}

/* Nobody who waits for an answer is cut; then the newcomer waits. */
static void
the_1025th_client_waits_until_another_goes(void **state)
{
	static int clients[LIMIT_CONNECTIONS + 1];

	(void)state;
	may_have_many_files();
	dial_many(clients, LIMIT_CONNECTIONS, &waits);
	assert_int_equal(LIMIT_CONNECTIONS, stand.waiting_count);
	dial_many(clients + LIMIT_CONNECTIONS, 1, &plain);
	assert_int_equal(LIMIT_CONNECTIONS, http_connections(stand.server));
	assert_int_equal(0, hear(clients[LIMIT_CONNECTIONS], true).status);
	for (unsigned i = 0; i < LIMIT_CONNECTIONS; i++) {
		struct http_visit *visit = stand.waiting[i];

		stand_fill(visit);
		http_resume(stand.server, visit);
	}
	assert_int_equal(200, hear(clients[0], true).status);
	close(clients[0]);
	assert_int_equal(200, hear(clients[LIMIT_CONNECTIONS], true).status);
	close_many(clients + 1, LIMIT_CONNECTIONS);
}

#define STAND(test) cmocka_unit_test_setup_teardown(test, open_all, close_all)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND(a_target_of_8_KiB_passes_and_one_byte_more_is_refused), STAND(a_head_of_16_KiB_passes_and_one_byte_more_is_refused),
		STAND(a_head_of_64_fields_passes_and_one_more_is_refused), STAND(all_limits_of_a_head_may_be_reached_at_once),
		STAND(a_head_far_too_large_is_hung_up_on), STAND(a_body_of_the_routes_size_passes_and_one_byte_more_is_refused),
		STAND(a_body_too_large_is_refused_before_a_byte_of_it_came), STAND(a_body_with_get_is_refused),
		STAND(whoever_asks_first_is_told_to_go_on), STAND(the_hundredth_request_of_a_connection_is_its_last),
		STAND(when_few_places_are_left_the_client_idle_longest_goes),
		STAND(a_client_that_has_been_slow_goes_before_one_that_came_a_moment_ago),
		STAND(an_idle_client_goes_before_one_in_the_middle_of_a_request),
		STAND(a_client_that_was_answered_a_moment_ago_stays_when_a_flood_of_newcomers_comes),
		STAND(the_1025th_client_waits_until_another_goes),
	};

	return cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
