/* Building an answer. */
#include "http/reply.h"

#include "base/arena.h"
#include "base/check.h"

struct reply *
reply_new(struct arena *arena)
{
	struct reply *reply = ARENA_NEW(arena, struct reply);

	reply->status = 200;
	reply->body = buf_new(arena, REPLY_BODY_MAX);
	return reply;
}

static bool
is_one_line(struct str s)
{
	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] == '\r' || s.at[i] == '\n' || s.at[i] == '\0')
			return false;
	return true;
}

void
reply_header(struct reply *reply, struct str name, struct str value)
{
	check(reply->header_count < REPLY_HEADERS_MAX);
	check(is_one_line(name) && is_one_line(value));
	reply->headers[reply->header_count++] = (struct pair){ name, value };
}

void
reply_see_other(struct reply *reply, struct str path)
{
	check(str_starts(path, S("/")) && !str_starts(path, S("//")) && !str_starts(path, S("/\\")));
	reply->status = 303;
	reply_header(reply, S("Location"), path);
}

void
reply_cookie(struct reply *reply, struct arena *arena, struct str name, struct str value, int64_t max_age_seconds)
{
	struct buf line = buf_new(arena, 400);

	buf_add(&line, S("__Host-"));
	buf_add(&line, name);
	buf_char(&line, '=');
	buf_add(&line, value);
	buf_add(&line, S("; Path=/; Secure; HttpOnly; SameSite=Lax"));
	if (max_age_seconds != 0)
		buf_format(&line, "; Max-Age=%lld", (long long)(max_age_seconds < 0 ? 0 : max_age_seconds));
	check(!line.is_overflown);
	reply_header(reply, S("Set-Cookie"), buf_str(&line));
}
