/* The table of commands that call the API. */
#include "daemon/verbs.h"

#include "base/check.h"

const struct verb_row verb_rows[] = {
#define VERB(command_, route_, renames_) { .command = S_STATIC(command_), .route = S_STATIC(#route_), .renames = S_STATIC(renames_) },
#include "daemon/verbs.def"
#undef VERB
};
const size_t verb_row_count = ARRAY_LENGTH(verb_rows);

const struct verb_row *
verb_of(struct str command)
{
	for (size_t i = 0; i < verb_row_count; i++)
		if (str_equal(verb_rows[i].command, command))
			return &verb_rows[i];
	return NULL;
}

const struct route *
verb_route(const struct verb_row *verb)
{
	for (size_t i = 0; i < route_count; i++)
		if (routes[i].is_api && str_equal(routes[i].name, verb->route))
			return &routes[i];
	return NULL;
}

/* Dashes and underscores are the same. */
static bool
is_same(struct str option, struct str field)
{
	if (option.length != field.length)
		return false;
	for (size_t i = 0; i < option.length; i++)
		if ((option.at[i] == '-' ? '_' : option.at[i]) != field.at[i])
			return false;
	return true;
}

static struct str
field_name(const struct verb_row *verb, struct str option)
{
	struct str rest = verb->renames, one;

	while (str_next(&rest, ' ', &one))
		if (str_equal(str_head(one, str_find(one, '=')), option))
			return str_skip(one, option.length + 1);
	return option;
}

const struct field *
verb_field(const struct verb_row *verb, struct str option)
{
	const struct form *form = verb_route(verb)->form;
	struct str name = field_name(verb, option);

	for (size_t i = 0; form != NULL && i < form->count; i++)
		if (is_same(name, form->fields[i].name))
			return &form->fields[i];
	return NULL;
}
