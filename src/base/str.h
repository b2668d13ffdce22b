/* Text that somebody else owns: a pointer and a length, UTF-8 unless said otherwise, not NUL-terminated.
 * The bytes live as long as their owner (an arena, a literal, a request). */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

struct str {
	const char *at;
	size_t length;
};

/* A literal as str: S("open"). */
#define S(literal) ((struct str){ "" literal "", sizeof(literal) - 1 })
/* The same for static tables. */
#define S_STATIC(literal) { "" literal "", sizeof(literal) - 1 }
/* For printf formats with %.*s. */
#define STR_FORMAT(s) (int)(s).length, (s).at

struct str_list {
	struct str *at;
	size_t count;
};

static inline struct str
str_from(const char *text)
{
	return (struct str){ text, text == NULL ? 0 : strlen(text) };
}

static inline bool
str_is_empty(struct str s)
{
	return s.length == 0;
}

static inline bool
str_equal(struct str a, struct str b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

/* Below, at or above 0 as a stands before, with or after b, byte by byte. */
int str_compare(struct str a, struct str b);
bool str_starts(struct str s, struct str with);
bool str_ends(struct str s, struct str with);
bool str_equal_ascii_case(struct str a, struct str b);
bool str_has(struct str s, struct str part);

/* Position of the first c in s, or s.length. */
size_t str_find(struct str s, char c);

/* s without its first count bytes, its first count bytes; count may be larger than s. */
struct str str_skip(struct str s, size_t count);
struct str str_head(struct str s, size_t count);

/* Cuts *rest at the first c: returns what stood before it, leaves what stood behind. False when *rest is used up. */
bool str_next(struct str *rest, char c, struct str *part);

/* s without ASCII blanks at both ends (Unicode blanks: formats/text.h). */
struct str str_trim(struct str s);

/* A whole number in decimal, optional minus, nothing else. False when it is not one or does not fit. */
bool str_whole(struct str s, int64_t *out);

/* Copies that live in the arena; str_c() ends with NUL, and s must hold none. */
struct str str_copy(struct arena *, struct str s);
const char *str_c(struct arena *, struct str s);

/* All parts one after the other: str_join(arena, 3, (struct str[]){ a, S("/"), b }). */
struct str str_join(struct arena *, size_t count, const struct str *parts);

bool str_list_has(const struct str_list *, struct str s);

#endif
