/* The forms of the wizard, one a step. */
#ifndef REQUESTS_FORM_ASK_H
#define REQUESTS_FORM_ASK_H

#include "forms/form.h"

extern const struct form wizard_service_form, wizard_skills_form, wizard_details_form, wizard_when_form, wizard_about_form;

#endif
