/* Each command that calls the API fits its route. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "daemon/cli.h"
#include "daemon/commands.h"
#include "daemon/verbs.h"

static const struct command *
command_of(const struct verb_row *verb)
{
	for (size_t i = 0; i < command_count; i++)
		if (str_equal(commands[i].name, verb->command))
			return &commands[i];
	return NULL;
}

static bool
has_parameter(const struct route *route, struct str name)
{
	struct str rest = route->path, step;

	while (str_next(&rest, '/', &step))
		if (str_equal(step, name))
			return true;
	return false;
}

static bool
names_a_thing(const struct route *route)
{
	return has_parameter(route, S(":id")) || has_parameter(route, S(":slug")) || has_parameter(route, S(":intake")) || has_parameter(route, S(":application")) ||
	    has_parameter(route, S(":survey")) || has_parameter(route, S(":opening")) || has_parameter(route, S(":round"));
}

static void
a_verb_has_a_command_and_a_route(void **state)
{
	(void)state;
	for (size_t i = 0; i < verb_row_count; i++) {
		const struct command *command = command_of(&verb_rows[i]);
		const struct route *route = verb_route(&verb_rows[i]);

		if (command == NULL || route == NULL)
			fail_msg("%.*s", STR_FORMAT(verb_rows[i].command));
		assert_true(command->run == run_api || command->run == run_programme_list);    /* without a name it is the operator's */
		assert_int_equal(has_parameter(route, S(":p")), word_is_listed(command->options, S("programme")));
		assert_int_equal(names_a_thing(route), command->arguments.length > 0);
		assert_true(!has_parameter(route, S(":side")) || word_is_listed(command->options, S("side")));
	}
}

static void
a_command_that_calls_the_api_has_a_verb(void **state)
{
	(void)state;
	for (size_t i = 0; i < command_count; i++)
		if (commands[i].run == run_api && verb_of(commands[i].name) == NULL)
			fail_msg("%.*s", STR_FORMAT(commands[i].name));
}

/* Where and who: no field of a form. */
static bool
is_about_the_call(struct str option)
{
	return word_is_listed(S("as server token-file programme side answers json"), option);
}

static void
check_options(const struct verb_row *verb, struct str list)
{
	struct str option;

	while (str_next(&list, ' ', &option))
		if (option.length > 0 && !is_about_the_call(option) && verb_field(verb, option) == NULL)
			fail_msg("%.*s --%.*s", STR_FORMAT(verb->command), STR_FORMAT(option));
}

static void
each_option_is_a_field(void **state)
{
	(void)state;
	for (size_t i = 0; i < verb_row_count; i++) {
		check_options(&verb_rows[i], command_of(&verb_rows[i])->options);
		check_options(&verb_rows[i], command_of(&verb_rows[i])->ticks);
	}
}

/* What the form needs can be said. */
static void
each_required_field_is_an_option(void **state)
{
	(void)state;
	for (size_t i = 0; i < verb_row_count; i++) {
		const struct form *form = verb_route(&verb_rows[i])->form;

		for (size_t k = 0; form != NULL && k < form->count; k++) {
			struct str list = command_of(&verb_rows[i])->options, option;
			bool is_said = !form->fields[k].is_required;

			while (!is_said && str_next(&list, ' ', &option))
				is_said = verb_field(&verb_rows[i], option) == &form->fields[k];
			list = command_of(&verb_rows[i])->ticks;
			while (!is_said && str_next(&list, ' ', &option))
				is_said = verb_field(&verb_rows[i], option) == &form->fields[k];
			if (!is_said)
				fail_msg("%.*s: %.*s", STR_FORMAT(verb_rows[i].command), STR_FORMAT(form->fields[k].name));
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_verb_has_a_command_and_a_route),
		cmocka_unit_test(a_command_that_calls_the_api_has_a_verb),
		cmocka_unit_test(each_option_is_a_field),
		cmocka_unit_test(each_required_field_is_an_option),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
