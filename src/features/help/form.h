/* The forms of this room. */
#ifndef HELP_FORM_H
#define HELP_FORM_H

#include "forms/form.h"

extern const struct form help_form, help_place_form, help_place_pick_form, help_list_form;

#endif
