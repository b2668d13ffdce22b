/* The forms of ways in. */
#ifndef ACCESS_FORM_H
#define ACCESS_FORM_H

#include "forms/form.h"

extern const struct form empty_form;          /* an act without questions */
extern const struct form login_link_form;

#endif
