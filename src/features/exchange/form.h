/* The forms of this room: what a row of a file may hold, and what the pages ask. */
#ifndef EXCHANGE_FORM_H
#define EXCHANGE_FORM_H

#include "forms/form.h"

extern const struct form import_person_form, import_request_form, import_application_form, import_bring_form;

#endif
