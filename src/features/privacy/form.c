/* What the page about one's data asks: as what to take it along, and whether one is sure that it shall end. */
#include "privacy/form.h"

#include "base/check.h"

#define N_(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

static const struct choice formats[] = {
	{ .value = N_("html"), .label = N_("A page, to be read") }, { .value = N_("json"), .label = N_("JSON, for a program") },
};
static const struct field export_fields[] = {
	{ .name = N_("format"), .type = FIELD_CHOICE, .is_required = true, .label = N_("As what?"), .choices = FIXED(formats) },
};
FORM(data_export_form, export_fields);

static const struct field erase_fields[] = {
	{ .name = N_("sure"), .type = FIELD_TICK, .is_required = true, .label = N_("I want everything about me to end"),
	  .hint = N_("Afterwards nobody can bring it back.") },
};
FORM(data_erase_form, erase_fields);
