/* The end of an account that nobody uses, by the path of every erasure. Private to this room. */
#ifndef PRIVACY_ERASE_H
#define PRIVACY_ERASE_H

#include "access/visit.h"

/* ERASE_LAST_COORDINATOR, ERASE_LAST_ADMIN: somebody must take over first. */
enum outcome erase_may_go(struct visit *, struct person_id);
/* Nobody asked: signing in takes it back. */
enum outcome erase_idle(struct visit *, struct person_id);

#endif
