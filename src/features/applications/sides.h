/* One side of a round as it was typed: shared by planning a round and changing it. */
#ifndef APPLICATIONS_SIDES_H
#define APPLICATIONS_SIDES_H

#include "applications/own.h"
#include "letters/letters.h"

struct side_wish {
	enum intake_side side;
	const char *opens_field, *closes_field, *places_field;
	struct moment opens_at, closes_at;    /* none: no day was given */
	bool is_wanted;
};
struct side_wish side_read(struct visit *, enum intake_side);
/* Complains in the form if not; a side without days is fine and not wanted. */
bool side_is_fine(struct visit *, struct side_wish *);
/* Its window is planned, if it is wanted. */
enum outcome side_add(struct visit *, struct cohort_id, const struct side_wish *);

/* Everybody who began or sent one: what they were told is different now. ended_at: its end before; whom it leaves where they were, since their opening has an
 * end of its own, is not told. None: all are. */
enum outcome intake_tell_applicants(struct visit *, const struct intake_of_row *, enum letter_kind, struct moment ended_at);

#endif
