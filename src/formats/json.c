/* The door to jansson, and the escaper of what we print. */
#include "formats/json.h"

#include <jansson.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"

_Static_assert(LIMIT_JSON_DEPTH == 16, "the words of JSON_TOO_DEEP say so");

static enum outcome copy(struct arena *arena, json_t *from, unsigned depth, struct json_value *out);

static enum outcome
copy_list(struct arena *arena, json_t *from, unsigned depth, struct json_value *out)
{
	out->kind = JSON_IS_LIST;
	out->items = ARENA_MANY(arena, json_array_size(from) + 1, struct json_value);
	for (size_t i = 0; i < json_array_size(from); i++)
		TRY(copy(arena, json_array_get(from, i), depth + 1, &out->items[out->count++]));
	return OK;
}

static enum outcome
copy_object(struct arena *arena, json_t *from, unsigned depth, struct json_value *out)
{
	const char *name;
	json_t *member;

	out->kind = JSON_IS_OBJECT;
	out->items = ARENA_MANY(arena, json_object_size(from) + 1, struct json_value);
	json_object_foreach(from, name, member) {
		struct json_value *item = &out->items[out->count++];

		item->name = str_copy(arena, str_from(name));
		TRY(copy(arena, member, depth + 1, item));
	}
	return OK;
}

static enum outcome
copy(struct arena *arena, json_t *from, unsigned depth, struct json_value *out)
{
	if (depth > LIMIT_JSON_DEPTH)
		return JSON_TOO_DEEP;
	switch (json_typeof(from)) {
	case JSON_OBJECT:
		return copy_object(arena, from, depth, out);
	case JSON_ARRAY:
		return copy_list(arena, from, depth, out);
	case JSON_STRING:
		out->kind = JSON_IS_TEXT;
		out->text = str_copy(arena, (struct str){ json_string_value(from), json_string_length(from) });
		return OK;
	case JSON_INTEGER:
		out->kind = JSON_IS_WHOLE;
		out->whole = json_integer_value(from);
		return OK;
	case JSON_REAL:
		out->kind = JSON_IS_REAL;
		return OK;
	case JSON_TRUE:
	case JSON_FALSE:
		out->kind = JSON_IS_BOOL;
		out->whole = json_is_true(from);
		return OK;
	case JSON_NULL:
		break;
	}
	out->kind = JSON_IS_NULL;
	return OK;
}

enum outcome
json_read(struct arena *arena, struct str text, struct json_value *out)
{
	json_error_t error;
	json_t *root = json_loadb(text.at, text.length, JSON_REJECT_DUPLICATES, &error);
	enum outcome said;

	*out = (struct json_value){ .kind = JSON_IS_NULL };
	if (root == NULL)
		return json_error_code(&error) == json_error_stack_overflow ? JSON_TOO_DEEP : BAD_REQUEST;
	said = copy(arena, root, 1, out);
	json_decref(root);
	return said;
}

const struct json_value *
json_member(const struct json_value *object, struct str name)
{
	for (size_t i = 0; i < object->count; i++)
		if (str_equal(object->items[i].name, name))
			return &object->items[i];
	return NULL;
}

static bool
is_line_separator(struct str s, size_t at)
{
	return str_starts(str_skip(s, at), S("\xE2\x80\xA8")) || str_starts(str_skip(s, at), S("\xE2\x80\xA9"));
}

void
json_quote(struct buf *out, struct str text)
{
	buf_char(out, '"');
	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if (c == '"' || c == '\\') {
			buf_char(out, '\\');
			buf_char(out, (char)c);
		} else if (c == '\n') {
			buf_add(out, S("\\n"));
		} else if (c < ' ' || c == 0x7f || c == '<' || c == '>' || c == '&') {
			buf_format(out, "\\u%04x", c);
		} else if (is_line_separator(text, i)) {
			buf_add(out, text.at[i + 2] == '\xA8' ? S("\\u2028") : S("\\u2029"));
			i += 2;
		} else {
			buf_char(out, (char)c);
		}
	}
	buf_char(out, '"');
}

static void
print_items(struct buf *out, const struct json_value *value)
{
	bool is_object = value->kind == JSON_IS_OBJECT;

	buf_char(out, is_object ? '{' : '[');
	for (size_t i = 0; i < value->count; i++) {
		if (i > 0)
			buf_char(out, ',');
		if (is_object) {
			json_quote(out, value->items[i].name);
			buf_char(out, ':');
		}
		json_print(out, &value->items[i]);
	}
	buf_char(out, is_object ? '}' : ']');
}

void
json_print(struct buf *out, const struct json_value *value)
{
	switch (value->kind) {
	case JSON_IS_BOOL:
		buf_add(out, value->whole != 0 ? S("true") : S("false"));
		break;
	case JSON_IS_WHOLE:
		buf_whole(out, value->whole);
		break;
	case JSON_IS_TEXT:
		json_quote(out, value->text);
		break;
	case JSON_IS_LIST:
	case JSON_IS_OBJECT:
		print_items(out, value);
		break;
	default:
		buf_add(out, S("null"));
	}
}
