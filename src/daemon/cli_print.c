/* Help, made of the rows of commands, options and settings. The manual pages: cli_man.c. */
#include <stdio.h>

#include "base/check.h"
#include "daemon/cli.h"
#include "daemon/commands.h"
#include "daemon/version.h"

enum { NAME_WIDTH = 20, SPELLED_BYTES = 64 };

const char *const exit_words[] = {
#define EXIT(name, words) words,
#include "daemon/exits.def"
#undef EXIT
};
const size_t exit_count = ARRAY_LENGTH(exit_words);

static const struct setting_words {
	const char *name, *fallback, *words;
} setting_words[] = {
#define SETTING(name, kind, fallback, words) { #name, fallback, words },
#include "daemon/settings.def"
#undef SETTING
};

/* Lives until the next one. */
static const char *
spelled(const char *name)
{
	static char room[SPELLED_BYTES];
	size_t i;

	for (i = 0; name[i] != '\0' && i + 1 < sizeof(room); i++)
		room[i] = name[i] == '_' ? '-' : name[i];
	room[i] = '\0';
	return room;
}

const char *
cli_setting_flag(size_t place)
{
	check(place < SETTING_COUNT);
	return spelled(setting_words[place].name);
}

struct str
command_noun(const struct command *command)
{
	return str_head(command->name, str_find(command->name, ' '));
}

/* How it is called: "token create [--as EMAIL] …". */
static void
print_usage(FILE *out, const struct command *command)
{
	struct str rest = command->options, name;

	fprintf(out, "usage: mentord %.*s", STR_FORMAT(command->name));
	if (!str_is_empty(command->arguments))
		fprintf(out, " %.*s", STR_FORMAT(command->arguments));
	while (str_next(&rest, ' ', &name))
		if (!str_is_empty(name))
			fprintf(out, " [--%.*s %.*s]", STR_FORMAT(name), STR_FORMAT(option_named(name)->value));
	rest = command->ticks;
	while (str_next(&rest, ' ', &name))
		if (!str_is_empty(name))
			fprintf(out, " [--%.*s]", STR_FORMAT(name));
	fputs(" [--setting value …]\n", out);
}

static void
print_options(FILE *out, struct str rest)
{
	struct str name;

	while (str_next(&rest, ' ', &name)) {
		const struct option *option = option_named(name);

		if (option != NULL)
			fprintf(out, "  --%-*.*s %.*s\n", NAME_WIDTH, STR_FORMAT(name), STR_FORMAT(option->words));
	}
}

void
cli_help_of(FILE *out, const struct command *command)
{
	fprintf(out, "Example: %.*s\n\n%.*s\n\n", STR_FORMAT(command->example), STR_FORMAT(command->words));
	print_usage(out, command);
	print_options(out, command->options);
	print_options(out, command->ticks);
	print_options(out, S(COMMON_TICKS));
	fputs("\nEvery setting may be said too, and the exit codes are everywhere the same: mentord --help\n", out);
}

bool
cli_help_of_noun(FILE *out, struct str noun)
{
	bool is_one = false;

	for (size_t i = 0; i < command_count; i++)
		is_one = is_one || (str_equal(command_noun(&commands[i]), noun) && commands[i].name.length > noun.length);
	if (!is_one)
		return false;
	fputs("Examples:\n", out);
	for (size_t i = 0; i < command_count; i++)
		if (str_equal(command_noun(&commands[i]), noun))
			fprintf(out, "  %.*s\n", STR_FORMAT(commands[i].example));
	fputc('\n', out);
	for (size_t i = 0; i < command_count; i++)
		if (str_equal(command_noun(&commands[i]), noun))
			fprintf(out, "  %-*.*s %.*s\n", NAME_WIDTH, STR_FORMAT(commands[i].name), STR_FORMAT(commands[i].words));
	return true;
}

/* What everybody needs first. */
static const char *const first_examples[] = { "serve", "demo", "login-link", "token create", "fsck", "backup create" };

void
cli_help(FILE *out)
{
	fputs("mentord: mentorship programmes, hosted by your community\n\nExamples:\n", out);
	for (size_t i = 0; i < ARRAY_LENGTH(first_examples); i++)
		for (size_t k = 0; k < command_count; k++)
			if (str_equal(commands[k].name, str_from(first_examples[i])))
				fprintf(out, "  %.*s\n", STR_FORMAT(commands[k].example));
	fputs("\nCommands (mentord COMMAND --help says more):\n", out);
	for (size_t i = 0; i < command_count; i++)
		fprintf(out, "  %-*.*s %.*s\n", NAME_WIDTH, STR_FORMAT(commands[i].name),
		    STR_FORMAT(str_head(commands[i].words, str_find(commands[i].words, '.') + 1)));
	fputs("\nSettings (flag, MENTORD_… in the environment, or a line of the file given by --config):\n", out);
	for (size_t i = 0; i < SETTING_COUNT; i++)
		fprintf(out, "  --%-*s %s%s%s\n", NAME_WIDTH, cli_setting_flag(i), setting_words[i].words,
		    setting_words[i].fallback[0] == '\0' ? "" : "; default ", setting_words[i].fallback);
	fputs("\nEvery command takes:\n", out);
	print_options(out, S(COMMON_TICKS));
	fputs("\nExit codes:\n", out);
	for (size_t i = 0; i < exit_count; i++)
		fprintf(out, "  %zu  %s\n", i, exit_words[i]);
}
