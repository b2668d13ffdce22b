/* What somebody wants once a day leaves in one mail: the oldest letter takes the others with it. */
#ifndef DAEMON_LETTERS_DAY_H
#define DAEMON_LETTERS_DAY_H

#include <stddef.h>
#include <stdint.h>

#include "base/outcome.h"
#include "base/schema_types.h"
#include "base/str.h"

struct visit;

/* A letter to be put into words. */
struct letter_wordless {
	struct letter_id id;
	struct str kind, fields;
	struct programme_id programme;
	int64_t text_version;
};
/* *bytes grows by what they take. JOB_UNKNOWN for a kind of another version of the program. */
enum outcome letter_put_in_words(struct visit *, const struct letter_wordless *, size_t *bytes);

/* Of those with the same order key as many as one mail holds, `bytes` being in it already. */
enum outcome letter_takes_others(struct visit *, struct letter_id, struct str order_key, size_t bytes);
/* What a letter took with it ends as it does; nothing where it took none. */
enum outcome letter_ends_others(struct visit *, struct letter_id, enum letter_state, struct str trouble);

#endif
