/* The forms of coordinators. */
#ifndef REQUESTS_FORM_COORDINATE_H
#define REQUESTS_FORM_COORDINATE_H

#include "forms/form.h"

extern const struct form escalate_form, merge_form, intake_form, handover_form, view_form, bulk_form, export_form;
/* The same for programs: skills are a list; the request that stays is named by number or id. */
extern const struct form intake_call_form, merge_call_form;

#endif
