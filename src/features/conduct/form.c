/* What is asked of whoever reports, and of responders. `seen` says which state of a case its page showed. */
#include "conduct/form.h"

#include "base/check.h"

#define N_(sentence) S_STATIC(sentence)
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }
#define SEEN { .name = N_("seen"), .type = FIELD_HIDDEN, .max = 20 }
#define PERSON(words) { .name = N_("person"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = 40, .label = N_(words) }

enum { WHAT_LEAST = 10, WHAT_MOST = 10000, CHAT_WHAT_MOST = 3000, ABOUT_MOST = 500, NAME_MOST = 100, WORDS_LEAST = 2, WORDS_MOST = 4000, REASON_LEAST = 10, CLAUSES_CHOSEN_MOST = 8 };

static const struct choice sharings[] = {
	{ .value = N_("named"), .label = N_("With my name"), .hint = N_("Those above see who you are.") },
	{ .value = N_("confidential"), .label = N_("Confidential"), .hint = N_("Your name is sealed apart. One of those above can open it with a reason, and you see that it happened.") },
	{ .value = N_("anonymous"), .label = N_("Anonymous"), .hint = N_("We keep nothing that says who you are, also if you are signed in.") },
};

static const struct field report_fields[] = {
	{ .name = N_("what"), .type = FIELD_LONG_TEXT, .is_required = true, .min = WHAT_LEAST, .max = WHAT_MOST, .label = N_("What happened?"),
	  .hint = N_("In your own words; where and when, if you know. At most {max} characters."), .audience = AUDIENCE_RESPONDERS },
	{ .name = N_("about"), .type = FIELD_TEXT, .max = ABOUT_MOST, .label = N_("Whom is it about?"),
	  .hint = N_("Names, if you like. Nobody named here reads the report, whatever role they have."), .audience = AUDIENCE_RESPONDERS },
	{ .name = N_("not_for"), .type = FIELD_TEXTS, .max = REPORT_READERS_MOST, .label = N_("Who must not read it?"), .audience = AUDIENCE_RESPONDERS },
	{ .name = N_("sharing"), .type = FIELD_CHOICE, .is_required = true, .label = N_("Do you want to be known?"), .choices = { sharings, ARRAY_LENGTH(sharings) } },
	{ .name = N_("name"), .type = FIELD_TEXT, .max = NAME_MOST, .label = N_("Your name"), .hint = N_("Only if you do not stay anonymous."), .audience = AUDIENCE_RESPONDERS,
	  .autocomplete = N_("name") },
	{ .name = N_("contact"), .type = FIELD_TEXT, .max = NAME_MOST, .label = N_("How can you be reached?"), .hint = N_("Not needed: you can follow the report with a code."),
	  .audience = AUDIENCE_RESPONDERS },
};
FORM(report_form, report_fields);

/* Slack takes no more than 3,000 characters of a field. */
static const struct choice chat_sharings[] = {
	{ .value = N_("named"), .label = N_("With my name"), .hint = N_("Those above see who you are.") },
	{ .value = N_("confidential"), .label = N_("Confidential"), .hint = N_("Your name is sealed apart until one of them opens it with a reason.") },
};
static const struct field chat_fields[] = {
	{ .name = N_("what"), .type = FIELD_LONG_TEXT, .is_required = true, .min = WHAT_LEAST, .max = CHAT_WHAT_MOST, .label = N_("What happened?"),
	  .hint = N_("In your own words; where and when, if you know. At most {max} characters."), .audience = AUDIENCE_RESPONDERS },
	{ .name = N_("about"), .type = FIELD_TEXT, .max = ABOUT_MOST, .label = N_("Whom is it about?"),
	  .hint = N_("Names, if you like. Nobody named here reads the report, whatever role they have."), .audience = AUDIENCE_RESPONDERS },
	{ .name = N_("sharing"), .type = FIELD_CHOICE, .is_required = true, .label = N_("Do you want to be known?"), .choices = { chat_sharings, ARRAY_LENGTH(chat_sharings) } },
};
FORM(report_chat_form, chat_fields);

