/* The one growing buffer. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/arena.h"

enum { FIRST_SIZE = 256, FIRST_OF_LARGE = 16 << 10, LARGE = 512 << 10, DIGITS_MAX = 20 };

struct buf
buf_new(struct arena *arena, size_t ceiling)
{
	return (struct buf){ .arena = arena, .ceiling = ceiling };
}

/* Room for more bytes, or false once the ceiling is reached. */
static bool
buf_reserve(struct buf *b, size_t more)
{
	/* What may become a whole page begins at the size of one, so that it is not copied five times over. */
	size_t size = b->size > 0 ? b->size : b->ceiling == LARGE ? FIRST_OF_LARGE : FIRST_SIZE;
	char *larger;

	if (b->is_overflown || more > b->ceiling - b->length) {
		b->is_overflown = true;
		return false;
	}
	if (more <= b->size - b->length)
		return true;
	while (size < b->length + more)
		size *= 2;
	if (size > b->ceiling)
		size = b->ceiling;
	larger = arena_take_plain(b->arena, size);
	if (b->length > 0)
		memcpy(larger, b->at, b->length);
	b->at = larger;
	b->size = size;
	return true;
}

void
buf_add_slowly(struct buf *b, struct str s)
{
	if (!buf_reserve(b, s.length))
		return;
	memcpy(b->at + b->length, s.at, s.length);
	b->length += s.length;
}

void
buf_digits(struct buf *b, uint64_t number, size_t width)
{
	char digits[DIGITS_MAX];
	size_t at = sizeof(digits);

	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while ((number > 0 || sizeof(digits) - at < width) && at > 0);
	buf_add(b, (struct str){ digits + at, sizeof(digits) - at });
}

void
buf_whole(struct buf *b, int64_t number)
{
	if (number < 0)
		buf_char(b, '-');
	buf_digits(b, number < 0 ? 0 - (uint64_t)number : (uint64_t)number, 1);
}

void
buf_format(struct buf *b, const char *format, ...)
{
	char small[512];
	va_list list;
	int length;

	va_start(list, format);
	length = vsnprintf(small, sizeof(small), format, list);
	va_end(list);
	if (length < 0 || (size_t)length >= sizeof(small)) {
		b->is_overflown = true;    /* formats are for short facts; long text goes through buf_add() */
		return;
	}
	buf_add(b, (struct str){ small, (size_t)length });
}
