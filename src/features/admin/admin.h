/* Running the server: what the command line asks of this room. */
#ifndef ADMIN_ADMIN_H
#define ADMIN_ADMIN_H

#include "access/visit.h"

/* True while nobody has been set up: the first start prints a set-up link then. */
bool server_is_fresh(struct visit *);

#endif
