/* Views of text. */
#include "base/str.h"

#include "base/arena.h"
#include "base/check.h"

int
str_compare(struct str a, struct str b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	int order = shorter == 0 ? 0 : memcmp(a.at, b.at, shorter);

	if (order != 0 || a.length == b.length)
		return order;
	return a.length < b.length ? -1 : 1;
}

bool
str_starts(struct str s, struct str with)
{
	return s.length >= with.length && str_equal(str_head(s, with.length), with);
}

bool
str_ends(struct str s, struct str with)
{
	return s.length >= with.length && str_equal(str_skip(s, s.length - with.length), with);
}

static char
ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
str_equal_ascii_case(struct str a, struct str b)
{
	if (a.length != b.length)
		return false;
	for (size_t i = 0; i < a.length; i++)
		if (ascii_lower(a.at[i]) != ascii_lower(b.at[i]))
			return false;
	return true;
}

bool
str_has(struct str s, struct str part)
{
	if (part.length == 0)
		return true;
	return s.length >= part.length && memmem(s.at, s.length, part.at, part.length) != NULL;
}

size_t
str_find(struct str s, char c)
{
	const char *found = s.length == 0 ? NULL : memchr(s.at, c, s.length);

	return found == NULL ? s.length : (size_t)(found - s.at);
}

struct str
str_skip(struct str s, size_t count)
{
	if (count > s.length)
		count = s.length;
	return (struct str){ count == 0 ? s.at : s.at + count, s.length - count };
}

struct str
str_head(struct str s, size_t count)
{
	return (struct str){ s.at, count < s.length ? count : s.length };
}

bool
str_next(struct str *rest, char c, struct str *part)
{
	size_t cut = str_find(*rest, c);

	if (rest->at == NULL)
		return false;
	*part = str_head(*rest, cut);
	if (cut == rest->length)
		*rest = (struct str){ NULL, 0 };
	else
		*rest = str_skip(*rest, cut + 1);
	return true;
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str
str_trim(struct str s)
{
	while (s.length > 0 && is_blank(s.at[0]))
		s = str_skip(s, 1);
	while (s.length > 0 && is_blank(s.at[s.length - 1]))
		s.length--;
	return s;
}

bool
str_whole(struct str s, int64_t *out)
{
	bool is_negative = s.length > 0 && s.at[0] == '-';
	int64_t value = 0;

	if (is_negative)
		s = str_skip(s, 1);
	if (s.length == 0)
		return false;
	for (size_t i = 0; i < s.length; i++) {
		int digit = s.at[i] - '0';

		if (digit < 0 || digit > 9 || __builtin_mul_overflow(value, 10, &value) ||
		    __builtin_sub_overflow(value, digit, &value))
			return false;
	}
	if (!is_negative && value == INT64_MIN)
		return false;
	*out = is_negative ? value : -value;
	return true;
}

struct str
str_copy(struct arena *arena, struct str s)
{
	char *at;

	if (s.length == 0)
		return S("");
	at = arena_take_plain(arena, s.length);
	memcpy(at, s.at, s.length);
	return (struct str){ at, s.length };
}

const char *
str_c(struct arena *arena, struct str s)
{
	char *at = arena_take(arena, s.length + 1);

	check(s.length == 0 || memchr(s.at, '\0', s.length) == NULL);
	if (s.length > 0)
		memcpy(at, s.at, s.length);
	return at;
}

struct str
str_join(struct arena *arena, size_t count, const struct str *parts)
{
	size_t length = 0, used = 0;
	char *at;

	for (size_t i = 0; i < count; i++)
		check(!__builtin_add_overflow(length, parts[i].length, &length));
	if (length == 0)
		return S("");
	at = arena_take(arena, length);
	for (size_t i = 0; i < count; i++) {
		if (parts[i].length > 0)
			memcpy(at + used, parts[i].at, parts[i].length);
		used += parts[i].length;
	}
	return (struct str){ at, length };
}

bool
str_list_has(const struct str_list *list, struct str s)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_equal(list->at[i], s))
			return true;
	return false;
}
