/* What is asked about informal help. Places come from the programme (help_place_choices()). */
#include "help/form.h"

#include "base/check.h"
#include "base/limits.h"

#define N_(sentence) S_STATIC(sentence)
#define T(sentence) S_STATIC(sentence)
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { MINUTES_MOST = 480, ABOUT_MOST = 200, NAME_MOST = 60, URL_MOST = 300, ID_MOST = 20 };

static const struct field help_fields[] = {
	{ .name = N_("help_place"), .type = FIELD_CHOICE, .is_required = true, .label = N_("Where did you help?"), .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("minutes"), .type = FIELD_WHOLE, .is_required = true, .min = 1, .max = MINUTES_MOST, .label = N_("For how many minutes?"),
	  .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("given_on"), .type = FIELD_DATE, .label = N_("On which day?"), .hint = N_("Today if it is left out."), .audience = AUDIENCE_COORDINATORS },
	{ .name = N_("about"), .type = FIELD_TEXT, .max = ABOUT_MOST, .label = N_("What was it about?"),
	  .hint = N_("One line, without the name of the person you helped."), .audience = AUDIENCE_COORDINATORS },
};
FORM(help_form, help_fields);

static const struct field place_fields[] = {
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = 1, .max = NAME_MOST, .label = N_("Name of the place"),
	  .hint = N_("A channel or a forum that everybody may enter, for example #python.") },
	{ .name = N_("url"), .type = FIELD_TEXT, .max = URL_MOST, .label = N_("Its address"), .hint = N_("Begins with https://. Leave it out if it has none.") },
	{ .name = N_("about"), .type = FIELD_TEXT, .max = ABOUT_MOST, .label = N_("What is talked about there"), .hint = N_("Skills, comma between them.") },
};
FORM(help_place_form, place_fields);

static const struct field pick_fields[] = { { .name = N_("place"), .type = FIELD_HIDDEN, .is_required = true, .max = ID_MOST } };
FORM(help_place_pick_form, pick_fields);

static const struct field query_fields[] = {
	{ .name = T("after"), .type = FIELD_TEXT, .max = 60, .label = T("Cursor"), .hint = T("From the link of the page before.") },
	{ .name = T("limit"), .type = FIELD_WHOLE, .min = 1, .max = LIMIT_PAGE_ROWS, .label = T("Rows"), .hint = T("25 if it is left out.") },
};
FORM(help_list_form, query_fields);
