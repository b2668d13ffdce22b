/* The one description of a programme's file: which keys there are, which must be, how long a text may be. What no schema can say: file_check.c. */
#include "programmes/file_schema.h"

#include "programmes/questions.h"
#include "programmes/areas.h"
#include "programmes/questionnaires.h"
#include "programmes/resources.h"

enum {
	SLUG_MOST = 40, SHORT_MOST = 60, SUMMARY_MOST = 500, HINT_MOST = 160, VALUE_MOST = 200, WORD_MOST = 20,
	PATH_MOST = 200, TEXT_MOST = 40000, SUBJECT_MOST = 100, BODY_MOST = 4000,
	SERVICES_MOST = 100, SKILLS_MOST = 1000, ALIASES_MOST = 200, DOCUMENTS_MOST = 50, HOLIDAYS_MOST = 400, LETTERS_MOST = 60,
};

#define LIST(key, structure, member, entry, least, most) \
	CYAML_FIELD_SEQUENCE(key, CYAML_FLAG_POINTER | ((least) == 0 ? CYAML_FLAG_OPTIONAL : 0), structure, member, entry, least, most)
#define ENTRY(structure, fields) { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, structure, fields) }

static const cyaml_schema_field_t service_schema[] = {
	YAML_LINE("slug", struct yaml_service, slug, 1, SLUG_MOST), YAML_LINE("name", struct yaml_service, name, 2, SHORT_MOST),
	YAML_LINE_OPTIONAL("hint", struct yaml_service, hint, 0, HINT_MOST), YAML_LINE_OPTIONAL("retired", struct yaml_service, retired, 1, WORD_MOST),
	CYAML_FIELD_END
};
static const cyaml_schema_field_t affiliation_schema[] = {
	YAML_LINE("slug", struct yaml_affiliation, slug, 1, SLUG_MOST), YAML_LINE("name", struct yaml_affiliation, name, 1, SHORT_MOST), CYAML_FIELD_END
};
static const cyaml_schema_value_t alias_schema = { CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, VALUE_MOST * YAML_BYTES) };
static const cyaml_schema_field_t skill_schema[] = {
	YAML_LINE("area", struct yaml_skill, area, 1, SHORT_MOST), YAML_LINE("name", struct yaml_skill, name, 1, SHORT_MOST),
	LIST("aliases", struct yaml_skill, aliases, &alias_schema, 0, ALIASES_MOST), CYAML_FIELD_END
};
static const cyaml_schema_field_t document_schema[] = {
	YAML_LINE("slug", struct yaml_document, slug, 1, SLUG_MOST), YAML_LINE("title", struct yaml_document, title, 1, NAME_MOST),
	YAML_LINE_OPTIONAL("file", struct yaml_document, file, 1, PATH_MOST), YAML_LONG_TEXT_OPTIONAL("text", struct yaml_document, text, 1, TEXT_MOST),
	YAML_LINE_OPTIONAL("kind", struct yaml_document, kind, 1, WORD_MOST), YAML_LINE_OPTIONAL("for", struct yaml_document, role, 1, WORD_MOST),
	YAML_LINE_OPTIONAL("audience", struct yaml_document, audience, 1, WORD_MOST), YAML_LINE_OPTIONAL("accept", struct yaml_document, binding, 1, WORD_MOST),
	YAML_LINE_OPTIONAL("retired", struct yaml_document, retired, 1, WORD_MOST),
	CYAML_FIELD_END
};
static const cyaml_schema_field_t holiday_schema[] = {
	YAML_LINE("day", struct yaml_holiday, day, 1, WORD_MOST), YAML_LINE("name", struct yaml_holiday, name, 2, SHORT_MOST), CYAML_FIELD_END
};
static const cyaml_schema_field_t resource_schema[] = {
	YAML_LINE("slug", struct yaml_resource, slug, 1, SLUG_MOST), YAML_LINE("title", struct yaml_resource, title, 2, RESOURCE_TITLE_MOST),
	YAML_LINE("url", struct yaml_resource, url, 1, VALUE_MOST), YAML_LINE_OPTIONAL("about", struct yaml_resource, about, 0, RESOURCE_ABOUT_MOST),
	YAML_LINE_OPTIONAL("for", struct yaml_resource, role, 1, WORD_MOST), YAML_LINE_OPTIONAL("room", struct yaml_resource, room, 1, WORD_MOST),
	YAML_LINE_OPTIONAL("retired", struct yaml_resource, retired, 1, WORD_MOST),
	CYAML_FIELD_END
};
static const cyaml_schema_field_t area_schema[] = {
	YAML_LINE("name", struct yaml_area, name, 2, AREA_NAME_MOST), YAML_LINE_OPTIONAL("url", struct yaml_area, url, 0, AREA_URL_MOST),
	YAML_LINE_OPTIONAL("retired", struct yaml_area, retired, 1, WORD_MOST), CYAML_FIELD_END
};
static const cyaml_schema_field_t letter_schema[] = {
	YAML_LINE("kind", struct yaml_letter, kind, 1, WORD_MOST), YAML_LINE("subject", struct yaml_letter, subject, 2, SUBJECT_MOST),
	CYAML_FIELD_STRING_PTR("body", CYAML_FLAG_POINTER | CYAML_FLAG_SCALAR_LITERAL, struct yaml_letter, body, 10, BODY_MOST * YAML_BYTES), CYAML_FIELD_END
};
static const cyaml_schema_value_t choice_schema = { CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, QUESTION_WORDS_MOST * YAML_BYTES) };
static const cyaml_schema_field_t question_schema[] = {
	YAML_LINE("key", struct yaml_question, key, 1, SLUG_MOST), YAML_LINE("kind", struct yaml_question, kind, 1, WORD_MOST),
	YAML_LINE("words", struct yaml_question, words, 2, QUESTION_WORDS_MOST), YAML_LINE_OPTIONAL("help", struct yaml_question, help, 0, QUESTION_HELP_MOST),
	YAML_LINE_OPTIONAL("required", struct yaml_question, required, 1, WORD_MOST), YAML_LINE_OPTIONAL("least", struct yaml_question, least, 1, WORD_MOST),
	YAML_LINE_OPTIONAL("most", struct yaml_question, most, 1, WORD_MOST), YAML_LINE_OPTIONAL("audience", struct yaml_question, audience, 1, WORD_MOST),
	LIST("choices", struct yaml_question, choices, &choice_schema, 0, QUESTION_CHOICES_MOST), CYAML_FIELD_END
};
static const cyaml_schema_value_t question_value = ENTRY(struct yaml_question, question_schema);
static const cyaml_schema_field_t form_schema[] = {
	YAML_LINE("slug", struct yaml_form, slug, 1, SLUG_MOST), YAML_LINE("title", struct yaml_form, title, 2, FORM_TITLE_MOST),
	LIST("questions", struct yaml_form, questions, &question_value, 1, QUESTIONS_MOST), CYAML_FIELD_END
};
static const cyaml_schema_field_t survey_schema[] = {
	YAML_LINE("slug", struct yaml_survey, slug, 1, SLUG_MOST), YAML_LINE("title", struct yaml_survey, title, 2, FORM_TITLE_MOST),
	CYAML_FIELD_STRING_PTR("about", CYAML_FLAG_POINTER | CYAML_FLAG_SCALAR_LITERAL, struct yaml_survey, about, 2, QUESTIONNAIRE_ABOUT_MOST * YAML_BYTES),
	YAML_LINE("for", struct yaml_survey, audience, 1, WORD_MOST), YAML_LINE_OPTIONAL("areas", struct yaml_survey, areas, 1, WORD_MOST),
	YAML_LINE_OPTIONAL("ranking", struct yaml_survey, ranking, 1, WORD_MOST), YAML_LINE_OPTIONAL("retired", struct yaml_survey, retired, 1, WORD_MOST),
	LIST("questions", struct yaml_survey, questions, &question_value, 0, QUESTIONS_MOST), CYAML_FIELD_END
};
static const cyaml_schema_field_t settings_schema[] = {
#define SETTING(field, name, ...) YAML_LINE_OPTIONAL(name, struct yaml_settings, field, 0, VALUE_MOST),
#include "programmes/settings.def"
#define SETTING(field, name, ...) YAML_LINE_OPTIONAL(name, struct yaml_settings, field, 0, VALUE_MOST),
#define SETTING_ROOM(field, name, ...) YAML_LINE_OPTIONAL(name, struct yaml_settings, field, 0, VALUE_MOST),
#include "programmes/channels.def"
	CYAML_FIELD_END
};
static const cyaml_schema_field_t front_schema[] = {
#define FRONT(name, type, most, ...) YAML_LONG_TEXT_OPTIONAL(#name, struct yaml_front, name, 0, most),
#include "programmes/front.def"
	CYAML_FIELD_END
};
static const cyaml_schema_value_t service_value = ENTRY(struct yaml_service, service_schema);
static const cyaml_schema_value_t affiliation_value = ENTRY(struct yaml_affiliation, affiliation_schema);
static const cyaml_schema_value_t skill_value = ENTRY(struct yaml_skill, skill_schema);
static const cyaml_schema_value_t document_value = ENTRY(struct yaml_document, document_schema);
static const cyaml_schema_value_t holiday_value = ENTRY(struct yaml_holiday, holiday_schema);
static const cyaml_schema_value_t resource_value = ENTRY(struct yaml_resource, resource_schema);
static const cyaml_schema_value_t area_value = ENTRY(struct yaml_area, area_schema);
static const cyaml_schema_value_t asked_form_value = ENTRY(struct yaml_form, form_schema);
static const cyaml_schema_value_t survey_value = ENTRY(struct yaml_survey, survey_schema);
static const cyaml_schema_value_t letter_value = ENTRY(struct yaml_letter, letter_schema);

