/* What was probably meant: the nearest command, option, setting or word to a wrong one. */
#include "daemon/cli.h"

#include "formats/near.h"

enum { NEAR = 3 };

/* Takes over what is nearer than the nearest so far. A word that is nearly all wrong is no suggestion. */
struct near {
	struct str wrong, nearest;
	size_t best;
};

static struct near
near_new(struct str wrong)
{
	return (struct near){ .wrong = wrong, .nearest = S(""), .best = NEAR < wrong.length ? NEAR + 1 : wrong.length };
}

static void
near_take(struct near *near, struct str known)
{
	size_t distance = str_is_empty(known) ? near->best : near_distance(near->wrong, known);

	if (near->wrong.length >= NEAR && str_starts(known, near->wrong) && distance > NEAR)
		distance = NEAR;    /* the beginning of a longer one */
	if (distance >= near->best)
		return;
	near->best = distance;
	near->nearest = known;
}

static void
near_take_all(struct near *near, struct str list, char between)
{
	struct str one;

	while (str_next(&list, between, &one))
		if (!str_is_empty(one))
			near_take(near, one);
}

bool
word_is_listed(struct str list, struct str word)
{
	struct str one;

	while (str_next(&list, ' ', &one))
		if (one.length > 0 && str_equal(one, word))
			return true;
	return false;
}

struct str
nearest_command(struct str wrong)
{
	struct near near = near_new(wrong);

	for (size_t i = 0; i < command_count; i++) {
		near_take(&near, command_noun(&commands[i]));
		near_take(&near, commands[i].name);
	}
	return near.nearest;
}

struct str
nearest_option(const struct command *command, struct str wrong)
{
	struct near near = near_new(wrong);

	near_take_all(&near, command->options, ' ');
	near_take_all(&near, command->ticks, ' ');
	near_take_all(&near, S(COMMON_TICKS), ' ');
	near_take(&near, settings_nearest(wrong));
	return near.nearest;
}

struct str
nearest_word(struct str list, char between, struct str wrong)
{
	struct near near = near_new(wrong);

	near_take_all(&near, list, between);
	return near.nearest;
}
