/* What the files share that make a programme what its file says. */
#ifndef PROGRAMMES_FILE_APPLY_H
#define PROGRAMMES_FILE_APPLY_H

#include "programmes/file.h"
#include "programmes/programmes.h"

struct applying {
	struct visit *v;
	struct arena *arena;
	const struct programme_file *file;
	struct complaints *complaints;
	struct programme_id id;
	const struct programme *present;    /* NULL: a new one */
	struct programme_file before;       /* the same as a file; only if there is a present one */
};

/* Services and affiliations that differ, in the order of the file if that is another; skills and their spellings (file_apply_lists.c). */
enum outcome apply_choices(struct applying *);
enum outcome apply_skills(struct applying *);
/* What stands elsewhere (file_resources.c). */
enum outcome apply_resources(struct applying *);
/* Focus areas (file_areas.c). */
enum outcome apply_areas(struct applying *);
/* What surveys ask (file_surveys.c); whether there is room for all. */
enum outcome apply_surveys(struct applying *);
void apply_check_surveys(struct applying *);

#endif
