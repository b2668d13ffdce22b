/* Surveys and focus areas: what other floors may ask. */
#ifndef SURVEYS_SURVEYS_H
#define SURVEYS_SURVEYS_H

#include "access/record.h"
#include "access/visit.h"
#include "forms/form.h"
#include "later/later.h"

/* The form of a route that asks a survey's own questions, as they are for this visit; NULL of any other form. NOT_FOUND if the visitor is not asked. */
enum outcome survey_form_find(struct visit *, const struct form *of_route, const struct form **out);

/* The rounds that a survey may be for. */
enum outcome survey_round_choices(struct visit *, struct choices *out);

/* What must always hold of surveys, for `mentord fsck`. */
enum outcome survey_check(struct visit *, struct findings *);

/* What the clock does (daemon/jobs.def): a survey opens, reminds, closes; its letters, the next people. */
job_handler survey_step_due, survey_tell_due;

#endif
