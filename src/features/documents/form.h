/* The forms of this room. */
#ifndef DOCUMENTS_FORM_H
#define DOCUMENTS_FORM_H

#include "forms/form.h"

extern const struct form conduct_form, document_form, document_query_form, document_people_form;

#endif
