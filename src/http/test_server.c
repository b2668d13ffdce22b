/* The server over real sockets: answers, waiting visits, kept connections, heads that every answer carries, deadlines. */
#include "http/testing_client.h"

#define GET(path) S("GET " path " HTTP/1.1\r\nHost: h\r\n\r\n")

static void
a_page_is_answered_and_the_line_kept(void **state)
{
	struct answer got = ask(GET("/p/a%20b?x=1"));

	(void)state;
	assert_int_equal(200, got.status);
	assert_true(str_equal(got.body, S("GET /p/a b [] host=h")));
	assert_false(got.is_closed);
	assert_int_equal(1, stand.finished);
}

static void
every_answer_carries_the_security_heads(void **state)
{
	struct answer got = ask(GET("/"));

	(void)state;
	assert_true(head_has(&got, "\r\nContent-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
	    "img-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n"));
	assert_true(head_has(&got, "\r\nX-Content-Type-Options: nosniff\r\n"));
	assert_true(head_has(&got, "\r\nCross-Origin-Opener-Policy: same-origin\r\n"));
	assert_true(head_has(&got, "\r\nReferrer-Policy: same-origin\r\n"));
	assert_true(head_has(&got, "\r\nCache-Control: private, no-cache\r\n"));
	assert_false(head_has(&got, "Strict-Transport-Security"));
	assert_false(head_has(&got, "\r\nServer:"));
	assert_false(head_has(&got, "\r\nAccess-Control-"));
	got = ask(GET("/none"));
	assert_int_equal(404, got.status);
	assert_true(head_has(&got, "\r\nContent-Security-Policy: default-src 'none';"));
	assert_true(head_has(&got, "\r\nX-Content-Type-Options: nosniff\r\n"));
}

static void
an_address_with_a_token_is_neither_kept_nor_passed_on(void **state)
{
	struct answer got = ask(GET("/token"));

	(void)state;
	assert_true(head_has(&got, "\r\nReferrer-Policy: no-referrer\r\n"));
	assert_true(head_has(&got, "\r\nCache-Control: no-store\r\n"));
}

static void
what_a_session_or_a_token_read_is_not_kept(void **state)
{
	struct answer got = ask(S("GET / HTTP/1.1\r\nHost: h\r\nCookie: __Host-session=abc\r\n\r\n"));

	(void)state;
	assert_true(head_has(&got, "\r\nCache-Control: no-store\r\n"));
	got = ask(S("GET / HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer x\r\n\r\n"));
	assert_true(head_has(&got, "\r\nCache-Control: no-store\r\n"));
	got = ask(S("GET / HTTP/1.1\r\nHost: h\r\nCookie: __Host-visitor=abc\r\n\r\n"));
	assert_true(head_has(&got, "\r\nCache-Control: private, no-cache\r\n"));
	got = ask(S("GET /file HTTP/1.1\r\nHost: h\r\nCookie: __Host-session=abc\r\n\r\n"));
	assert_true(head_has(&got, "\r\nCache-Control: public, max-age=31536000, immutable\r\n"));
}

static void
a_public_file_may_be_kept_for_a_year(void **state)
{
	struct answer got = ask(GET("/file"));

	(void)state;
	assert_true(head_has(&got, "\r\nCache-Control: public, max-age=31536000, immutable\r\n"));
	assert_true(str_equal(got.body, S("bytes of a file")));
}

static void
behind_tls_browsers_are_told_to_stay_there(void **state)
{
	struct answer got;

	(void)stand_close(state);
	stand_start(true);
	got = ask(GET("/"));
	assert_true(head_has(&got, "\r\nStrict-Transport-Security: max-age=31536000; includeSubDomains\r\n"));
}

static void
head_is_answered_like_get_without_the_body(void **state)
{
	int client = dial();
	struct answer got;

	(void)state;
	assert_true(say(client, S("HEAD /file HTTP/1.1\r\nHost: h\r\n\r\nGET /file HTTP/1.1\r\nHost: h\r\n\r\n")));
	got = hear(client, false);
	assert_int_equal(200, got.status);
	assert_true(head_has(&got, "\r\nContent-Length: 15\r\n"));
	got = hear(client, true);
	assert_int_equal(200, got.status);
	assert_true(str_equal(got.body, S("bytes of a file")));
	close(client);
}

