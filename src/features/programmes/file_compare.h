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
/* Of texts of several lines the first one that differs. */
void compare_text(struct comparing *, struct change, struct str before, struct str after);
/* Something that only the later one, only the earlier one has. */
void compare_appears(struct comparing *, enum change_part, struct str name, struct str after);
void compare_misses(struct comparing *, enum change_part, struct str name, struct str before);

/* Those of the later list stand as they stood, and new ones behind them. */
bool compare_keeps_order(const struct str_list *before, const struct str_list *after);

/* What stands elsewhere (file_resources.c); focus areas (file_areas.c); the forms, and the title and the questions of any (file_compare_forms.c);
 * surveys (file_surveys.c). */
void compare_resources(struct comparing *);
void compare_areas(struct comparing *);
void compare_forms(struct comparing *);
void compare_questions(struct comparing *, enum change_part, const struct question_form *was, const struct question_form *now);
void compare_surveys(struct comparing *);

#endif
