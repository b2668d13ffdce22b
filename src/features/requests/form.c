/* What the acts on one request ask. Choices of mentors come from the visit (desk_supply()); days are checked by the rules. */
#include "requests/form.h"

#include "base/check.h"

#define T(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { WORDS_MAX = 1500, LINE_MAX = 200 };

const struct form claim_form = { .name = S_STATIC("claim_form") };

static const struct field release_fields[] = {
	{ .name = T("reason"), .type = FIELD_TEXT, .max = LINE_MAX, .label = T("Why do you give it back?"),
	  .hint = T("One line, if you like. The mentee is never blamed, and neither are you."), .audience = AUDIENCE_COORDINATORS },
};
FORM(release_form, release_fields);

static const struct field pass_fields[] = {
	{ .name = T("suggested"), .type = FIELD_CHOICE, .label = T("Somebody who fits better"),
	  .hint = T("You may suggest a colleague. Nobody is blamed for passing."), .audience = AUDIENCE_COORDINATORS },
};
FORM(pass_form, pass_fields);

static const struct choice ways[] = {
	{ .value = T("chat"), .label = T("Chat message") },
	{ .value = T("email"), .label = T("E-mail") },
	{ .value = T("voice"), .label = T("Call") },
	{ .value = T("other"), .label = T("Another way") },
};

static const struct field attempt_fields[] = {
	{ .name = T("way"), .type = FIELD_CHOICE, .is_required = true, .label = T("How did you write or call?"), .choices = FIXED(ways),
	  .audience = AUDIENCE_PAIR },
	{ .name = T("tried_on"), .type = FIELD_DATE, .is_required = true, .label = T("On which day?"), .audience = AUDIENCE_PAIR },
	{ .name = T("words"), .type = FIELD_TEXT, .max = LINE_MAX, .label = T("Anything worth remembering"), .audience = AUDIENCE_PAIR },
};
FORM(attempt_form, attempt_fields);

static const struct field session_fields[] = {
	{ .name = T("date"), .type = FIELD_DATE, .is_required = true, .label = T("Day of the session"), .audience = AUDIENCE_PAIR },
	{ .name = T("time"), .type = FIELD_TIME, .is_required = true, .label = T("Time, in your zone"),
	  .hint = T("For example 18:30. The other side sees it in their own zone."), .audience = AUDIENCE_PAIR },
};
FORM(session_form, session_fields);

static const struct field fulfil_fields[] = {
	{ .name = T("held_on"), .type = FIELD_DATE, .is_required = true, .label = T("On which day did you meet?"), .audience = AUDIENCE_PAIR },
	{ .name = T("next_steps"), .type = FIELD_LONG_TEXT, .max = WORDS_MAX, .label = T("Next steps for the mentee"),
	  .hint = T("Links, exercises, who else could help."), .audience = AUDIENCE_PAIR },
};
FORM(fulfil_form, fulfil_fields);

static const struct field unreachable_fields[] = {
	{ .name = T("reason"), .type = FIELD_TEXT, .max = LINE_MAX, .label = T("What should the coordinators know?"),
	  .audience = AUDIENCE_COORDINATORS },
};
FORM(unreachable_form, unreachable_fields);

static const struct field close_fields[] = {
	{ .name = T("reason"), .type = FIELD_TEXT, .is_required = true, .min = 4, .max = LINE_MAX, .label = T("Why is it closed?"),
	  .hint = T("The mentee reads this sentence."), .audience = AUDIENCE_MENTEE },
};
FORM(close_form, close_fields);

static const struct field assign_fields[] = {
	{ .name = T("mentor"), .type = FIELD_CHOICE, .is_required = true, .label = T("Which mentor?"), .audience = AUDIENCE_DESK },
	{ .name = T("has_agreed"), .type = FIELD_TICK, .label = T("The mentor has agreed"), .audience = AUDIENCE_COORDINATORS },
	{ .name = T("reason"), .type = FIELD_TEXT, .max = LINE_MAX, .label = T("If not: why do you assign it anyway?"),
	  .hint = T("Needed too if the mentor is away."), .audience = AUDIENCE_COORDINATORS },
};
FORM(assign_form, assign_fields);

static const struct choice absentees[] = {
	{ .value = T("me"), .label = T("I cannot come") }, { .value = T("other"), .label = T("The other side did not come") },
};

static const struct field absent_fields[] = {
	{ .name = T("absent"), .type = FIELD_CHOICE, .is_required = true, .label = T("Who cannot come, or did not?"), .choices = FIXED(absentees),
	  .audience = AUDIENCE_COORDINATORS },
};
FORM(absent_form, absent_fields);

static const struct choice audiences[] = {
	{ .value = T("author"), .label = T("Only me") },
	{ .value = T("pair"), .label = T("The mentee and me"), .hint = T("Coordinators can read it too.") },
	{ .value = T("coordinators"), .label = T("The coordinators and me") },
};

static const struct field note_fields[] = {
	{ .name = T("words"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 1, .max = 4000, .label = T("Note") },
	{ .name = T("audience"), .type = FIELD_CHOICE, .is_required = true, .label = T("Who may read it?"), .choices = FIXED(audiences) },
};
FORM(note_form, note_fields);

static const struct choice helps[] = {
	{ .value = T("helped"), .label = T("It helped") },
	{ .value = T("partly"), .label = T("Partly") },
	{ .value = T("not"), .label = T("Not this time"), .hint = T("You can ask for a follow-up with another mentor.") },
};

static const struct field helpful_fields[] = {
	{ .name = T("helpful"), .type = FIELD_CHOICE, .is_required = true, .label = T("Was it helpful?"), .choices = FIXED(helps),
	  .audience = AUDIENCE_COORDINATORS },
	{ .name = T("helpful_words"), .type = FIELD_LONG_TEXT, .max = WORDS_MAX, .label = T("Would you like to add something?"),
	  .hint = T("Your mentor does not see this."), .audience = AUDIENCE_COORDINATORS },
};
FORM(helpful_form, helpful_fields);

static const struct field detail_fields[] = {
	{ .name = T("question"), .type = FIELD_TEXT, .is_required = true, .min = 8, .max = LINE_MAX, .label = T("What do you need to know?"),
	  .hint = T("One friendly question. The waiting clock stands until it is answered."), .audience = AUDIENCE_MENTEE },
};
FORM(detail_form, detail_fields);

static const struct field answer_fields[] = {
	{ .name = T("answer"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 2, .max = WORDS_MAX, .label = T("Your answer"),
	  .hint = T("It is added to the details."), .audience = AUDIENCE_MENTORS },
};
FORM(answer_form, answer_fields);

static const struct field sheet_fields[] = {
	{ .name = T("mentor"), .type = FIELD_TEXT, .max = 100, .label = T("Mentor Assigned"), .audience = AUDIENCE_DESK },
	{ .name = T("words"), .type = FIELD_TEXT, .max = 200, .label = T("Notes"), .audience = AUDIENCE_COORDINATORS },
	{ .name = T("held_on"), .type = FIELD_DATE, .label = T("Fulfilled at"), .audience = AUDIENCE_DESK },
};
FORM(sheet_form, sheet_fields);

static const struct field words_remove_fields[] = { { .name = T("words_kept"), .type = FIELD_HIDDEN } };
FORM(words_remove_form, words_remove_fields);