static const cyaml_schema_field_t fields[] = {
	YAML_LINE("slug", struct yaml_programme, slug, 1, SLUG_MOST), YAML_LINE("name", struct yaml_programme, name, 1, NAME_MOST),
	YAML_LINE("mark", struct yaml_programme, mark, 1, MARK_MOST), YAML_LINE("shape", struct yaml_programme, shape, 1, WORD_MOST),
	YAML_LINE("zone", struct yaml_programme, zone, 1, SHORT_MOST), YAML_LINE("summary", struct yaml_programme, summary, 1, SUMMARY_MOST),
	CYAML_FIELD_MAPPING("front", CYAML_FLAG_OPTIONAL, struct yaml_programme, front, front_schema),
	CYAML_FIELD_MAPPING("settings", CYAML_FLAG_OPTIONAL, struct yaml_programme, settings, settings_schema),
	LIST("services", struct yaml_programme, services, &service_value, 0, SERVICES_MOST),
	LIST("affiliations", struct yaml_programme, affiliations, &affiliation_value, 0, SERVICES_MOST),
	LIST("skills", struct yaml_programme, skills, &skill_value, 0, SKILLS_MOST),
	LIST("documents", struct yaml_programme, documents, &document_value, 0, DOCUMENTS_MOST),
	LIST("holidays", struct yaml_programme, holidays, &holiday_value, 0, HOLIDAYS_MOST),
	LIST("resources", struct yaml_programme, resources, &resource_value, 0, RESOURCES_MOST),
	LIST("focus", struct yaml_programme, focus, &area_value, 0, AREAS_MOST),
	LIST("letters", struct yaml_programme, letters, &letter_value, 0, LETTERS_MOST),
	LIST("forms", struct yaml_programme, forms, &asked_form_value, 0, FORMS_MOST),
	LIST("surveys", struct yaml_programme, surveys, &survey_value, 0, QUESTIONNAIRES_MOST),
	CYAML_FIELD_END
};
const cyaml_schema_value_t programme_schema = { CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct yaml_programme, fields) };
