/* What coordinators say of a survey and of a focus area; what is asked in a survey is its own (../programmes/questions.h). */
#include "surveys/form.h"

#include "base/check.h"
#include "programmes/areas.h"
#include "programmes/questionnaires.h"

#define N_(sentence) S_STATIC(sentence)
#define FORM(called, list) const struct form called = { .name = S_STATIC(#called), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { NAME_MOST = 80, DAYS_MOST = 60, PLACES_MOST = 200 };

const struct form survey_answer_form = { .name = S_STATIC("survey_answer_form"), .is_asked = true };
const struct form survey_draft_form = { .name = S_STATIC("survey_draft_form"), .is_asked = true };

static const struct field survey_fields[] = {
	{ .name = N_("questionnaire"), .type = FIELD_CHOICE, .label = N_("Which of the programme's surveys?"),
	  .hint = N_("Its questions are asked as they stand when it opens. Questions of its own you write next.") },
	{ .name = N_("name"), .type = FIELD_TEXT, .min = 2, .max = NAME_MOST, .label = N_("Name of the survey"), .hint = N_("Left out: the title of the programme's survey.") },
	{ .name = N_("about"), .type = FIELD_LONG_TEXT, .min = 2, .max = QUESTIONNAIRE_ABOUT_MOST, .label = N_("What it is for"),
	  .hint = N_("And what becomes of whoever does not answer. It stands in the letter and above the questions. Left out: as the programme's survey says.") },
	{ .name = N_("survey_audience"), .type = FIELD_CHOICE, .label = N_("Who is asked?"), .hint = N_("Left out: as the programme's survey says."),
	  .choices = { survey_audiences, SURVEY_AUDIENCES } },
	{ .name = N_("survey_round"), .type = FIELD_CHOICE, .label = N_("Which round?"), .hint = N_("Only if a round is asked.") },
	{ .name = N_("opens"), .type = FIELD_DATE, .label = N_("First day"), .hint = N_("Of a round it may be left out: it opens once all windows of the round have closed.") },
	{ .name = N_("closes"), .type = FIELD_DATE, .label = N_("Last day"), .hint = N_("Left out: 14 days.") },
	{ .name = N_("first_days"), .type = FIELD_WHOLE, .min = 0, .max = DAYS_MOST, .label = N_("Days before its end when the silent are reminded"), .hint = N_("0: never.") },
	{ .name = N_("last_days"), .type = FIELD_WHOLE, .min = 0, .max = DAYS_MOST, .label = N_("Days before its end when they are reminded once more"), .hint = N_("0: never.") },
	{ .name = N_("asks_areas"), .type = FIELD_TICK, .label = N_("Ask for focus areas"), .hint = N_("Those of the programme's list that are served here.") },
	{ .name = N_("asks_ranking"), .type = FIELD_TICK, .label = N_("Ask whom they would like to work with, in order"),
	  .hint = N_("How many stands in the programme's settings. Nobody is offered whom they may not see.") },
};
FORM(survey_form, survey_fields);

static const struct field extend_fields[] = {
	{ .name = N_("closes"), .type = FIELD_DATE, .is_required = true, .label = N_("New last day"), .hint = N_("Whoever has not answered is reminded anew.") },
};
FORM(survey_extend_form, extend_fields);

static const struct field area_fields[] = {
	{ .name = N_("name"), .type = FIELD_TEXT, .is_required = true, .min = 2, .max = AREA_NAME_MOST, .label = N_("Name of the area"), .hint = N_("To change one, write its name as it stands in the list.") },
	{ .name = N_("url"), .type = FIELD_LINK, .max = AREA_URL_MOST, .label = N_("Where it is served instead"), .hint = N_("An area with such an address is shown with its link and is no choice here.") },
	{ .name = N_("position"), .type = FIELD_WHOLE, .min = 0, .max = PLACES_MOST, .label = N_("Place in the list"), .hint = N_("1 stands first.") },
	{ .name = N_("is_retired"), .type = FIELD_TICK, .label = N_("No longer offered"), .hint = N_("Whoever chose it keeps it.") },
};
FORM(focus_area_form, area_fields);
