/* A programme's file: libcyaml reads it into structs by a schema, we check what a schema cannot, and store it. */
#include "programmes/programmes.h"

#include <cyaml/cyaml.h>
#include <stdarg.h>
#include <stdio.h>

#include "access/visit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/calendar.h"
#include "formats/text.h"
#include "formats/when.h"
#include "formats/zone.h"
#include "later/later.h"
#include "programmes/builtin.h"
#include "programmes/settings.h"
#include "programmes/store.h"

enum { TEXT_MAX = 500, COMPLAINT_MAX = 600, LOG_LINE = 300, YAML_MAX = 1 << 20 };

struct yaml_service {
	char *slug, *name, *hint;
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
	char *slug, *title, *file;
};
struct yaml_holiday {
	char *day, *name;
};
struct yaml_settings {
#define SETTING(field, ...) char *field;
#include "programmes/settings.def"
#define SETTING(field, ...) char *field;
#define SETTING_ROOM(field, ...) char *field;
#include "programmes/channels.def"
};
struct yaml_programme {
	char *slug, *name, *mark, *shape, *zone, *summary;
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
};

#define TEXT(key, structure, member) CYAML_FIELD_STRING_PTR(key, CYAML_FLAG_POINTER, structure, member, 1, TEXT_MAX)
#define TEXT_OPTIONAL(key, structure, member) \
	CYAML_FIELD_STRING_PTR(key, CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, structure, member, 0, TEXT_MAX)

static const cyaml_schema_field_t service_schema[] = {
	TEXT("slug", struct yaml_service, slug), TEXT("name", struct yaml_service, name),
	TEXT_OPTIONAL("hint", struct yaml_service, hint), CYAML_FIELD_END
};
static const cyaml_schema_field_t affiliation_schema[] = {
	TEXT("slug", struct yaml_affiliation, slug), TEXT("name", struct yaml_affiliation, name), CYAML_FIELD_END
};
static const cyaml_schema_value_t alias_schema = { CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 1, TEXT_MAX) };
static const cyaml_schema_field_t skill_schema[] = {
	TEXT("area", struct yaml_skill, area), TEXT("name", struct yaml_skill, name),
	CYAML_FIELD_SEQUENCE("aliases", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct yaml_skill, aliases, &alias_schema, 0, 50),
	CYAML_FIELD_END
};
static const cyaml_schema_field_t document_schema[] = {
	TEXT("slug", struct yaml_document, slug), TEXT("title", struct yaml_document, title), TEXT("file", struct yaml_document, file),
	CYAML_FIELD_END
};
static const cyaml_schema_field_t holiday_schema[] = {
	TEXT("day", struct yaml_holiday, day), TEXT("name", struct yaml_holiday, name), CYAML_FIELD_END
};
static const cyaml_schema_field_t settings_schema[] = {
#define SETTING(field, name, ...) TEXT_OPTIONAL(name, struct yaml_settings, field),
#include "programmes/settings.def"
#define SETTING(field, name, ...) TEXT_OPTIONAL(name, struct yaml_settings, field),
#define SETTING_ROOM(field, name, ...) TEXT_OPTIONAL(name, struct yaml_settings, field),
#include "programmes/channels.def"
	CYAML_FIELD_END
};
static const cyaml_schema_value_t service_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct yaml_service, service_schema) };
static const cyaml_schema_value_t affiliation_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct yaml_affiliation, affiliation_schema) };
static const cyaml_schema_value_t skill_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct yaml_skill, skill_schema) };
static const cyaml_schema_value_t document_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct yaml_document, document_schema) };
static const cyaml_schema_value_t holiday_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct yaml_holiday, holiday_schema) };

