/* What coordinators and reviewers say; what applicants are asked is the programme's own (../programmes/questions.h). */
#include "applications/form.h"

#include "base/check.h"
#include "base/limits.h"

#define N_(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { NAME_MOST = 80, CRITERIA_MOST = 2000, PLACES_MOST = 5000, WORDS_MOST = 1000, SCORE_MOST = 5 };

const struct form application_form = { .name = S_STATIC("application_form"), .is_asked = true };
const struct form application_draft_form = { .name = S_STATIC("application_draft_form"), .is_asked = true };

#define SIDE(side, opens, closes, places, few) \
	{ .name = S_STATIC(side "_opens"), .type = FIELD_DATE, .label = opens }, \
	{ .name = S_STATIC(side "_closes"), .type = FIELD_DATE, .label = closes }, \
	{ .name = S_STATIC(side "_places"), .type = FIELD_WHOLE, .min = 0, .max = PLACES_MOST, .label = places, .hint = few }

static const struct field cohort_fields[] = {
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = NAME_MOST, .label = N_("Name of the round or batch"), .hint = N_("As people will call it, like Spring 2027.") },
	{ .name = N_("criteria"), .type = FIELD_LONG_TEXT, .max = CRITERIA_MOST, .label = N_("Criteria"), .hint = N_("By what is chosen. They stand on the page where people apply.") },
	SIDE("mentor", N_("Mentors apply from"), N_("Mentors apply until the end of"), N_("Places for mentors"),
	    N_("Empty or 0: as many as fit.")),
	SIDE("mentee", N_("Mentees apply from"), N_("Mentees apply until the end of"), N_("Places for mentees"),
	    N_("0: as many as fit. Empty: the same, or in a programme of groups so many as the mentors who join make groups for.")),
};
FORM(cohort_form, cohort_fields);

#define SIDE_NOW(side, opens, closes, places, few) \
	{ .name = S_STATIC(side "_opens"), .type = FIELD_DATE, .label = opens }, \
	{ .name = S_STATIC(side "_closes"), .type = FIELD_DATE, .label = closes, .hint = N_("Whoever began or sent an application is told by mail if it changes.") }, \
	{ .name = S_STATIC(side "_places"), .type = FIELD_WHOLE, .min = 0, .max = PLACES_MOST, .label = places, .hint = few }

static const struct field cohort_change_fields[] = {
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = NAME_MOST, .label = N_("Name of the round or batch") },
	{ .name = N_("criteria"), .type = FIELD_LONG_TEXT, .max = CRITERIA_MOST, .label = N_("Criteria"), .hint = N_("By what is chosen. They stand on the page where people apply.") },
	SIDE_NOW("mentor", N_("Mentors apply from"), N_("Mentors apply until the end of"), N_("Places for mentors"),
	    N_("0: as many as fit. More of them go to whoever is on the waiting list; of fewer, whoever applied is told.")),
	SIDE_NOW("mentee", N_("Mentees apply from"), N_("Mentees apply until the end of"), N_("Places for mentees"),
	    N_("0: as many as fit. More of them go to whoever is on the waiting list; of fewer, whoever applied is told. Empty, in a programme of groups: they follow from the mentors who join.")),
};
FORM(cohort_change_form, cohort_change_fields);

static const struct field round_list_fields[] = {
	{ .name = N_("after"), .type = FIELD_TEXT, .max = 60, .label = N_("Cursor"), .hint = N_("From the link of the page before.") },
};
FORM(round_list_form, round_list_fields);

static const struct field extend_fields[] = {
	{ .name = N_("closes"), .type = FIELD_DATE, .is_required = true, .label = N_("New last day"), .hint = N_("Whoever began or sent an application is told by mail.") },
};
FORM(extend_form, extend_fields);

static const struct choice scores[] = {
	{ .value = N_("1"), .label = N_("1: does not fit") }, { .value = N_("2"), .label = N_("2") }, { .value = N_("3"), .label = N_("3: fits") },
	{ .value = N_("4"), .label = N_("4") }, { .value = N_("5"), .label = N_("5: fits very well") },
};
static const struct field score_fields[] = {
	{ .name = N_("score"), .type = FIELD_CHOICE, .is_required = true, .label = N_("How well does it fit?"), .choices = FIXED(scores), .audience = AUDIENCE_READERS },
	{ .name = N_("words"), .type = FIELD_LONG_TEXT, .max = WORDS_MOST, .label = N_("Why"), .hint = N_("Never shown to the applicant."), .audience = AUDIENCE_READERS },
};
FORM(score_form, score_fields);

static const struct choice decisions[] = {
	{ .value = N_("short-list"), .label = N_("Put it on the short list") }, { .value = N_("offer"), .label = N_("Offer a place") },
	{ .value = N_("wait-list"), .label = N_("Put it on the waiting list"), .hint = N_("Whoever waits longest gets the next place that becomes free.") },
	{ .value = N_("refuse"), .label = N_("Not this time"), .hint = N_("They are told at once, with the reason.") },
};
static const struct choice reasons[] = {
#define REASON(name_, words) { .value = S_STATIC(name_), .label = S_STATIC(words) },
#include "applications/reasons.def"
};
static const struct field decide_fields[] = {
	{ .name = N_("decision"), .type = FIELD_CHOICE, .is_required = true, .label = N_("What is decided?"), .choices = FIXED(decisions), .audience = AUDIENCE_PERSON },
	{ .name = N_("reason"), .type = FIELD_CHOICE, .label = N_("Reason, if they are not selected"), .choices = FIXED(reasons), .audience = AUDIENCE_PERSON },
	{ .name = N_("words"), .type = FIELD_LONG_TEXT, .max = WORDS_MOST, .label = N_("A word to them"), .hint = N_("If you like. They read it as it stands."), .audience = AUDIENCE_PERSON },
};
FORM(decide_form, decide_fields);

static const struct field reviewer_fields[] = {
	{ .name = N_("email"), .type = FIELD_EMAIL, .is_required = true, .label = N_("Address of a member"),
	  .hint = N_("They read and score applications, without what is for coordinators alone."), .audience = AUDIENCE_COORDINATORS },
};
FORM(reviewer_form, reviewer_fields);

static const struct field end_fields[] = { { .name = N_("person"), .type = FIELD_HIDDEN, .is_required = true, .max = 40 } };
FORM(reviewer_end_form, end_fields);

static const struct choice sides[] = { { .value = N_("mentor"), .label = N_("Mentors") }, { .value = N_("mentee"), .label = N_("Mentees") } };
static const struct field list_fields[] = {
	{ .name = N_("side"), .type = FIELD_CHOICE, .label = N_("Who applies"), .choices = FIXED(sides) },
	{ .name = N_("state"), .type = FIELD_TEXT, .max = 20, .label = N_("State") },
	{ .name = N_("after"), .type = FIELD_TEXT, .max = 60, .label = N_("Cursor"), .hint = N_("From the link of the page before.") },
	{ .name = N_("limit"), .type = FIELD_WHOLE, .min = 1, .max = LIMIT_PAGE_ROWS, .label = N_("Rows"), .hint = N_("50 if it is left out.") },
};
FORM(application_list_form, list_fields);
