/* What a row of a file may hold, field by field, as a page would ask it; which heading means which field stands in columns.def. */
#include "exchange/form.h"

#include "base/check.h"

#define N_(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { NAME_MOST = 100, WORDS_MOST = 100, PRONOUNS_MOST = 40, BIO_MOST = 1000, CAPACITY_MOST = 20, TITLE_MOST = 120, LIST_MOST = 1000, ID_MOST = 100 };

static const struct field person_fields[] = {
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = NAME_MOST, .label = N_("Name"), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("email"), .type = FIELD_EMAIL, .is_required = true, .label = N_("E-mail"), .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("zone"), .type = FIELD_ZONE, .label = N_("Time zone"), .audience = AUDIENCE_MENTORS },
	{ .name = N_("languages"), .type = FIELD_TEXT, .max = WORDS_MOST, .label = N_("Languages"), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("pronouns"), .type = FIELD_TEXT, .max = PRONOUNS_MOST, .label = N_("Pronouns"), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("affiliation"), .type = FIELD_TEXT, .max = WORDS_MOST, .label = N_("Affiliation"), .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("skills"), .type = FIELD_LONG_TEXT, .max = LIST_MOST, .label = N_("Skills"), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("services"), .type = FIELD_LONG_TEXT, .max = LIST_MOST, .label = N_("Services"), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("capacity"), .type = FIELD_WHOLE, .min = 1, .max = CAPACITY_MOST, .label = N_("Requests at the same time"), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("bio"), .type = FIELD_LONG_TEXT, .max = BIO_MOST, .label = N_("Biography"), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("active"), .type = FIELD_TEXT, .max = WORDS_MOST, .label = N_("Active"), .audience = AUDIENCE_MEMBERS },
};
FORM(import_person_form, person_fields);

static const struct field request_fields[] = {
	{ .name = N_("email"), .type = FIELD_EMAIL, .is_required = true, .label = N_("E-mail"), .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("name"), .type = FIELD_TEXT, .max = NAME_MOST, .label = N_("Name"), .audience = AUDIENCE_MEMBERS },
	{ .name = N_("service"), .type = FIELD_TEXT, .is_required = true, .max = WORDS_MOST, .label = N_("Service"), .audience = AUDIENCE_MENTORS },
	{ .name = N_("skills"), .type = FIELD_LONG_TEXT, .max = LIST_MOST, .label = N_("Skills"), .audience = AUDIENCE_MENTORS },
	{ .name = N_("title"), .type = FIELD_TEXT, .max = TITLE_MOST, .label = N_("Title"), .audience = AUDIENCE_MENTORS },
	{ .name = N_("details"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 1, .label = N_("Details"), .audience = AUDIENCE_MENTORS },
	{ .name = N_("affiliation"), .type = FIELD_TEXT, .max = WORDS_MOST, .label = N_("Affiliation"), .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("status"), .type = FIELD_TEXT, .max = WORDS_MOST, .label = N_("Status"), .audience = AUDIENCE_MENTORS },
	{ .name = N_("mentor"), .type = FIELD_TEXT, .max = NAME_MOST, .label = N_("Mentor"), .audience = AUDIENCE_MENTORS },
	{ .name = N_("asked"), .type = FIELD_TEXT, .max = WORDS_MOST, .label = N_("Asked at"), .audience = AUDIENCE_MENTORS },
	{ .name = N_("fulfilled"), .type = FIELD_TEXT, .max = WORDS_MOST, .label = N_("Fulfilled at"), .audience = AUDIENCE_MENTORS },
	{ .name = N_("id"), .type = FIELD_TEXT, .max = ID_MOST, .label = N_("Its id in the other table") },
};
FORM(import_request_form, request_fields);

/* Beside the answers to the programme's own questions (round.c). */
static const struct field application_fields[] = {
	{ .name = N_("email"), .type = FIELD_EMAIL, .is_required = true, .label = N_("E-mail"), .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("name"), .type = FIELD_TEXT, .max = NAME_MOST, .label = N_("Name"), .audience = AUDIENCE_REVIEWERS },
	{ .name = N_("zone"), .type = FIELD_ZONE, .label = N_("Time zone"), .audience = AUDIENCE_MENTORS },
	{ .name = N_("side"), .type = FIELD_TEXT, .max = WORDS_MOST, .label = N_("Mentor or mentee"), .audience = AUDIENCE_REVIEWERS },
	{ .name = N_("project"), .type = FIELD_TEXT, .max = TITLE_MOST, .label = N_("For which project?"), .audience = AUDIENCE_REVIEWERS },
	{ .name = N_("sent"), .type = FIELD_TEXT, .max = WORDS_MOST, .label = N_("Sent at"), .audience = AUDIENCE_REVIEWERS },
};
FORM(import_application_form, application_fields);

static const struct choice kinds[] = {
	{ .value = N_("people"), .label = N_("People"), .hint = N_("Each becomes a member.") },
	{ .value = N_("mentors"), .label = N_("Mentors"), .hint = N_("Each becomes a member and volunteers as a mentor. An empty “Active” means: a member only.") },
	{ .value = N_("requests"), .label = N_("Requests"), .hint = N_("Open ones wait in the queue from now on; fulfilled ones are history.") },
	{ .value = N_("applications"), .label = N_("Applications"), .hint = N_("Answers to the questions of this programme, as a form service exports them. Each waits to be read, in a round.") },
};
static const struct choice sides[] = {
	{ .value = N_("mentor"), .label = N_("As mentors") }, { .value = N_("mentee"), .label = N_("As mentees") },
	{ .value = N_("column"), .label = N_("A column of the file says it") },
};

/* The file itself is no answer of this form: the page asks for it beside (web_import.c). */
static const struct field bring_fields[] = {
	{ .name = N_("kind"), .type = FIELD_CHOICE, .is_required = true, .label = N_("What stands in its rows?"), .choices = FIXED(kinds) },
	{ .name = N_("import_round"), .type = FIELD_CHOICE, .label = N_("Into which round?"), .hint = N_("Of applications. With one round alone nothing need be chosen.") },
	{ .name = N_("side"), .type = FIELD_CHOICE, .label = N_("As what do they apply?"), .hint = N_("Of applications."), .choices = FIXED(sides) },
	{ .name = N_("receipts"), .type = FIELD_TICK, .label = N_("Write a receipt to each applicant"), .hint = N_("Of applications. Without it nobody is written to: they know it from the other form.") },
	{ .name = N_("columns"), .type = FIELD_TEXT, .label = N_("Headings that are not known"),
	  .hint = N_("Heading=field, a comma between them, like: Mail of yours=email, Who=name. Headings of Airtable and of form services are known, and so are questions. You can choose afterwards as well.") },
};
FORM(import_bring_form, bring_fields);
