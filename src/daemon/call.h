/* What commands share: the database of the settings, a visit of the operator, exit codes from outcomes. */
#ifndef DAEMON_CALL_H
#define DAEMON_CALL_H

#include "daemon/cli.h"
#include "daemon/process.h"

/* "mentord: WHAT: why" on stderr, and the exit code of UX.md 15 for it. */
int call_fail(const char *what, enum outcome why);
/* The exit code for an HTTP status from 400 on. */
int exit_of_status(int status);

/* Where the database is, by the settings, and which clock runs there; the data folder is made if it is not there. */
int call_place(struct call *, struct orders *);
/* Opens the database for writing and brings its schema up. Closed by process_close(). */
int call_open(struct call *, struct orders *, struct process *);
/* The same, once call_place() was called. */
int call_open_placed(const struct orders *, struct process *);

/* The clock that the data folder keeps, else the machine's, into the orders. */
int call_clock(struct call *, struct orders *);

/* A visit of nobody, for acts of the operator. */
struct visit *call_visit(struct call *, struct process *);

/* The address that browsers use: what the operator set, else where we listen. */
void call_set_base_url(struct call *, struct process *, uint16_t port);
uint16_t call_port(const struct call *);
/* Who serves a folder leaves that address in it, in a file "address"; whoever was told neither --base-url nor --listen finds it there. */
void call_keep_address(struct call *, struct process *);
void call_find_address(struct call *);

/* A way in for the person with that address, or, with an empty one, for the set-up; in a turn of its own. */
enum outcome call_link(struct call *, struct process *, struct str email, struct str *url);

/* "nobody has the address …": what a person who is not found means on the command line. */
int call_knows_nobody(struct str email);

/* One turn for an act of the operator: begins, acts, commits or takes back. */
enum outcome call_turn(struct call *, struct process *, enum outcome (*act)(struct visit *, void *), void *self);
/* Opens, does that in one turn, closes. The exit code says whether it could be opened; *said what came of it. */
int call_acts(struct call *, enum outcome (*act)(struct visit *, void *), void *self, enum outcome *said);

#endif
