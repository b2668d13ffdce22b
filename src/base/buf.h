/* Text under construction: grows inside an arena up to a ceiling it is born with. What does not fit is dropped and remembered
 * (sticky), so a writer checks once, at the end. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

struct buf {
	struct arena *arena;
	char *at;
	size_t length;
	size_t size;
	size_t ceiling;
	bool is_overflown;
};

/* An empty buffer of at most ceiling bytes in the arena. */
struct buf buf_new(struct arena *, size_t ceiling);

/* The way of buf_add() where the text does not fit as it is: grows, or overflows. */
void buf_add_slowly(struct buf *, struct str s);

static inline void
buf_add(struct buf *b, struct str s)
{
	if (s.length > b->size - b->length) {
		buf_add_slowly(b, s);
	} else if (s.length > 0) {
		memcpy(b->at + b->length, s.at, s.length);
		b->length += s.length;
	}
}

static inline void
buf_char(struct buf *b, char c)
{
	buf_add(b, (struct str){ &c, 1 });
}

/* With zeros in front up to width, at most 20 digits. Pages print hundreds of numbers, so printf is not asked. */
void buf_digits(struct buf *, uint64_t number, size_t width);
void buf_whole(struct buf *, int64_t number);
void buf_format(struct buf *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What was written so far; valid until the next addition. */
static inline struct str
buf_str(const struct buf *b)
{
	return (struct str){ b->at, b->length };
}

#endif
