/* What a mentee is asked, one question a screen. Services, skills, affiliations and the shortest details are the programme's. */
#include "requests/form_ask.h"

#include "base/check.h"

#define N_(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define FORM(form, list) const struct form form = { .name = S_STATIC(#form), .fields = (list), .count = ARRAY_LENGTH(list) }

static const struct field service_fields[] = {
	{ .name = N_("service"), .type = FIELD_CHOICE, .is_required = true, .label = N_("What kind of help do you want?"),
	  .audience = AUDIENCE_MENTORS },
};
FORM(wizard_service_form, service_fields);

static const struct field skills_fields[] = {
	{ .name = N_("skills"), .type = FIELD_CHOICES, .max = 5, .label = N_("Which skills is it about?"),
	  .hint = N_("Choose up to five."), .audience = AUDIENCE_MENTORS },
	{ .name = N_("also"), .type = FIELD_TEXT, .max = 120, .label = N_("Or type their names"),
	  .hint = N_("Comma between them. “JS” finds JavaScript."), .audience = AUDIENCE_MENTORS },
	{ .name = N_("is_unsure"), .type = FIELD_TICK, .label = N_("I am not sure"),
	  .hint = N_("That is a fine answer: mentors will look at your words.") },
};
FORM(wizard_skills_form, skills_fields);

static const struct field details_fields[] = {
	{ .name = N_("title"), .type = FIELD_TEXT, .is_required = true, .min = 8, .max = 120,
	  .label = N_("In one line, what do you need?"), .audience = AUDIENCE_MENTORS },
	{ .name = N_("details"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 20, .max = 1500, .label = N_("Tell us more"),
	  .hint = N_("What are you working on? Where are you stuck? What would be a good result of 30 minutes? Leave out names and addresses."),
	  .audience = AUDIENCE_MENTORS },
};
FORM(wizard_details_form, details_fields);

static const struct choice media[] = {
	{ .value = N_("any"), .label = N_("Whatever suits the mentor") },
	{ .value = N_("chat"), .label = N_("Chat") },
	{ .value = N_("voice"), .label = N_("Voice call") },
	{ .value = N_("video"), .label = N_("Video call") },
};

static const struct field when_fields[] = {
	{ .name = N_("week"), .type = FIELD_WEEK, .label = N_("When do you usually have time?"),
	  .hint = N_("In your own zone. Nothing ticked means any time."), .audience = AUDIENCE_MENTORS },
	{ .name = N_("medium"), .type = FIELD_CHOICE, .is_required = true, .label = N_("How would you like to talk?"), .choices = FIXED(media) },
	{ .name = N_("language"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = 60, .label = N_("In which language?"),
	  .audience = AUDIENCE_MENTORS },
	{ .name = N_("named_mentor"), .type = FIELD_CHOICE, .label = N_("Is there a mentor whom you would like to ask first?"),
	  .hint = N_("Not needed. They may decline; then all mentors see it."), .audience = AUDIENCE_COORDINATORS },
};
FORM(wizard_when_form, when_fields);

static const struct field about_fields[] = {
	{ .name = N_("affiliation"), .type = FIELD_CHOICE, .label = N_("Which describes you?"),
	  .hint = N_("You say so yourself; nobody checks."), .audience = AUDIENCE_MENTORS },
	{ .name = N_("shows_name"), .type = FIELD_TICK, .label = N_("Show my first name and initial before somebody claims"),
	  .hint = N_("Otherwise mentors read “A mentee”. Who claims your request sees your name and e-mail."), .audience = AUDIENCE_MENTORS },
};
FORM(wizard_about_form, about_fields);
