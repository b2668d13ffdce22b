/* What the page about one's data asks. */
#ifndef PRIVACY_FORM_H
#define PRIVACY_FORM_H

#include "forms/form.h"

extern const struct form data_export_form, data_erase_form;

#endif
