/* Forms with a file. Strict: browsers write them one way, and whoever writes them otherwise is refused. */
#include "http/sent.h"

#include "base/arena.h"
#include "base/limits.h"
#include "formats/text.h"

enum { BOUNDARY_MOST = 70, HEAD_MOST = 1000 };

#define LINE S("\r\n")

static struct str
type_of(const struct request *request)
{
	struct str type = request_header(request, S("content-type"));

	return str_trim(str_head(type, str_find(type, ';')));
}

bool
sent_has_file(const struct request *request)
{
	return str_equal_ascii_case(type_of(request), S("multipart/form-data"));
}

bool
sent_is_form(const struct request *request)
{
	return sent_has_file(request) || str_equal_ascii_case(type_of(request), S("application/x-www-form-urlencoded"));
}

/* Where part begins in s; s.length if it is not there. */
static size_t
find(struct str s, struct str part)
{
	for (size_t i = 0; i + part.length <= s.length; i++) {
		const char *next = memchr(s.at + i, part.at[0], s.length - part.length - i + 1);

		if (next == NULL)
			break;
		i = (size_t)(next - s.at);
		if (memcmp(next, part.at, part.length) == 0)
			return i;
	}
	return s.length;
}

/* "name" of a head's line: what stands in quotes behind NAME=. */
static bool
quoted(struct str line, struct str name, struct str *out)
{
	size_t at = find(line, name);

	if (at == line.length)
		return false;
	line = str_skip(line, at + name.length);
	*out = str_head(line, str_find(line, '"'));
	return out->length < line.length;
}

/* "--" and the boundary, of the type. */
static bool
boundary_of(struct arena *arena, const struct request *request, struct str *out)
{
	struct str type = request_header(request, S("content-type")), mark = S("boundary=");
	size_t at = find(type, mark);
	struct str boundary;

	if (at == type.length)
		return false;
	boundary = str_skip(type, at + mark.length);
	if (str_starts(boundary, S("\"")))
		boundary = str_head(str_skip(boundary, 1), str_find(str_skip(boundary, 1), '"'));
	boundary = str_trim(str_head(boundary, str_find(boundary, ';')));
	*out = str_join(arena, 2, (struct str[]){ S("--"), boundary });
	return boundary.length > 0 && boundary.length <= BOUNDARY_MOST;
}

/* The part that begins here: its head, a blank line, its content up to the next boundary. */
static enum outcome
read_part(struct str *rest, struct str end, struct pair *out)
{
	size_t blank = find(str_head(*rest, HEAD_MOST), S("\r\n\r\n")), next;
	struct str head = str_head(*rest, blank), name = S(""), file = S("");
	bool is_file;

	if (blank >= HEAD_MOST - 4 || blank >= rest->length || !quoted(head, S("form-data; name=\""), &name) || name.length == 0 || !text_is_utf8(name))
		return BAD_REQUEST;
	is_file = quoted(head, S("; filename=\""), &file);
	*rest = str_skip(*rest, blank + 4);
	next = find(*rest, end);
	if (next == rest->length)
		return BAD_REQUEST;
	*out = (struct pair){ name, str_head(*rest, next) };
	*rest = str_skip(*rest, next + end.length);
	return is_file || text_is_utf8(out->value) ? OK : BAD_REQUEST;
}

static enum outcome
read_parts(struct arena *arena, const struct request *request, struct pairs *out)
{
	struct str rest = request->body, boundary, end;

	out->at = ARENA_MANY(arena, LIMIT_FORM_FIELDS, struct pair);
	if (!boundary_of(arena, request, &boundary) || !str_starts(rest, boundary))
		return BAD_REQUEST;
	end = str_join(arena, 2, (struct str[]){ LINE, boundary });
	rest = str_skip(rest, boundary.length);
	while (str_starts(rest, LINE)) {
		rest = str_skip(rest, 2);
		if (out->count == LIMIT_FORM_FIELDS)
			return TOO_LARGE;
		TRY(read_part(&rest, end, &out->at[out->count]));
		out->count++;
	}
	return str_starts(rest, S("--")) ? OK : BAD_REQUEST;
}

enum outcome
sent_read(struct arena *arena, const struct request *request, struct pairs *out)
{
	*out = (struct pairs){ 0 };
	if (sent_has_file(request))
		return read_parts(arena, request, out);
	return request->body.length > LIMIT_BODY_BYTES ? TOO_LARGE : request_read_form(arena, request->body, out);
}
