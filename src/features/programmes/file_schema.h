/* What libcyaml makes of a programme's file. */
#ifndef PROGRAMMES_FILE_SCHEMA_H
#define PROGRAMMES_FILE_SCHEMA_H

#include "formats/yaml.h"
#include "programmes/settings.h"

struct yaml_service {
	char *slug, *name, *hint, *retired;
};
struct yaml_affiliation {
	char *slug, *name;
};
struct yaml_skill {
	char *area, *name;
	char **aliases;
	unsigned aliases_count;
};
struct yaml_document {
	char *slug, *title, *file, *text, *kind, *role, *audience, *binding, *retired;
};
struct yaml_holiday {
	char *day, *name;
};
struct yaml_resource {
	char *slug, *title, *url, *about, *role, *room, *retired;
};
struct yaml_area {
	char *name, *url, *retired;
};
/* In the order of front.def: keys of "front". */
struct yaml_front {
#define FRONT(name, ...) char *name;
#include "programmes/front.def"
};
struct yaml_letter {
	char *kind, *subject, *body;
};
struct yaml_question {
	char *key, *kind, *words, *help, *required, *least, *most, *audience;
	char **choices;
	unsigned choices_count;
};
struct yaml_form {
	char *slug, *title;
	struct yaml_question *questions;
	unsigned questions_count;
};
struct yaml_survey {
	char *slug, *title, *about, *audience, *areas, *ranking, *retired;
	struct yaml_question *questions;
	unsigned questions_count;
};
/* In the order of setting_rows. */
struct yaml_settings {
#define SETTING(field, ...) char *field;
#include "programmes/settings.def"
#define SETTING(field, ...) char *field;
#define SETTING_ROOM(field, ...) char *field;
#include "programmes/channels.def"
};
struct yaml_programme {
	char *slug, *name, *mark, *shape, *zone, *summary;
	struct yaml_front front;
	struct yaml_settings settings;
	struct yaml_service *services;
	unsigned services_count;
	struct yaml_affiliation *affiliations;
	unsigned affiliations_count;
	struct yaml_skill *skills;
	unsigned skills_count;
	struct yaml_document *documents;
	unsigned documents_count;
	struct yaml_holiday *holidays;
	unsigned holidays_count;
	struct yaml_resource *resources;
	unsigned resources_count;
	struct yaml_area *focus;
	unsigned focus_count;
	struct yaml_letter *letters;
	unsigned letters_count;
	struct yaml_form *forms;
	unsigned forms_count;
	struct yaml_survey *surveys;
	unsigned surveys_count;
};

/* Characters of a name and of a mark. */
enum { NAME_MOST = 100, MARK_MOST = 6 };

extern const cyaml_schema_value_t programme_schema;

#endif
