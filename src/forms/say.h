/* The one door to translations. Every sentence that people read passes it; the English sentence is its own id.
 * xgettext finds them by: say:2 say_plural:3,4 page_say:2 page_words:2 page_plural:2,3 N_:1 WHEN:1,2. */
#ifndef FORMS_SAY_H
#define FORMS_SAY_H

#include <stdint.h>

#include "base/str.h"

/* Marks a sentence in a table; it is translated when it is shown. */
#ifndef N_
#define N_(sentence) sentence
#endif

/* The sentence in that language ("en", "de"; empty = English), or the sentence itself. Lives for the whole program. */
struct str say(struct str language, const char *sentence);
struct str say_plural(struct str language, int64_t count, const char *one, const char *many);

#endif
