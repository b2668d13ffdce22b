/* Where one message ends and the next begins may be read in one way only (TRUST.md 5.12). What libmicrohttpd lets through is refused
 * at the first callback; what it hides from us is pinned down here, so that another version cannot change it unseen. */
#include "http/testing_client.h"

#define SECOND "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n"

/* Refused with this status, hung up on, and what came behind it was never taken for a request. */
static void
assert_refused(int status, struct str bytes)
{
	struct answer got = ask(bytes);

	assert_int_equal(status, got.status);
	assert_true(got.is_closed);
	assert_int_equal(0, stand.handled);
}

/* Refused by us, not by libmicrohttpd: so with our heads, and closed. */
static void
assert_refused_by_us(enum outcome why, struct str bytes)
{
	struct answer got = ask(bytes);

	assert_int_equal(outcome_status(why), got.status);
	assert_true(head_has(&got, "\r\nConnection: close\r\n"));
	assert_true(head_has(&got, "\r\nX-Content-Type-Options: nosniff\r\n"));
	assert_true(str_equal(outcome_name(why), got.body));
	assert_true(got.is_closed);
	assert_int_equal(why, stand.refused);
	assert_int_equal(0, stand.handled);
}

#define HEAD_REFUSED(why, lines) assert_refused_by_us(why, S("GET / HTTP/1.1\r\n" lines "\r\n" SECOND))
#define POST_REFUSED(why, lines, body) assert_refused_by_us(why, S("POST / HTTP/1.1\r\nHost: h\r\n" lines "\r\n" body SECOND))

static void
a_length_beside_a_chunked_body_is_refused(void **state)
{
	(void)state;
	POST_REFUSED(LENGTH_REQUIRED, "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n");
}

static void
a_chunked_body_is_refused(void **state)
{
	(void)state;
	POST_REFUSED(LENGTH_REQUIRED, "Transfer-Encoding: chunked\r\n", "3\r\na=b\r\n0\r\n\r\n");
	POST_REFUSED(LENGTH_REQUIRED, "transfer-encoding: CHUNKED\r\n", "0\r\n\r\n");
}

static void
any_other_transfer_encoding_is_refused(void **state)
{
	(void)state;
	POST_REFUSED(LENGTH_REQUIRED, "Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n");
	POST_REFUSED(LENGTH_REQUIRED, "Transfer-Encoding: xchunked\r\n", "");
	POST_REFUSED(LENGTH_REQUIRED, "Transfer-Encoding:\r\n", "");
	HEAD_REFUSED(LENGTH_REQUIRED, "Host: h\r\nTransfer-Encoding: identity\r\n");
}

static void
a_blank_before_the_colon_is_refused(void **state)
{
	(void)state;
	POST_REFUSED(BAD_REQUEST, "Transfer-Encoding : chunked\r\n", "0\r\n\r\n");
	POST_REFUSED(BAD_REQUEST, "Content-Length : 3\r\n", "a=b");
}

static void
a_chunked_body_of_http_1_0_is_refused(void **state)
{
	(void)state;
	assert_refused_by_us(LENGTH_REQUIRED,
	    S("POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" SECOND));
}

static void
two_lengths_are_refused_even_if_equal(void **state)
{
	(void)state;
	POST_REFUSED(BAD_REQUEST, "Content-Length: 3\r\nContent-Length: 4\r\n", "a=b");
	POST_REFUSED(BAD_REQUEST, "Content-Length: 3\r\nContent-Length: 3\r\n", "a=b");
	POST_REFUSED(BAD_REQUEST, "Content-Length: 3\r\ncontent-length: 3\r\n", "a=b");
}

static void
a_length_that_is_no_plain_number_is_refused(void **state)
{
	static const char *const bad[] = { "+3", "-3", "0x3", "3, 3", "3 3", "three", "99999999999999999999999", "" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
		char text[200];
		int length = snprintf(text, sizeof(text), "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: %s\r\n\r\na=b" SECOND, bad[i]);

		assert_refused(i == 6 ? 413 : 400, (struct str){ text, (size_t)length });    /* libmicrohttpd says 413 to the one of 20 digits */
	}
}

static void
no_host_or_two_are_refused(void **state)
{
	(void)state;
	assert_refused(400, S("GET / HTTP/1.1\r\nAccept: */*\r\n\r\n" SECOND));
	HEAD_REFUSED(BAD_REQUEST, "Host: h\r\nHost: h\r\n");
	HEAD_REFUSED(BAD_REQUEST, "Host: h\r\nhost: other\r\n");
	assert_refused_by_us(BAD_REQUEST, S("GET / HTTP/1.0\r\n\r\n" SECOND));
}

