/* The table of commands and of their options. What they do stands in commands_….c. */
#include "daemon/commands.h"

#include "base/check.h"
#include "daemon/cli.h"

const struct command commands[] = {
#define COMMAND(name_, run_, options_, ticks_, arguments_, words_, example_) \
	{ .name = S_STATIC(name_), .run = run_, .options = S_STATIC(options_), .ticks = S_STATIC(ticks_), .arguments = S_STATIC(arguments_), \
	  .words = S_STATIC(words_), .example = S_STATIC(example_) },
#include "daemon/commands.def"
#undef COMMAND
};
const size_t command_count = ARRAY_LENGTH(commands);

const struct option options[] = {
#define OPTION(name_, value_, words_) { .name = S_STATIC(name_), .value = S_STATIC(value_), .words = S_STATIC(words_) },
#include "daemon/options.def"
#undef OPTION
};
const size_t option_count = ARRAY_LENGTH(options);
