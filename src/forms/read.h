/* Reading one field: only files of this folder include it. */
#ifndef FORMS_READ_H
#define FORMS_READ_H

#include "forms/form.h"

enum { WEEK_PARTS = 21 };    /* 7 days, morning, afternoon and evening */

/* Reads what was sent for the value's field and complains where it does not hold. */
void field_read(struct arena *, struct value *, const struct pairs *sent);

#endif
