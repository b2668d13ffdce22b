/* Names that nobody knows, and a server of names that says nothing: asked in the place of the C library, which libcurl's thread calls. What hangs there
 * hangs until the test lets it go, so whoever waited for it would not come back, and the alarm ends the test. */
#include <dlfcn.h>
#include <netdb.h>
#include <semaphore.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "system/testing_exchange.h"

enum { TOO_LONG_SECONDS = 60, HUNG_MS = 300, MANY = EXCHANGE_HOST_MAX + 2 };

static sem_t lets_go;
static atomic_int hanging;

int
getaddrinfo(const char *restrict name, const char *restrict service, const struct addrinfo *restrict hints, struct addrinfo **restrict out)
{
	static __typeof__(getaddrinfo) *real;
	void *found = dlsym(RTLD_NEXT, "getaddrinfo");

	if (name != NULL && strcmp(name, "hangs.example") == 0) {
		atomic_fetch_add(&hanging, 1);
		while (sem_wait(&lets_go) != 0)
			;
		atomic_fetch_sub(&hanging, 1);
		return EAI_AGAIN;
	}
	if (name != NULL && strcmp(name, "nowhere.example") == 0)
		return EAI_NONAME;
	memcpy(&real, &found, sizeof(real));
	return real(name, service, hints, out);
}

static int
begin(void **state)
{
	alarm(TOO_LONG_SECONDS);
	assert_int_equal(0, sem_init(&lets_go, 0, 0));
	return exchange_begin(state);
}

/* Closing does not wait either: those that hang are let go after it. */
static int
end(void **state)
{
	int said = exchange_end(state);

	for (int i = 0; i < MANY; i++)
		sem_post(&lets_go);
	while (atomic_load(&hanging) > 0)
		usleep(1000);
	alarm(0);
	return said;
}

static struct exchange_ask
post_to(struct str url, uint64_t token)
{
	return (struct exchange_ask){ .kind = EXCHANGE_POST, .token = token, .url = url, .content_type = S("application/json"), .body = S("{}"), .limit_ms = HUNG_MS };
}

static void
start_at(struct str url, uint64_t token)
{
	struct exchange_ask ask = post_to(url, token);

	assert_int_equal(OK, exchange.start(exchange.self, &ask));
}

static void
a_name_that_nobody_knows_was_certainly_not_taken(void **state)
{
	struct exchange_ask ask = post_to(S("https://nowhere.example/api/"), 1);
	struct exchange_answer answer = answer_to(&ask);

	(void)state;
	assert_int_equal(EXCHANGE_NOT_TAKEN, answer.fate);
	assert_false(str_is_empty(answer.words));
}

static void
while_a_server_of_names_says_nothing_others_are_served(void **state)
{
	const struct peer_row rows[ROWS] = { { "POST", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok" } };
	struct peer p = peer_open(rows, peer_serves_web);
	struct exchange_ask other = post_to(url_of_peer(&p, "http", "/"), MANY + 1);
	struct exchange_answer answer;

	(void)state;
	for (uint64_t i = 1; i <= MANY; i++)
		start_at(S("https://hangs.example/api/"), i);
	other.limit_ms = TOO_LONG_SECONDS * 1000;
	assert_int_equal(OK, exchange.start(exchange.self, &other));
	answer = next_answer();
	assert_int_equal(MANY + 1, answer.token);
	assert_int_equal(EXCHANGE_ANSWERED, answer.fate);
	for (int i = 0; i < MANY; i++) {
		answer = next_answer();
		assert_int_equal(EXCHANGE_NOT_TAKEN, answer.fate);    /* the rates and the tries of its letter stay as they are */
		assert_in_range(answer.token, 1, MANY);
	}
	assert_in_range(atomic_load(&hanging), 1, MANY);    /* nobody waited for them */
	other.token = MANY + 2;
	answer = answer_to(&other);
	assert_int_equal(EXCHANGE_ANSWERED, answer.fate);
	peer_close(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_name_that_nobody_knows_was_certainly_not_taken, begin, end),
		cmocka_unit_test_setup_teardown(while_a_server_of_names_says_nothing_others_are_served, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
