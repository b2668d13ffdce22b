/* The command line: rows of commands.c, one function each. */
#ifndef DAEMON_CLI_H
#define DAEMON_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "daemon/settings.h"

enum exit_code {
#define EXIT(name, words) EXIT_##name,
#include "daemon/exits.def"
#undef EXIT
};

enum { FLAGS_MAX = 32, WORDS_MAX = 40 };

/* A call, taken apart. */
struct call {
	struct arena *arena;
	const struct command *command;
	struct flag flags[FLAGS_MAX];     /* settings and the command's own options */
	size_t flag_count;
	struct str words[WORDS_MAX];      /* what is no flag, without the command's name */
	size_t word_count;
	struct operator_settings settings;
	bool is_quiet;                    /* --quiet: data and errors, no notes */
	bool takes_no_input;              /* --no-input: never asks, not even on a terminal */
};

/* The ticks that every command takes, blank between. */
#define COMMON_TICKS "quiet no-input"

struct command {
	struct str name;                  /* "serve", or noun and verb: "token create" */
	int (*run)(struct call *);
	struct str options;               /* its own flags that take a value, blank between: "seed now" */
	struct str ticks;                 /* its own flags that take none: "frozen-clock" */
	struct str arguments;             /* the word that must follow: "EMAIL", or may: "[FILE]", "[FILE...]"; empty: none */
	struct str words;
	struct str example;
};

extern const struct command commands[];
extern const size_t command_count;

/* A flag of commands: its value's name (empty: a tick) and what it means. */
struct option {
	struct str name, value, words;
};

extern const struct option options[];
extern const size_t option_count;
const struct option *option_named(struct str name);

int cli_main(int count, char **words);

/* The value of one of the command's own options; empty if it was not given. */
struct str call_option(const struct call *, struct str name);
bool call_ticks(const struct call *, struct str name);

/* --- cli_say.c --- */
/* A note on stderr, "mentord: " not included; nothing with --quiet. */
void call_notes(const struct call *, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What was done, in words, on stdout; nothing with --quiet. With --json: an object instead, {"done":true,"words":…}. */
void call_did(struct call *, struct str words);
/* A secret or an address, alone on its line; with --json: {"name":"value"}. */
void call_prints(struct call *, const char *name, struct str value);
/* Asks on the terminal, "… [y/N]". False without a terminal, with --no-input, and for any answer but y or yes. */
bool call_confirms(const struct call *, const char *question);
/* Colours: only where somebody looks (a terminal), and not with NO_COLOR. */
enum colour { COLOUR_GOOD, COLOUR_WARNING, COLOUR_BAD };
void paint(FILE *, enum colour);
void paint_end(FILE *);

/* --- cli_near.c: what was meant --- */
bool word_is_listed(struct str list, struct str word);
/* "token create" for "token creat", "serve" for "serv"; empty if nothing is near. */
struct str nearest_command(struct str wrong);
/* Among what the command takes, and the settings. */
struct str nearest_option(const struct command *, struct str wrong);
/* Among words with that sign between. */
struct str nearest_word(struct str list, char between, struct str wrong);

/* --- cli_print.c --- */
/* What each exit code says, in order from 0. */
extern const char *const exit_words[];
extern const size_t exit_count;
struct str command_noun(const struct command *);
/* "behind-tls": lives until the next call. */
const char *cli_setting_flag(size_t place);
void cli_help(FILE *);
void cli_help_of(FILE *, const struct command *);
/* All verbs of a noun; false if there is none by that name. */
bool cli_help_of_noun(FILE *, struct str noun);

#endif
