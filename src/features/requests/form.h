/* The forms of one request. Those of the wizard and the filters: form_ask.h. */
#ifndef REQUESTS_FORM_H
#define REQUESTS_FORM_H

#include "forms/form.h"

enum { KEPT_DAYS = 14, KEPT_MOST = 20 };    /* words that could not be sent, of one person */

extern const struct form claim_form, release_form, pass_form, attempt_form, session_form, fulfil_form, unreachable_form, absent_form, close_form,
    assign_form, note_form, helpful_form, detail_form, answer_form, sheet_form, words_remove_form;

#endif
