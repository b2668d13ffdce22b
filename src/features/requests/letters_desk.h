/* Letters about no request of the desk: to mentors who fell silent, to coordinators about what is short or needs them, to whoever left a draft. */
#ifndef REQUESTS_LETTERS_MENTORS_H
#define REQUESTS_LETTERS_MENTORS_H

#include "access/visit.h"

/* L36, with a link that brings them back. what: a sentence of N_(); mentor: whom it is about if it is not the reader. */
struct silence {
	struct person_id mentor;
	const char *to_mentor, *to_coordinators;    /* NULL: nobody */
	struct moment since, again_at;
};
enum outcome desk_write_to_mentor(struct visit *, const struct silence *);

/* L55: names of skills, what waits and what is free, in words. */
struct shortage_words {
	struct str skills, waiting, free;
};
enum outcome desk_write_shortage(struct visit *, const struct shortage_words *);

/* L01D, to whoever began a request and did not send it; title: may be empty. */
enum outcome desk_write_of_draft(struct visit *, struct person_id author, struct str title, struct moment kept_until);

/* L48L, to each coordinator: the first of what needs them, each line with the address where it is done. Nothing needs them: no letter. */
enum outcome desk_write_needs(struct visit *);

/* L49, L49B to the other coordinators and to administrators: the mentors' room is looked after by hand since then, or not any more. */
enum outcome desk_write_of_room(struct visit *, struct moment since, bool is_over);

#endif
