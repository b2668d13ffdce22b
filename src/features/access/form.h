/* The forms of ways in. */
#ifndef ACCESS_FORM_H
#define ACCESS_FORM_H

#include "forms/form.h"

extern const struct form empty_form;          /* an act without questions */
extern const struct form login_form;          /* whose address: a mail leads in */
extern const struct form login_code_form;     /* the code of that mail */
extern const struct form login_link_form;
extern const struct form token_form;
extern const struct form second_factor_form;  /* a code at sign-in or in a session */
extern const struct form factor_form;         /* the first code of a new seed */
extern const struct form factor_reset_form;   /* whose factor is lost */

#endif
