/* The directory of a programme: who is listed, by what they are found, and how it is read a page at a time. */
#ifndef PEOPLE_DIRECTORY_H
#define PEOPLE_DIRECTORY_H

#include "people/people.h"
#include "people/store_directory.h"

enum { DIRECTORY_TERMS = 5, DIRECTORY_TERM_BYTES = 320 };

/* What a reader asks for. Every filter has its index: a row of listed_term for each person it finds. */
struct directory_wish {
	bool is_mentees;              /* the list of mentees, else of mentors */
	bool is_public;               /* of those who let everybody read it */
	struct str name;              /* the beginning of a word of the name; else empty */
	struct str terms[DIRECTORY_TERMS];    /* skill, language, service, zone: those asked for, without the letter of the list */
	size_t term_count;
	bool by_zone, wants_free;
	int64_t overlap_hours;        /* at least so many common hours a week with the visitor; 0: any */
	int64_t start, after;         /* turns: where the visitor began, behind whom the page begins; 0: at the start */
};

/* One page, at most PAGE_ROWS. */
struct directory_page {
	const struct directory_rows_row **at;
	int64_t *overlap_hours;       /* with the visitor; -1: not known */
	size_t count;
	int64_t start, next;          /* next: the turn behind which it goes on; 0: nobody more */
	bool is_cut;                  /* it stopped after looking at many: whoever goes on may find more */
};
enum outcome directory_read(struct visit *, const struct directory_wish *, struct directory_page *out);

/* Whether the visitor may read it: NOT_FOUND where there is none, SIGN_IN_FIRST for whoever may be a member, FORBIDDEN for whoever is none. */
enum outcome directory_may_be_read(const struct visit *);
bool directory_sees_zones(const struct visit *);

/* Everything by which somebody is found is made anew: in one programme, in all of theirs. In a writer's visit. */
enum outcome listing_of(struct visit *, struct programme_id, struct person_id);
enum outcome listing_of_person(struct visit *, struct person_id);

/* What stands where others have a picture: their own, or the first letters of the first and the last word of the name. */
struct str person_initials(struct arena *, struct str own, struct str name);

#endif
