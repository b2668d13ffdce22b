/* What programs are told of the desk, and what they may ask of it. */
#include "requests/api_shapes.h"

#include "base/check.h"
#include "base/limits.h"
#include "requests/api.h"

#define T(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

#define LIST_OF(item) \
	{ .name = T("items"), .type = SHAPE_LIST, .of = &(item) }, { .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true }

enum { WORDS_MAX = 1500 };

static const char *const states[] = { "reserved", "open", "needs-detail", "claimed", "scheduled", "closed", NULL };
static const char *const outcomes[] = { "held", "unreachable", "withdrawn", "declined", "merged", "unanswered", NULL };
static const char *const media[] = { "any", "chat", "voice", "video", NULL };
static const char *const helps[] = { "helped", "partly", "not", NULL };
static const char *const audiences[] = { "author", "pair", "coordinators", NULL };
static const char *const ways[] = { "chat", "email", "voice", "other", NULL };

static const struct shape_field person_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID, .may_be_null = true, .about = T("Null where only the shown name may be known.") },
	{ .name = T("name"), .type = SHAPE_TEXT },
};
static SHAPE(named_shape, "Named", person_fields);

static const struct shape_field request_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID },
	{ .name = T("number"), .type = SHAPE_TEXT, .about = T("As people say it: OC-214.") },
	{ .name = T("programme"), .type = SHAPE_TEXT },
	{ .name = T("state"), .type = SHAPE_WORD, .words = states },
	{ .name = T("outcome"), .type = SHAPE_WORD, .words = outcomes, .may_be_null = true, .about = T("How it ended; apart from its state.") },
	{ .name = T("service"), .type = SHAPE_TEXT, .about = T("The slug of a service of the programme.") },
	{ .name = T("skills"), .type = SHAPE_TEXTS, .about = T("Empty: the mentee was not sure.") },
	{ .name = T("language"), .type = SHAPE_TEXT },
	{ .name = T("medium"), .type = SHAPE_WORD, .words = media, .may_be_null = true },
	{ .name = T("title"), .type = SHAPE_TEXT },
	{ .name = T("details"), .type = SHAPE_TEXT },
	{ .name = T("question"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("What a mentor or coordinator wants to know first.") },
	{ .name = T("next_steps"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("reason"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Why a coordinator closed it.") },
	{ .name = T("helpful"), .type = SHAPE_WORD, .words = helps, .may_be_null = true, .about = T("For the mentee and coordinators alone.") },
	{ .name = T("helpful_words"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("mentee"), .type = SHAPE_OBJECT, .of = &named_shape, .may_be_null = true },
	{ .name = T("mentee_email"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("From the claim on, for the claimer and coordinators.") },
	{ .name = T("mentor"), .type = SHAPE_OBJECT, .of = &named_shape, .may_be_null = true, .about = T("Who holds it, or held it when it was closed.") },
	{ .name = T("named_mentor"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("affiliation"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("sent_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("waited_seconds"), .type = SHAPE_WHOLE, .about = T("Pauses taken off.") },
	{ .name = T("expected_seconds"), .type = SHAPE_WHOLE, .may_be_null = true, .about = T("For the mentee, until it is claimed: what that usually takes here.") },
	{ .name = T("expected_at"), .type = SHAPE_MOMENT, .may_be_null = true, .about = T("When that is, if weekends and holidays of the programme move it.") },
	{ .name = T("is_promise"), .type = SHAPE_TICK, .about = T("That is the programme's promise of a first contact, as too few cases are known.") },
	{ .name = T("waiting_since_at"), .type = SHAPE_MOMENT, .may_be_null = true, .about = T("Null while the waiting clock stands.") },
	{ .name = T("reserved_until_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("claimed_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("contact_due_at"), .type = SHAPE_MOMENT, .may_be_null = true, .about = T("Without a sign of contact the claim ends then.") },
	{ .name = T("contacted_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("session_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("closed_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("held_on"), .type = SHAPE_DATE, .may_be_null = true },
	{ .name = T("attempts"), .type = SHAPE_WHOLE, .about = T("Contact attempts of the present claim.") },
	{ .name = T("releases"), .type = SHAPE_WHOLE, .about = T("How often it was given back.") },
	{ .name = T("follow_up_of"), .type = SHAPE_ID, .may_be_null = true },
	{ .name = T("merged_into"), .type = SHAPE_ID, .may_be_null = true, .about = T("With the outcome merged: where it goes on; for the mentee and coordinators.") },
	{ .name = T("escalated_at"), .type = SHAPE_MOMENT, .may_be_null = true, .about = T("For coordinators, as the next two.") },
	{ .name = T("bumps"), .type = SHAPE_WHOLE, .may_be_null = true, .about = T("Reminders by hand.") },
	{ .name = T("entered_by"), .type = SHAPE_OBJECT, .of = &named_shape, .may_be_null = true, .about = T("Who wrote it down for the mentee.") },
	{ .name = T("may_claim"), .type = SHAPE_TICK, .about = T("Whether you could claim it now.") },
	{ .name = T("why_not"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("The code that a claim of yours, a mentor, would be refused with.") },
	{ .name = T("version"), .type = SHAPE_WHOLE, .about = T("Raised by every change; the ETag is made of it.") },
};
SHAPE(request_shape, "Request", request_fields);

static const struct shape_field line_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID },
	{ .name = T("number"), .type = SHAPE_TEXT },
	{ .name = T("state"), .type = SHAPE_WORD, .words = states },
	{ .name = T("outcome"), .type = SHAPE_WORD, .words = outcomes, .may_be_null = true },
	{ .name = T("service"), .type = SHAPE_TEXT },
	{ .name = T("skills"), .type = SHAPE_TEXTS },
	{ .name = T("language"), .type = SHAPE_TEXT },
	{ .name = T("title"), .type = SHAPE_TEXT },
	{ .name = T("mentee"), .type = SHAPE_OBJECT, .of = &named_shape, .may_be_null = true },
	{ .name = T("mentor"), .type = SHAPE_OBJECT, .of = &named_shape, .may_be_null = true },
	{ .name = T("sent_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("waited_seconds"), .type = SHAPE_WHOLE },
	{ .name = T("closed_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("version"), .type = SHAPE_WHOLE },
};
SHAPE(request_line_shape, "RequestLine", line_fields);

static const struct shape_field list_fields[] = {
	{ .name = T("items"), .type = SHAPE_LIST, .of = &request_line_shape },
	{ .name = T("next"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Where the list goes on; also in the header Link.") },
};
SHAPE(request_list_shape, "RequestList", list_fields);

static const struct shape_field timeline_item_fields[] = {
	{ .name = T("kind"), .type = SHAPE_TEXT },
	{ .name = T("actor"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("Null: the server itself, or a mentee whose name you may not know.") },
	{ .name = T("detail"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("before"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("State of the request before it.") },
	{ .name = T("after"), .type = SHAPE_TEXT, .may_be_null = true, .about = T("State and outcome after it.") },
	{ .name = T("happened_at"), .type = SHAPE_MOMENT },
};
SHAPE(timeline_item_shape, "TimelineItem", timeline_item_fields);
static const struct shape_field timeline_fields[] = { LIST_OF(timeline_item_shape) };
SHAPE(timeline_shape, "Timeline", timeline_fields);

static const struct shape_field note_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID },
	{ .name = T("audience"), .type = SHAPE_WORD, .words = audiences },
	{ .name = T("words"), .type = SHAPE_TEXT },
	{ .name = T("author"), .type = SHAPE_OBJECT, .of = &named_shape, .may_be_null = true },
	{ .name = T("written_at"), .type = SHAPE_MOMENT },
};
SHAPE(note_shape, "Note", note_fields);
static const struct shape_field note_list_fields[] = { LIST_OF(note_shape) };
SHAPE(note_list_shape, "NoteList", note_list_fields);

static const struct shape_field attempt_fields[] = {
	{ .name = T("id"), .type = SHAPE_ID },
	{ .name = T("tried_on"), .type = SHAPE_DATE },
	{ .name = T("way"), .type = SHAPE_WORD, .words = ways },
	{ .name = T("words"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("mentor"), .type = SHAPE_TEXT },
};
SHAPE(attempt_shape, "Attempt", attempt_fields);
static const struct shape_field attempt_list_fields[] = { LIST_OF(attempt_shape) };
SHAPE(attempt_list_shape, "AttemptList", attempt_list_fields);

/* --- what is asked --- */

static const struct choice media_choices[] = {
	{ .value = T("any"), .label = T("Whatever suits the mentor") }, { .value = T("chat"), .label = T("Chat") },
	{ .value = T("voice"), .label = T("Voice call") }, { .value = T("video"), .label = T("Video call") },
};

static const struct field new_fields[] = {
	{ .name = T("service"), .type = FIELD_CHOICE, .is_required = true, .label = T("Service"), .hint = T("The slug of one of the programme's services."),
	  .audience = AUDIENCE_MENTORS },
	{ .name = T("skills"), .type = FIELD_TEXTS, .max = 20, .label = T("Skills"), .hint = T("By name or by any other spelling; none: not sure."),
	  .audience = AUDIENCE_MENTORS },
	{ .name = T("title"), .type = FIELD_TEXT, .min = 8, .max = 120, .label = T("Title"), .hint = T("Made of the details if it is left out."),
	  .audience = AUDIENCE_MENTORS },
	{ .name = T("details"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 20, .max = WORDS_MAX, .label = T("Details"),
	  .audience = AUDIENCE_MENTORS },
	{ .name = T("week"), .type = FIELD_WEEK, .label = T("Good times"), .hint = T("Parts of the week in the mentee's zone: 0 is Monday morning, 20 Sunday evening."),
	  .audience = AUDIENCE_MENTORS },
	{ .name = T("medium"), .type = FIELD_CHOICE, .label = T("How to talk"), .choices = FIXED(media_choices), .audience = AUDIENCE_MENTORS },
	{ .name = T("language"), .type = FIELD_TEXT, .min = 2, .max = 60, .label = T("Language"), .hint = T("English if it is left out."),
	  .audience = AUDIENCE_MENTORS },
	{ .name = T("named_mentor"), .type = FIELD_CHOICE, .label = T("Mentor asked first"), .hint = T("The id of a mentor with a free place."),
	  .audience = AUDIENCE_COORDINATORS },
	{ .name = T("affiliation"), .type = FIELD_CHOICE, .label = T("Affiliation"), .hint = T("The slug of one of the programme's affiliations."),
	  .audience = AUDIENCE_MENTORS },
	{ .name = T("shows_name"), .type = FIELD_TICK, .label = T("Show first name and initial before the claim"),
	  .audience = AUDIENCE_MENTORS },
};
FORM(request_new_form, new_fields);

static const struct choice state_choices[] = {
	{ .value = T("reserved") }, { .value = T("open") }, { .value = T("needs-detail") }, { .value = T("claimed") },
	{ .value = T("scheduled") }, { .value = T("closed") },
};
static const struct choice mine_choices[] = { { .value = T("asked") }, { .value = T("claimed") } };

static const struct field list_query_fields[] = {
	{ .name = T("state"), .type = FIELD_CHOICE, .label = T("State"), .choices = FIXED(state_choices) },
	{ .name = T("service"), .type = FIELD_CHOICE, .label = T("Service"), .hint = T("A slug.") },
	{ .name = T("mine"), .type = FIELD_CHOICE, .label = T("Only those that you asked, or claimed"), .choices = FIXED(mine_choices) },
	{ .name = T("q"), .type = FIELD_TEXT, .max = 80, .label = T("Words in title and skills") },
	{ .name = T("after"), .type = FIELD_TEXT, .max = 60, .label = T("Cursor"), .hint = T("From the link of the page before.") },
	{ .name = T("limit"), .type = FIELD_WHOLE, .min = 1, .max = LIMIT_PAGE_ROWS, .label = T("Rows"), .hint = T("50 if it is left out.") },
};
FORM(request_list_form, list_query_fields);

static const struct field part_list_fields[] = {
	{ .name = T("after"), .type = FIELD_TEXT, .max = 60, .label = T("Cursor"), .hint = T("From the link of the page before.") },
	{ .name = T("limit"), .type = FIELD_WHOLE, .min = 1, .max = LIMIT_PAGE_ROWS, .label = T("Rows"), .hint = T("50 if it is left out.") },
};
FORM(part_list_form, part_list_fields);

static const struct choice way_choices[] = {
	{ .value = T("chat") }, { .value = T("email") }, { .value = T("voice") }, { .value = T("other") },
};
static const struct field attempt_call_fields[] = {
	{ .name = T("way"), .type = FIELD_CHOICE, .label = T("How"), .hint = T("A chat if it is left out."), .choices = FIXED(way_choices),
	  .audience = AUDIENCE_PAIR },
	{ .name = T("tried_on"), .type = FIELD_DATE, .label = T("Day"), .hint = T("Today, in your zone, if it is left out."),
	  .audience = AUDIENCE_PAIR },
	{ .name = T("words"), .type = FIELD_TEXT, .max = 200, .label = T("Anything worth remembering"), .audience = AUDIENCE_PAIR },
};
FORM(attempt_call_form, attempt_call_fields);

static const struct choice fulfil_choices[] = { { .value = T("held") }, { .value = T("unreachable") } };
static const struct field fulfil_call_fields[] = {
	{ .name = T("outcome"), .type = FIELD_CHOICE, .is_required = true, .label = T("Outcome"), .hint = T("It is final, so it is said."), .choices = FIXED(fulfil_choices),
	  .audience = AUDIENCE_PAIR },
	{ .name = T("held_on"), .type = FIELD_DATE, .label = T("Day of the session"), .hint = T("Today, in your zone, if it is left out."),
	  .audience = AUDIENCE_PAIR },
	{ .name = T("next_steps"), .type = FIELD_LONG_TEXT, .max = WORDS_MAX, .label = T("Next steps for the mentee"),
	  .audience = AUDIENCE_PAIR },
	{ .name = T("reason"), .type = FIELD_TEXT, .max = 200, .label = T("What the coordinators should know"), .hint = T("With the outcome unreachable."),
	  .audience = AUDIENCE_COORDINATORS },
};
FORM(fulfil_call_form, fulfil_call_fields);
