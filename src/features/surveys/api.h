/* Surveys for programs: what rows of daemon/api.def print. */
#ifndef SURVEYS_API_H
#define SURVEYS_API_H

#include "access/visit.h"
#include "forms/shape.h"

extern const struct shape survey_list_shape, survey_shape, survey_results_shape, focus_list_shape;

/* Those that ask the visitor; for coordinators all. */
enum outcome survey_list_json(struct visit *);
/* One that asks the visitor, with what they answered and what they may choose. */
enum outcome survey_json(struct visit *);
/* One with its counts, for coordinators: of the address, or the one that was just made. */
enum outcome survey_results_json(struct visit *);
enum outcome focus_json(struct visit *);

#endif
