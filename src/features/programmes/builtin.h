/* The ready programmes and their documents, embedded from the folder programmes/. */
#ifndef PROGRAMMES_BUILTIN_H
#define PROGRAMMES_BUILTIN_H

#include "http/asset.h"

extern const struct asset builtin[];    /* path: "operation-code.yaml", "operation-code/conduct.md" */
extern const size_t builtin_count;

#endif
