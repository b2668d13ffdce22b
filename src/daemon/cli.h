/* The command line: rows of commands.c, one function each. */
#ifndef DAEMON_CLI_H
#define DAEMON_CLI_H

#include "daemon/settings.h"

/* UX.md 15 */
enum exit_code { EXIT_DONE, EXIT_FALSE, EXIT_USAGE, EXIT_BAD_INPUT, EXIT_NOT_FOUND, EXIT_CONFLICT, EXIT_NOT_PERMITTED, EXIT_CANNOT_REACH };

enum { FLAGS_MAX = 32, WORDS_MAX = 8 };

/* A call, taken apart. */
struct call {
	struct arena *arena;
	struct flag flags[FLAGS_MAX];     /* settings and the command's own options */
	size_t flag_count;
	struct str words[WORDS_MAX];      /* what is no flag, without the command's name */
	size_t word_count;
	struct operator_settings settings;
};

struct command {
	struct str name;
	int (*run)(struct call *);
	struct str options;               /* its own flags that take a value, blank between: "seed now" */
	struct str ticks;                 /* its own flags that take none: "frozen-clock" */
	struct str usage;
	struct str words;
	struct str example;
};

extern const struct command commands[];
extern const size_t command_count;

int cli_main(int count, char **words);

/* The value of one of the command's own options; empty if it was not given. */
struct str call_option(const struct call *, struct str name);

#endif
