/* Two people kept apart by one of them (F020): each is to the other as if they were not there, and nobody is told. */
#ifndef PEOPLE_BLOCK_H
#define PEOPLE_BLOCK_H

#include "access/visit.h"

/* Somebody has this address from now on: who blocked it before is kept apart from them. In a writer's visit. */
enum outcome block_settle(struct visit *, struct person_id, struct str email_folded);

#endif
