/* A programme as one value: what its file says, or what the database holds, so that the two are compared, printed, and the one made the
 * other (PROGRAMMES.md F033). For the command line and for the versions of a programme. */
#ifndef PROGRAMMES_FILE_H
#define PROGRAMMES_FILE_H

#include <stdbool.h>

#include "base/outcome.h"
#include "base/schema_types.h"
#include "base/str.h"
#include "formats/complaints.h"
#include "programmes/front.h"
#include "programmes/questions.h"

struct arena;
struct db;
struct visit;
struct yaml_node;

struct file_service {
	struct str slug, name, hint;
	bool is_retired;
};
struct file_affiliation {
	struct str slug, name;
};
struct file_skill {
	struct str area, name;
	struct str_list aliases;      /* without the name itself */
	struct str_list folded;       /* the name and all aliases, as they are compared */
};
/* What its card says, as words of the file; NULL: not said. */
struct file_document {
	struct str slug, title, markdown;
	struct str kind, role, audience, binding, retired;    /* "handbook", "mentor", "members", "yes", "no" */
};
struct file_holiday {
	int64_t day;                  /* since 1970-01-01 */
	struct str name;
};
struct file_resource {
	struct str slug, title, url, about, role;    /* role: "mentee"; "all" if it is not said */
	bool is_retired, is_room;
	int64_t position;             /* of what the database holds */
};
/* Where a programme helps; one with an address is served elsewhere. */
struct file_area {
	struct str name, url;
	bool is_retired;
	int64_t position;             /* of what the database holds */
};
/* What a survey asks, and whom (questionnaires.h); the form's slug is the survey's. */
struct file_survey {
	struct question_form form;
	struct str about;
	enum survey_audience audience;
	bool asks_areas, asks_ranking, is_retired;
};
/* What letters of a kind say, where the programme words them itself. */
struct file_letter {
	struct str kind, subject, body;
};

enum { SETTINGS_MOST = 120 };

/* Lists in their order; a setting is what stands at its place in setting_rows (settings.h), as it is written; NULL: not said. */
struct programme_file {
	struct str slug, name, mark, summary, zone;
	enum programme_shape shape;
	struct front front;           /* NULL: not said */
	struct str settings[SETTINGS_MOST];
	struct file_service *services;
	struct file_affiliation *affiliations;
	struct file_skill *skills;
	struct file_document *documents;
	struct file_holiday *holidays;
	struct file_resource *resources;
	struct file_area *areas;
	struct file_letter *letters;
	struct question_form *forms;  /* by their slug */
	struct file_survey *surveys;
	size_t service_count, affiliation_count, skill_count, document_count, holiday_count, resource_count, area_count, letter_count, form_count, survey_count;
	const struct yaml_node *root;    /* where each of it stands; NULL of what the database holds */
};

/* Where documents stand that a file names: fills *out and says true, or false if there is none. */
struct file_texts {
	void *self;
	bool (*find)(void *self, struct arena *, struct str path, struct str *out);
};
/* Those that the binary carries. */
extern const struct file_texts file_texts_builtin;

/* An arena of its own, that holds the largest file: for what is read, compared and then forgotten. */
enum { FILE_ARENA = 24 << 20 };

/* Reads a file and judges what it says. BAD_INPUT with complaints, all of them. */
enum outcome file_read(struct arena *, struct str yaml, const struct file_texts *, struct complaints *, struct programme_file *out);
/* Whether it would make a new programme: every number that it does not say has its default then. */
void file_check_alone(const struct programme_file *, struct complaints *);
/* What the database holds; NOT_FOUND if there is no programme with that slug. */
enum outcome file_stored(struct db *, struct arena *, struct str slug, struct programme_file *out);
enum outcome file_of_programme(struct db *, struct arena *, struct programme_id, struct programme_file *out);
/* As YAML that file_read() takes back: every setting, every text. */
struct str file_print(struct arena *, const struct programme_file *);

enum change_part { PART_PROGRAMME, PART_SETTING, PART_SERVICE, PART_AFFILIATION, PART_SKILL, PART_DOCUMENT, PART_HOLIDAY, PART_RESOURCE, PART_AREA, PART_LETTER, PART_FORM, PART_SURVEY, PARTS };
extern const char *const part_words[PARTS];    /* "setting" */

struct change {
	enum change_part part;
	struct str name;              /* as the file calls it: "wait.bump_h", "code-review", "2026-12-25" */
	const char *aspect;           /* "name"; NULL: the whole of it */
	struct str before, after;     /* of a long text the first line that differs */
	bool is_new, is_gone;
};
struct changes {
	struct arena *arena;
	struct change *at;
	size_t count, room;
	size_t stays[PARTS];          /* what the database holds and the file does not name */
};

/* What it takes to make `before` what `after` says. is_whole: `after` says all there is, so what it does not name is gone; else it stays. A NULL
 * before is a programme that is not there. */
struct changes file_compare(struct arena *, const struct programme_file *before, const struct programme_file *after, bool is_whole);
/* "setting wait.bump_h (Hours until mentors are reminded): “72” becomes “48”" */
struct str change_words(struct arena *, const struct change *);

/* What a change acts on, in words, "" if on nothing yet: "2 open requests". */
enum outcome change_reach(struct db *, struct arena *, struct programme_id, const struct change *, struct str *out);

/* Makes a programme, or changes it, as the file says; nothing is removed. Only what differs is written; *count says how much. BAD_INPUT with
 * complaints where the file and what is stored do not go together. v->programme_id is the programme afterwards. */
enum outcome file_apply(struct visit *, struct arena *, const struct programme_file *, struct complaints *, size_t *count);

/* A new programme like another one, without its people, requests and rooms. BAD_INPUT with sentences about what is wrong; NOT_FOUND: there is none to
 * be copied. */
struct copy_wish {
	struct str of, slug, name, mark;
};
struct copy_faults {
	struct str slug, name, mark;
};
enum outcome file_copy(struct visit *, struct arena *, const struct copy_wish *, struct copy_faults *);

#endif
