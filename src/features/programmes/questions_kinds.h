/* What the files share that know the kinds of questions. */
#ifndef PROGRAMMES_QUESTIONS_KINDS_H
#define PROGRAMMES_QUESTIONS_KINDS_H

#include "programmes/questions.h"

struct question_kind_row {
	enum field_type type;
	bool has_bounds, has_choices;
	int64_t most;                 /* of its upper bound */
};
extern const struct question_kind_row question_kind_rows[];
extern const struct choices question_tongues, question_levels;

/* The first and the last step of a scale. */
int64_t question_scale_end(const struct question *, bool is_high);
/* What the second field of a language is called. */
struct str question_level_key(struct arena *, const struct question *);
/* A line each. */
struct str question_lines(struct arena *, const struct str_list *);
/* Fills the forms of a programme that is being loaded. */
enum outcome question_forms_load(struct db *, struct arena *, struct programme *);

#endif
