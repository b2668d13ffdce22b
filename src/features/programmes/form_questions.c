/* What a coordinator says about one question of a form. */
#include "base/check.h"
#include "programmes/form.h"
#include "programmes/questions.h"

#define N_(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

static const struct choice kinds[] = {
	{ .value = N_("text"), .label = N_("One line of text") }, { .value = N_("long-text"), .label = N_("A text of several lines") },
	{ .value = N_("choice"), .label = N_("One of several choices") }, { .value = N_("choices"), .label = N_("Some of several choices") },
	{ .value = N_("scale"), .label = N_("A step of a scale") }, { .value = N_("week"), .label = N_("Hours of the week") },
	{ .value = N_("language"), .label = N_("A language, and how well it is spoken") }, { .value = N_("date"), .label = N_("A day") },
	{ .value = N_("link"), .label = N_("An address in the web") }, { .value = N_("consent"), .label = N_("A consent that must be given") },
};
static const struct choice audiences[] = {
	{ .value = N_("reviewers"), .label = N_("Reviewers and coordinators") }, { .value = N_("coordinators"), .label = N_("Coordinators alone") },
};

static const struct field question_edit_fields[] = {
	{ .name = N_("was"), .type = FIELD_HIDDEN },
	{ .name = N_("called"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = QUESTION_KEY_MOST, .label = N_("Key"),
	  .hint = N_("A short word that programs and tables call the answer by, like goals. Small letters, digits and _.") },
	{ .name = N_("kind"), .type = FIELD_CHOICE, .is_required = true, .label = N_("What kind of answer?"), .choices = FIXED(kinds) },
	{ .name = N_("words"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = QUESTION_WORDS_MOST, .label = N_("The question"),
	  .hint = N_("Whoever answered already keeps the words that they answered.") },
	{ .name = N_("help"), .type = FIELD_TEXT, .label = N_("A line beneath it that helps"), .hint = N_("If it needs one.") },
	{ .name = N_("choices"), .type = FIELD_LONG_TEXT, .label = N_("Choices, each on a line of its own"),
	  .hint = N_("Of a scale the first line says what its lowest step means, the second its highest.") },
	{ .name = N_("required"), .type = FIELD_TICK, .label = N_("It must be answered") },
	{ .name = N_("least"), .type = FIELD_WHOLE, .min = 0, .max = 4000, .label = N_("Least"), .hint = N_("Characters, ticks, or the first step of a scale. Empty: as usual.") },
	{ .name = N_("most"), .type = FIELD_WHOLE, .min = 0, .max = 4000, .label = N_("Most"), .hint = N_("Characters, ticks, or the last step of a scale. Empty: as usual.") },
	{ .name = N_("audience"), .type = FIELD_CHOICE, .is_required = true, .label = N_("Who reads the answer?"), .hint = N_("It stands under the question."), .choices = FIXED(audiences) },
	{ .name = N_("position"), .type = FIELD_WHOLE, .is_required = true, .min = 1, .max = QUESTIONS_MOST, .label = N_("Place in the form"), .hint = N_("1 stands first.") },
};
FORM(question_edit_form, question_edit_fields);

static const struct field question_drop_fields[] = { { .name = N_("was"), .type = FIELD_HIDDEN, .is_required = true, .max = QUESTION_KEY_MOST } };
FORM(question_drop_form, question_drop_fields);
