/* zlib with the visit's arena as its memory: nothing to free, bounded like the rest. */
#include "http/compress.h"

#include <zlib.h>

#include "base/arena.h"
#include "base/check.h"

enum { WORTH_BYTES = 1024, LEVEL = 4, WINDOW_GZIP = 15 + 16, MEMORY_LEVEL = 8 };

bool
compress_is_taken(const struct request *request, struct str encoding)
{
	struct str rest = request_header(request, S("accept-encoding")), part;

	while (str_next(&rest, ',', &part))
		if (str_equal(str_trim(part), encoding))
			return true;
	return false;
}

static void *
take(void *arena, unsigned count, unsigned size)
{
	return arena_take_many(arena, count, size);
}

static void
leave(void *arena, void *at)
{
	(void)arena;
	(void)at;
}

static struct str
gzip_of(struct arena *arena, struct str bytes)
{
	z_stream stream = { .zalloc = take, .zfree = leave, .opaque = arena };
	unsigned char *out;
	uLong most;

	check(deflateInit2(&stream, LEVEL, Z_DEFLATED, WINDOW_GZIP, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) == Z_OK);
	most = deflateBound(&stream, (uLong)bytes.length);
	out = arena_take(arena, most);
	stream.next_in = (unsigned char *)(uintptr_t)bytes.at;
	stream.avail_in = (unsigned)bytes.length;
	stream.next_out = out;
	stream.avail_out = (unsigned)most;
	check(deflate(&stream, Z_FINISH) == Z_STREAM_END);
	check(deflateEnd(&stream) == Z_OK);
	return (struct str){ (const char *)out, stream.total_out };
}

static bool
is_page(const struct reply *reply)
{
	for (size_t i = 0; i < reply->header_count; i++)
		if (str_equal(reply->headers[i].name, S("Content-Type")))
			return str_starts(reply->headers[i].value, S("text/html"));
	return false;
}

void
compress_reply(struct arena *arena, const struct request *request, struct reply *reply)
{
	if (reply->static_bytes.length > 0 || !is_page(reply))
		return;
	reply_header(reply, S("Vary"), S("Accept-Encoding"));
	if (reply->body.length < WORTH_BYTES || !compress_is_taken(request, S("gzip")))
		return;
	reply->static_bytes = gzip_of(arena, buf_str(&reply->body));
	reply_header(reply, S("Content-Encoding"), S("gzip"));
}
