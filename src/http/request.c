/* Target, query, form and cookies: our own reading, since what libmicrohttpd decodes can be cut or glued (TRUST.md 5.12). */
#include "http/request.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/limits.h"
#include "formats/text.h"

static struct str
find(const struct pairs *pairs, struct str name)
{
	for (size_t i = 0; i < pairs->count; i++)
		if (str_equal(pairs->at[i].name, name))
			return pairs->at[i].value;
	return S("");
}

struct str
request_header(const struct request *request, struct str lower_name)
{
	return find(&request->headers, lower_name);
}

struct str
request_query(const struct request *request, struct str name)
{
	return find(&request->query, name);
}

struct str
request_cookie(const struct request *request, struct str name)
{
	struct str rest = request_header(request, S("cookie")), part;

	while (str_next(&rest, ';', &part)) {
		size_t equals;

		part = str_trim(part);
		equals = str_find(part, '=');
		if (equals < part.length && str_equal(str_head(part, equals), name))
			return str_skip(part, equals + 1);
	}
	return S("");
}

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Decodes once. False for a bad escape, NUL, or what is not UTF-8 afterwards. */
static bool
decode(struct arena *arena, struct str s, bool plus_is_blank, struct str *out)
{
	char *at = arena_take(arena, s.length + 1);
	size_t length = 0;

	for (size_t i = 0; i < s.length; i++) {
		char c = s.at[i];

		if (c == '%') {
			int high = i + 2 < s.length ? hex_value(s.at[i + 1]) : -1;
			int low = i + 2 < s.length ? hex_value(s.at[i + 2]) : -1;

			if (high < 0 || low < 0)
				return false;
			c = (char)(high << 4 | low);
			i += 2;
		} else if (c == '+' && plus_is_blank) {
			c = ' ';
		}
		at[length++] = c;
	}
	*out = (struct str){ at, length };
	return text_is_utf8(*out);
}

/* name=value&name=value, at most `most` of them. */
static enum outcome
read_pairs(struct arena *arena, struct str text, size_t most, struct pairs *out)
{
	struct str part;

	*out = (struct pairs){ .at = ARENA_MANY(arena, most, struct pair) };
	while (str_next(&text, '&', &part)) {
		size_t equals = str_find(part, '=');
		struct pair *pair;

		if (part.length == 0)
			continue;
		if (out->count == most)
			return TOO_LARGE;
		pair = &out->at[out->count++];
		if (!decode(arena, str_head(part, equals), true, &pair->name) || !decode(arena, str_skip(part, equals + 1), true, &pair->value))
			return BAD_REQUEST;
	}
	return OK;
}

enum outcome
request_read_form(struct arena *arena, struct str body, struct pairs *out)
{
	return read_pairs(arena, body.length == 0 ? S("") : body, LIMIT_FORM_FIELDS, out);
}

static bool
has_controls(struct str s)
{
	for (size_t i = 0; i < s.length; i++)
		if ((unsigned char)s.at[i] < 0x20 || s.at[i] == 0x7f)
			return true;
	return false;
}

/* No "//", no "." or "..": one thing has one address. A slash at the end is an empty segment, refused too, but for "/". */
static bool
is_plain_path(struct str path)
{
	struct str rest = str_skip(path, 1), part;

	if (path.length == 1)
		return true;
	while (str_next(&rest, '/', &part))
		if (part.length == 0 || str_equal(part, S(".")) || str_equal(part, S("..")))
			return false;
	return true;
}

/* A parameter that comes twice means two things to two readers (ASVS 15.3.7). */
static bool
has_double(const struct pairs *pairs)
{
	for (size_t i = 0; i < pairs->count; i++)
		for (size_t k = 0; k < i; k++)
			if (str_equal(pairs->at[i].name, pairs->at[k].name))
				return true;
	return false;
}

static enum outcome
read_target(struct arena *arena, struct request *request)
{
	size_t mark = str_find(request->target, '?');

	if (request->target.length > LIMIT_TARGET_BYTES)
		return TOO_LARGE;
	if (!str_starts(request->target, S("/")) || has_controls(request->target))
		return BAD_REQUEST;
	if (!decode(arena, str_head(request->target, mark), false, &request->path) || has_controls(request->path) ||
	    !is_plain_path(request->path))
		return BAD_REQUEST;
	TRY(read_pairs(arena, str_skip(request->target, mark + 1), LIMIT_PARAMETERS, &request->query));
	return has_double(&request->query) ? BAD_REQUEST : OK;
}

enum outcome
request_read_target(struct arena *arena, struct request *request)
{
	enum outcome said = read_target(arena, request);

	if (said == BAD_REQUEST || said == TOO_LARGE)
		request->path = S("");
	return said;
}
