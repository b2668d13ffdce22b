/* A programme as data: its services, skills, affiliations, documents and numbers. Loaded whole, kept by each process until its
 * version changes; a visit only borrows it. */
#ifndef PROGRAMMES_PROGRAMMES_H
#define PROGRAMMES_PROGRAMMES_H

#include <stdbool.h>

#include "base/outcome.h"
#include "base/schema_types.h"
#include "base/str.h"
#include "forms/form.h"
#include "programmes/former.h"
#include "programmes/front.h"
#include "programmes/open_days.h"
#include "programmes/store_shared.h"    /* programme_version(), programme_of_slug(): statements that other rooms may run */

struct arena;
struct db;
struct page;
struct visit;

struct service {
	struct service_id id;
	struct str slug, name, hint;
	int64_t position;
	bool is_retired;
};

struct affiliation {
	struct affiliation_id id;
	struct str slug, name;
	int64_t position;
};

struct skill {
	struct skill_id id;
	struct str name, area;
};

/* Every way to write a skill, folded, in byte order; key: the same without hyphens, dots and blanks (text_key()). */
struct skill_spelling {
	struct str folded, written, key;
	size_t skill;                 /* index in skills */
};

/* Who approves a mentor; who may look at the directory. */
enum { MENTOR_BY_COORDINATOR, MENTOR_BY_ITSELF, MENTOR_BY_PROJECT };
enum { DIRECTORY_OFF, DIRECTORY_MEMBERS, DIRECTORY_PUBLIC };

/* Typed settings: rows of settings.def and channels.def of this room; PROGRAMMES.md 2.1. */
struct settings {
#define SETTING(field, name, type, ...) type field;
#include "programmes/settings.def"
#define SETTING(field, name, type, ...) type field;
#define SETTING_ROOM(field, ...) struct str field;    /* ids with a comma between, as they were written; empty: none */
#include "programmes/channels.def"
};

struct programme {
	struct programme_id id;
	struct str slug, name, mark, summary, zone;
	enum programme_shape shape;
	int64_t version;
	struct moment by_hand_at;     /* coordinators look after the mentors' room themselves since then; none: the server does */
	struct service *services;
	size_t service_count;
	struct affiliation *affiliations;
	size_t affiliation_count;
	struct skill *skills;         /* by area, then name */
	size_t skill_count;
	struct skill_spelling *spellings;
	size_t spelling_count;
	struct question_form *forms;  /* of each the version in force, by slug (questions.h) */
	size_t form_count;
	struct document_id conduct;   /* the version in force; none if the programme has no code of conduct */
	int64_t conduct_version;
	struct former_name *former_names;    /* of each thing by time */
	size_t former_name_count;
	struct holiday *holidays;     /* by day */
	size_t holiday_count;
	struct settings settings;
	struct front front;
};

/* On which of its days steps come. */
struct open_days programme_open_days(const struct programme *);

/* How many running mentees a mentor may have: their own number, or the programme's where that is lower now. */
int64_t programme_capacity(const struct programme *, int64_t own);

struct programme_cache;
void programme_cache_open(struct programme_cache **out);
void programme_cache_close(struct programme_cache **);
/* The programme with that id, loaded again if its version is another. Borrowed: valid until the end of the turn. */
enum outcome programme_of(struct db *, struct programme_cache *, struct programme_id, int64_t version, const struct programme **out);
/* From now on coordinators look after the mentors' room (a moment), or the server does (none). */
enum outcome programme_is_by_hand(struct visit *, struct moment since);
/* The programme of a row, for a visit whose address names none: a job, a command. */
enum outcome programme_enter(struct visit *, struct programme_id);
/* As it is inside a transaction that may yet be taken back: into the arena, never kept. */
enum outcome programme_fresh(struct db *, struct arena *, struct programme_id, const struct programme **out);

/* NULL if there is none. */
const struct service *programme_service(const struct programme *, struct service_id);
const struct service *programme_service_by_slug(const struct programme *, struct str slug);
const struct affiliation *programme_affiliation(const struct programme *, struct affiliation_id);
const struct affiliation *programme_affiliation_by_slug(const struct programme *, struct str slug);
const struct skill *programme_skill(const struct programme *, struct skill_id);
/* By any spelling, in any case, with or without hyphens, dots and blanks: "Javascript", "J.S." and "java-script" are one. NULL if
 * unknown. */
const struct skill *programme_skill_by_name(const struct programme *, struct arena *, struct str written);
/* A skill that a reader would take this name for, since its letters only look the same (those of another script); NULL if none. */
const struct skill *programme_skill_like(const struct programme *, struct str written);

/* All services for a filter, retired ones last. */
struct services {
	const struct service *at;
	size_t count;
};
struct services programme_services(const struct page *, const struct programme *);

/* Choices for forms: "service" and "mentor_services" (slugs, without retired ones), "affiliation" (slugs), "skills",
 * "mentor_skills" and "member_skills" (values are the skill names). Bounds: "skills", "details", "capacity". */
struct form_supply programme_supply(const struct programme *);

/* Stores a programme from its file (see programmes/) or changes it to be as the file says; nothing is ever removed. Used by setup,
 * demo, tests; more of files: file.h. BAD_INPUT with *complaint, a line "file:line:column: what" each. Documents that the file names come from the binary. */
enum outcome programme_load_file(struct visit *, struct str name_of_file, struct str yaml, struct str *complaint);
/* The files built into the binary: "operation-code" and so on; NULL if there is none by that name. */
struct str programme_builtin(struct str slug);
struct str_list programme_builtin_slugs(struct arena *);

/* The mentors' room in Slack: the programme's own, or the server's; empty: none. */
struct str programme_room(const struct visit *, const struct programme *);
/* What is posted by itself is planned anew, by the numbers as they are in this transaction: one job a kind, or none (posts.c). */
enum outcome programme_plan_posts(struct visit *, struct programme_id);
/* The next one after a post that was made now: how long this one is worth sending, too. */
#define WAITING_POST S("waiting-post")
#define ADVERT_POST S("advert-post")
enum outcome programme_posted(struct visit *, struct str kind, struct moment *until);
/* What it looks at once a day and once a week (later/later.h), planned for the next morning of its zone; `programme_posted` plans the one after. */
enum outcome programme_plan_looks(struct visit *, struct programme_id);
/* The job of ADVERT_POST; subject: the programme. */
enum outcome advert_post_due(struct visit *, int64_t subject);
enum outcome programme_has_document(struct visit *, struct str slug, bool *out);

/* Raises the version, so that every process loads the programme again. Part of the transaction that changed it. */
enum outcome programme_touch(struct visit *);

#endif
