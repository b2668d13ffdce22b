/* What the pages of this room are given. */
#ifndef APPLICATIONS_VIEWS_H
#define APPLICATIONS_VIEWS_H

#include "access/layout.h"
#include "applications/own.h"
#include "programmes/shelf.h"

struct join_view {
	const struct programme *programme;
	struct intakes_of_rows rows;
	struct str next_page;         /* older rounds, for members */
	struct applications_of_person_rows own;
	bool is_member;               /* else they come in first */
};

struct application_view {
	const struct programme *programme;
	struct own own;
	struct values *form;
	struct str next;              /* what comes next, in a sentence */
	struct answer_lines lines;    /* where nothing can be changed any more */
	struct asked_documents asked; /* what binds whoever is on that side */
	bool needs_conduct;           /* something of it is missing, so that it can neither be sent nor a place accepted */
	bool is_editable, can_withdraw, can_return;
	bool is_refused;              /* its form was sent and is shown with what is wrong */
};
struct str application_side_title(const struct page *, struct str side);

/* A page of rounds with their windows, newest first: cut where the next page begins, whose cursor is the round (none: it is the last). */
enum { ROUNDS_A_PAGE = 25 };
enum outcome rounds_find(struct visit *, struct cohort_id after, struct intakes_of_rows *, struct cohort_id *next);

/* The address of the next page of a list; empty where there is none. */
struct str older_page(struct visit *, struct str path, int64_t after);

struct rounds_view {
	const struct programme *programme;
	struct intakes_of_rows rows;
	struct str next_page;
};

struct cohort_change_view {
	const struct programme *programme;
	struct cohort_of_row cohort;
	struct intakes_in_rows windows;
	struct values *form;
};

struct round_view {
	const struct programme *programme;
	struct cohort_of_row cohort;
	struct intakes_in_rows windows;
	struct round_projects_row projects;
	struct round_people_rows people;
	struct application_id next;   /* none: these are all */
	struct str next_page;
	bool is_coordinator;
};
/* The round of the address, as this visitor may know it: people after that one. */
enum outcome round_fill(struct visit *, struct application_id after, struct round_view *);

struct cohorts_view {
	const struct programme *programme;
	struct intakes_of_rows rows;
	struct str next_page;
	struct values *form, *extend;
	struct str extending;         /* id of the window whose new end was refused */
};
bool intake_is_extended(const struct page *, const struct cohorts_view *, struct intake_id);
bool intake_can_extend(enum intake_state);
struct str intake_state_words(const struct page *, enum intake_state);
/* Where what one side applies by is asked. */
struct str intake_side_title(const struct page *, enum intake_side);
bool programme_asks_side(const struct programme *, enum intake_side);

struct review_list_view {
	const struct programme *programme;
	struct applications_to_review_rows rows;
	struct str side, state, next_page;
};
struct str review_state_words(const struct page *, enum application_state);
/* "4.5", of all who scored it. */
struct str review_mean(const struct page *, int64_t sum, int64_t count);

struct review_view {
	const struct programme *programme;
	struct application_row_row row;
	struct str id;
	struct answer_lines lines;
	struct reviews_of_rows reviews;
	struct intake_of_row intake;
	struct values *score, *decide;
	bool can_take, can_score, can_decide;
	bool waits_for_word;          /* declined here before, or lost the role of mentor */
	bool lacks_orientation;       /* so they cannot be placed as a mentor */
	bool hides_who;               /* its name, address, links and what is for coordinators alone are left out */
};
/* The application of the address, for whoever reviews it; NOT_FOUND if it is not theirs to read. */
enum outcome review_find(struct visit *, struct application_row_row *out);
enum outcome review_fill(struct visit *, struct review_view *out);

struct reviewers_view {
	const struct programme *programme;
	struct reviewers_of_rows rows;
	struct values *form;
};

/* The visitor's own, as the page shows it. */
enum outcome application_fill(struct visit *, struct application_view *out);

#endif
