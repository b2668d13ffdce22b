/* What a coordinator writes to many. */
#include "people/form.h"

#include "base/check.h"

#define N_(sentence) S_STATIC(sentence)

enum { SUBJECT_LEAST = 4, SUBJECT_MOST = 60, BODY_LEAST = 20, BODY_MOST = 3000 };

static const struct choice groups[] = {
#define GROUP(word, words) { .value = N_(word), .label = N_(words) },
#include "people/groups.def"
};
static const struct field group_fields[] = {
	{ .name = N_("group"), .type = FIELD_CHOICE, .is_required = true, .label = N_("To whom?"), .choices = { groups, ARRAY_LENGTH(groups) },
	  .hint = N_("Whoever wants no news from coordinators is left out.") },
	{ .name = N_("joined_from"), .type = FIELD_DATE, .label = N_("Only who joined since"), .hint = N_("A cohort. Empty: since ever.") },
	{ .name = N_("joined_until"), .type = FIELD_DATE, .label = N_("… and until"), .hint = N_("That day is in it.") },
	{ .name = N_("subject"), .type = FIELD_TEXT, .is_required = true, .min = SUBJECT_LEAST, .max = SUBJECT_MOST, .label = N_("Subject"), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("body"), .type = FIELD_LONG_TEXT, .is_required = true, .min = BODY_LEAST, .max = BODY_MOST, .label = N_("Text"),
	  .hint = N_("A blank line ends a paragraph. Your name stands below it."), .audience = AUDIENCE_MEMBERS },
};
const struct form group_form = { .name = N_("group_form"), .fields = group_fields, .count = ARRAY_LENGTH(group_fields) };
