/* The check of a whole database: the engine's own, the rules of the rooms, the chain of the record. */
#ifndef DAEMON_FSCK_H
#define DAEMON_FSCK_H

#include "access/record.h"

/* In a read turn, on a schema that is current. OK also with findings. */
enum outcome fsck_all(struct visit *, struct findings *);

#endif
