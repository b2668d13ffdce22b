/* Limits on everything that comes from outside, in one table: limits.def says each, and where it is tested. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

enum {
#define LIMIT(name, value, words, test) LIMIT_##name = (value),
#include "base/limits.def"
#undef LIMIT
};

#endif
