/* Help and manual page, made of the rows of commands, options and settings. */
#include <stdio.h>

#include "base/check.h"
#include "daemon/cli.h"
#include "daemon/commands.h"
#include "daemon/version.h"

enum { NAME_WIDTH = 20, SPELLED_BYTES = 64 };

static const char *const exits[] = {
#define EXIT(name, words) words,
#include "daemon/exits.def"
#undef EXIT
};

static const struct setting_words {
	const char *name, *fallback, *words;
} setting_words[] = {
#define SETTING(name, kind, fallback, words) { #name, fallback, words },
#include "daemon/settings.def"
#undef SETTING
};

/* The name as a flag has it, "behind-tls", or as the environment has it, "BEHIND_TLS". Lives until the next one. */
static const char *
spelled(const char *name, bool is_flag)
{
	static char room[SPELLED_BYTES];
	size_t i;

	for (i = 0; name[i] != '\0' && i + 1 < sizeof(room); i++) {
		room[i] = is_flag && name[i] == '_' ? '-' : name[i];
		if (!is_flag && name[i] >= 'a' && name[i] <= 'z')
			room[i] = (char)(name[i] - 'a' + 'A');
	}
	room[i] = '\0';
	return room;
}

const char *
cli_setting_flag(size_t place)
{
	check(place < SETTING_COUNT);
	return spelled(setting_words[place].name, true);
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
	for (size_t i = 0; i < ARRAY_LENGTH(exits); i++)
		fprintf(out, "  %zu  %s\n", i, exits[i]);
}

/* --- the manual page, in mdoc --- */

static void
man_flags(struct str rest, bool has_value)
{
	struct str name;

	while (str_next(&rest, ' ', &name)) {
		if (str_is_empty(name))
			continue;
		printf(".It Fl -%.*s", STR_FORMAT(name));
		if (has_value)
			printf(" Ar %.*s", STR_FORMAT(option_named(name)->value));
		printf("\n%.*s.\n", STR_FORMAT(option_named(name)->words));
	}
}

static void
man_command(const struct command *command)
{
	printf(".It Cm %.*s", STR_FORMAT(command->name));
	if (!str_is_empty(command->arguments))
		printf(" Ar %.*s", STR_FORMAT(command->arguments));
	printf("\n%.*s\n", STR_FORMAT(command->words));
	if (!str_is_empty(command->options) || !str_is_empty(command->ticks)) {
		puts(".Bl -tag -width Ds");
		man_flags(command->options, true);
		man_flags(command->ticks, false);
		puts(".El");
	}
}

int
run_man(struct call *call)
{
	(void)call;
	puts(".\\\" Made by `mentord man` from the tables of src/daemon: change those.\n.Dd November 23, 2026\n.Dt MENTORD 1\n.Os\n.Sh NAME\n.Nm mentord\n"
	    ".Nd mentorship programmes, hosted by your community\n.Sh SYNOPSIS\n.Nm\n.Ar command\n.Op Fl -flag Ar value ...\n.Sh DESCRIPTION\n.Nm\n"
	    "serves the web pages of mentorship programmes, and an API for programs.\n"
	    "Its data is one folder with an SQLite database, or a PostgreSQL database.\n.Pp\nThe commands are:\n.Bl -tag -width Ds");
	for (size_t i = 0; i < command_count; i++)
		man_command(&commands[i]);
	puts(".El\n.Pp\nEvery command takes:\n.Bl -tag -width Ds");
	man_flags(S(COMMON_TICKS), false);
	puts(".El\n.Sh SETTINGS\nA flag goes before the environment, the environment before the file, the file before the default.\n.Bl -tag -width Ds");
	for (size_t i = 0; i < SETTING_COUNT; i++) {
		printf(".It Fl -%s , ", cli_setting_flag(i));
		printf("Ev MENTORD_%s\n%s%s%s.\n", spelled(setting_words[i].name, false), setting_words[i].words,
		    setting_words[i].fallback[0] == '\0' ? "" : "; by default ", setting_words[i].fallback);
	}
	puts(".El\n.Sh ENVIRONMENT\n.Bl -tag -width Ds\n.It Ev MENTORD_TOKEN\nThe token of a program, for the commands that take\n.Fl -server .\n"
	    ".It Ev NO_COLOR\nIf set to anything, nothing is coloured. Colours are for terminals alone.\n.El");
	puts(".Sh EXIT STATUS\n.Bl -tag -width Ds");
	for (size_t i = 0; i < ARRAY_LENGTH(exits); i++)
		printf(".It %zu\n%s.\n", i, exits[i]);
	puts(".El\n.Sh EXAMPLES");
	for (size_t i = 0; i < command_count; i++)
		printf(".Dl %.*s\n", STR_FORMAT(commands[i].example));
	return EXIT_DONE;
}
