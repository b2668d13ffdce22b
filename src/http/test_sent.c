/* Forms with a file, as browsers send them and as nobody should. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "http/sent.h"

static struct arena *arena;

static enum outcome
read_sent(const char *type, struct str body, struct pairs *out)
{
	struct pair header = { S("content-type"), str_from(type) };
	struct request request = { .method = METHOD_POST, .headers = { &header, 1 }, .body = body };

	return sent_read(arena, &request, out);
}

static void
a_file_is_taken_as_it_is_and_words_as_words(void **state)
{
	struct pairs sent;

	(void)state;
	assert_int_equal(OK, read_sent("multipart/form-data; boundary=----x1", S("------x1\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\npeople\r\n------x1\r\n"
	    "Content-Disposition: form-data; name=\"file\"; filename=\"a\xff.csv\"\r\nContent-Type: text/csv\r\n\r\nName,Email\r\n\0--\r\n------x1--\r\n"), &sent));
	assert_int_equal(2, sent.count);
	assert_true(str_equal(sent.at[0].name, S("kind")) && str_equal(sent.at[0].value, S("people")));
	assert_true(str_equal(sent.at[1].name, S("file")) && str_equal(sent.at[1].value, S("Name,Email\r\n\0--")));
	assert_int_equal(OK, read_sent("application/x-www-form-urlencoded", S("kind=people"), &sent));
	assert_int_equal(1, sent.count);
}

static void
what_no_browser_sends_is_refused(void **state)
{
	static const struct str bad[] = {
		S_STATIC(""), S_STATIC("--x"), S_STATIC("--x\r\n"), S_STATIC("--x\r\n\r\nA\r\n--x--"), S_STATIC("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nA"),
		S_STATIC("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nA\r\n--x"), S_STATIC("--x\r\nContent-Disposition: form-data; name=\"a\r\n\r\nA\r\n--x--"),
		S_STATIC("--x\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nA\r\n--x--"), S_STATIC("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\xff\r\n--x--"),
		S_STATIC("--x\nContent-Disposition: form-data; name=\"a\"\n\nA\n--x--"), S_STATIC("pre\r\n--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nA\r\n--x--"),
	};
	struct pairs sent;

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		assert_int_equal(BAD_REQUEST, read_sent("multipart/form-data; boundary=x", bad[i], &sent));
	assert_int_equal(BAD_REQUEST, read_sent("multipart/form-data", S("--x--"), &sent));
	assert_int_equal(BAD_REQUEST, read_sent("multipart/form-data; boundary=", S("----"), &sent));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_file_is_taken_as_it_is_and_words_as_words), cmocka_unit_test(what_no_browser_sends_is_refused) };
	int failed;

	arena_open(1 << 20, &arena);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_close(&arena);
	return failed;
}
