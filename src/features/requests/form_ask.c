/* What a mentee is asked, one question a screen. Services, skills, affiliations and the shortest details are the programme's. */
#include "requests/form_ask.h"

#include "base/check.h"

#define T(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

static const struct field service_fields[] = {
	{ .name = T("service"), .type = FIELD_CHOICE, .is_required = true, .label = T("What kind of help do you want?"),
	  .audience = AUDIENCE_MENTORS },
};
FORM(wizard_service_form, service_fields);

static const struct field skills_fields[] = {
	{ .name = T("skills"), .type = FIELD_CHOICES, .max = 5, .label = T("Which skills is it about?"),
	  .hint = T("Choose up to {max}."), .audience = AUDIENCE_MENTORS },
	{ .name = T("also"), .type = FIELD_TEXT, .max = 120, .label = T("Or type their names"),
	  .hint = T("Comma between them. “JS” finds JavaScript."), .audience = AUDIENCE_MENTORS },
	{ .name = T("is_unsure"), .type = FIELD_TICK, .label = T("I am not sure"),
	  .hint = T("That is a fine answer: mentors will look at your words."), .audience = AUDIENCE_MENTORS },
};
FORM(wizard_skills_form, skills_fields);

static const struct field details_fields[] = {
	{ .name = T("title"), .type = FIELD_TEXT, .is_required = true, .min = 8, .max = 120,
	  .label = T("In one line, what do you need?"), .audience = AUDIENCE_MENTORS },
	{ .name = T("details"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 20, .max = 1500, .label = T("Tell us more"),
	  .hint = T("What are you working on? Where are you stuck? What would be a good result of one session? Leave out names and addresses."),
	  .audience = AUDIENCE_MENTORS },
};
FORM(wizard_details_form, details_fields);

static const struct choice media[] = {
	{ .value = T("any"), .label = T("Whatever suits the mentor") },
	{ .value = T("chat"), .label = T("Chat") },
	{ .value = T("voice"), .label = T("Voice call") },
	{ .value = T("video"), .label = T("Video call") },
};

static const struct field when_fields[] = {
	{ .name = T("week"), .type = FIELD_WEEK, .label = T("When do you usually have time?"),
	  .hint = T("In your own zone. Nothing ticked means any time."), .audience = AUDIENCE_MENTORS },
	{ .name = T("medium"), .type = FIELD_CHOICE, .is_required = true, .label = T("How would you like to talk?"), .choices = FIXED(media),
	  .audience = AUDIENCE_MENTORS },
	{ .name = T("language"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = 60, .label = T("In which language?"),
	  .audience = AUDIENCE_MENTORS },
	{ .name = T("named_mentor"), .type = FIELD_CHOICE, .label = T("Is there a mentor whom you would like to ask first?"),
	  .hint = T("Not needed. They may decline; then all mentors see it."), .audience = AUDIENCE_COORDINATORS },
};
FORM(wizard_when_form, when_fields);

static const struct field about_fields[] = {
	{ .name = T("affiliation"), .type = FIELD_CHOICE, .label = T("Which describes you?"),
	  .hint = T("You say so yourself; nobody checks."), .audience = AUDIENCE_MENTORS },
	{ .name = T("shows_name"), .type = FIELD_TICK, .label = T("Show my first name and initial before somebody claims"),
	  .hint = T("Otherwise mentors read “A mentee”. Who claims your request sees your name and e-mail."), .audience = AUDIENCE_MENTORS },
};
FORM(wizard_about_form, about_fields);
