/* What the pages of this room are given. */
#ifndef OPENINGS_VIEWS_H
#define OPENINGS_VIEWS_H

#include "access/layout.h"
#include "applications/own.h"
#include "openings/opening.h"

struct openings_view {
	const struct programme *programme;
	struct openings_of_rows rows;
	struct values *form;          /* NULL: the visitor cannot declare one, or no round is ahead */
	bool is_refused;
};

/* Somebody who applied for it, as its contact reads them. */
struct candidate {
	struct opening_candidates_row row;
	struct str id, name;          /* no name: it is read without names */
	struct answer_lines lines;    /* without what is for coordinators alone */
	bool can_elect, can_choose, is_picked;
};
struct candidates {
	struct candidate *at;
	size_t count;
};

struct opening_view {
	const struct programme *programme;
	struct opening_row_row row;
	struct str id;
	struct moment closes_at;
	bool is_theirs;
	bool can_edit, can_withdraw, can_decide, can_extend, can_nominate, can_elect, can_list, can_choose, takes_mentors, takes_mentees;
	struct values *edit, *decide, *extend, *nominate, *elect, *choose;    /* those that the visitor may send */
	struct candidates mentors, mentees;
	size_t electable;             /* of the mentors */
	bool is_electing;             /* that form was refused */
	struct nominations_of_rows nominations;
};
enum outcome opening_fill(struct visit *, struct opening_view *out);
/* Who applied, for its contact and coordinators. */
enum outcome opening_candidates_fill(struct visit *, struct opening_view *);

/* The project, or that it is an opening where the reader may not see of which. */
struct str opening_state_said(const struct page *, enum opening_state);
struct str opening_term_said(const struct page *, const struct programme *, int64_t term);
struct str opening_meet_said(const struct page *, const struct programme *, int64_t minutes, enum opening_period);
struct str candidate_words(const struct page *, const struct candidate *);

#endif
