/* What somebody wants once a day leaves in one mail: the oldest letter takes the others with it. */
#ifndef DAEMON_LETTERS_DAY_H
#define DAEMON_LETTERS_DAY_H

#include <stddef.h>
#include <stdint.h>

#include "base/outcome.h"
#include "base/schema_types.h"
#include "base/str.h"

struct arena;
struct letter_text;
struct visit;

/* A letter to be put into words: the programme's own text that was in force when it was written, or the built-in one. */
struct letter_wordless {
	struct str kind, fields;
	struct programme_id programme;
	int64_t text_version;
	struct str language;
};
/* JOB_UNKNOWN for a kind of another version of the program. */
enum outcome letter_put_in_words(struct visit *, struct arena *, const struct letter_wordless *, struct letter_text *words);

/* Of those with the same order key as many as one mail holds, `bytes` being in it already; what is left goes in the next one. A later try
 * carries the same ones. */
struct letter_day {
	struct letter_id carrier;
	struct str order_key;
	size_t bytes;
};
enum outcome letter_takes_others(struct visit *, struct arena *, const struct letter_day *);
/* What a letter took with it ends as it does; nothing where it took none. */
enum outcome letter_ends_others(struct visit *, struct letter_id, enum letter_state, struct str trouble);

#endif
