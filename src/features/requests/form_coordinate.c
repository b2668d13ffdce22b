/* What coordinators are asked when they act. */
#include "requests/form_coordinate.h"

#include "base/check.h"

#define T(sentence) S_STATIC(sentence)
#define FIXED(array) { (array), ARRAY_LENGTH(array) }
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { REASON_LEAST = 4, LINE_MAX = 200, BULK_MOST = 100 };

static const struct field escalate_fields[] = {
	{ .name = T("reason"), .type = FIELD_TEXT, .max = LINE_MAX, .label = T("What should the escalation contact know?"),
	  .hint = T("One line, if you like. The whole history is there."), .audience = AUDIENCE_COORDINATORS },
};
FORM(escalate_form, escalate_fields);

static const struct field merge_fields[] = {
	{ .name = T("into"), .type = FIELD_WHOLE, .is_required = true, .min = 1, .max = 99999999, .label = T("Number of the request that stays"),
	  .hint = T("Only its digits: 214 for OC-214. Both must be of the same mentee.") },
};
FORM(merge_form, merge_fields);

static const struct field merge_call_fields[] = {
	{ .name = T("into"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = 40, .takes_whole = true, .label = T("The request that stays"),
	  .hint = T("Its id or its number, 214 or OC-214. Both must be of the same mentee.") },
};
FORM(merge_call_form, merge_call_fields);

#define INTAKE_MENTEE \
	{ .name = T("email"), .type = FIELD_EMAIL, .is_required = true, .label = T("E-mail address of the mentee"), \
	  .hint = T("Somebody new becomes a member."), .audience = AUDIENCE_CLAIMER }, \
	{ .name = T("name"), .type = FIELD_TEXT, .max = 100, .label = T("Name, if they are new here"), .audience = AUDIENCE_MEMBERS }, \
	{ .name = T("service"), .type = FIELD_CHOICE, .is_required = true, .label = T("What kind of help do they want?"), \
	  .audience = AUDIENCE_MENTORS }
#define INTAKE_WORDS \
	{ .name = T("title"), .type = FIELD_TEXT, .is_required = true, .min = 8, .max = 120, .label = T("In one line, what do they need?"), \
	  .audience = AUDIENCE_MENTORS }, \
	{ .name = T("details"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 20, .max = 1500, .label = T("What they wrote or said"), \
	  .audience = AUDIENCE_MENTORS }, \
	{ .name = T("asked_on"), .type = FIELD_DATE, .is_required = true, .label = T("On which day did they ask?"), \
	  .hint = T("The request is as old as that, and the ladder counts from it."), .audience = AUDIENCE_MENTORS }, \
	{ .name = T("asked_at"), .type = FIELD_TIME, .label = T("At what time, in your zone?"), .audience = AUDIENCE_MENTORS }

static const struct field intake_fields[] = {
	INTAKE_MENTEE,
	{ .name = T("also"), .type = FIELD_TEXT, .max = 120, .label = T("Skills"), .hint = T("Comma between them; leave it empty if they are not sure."),
	  .audience = AUDIENCE_MENTORS },
	INTAKE_WORDS,
};
FORM(intake_form, intake_fields);

static const struct field intake_call_fields[] = {
	INTAKE_MENTEE,
	{ .name = T("skills"), .type = FIELD_TEXTS, .max = 20, .label = T("Skills"), .hint = T("By name or by any other spelling; none: not sure."),
	  .audience = AUDIENCE_MENTORS },
	INTAKE_WORDS,
};
FORM(intake_call_form, intake_call_fields);

static const struct field handover_fields[] = {
	{ .name = T("words"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 1, .max = 2000, .label = T("What should whoever comes next know?"),
	  .audience = AUDIENCE_COORDINATORS },
};
FORM(handover_form, handover_fields);

static const struct field view_fields[] = {
	{ .name = T("name"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = 60, .label = T("Name of this view") },
	{ .name = T("is_shared"), .type = FIELD_TICK, .label = T("Show it to all coordinators of the programme") },
	{ .name = T("query"), .type = FIELD_HIDDEN },
};
FORM(view_form, view_fields);

static const struct choice acts[] = {
	{ .value = T("bump"), .label = T("Remind mentors of them") },
	{ .value = T("escalate"), .label = T("Escalate them") },
	{ .value = T("assign"), .label = T("Assign them to a mentor") },
	{ .value = T("close"), .label = T("Close them with a reason") },
};
static const struct field bulk_fields[] = {
	{ .name = T("pick"), .type = FIELD_TEXTS, .min = 1, .max = BULK_MOST, .label = T("Requests") },
	{ .name = T("act"), .type = FIELD_CHOICE, .is_required = true, .label = T("What should happen to those that are ticked?"), .choices = FIXED(acts) },
	{ .name = T("mentor"), .type = FIELD_CHOICE, .label = T("Which mentor?"), .hint = T("Only for assigning."),
	  .audience = AUDIENCE_DESK },
	{ .name = T("has_agreed"), .type = FIELD_TICK, .label = T("The mentor has agreed"), .audience = AUDIENCE_COORDINATORS },
	{ .name = T("reason"), .type = FIELD_TEXT, .max = LINE_MAX, .label = T("Reason"), .hint = T("Needed for closing; mentees read it. Needed too to assign to somebody who is away."),
	  .audience = AUDIENCE_DESK },
};
FORM(bulk_form, bulk_fields);

static const struct field hand_over_fields[] = {
	{ .name = T("mentor"), .type = FIELD_CHOICE, .label = T("Who takes them?"), .hint = T("Nobody: they go back to the queue, and all mentors see them."),
	  .audience = AUDIENCE_DESK },
	{ .name = T("has_agreed"), .type = FIELD_TICK, .label = T("The mentor has agreed"), .audience = AUDIENCE_COORDINATORS },
	{ .name = T("has_left"), .type = FIELD_TICK, .label = T("They are no mentor here any more"), .hint = T("They may volunteer again."),
	  .audience = AUDIENCE_PERSON },
	{ .name = T("reason"), .type = FIELD_TEXT, .is_required = true, .min = REASON_LEAST, .max = LINE_MAX, .label = T("Reason"), .audience = AUDIENCE_COORDINATORS },
};
FORM(hand_over_form, hand_over_fields);

static const struct field leave_fields[] = {
	{ .name = T("sure"), .type = FIELD_TICK, .is_required = true, .label = T("Yes, I leave this programme") },
};
FORM(leave_form, leave_fields);

static const struct field leave_person_fields[] = {
	{ .name = T("to"), .type = FIELD_TEXTS, .max = HELD_CLAIMS_MOST, .label = T("Who takes what they hold?"), .audience = AUDIENCE_DESK },
	{ .name = T("has_agreed"), .type = FIELD_TICK, .label = T("The mentors have agreed"), .audience = AUDIENCE_COORDINATORS },
	{ .name = T("reason"), .type = FIELD_TEXT, .is_required = true, .min = REASON_LEAST, .max = LINE_MAX, .label = T("Reason"), .audience = AUDIENCE_COORDINATORS },
};
FORM(leave_person_form, leave_person_fields);

static const struct choice file_kinds[] = {
	{ .value = T("csv"), .label = T("CSV, for a spreadsheet") }, { .value = T("xlsx"), .label = T("XLSX, a workbook of Excel") },
	{ .value = T("json"), .label = T("JSON, for a program") },
};
static const struct field export_fields[] = {
	{ .name = T("format"), .type = FIELD_CHOICE, .is_required = true, .label = T("As what?"), .choices = FIXED(file_kinds) },
	{ .name = T("state"), .type = FIELD_HIDDEN }, { .name = T("in_service"), .type = FIELD_HIDDEN }, { .name = T("q"), .type = FIELD_HIDDEN },
};
FORM(export_form, export_fields);

/* Hours as the programme's settings bound them. */
#define HOURS(called, words, more) { .name = T(called), .type = FIELD_WHOLE, .min = 1, .max = 2000, .label = T(words), .hint = T(more) }
static const struct field rehearse_fields[] = {
	HOURS("bump", "Hours until mentors are reminded", ""), HOURS("ask", "Hours until mentors are asked one by one", ""),
	HOURS("escalate", "Hours until the escalation contact is told", ""), HOURS("repeat", "Hours until they are told again", ""),
	{ .name = T("days"), .type = FIELD_WHOLE, .min = 1, .max = 730, .label = T("Days back"), .hint = T("Requests that were sent in so many days.") },
};
FORM(rehearse_form, rehearse_fields);
