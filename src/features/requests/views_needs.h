/* What needs a coordinator beside requests, mentors and letters: looked for in the rooms that know. */
#ifndef REQUESTS_VIEWS_NEEDS_H
#define REQUESTS_VIEWS_NEEDS_H

#include "access/visit.h"
#include "applications/store_shared.h"
#include "openings/openings.h"
#include "programmes/programmes.h"
#include "programmes/resources.h"

struct needs_besides {
	int64_t questions;                   /* to coordinators, open */
	struct moment asked_at;              /* the oldest of them */
	struct resources_dead_rows links;    /* that lead nowhere any more */
	struct openings_in_need_rows openings;
	struct applications_waiting_in_row applications;
};
enum outcome needs_besides_find(struct visit *, const struct programme *, int64_t most, struct needs_besides *out);
bool needs_besides_are_any(const struct needs_besides *);

#endif
