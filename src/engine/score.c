/* What a pair is worth, and which hard rules it breaks. */
#include "engine/score.h"

enum { HOURS_FULL = 8 };          /* as many common hours give all the points */

const struct match_rules match_rules_usual = {
	.weights = { 3500, 2000, 1000, 2000, 1000 },
	.hours_least = 2,
	.project = MATCH_PROJECT_DIFFERENT,
};

size_t
match_common(const struct str_list *a, const struct str_list *b)
{
	size_t i = 0, j = 0, common = 0;

	while (i < a->count && j < b->count) {
		int order = str_compare(a->at[i], b->at[j]);

		common += order == 0;
		i += order <= 0;
		j += order >= 0;
	}
	return common;
}

static uint32_t
common_hours(const struct match_person *a, const struct match_person *b)
{
	return a->has_hours && b->has_hours ? (uint32_t)__builtin_popcount(a->hours & b->hours) : 0;
}

/* What the share of the mentee's list that the mentor has is worth. */
static int32_t
share(int32_t weight, const struct str_list *wanted, const struct str_list *offered)
{
	return wanted->count == 0 ? 0 : (int32_t)((int64_t)weight * (int64_t)match_common(wanted, offered) / (int64_t)wanted->count);
}

static int32_t
choice(int32_t weight, const struct match_person *chooser, uint32_t chosen)
{
	for (uint32_t r = 0; r < chooser->wish_count; r++)
		if (chooser->wishes[r] == chosen)
			return weight * (MATCH_WISHES - (int32_t)r) / MATCH_WISHES;
	return 0;
}

int32_t
match_score(const struct match_cohort *cohort, const struct match_rules *rules, uint32_t mentee, uint32_t mentor, int32_t parts[MATCH_PARTS])
{
	const struct match_person *e = &cohort->mentees.at[mentee], *m = &cohort->mentors.at[mentor];
	uint32_t hours = common_hours(e, m);
	int32_t sum = 0;

	parts[MATCH_SKILLS] = share(rules->weights[MATCH_SKILLS], &e->skills, &m->skills);
	parts[MATCH_GOALS] = share(rules->weights[MATCH_GOALS], &e->goals, &m->goals);
	parts[MATCH_OVERLAP] = rules->weights[MATCH_OVERLAP] * (int32_t)(hours < HOURS_FULL ? hours : HOURS_FULL) / HOURS_FULL;
	parts[MATCH_MENTEE_CHOICE] = choice(rules->weights[MATCH_MENTEE_CHOICE], e, mentor);
	parts[MATCH_MENTOR_CHOICE] = choice(rules->weights[MATCH_MENTOR_CHOICE], m, mentee);
	for (size_t i = 0; i < MATCH_PARTS; i++)
		sum += parts[i];
	return sum;
}

/* MD-language: who names none speaks the programme's working language. */
static bool
share_a_language(const struct match_person *a, const struct match_person *b)
{
	struct str english = S("en");
	struct str_list usual = { &english, 1 };

	return match_common(a->langs.count == 0 ? &usual : &a->langs, b->langs.count == 0 ? &usual : &b->langs) > 0;
}

static bool
suits(enum match_preference prefers, enum match_gender gender)
{
	return (prefers != MATCH_PREFERS_WOMEN || gender == MATCH_WOMAN) && (prefers != MATCH_PREFERS_MEN || gender == MATCH_MAN);
}

static bool
project_passes(enum match_project_rule rule, struct str a, struct str b)
{
	if (rule == MATCH_PROJECT_IGNORED || a.length == 0 || b.length == 0)
		return true;
	return str_equal(a, b) == (rule == MATCH_PROJECT_SAME);
}

unsigned
match_broken(const struct match_cohort *cohort, const struct match_rules *rules, struct match_pin pair, int64_t taken)
{
	const struct match_person *e = &cohort->mentees.at[pair.mentee], *m = &cohort->mentors.at[pair.mentor];
	unsigned broken = 0;

	if (!share_a_language(e, m))
		broken |= MATCH_RULE_LANGUAGE;
	if (e->has_hours && m->has_hours && common_hours(e, m) < rules->hours_least)
		broken |= MATCH_RULE_HOURS;
	if (!suits(e->prefers, m->gender) || !suits(m->prefers, e->gender))
		broken |= MATCH_RULE_GENDER;
	if (!project_passes(rules->project, e->project, m->project))
		broken |= MATCH_RULE_PROJECT;
	if (taken >= match_capacity(m))
		broken |= MATCH_RULE_CAPACITY;
	return broken;
}

int32_t
match_score_of(const struct match_cohort *c, uint32_t mentee, uint32_t mentor)
{
	for (size_t low = 0, high = c->row_count; low < high;) {
		size_t middle = low + (high - low) / 2;
		const struct match_row *row = &c->rows[middle];

		if (row->mentee == mentee && row->mentor == mentor)
			return row->score;
		if (row->mentee < mentee || (row->mentee == mentee && row->mentor < mentor))
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}
