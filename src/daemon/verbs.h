/* Commands that are calls of the API: which route, and which field an option is. */
#ifndef DAEMON_VERBS_H
#define DAEMON_VERBS_H

#include "daemon/route.h"

struct verb_row {
	struct str command;           /* "request claim" */
	struct str route;             /* "api_claim" */
	struct str renames;           /* "agreed=has_agreed" */
};

extern const struct verb_row verb_rows[];
extern const size_t verb_row_count;

/* NULL if there is none. */
const struct verb_row *verb_of(struct str command);
const struct route *verb_route(const struct verb_row *);
/* The field that the option of a command is; NULL for those that say where and who. */
const struct field *verb_field(const struct verb_row *, struct str option);

#endif
