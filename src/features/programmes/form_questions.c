/* What a coordinator says about one question of a form, and about a survey beside its questions. */
#include "base/check.h"
#include "programmes/form.h"
#include "programmes/questionnaires.h"
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

static const struct field question_drop_fields[] = {
	{ .name = N_("was"), .type = FIELD_HIDDEN, .is_required = true, .max = QUESTION_KEY_MOST }, { .name = N_("version"), .type = FIELD_HIDDEN, .max = 12 },
};
FORM(question_drop_form, question_drop_fields);

const struct choice survey_audiences[SURVEY_AUDIENCES] = {
	{ .value = N_("members"), .label = N_("All members") }, { .value = N_("mentors"), .label = N_("Mentors who are active") },
	{ .value = N_("mentees"), .label = N_("Members who do not mentor") }, { .value = N_("round"), .label = N_("Both sides of a round") },
	{ .value = N_("round-mentors"), .label = N_("Who applied as a mentor in a round") }, { .value = N_("round-mentees"), .label = N_("Who applied as a mentee in a round") },
};

#define QUESTIONNAIRE_FIELDS \
	{ .name = N_("title"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = FORM_TITLE_MOST, .label = N_("Title"), \
	  .hint = N_("A survey that is planned by it is called so, unless somebody names it otherwise.") }, \
	{ .name = N_("about"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 2, .max = QUESTIONNAIRE_ABOUT_MOST, .label = N_("What it is for"), \
	  .hint = N_("And what becomes of whoever does not answer. It stands in the letter and above the questions.") }, \
	{ .name = N_("survey_audience"), .type = FIELD_CHOICE, .is_required = true, .label = N_("Who is asked?"), .hint = N_("Whoever plans a survey by it may ask others."), \
	  .choices = { survey_audiences, SURVEY_AUDIENCES } }, \
	{ .name = N_("asks_areas"), .type = FIELD_TICK, .label = N_("Ask for focus areas"), .hint = N_("Those of the programme's list that are served here.") }, \
	{ .name = N_("asks_ranking"), .type = FIELD_TICK, .label = N_("Ask whom they would like to work with, in order"), \
	  .hint = N_("How many stands in the programme's settings. Nobody is offered whom they may not see.") }

static const struct field questionnaire_new_fields[] = {
	{ .name = N_("slug"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = QUESTIONNAIRE_SLUG_MOST, .label = N_("Word in addresses and in the programme's file"),
	  .hint = N_("Small letters a-z, digits and hyphens, like mid-term. It stays as it is.") },
	QUESTIONNAIRE_FIELDS,
};
FORM(questionnaire_new_form, questionnaire_new_fields);
static const struct field questionnaire_fields[] = {
	QUESTIONNAIRE_FIELDS,
	{ .name = N_("is_retired"), .type = FIELD_TICK, .label = N_("Retired"), .hint = N_("No survey is planned by it any more; those that there are go on.") },
};
FORM(questionnaire_form, questionnaire_fields);
