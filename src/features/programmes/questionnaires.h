/* What a programme's surveys ask, as it stands in its file (F026 to F028, F042): for this room and for ../surveys. */
#ifndef PROGRAMMES_QUESTIONNAIRES_H
#define PROGRAMMES_QUESTIONNAIRES_H

#include <stdbool.h>

#include "base/outcome.h"
#include "forms/form.h"
#include "programmes/store_questionnaires.h"

struct visit;

enum { QUESTIONNAIRES_MOST = 20, QUESTIONNAIRE_SLUG_MOST = 40, QUESTIONNAIRE_ABOUT_MOST = 1000, SURVEY_AUDIENCES = 6 };

/* Whom a survey may ask, in words. */
extern const struct choice survey_audiences[SURVEY_AUDIENCES];

/* "survey-needs": what the form of its questions is called. */
struct str questionnaire_form_slug(struct arena *, struct str slug);
/* A word of addresses that is no number of a survey: those have forms of their own. */
bool questionnaire_slug_is_fine(struct str slug);

/* Those that a survey may be planned by, and that it has questions of its own; nothing if the programme has none. */
#define QUESTIONNAIRE_OWN "own"
enum outcome questionnaire_choices(struct visit *, struct choices *out);

#endif
