/* Programmes, loaded whole and kept until their version changes. A page costs no query for what seldom changes. */
#include "base/arena.h"
#include "base/check.h"
#include "formats/text.h"
#include "programmes/programmes.h"
#include "programmes/questions_kinds.h"
#include "programmes/settings.h"
#include "programmes/shelf.h"
#include "programmes/store.h"

enum { PROGRAMMES_KEPT = 64, LOADED_MAX = 4 << 20, SERVICES_MAX = 100, SKILLS_MAX = 1000, SPELLINGS_MAX = 5000, SETTINGS_MAX = 300, HOLIDAYS_MAX = 400, FORMER_NAMES_MAX = 2000, FRONT_MAX = 50 };

struct kept {
	struct arena *arena;          /* of the programme alone; NULL = free place */
	struct programme *programme;
};

struct programme_cache {
	struct arena *arena;
	struct kept kept[PROGRAMMES_KEPT];
	size_t next;                  /* the place to give away when all are taken */
};

void
programme_cache_open(struct programme_cache **out)
{
	struct arena *arena;

	arena_open(ARENA_VISIT, &arena);
	*out = ARENA_NEW(arena, struct programme_cache);
	(*out)->arena = arena;
}

void
programme_cache_close(struct programme_cache **cache)
{
	struct arena *arena;

	if (*cache == NULL)
		return;
	for (size_t i = 0; i < PROGRAMMES_KEPT; i++)
		arena_close(&(*cache)->kept[i].arena);
	arena = (*cache)->arena;
	arena_close(&arena);
	*cache = NULL;
}

static enum outcome
load_lists(struct db *db, struct arena *arena, struct programme *p)
{
	struct services_of_rows services;
	struct affiliations_of_rows affiliations;

	TRY(services_of(db, arena, p->id, SERVICES_MAX, &services));
	TRY(affiliations_of(db, arena, p->id, SERVICES_MAX, &affiliations));
	p->services = ARENA_MANY(arena, services.count + 1, struct service);
	for (size_t i = 0; i < services.count; i++)
		p->services[p->service_count++] = (struct service){
			.id = services.at[i].id, .slug = services.at[i].slug, .name = services.at[i].name, .hint = services.at[i].hint,
			.position = services.at[i].position, .is_retired = services.at[i].is_retired,
		};
	p->affiliations = ARENA_MANY(arena, affiliations.count + 1, struct affiliation);
	for (size_t i = 0; i < affiliations.count; i++)
		p->affiliations[p->affiliation_count++] = (struct affiliation){
			.id = affiliations.at[i].id, .slug = affiliations.at[i].slug, .name = affiliations.at[i].name, .position = affiliations.at[i].position,
		};
	return OK;
}

static size_t
index_of_skill(const struct programme *p, struct skill_id id)
{
	for (size_t i = 0; i < p->skill_count; i++)
		if (skill_id_equal(p->skills[i].id, id))
			return i;
	return p->skill_count;
}

static enum outcome
load_skills(struct db *db, struct arena *arena, struct programme *p)
{
	struct skills_of_rows skills;
	struct spellings_of_rows spellings;

	TRY(skills_of(db, arena, p->id, SKILLS_MAX, &skills));
	TRY(spellings_of(db, arena, p->id, SPELLINGS_MAX, &spellings));
	p->skills = ARENA_MANY(arena, skills.count + 1, struct skill);
	for (size_t i = 0; i < skills.count; i++)
		p->skills[p->skill_count++] = (struct skill){ .id = skills.at[i].id, .name = skills.at[i].name, .area = skills.at[i].area };
	p->spellings = ARENA_MANY(arena, spellings.count + 1, struct skill_spelling);
	for (size_t i = 0; i < spellings.count; i++)
		p->spellings[p->spelling_count++] = (struct skill_spelling){
			.folded = spellings.at[i].folded, .skill = index_of_skill(p, spellings.at[i].skill), .written = spellings.at[i].written,
			.key = text_key(arena, spellings.at[i].folded),
		};
	return OK;
}

static enum outcome
load_holidays(struct db *db, struct arena *arena, struct programme *p)
{
	struct holidays_of_rows rows;

	TRY(holidays_of(db, arena, p->id, HOLIDAYS_MAX, &rows));
	p->holidays = ARENA_MANY(arena, rows.count + 1, struct holiday);
	for (size_t i = 0; i < rows.count; i++)
		p->holidays[p->holiday_count++] = (struct holiday){ rows.at[i].day, rows.at[i].name };
	return OK;
}

