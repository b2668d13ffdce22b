/* The lists of a programme, as far as they differ from its file. */
#include "access/visit.h"
#include "base/arena.h"
#include "formats/text.h"
#include "programmes/file_apply.h"
#include "programmes/file_check.h"
#include "programmes/store.h"

/* Whoever answered before goes on reading the words of their question. */
static enum outcome
keep_former_name(struct applying *a, int64_t thing, struct str was, struct str now)
{
	if (str_equal(file_line(a->arena, was), now))
		return OK;
	return former_name_add(a->v->db, &(struct former_name_add_values){ .id = { visit_new_id(a->v) }, .programme = a->id, .thing = thing, .name = was, .now = a->v->now });
}

/* A new one stands behind all that are there, unless all of them get their places anew. */
static int64_t
place_of(const struct applying *a, const struct service *was, size_t entry, bool is_anew)
{
	int64_t last = 0;

	if (is_anew || a->present == NULL)
		return (int64_t)entry + 1;
	if (was != NULL)
		return was->position;
	for (size_t i = 0; i < a->present->service_count; i++)
		last = a->present->services[i].position > last ? a->present->services[i].position : last;
	return last + (int64_t)entry + 1;
}

static enum outcome
apply_service(struct applying *a, size_t entry, bool is_anew)
{
	const struct file_service *service = &a->file->services[entry];
	const struct service *was = a->present == NULL ? NULL : programme_service_by_slug(a->present, service->slug);
	int64_t position = place_of(a, was, entry, is_anew);

	if (was != NULL && was->position == position && was->is_retired == service->is_retired && str_equal(file_line(a->arena, was->name), service->name) &&
	    str_equal(file_line(a->arena, was->hint), service->hint))
		return OK;
	if (was != NULL)
		TRY(keep_former_name(a, was->id.value, was->name, service->name));
	return service_set(a->v->db, &(struct service_set_values){
	    .id = { visit_new_id(a->v) }, .programme = a->id, .slug = service->slug, .name = service->name, .hint = service->hint, .position = position,
	    .is_retired = service->is_retired });
}

/* Affiliations have no place of their own elsewhere: each is written again with the place that it has here. */
static enum outcome
apply_affiliations(struct applying *a)
{
	bool is_anew = a->present == NULL || !file_keeps_affiliations(a->arena, &a->before, a->file);

	for (size_t i = 0; i < a->file->affiliation_count; i++) {
		const struct file_affiliation *affiliation = &a->file->affiliations[i];
		const struct affiliation *was = a->present == NULL ? NULL : programme_affiliation_by_slug(a->present, affiliation->slug);

		if (was != NULL && !is_anew && str_equal(file_line(a->arena, was->name), affiliation->name))
			continue;
		if (was != NULL)
			TRY(keep_former_name(a, was->id.value, was->name, affiliation->name));
		TRY(affiliation_set(a->v->db, &(struct affiliation_set_values){
		    .id = { visit_new_id(a->v) }, .programme = a->id, .slug = affiliation->slug, .name = affiliation->name,
		    .position = is_anew || was == NULL ? (int64_t)(i + (is_anew ? 0 : a->present->affiliation_count)) : was->position }));
	}
	return OK;
}

enum outcome
apply_choices(struct applying *a)
{
	bool is_anew = a->present != NULL && !file_keeps_services(a->arena, &a->before, a->file);

	for (size_t i = 0; i < a->file->service_count; i++)
		TRY(apply_service(a, i, is_anew));
	return apply_affiliations(a);
}

static const struct file_skill *
skill_before(const struct applying *a, struct str name)
{
	for (size_t i = 0; a->present != NULL && i < a->before.skill_count; i++)
		if (str_equal(a->before.skills[i].name, name))
			return &a->before.skills[i];
	return NULL;
}

static enum outcome
apply_spellings(struct applying *a, const struct file_skill *skill, const struct file_skill *was)
{
	struct skill_named_row row;

	TRY(skill_named(a->v->db, a->arena, a->id, skill->name, &row));
	for (size_t i = 0; i < skill->folded.count; i++)
		if (was == NULL || !str_list_has(&was->folded, skill->folded.at[i]))
			TRY(alias_add(a->v->db, &(struct alias_add_values){ .id = { visit_new_id(a->v) }, .programme = a->id, .skill = row.id,
			    .folded = skill->folded.at[i], .written = i == 0 ? skill->name : skill->aliases.at[i - 1] }));
	return OK;
}

enum outcome
apply_skills(struct applying *a)
{
	for (size_t i = 0; i < a->file->skill_count; i++) {
		const struct file_skill *skill = &a->file->skills[i], *was = skill_before(a, skill->name);

		if (was == NULL || !str_equal(was->area, skill->area))
			TRY(skill_set(a->v->db, (struct skill_id){ visit_new_id(a->v) }, a->id, skill->name, skill->area));
		TRY(apply_spellings(a, skill, was));
	}
	return OK;
}
