/* The forms of coordinators. */
#ifndef REQUESTS_FORM_COORDINATE_H
#define REQUESTS_FORM_COORDINATE_H

#include "forms/form.h"

extern const struct form escalate_form, merge_form, intake_form, handover_form, view_form, bulk_form, export_form, rehearse_form, hand_over_form;
enum { HELD_CLAIMS_MOST = 50 };
/* Leaving the programme: by oneself; and by a coordinator, with one "REQUEST.MENTOR" for each claim that goes to somebody by name. */
extern const struct form leave_form, leave_person_form;
/* The same for programs: skills are a list; the request that stays is named by number or id. */
extern const struct form intake_call_form, merge_call_form;

#endif