static void
two_content_types_or_authorizations_are_refused(void **state)
{
	(void)state;
	POST_REFUSED(BAD_REQUEST, "Content-Type: text/plain\r\nContent-Type: text/html\r\nContent-Length: 0\r\n", "");
	HEAD_REFUSED(BAD_REQUEST, "Host: h\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n");
}

static void
a_name_that_is_no_token_is_refused(void **state)
{
	(void)state;
	HEAD_REFUSED(BAD_REQUEST, "Host: h\r\nX(y): 1\r\n");
	HEAD_REFUSED(BAD_REQUEST, "Host: h\r\nX@y: 1\r\n");
	HEAD_REFUSED(BAD_REQUEST, "Host: h\r\nX\x80y: 1\r\n");
	HEAD_REFUSED(BAD_REQUEST, "Host: h\r\nX y: 1\r\n");
	HEAD_REFUSED(BAD_REQUEST, "Host: h\r\nX\ty: 1\r\n");
}

static void
control_bytes_in_a_value_are_refused(void **state)
{
	(void)state;
	HEAD_REFUSED(BAD_REQUEST, "Host: h\r\nX: a\x01" "b\r\n");
	HEAD_REFUSED(BAD_REQUEST, "Host: h\r\nX: a\x7f" "b\r\n");
	HEAD_REFUSED(BAD_REQUEST, "Host: h\x1b\r\n");
}

static void
a_target_that_is_no_plain_path_is_refused(void **state)
{
	static const char *const bad[] = { "http://h/", "*", "x", "//", "/a//b", "/a/../b", "/a/%2e%2e/b", "/.", "/a/", "/%00", "/a%00b", "/?a=%00",
		"/%zz", "/%4", "/%ff", "/?a=%ff", "/%0d%0aX:y", "/a\x01" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
		char text[200];
		int length = snprintf(text, sizeof(text), "GET %s HTTP/1.1\r\nHost: h\r\n\r\n" SECOND, bad[i]);

		assert_refused_by_us(BAD_REQUEST, (struct str){ text, (size_t)length });
	}
}

static void
another_version_than_1_0_and_1_1_is_refused(void **state)
{
	(void)state;
	assert_refused(505, S("GET / HTTP/2.0\r\nHost: h\r\n\r\n" SECOND));
	assert_refused_by_us(BAD_REQUEST, S("GET / HTTP/1.2\r\nHost: h\r\n\r\n" SECOND));
	assert_refused(505, S("GET / HTTP/0.9\r\nHost: h\r\n\r\n" SECOND));
	assert_refused(400, S("GET / http/1.1\r\nHost: h\r\n\r\n" SECOND));
	assert_refused(400, S("GET /\r\nHost: h\r\n\r\n" SECOND));
	assert_refused(400, S("GET / HTTP/1.1 x\r\nHost: h\r\n\r\n" SECOND));
}

static void
other_methods_are_refused(void **state)
{
	(void)state;
	assert_refused_by_us(WRONG_METHOD, S("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n" SECOND));
	assert_refused_by_us(WRONG_METHOD, S("TRACE / HTTP/1.1\r\nHost: h\r\n\r\n" SECOND));
	assert_refused_by_us(WRONG_METHOD, S("CONNECT / HTTP/1.1\r\nHost: h\r\n\r\n" SECOND));
	assert_refused_by_us(WRONG_METHOD, S("get / HTTP/1.1\r\nHost: h\r\n\r\n" SECOND));
}

static void
a_tls_hello_gets_no_page(void **state)
{
	(void)state;
	assert_refused(400, S("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 \r\n\r\n"));
}

/* Pinned down: libmicrohttpd 0.9.75 glues the folded line to the name of the field before it. */
static void
a_fold_hides_no_length(void **state)
{
	(void)state;
	POST_REFUSED(BAD_REQUEST, "Content-Length:\r\n 3\r\n", "a=b");
	POST_REFUSED(BAD_REQUEST, "Content-Length: 3\r\n 4\r\n", "a=b");
	POST_REFUSED(BAD_REQUEST, "Content-Length: 3\r\nTransfer-Encoding:\r\n chunked\r\n", "a=b");
	POST_REFUSED(BAD_REQUEST, "Transfer-Encoding:\r\n\tchunked\r\nContent-Length: 3\r\n", "a=b");
	POST_REFUSED(BAD_REQUEST, "X:\r\n Content-Length: 3\r\n", "a=b");
	POST_REFUSED(BAD_REQUEST, "X: y\r\n Transfer-Encoding: chunked\r\n", "0\r\n\r\n");
	HEAD_REFUSED(BAD_REQUEST, "X: y\r\nHost: h\r\nHost: a\r\n b\r\nHost: c\r\n");
	assert_refused(400, S("GET / HTTP/1.1\r\nHost:\r\n h\r\n\r\n" SECOND));
	assert_refused(400, S("GET / HTTP/1.1\r\n Host: h\r\n\r\n" SECOND));
}

