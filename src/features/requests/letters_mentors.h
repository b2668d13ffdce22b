/* Letters about no request: to mentors who fell silent, to coordinators about what is short. */
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

#endif
