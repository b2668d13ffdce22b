/* Taking a command line apart: settings, options, words; suggestions. Help: cli_print.c. */
#include "daemon/cli.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"

enum { CLI_ARENA = 64 << 20, NAMED_MAX = 100 };

/* "token create" by its two words, or a command of one word; *used says how many. NULL if there is none. */
static const struct command *
command_named(struct arena *arena, int count, char **words, int *used)
{
	struct str one = str_from(words[1]);
	struct str both = count < 3 ? one : str_join(arena, 3, (struct str[]){ one, S(" "), str_from(words[2]) });

	for (*used = 2; *used > 0; (*used)--)
		for (size_t i = 0; i < command_count; i++)
			if (str_equal(commands[i].name, *used == 2 ? both : one) && (*used == 1 || both.length > one.length))
				return &commands[i];
	return NULL;
}

const struct option *
option_named(struct str name)
{
	for (size_t i = 0; i < option_count; i++)
		if (str_equal(options[i].name, name))
			return &options[i];
	return NULL;
}

struct str
call_option(const struct call *call, struct str name)
{
	for (size_t i = 0; i < call->flag_count; i++)
		if (str_equal(call->flags[i].name, name))
			return call->flags[i].value;
	return S("");
}

bool
call_ticks(const struct call *call, struct str name)
{
	return call_option(call, name).length > 0;
}

static int
usage(struct str what, struct str about, struct str hint)
{
	fprintf(stderr, "mentord: %.*s \"%.*s\"%s%.*s; see mentord --help\n", STR_FORMAT(what), STR_FORMAT(about),
	    hint.length > 0 ? "; did you mean " : "", STR_FORMAT(hint));
	return EXIT_USAGE;
}

static bool
word_is_one_of(struct str choices, struct str word)
{
	struct str one;

	while (str_next(&choices, '|', &one))
		if (str_equal(one, word))
			return true;
	return false;
}

/* "read|act" are all that the option may say. */
static int
check_choice(const struct flag *flag)
{
	const struct option *option = option_named(flag->name);
	struct str near;

	if (option == NULL || str_find(option->value, '|') == option->value.length || word_is_one_of(option->value, flag->value))
		return EXIT_DONE;
	near = nearest_word(option->value, '|', flag->value);
	fprintf(stderr, "mentord: --%.*s cannot be \"%.*s\"%s%.*s; it is one of %.*s\n", STR_FORMAT(flag->name), STR_FORMAT(flag->value),
	    near.length > 0 ? "; did you mean " : "", STR_FORMAT(near), STR_FORMAT(option->value));
	return EXIT_BAD_INPUT;
}

static int
unknown_option(struct call *call, struct str word, struct str near)
{
	return usage(S("unknown option"), word, near.length == 0 ? near : str_join(call->arena, 2, (struct str[]){ S("--"), near }));
}

/* One "--name value" or "--name=value"; moves *at past it. */
static int
take_flag(struct call *call, const struct command *command, char **words, int count, int *at)
{
	struct str whole = str_skip(str_from(words[*at]), 2), name = str_head(whole, str_find(whole, '='));
	bool is_tick = word_is_listed(command->ticks, name) || word_is_listed(S(COMMON_TICKS), name);

	if (!is_tick && !word_is_listed(command->options, name) && !settings_knows(name))
		return unknown_option(call, str_from(words[*at]), nearest_option(command, name));
	if (call->flag_count == FLAGS_MAX)
		return usage(S("too many options at"), name, S(""));
	if (is_tick || name.length < whole.length) {
		call->flags[call->flag_count++] = (struct flag){ name, is_tick ? S("yes") : str_skip(whole, name.length + 1) };
		*at += 1;
		return is_tick ? EXIT_DONE : check_choice(&call->flags[call->flag_count - 1]);
	}
	if (*at + 1 >= count)
		return usage(S("a value is missing after"), str_from(words[*at]), S(""));
	call->flags[call->flag_count++] = (struct flag){ name, str_from(words[*at + 1]) };
	*at += 2;
	return check_choice(&call->flags[call->flag_count - 1]);
}

