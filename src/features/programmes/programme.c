/* Looking things up in a loaded programme, and the choices that forms take from it. */
#include "base/arena.h"
#include "formats/text.h"
#include "formats/zone.h"
#include "http/asset.h"
#include "programmes/builtin.h"
#include "programmes/programmes.h"
#include "programmes/shelf.h"
#include "programmes/store.h"
#include "access/visit.h"

enum { SCRATCH_MAX = 64 << 10 };    /* for two names of at most a line each */

struct open_days
programme_open_days(const struct programme *p)
{
	return (struct open_days){ .zone = zone_find(p->zone), .week = p->settings.clock_working ? (unsigned)p->settings.clock_week : 0, .closed = p->holidays,
		.closed_count = p->holiday_count };
}

const struct service *
programme_service(const struct programme *p, struct service_id id)
{
	for (size_t i = 0; i < p->service_count; i++)
		if (service_id_equal(p->services[i].id, id))
			return &p->services[i];
	return NULL;
}

/* The first of its names that was still in force then. */
static struct str
name_then(const struct programme *p, int64_t thing, struct str now, struct moment asked_at)
{
	for (size_t i = 0; i < p->former_name_count; i++)
		if (p->former_names[i].thing == thing && asked_at.us < p->former_names[i].until_at.us)
			return p->former_names[i].name;
	return now;
}

struct str
programme_service_words(const struct programme *p, struct service_id id, struct moment asked_at)
{
	const struct service *service = programme_service(p, id);

	return service == NULL ? S("") : name_then(p, id.value, service->name, asked_at);
}

struct str
programme_affiliation_words(const struct programme *p, struct affiliation_id id, struct moment asked_at)
{
	const struct affiliation *affiliation = programme_affiliation(p, id);

	return affiliation == NULL ? S("") : name_then(p, id.value, affiliation->name, asked_at);
}

const struct service *
programme_service_by_slug(const struct programme *p, struct str slug)
{
	for (size_t i = 0; i < p->service_count; i++)
		if (str_equal(p->services[i].slug, slug))
			return &p->services[i];
	return NULL;
}

const struct affiliation *
programme_affiliation(const struct programme *p, struct affiliation_id id)
{
	for (size_t i = 0; i < p->affiliation_count; i++)
		if (affiliation_id_equal(p->affiliations[i].id, id))
			return &p->affiliations[i];
	return NULL;
}

const struct affiliation *
programme_affiliation_by_slug(const struct programme *p, struct str slug)
{
	for (size_t i = 0; i < p->affiliation_count; i++)
		if (str_equal(p->affiliations[i].slug, slug))
			return &p->affiliations[i];
	return NULL;
}

const struct skill *
programme_skill(const struct programme *p, struct skill_id id)
{
	for (size_t i = 0; i < p->skill_count; i++)
		if (skill_id_equal(p->skills[i].id, id))
			return &p->skills[i];
	return NULL;
}

const struct skill *
programme_skill_by_name(const struct programme *p, struct arena *arena, struct str written)
{
	struct str folded = text_folded(arena, written), key;

	for (size_t i = 0; i < p->spelling_count; i++)
		if (str_equal(p->spellings[i].folded, folded) && p->spellings[i].skill < p->skill_count)
			return &p->skills[p->spellings[i].skill];
	if (str_is_empty(folded))
		return NULL;
	key = text_key(arena, folded);
	for (size_t i = 0; i < p->spelling_count; i++)
		if (str_equal(p->spellings[i].key, key) && p->spellings[i].skill < p->skill_count)
			return &p->skills[p->spellings[i].skill];
	return NULL;
}

/* Thousands of spellings: what each comparison takes is given back. */
const struct skill *
programme_skill_like(const struct programme *p, struct str written)
{
	const struct skill *found = NULL;
	struct arena *scratch;

	arena_open(SCRATCH_MAX, &scratch);
	for (size_t i = 0; i < p->spelling_count && found == NULL; i++) {
		if (p->spellings[i].skill < p->skill_count && text_passes_for(scratch, p->spellings[i].written, written))
			found = &p->skills[p->spellings[i].skill];
		arena_reset(scratch);
	}
	arena_close(&scratch);
	return found;
}

