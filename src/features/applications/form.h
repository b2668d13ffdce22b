/* The forms of this room. */
#ifndef APPLICATIONS_FORM_H
#define APPLICATIONS_FORM_H

#include "forms/form.h"

/* The first two ask the programme's own questions; of a draft nothing is required. */
extern const struct form application_form, application_draft_form;
extern const struct form cohort_form, cohort_change_form, round_list_form, extend_form, score_form, decide_form, reviewer_form, reviewer_end_form, application_list_form;

#endif