static int
read_settings(struct call *call)
{
	struct flag settings[FLAGS_MAX];
	struct str complaint;
	enum outcome said;
	size_t count = 0;

	for (size_t i = 0; i < call->flag_count; i++)
		if (settings_knows(call->flags[i].name))
			settings[count++] = call->flags[i];
	said = settings_read(call->arena, settings, count, &call->settings, &complaint);
	if (said == OK)
		return EXIT_DONE;
	fprintf(stderr, "mentord: %.*s\n", STR_FORMAT(complaint));
	return said == BAD_INPUT ? EXIT_BAD_INPUT : EXIT_CANNOT_REACH;
}

/* "FILE" must be there, "[FILE]" may, and of "[FILE...]" any number. */
static bool
fits(struct str arguments, size_t words)
{
	if (str_is_empty(arguments))
		return words == 0;
	if (str_ends(arguments, S("...]")))
		return true;
	return words == 1 || (words == 0 && str_starts(arguments, S("[")));
}

static int
take_all(struct call *call, const struct command *command, char **words, int count, int at)
{
	int said = EXIT_DONE;

	while (at < count && said == EXIT_DONE) {
		if (str_starts(str_from(words[at]), S("--"))) {
			said = take_flag(call, command, words, count, &at);
		} else if (call->word_count == WORDS_MAX) {
			said = usage(S("too many words at"), str_from(words[at]), S(""));
		} else {
			call->words[call->word_count++] = str_from(words[at++]);
		}
	}
	if (said != EXIT_DONE)
		return said;
	if (!fits(command->arguments, call->word_count)) {
		cli_help_of(stderr, command);
		return EXIT_USAGE;
	}
	call->is_quiet = call_ticks(call, S("quiet"));
	call->takes_no_input = call_ticks(call, S("no-input"));
	return read_settings(call);
}

static bool
has_verbs(struct str noun)
{
	for (size_t i = 0; i < command_count; i++)
		if (str_equal(command_noun(&commands[i]), noun) && commands[i].name.length > noun.length)
			return true;
	return false;
}

static bool
is_help(const char *word)
{
	return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

/* A noun alone shows its verbs; a wrong verb, or a wrong noun, the one that was meant. */
static int
without_command(int count, char **words)
{
	struct str noun = str_from(words[1]), both = noun;
	bool wants_help = count == 3 && is_help(words[2]);
	char room[NAMED_MAX];

	if (count > 2 && !str_starts(str_from(words[2]), S("-"))) {
		snprintf(room, sizeof(room), "%s %s", words[1], words[2]);
		both = str_from(room);
	} else if (cli_help_of_noun(wants_help ? stdout : stderr, noun)) {
		return wants_help ? EXIT_DONE : EXIT_USAGE;
	}
	return usage(S("unknown command"), has_verbs(noun) ? both : noun, nearest_command(has_verbs(noun) ? both : noun));
}

static int
run(struct call *call, int count, char **words)
{
	int used;
	const struct command *command = command_named(call->arena, count, words, &used);
	int said;

	if (command == NULL)
		return without_command(count, words);
	for (int i = used + 1; i < count; i++)
		if (is_help(words[i])) {
			cli_help_of(stdout, command);
			return EXIT_DONE;
		}
	call->command = command;
	said = take_all(call, command, words, count, used + 1);
	return said == EXIT_DONE ? command->run(call) : said;
}

int
cli_main(int count, char **words)
{
	static char version[] = "version";
	struct call call = { 0 };
	int said;

	if (count < 2 || is_help(words[1]) || strcmp(words[1], "help") == 0) {
		cli_help(count < 2 ? stderr : stdout);
		return count < 2 ? EXIT_USAGE : EXIT_DONE;
	}
	if (strcmp(words[1], "--version") == 0)
		words[1] = version;
	arena_open(CLI_ARENA, &call.arena);
	said = run(&call, count, words);
	arena_close(&call.arena);
	return said;
}
