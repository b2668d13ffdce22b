/* The processes of one server: its keeper and the keeper's children, as /proc shows them. */
#ifndef FAMILY_H
#define FAMILY_H

#include <sys/types.h>

enum { FAMILY_MAX = 64, ROLE_TEXT = 32 };

struct member {
	pid_t pid;
	char role[ROLE_TEXT];         /* "keeper", or the first word of a child's command line without its dashes */
};

/* The keeper first; returns how many there are. */
unsigned family_find(pid_t keeper, struct member members[FAMILY_MAX]);
/* Kilobytes of all of them together: a line of /proc/PID/status ("VmRSS:") or of /proc/PID/smaps_rollup ("Pss:"). */
long family_kb(pid_t keeper, const char *file, const char *line);
/* Open files and sockets of all of them together. */
unsigned family_descriptors(pid_t keeper);

#endif