static void
requests_sent_in_one_go_are_answered_in_order(void **state)
{
	int client = dial();

	(void)state;
	assert_true(say(client, S("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nPOST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\na=b"
	    "GET /3 HTTP/1.1\r\nHost: h\r\n\r\n")));
	assert_true(str_equal(hear(client, true).body, S("GET /1 [] host=h")));
	assert_true(str_equal(hear(client, true).body, S("POST /2 [a=b] host=h")));
	assert_true(str_equal(hear(client, true).body, S("GET /3 [] host=h")));
	close(client);
}

static void
a_request_may_come_byte_by_byte(void **state)
{
	struct str bytes = S("POST /slow HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello");
	int client = dial();

	(void)state;
	for (size_t i = 0; i < bytes.length; i++)
		assert_true(say(client, str_head(str_skip(bytes, i), 1)));
	assert_true(str_equal(hear(client, true).body, S("POST /slow [hello] host=h")));
	close(client);
}

static void
the_largest_answer_comes_whole(void **state)
{
	struct answer got = ask(GET("/big"));

	(void)state;
	assert_int_equal(STAND_BIG, got.body.length);
	for (size_t i = 0; i < got.body.length; i++)
		assert_int_equal('a' + i % 26, got.body.at[i]);
}

static void
a_waiting_visit_is_answered_after_its_resume_and_the_line_kept(void **state)
{
	int client = dial();
	struct answer got;

	(void)state;
	assert_true(say(client, GET("/wait")));
	assert_int_equal(0, hear(client, true).status);
	assert_int_equal(1, stand.waiting_count);
	stand_fill(stand.waiting[0]);
	http_resume(stand.server, stand.waiting[0]);
	got = hear(client, true);
	assert_int_equal(200, got.status);
	assert_true(say(client, GET("/")));
	assert_int_equal(200, hear(client, true).status);
	turn(0);
	assert_int_equal(2, stand.finished);
	close(client);
}

static void
others_are_served_while_one_waits(void **state)
{
	int client = dial();

	(void)state;
	assert_true(say(client, S("POST /wait HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\na=b")));
	assert_int_equal(0, hear(client, true).status);
	assert_int_equal(200, ask(GET("/")).status);
	stand_fill(stand.waiting[0]);
	http_resume(stand.server, stand.waiting[0]);
	assert_true(str_equal(hear(client, true).body, S("POST /wait [a=b] host=h")));
	close(client);
}

static void
a_client_that_goes_while_it_waits_is_finished_once(void **state)
{
	int client = dial();

	(void)state;
	assert_true(say(client, GET("/wait")));
	(void)hear(client, true);
	close(client);
	for (int i = 0; i < 5; i++)
		turn(1);
	stand_fill(stand.waiting[0]);
	http_resume(stand.server, stand.waiting[0]);
	for (int i = 0; i < 10; i++)
		turn(1);
	assert_int_equal(1, stand.finished);
	assert_int_equal(0, http_connections(stand.server));
}

static void
a_server_may_be_closed_while_visits_wait(void **state)
{
	int client = dial();

	(void)state;
	assert_true(say(client, GET("/wait")));
	(void)hear(client, true);
	http_close(&stand.server);
	assert_int_equal(1, stand.finished);
	assert_null(stand.server);
	close(client);
}

static void
after_quiesce_nobody_new_is_taken_and_the_others_are_served(void **state)
{
	int before = dial(), after;

	(void)state;
	assert_true(say(before, GET("/")));
	assert_int_equal(200, hear(before, true).status);
	http_quiesce(stand.server);
	after = dial();    /* the kernel takes it for the successor */
	assert_true(say(after, GET("/")));
	assert_int_equal(0, hear(after, true).status);
	assert_true(say(before, GET("/")));
	assert_int_equal(200, hear(before, true).status);
	close(before);
	close(after);
}

static void
numbers_count_up_and_the_peer_is_known(void **state)
{
	int client = dial();

	(void)state;
	assert_true(say(client, GET("/wait")));
	(void)hear(client, true);
	assert_int_equal(1, stand.waiting[0]->request->number);
	assert_true(str_equal(stand.waiting[0]->request->peer, S("127.0.0.1")));
	close(client);
}

