/* What pages about documents ask. Nothing here is personal but the acceptance, whose audience is said on its page. */
#include "documents/form.h"

#include "base/check.h"
#include "programmes/shelf.h"

#define N_(sentence) S_STATIC(sentence)
#define T(sentence) S_STATIC(sentence)
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }
#define WORDS(list) .choices = { (list), ARRAY_LENGTH(list) }

enum { SLUG_MOST = 40, TEXT_MOST = 40000, VERSION_MOST = 100000 };

static const struct field conduct_fields[] = {
	{ .name = N_("slug"), .type = FIELD_HIDDEN, .max = SLUG_MOST },
	{ .name = N_("version"), .type = FIELD_HIDDEN },
	{ .name = N_("next"), .type = FIELD_HIDDEN },
	{ .name = N_("accepted"), .type = FIELD_TICK, .is_required = true, .label = N_("I have read it and I accept it"),
	  .hint = N_("The version and the day are kept with it."), .audience = AUDIENCE_COORDINATORS },
};
FORM(conduct_form, conduct_fields);

static const struct choice kinds[] = {
	{ .value = N_("conduct"), .label = N_("Code of conduct") }, { .value = N_("handbook"), .label = N_("Handbook") }, { .value = N_("guide"), .label = N_("Guide") },
	{ .value = N_("checklist"), .label = N_("Checklist") }, { .value = N_("process"), .label = N_("Process") },
};
static const struct choice roles[] = {
	{ .value = N_("all"), .label = N_("Everybody") }, { .value = N_("mentee"), .label = N_("Mentees") }, { .value = N_("mentor"), .label = N_("Mentors") },
	{ .value = N_("coordinator"), .label = N_("Coordinators") },
};
static const struct choice audiences[] = {
	{ .value = N_("members"), .label = N_("Members of the programme") }, { .value = N_("public"), .label = N_("Everybody, also signed out") },
};

static const struct field document_fields[] = {
	{ .name = N_("title"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = DOCUMENT_TITLE_MOST, .label = N_("Title") },
	{ .name = N_("kind"), .type = FIELD_CHOICE, .is_required = true, WORDS(kinds), .label = N_("What is it?") },
	{ .name = N_("role"), .type = FIELD_CHOICE, .is_required = true, WORDS(roles), .label = N_("For whom is it?") },
	{ .name = N_("audience"), .type = FIELD_CHOICE, .is_required = true, WORDS(audiences), .label = N_("Who may read it?") },
	{ .name = N_("is_binding"), .type = FIELD_TICK, .label = N_("It must be accepted"),
	  .hint = N_("Before they ask, volunteer or claim. Of a new version whoever accepted an older one is told, and has some days for it.") },
	{ .name = N_("is_retired"), .type = FIELD_TICK, .label = N_("Retired"), .hint = N_("It is on no list any more and binds nobody. Its versions stay.") },
	{ .name = N_("markdown"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 10, .max = TEXT_MOST, .label = N_("Text"),
	  .hint = N_("Markdown. Items of a numbered list become clauses, and headings that come more than once their sections, so that others can point at clause 3.2.") },
};
FORM(document_form, document_fields);

/* Of programs: which version, and compared with which. */
static const struct field query_fields[] = {
	{ .name = T("version"), .type = FIELD_WHOLE, .min = 1, .max = VERSION_MOST, .label = T("Version"), .hint = T("The newest if it is left out.") },
	{ .name = T("from"), .type = FIELD_WHOLE, .min = 1, .max = VERSION_MOST, .label = T("Compared with"), .hint = T("The one that you accepted if it is left out, else the one before.") },
};
FORM(document_query_form, query_fields);

static const struct field people_fields[] = {
	{ .name = T("after"), .type = FIELD_TEXT, .max = 60, .label = T("Cursor"), .hint = T("From the link of the page before.") },
};
FORM(document_people_form, people_fields);
