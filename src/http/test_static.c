/* Embedded files; the table here stands in for the build's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/check.h"
#include "http/asset.h"
#include "http/static.h"

const struct asset assets[] = {
	{ S_STATIC("app.1.css"), S_STATIC("text/css; charset=utf-8"), S_STATIC("plain"), S_STATIC("gz"), S_STATIC("br") },
	{ S_STATIC("ui.1.woff2"), S_STATIC("font/woff2"), S_STATIC("font"), { "", 0 }, { "", 0 } },
};
const size_t assets_count = ARRAY_LENGTH(assets);

static struct arena *arena;

static enum outcome
show(struct str path, struct str encodings, struct reply **out)
{
	struct pair header = { S("accept-encoding"), encodings };
	struct request request = { .path = path, .headers = { &header, 1 } };

	*out = reply_new(arena);
	return static_show(&request, *out);
}

static struct str
header_of(const struct reply *reply, struct str name)
{
	for (size_t i = 0; i < reply->header_count; i++)
		if (str_equal(reply->headers[i].name, name))
			return reply->headers[i].value;
	return S("");
}

static void
the_smallest_form_that_the_browser_takes_is_sent(void **state)
{
	struct reply *reply;

	(void)state;
	assert_int_equal(OK, show(S("/static/app.1.css"), S("gzip, deflate, br"), &reply));
	assert_true(str_equal(S("br"), reply->static_bytes));
	assert_true(str_equal(S("br"), header_of(reply, S("Content-Encoding"))));
	assert_true(str_equal(S("text/css; charset=utf-8"), header_of(reply, S("Content-Type"))));
	assert_true(str_equal(S("Accept-Encoding"), header_of(reply, S("Vary"))));
	assert_true(reply->is_public_file);
	assert_int_equal(OK, show(S("/static/app.1.css"), S("gzip"), &reply));
	assert_true(str_equal(S("gz"), reply->static_bytes));
	assert_int_equal(OK, show(S("/static/app.1.css"), S("br;q=0, gzip;q=0"), &reply));
	assert_true(str_equal(S("plain"), reply->static_bytes));
	assert_int_equal(0, header_of(reply, S("Content-Encoding")).length);
	assert_int_equal(OK, show(S("/static/ui.1.woff2"), S("br, gzip"), &reply));
	assert_true(str_equal(S("font"), reply->static_bytes));
}

static void
a_name_that_is_not_embedded_is_not_found(void **state)
{
	struct reply *reply;

	(void)state;
	assert_int_equal(NOT_FOUND, show(S("/static/"), S(""), &reply));
	assert_int_equal(NOT_FOUND, show(S("/static/app.css"), S(""), &reply));
	assert_int_equal(NOT_FOUND, show(S("/static/app.1.css/x"), S(""), &reply));
	assert_false(static_is_path(S("/staticapp")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_smallest_form_that_the_browser_takes_is_sent), cmocka_unit_test(a_name_that_is_not_embedded_is_not_found),
	};
	int failed;

	arena_open(1 << 20, &arena);
	failed = cmocka_run_group_tests_name("static", tests, NULL, NULL);
	arena_close(&arena);
	return failed;
}