static const struct field code_fields[] = {
	{ .name = N_("code"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = 60, .label = N_("Your code"),
	  .hint = N_("Six groups of four letters and digits, as it was shown after you sent the report.") },
};
FORM(report_code_form, code_fields);

static const struct field answer_fields[] = {
	{ .name = N_("code"), .type = FIELD_HIDDEN, .is_required = true, .max = 60 },
	{ .name = N_("words"), .type = FIELD_LONG_TEXT, .is_required = true, .min = WORDS_LEAST, .max = WORDS_MOST, .label = N_("Your answer, or what you want to add"),
	  .audience = AUDIENCE_RESPONDERS },
};
FORM(report_answer_form, answer_fields);

static const struct field step_fields[] = { SEEN };
FORM(case_step_form, step_fields);

static const struct field assign_fields[] = { SEEN, PERSON("Who looks into it?") };
FORM(case_assign_form, assign_fields);

static const struct field person_fields[] = { SEEN, { .name = N_("person"), .type = FIELD_HIDDEN, .is_required = true, .max = 40 } };
FORM(case_person_form, person_fields);

static const struct field pair_fields[] = { SEEN, { .name = N_("request"), .type = FIELD_HIDDEN, .is_required = true, .max = 40 } };
FORM(case_pair_form, pair_fields);

static const struct field ask_fields[] = {
	SEEN,
	{ .name = N_("words"), .type = FIELD_LONG_TEXT, .is_required = true, .min = WORDS_LEAST, .max = WORDS_MOST, .label = N_("What do you want to know?"),
	  .hint = N_("They read it with their code, without your name."), .audience = AUDIENCE_REPORTER },
};
FORM(case_ask_form, ask_fields);

static const struct field note_fields[] = {
	SEEN,
	{ .name = N_("words"), .type = FIELD_LONG_TEXT, .is_required = true, .min = WORDS_LEAST, .max = WORDS_MOST, .label = N_("Note"), .audience = AUDIENCE_RESPONDERS },
};
FORM(case_note_form, note_fields);

static const struct field name_fields[] = {
	SEEN,
	{ .name = N_("who"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = 200, .label = N_("Whom is it about?"),
	  .hint = N_("Name or address of a member. If they read reports, they see no more of this one from this moment."), .audience = AUDIENCE_RESPONDERS },
};
FORM(case_name_form, name_fields);

static const struct field reveal_fields[] = {
	SEEN,
	{ .name = N_("reason"), .type = FIELD_TEXT, .is_required = true, .min = REASON_LEAST, .max = 300, .label = N_("Why do you need the name?"), .audience = AUDIENCE_REPORTER },
};
FORM(case_reveal_form, reveal_fields);

static const struct choice measures[] = {
	{ .value = N_("nothing"), .label = N_("No measure") },
	{ .value = N_("warning"), .label = N_("Warning") },
	{ .value = N_("suspension"), .label = N_("Suspension from the programme for a time") },
	{ .value = N_("mentor-lost"), .label = N_("The role of mentor is taken away") },
	{ .value = N_("removal"), .label = N_("Removal from the programme") },
};
static const struct field decide_fields[] = {
	SEEN,
	{ .name = N_("measure"), .type = FIELD_CHOICE, .is_required = true, .label = N_("What is decided?"),
	  .hint = N_("It holds at once for whoever is written down above, and they are told: whoever is suspended takes and asks for nothing, whoever is removed is no member any more, and what they hold goes back to the queue."),
	  .choices = { measures, ARRAY_LENGTH(measures) }, .audience = AUDIENCE_REPORTER },
	{ .name = N_("clauses"), .type = FIELD_CHOICES, .max = CLAUSES_CHOSEN_MOST, .label = N_("On which clauses of the code of conduct does it rest?"),
	  .hint = N_("They are named to whom it is about."), .audience = AUDIENCE_RESPONDERS },
	{ .name = N_("until"), .type = FIELD_DATE, .label = N_("Last day of a suspension"), .hint = N_("Where the programme is. It is lifted by itself after that day."), .audience = AUDIENCE_RESPONDERS },
	{ .name = N_("words"), .type = FIELD_LONG_TEXT, .is_required = true, .min = REASON_LEAST, .max = WORDS_MOST, .label = N_("Reasons"),
	  .hint = N_("They stay with the case."), .audience = AUDIENCE_RESPONDERS },
};
FORM(case_decide_form, decide_fields);

static const struct field reopen_fields[] = {
	SEEN,
	{ .name = N_("words"), .type = FIELD_LONG_TEXT, .is_required = true, .min = REASON_LEAST, .max = WORDS_MOST, .label = N_("Why is it looked at again?"), .audience = AUDIENCE_RESPONDERS },
};
FORM(case_reopen_form, reopen_fields);

static const struct field responder_fields[] = {
	{ .name = N_("email"), .type = FIELD_EMAIL, .is_required = true, .label = N_("Address of a member"),
	  .hint = N_("They agreed to read reports, and that whoever reports sees their name. They need a second factor."), .audience = AUDIENCE_COORDINATORS },
};
FORM(responder_form, responder_fields);

static const struct field end_fields[] = { { .name = N_("person"), .type = FIELD_HIDDEN, .is_required = true, .max = 40 } };
FORM(responder_end_form, end_fields);
