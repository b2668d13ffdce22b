/* The forms of this room. */
#ifndef OPENINGS_FORM_H
#define OPENINGS_FORM_H

#include "forms/form.h"

extern const struct form opening_form, opening_decide_form, opening_extend_form, nominate_form, elect_form, choose_form;

#endif
