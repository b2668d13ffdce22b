/* The forms of this room. */
#ifndef SURVEYS_FORM_H
#define SURVEYS_FORM_H

#include "forms/form.h"

/* The first two ask the survey's own questions; of a draft nothing is required. */
extern const struct form survey_answer_form, survey_draft_form;
extern const struct form survey_form, survey_extend_form, focus_area_form;

#endif
