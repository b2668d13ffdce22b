/* Completions for shells, made of the rows of commands, options and settings. */
#include <stdio.h>

#include "daemon/cli.h"
#include "daemon/commands.h"

/* All that the command takes: " --as --json … --dir …". */
static void
print_flags(const struct command *command, const char *before)
{
	const struct str lists[] = { command->options, command->ticks, S(COMMON_TICKS " help") };

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		struct str list = lists[i], name;

		while (str_next(&list, ' ', &name))
			if (!str_is_empty(name))
				printf("%s--%.*s", before, STR_FORMAT(name));
	}
	for (size_t i = 0; i < SETTING_COUNT; i++)
		printf("%s--%s", before, cli_setting_flag(i));
}

/* Words with "|" between, as a shell's list. */
static void
print_choices(struct str choices)
{
	struct str one;

	while (str_next(&choices, '|', &one))
		printf("%.*s ", STR_FORMAT(one));
}

static bool
has_choices(struct str value)
{
	return str_find(value, '|') < value.length;
}

/* What may stand behind an option: its words, else a file. */
static void
bash_values(void)
{
	puts("\tcase \"${COMP_WORDS[COMP_CWORD-1]}\" in");
	for (size_t i = 0; i < option_count; i++) {
		if (!has_choices(options[i].value))
			continue;
		printf("\t--%.*s) mapfile -t COMPREPLY < <(compgen -W \"", STR_FORMAT(options[i].name));
		print_choices(options[i].value);
		puts("\" -- \"$word\"); return ;;");
	}
	puts("\tesac");
}

static void
complete_bash(void)
{
	puts("# bash completion of mentord\n_mentord() {\n\tlocal line=\"${COMP_WORDS[*]:1:COMP_CWORD-1} \" word=\"${COMP_WORDS[COMP_CWORD]}\" list=");
	bash_values();
	puts("\tcase \"$line\" in");
	for (size_t i = 0; i < command_count; i++) {
		printf("\t\"%.*s \"*) list=\"", STR_FORMAT(commands[i].name));
		if (has_choices(commands[i].arguments))
			print_choices(commands[i].arguments);
		print_flags(&commands[i], " ");
		puts("\" ;;");
	}
	for (size_t i = 0; i < command_count; i++) {
		struct str noun = command_noun(&commands[i]);

		if (noun.length == commands[i].name.length || (i > 0 && str_equal(noun, command_noun(&commands[i - 1]))))
			continue;
		printf("\t\"%.*s \"*) list=\"", STR_FORMAT(noun));
		for (size_t k = 0; k < command_count; k++)
			if (str_equal(noun, command_noun(&commands[k])))
				printf("%.*s ", STR_FORMAT(str_skip(commands[k].name, noun.length + 1)));
		puts("\" ;;");
	}
	fputs("\t*) list=\"", stdout);
	for (size_t i = 0; i < command_count; i++)
		if (i == 0 || !str_equal(command_noun(&commands[i]), command_noun(&commands[i - 1])))
			printf("%.*s ", STR_FORMAT(command_noun(&commands[i])));
	puts("\" ;;\n\tesac\n\tmapfile -t COMPREPLY < <(compgen -W \"$list\" -- \"$word\")\n}\ncomplete -o default -F _mentord mentord");
}

static void
complete_zsh(void)
{
	puts("#compdef mentord\n_mentord() {\n\tlocal -a list\n\tcase \"${words[CURRENT-1]}\" in");
	for (size_t i = 0; i < option_count; i++) {
		if (!has_choices(options[i].value))
			continue;
		printf("\t--%.*s) compadd ", STR_FORMAT(options[i].name));
		print_choices(options[i].value);
		puts("; return ;;");
	}
	puts("\tesac\n\tcase \"${words[2]} ${words[3]}\" in");
	for (size_t i = 0; i < command_count; i++) {
		bool has_verb = commands[i].name.length > command_noun(&commands[i]).length;

		printf("\t\"%.*s%s\"*) list=(", STR_FORMAT(commands[i].name), has_verb ? "" : " ");
		if (has_choices(commands[i].arguments))
			print_choices(commands[i].arguments);
		print_flags(&commands[i], " ");
		puts(") ;;");
	}
	fputs("\t*) list=(", stdout);
	for (size_t i = 0; i < command_count; i++)
		printf("%.*s ", STR_FORMAT(commands[i].name));
	puts(") ;;\n\tesac\n\tcompadd -- $list\n\t_files\n}\n_mentord \"$@\"");
}

/* Between single quotes, a fish string escapes \ and '. */
static void
fish_text(struct str text)
{
	putchar('\'');
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '\'' || text.at[i] == '\\')
			putchar('\\');
		putchar(text.at[i]);
	}
	putchar('\'');
}

static void
fish_flag(const struct command *command, struct str name)
{
	const struct option *option = option_named(name);
	struct str noun = command_noun(command);

	printf("complete -c mentord -n '__fish_seen_subcommand_from %.*s", STR_FORMAT(noun));
	if (command->name.length > noun.length)
		printf("; and __fish_seen_subcommand_from %.*s", STR_FORMAT(str_skip(command->name, noun.length + 1)));
	printf("' -l %.*s", STR_FORMAT(name));
	if (option != NULL && has_choices(option->value)) {
		fputs(" -x -a '", stdout);
		print_choices(option->value);
		putchar('\'');
	} else if (option != NULL && option->value.length > 0) {
		fputs(" -r", stdout);
	}
	if (option != NULL) {
		fputs(" -d ", stdout);
		fish_text(option->words);
	}
	putchar('\n');
}

static void
complete_fish(void)
{
	for (size_t i = 0; i < command_count; i++) {
		const struct str lists[] = { commands[i].options, commands[i].ticks, S(COMMON_TICKS " help") };
		struct str noun = command_noun(&commands[i]);
		bool has_verb = commands[i].name.length > noun.length;

		printf("complete -c mentord -f -n __fish_use_subcommand -a %.*s", STR_FORMAT(noun));
		if (has_verb)
			printf("\ncomplete -c mentord -f -n '__fish_seen_subcommand_from %.*s' -a %.*s", STR_FORMAT(noun),
			    STR_FORMAT(str_skip(commands[i].name, noun.length + 1)));
		fputs(" -d ", stdout);
		fish_text(str_head(commands[i].words, str_find(commands[i].words, '.')));
		putchar('\n');
		for (size_t k = 0; k < sizeof(lists) / sizeof(lists[0]); k++) {
			struct str list = lists[k], name;

			while (str_next(&list, ' ', &name))
				if (!str_is_empty(name))
					fish_flag(&commands[i], name);
		}
	}
	for (size_t i = 0; i < SETTING_COUNT; i++)
		printf("complete -c mentord -n 'not __fish_use_subcommand' -l %s -r\n", cli_setting_flag(i));
}

int
run_completion(struct call *call)
{
	struct str shell = call->words[0], near;

	if (str_equal(shell, S("bash"))) {
		complete_bash();
	} else if (str_equal(shell, S("zsh"))) {
		complete_zsh();
	} else if (str_equal(shell, S("fish"))) {
		complete_fish();
	} else {
		near = nearest_word(S("bash|zsh|fish"), '|', shell);
		fprintf(stderr, "mentord: a completion is for bash, zsh or fish, not for \"%.*s\"%s%.*s\n", STR_FORMAT(shell),
		    near.length > 0 ? "; did you mean " : "", STR_FORMAT(near));
		return EXIT_USAGE;
	}
	return EXIT_DONE;
}
