/* The forms of coordinators. */
#ifndef REQUESTS_FORM_COORDINATE_H
#define REQUESTS_FORM_COORDINATE_H

#include "forms/form.h"

extern const struct form escalate_form, merge_form, intake_form, handover_form, view_form, bulk_form, export_form;

#endif
