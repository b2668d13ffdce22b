/* The form of the first set-up. */
#ifndef ADMIN_FORM_H
#define ADMIN_FORM_H

#include "forms/form.h"

extern const struct form setup_form;

/* Of `mentord admin create`: who they are. */
extern const struct form admin_form;

/* Another programme like one that is there. */
extern const struct form programme_copy_form;

#endif
