/* What is posted by itself, by a programme's numbers. */
#ifndef PROGRAMMES_POSTS_H
#define PROGRAMMES_POSTS_H

#include "programmes/programmes.h"
#include "programmes/rhythm.h"

/* When the next one comes; none: never. kind: WAITING_POST or ADVERT_POST. */
struct moment programme_next_post(const struct programme *, struct str kind, struct moment now);

#endif