static const cyaml_schema_field_t programme_schema[] = {
	TEXT("slug", struct yaml_programme, slug), TEXT("name", struct yaml_programme, name), TEXT("mark", struct yaml_programme, mark),
	TEXT("shape", struct yaml_programme, shape), TEXT("zone", struct yaml_programme, zone),
	TEXT("summary", struct yaml_programme, summary),
	CYAML_FIELD_MAPPING("settings", CYAML_FLAG_OPTIONAL, struct yaml_programme, settings, settings_schema),
	CYAML_FIELD_SEQUENCE("services", CYAML_FLAG_POINTER, struct yaml_programme, services, &service_value, 1, 50),
	CYAML_FIELD_SEQUENCE("affiliations", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct yaml_programme, affiliations, &affiliation_value, 0, 50),
	CYAML_FIELD_SEQUENCE("skills", CYAML_FLAG_POINTER, struct yaml_programme, skills, &skill_value, 1, 800),
	CYAML_FIELD_SEQUENCE("documents", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct yaml_programme, documents, &document_value, 0, 50),
	CYAML_FIELD_SEQUENCE("holidays", CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, struct yaml_programme, holidays, &holiday_value, 0, 400),
	CYAML_FIELD_END
};
static const cyaml_schema_value_t top_schema = { CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct yaml_programme, programme_schema) };

/* What libcyaml says while it fails: the first line says what, the first place of its backtrace says where. */
struct reading {
	struct arena *arena;
	struct str file;
	char what[LOG_LINE];
	long line, column;
};

static void __attribute__((format(printf, 3, 0)))
on_log(cyaml_log_t level, void *self, const char *format, va_list list)
{
	struct reading *reading = self;
	char text[LOG_LINE];
	const char *place;

	if (level < CYAML_LOG_ERROR)
		return;
	vsnprintf(text, sizeof(text), format, list);
	place = strstr(text, "line: ");
	if (place != NULL && reading->line == 0) {
		struct str rest = str_from(place + 6), line = str_head(rest, strspn(rest.at, "0123456789"));
		int64_t number = 0;

		(void)str_whole(line, &number);
		reading->line = (long)number;
	}
	if (reading->what[0] == '\0' && strstr(text, "Backtrace") == NULL)
		snprintf(reading->what, sizeof(reading->what), "%s", text);
}

static struct str
complaint_of(const struct reading *reading, const char *what)
{
	struct buf words = buf_new(reading->arena, COMPLAINT_MAX);

	buf_add(&words, reading->file);
	buf_format(&words, ":%ld: ", reading->line == 0 ? 1 : reading->line);
	buf_add(&words, str_trim(str_from(what)));
	return buf_str(&words);
}

/* An unknown key that looks like a setting's name says which one was perhaps meant. */
static const char *
with_suggestion(const struct reading *reading, const char *what)
{
	struct str said = str_trim(str_from(what)), key = { 0 }, near;
	struct buf words = buf_new(reading->arena, COMPLAINT_MAX);

	said = str_starts(said, S("Load: ")) ? str_skip(said, 6) : said;
	if (str_starts(said, S("Unexpected key: ")))
		key = str_trim(str_skip(said, 16));
	near = setting_near(key);
	buf_add(&words, said);
	if (!str_is_empty(near)) {
		buf_add(&words, S("; did you mean \""));
		buf_add(&words, near);
		buf_add(&words, S("\"?"));
	}
	return str_c(reading->arena, buf_str(&words));
}

static struct str
text(const char *s)
{
	return s == NULL ? S("") : str_from(s);
}

/* What is being stored: the visit, the programme's id, the file. */
struct storing {
	struct visit *v;
	struct programme_id id;
	const struct yaml_programme *file;
	struct reading *reading;
	struct str *complaint;
};

static enum outcome
refuse(struct storing *s, const char *what, struct str about)
{
	struct buf words = buf_new(s->v->arena, COMPLAINT_MAX);

	buf_add(&words, str_from(what));
	buf_add(&words, S(" \""));
	buf_add(&words, about);
	buf_add(&words, S("\""));
	*s->complaint = complaint_of(s->reading, str_c(s->v->arena, buf_str(&words)));
	return BAD_INPUT;
}

static enum outcome
store_setting(struct storing *s, struct settings *all, struct str name, const char *value)
{
	if (value == NULL)
		return OK;
	if (settings_set(all, name, str_from(value)) != OK)
		return refuse(s, "a setting has a value that it cannot have:", name);
	return setting_set(s->v->db, (struct setting_id){ visit_new_id(s->v) }, s->id, name, str_from(value));
}

