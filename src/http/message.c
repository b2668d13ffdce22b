/* A request and a reply as one message between web and writer: numbers as eight bytes, lengths before texts. Both ends are ours, yet
 * the reader believes nothing: what does not fit is BAD_REQUEST. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "http/reply.h"
#include "http/request.h"

static void
put_whole(struct buf *b, uint64_t number)
{
	char bytes[8];

	for (unsigned i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(number >> (8 * i) & 0xff);
	buf_add(b, (struct str){ bytes, sizeof(bytes) });
}

static void
put_text(struct buf *b, struct str s)
{
	put_whole(b, s.length);
	buf_add(b, s);
}

static void
put_pairs(struct buf *b, const struct pair *at, size_t count)
{
	put_whole(b, count);
	for (size_t i = 0; i < count; i++) {
		put_text(b, at[i].name);
		put_text(b, at[i].value);
	}
}

struct taker {
	struct str rest;
	bool is_bad;
};

static uint64_t
take_whole(struct taker *t)
{
	uint64_t number = 0;

	if (t->rest.length < 8) {
		t->is_bad = true;
		return 0;
	}
	for (unsigned i = 0; i < 8; i++)
		number |= (uint64_t)(unsigned char)t->rest.at[i] << (8 * i);
	t->rest = str_skip(t->rest, 8);
	return number;
}

static struct str
take_text(struct taker *t)
{
	uint64_t length = take_whole(t);
	struct str text;

	if (length > t->rest.length) {
		t->is_bad = true;
		return S("");
	}
	text = str_head(t->rest, (size_t)length);
	t->rest = str_skip(t->rest, (size_t)length);
	return text;
}

static size_t
take_count(struct taker *t, size_t most)
{
	uint64_t count = take_whole(t);

	t->is_bad = t->is_bad || count > most;
	return t->is_bad ? 0 : (size_t)count;
}

static struct pairs
take_pairs(struct taker *t, struct arena *arena, size_t most)
{
	struct pairs pairs = { .count = take_count(t, most) };

	pairs.at = ARENA_MANY(arena, pairs.count + 1, struct pair);
	for (size_t i = 0; i < pairs.count; i++) {
		pairs.at[i].name = take_text(t);
		pairs.at[i].value = take_text(t);
	}
	return pairs;
}

void
request_print(struct buf *b, const struct request *r)
{
	put_whole(b, r->number);
	put_whole(b, (uint64_t)r->until_us);
	put_whole(b, r->method);
	put_text(b, r->target);
	put_text(b, r->peer);
	put_pairs(b, r->headers.at, r->headers.count);
	put_text(b, r->body);
}

enum outcome
request_read(struct arena *arena, struct str message, struct request *out)
{
	struct taker t = { .rest = message };

	*out = (struct request){ .number = take_whole(&t) };
	out->until_us = (int64_t)take_whole(&t);
	out->method = (enum method)take_count(&t, METHOD_OTHER);
	out->target = take_text(&t);
	out->peer = take_text(&t);
	out->headers = take_pairs(&t, arena, LIMIT_HEADER_FIELDS);
	out->body = take_text(&t);
	if (t.is_bad || t.rest.length != 0)
		return BAD_REQUEST;
	if (out->method == METHOD_OTHER) {    /* a command: its name is no path */
		out->path = out->target;
		return OK;
	}
	return request_read_target(arena, out);
}

void
reply_print(struct buf *b, const struct reply *r)
{
	put_whole(b, (uint64_t)r->status);
	put_whole(b, r->carries_token);
	put_pairs(b, r->headers, r->header_count);
	put_text(b, buf_str(&r->body));
}

enum outcome
reply_read(struct arena *arena, struct str message, struct reply **out)
{
	struct taker t = { .rest = message };
	struct reply *reply = reply_new(arena);
	struct pairs headers;

	reply->status = (int)take_count(&t, 599);
	reply->carries_token = take_whole(&t) != 0;
	headers = take_pairs(&t, arena, REPLY_HEADERS_MAX);
	for (size_t i = 0; i < headers.count; i++)
		reply->headers[reply->header_count++] = headers.at[i];
	buf_add(&reply->body, take_text(&t));
	if (t.is_bad || t.rest.length != 0)
		return BAD_REQUEST;
	*out = reply;
	return OK;
}
