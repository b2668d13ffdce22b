/* What programs read of a programme. */
#include "programmes/api.h"

#include "access/api.h"
#include "base/check.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"
#include "programmes/store.h"
#include "programmes/views.h"

#define T(sentence) S_STATIC(sentence)
#define SHAPE(called, title, list) const struct shape called = { .name = S_STATIC(title), .fields = (list), .count = ARRAY_LENGTH(list) }

enum { PROGRAMMES_MOST = 100 };

static const char *const shapes[] = { "queue", "rounds", "pairs", "groups", NULL };

static const struct shape_field line_fields[] = {
	{ .name = T("slug"), .type = SHAPE_TEXT }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("summary"), .type = SHAPE_TEXT },
	{ .name = T("shape"), .type = SHAPE_WORD, .words = shapes },
};
static SHAPE(line_shape, "ProgrammeLine", line_fields);
static const struct shape_field list_fields[] = { { .name = T("items"), .type = SHAPE_LIST, .of = &line_shape } };
SHAPE(programme_list_shape, "ProgrammeList", list_fields);

static const struct shape_field service_fields[] = {
	{ .name = T("slug"), .type = SHAPE_TEXT }, { .name = T("name"), .type = SHAPE_TEXT },
	{ .name = T("hint"), .type = SHAPE_TEXT, .may_be_null = true },
	{ .name = T("is_retired"), .type = SHAPE_TICK, .about = T("Old requests keep it, new ones cannot choose it.") },
};
static SHAPE(service_shape, "Service", service_fields);
static const struct shape_field affiliation_fields[] = { { .name = T("slug"), .type = SHAPE_TEXT }, { .name = T("name"), .type = SHAPE_TEXT } };
static SHAPE(affiliation_shape, "Affiliation", affiliation_fields);
static const struct shape_field skill_fields[] = {
	{ .name = T("name"), .type = SHAPE_TEXT }, { .name = T("area"), .type = SHAPE_TEXT, .may_be_null = true },
};
static SHAPE(skill_shape, "Skill", skill_fields);
static const struct shape_field holiday_fields[] = { { .name = T("day"), .type = SHAPE_DATE }, { .name = T("name"), .type = SHAPE_TEXT } };
static SHAPE(holiday_shape, "Holiday", holiday_fields);
static const struct shape_field document_line_fields[] = { { .name = T("slug"), .type = SHAPE_TEXT }, { .name = T("title"), .type = SHAPE_TEXT } };
static SHAPE(document_line_shape, "DocumentLine", document_line_fields);

static const struct shape_field programme_fields[] = {
	{ .name = T("slug"), .type = SHAPE_TEXT }, { .name = T("name"), .type = SHAPE_TEXT }, { .name = T("summary"), .type = SHAPE_TEXT },
	{ .name = T("shape"), .type = SHAPE_WORD, .words = shapes }, { .name = T("zone"), .type = SHAPE_TEXT },
	{ .name = T("services"), .type = SHAPE_LIST, .of = &service_shape },
	{ .name = T("affiliations"), .type = SHAPE_LIST, .of = &affiliation_shape },
	{ .name = T("skills"), .type = SHAPE_LIST, .of = &skill_shape },
	{ .name = T("documents"), .type = SHAPE_LIST, .of = &document_line_shape },
	{ .name = T("holidays"), .type = SHAPE_LIST, .of = &holiday_shape, .about = T("Where steps come on working days alone, none comes on these.") },
	{ .name = T("conduct_version"), .type = SHAPE_WHOLE, .about = T("Of the code of conduct in force; 0: there is none.") },
	{ .name = T("version"), .type = SHAPE_WHOLE },
};
SHAPE(programme_shape, "Programme", programme_fields);

enum outcome
programme_list_json(struct visit *v)
{
	struct programmes_of_rows rows;
	struct answer a;

	TRY(programmes_of(v->db, v->arena, v->who.id, PROGRAMMES_MOST, &rows));
	a = api_answer(v);
	answer_open(&a, &programme_list_shape);
	answer_list(&a, "items");
	for (size_t i = 0; i < rows.count; i++) {
		answer_open(&a, &line_shape);
		answer_text(&a, "slug", rows.at[i].slug);
		answer_text(&a, "name", rows.at[i].name);
		answer_text(&a, "summary", rows.at[i].summary);
		answer_word(&a, "shape", programme_shape_name(rows.at[i].shape));
		answer_close(&a);
	}
	answer_close(&a);
	answer_close(&a);
	return OK;
}

static void
print_services(struct answer *a, const struct programme *p)
{
	answer_list(a, "services");
	for (size_t i = 0; i < p->service_count; i++) {
		answer_open(a, &service_shape);
		answer_text(a, "slug", p->services[i].slug);
		answer_text(a, "name", p->services[i].name);
		answer_text(a, "hint", p->services[i].hint);
		answer_tick(a, "is_retired", p->services[i].is_retired);
		answer_close(a);
	}
	answer_close(a);
	answer_list(a, "affiliations");
	for (size_t i = 0; i < p->affiliation_count; i++) {
		answer_open(a, &affiliation_shape);
		answer_text(a, "slug", p->affiliations[i].slug);
		answer_text(a, "name", p->affiliations[i].name);
		answer_close(a);
	}
	answer_close(a);
}

static void
print_skills(struct answer *a, const struct programme *p)
{
	answer_list(a, "skills");
	for (size_t i = 0; i < p->skill_count; i++) {
		answer_open(a, &skill_shape);
		answer_text(a, "name", p->skills[i].name);
		answer_text(a, "area", p->skills[i].area);
		answer_close(a);
	}
	answer_close(a);
}

static void
print_holidays(struct answer *a, const struct programme *p)
{
	answer_list(a, "holidays");
	for (size_t i = 0; i < p->holiday_count; i++) {
		answer_open(a, &holiday_shape);
		answer_date(a, "day", holiday_value(a->arena, p->holidays[i].day));
		answer_text(a, "name", p->holidays[i].name);
		answer_close(a);
	}
	answer_close(a);
}

enum outcome
programme_json(struct visit *v)
{
	const struct programme *p = v->programme;
	struct documents_of_rows documents;
	struct answer a;

	if (v->is_write)
		TRY(programme_fresh(v->db, v->arena, v->programme->id, &p));    /* with what the act has changed just now */
	TRY(documents_of(v->db, v->arena, p->id, false, DOCUMENTS_MOST, &documents));
	a = api_answer(v);
	api_etag(v, p->version);
	answer_open(&a, &programme_shape);
	answer_text(&a, "slug", p->slug);
	answer_text(&a, "name", p->name);
	answer_text(&a, "summary", p->summary);
	answer_word(&a, "shape", programme_shape_name(p->shape));
	answer_text(&a, "zone", p->zone);
	print_services(&a, p);
	print_skills(&a, p);
	answer_list(&a, "documents");
	for (size_t i = 0; i < documents.count; i++) {
		answer_open(&a, &document_line_shape);
		answer_text(&a, "slug", documents.at[i].slug);
		answer_text(&a, "title", documents.at[i].title);
		answer_close(&a);
	}
	answer_close(&a);
	print_holidays(&a, p);
	answer_whole(&a, "conduct_version", p->conduct_version);
	answer_whole(&a, "version", p->version);
	answer_close(&a);
	return OK;
}