/* A file that says less than all is judged together with what is stored already. */
static enum outcome
store_settings(struct storing *s)
{
	const struct programme *present;
	struct settings all;
	struct setting_misfit misfit;

	TRY(programme_fresh(s->v->db, s->v->arena, s->id, &present));
	all = present->settings;
#define SETTING(field, name, ...) TRY(store_setting(s, &all, S(name), s->file->settings.field));
#include "programmes/settings.def"
#define SETTING(field, name, ...) TRY(store_setting(s, &all, S(name), s->file->settings.field));
#define SETTING_ROOM(field, name, ...) TRY(store_setting(s, &all, S(name), s->file->settings.field));
#include "programmes/channels.def"
	misfit = settings_misfit(&all);
	return misfit.name == NULL ? OK : refuse(s, "a setting does not fit the others:", str_from(misfit.name));
}

static enum outcome
store_lists(struct storing *s)
{
	for (unsigned i = 0; i < s->file->services_count; i++)
		TRY(service_set(s->v->db, &(struct service_set_values){
		    .id = { visit_new_id(s->v) }, .programme = s->id, .slug = text(s->file->services[i].slug),
		    .name = text(s->file->services[i].name), .hint = text(s->file->services[i].hint), .position = i + 1 }));
	for (unsigned i = 0; i < s->file->affiliations_count; i++)
		TRY(affiliation_set(s->v->db, &(struct affiliation_set_values){
		    .id = { visit_new_id(s->v) }, .programme = s->id, .slug = text(s->file->affiliations[i].slug),
		    .name = text(s->file->affiliations[i].name), .position = i }));
	return OK;
}

static enum outcome
store_holidays(struct storing *s)
{
	for (unsigned i = 0; i < s->file->holidays_count; i++) {
		struct str day = text(s->file->holidays[i].day);
		struct wall wall;
		int64_t changed;

		if (!when_date_read(day, &wall))
			return refuse(s, "a holiday is a day like 2026-12-25, not", day);
		TRY(holiday_set(s->v->db, (struct holiday_id){ visit_new_id(s->v) }, s->id, calendar_days((struct date){ wall.year, wall.month, wall.day }),
		    text(s->file->holidays[i].name), &changed));
	}
	return OK;
}

static enum outcome
store_spelling(struct storing *s, struct skill_id skill, struct str written)
{
	struct str folded = text_folded(s->v->arena, written);
	struct alias_owner_row owner;
	enum outcome said = alias_owner(s->v->db, s->v->arena, s->id, folded, &owner);

	if (said == OK && !skill_id_equal(owner.skill, skill))
		return refuse(s, "two skills share the spelling", written);
	if (said != OK && said != NOT_FOUND)
		return said;
	return alias_add(s->v->db, &(struct alias_add_values){
	    .id = { visit_new_id(s->v) }, .programme = s->id, .skill = skill, .folded = folded, .written = written });
}

static enum outcome
store_skills(struct storing *s)
{
	for (unsigned i = 0; i < s->file->skills_count; i++) {
		const struct yaml_skill *skill = &s->file->skills[i];
		struct skill_named_row row;

		TRY(skill_set(s->v->db, (struct skill_id){ visit_new_id(s->v) }, s->id, text(skill->name), text(skill->area)));
		TRY(skill_named(s->v->db, s->v->arena, s->id, text(skill->name), &row));
		TRY(store_spelling(s, row.id, text(skill->name)));
		for (unsigned k = 0; k < skill->aliases_count; k++)
			TRY(store_spelling(s, row.id, text(skill->aliases[k])));
	}
	return OK;
}

static const struct asset *
document_file(struct str path)
{
	for (size_t i = 0; i < builtin_count; i++)
		if (str_equal(builtin[i].path, path))
			return &builtin[i];
	return NULL;
}

static enum outcome
store_documents(struct storing *s)
{
	for (unsigned i = 0; i < s->file->documents_count; i++) {
		const struct yaml_document *document = &s->file->documents[i];
		const struct asset *file = document_file(text(document->file));
		struct document_newest_row newest;
		enum outcome said;

		if (file == NULL)
			return refuse(s, "there is no document", text(document->file));
		said = document_newest(s->v->db, s->v->arena, s->id, text(document->slug), &newest);
		if (said != OK && said != NOT_FOUND)
			return said;
		if (said == OK && str_equal(newest.markdown, file->bytes))
			continue;
		TRY(document_add(s->v->db, &(struct document_add_values){
		    .id = { visit_new_id(s->v) }, .programme = s->id, .slug = text(document->slug), .title = text(document->title),
		    .version = said == OK ? newest.version + 1 : 1, .markdown = file->bytes, .now = s->v->now }));
	}
	return OK;
}

