/* What :id in a path means: the room that finds it and works out who the visitor is towards it. */
#ifndef DAEMON_THINGS_H
#define DAEMON_THINGS_H

#include "daemon/route.h"

/* Loads the thing into v->thing and sets WHO_SEES, WHO_OWNER, WHO_CLAIMER, WHO_NAMED. NOT_FOUND if there is none in v->programme
 * or the visitor may not know of it. */
enum outcome thing_find(struct visit *, enum route_thing, struct str shown_id);

#endif
