/* The manual pages, in mdoc, made of the rows of commands, options and settings. */
#include <stdio.h>

#include "base/check.h"
#include "daemon/cli.h"
#include "daemon/commands.h"

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

static void
print_upper(struct str name)
{
	for (size_t i = 0; i < name.length; i++)
		putchar(name.at[i] >= 'a' && name.at[i] <= 'z' ? name.at[i] - 'a' + 'A' : name.at[i]);
}

static void
man_meaning(const struct setting_shown *setting)
{
	printf("%.*s", STR_FORMAT(setting->words));
	if (!str_is_empty(setting->fallback))
		printf("; by default %.*s", STR_FORMAT(setting->fallback));
	puts(".");
}

static void
man_command_page(struct call *call)
{
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
		struct setting_shown setting = setting_shown(&call->settings, i);

		printf(".It Fl -%s , Ev MENTORD_", cli_setting_flag(i));
		print_upper(setting.name);
		putchar('\n');
		man_meaning(&setting);
	}
	puts(".El\n.Pp\nA setting of text may stand in a file of its own, as a secret does:\n.Fl -database-file Ar FILE\nor\n.Ev MENTORD_DATABASE_FILE .\n.Sh ENVIRONMENT\n.Bl -tag -width Ds\n.It Ev MENTORD_TOKEN\nThe token of a program, for the commands that take\n.Fl -server .\n"
	    ".It Ev NO_COLOR\nIf set to anything, nothing is coloured. Colours are for terminals alone.\n.El");
	puts(".Sh EXIT STATUS\n.Bl -tag -width Ds");
	for (size_t i = 0; i < exit_count; i++)
		printf(".It %zu\n%s.\n", i, exit_words[i]);
	puts(".El\n.Sh EXAMPLES");
	for (size_t i = 0; i < command_count; i++)
		printf(".Dl %.*s\n", STR_FORMAT(commands[i].example));
	puts(".Sh SEE ALSO\n.Xr mentord.conf 5");
}

static void
man_settings_page(struct call *call)
{
	puts(".\\\" Made by `mentord man mentord.conf` from src/daemon/settings.def: change that.\n.Dd November 23, 2026\n.Dt MENTORD.CONF 5\n.Os\n.Sh NAME\n"
	    ".Nm mentord.conf\n.Nd settings of a mentord server\n.Sh DESCRIPTION\nThe file that\n.Fl -config\nor\n.Ev MENTORD_CONFIG\nnames, often\n"
	    ".Pa /etc/mentord/mentord.conf :\none\n.Ar name No = Ar value\na line, each name once, without sections.\nA line that begins with # or ; is a note, "
	    "and so is what follows a ; behind a blank.\nIn a name, dashes and underscores are the same.\n.Pp\nWhat is not known or has a wrong value is refused "
	    "with exit code 3, as\n.Ar file : Ns Ar line : Ns Ar column : Ar what ,\nand a file that cannot be read with exit code 7;\n"
	    ".Nm mentord Cm config check\ntries it.\nA flag of the same name goes before the environment, and that before the file;\n"
	    ".Nm mentord Cm config show\nsays which value came from where.\n.Pp\nA setting of text may stand in a file of its own, as a secret does:\n"
	    ".Ar name Ns _file No = Ar FILE .\n.Pp\nThe settings are:\n.Bl -tag -width Ds");
	for (size_t i = 0; i < SETTING_COUNT; i++) {
		struct setting_shown setting = setting_shown(&call->settings, i);

		if (i == SETTING_config)
			continue;    /* stands in no file */
		printf(".It Ic %.*s\n", STR_FORMAT(setting.name));
		man_meaning(&setting);
	}
	puts(".El\n.Sh EXAMPLES\n.Bd -literal\ndir = /var/lib/mentord\nlisten = 127.0.0.1:8080\nbase_url = https://mentors.example.org\n"
	    "database_file = /run/secrets/mentord-database\n.Ed\n.Sh SEE ALSO\n.Xr mentord 1");
}

int
run_man(struct call *call)
{
	bool is_settings = call->word_count > 0 && str_equal(call->words[0], S("mentord.conf"));

	if (call->word_count > 0 && !is_settings && !str_equal(call->words[0], S("mentord"))) {
		fputs("mentord: there is a page for mentord, and one for mentord.conf\n", stderr);
		return EXIT_NOT_FOUND;
	}
	if (is_settings)
		man_settings_page(call);
	else
		man_command_page(call);
	return EXIT_DONE;
}