static enum outcome
store_programme(struct storing *s)
{
	struct programme_named_row row;
	enum programme_shape shape;
	enum outcome said;
	int64_t changed;

	if (!programme_shape_read(text(s->file->shape), &shape))
		return refuse(s, "a programme's shape is queue, rounds, pairs or groups, not", text(s->file->shape));
	if (!zone_is_known(text(s->file->zone)))
		return refuse(s, "there is no time zone", text(s->file->zone));
	said = programme_named(s->v->db, s->v->arena, text(s->file->slug), &row);
	if (said == OK) {
		s->id = row.id;
		return programme_change(s->v->db, &(struct programme_change_values){
		    .id = s->id, .name = text(s->file->name), .mark = text(s->file->mark), .summary = text(s->file->summary),
		    .zone = text(s->file->zone) }, &changed);
	}
	if (said != NOT_FOUND)
		return said;
	s->id.value = visit_new_id(s->v);
	return programme_add(s->v->db, &(struct programme_add_values){
	    .id = s->id, .slug = text(s->file->slug), .name = text(s->file->name), .mark = text(s->file->mark), .shape = shape,
	    .summary = text(s->file->summary), .zone = text(s->file->zone), .now = s->v->now });
}

static enum outcome
look_later(struct storing *s, struct str kind, int64_t days)
{
	return job_put(s->v->db, &(struct job_wish){ .id = { visit_new_id(s->v) }, .programme = s->id, .kind = kind, .subject = s->id.value,
	    .due_at = moment_plus(s->v->now, days * US_PER_DAY), .now = s->v->now });
}

static enum outcome
store(struct storing *s)
{
	TRY(store_programme(s));
	TRY(store_settings(s));
	TRY(store_lists(s));
	TRY(store_holidays(s));
	TRY(store_skills(s));
	TRY(store_documents(s));
	s->v->programme_id = s->id;
	TRY(programme_plan_posts(s->v, s->id));
	TRY(look_later(s, PROGRAMME_DAY, 1));
	TRY(look_later(s, PROGRAMME_WEEK, 7));
	TRY(look_later(s, PROGRAMME_REPORTS, 1));
	return event_say(s->v, S("programme-stored"), &(struct event_facts){ 0 });
}

enum outcome
programme_load_file(struct visit *v, struct str name_of_file, struct str yaml, struct str *complaint)
{
	struct reading reading = { .arena = v->arena, .file = name_of_file };
	const cyaml_config_t config = {
		.log_fn = on_log, .log_ctx = &reading, .mem_fn = cyaml_mem, .log_level = CYAML_LOG_ERROR, .flags = CYAML_CFG_NO_ALIAS,
	};
	struct yaml_programme *file = NULL;
	struct storing storing = { .v = v, .reading = &reading, .complaint = complaint };
	enum outcome said;
	cyaml_err_t failed;

	*complaint = S("");
	if (yaml.length > YAML_MAX)
		return TOO_LARGE;
	if (!text_is_utf8(yaml)) {
		*complaint = complaint_of(&reading, "the file is not UTF-8");
		return BAD_INPUT;
	}
	failed = cyaml_load_data((const uint8_t *)yaml.at, yaml.length, &config, &top_schema, (cyaml_data_t **)&file, NULL);
	if (failed != CYAML_OK || file == NULL) {
		*complaint = complaint_of(&reading, file == NULL && failed == CYAML_OK ? "the file is empty: expected slug, name and so on"
		    : with_suggestion(&reading, reading.what[0] != '\0' ? reading.what : cyaml_strerror(failed)));
		return BAD_INPUT;
	}
	storing.file = file;
	said = store(&storing);
	cyaml_free(&config, &top_schema, file, 0);
	return said;
}