/* Whether the server hangs up on a client that said these words, once so much time has passed. */
static bool
is_cut_after(struct str words, int seconds)
{
	int client = dial();
	bool is_closed;

	assert_true(say(client, words));
	for (int i = 0; i < 3; i++)
		turn(1);
	stand.now_us += seconds * US_PER_SECOND;
	(void)say(client, S("x"));
	is_closed = hear(client, true).is_closed;
	close(client);
	for (int i = 0; i < 3; i++)
		turn(1);
	return is_closed;
}

static void
whoever_dribbles_a_head_is_cut_after_10_seconds(void **state)
{
	(void)state;
	assert_false(is_cut_after(S("GE"), LIMIT_HEAD_SECONDS - 1));
	assert_true(is_cut_after(S("GE"), LIMIT_HEAD_SECONDS));
	assert_false(is_cut_after(S("GET / HTTP/1.1\r\nHost: h\r\nA"), LIMIT_HEAD_SECONDS - 1));
	assert_true(is_cut_after(S("GET / HTTP/1.1\r\nHost: h\r\nA"), LIMIT_HEAD_SECONDS));
	assert_int_equal(0, stand.handled);
}

static void
whoever_dribbles_a_body_is_cut_after_30_seconds(void **state)
{
	struct str head = S("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nab");

	(void)state;
	assert_false(is_cut_after(head, LIMIT_BODY_SECONDS - 1));
	assert_true(is_cut_after(head, LIMIT_BODY_SECONDS));
	assert_int_equal(0, stand.handled);
}

static void
whoever_does_not_take_the_answer_is_cut_after_60_seconds(void **state)
{
	int few = 4096, client;

	(void)state;
	check(setsockopt(stand.listener, SOL_SOCKET, SO_SNDBUF, &few, sizeof(few)) == 0);    /* its clients inherit that */
	client = dial();
	check(setsockopt(client, SOL_SOCKET, SO_RCVBUF, &few, sizeof(few)) == 0);
	(void)say(client, GET("/big"));
	for (int i = 0; i < 20; i++)
		turn(1);
	stand.now_us += (LIMIT_SEND_SECONDS - 1) * US_PER_SECOND;
	for (int i = 0; i < 20; i++)
		turn(1);
	assert_int_equal(1, http_connections(stand.server));
	stand.now_us += US_PER_SECOND;
	for (int i = 0; i < 20; i++)
		turn(1);
	assert_int_equal(0, http_connections(stand.server));
	close(client);
}

static void
a_waiting_visit_has_no_deadline_here(void **state)
{
	(void)state;
	assert_false(is_cut_after(GET("/wait"), 3600));
	assert_int_equal(1, stand.waiting_count);
	stand_fill(stand.waiting[0]);
	http_resume(stand.server, stand.waiting[0]);
}

#define STAND(test) cmocka_unit_test_setup_teardown(test, stand_open, stand_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND(a_page_is_answered_and_the_line_kept), STAND(every_answer_carries_the_security_heads),
		STAND(an_address_with_a_token_is_neither_kept_nor_passed_on), STAND(a_public_file_may_be_kept_for_a_year),
		STAND(what_a_session_or_a_token_read_is_not_kept),
		STAND(behind_tls_browsers_are_told_to_stay_there), STAND(head_is_answered_like_get_without_the_body),
		STAND(requests_sent_in_one_go_are_answered_in_order), STAND(a_request_may_come_byte_by_byte),
		STAND(the_largest_answer_comes_whole), STAND(a_waiting_visit_is_answered_after_its_resume_and_the_line_kept),
		STAND(others_are_served_while_one_waits), STAND(a_client_that_goes_while_it_waits_is_finished_once),
		STAND(a_server_may_be_closed_while_visits_wait), STAND(after_quiesce_nobody_new_is_taken_and_the_others_are_served),
		STAND(numbers_count_up_and_the_peer_is_known), STAND(whoever_dribbles_a_head_is_cut_after_10_seconds),
		STAND(whoever_dribbles_a_body_is_cut_after_30_seconds), STAND(whoever_does_not_take_the_answer_is_cut_after_60_seconds),
		STAND(a_waiting_visit_has_no_deadline_here),
	};

	return cmocka_run_group_tests_name("server", tests, NULL, NULL);
}
