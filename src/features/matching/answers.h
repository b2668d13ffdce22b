/* What the printer and the reader of certificates share. */
#ifndef MATCHING_ANSWERS_H
#define MATCHING_ANSWERS_H

#include "matching/matching.h"

#define MATCHING_FORMAT "mentord-match-1"
#define MATCHING_ENGINE "1.0"

/* "total", "stable", "leximin". */
struct str matching_mode_name(enum match_mode);

#endif
