/* libmicrohttpd takes much that it should not (TRUST.md 5.12): here we look once more, at the first callback. */
#include "http/head.h"

#include <microhttpd.h>

#include "base/arena.h"
#include "base/limits.h"

struct walk {
	struct arena *arena;
	struct pairs headers;
	size_t bytes;
	enum outcome said;
};

/* RFC 9110 5.6.2 */
static bool
is_token(struct str s)
{
	static const char signs[] = "!#$%&'*+-.^_`|~";

	for (size_t i = 0; i < s.length; i++) {
		char c = s.at[i];
		bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');

		if (!is_plain && (c == '\0' || strchr(signs, c) == NULL))
			return false;
	}
	return s.length > 0;
}

static bool
has_controls(struct str s)
{
	for (size_t i = 0; i < s.length; i++)
		if (((unsigned char)s.at[i] < 0x20 && s.at[i] != '\t') || s.at[i] == 0x7f)
			return true;
	return false;
}

static struct str
lower(struct arena *arena, struct str s)
{
	struct str copy = str_copy(arena, s);
	char *at = (char *)(uintptr_t)copy.at;

	for (size_t i = 0; i < copy.length; i++)
		if (at[i] >= 'A' && at[i] <= 'Z')
			at[i] = (char)(at[i] - 'A' + 'a');
	return copy;
}

static enum MHD_Result
on_field(void *self, enum MHD_ValueKind kind, const char *name, size_t name_size, const char *value, size_t value_size)
{
	struct walk *walk = self;
	struct str key = { name, name_size }, text = { value, value_size };

	(void)kind;
	walk->bytes += name_size + value_size;
	if (walk->headers.count == LIMIT_HEADER_FIELDS || walk->bytes > LIMIT_HEAD_BYTES)
		walk->said = TOO_LARGE;
	else if (!is_token(key) || has_controls(text))
		walk->said = BAD_REQUEST;
	else
		walk->headers.at[walk->headers.count++] = (struct pair){ lower(walk->arena, key), str_copy(walk->arena, text) };
	return walk->said == OK ? MHD_YES : MHD_NO;
}

static size_t
count_of(const struct pairs *headers, struct str name)
{
	size_t count = 0;

	for (size_t i = 0; i < headers->count; i++)
		count += str_equal(headers->at[i].name, name) ? 1 : 0;
	return count;
}

/* libmicrohttpd glues a folded line to the name before it: "Content-Length:", then " 3" on the next line, comes as "Content-Length3"
 * and no length. Whoever stands before us may have read a length there. */
static bool
hides_a_length(const struct pairs *headers)
{
	for (size_t i = 0; i < headers->count; i++) {
		struct str name = headers->at[i].name;

		if ((str_starts(name, S("content-length")) && !str_equal(name, S("content-length"))) ||
		    str_starts(name, S("transfer-encoding")))
			return true;
	}
	return false;
}

static enum outcome
judge(const struct pairs *headers)
{
	if (count_of(headers, S("transfer-encoding")) > 0)
		return LENGTH_REQUIRED;
	if (count_of(headers, S("host")) != 1 || count_of(headers, S("content-length")) > 1 || count_of(headers, S("content-type")) > 1 ||
	    count_of(headers, S("authorization")) > 1 || hides_a_length(headers))
		return BAD_REQUEST;
	return OK;
}

static enum method
method_of(const char *method)
{
	if (strcmp(method, "GET") == 0)
		return METHOD_GET;
	if (strcmp(method, "POST") == 0)
		return METHOD_POST;
	return strcmp(method, "HEAD") == 0 ? METHOD_HEAD : METHOD_OTHER;
}

enum outcome
head_read(struct arena *arena, struct MHD_Connection *connection, const char *method, const char *version, struct request *request)
{
	struct walk walk = { .arena = arena, .said = OK };
	enum outcome target = request_read_target(arena, request);    /* first: whatever is refused is refused to a page or a program */

	walk.headers.at = ARENA_MANY(arena, LIMIT_HEADER_FIELDS, struct pair);
	(void)MHD_get_connection_values_n(connection, MHD_HEADER_KIND, on_field, &walk);
	request->headers = walk.headers;
	request->method = method_of(method);
	if (walk.said != OK)
		return walk.said;
	if (strcmp(version, "HTTP/1.1") != 0 && strcmp(version, "HTTP/1.0") != 0)
		return BAD_REQUEST;
	TRY(judge(&walk.headers));
	if (request->method == METHOD_OTHER)
		return WRONG_METHOD;
	return target;
}

enum outcome
head_body_size(const struct request *request, size_t body_max, size_t *out)
{
	struct str text = request_header(request, S("content-length"));
	int64_t size = 0;

	*out = 0;
	if (text.length == 0)
		return OK;
	if (text.at[0] == '-' || text.at[0] == '+' || !str_whole(text, &size))
		return BAD_REQUEST;
	if ((uint64_t)size > body_max)
		return TOO_LARGE;
	*out = (size_t)size;
	return OK;
}
