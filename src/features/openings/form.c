/* What a project's contact says, and what coordinators answer. */
#include "openings/form.h"

#include "base/check.h"

#define N_(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { NAME_MOST = 80, TEXT_MOST = 2000, LINE_MOST = 160, WORDS_MOST = 1000, PLACES_MOST = 100, TERM_MOST = 24, MINUTES_MOST = 5000, CHOSEN_MOST = 100, ID_MOST = 40 };

static const struct choice periods[] = { { .value = N_("week"), .label = N_("A week") }, { .value = N_("month"), .label = N_("A month") } };
static const struct field opening_fields[] = {
	{ .name = N_("round"), .type = FIELD_CHOICE, .is_required = true, .label = N_("For which round?") },
	{ .name = N_("project"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = NAME_MOST, .label = N_("Name of the project") },
	{ .name = N_("url"), .type = FIELD_LINK, .is_required = true, .label = N_("Where the project is to be found"), .hint = N_("Begins with https:// or http://.") },
	{ .name = N_("goals"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 20, .max = TEXT_MOST, .label = N_("What do you want to reach, and what would a mentee work on?") },
	{ .name = N_("places"), .type = FIELD_WHOLE, .is_required = true, .min = 1, .max = PLACES_MOST, .label = N_("Places for mentees") },
	{ .name = N_("term"), .type = FIELD_WHOLE, .min = 1, .max = TERM_MOST, .label = N_("Months that a pair runs"), .hint = N_("Empty: as the programme says.") },
	{ .name = N_("minutes"), .type = FIELD_WHOLE, .min = 1, .max = MINUTES_MOST, .label = N_("Minutes that a pair meets at least"), .hint = N_("Empty: as the programme says.") },
	{ .name = N_("period"), .type = FIELD_CHOICE, .label = N_("Within which time?"), .choices = FIXED(periods) },
	{ .name = N_("criteria"), .type = FIELD_LONG_TEXT, .max = TEXT_MOST, .label = N_("Criteria"), .hint = N_("By what is chosen. They stand on the page of the opening.") },
	{ .name = N_("languages"), .type = FIELD_TEXT, .max = LINE_MOST, .label = N_("Languages"), .hint = N_("In which somebody can be mentored, with a comma between.") },
};
FORM(opening_form, opening_fields);

static const struct choice decisions[] = {
	{ .value = N_("announce"), .label = N_("Announce it"), .hint = N_("It is listed, members are told, and it keeps its term and minimum whatever the programme says later.") },
	{ .value = N_("return"), .label = N_("Return it with a comment"), .hint = N_("Its contact can change it and declare it again.") },
};
static const struct field decide_fields[] = {
	{ .name = N_("decision"), .type = FIELD_CHOICE, .is_required = true, .label = N_("What is decided?"), .choices = FIXED(decisions), .audience = AUDIENCE_PERSON },
	{ .name = N_("words"), .type = FIELD_LONG_TEXT, .max = WORDS_MOST, .label = N_("Comment to its contact"), .hint = N_("What is missing, if you return it."), .audience = AUDIENCE_PERSON },
	{ .name = N_("closes"), .type = FIELD_DATE, .label = N_("A last day of its own"), .hint = N_("If it ends later than its round.") },
};
FORM(opening_decide_form, decide_fields);

static const struct field extend_fields[] = {
	{ .name = N_("closes"), .type = FIELD_DATE, .is_required = true, .label = N_("New last day"), .hint = N_("Whoever began or sent an application is told by mail.") },
};
FORM(opening_extend_form, extend_fields);

static const struct field nominate_fields[] = {
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = NAME_MOST, .label = N_("Name of the mentor"), .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("email"), .type = FIELD_EMAIL, .is_required = true, .label = N_("Their address"), .hint = N_("They get a letter with a link, and accept by sending an application."), .audience = AUDIENCE_COORDINATORS },
};
FORM(nominate_form, nominate_fields);

static const struct choice elections[] = { { .value = N_("elect"), .label = N_("Elect") }, { .value = N_("refuse"), .label = N_("Not this time"), .hint = N_("They are told at once, with the reason.") } };
static const struct choice reasons[] = {
#define REASON(name_, words) { .value = S_STATIC(name_), .label = S_STATIC(words) },
#include "applications/reasons.def"
};
static const struct field elect_fields[] = {
	{ .name = N_("application"), .type = FIELD_TEXT, .is_required = true, .max = ID_MOST, .label = N_("Who?"), .audience = AUDIENCE_PERSON },
	{ .name = N_("decision"), .type = FIELD_CHOICE, .is_required = true, .label = N_("As a mentor of this project?"), .choices = FIXED(elections), .audience = AUDIENCE_PERSON },
	{ .name = N_("reason"), .type = FIELD_CHOICE, .label = N_("Reason, if not this time"), .choices = FIXED(reasons), .audience = AUDIENCE_PERSON },
	{ .name = N_("words"), .type = FIELD_LONG_TEXT, .max = WORDS_MOST, .label = N_("A word to them"), .hint = N_("If you like. They read it as it stands."), .audience = AUDIENCE_PERSON },
};
FORM(elect_form, elect_fields);

static const struct field choose_fields[] = {
	{ .name = N_("chosen"), .type = FIELD_TEXTS, .is_required = true, .min = 1, .max = CHOSEN_MOST, .label = N_("Whom does the project choose?"), .audience = AUDIENCE_PERSON },
};
FORM(choose_form, choose_fields);
