/* What the page of this room is given. */
#ifndef QUESTIONS_VIEWS_H
#define QUESTIONS_VIEWS_H

#include "access/layout.h"
#include "programmes/programmes.h"
#include "questions/store.h"

struct questions_view {
	const struct programme *programme;
	struct questions_open_rows open;      /* for coordinators, oldest first */
	struct desk_questions_of_rows rows;        /* the reader's own; for coordinators all that are over */
	struct str chosen;                    /* which one is being answered, as in addresses; empty: none */
	struct values *form, *answer;
	struct str next_page;
};
bool question_is_chosen(struct page *, const struct questions_view *, struct desk_question_id);

#endif
