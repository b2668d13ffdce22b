/* Shared between the pages of this room: a mentor's own record. */
#ifndef PEOPLE_MENTOR_H
#define PEOPLE_MENTOR_H

#include "people/people.h"

/* Stores what the visitor, a mentor, offers now. */
enum outcome mentor_save(struct visit *, const struct mentor_wish *);

#endif
