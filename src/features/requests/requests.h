/* The request desk: what other floors may ask of it. */
#ifndef REQUESTS_REQUESTS_H
#define REQUESTS_REQUESTS_H

#include "access/visit.h"

/* The finder of A_REQUEST: loads the request into v->thing and works out who the visitor is towards it. NOT_FOUND if this
 * programme has none by that id, or it is a draft. */
enum outcome request_find_for(struct visit *, int64_t id);

/* Choices of forms that need the visit: mentors by name, and what the programme itself supplies. */
struct form_supply desk_supply(struct visit *);

/* For the demo and tests: the visitor's draft (NOT_FOUND if none), and the follow-up of a request (NOT_FOUND if none). */
enum outcome desk_draft_of(struct visit *, struct request_id *out);
enum outcome desk_follow_up_of(struct visit *, struct request_id, struct request_id *out);

#endif