/* A name that this version does not know any more is left alone. */
static enum outcome
load_front(struct db *db, struct arena *arena, struct programme *p)
{
	struct front_texts_of_rows rows;

	TRY(front_texts_of(db, arena, p->id, FRONT_MAX, &rows));
	for (size_t i = 0; i < FRONT_TEXTS; i++) {
		*front_at(&p->front, i) = S("");
		for (size_t k = 0; k < rows.count; k++)
			if (str_equal(rows.at[k].name, front_name(i)))
				*front_at(&p->front, i) = rows.at[k].words;
	}
	return OK;
}

static enum outcome
load_former_names(struct db *db, struct arena *arena, struct programme *p)
{
	struct former_names_of_rows rows;

	TRY(former_names_of(db, arena, p->id, FORMER_NAMES_MAX, &rows));
	p->former_names = ARENA_MANY(arena, rows.count + 1, struct former_name);
	for (size_t i = 0; i < rows.count; i++)
		p->former_names[p->former_name_count++] = (struct former_name){ rows.at[i].thing, rows.at[i].name, rows.at[i].until_at };
	return OK;
}

static enum outcome
load_settings(struct db *db, struct arena *arena, struct programme *p)
{
	struct document_newest_row conduct;
	struct settings_of_rows rows;
	enum outcome said;

	settings_start(&p->settings);
	TRY(settings_of(db, arena, p->id, SETTINGS_MAX, &rows));
	for (size_t i = 0; i < rows.count; i++)
		(void)settings_set(&p->settings, rows.at[i].name, rows.at[i].value);    /* checked when it was stored */
	if (p->affiliation_count == 0)
		p->settings.affiliation_asks = 0;    /* nobody is asked who has nothing to choose from */
	said = document_newest(db, arena, p->id, S("conduct"), &conduct);
	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	p->conduct = conduct.id;
	p->conduct_version = conduct.version;
	return OK;
}

static enum outcome
load(struct db *db, struct arena *arena, struct programme_id id, struct programme *p)
{
	struct programme_row_row row;

	TRY(programme_row(db, arena, id, &row));
	*p = (struct programme){
		.id = row.id, .slug = row.slug, .name = row.name, .mark = row.mark, .summary = row.summary, .zone = row.zone, .by_hand_at = row.by_hand_at,
		.shape = row.shape, .version = row.version,
	};
	TRY(load_lists(db, arena, p));
	TRY(load_skills(db, arena, p));
	TRY(load_holidays(db, arena, p));
	TRY(load_former_names(db, arena, p));
	TRY(question_forms_load(db, arena, p));
	TRY(load_front(db, arena, p));
	return load_settings(db, arena, p);
}

static struct kept *
place_for(struct programme_cache *cache, struct programme_id id)
{
	for (size_t i = 0; i < PROGRAMMES_KEPT; i++)
		if (cache->kept[i].arena != NULL && programme_id_equal(cache->kept[i].programme->id, id))
			return &cache->kept[i];
	for (size_t i = 0; i < PROGRAMMES_KEPT; i++)
		if (cache->kept[i].arena == NULL)
			return &cache->kept[i];
	return &cache->kept[cache->next++ % PROGRAMMES_KEPT];
}

enum outcome
programme_of(struct db *db, struct programme_cache *cache, struct programme_id id, int64_t version, const struct programme **out)
{
	struct kept *kept = place_for(cache, id);
	enum outcome said;

	if (kept->arena != NULL && programme_id_equal(kept->programme->id, id) && kept->programme->version == version) {
		*out = kept->programme;
		return OK;
	}
	arena_close(&kept->arena);
	arena_open(LOADED_MAX, &kept->arena);
	kept->programme = ARENA_NEW(kept->arena, struct programme);
	said = load(db, kept->arena, id, kept->programme);
	if (said != OK)
		arena_close(&kept->arena);
	else
		*out = kept->programme;
	return said;
}

enum outcome
programme_fresh(struct db *db, struct arena *arena, struct programme_id id, const struct programme **out)
{
	struct programme *p = ARENA_NEW(arena, struct programme);

	TRY(load(db, arena, id, p));
	*out = p;
	return OK;
}
