/* Acts that several pages share: on the request of the visit, by the same rules wherever they are asked for. */
#ifndef REQUESTS_ACT_H
#define REQUESTS_ACT_H

#include "access/visit.h"

/* The visitor takes it; request_may_claim() decides. */
enum outcome desk_claim(struct visit *);

/* It is given to that mentor; request_may_assign() decides. No effect if the mentor has it already. */
enum outcome desk_assign(struct visit *, struct person_id, bool has_agreed, struct str reason);

/* Back on the board; request_may_release() decides. */
enum outcome desk_release(struct visit *, struct str reason);

/* Held on that day ("YYYY-MM-DD"); request_may_fulfil() decides. */
enum outcome desk_fulfil(struct visit *, struct str day, struct str next_steps);

#endif
