/* What no schema can say of a programme's file. */
#ifndef PROGRAMMES_FILE_CHECK_H
#define PROGRAMMES_FILE_CHECK_H

#include "programmes/file.h"
#include "programmes/file_schema.h"

struct buf;

/* Words and bounds, what is said twice; fills the shape. Whether the numbers go together depends on those that the file does not say:
 * file_check_alone(), file_settings_fit(). */
void file_check(struct arena *, const struct yaml_programme *, struct programme_file *, struct complaints *);
/* The lists: services, affiliations, skills, documents, holidays, letters (file_check_lists.c). */
void file_check_lists(struct arena *, const struct yaml_programme *, const struct programme_file *, struct complaints *);

/* The forms (file_forms.c): read, judged, printed. */
void file_read_forms(struct arena *, const struct yaml_programme *, struct programme_file *);
void file_check_forms(struct arena *, const struct yaml_programme *, const struct programme_file *, struct complaints *);
void file_print_forms(struct buf *, const struct programme_file *);

/* Questions, wherever they stand: "surveys", its entry. */
struct asked_at {
	const char *list;
	size_t entry;
};
void file_read_questions(struct arena *, const struct yaml_question *, unsigned count, struct question_form *);
void file_check_questions(struct complaints *, const struct programme_file *, const struct asked_at *, const struct yaml_question *, const struct question_form *);
void file_print_questions(struct buf *, const struct question_form *);

/* What surveys ask (file_surveys.c). */
void file_read_surveys(struct arena *, const struct yaml_programme *, struct programme_file *);
void file_check_surveys(const struct yaml_programme *, const struct programme_file *, struct complaints *);
enum outcome file_stored_surveys(struct db *, struct arena *, struct programme_id, struct programme_file *);
void file_print_surveys(struct buf *, const struct programme_file *);

/* What stands elsewhere (file_resources.c): read, judged, taken from the database, printed. */
void file_read_resources(struct arena *, const struct yaml_programme *, struct programme_file *);
void file_check_resources(struct arena *, const struct yaml_programme *, const struct programme_file *, struct complaints *);
enum outcome file_stored_resources(struct db *, struct arena *, struct programme_id, struct programme_file *);
void file_print_resources(struct buf *, const struct programme_file *);

/* Focus areas (file_areas.c): the same. */
void file_read_areas(struct arena *, const struct yaml_programme *, struct programme_file *);
void file_check_areas(struct arena *, const struct yaml_programme *, const struct programme_file *, struct complaints *);
enum outcome file_stored_areas(struct db *, struct arena *, struct programme_id, struct programme_file *);
void file_print_areas(struct buf *, const struct programme_file *);

/* Where it stands: "services", entry i, its key; of what is not there the nearest that is. */
struct place file_place(const struct programme_file *, const char *list, size_t entry, const char *key);
struct place file_place_of_setting(const struct programme_file *, struct str name);

/* A line and a text as forms make them of what was typed. */
struct str file_line(struct arena *, struct str);
struct str file_text(struct arena *, struct str);

/* Capital letters and digits. */
bool file_mark_is_fine(struct str mark);

/* Fills the folded spellings of a skill whose name and aliases are there. */
void file_fold(struct arena *, struct file_skill *);

/* True if those of the later one that can be chosen stand in the order that they have, new ones behind them. */
bool file_keeps_services(struct arena *, const struct programme_file *before, const struct programme_file *after);
bool file_keeps_affiliations(struct arena *, const struct programme_file *before, const struct programme_file *after);

/* The settings that the file says, over those that are there; false where they do not go together, with a complaint. */
bool file_settings_fit(const struct programme_file *, struct settings *present, size_t affiliations, struct complaints *);

#endif
