/* Requests that come from another table (../exchange): how they stood there, and what they become here. */
#ifndef REQUESTS_TAKEN_IN_H
#define REQUESTS_TAKEN_IN_H

#include "access/visit.h"
#include "programmes/programmes.h"

struct taken_in {
	struct person_id mentee;          /* a member */
	struct service_id service;
	const struct skill *const *skills;
	size_t skill_count;
	struct str title, details;        /* title empty: made of the details */
	struct affiliation_id affiliation;
	struct moment asked_at;           /* not after now */
	struct person_id mentor;          /* who holds it, or held the session; none: nobody */
	bool is_held;                     /* the session took place */
	struct moment held_at;            /* … then; between asked_at and now */
};

/* Makes it in v->programme, with its event and its next step by the clock. Nobody is written to and nothing is posted: they know it from the
 * other table. One that is open waits from now on, whenever it was asked. MENTOR_FULL if the mentor has no place for it, REQUEST_OWN if it is their own. */
enum outcome request_take_in(struct visit *, const struct taken_in *, struct request_id *out);
/* The active mentors by exactly that name: none, *out, or more than one (*count says). */
enum outcome request_mentor_called(struct visit *, struct str name, struct person_id *out, size_t *count);

#endif
