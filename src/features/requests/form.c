/* What the acts on one request ask. Choices of mentors come from the visit (desk_supply()); days are checked by the rules. */
#include "requests/form.h"

#include "base/check.h"

#define N_(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define FORM(form, list) const struct form form = { .name = S_STATIC(#form), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { WORDS_MAX = 1500, LINE_MAX = 200 };

const struct form claim_form = { .name = S_STATIC("claim_form") };

static const struct field release_fields[] = {
	{ .name = N_("reason"), .type = FIELD_TEXT, .max = LINE_MAX, .label = N_("Why do you give it back?"),
	  .hint = N_("One line, if you like. The mentee is never blamed, and neither are you."), .audience = AUDIENCE_COORDINATORS },
};
FORM(release_form, release_fields);

static const struct field pass_fields[] = {
	{ .name = N_("suggested"), .type = FIELD_CHOICE, .label = N_("Somebody who fits better"),
	  .hint = N_("You may suggest a colleague. Nobody is blamed for passing."), .audience = AUDIENCE_COORDINATORS },
};
FORM(pass_form, pass_fields);

static const struct choice ways[] = {
	{ .value = N_("chat"), .label = N_("Chat message") },
	{ .value = N_("email"), .label = N_("E-mail") },
	{ .value = N_("voice"), .label = N_("Call") },
	{ .value = N_("other"), .label = N_("Another way") },
};

static const struct field attempt_fields[] = {
	{ .name = N_("way"), .type = FIELD_CHOICE, .is_required = true, .label = N_("How did you write or call?"), .choices = FIXED(ways) },
	{ .name = N_("tried_on"), .type = FIELD_DATE, .is_required = true, .label = N_("On which day?") },
	{ .name = N_("words"), .type = FIELD_TEXT, .max = LINE_MAX, .label = N_("Anything worth remembering"), .audience = AUDIENCE_PAIR },
};
FORM(attempt_form, attempt_fields);

static const struct field session_fields[] = {
	{ .name = N_("date"), .type = FIELD_DATE, .is_required = true, .label = N_("Day of the session") },
	{ .name = N_("time"), .type = FIELD_TIME, .is_required = true, .label = N_("Time, in your zone"),
	  .hint = N_("For example 18:30. The other side sees it in their own zone."), .audience = AUDIENCE_PAIR },
};
FORM(session_form, session_fields);

static const struct field fulfil_fields[] = {
	{ .name = N_("held_on"), .type = FIELD_DATE, .is_required = true, .label = N_("On which day did you meet?") },
	{ .name = N_("next_steps"), .type = FIELD_LONG_TEXT, .max = WORDS_MAX, .label = N_("Next steps for the mentee"),
	  .hint = N_("Links, exercises, who else could help."), .audience = AUDIENCE_PAIR },
};
FORM(fulfil_form, fulfil_fields);

static const struct field unreachable_fields[] = {
	{ .name = N_("reason"), .type = FIELD_TEXT, .max = LINE_MAX, .label = N_("What should the coordinators know?"),
	  .audience = AUDIENCE_COORDINATORS },
};
FORM(unreachable_form, unreachable_fields);

static const struct field close_fields[] = {
	{ .name = N_("reason"), .type = FIELD_TEXT, .is_required = true, .min = 4, .max = LINE_MAX, .label = N_("Why is it closed?"),
	  .hint = N_("The mentee reads this sentence."), .audience = AUDIENCE_MENTEE },
};
FORM(close_form, close_fields);

static const struct field assign_fields[] = {
	{ .name = N_("mentor"), .type = FIELD_CHOICE, .is_required = true, .label = N_("Which mentor?") },
	{ .name = N_("has_agreed"), .type = FIELD_TICK, .label = N_("The mentor has agreed") },
	{ .name = N_("reason"), .type = FIELD_TEXT, .max = LINE_MAX, .label = N_("If not: why do you assign it anyway?"),
	  .audience = AUDIENCE_COORDINATORS },
};
FORM(assign_form, assign_fields);

static const struct choice audiences[] = {
	{ .value = N_("author"), .label = N_("Only me") },
	{ .value = N_("pair"), .label = N_("The mentee and me"), .hint = N_("Coordinators can read it too.") },
	{ .value = N_("coordinators"), .label = N_("The coordinators and me") },
};

static const struct field note_fields[] = {
	{ .name = N_("words"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 1, .max = 4000, .label = N_("Note") },
	{ .name = N_("audience"), .type = FIELD_CHOICE, .is_required = true, .label = N_("Who may read it?"), .choices = FIXED(audiences) },
};
FORM(note_form, note_fields);

static const struct choice helps[] = {
	{ .value = N_("helped"), .label = N_("It helped") },
	{ .value = N_("partly"), .label = N_("Partly") },
	{ .value = N_("not"), .label = N_("Not this time"), .hint = N_("You can ask for a follow-up with another mentor.") },
};

static const struct field helpful_fields[] = {
	{ .name = N_("helpful"), .type = FIELD_CHOICE, .is_required = true, .label = N_("Was it helpful?"), .choices = FIXED(helps),
	  .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("helpful_words"), .type = FIELD_LONG_TEXT, .max = WORDS_MAX, .label = N_("Would you like to add something?"),
	  .hint = N_("Your mentor does not see this."), .audience = AUDIENCE_COORDINATORS },
};
FORM(helpful_form, helpful_fields);
