/* What the commands run: a function each. */
#ifndef DAEMON_COMMANDS_H
#define DAEMON_COMMANDS_H

struct call;

#define COMMAND(name, run, options, ticks, arguments, words, example) int run(struct call *);
#include "daemon/commands.def"
#undef COMMAND

#endif
