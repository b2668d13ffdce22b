/* F184: under every personal field of every form stands who sees it. Here stand the fields that need none: what they hold says nothing
 * about a person, or is a preference that nobody else sees the effect of. The list must be exact. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/check.h"
#include "daemon/route.h"
#include "forms/form.h"

static const char *const impersonal[] = {
	/* what is done, and to what: kept as an act of the record alone */
	"import_bring_form.kind", "import_bring_form.import_round", "import_bring_form.side", "import_bring_form.receipts", "import_bring_form.columns", "data_export_form.format", "data_erase_form.sure", "leave_form.sure", "bulk_form.act", "bulk_form.pick", "export_form.format", "people_export_form.format", "merge_form.into", "merge_call_form.into", "role_form.act",
	/* how much of who wrote a report is kept with it, and which of those who read it does not; an assignment is among those who read it */
	"report_form.sharing", "report_code_form.code", "case_assign_form.person",
	/* proofs that are not kept, and preferences that nobody else sees */
	"login_code_form.code", "login_code_form.is_shared", "factor_form.code", "second_factor_form.code", "login_link_form.is_shared", "me_form.theme", "me_form.has_keys", "me_form.shows_zone",
	"token_form.days", "token_form.scope", "view_form.is_shared", "view_form.name",
	"notify_form.own", "notify_form.claims", "notify_form.fitting", "notify_form.sessions", "notify_form.desk", "notify_form.needs", "notify_form.group",
	/* the second says who reads the first */
	"note_form.words", "note_form.audience",
	/* a programme's lists and texts, which hold nobody */
	"group_form.group", "group_form.joined_from", "group_form.joined_until", "holiday_form.day", "holiday_form.name", "letter_text_form.subject", "letter_text_form.body",
	"question_edit_form.called", "question_edit_form.kind", "question_edit_form.words", "question_edit_form.help", "question_edit_form.choices", "question_edit_form.required",
	"question_edit_form.least", "question_edit_form.most", "question_edit_form.audience", "question_edit_form.position", "cohort_change_form.name", "cohort_change_form.criteria", "cohort_change_form.mentor_opens", "cohort_change_form.mentor_closes", "cohort_change_form.mentor_places",
	"cohort_change_form.mentee_opens", "cohort_change_form.mentee_closes", "cohort_change_form.mentee_places", "cohort_form.name", "cohort_form.criteria", "cohort_form.mentor_opens", "cohort_form.mentor_closes", "cohort_form.mentor_places", "cohort_form.mentee_opens",
	"cohort_form.mentee_closes", "cohort_form.mentee_places", "extend_form.closes", "service_form.name", "service_form.hint", "service_form.position", "service_form.is_retired", "skill_form.name",
	"skill_form.area", "programme_copy_form.of", "programme_copy_form.name", "programme_copy_form.slug", "programme_copy_form.mark", "skill_form.also", "skill_alias_form.spelling", "skill_merge_form.into", "skill_rename_form.name", "setup_form.programmes",
	"resource_form.title", "resource_form.url", "resource_form.about", "resource_form.role", "resource_form.position", "resource_form.is_room", "resource_form.is_retired",
	"questionnaire_new_form.slug", "questionnaire_new_form.title", "questionnaire_new_form.about", "questionnaire_new_form.survey_audience", "questionnaire_new_form.asks_areas",
	"questionnaire_new_form.asks_ranking", "questionnaire_form.title", "questionnaire_form.about", "questionnaire_form.survey_audience",
	"questionnaire_form.asks_areas", "questionnaire_form.asks_ranking", "questionnaire_form.is_retired", "survey_form.questionnaire", "survey_form.name", "survey_form.about", "survey_form.survey_audience", "survey_form.survey_round", "survey_form.opens", "survey_form.closes", "survey_form.first_days",
	"survey_form.last_days", "survey_form.asks_areas", "survey_form.asks_ranking", "survey_extend_form.closes", "focus_area_form.name", "focus_area_form.url",
	"focus_area_form.position", "focus_area_form.is_retired",
	"opening_form.round", "opening_form.project", "opening_form.url", "opening_form.goals", "opening_form.places", "opening_form.term", "opening_form.minutes", "opening_form.period",
	"opening_form.criteria", "opening_form.languages", "opening_decide_form.closes", "opening_extend_form.closes",
	"help_place_form.name", "help_place_form.url", "help_place_form.about",
	"document_form.title", "document_form.kind", "document_form.role", "document_form.audience", "document_form.is_binding", "document_form.is_retired", "document_form.markdown",
};

static bool
is_listed(struct str form, struct str field)
{
	if (str_equal(form, S("settings_form")) || str_equal(form, S("settings_call_form")) || str_equal(form, S("channels_form")) || str_equal(form, S("front_form")))
		return true;    /* a programme's numbers, rooms and front page */
	for (size_t i = 0; i < ARRAY_LENGTH(impersonal); i++) {
		struct str row = str_from(impersonal[i]);

		if (str_starts(row, form) && row.at[form.length] == '.' && str_equal(str_skip(row, form.length + 1), field))
			return true;
	}
	return false;
}

static void
every_personal_field_says_who_sees_it(void **state)
{
	size_t missing = 0;

	(void)state;
	for (size_t i = 0; i < route_count; i++) {
		const struct form *form = routes[i].form;

		if (form == NULL || routes[i].method != METHOD_POST)
			continue;    /* what is read takes filters alone */
		for (size_t k = 0; k < form->count; k++) {
			const struct field *field = &form->fields[k];

			if (field->type == FIELD_HIDDEN || field->type == FIELD_TOKEN || is_listed(form->name, field->name) == (field->audience == AUDIENCE_NONE))
				continue;
			printf("%.*s.%.*s\n", STR_FORMAT(form->name), STR_FORMAT(field->name));
			missing++;
		}
	}
	assert_int_equal(0, missing);
}

/* A row that no form has any more would let a new field of that name through. */
static void
every_exception_is_a_field(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(impersonal); i++) {
		struct str row = str_from(impersonal[i]), form = str_head(row, str_find(row, '.')), name = str_skip(row, form.length + 1);
		bool is_there = false;

		for (size_t k = 0; k < route_count && !is_there; k++)
			for (size_t f = 0; routes[k].form != NULL && f < routes[k].form->count; f++)
				is_there |= str_equal(routes[k].form->name, form) && str_equal(routes[k].form->fields[f].name, name);
		if (!is_there)
			fail_msg("no field is called %s", impersonal[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_personal_field_says_who_sees_it), cmocka_unit_test(every_exception_is_a_field),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