static void
a_fold_elsewhere_moves_no_border(void **state)
{
	struct answer got = ask(S("POST / HTTP/1.1\r\nHost: h\r\nX: a\r\n b\r\nContent-Length: 3\r\n\r\na=b"));

	(void)state;
	assert_int_equal(200, got.status);
	assert_true(str_equal(got.body, S("POST / [a=b] host=h")));
}

/* Pinned down: a value is cut at NUL before we can see it; the rest of the line is lost, no border moves. */
static void
a_nul_in_a_value_moves_no_border(void **state)
{
	struct answer got = ask(S("POST / HTTP/1.1\r\nHost: h\0evil\r\nContent-Length: 3\r\n\r\na=b"));

	(void)state;
	assert_int_equal(200, got.status);
	assert_true(str_equal(got.body, S("POST / [a=b] host=h")));
}

static void
a_nul_in_a_name_is_refused(void **state)
{
	(void)state;
	assert_refused(400, S("POST / HTTP/1.1\r\nHost: h\r\nContent-Length\0x: 3\r\n\r\na=b" SECOND));
	assert_refused(400, S("POST / HTTP/1.1\r\nHost: h\r\nX\0Content-Length: 3\r\n\r\na=b" SECOND));
}

/* Pinned down: a target is cut at NUL as well. */
static void
a_nul_in_the_target_shows_no_more_than_what_stands_before_it(void **state)
{
	struct answer got = ask(S("GET /a\0/../b HTTP/1.1\r\nHost: h\r\n\r\n"));

	(void)state;
	assert_int_equal(200, got.status);
	assert_true(str_equal(got.body, S("GET /a [] host=h")));
}

/* Pinned down: a bare LF ends a line as CRLF does, in the head as a whole, so both readings give the same border. */
static void
a_bare_line_feed_ends_a_line(void **state)
{
	int client = dial();

	(void)state;
	assert_true(say(client, S("POST / HTTP/1.1\nHost: h\nContent-Length: 3\n\na=bGET /2 HTTP/1.1\nHost: i\n\n")));
	assert_true(str_equal(hear(client, true).body, S("POST / [a=b] host=h")));
	assert_true(str_equal(hear(client, true).body, S("GET /2 [] host=i")));
	close(client);
}

/* A bare CR is a line's end for some and a blank for others. */
static void
a_bare_carriage_return_is_refused(void **state)
{
	(void)state;
	POST_REFUSED(BAD_REQUEST, "X: a\rContent-Length: 3\r\n", "a=b");
}

static void
a_name_without_a_colon_is_refused(void **state)
{
	(void)state;
	assert_refused(400, S("GET / HTTP/1.1\r\nHost: h\r\nnonsense\r\n\r\n" SECOND));
}

#define STAND(test) cmocka_unit_test_setup_teardown(test, stand_open, stand_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND(a_length_beside_a_chunked_body_is_refused), STAND(a_chunked_body_is_refused), STAND(any_other_transfer_encoding_is_refused),
		STAND(a_blank_before_the_colon_is_refused), STAND(a_chunked_body_of_http_1_0_is_refused),
		STAND(two_lengths_are_refused_even_if_equal), STAND(a_length_that_is_no_plain_number_is_refused),
		STAND(no_host_or_two_are_refused), STAND(two_content_types_or_authorizations_are_refused),
		STAND(a_name_that_is_no_token_is_refused), STAND(control_bytes_in_a_value_are_refused),
		STAND(a_target_that_is_no_plain_path_is_refused), STAND(another_version_than_1_0_and_1_1_is_refused),
		STAND(other_methods_are_refused), STAND(a_tls_hello_gets_no_page), STAND(a_fold_hides_no_length), STAND(a_fold_elsewhere_moves_no_border),
		STAND(a_nul_in_a_value_moves_no_border), STAND(a_nul_in_a_name_is_refused),
		STAND(a_nul_in_the_target_shows_no_more_than_what_stands_before_it), STAND(a_bare_line_feed_ends_a_line),
		STAND(a_bare_carriage_return_is_refused), STAND(a_name_without_a_colon_is_refused),
	};

	return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
