/* Pages on the way out: compressed where the browser takes it and it pays, and the same bytes afterwards. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "http/compress.h"

enum { PAGE_BYTES = 20000 };

/* A page of that many bytes, asked for with these encodings. */
static struct reply *
page(struct arena *arena, size_t bytes, struct str encodings)
{
	struct request request = { .headers = { ARENA_NEW(arena, struct pair), 1 } };
	struct reply *reply = reply_new(arena);

	request.headers.at[0] = (struct pair){ S("accept-encoding"), encodings };
	reply_header(reply, S("Content-Type"), S("text/html; charset=utf-8"));
	for (size_t i = 0; i < bytes; i++)
		buf_char(&reply->body, (char)('a' + i * i % 23));
	compress_reply(arena, &request, reply);
	return reply;
}

static void
a_page_comes_back_byte_by_byte(void **state)
{
	static unsigned char out[PAGE_BYTES + 1];
	struct arena *arena;
	struct reply *reply;
	z_stream stream = { 0 };

	(void)state;
	arena_open(ARENA_VISIT * 2, &arena);
	reply = page(arena, PAGE_BYTES, S("br, gzip"));
	assert_in_range(reply->static_bytes.length, 20, PAGE_BYTES / 4);
	stream.next_in = (unsigned char *)(uintptr_t)reply->static_bytes.at;
	stream.avail_in = (unsigned)reply->static_bytes.length;
	stream.next_out = out;
	stream.avail_out = sizeof(out);
	assert_int_equal(Z_OK, inflateInit2(&stream, 15 + 16));
	assert_int_equal(Z_STREAM_END, inflate(&stream, Z_FINISH));
	inflateEnd(&stream);
	assert_int_equal(PAGE_BYTES, stream.total_out);
	assert_memory_equal(out, reply->body.at, PAGE_BYTES);
	arena_close(&arena);
}

static void
small_pages_and_browsers_that_do_not_take_it_get_plain_bytes(void **state)
{
	struct arena *arena;

	(void)state;
	arena_open(ARENA_VISIT * 2, &arena);
	assert_int_equal(0, page(arena, 1023, S("gzip"))->static_bytes.length);
	assert_true(page(arena, 1024, S("gzip"))->static_bytes.length > 0);
	assert_int_equal(0, page(arena, PAGE_BYTES, S("identity"))->static_bytes.length);
	assert_int_equal(0, page(arena, PAGE_BYTES, S("gzip;q=0"))->static_bytes.length);
	arena_close(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_comes_back_byte_by_byte),
		cmocka_unit_test(small_pages_and_browsers_that_do_not_take_it_get_plain_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
