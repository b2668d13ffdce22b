/* What the files share that compare two programmes. */
#ifndef PROGRAMMES_FILE_COMPARE_H
#define PROGRAMMES_FILE_COMPARE_H

#include "programmes/file.h"

/* Who is compared with whom. */
struct comparing {
	struct changes *changes;
	const struct programme_file *before, *after;
	bool is_whole;
};

/* A change, unless before and after are the same. */
void compare_differs(struct comparing *, struct change);
/* Something that only the later one, only the earlier one has. */
void compare_appears(struct comparing *, enum change_part, struct str name, struct str after);
void compare_misses(struct comparing *, enum change_part, struct str name, struct str before);

/* Those of the later list stand as they stood, and new ones behind them. */
bool compare_keeps_order(const struct str_list *before, const struct str_list *after);

/* What stands elsewhere (file_resources.c); focus areas (file_areas.c); the forms (file_compare_forms.c). */
void compare_resources(struct comparing *);
void compare_areas(struct comparing *);
void compare_forms(struct comparing *);

#endif