static struct choices
service_choices(const struct programme *p, struct arena *arena)
{
	struct choice *at = ARENA_MANY(arena, p->service_count + 1, struct choice);
	size_t count = 0;

	for (size_t i = 0; i < p->service_count; i++)
		if (!p->services[i].is_retired)
			at[count++] = (struct choice){ p->services[i].slug, p->services[i].name, p->services[i].hint };
	return (struct choices){ at, count };
}

static struct choices
affiliation_choices(const struct programme *p, struct arena *arena)
{
	struct choice *at = ARENA_MANY(arena, p->affiliation_count + 1, struct choice);

	for (size_t i = 0; i < p->affiliation_count; i++)
		at[i] = (struct choice){ .value = p->affiliations[i].slug, .label = p->affiliations[i].name };
	return (struct choices){ at, p->affiliation_count };
}

static struct choices
skill_choices(const struct programme *p, struct arena *arena)
{
	struct choice *at = ARENA_MANY(arena, p->skill_count + 1, struct choice);

	for (size_t i = 0; i < p->skill_count; i++)
		at[i] = (struct choice){ .value = p->skills[i].name, .label = p->skills[i].name };
	return (struct choices){ at, p->skill_count };
}

static enum outcome
choices_of(void *self, struct arena *arena, struct str field, struct choices *out)
{
	const struct programme *p = self;

	if (str_equal(field, S("service")) || str_equal(field, S("mentor_services")))
		*out = service_choices(p, arena);
	else if (str_equal(field, S("affiliation")))
		*out = affiliation_choices(p, arena);
	else if (str_equal(field, S("skills")) || str_equal(field, S("mentor_skills")) || str_equal(field, S("member_skills")))
		*out = skill_choices(p, arena);
	return OK;
}

static void
bounds_of(void *self, struct str field, int64_t *min, int64_t *max)
{
	const struct programme *p = self;

	if (str_equal(field, S("skills")))
		*max = p->settings.skills_max;
	else if (str_equal(field, S("details")))
		*min = p->settings.details_min;
	else if (str_equal(field, S("capacity")))
		*max = p->settings.mentor_capacity;
}

int64_t
programme_capacity(const struct programme *p, int64_t own)
{
	return own < p->settings.mentor_capacity ? own : p->settings.mentor_capacity;
}

struct services
programme_services(const struct page *page, const struct programme *p)
{
	(void)page;    /* pages call it as they call everything */
	return (struct services){ p->services, p->service_count };
}

struct form_supply
programme_supply(const struct programme *p)
{
	return (struct form_supply){ .self = (void *)(uintptr_t)p, .choices = choices_of, .bounds = bounds_of };
}

struct str
programme_builtin(struct str slug)
{
	for (size_t i = 0; i < builtin_count; i++)
		if (str_ends(builtin[i].path, S(".yaml")) && str_equal(str_head(builtin[i].path, builtin[i].path.length - 5), slug))
			return builtin[i].bytes;
	return (struct str){ NULL, 0 };
}

struct str_list
programme_builtin_slugs(struct arena *arena)
{
	struct str_list slugs = { .at = ARENA_MANY(arena, builtin_count + 1, struct str) };

	for (size_t i = 0; i < builtin_count; i++)
		if (str_ends(builtin[i].path, S(".yaml")))
			slugs.at[slugs.count++] = str_head(builtin[i].path, builtin[i].path.length - 5);
	return slugs;
}

enum outcome
programme_enter(struct visit *v, struct programme_id id)
{
	struct programme_version_row row;

	TRY(programme_version(v->db, v->arena, id, &row));
	v->programme_id = id;
	return programme_of(v->db, v->programmes, id, row.version, &v->programme);
}

struct str
programme_room(const struct visit *v, const struct programme *p)
{
	return str_is_empty(p->settings.room) ? v->server->slack_room : p->settings.room;
}

enum outcome
programme_has_document(struct visit *v, struct str slug, bool *out)
{
	struct document_newest_row row;
	enum outcome said = document_newest(v->db, v->arena, v->programme->id, slug, &row);

	*out = said == OK;
	return said == NOT_FOUND ? OK : said;
}

/* The version follows the clock, so that a number which was rolled back with its turn never comes again for other data. */
enum outcome
programme_touch(struct visit *v)
{
	int64_t changed;

	return programme_raise(v->db, v->programme->id, v->now.us, &changed);
}

enum outcome
programme_is_by_hand(struct visit *v, struct moment since)
{
	int64_t changed;

	TRY(programme_by_hand(v->db, v->programme->id, since, &changed));
	return programme_touch(v);
}
