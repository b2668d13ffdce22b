/* The forms of a programme's pages. */
#ifndef PROGRAMMES_FORM_H
#define PROGRAMMES_FORM_H

#include "forms/form.h"

extern const struct form service_form;
extern const struct form settings_form;
/* The same for programs: what is left out stays. */
extern const struct form settings_call_form;
extern const struct form channels_form;    /* rows of channels.def; whole, for programs too: an empty room is none */
extern const struct form front_form;    /* rows of front.def; whole: an empty text is the built-in one */
extern const struct form skill_form;
extern const struct form skill_alias_form;
extern const struct form skill_merge_form;
extern const struct form skill_rename_form;
extern const struct form resource_form;
extern const struct form holiday_form, holiday_drop_form;
extern const struct form letter_text_form;    /* what letters of a kind say */

/* What a survey asks, without its questions: a new one, and one that is there. */
extern const struct form questionnaire_new_form, questionnaire_form;

/* A question of a form, and one that goes. */
extern const struct form question_edit_form, question_drop_form;

#endif
