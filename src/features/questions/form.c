/* What the question desk asks. */
#include "questions/form.h"

#include "base/check.h"
#include "base/limits.h"

#define N_(sentence) S_STATIC(sentence)
#define T(sentence) S_STATIC(sentence)
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { WORDS_LEAST = 10, WORDS_MOST = 2000, ID_MOST = 20 };

static const struct field question_fields[] = {
	{ .name = N_("words"), .type = FIELD_LONG_TEXT, .is_required = true, .min = WORDS_LEAST, .max = WORDS_MOST, .label = N_("Your question"),
	  .hint = N_("About the programme and how it works. For help with a task of yours ask for a mentor."), .audience = AUDIENCE_COORDINATORS },
};
FORM(question_form, question_fields);

static const struct field answer_fields[] = {
	{ .name = N_("question"), .type = FIELD_HIDDEN, .is_required = true, .max = ID_MOST },
	{ .name = N_("answer"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 2, .max = WORDS_MOST, .label = N_("Your answer"),
	  .audience = AUDIENCE_PERSON },
};
FORM(question_answer_form, answer_fields);

static const struct field pick_fields[] = { { .name = N_("question"), .type = FIELD_HIDDEN, .is_required = true, .max = ID_MOST } };
FORM(question_pick_form, pick_fields);

static const struct choice states[] = { { .value = T("open") }, { .value = T("answered") }, { .value = T("withdrawn") } };
static const struct field query_fields[] = {
	{ .name = T("state"), .type = FIELD_CHOICE, .label = T("State"), .choices = { states, ARRAY_LENGTH(states) } },
	{ .name = T("after"), .type = FIELD_TEXT, .max = 60, .label = T("Cursor"), .hint = T("From the link of the page before.") },
	{ .name = T("limit"), .type = FIELD_WHOLE, .min = 1, .max = LIMIT_PAGE_ROWS, .label = T("Rows"), .hint = T("25 if it is left out.") },
};
FORM(question_list_form, query_fields);
