/* libmicrohttpd's own epoll threads stall for their whole timeout when exactly n × 128 connections are ready at once. Our loop must not:
 * as many requests a second with 128 and 256 as with one or a few fewer. A stall is a factor of hundreds, so a quarter is asked for
 * here; tests/http/bench_keepalive.c asks for more, of the whole server. */

#include "http/testing_client.h"

enum { MOST_CLIENTS = 256, REQUESTS = 5000, TRIES = 3 };

static int clients[MOST_CLIENTS];
static unsigned asked[MOST_CLIENTS];
static const struct str request = S_STATIC("GET / HTTP/1.1\r\nHost: h\r\n\r\n");

static double
seconds_now(void)
{
	return (double)clock_monotonic_us(&clock_system) / 1e6;
}

static void
ask_again(int i)
{
	if (asked[i] == LIMIT_REQUESTS_PER_CONNECTION) {
		close(clients[i]);
		clients[i] = dial();
		asked[i] = 0;
	}
	asked[i]++;
	check(send(clients[i], request.at, request.length, MSG_NOSIGNAL) == (ssize_t)request.length);
}

/* All ask, then the server is turned, as a web process turns it, until all have heard: every round has exactly so many ready. */
static void
ask_round(int count)
{
	int missing = count;

	for (int i = 0; i < count; i++)
		ask_again(i);
	while (missing > 0) {
		turn(1000);
		for (int i = 0; i < count; i++) {
			char bytes[4096];

			if (asked[i] != 0 && recv(clients[i], bytes, sizeof(bytes), MSG_DONTWAIT) > 0)
				missing--;
		}
	}
}

static double
requests_per_second(int count)
{
	double best = 0;

	for (int i = 0; i < count; i++) {
		clients[i] = dial();
		asked[i] = 0;
	}
	ask_round(count);
	for (int try = 0; try < TRIES; try++) {
		double before = seconds_now(), rate;
		int done = 0;

		for (; done < REQUESTS; done += count)
			ask_round(count);
		rate = done / (seconds_now() - before);
		best = rate > best ? rate : best;
	}
	for (int i = 0; i < count; i++)
		close(clients[i]);
	for (int i = 0; i < 10; i++)
		turn(0);
	return best;
}

static void
assert_no_stall(int few, int many)
{
	double slow = requests_per_second(few), fast = requests_per_second(many);

	print_message("%d connections: %.0f/s, %d: %.0f/s, ratio %.2f\n", few, slow, many, fast, fast / slow);
	assert_true(fast >= slow * 0.25);
}

static void
it_is_no_slower_with_128_connections_than_with_127(void **state)
{
	(void)state;
	assert_no_stall(127, 128);
}

static void
it_is_no_slower_with_256_connections_than_with_250(void **state)
{
	(void)state;
	assert_no_stall(250, 256);
}

#define STAND(test) cmocka_unit_test_setup_teardown(test, stand_open, stand_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND(it_is_no_slower_with_128_connections_than_with_127), STAND(it_is_no_slower_with_256_connections_than_with_250),
	};

	return cmocka_run_group_tests_name("keepalive", tests, NULL, NULL);
}
