/* The words of a programme's front page (F024): rows of front.def. Empty: the built-in ones. */
#ifndef PROGRAMMES_FRONT_H
#define PROGRAMMES_FRONT_H

#include "base/outcome.h"
#include "base/str.h"

struct front {
#define FRONT(name, ...) struct str name;
#include "programmes/front.def"
};

enum { FRONT_TEXTS = 0
#define FRONT(name, ...) + 1
#include "programmes/front.def"
};

/* The one at that place, and what it is called. */
struct str *front_at(struct front *, size_t place);
struct str front_name(size_t place);

#endif
