/* The one description of a programme's file: which keys there are, which must be, how long a text may be. What no schema can say: file_check.c. */
#include "programmes/file_schema.h"

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
	CYAML_FIELD_END
};
static const cyaml_schema_field_t holiday_schema[] = {
	YAML_LINE("day", struct yaml_holiday, day, 1, WORD_MOST), YAML_LINE("name", struct yaml_holiday, name, 2, SHORT_MOST), CYAML_FIELD_END
};
static const cyaml_schema_field_t letter_schema[] = {
	YAML_LINE("kind", struct yaml_letter, kind, 1, WORD_MOST), YAML_LINE("subject", struct yaml_letter, subject, 2, SUBJECT_MOST),
	CYAML_FIELD_STRING_PTR("body", CYAML_FLAG_POINTER | CYAML_FLAG_SCALAR_LITERAL, struct yaml_letter, body, 10, BODY_MOST * YAML_BYTES), CYAML_FIELD_END
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
static const cyaml_schema_value_t letter_value = ENTRY(struct yaml_letter, letter_schema);

static const cyaml_schema_field_t fields[] = {
	YAML_LINE("slug", struct yaml_programme, slug, 1, SLUG_MOST), YAML_LINE("name", struct yaml_programme, name, 1, NAME_MOST),
	YAML_LINE("mark", struct yaml_programme, mark, 1, MARK_MOST), YAML_LINE("shape", struct yaml_programme, shape, 1, WORD_MOST),
	YAML_LINE("zone", struct yaml_programme, zone, 1, SHORT_MOST), YAML_LINE("summary", struct yaml_programme, summary, 1, SUMMARY_MOST),
	CYAML_FIELD_MAPPING("front", CYAML_FLAG_OPTIONAL, struct yaml_programme, front, front_schema),
	CYAML_FIELD_MAPPING("settings", CYAML_FLAG_OPTIONAL, struct yaml_programme, settings, settings_schema),
	LIST("services", struct yaml_programme, services, &service_value, 1, SERVICES_MOST),
	LIST("affiliations", struct yaml_programme, affiliations, &affiliation_value, 0, SERVICES_MOST),
	LIST("skills", struct yaml_programme, skills, &skill_value, 1, SKILLS_MOST),
	LIST("documents", struct yaml_programme, documents, &document_value, 0, DOCUMENTS_MOST),
	LIST("holidays", struct yaml_programme, holidays, &holiday_value, 0, HOLIDAYS_MOST),
	LIST("letters", struct yaml_programme, letters, &letter_value, 0, LETTERS_MOST),
	CYAML_FIELD_END
};
const cyaml_schema_value_t programme_schema = { CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct yaml_programme, fields) };
