/* The forms of this room. */
#ifndef CONDUCT_FORM_H
#define CONDUCT_FORM_H

#include "forms/form.h"

enum { REPORT_READERS_MOST = 20, NAMED_MOST = 20, PAIRS_MOST = 50 };

/* report_chat_form: `what`, `about`, `sharing`, with a name or confidential, since a chat knows who writes. */
extern const struct form report_form, report_chat_form, report_code_form, report_answer_form, responder_form, responder_end_form;
extern const struct form case_step_form, case_assign_form, case_ask_form, case_note_form, case_name_form, case_person_form, case_pair_form, case_reveal_form, case_decide_form, case_reopen_form;

#endif
