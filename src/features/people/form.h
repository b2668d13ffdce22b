/* The forms about people. */
#ifndef PEOPLE_FORM_H
#define PEOPLE_FORM_H

#include "forms/form.h"

extern const struct form me_form;
extern const struct form member_form;
extern const struct form mentor_apply_form;
extern const struct form mentor_self_form;
extern const struct form mentor_away_form;
extern const struct form person_add_form, come_form;
extern const struct form mentor_decline_form, orientation_form;
extern const struct form role_form;
extern const struct form stand_in_form;
extern const struct form people_export_form;
extern const struct form block_form, block_end_form, email_form;

extern const struct form notify_form;
extern const struct form group_form;    /* form_group.c */

#endif
