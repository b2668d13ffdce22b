/* Which of its plural forms a language uses for a count: the expression of a catalogue's "Plural-Forms", as gettext has it (numbers, n, ! * / % + -
 * and comparisons, && || ?:). Pure. */
#ifndef FORMATS_PLURAL_H
#define FORMATS_PLURAL_H

#include <stdint.h>

#include "base/str.h"

enum { PLURAL_BYTES_MOST = 400, PLURAL_FORMS_MOST = 6 };

/* The form's place, from 0; -1 if that is no such expression, divides by nothing, or is longer than PLURAL_BYTES_MOST. count: its size counts, not its sign. */
int64_t plural_form(struct str expression, int64_t count);

#endif
