/* What was probably meant: how far one word is from another. */
#ifndef FORMATS_NEAR_H
#define FORMATS_NEAR_H

#include <stddef.h>

#include "base/str.h"

enum { NEAR_MOST = 4, NEAR_WORD_MOST = 64 };    /* letters; bytes of a word that is compared */

/* How many letters to add, drop or change to make b of a; more than NEAR_MOST for whatever is longer than NEAR_WORD_MOST. */
size_t near_distance(struct str a, struct str b);

/* The one of them that is at most NEAR_MOST letters away, and at most a half of its own; empty if none is. */
struct str near_word(struct str wrong, const struct str *known, size_t count);

#endif
