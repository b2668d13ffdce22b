/* Informal help: what other rooms may ask. */
#ifndef HELP_HELP_H
#define HELP_HELP_H

#include "access/visit.h"

/* Choices "where?": the programme's places; values are ids as in addresses. */
enum outcome help_place_choices(struct visit *, struct choices *);

/* Minutes that mentors of a programme logged since then, apart from sessions; 0 if none. */
enum outcome help_minutes(struct visit *, struct programme_id, struct moment since, int64_t *out);

#endif
