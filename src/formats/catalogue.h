/* A catalogue of translations as msgfmt makes it (GNU gettext's MO file, little-endian): sentences sorted by their English form, which is their id.
 * Read where it stands; nothing is copied. */
#ifndef FORMATS_CATALOGUE_H
#define FORMATS_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct catalogue {
	struct str bytes;
	size_t count, ids, texts;     /* how many, and where the two tables stand */
	struct str plural;            /* the expression of "Plural-Forms"; empty: none */
	int64_t forms;                /* "nplurals"; 1 where it says nothing */
};

/* False for anything else, for a table that leads out of the file, a text without its NUL, or ids that are not sorted. */
bool catalogue_open(struct str bytes, struct catalogue *out);

/* Where that sentence stands among them; count: nowhere. */
size_t catalogue_place(const struct catalogue *, const char *id);

/* The translation of that sentence; of one with a plural all forms, NUL between them. False if it has none. */
bool catalogue_find(const struct catalogue *, const char *id, struct str *out);

/* The text of that count. `forms` as catalogue_find() gave it; ends with NUL. */
struct str catalogue_form(const struct catalogue *, struct str forms, int64_t count);

/* One by one, for tests: at < count. An id with a plural holds both English forms, NUL between them. The first one (empty) is the head. */
void catalogue_at(const struct catalogue *, size_t at, struct str *id, struct str *text);

#endif
