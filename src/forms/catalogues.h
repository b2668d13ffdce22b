/* The catalogues that the binary carries, one a language and the pseudo-locale; made of po/ by tools/words. */
#ifndef FORMS_CATALOGUES_H
#define FORMS_CATALOGUES_H

#include "http/asset.h"

extern const struct asset catalogues[];    /* path: "de.mo"; bytes: formats/catalogue.h */
extern const size_t catalogues_count;

#endif
