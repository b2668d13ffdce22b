/* What was done about a request so far, for whoever finds a mentor for it (L09, F069): one line each. */
#ifndef REQUESTS_LETTERS_HISTORY_H
#define REQUESTS_LETTERS_HISTORY_H

#include "access/visit.h"
#include "forms/say_moment.h"

/* "Mon 16 Nov: sent; Thu 19 Nov: mentors reminded", oldest first, in the reader's zone and language. */
enum outcome desk_steps_taken(struct visit *, struct request_id, struct say_place, struct str *out);
/* "Ana Lind: passed; Bo Lind: no answer": who was asked or held it, and what became of it. */
enum outcome desk_who_was_asked(struct visit *, struct request_id, struct str language, struct str *out);

#endif
