/* The built-in texts, embedded from the rooms' folders letters/. */
#ifndef LETTERS_BUILTIN_H
#define LETTERS_BUILTIN_H

#include "http/asset.h"

extern const struct asset letter_texts[];    /* path ends with "L04.txt" */
extern const size_t letter_texts_count;

#endif
