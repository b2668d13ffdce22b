/* The forms of this room. */
#ifndef QUESTIONS_FORM_H
#define QUESTIONS_FORM_H

#include "forms/form.h"

extern const struct form question_form, question_answer_form, question_pick_form, question_list_form;

#endif
