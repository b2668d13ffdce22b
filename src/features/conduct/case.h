/* One case for the responder who asks: private to this room. */
#ifndef CONDUCT_CASE_H
#define CONDUCT_CASE_H

#include "conduct/views.h"

/* T29 as the programme says. */
struct case_times case_times_of(const struct programme *);

/* By the address; NOT_FOUND to whoever may not read it. */
enum outcome case_find(struct visit *, struct report_for_row *out);
/* The page of one, with what was typed if a form of it was refused. */
enum outcome case_page(struct visit *, struct case_view *);
/* Its facts, without who wrote it where that is sealed apart. */
enum outcome case_view_fill(struct visit *, struct case_view *);

/* An entry; words empty: none. */
struct case_entry {
	enum report_entry_kind kind;
	struct person_id subject;
	struct str words;
};
enum outcome case_note_down(struct visit *, struct report_id, const struct case_entry *);

#endif
