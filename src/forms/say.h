/* The one door to translations. Every sentence that people read passes it; the English sentence is its own id. Catalogues are built in (po/README.md);
 * what one lacks comes in English and is logged, once. tools/words finds the sentences, by the names of these functions and macros. */
#ifndef FORMS_SAY_H
#define FORMS_SAY_H

#include <stdint.h>

#include "base/str.h"

struct arena;

/* Marks a sentence in a table; it is translated when it is shown. */
#ifndef N_
#define N_(sentence) sentence
#endif

/* A language that nobody speaks: English with accents and longer words, so that a page shows what was forgotten. Only a browser can ask for it. */
#define LANGUAGE_PSEUDO "en-XA"

/* The sentence in that language ("en", "de"; empty = English), or the sentence itself. Lives for the whole program. */
struct str say(struct str language, const char *sentence);
struct str say_plural(struct str language, int64_t count, const char *one, const char *many);

/* A value for a placeholder {name}. */
struct say_value {
	const char *name;
	struct str text;
};

/* A sentence with its values, as plain text in the arena. */
struct str say_filled(struct arena *, struct str sentence, size_t count, const struct say_value *);
/* Of one count, which stands for {n}: "{n} hour", "{n} hours". */
struct str say_count(struct arena *, struct str language, int64_t count, const char *one, const char *many);

#endif
