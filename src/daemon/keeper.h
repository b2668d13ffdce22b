/* The keeper: opens what must outlive every other process, starts the roles and starts them again. It parses nothing. */
#ifndef DAEMON_KEEPER_H
#define DAEMON_KEEPER_H

#include "daemon/process.h"

struct keeper_plan {
	struct orders orders;         /* the same for all roles: database, address, clock, counts */
	char host[64];
	uint16_t port;                /* 0: any free one */
};

/* Opens the sockets; the port really used is in *port_out. FILE_FAILED if the address cannot be had. */
enum outcome keeper_open(const struct keeper_plan *, uint16_t *port_out);

/* How browsers reach the server; known once the port is. */
void keeper_sets_base_url(const char *base_url);

/* From now on whatever ends the server waits until keeper_run() hears it. Called before anybody is told that it serves. */
void keeper_hears_signals(void);

/* Starts all roles and keeps them running until SIGTERM or SIGINT; then drains. Returns the exit code. */
int keeper_run(void);

/* The role that this process was started for by a keeper, from its command line; never returns then. */
void keeper_takes_role(int count, char **words);

#endif
