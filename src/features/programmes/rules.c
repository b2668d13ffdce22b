/* The few rules of a programme's lists. */
#include "programmes/rules.h"

#include "base/arena.h"

enum { SLUG_MAX = 40 };

static bool
is_slug_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

struct str
slug_of(struct arena *arena, struct str folded)
{
	char *at = arena_take(arena, SLUG_MAX);
	size_t length = 0;

	for (size_t i = 0; i < folded.length && length < SLUG_MAX; i++) {
		if (is_slug_char(folded.at[i]))
			at[length++] = folded.at[i];
		else if (length > 0 && at[length - 1] != '-')
			at[length++] = '-';
	}
	while (length > 0 && at[length - 1] == '-')
		length--;
	return (struct str){ at, length };
}

bool
slug_is_fine(struct str slug)
{
	if (slug.length == 0 || slug.length > SLUG_MAX || slug.at[0] == '-' || slug.at[slug.length - 1] == '-')
		return false;
	for (size_t i = 0; i < slug.length; i++)
		if (!is_slug_char(slug.at[i]) && slug.at[i] != '-')
			return false;
	return true;
}

enum outcome
service_may_save(bool is_retired, size_t others_to_choose)
{
	return is_retired && others_to_choose == 0 ? SERVICE_LAST : OK;
}

enum outcome
skill_may_merge(struct skill_id from, struct skill_id into)
{
	return skill_id_equal(from, into) ? SKILL_SAME : OK;
}

enum outcome
conduct_may_accept(int64_t version_shown, int64_t version_in_force)
{
	return version_in_force != 0 && version_shown == version_in_force ? OK : CONDUCT_CHANGED;
}

enum standing
acceptance_standing(const struct acceptance_facts *facts, int64_t grace_days, struct moment now, struct moment *until)
{
	struct moment since = moment_later(facts->changed_at, facts->asked_since_at);

	*until = (struct moment){ 0 };
	if (facts->accepted >= facts->in_force)
		return STANDING_ACCEPTED;
	if (facts->accepted == 0 && (moment_is_none(facts->joined_at) || !moment_is_after(since, facts->joined_at)))
		return STANDING_MISSING;
	*until = moment_plus(since, grace_days * US_PER_DAY);
	return moment_is_after(*until, now) ? STANDING_IN_GRACE : STANDING_MISSING;
}
