/* The master key of a server: read or made once at its start; what the processes get is derived from it. */
#ifndef DAEMON_KEYS_H
#define DAEMON_KEYS_H

#include "daemon/cli.h"
#include "daemon/process.h"

/* Fills orders->ring and the process's own from the settings' file, which is made if this database was never sealed with one. Exit code;
 * says on stderr what is wrong. */
int keys_open(struct call *, struct process *, struct orders *);

#endif
