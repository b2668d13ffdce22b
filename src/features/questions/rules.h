/* What may be asked and answered at the question desk. Pure. Source: PROGRAMMES.md F031. */
#ifndef QUESTIONS_RULES_H
#define QUESTIONS_RULES_H

#include <stdbool.h>

#include "base/outcome.h"
#include "base/schema_types.h"

enum { QUESTIONS_OPEN_MOST = 5 };

/* QUESTIONS_ENOUGH: so many of theirs are open already. */
enum outcome question_may_ask(int64_t open);
/* QUESTION_OVER: somebody answered it, or it was taken back. */
enum outcome question_may_end(enum desk_question_state);

#endif
