/* Taking a command line apart: settings, options, words; help; suggestions. */
#include "daemon/cli.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"

enum { CLI_ARENA = 64 << 20, NEAR = 3 };

static bool
is_listed(struct str list, struct str name)
{
	struct str part;

	while (str_next(&list, ' ', &part))
		if (part.length > 0 && str_equal(part, name))
			return true;
	return false;
}

static void
print_help(FILE *out)
{
	fputs("mentord: mentorship programmes, hosted by your community\n\nExamples:\n", out);
	for (size_t i = 0; i < command_count; i++)
		if (commands[i].example.length > 0)
			fprintf(out, "  %.*s\n", STR_FORMAT(commands[i].example));
	fputs("\nCommands:\n", out);
	for (size_t i = 0; i < command_count; i++)
		fprintf(out, "  %-44.*s %.*s\n", STR_FORMAT(commands[i].usage), STR_FORMAT(commands[i].words));
	fputs("\nSettings (flag, MENTORD_… in the environment, or a line of the file given by --config):\n", out);
#define SETTING(name, kind, fallback, words) fprintf(out, "  --%-20s %s%s%s\n", #name, words, fallback[0] == '\0' ? "" : "; default ", fallback);
#include "daemon/settings.def"
#undef SETTING
	fputs("\nExit codes: 0 done, 1 a check came out false, 2 usage, 3 bad input, 4 not found, 5 conflict, 6 not permitted, 7 cannot reach\n", out);
}

static const struct command *
command_named(struct str name)
{
	for (size_t i = 0; i < command_count; i++)
		if (str_equal(commands[i].name, name))
			return &commands[i];
	return NULL;
}

static struct str
nearest_command(struct str wrong)
{
	struct str nearest = S("");
	size_t best = NEAR + 1;

	for (size_t i = 0; i < command_count; i++)
		if (word_distance(wrong, commands[i].name) < best) {
			best = word_distance(wrong, commands[i].name);
			nearest = commands[i].name;
		}
	return nearest;
}

struct str
call_option(const struct call *call, struct str name)
{
	for (size_t i = 0; i < call->flag_count; i++)
		if (str_equal(call->flags[i].name, name))
			return call->flags[i].value;
	return S("");
}

static int
usage(struct str what, struct str about, struct str hint)
{
	fprintf(stderr, "mentord: %.*s \"%.*s\"%s%.*s; see mentord --help\n", STR_FORMAT(what), STR_FORMAT(about),
	    hint.length > 0 ? "; did you mean " : "", STR_FORMAT(hint));
	return EXIT_USAGE;
}

/* One "--name value" or "--name=value"; moves *at past it. */
static int
take_flag(struct call *call, const struct command *command, char **words, int count, int *at)
{
	struct str whole = str_skip(str_from(words[*at]), 2), name = str_head(whole, str_find(whole, '='));
	bool is_tick = is_listed(command->ticks, name);

	if (!is_tick && !is_listed(command->options, name) && !settings_knows(name))
		return usage(S("unknown option"), str_from(words[*at]), settings_nearest(name));
	if (call->flag_count == FLAGS_MAX)
		return usage(S("too many options at"), name, S(""));
	if (is_tick || name.length < whole.length) {
		call->flags[call->flag_count++] = (struct flag){ name, is_tick ? S("yes") : str_skip(whole, name.length + 1) };
		*at += 1;
		return EXIT_DONE;
	}
	if (*at + 1 >= count)
		return usage(S("a value is missing after"), str_from(words[*at]), S(""));
	call->flags[call->flag_count++] = (struct flag){ name, str_from(words[*at + 1]) };
	*at += 2;
	return EXIT_DONE;
}

static int
read_settings(struct call *call)
{
	struct flag settings[FLAGS_MAX];
	struct str complaint;
	size_t count = 0;

	for (size_t i = 0; i < call->flag_count; i++)
		if (settings_knows(call->flags[i].name))
			settings[count++] = call->flags[i];
	if (settings_read(call->arena, settings, count, &call->settings, &complaint) == OK)
		return EXIT_DONE;
	fprintf(stderr, "mentord: %.*s\n", STR_FORMAT(complaint));
	return EXIT_BAD_INPUT;
}

static int
take_all(struct call *call, const struct command *command, char **words, int count)
{
	int at = 2, said = EXIT_DONE;

	while (at < count && said == EXIT_DONE) {
		if (str_starts(str_from(words[at]), S("--"))) {
			said = take_flag(call, command, words, count, &at);
		} else if (call->word_count == WORDS_MAX) {
			said = usage(S("too many words at"), str_from(words[at]), S(""));
		} else {
			call->words[call->word_count++] = str_from(words[at++]);
		}
	}
	return said == EXIT_DONE ? read_settings(call) : said;
}

int
cli_main(int count, char **words)
{
	const struct command *command;
	struct call call = { 0 };
	int said;

	if (count < 2 || strcmp(words[1], "--help") == 0 || strcmp(words[1], "help") == 0) {
		print_help(count < 2 ? stderr : stdout);
		return count < 2 ? EXIT_USAGE : EXIT_DONE;
	}
	command = command_named(str_from(words[1]));
	if (command == NULL)
		return usage(S("unknown command"), str_from(words[1]), nearest_command(str_from(words[1])));
	for (int i = 2; i < count; i++)
		if (strcmp(words[i], "--help") == 0) {
			printf("%.*s\n\nExample: %.*s\n", STR_FORMAT(command->usage), STR_FORMAT(command->example));
			return EXIT_DONE;
		}
	arena_open(CLI_ARENA, &call.arena);
	said = take_all(&call, command, words, count);
	if (said == EXIT_DONE)
		said = command->run(&call);
	arena_close(&call.arena);
	return said;
}
