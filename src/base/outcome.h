/* What a function may answer instead of doing its work. Three kinds, never mixed (HOUSE.md 6): an expected refusal, a failing
 * world, and our own bug, which is not an outcome but a check(). The rows stand in outcome.def. */
#ifndef BASE_OUTCOME_H
#define BASE_OUTCOME_H

#include <stdbool.h>

#include "base/str.h"

/* clang knows a must-use type; gcc wants it on each function. Both build us, so clang's `make lint` pass speaks for both. */
#ifdef __clang__
#define MUST_USE __attribute__((warn_unused_result))
#else
#define MUST_USE
#endif

#define OUTCOME(name, http_status, kind, words) name,
enum MUST_USE outcome {
#include "base/outcome.def"
	OUTCOME_COUNT
};
#undef OUTCOME

enum outcome_kind { KIND_FINE, KIND_REFUSAL, KIND_TROUBLE };

int outcome_status(enum outcome);             /* HTTP status */
enum outcome_kind outcome_kind(enum outcome);
struct str outcome_name(enum outcome);        /* "REQUEST_TAKEN" */
struct str outcome_words(enum outcome);       /* a sentence for people, English; a message id for gettext */

/* Leaves the calling function with whatever is not OK. */
#define TRY(call) \
	do { \
		enum outcome try_said = (call); \
		if (try_said != OK) \
			return try_said; \
	} while (0)

#endif
