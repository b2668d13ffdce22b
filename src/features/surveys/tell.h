/* What is written about a survey. */
#ifndef SURVEYS_TELL_H
#define SURVEYS_TELL_H

#include "letters/letters.h"
#include "surveys/own.h"

/* L21, or the reminder of it (L21R), to somebody who is asked. */
enum outcome survey_write(struct visit *, const struct survey_of_row *, struct person_id, enum letter_kind, int64_t questions);

#endif
