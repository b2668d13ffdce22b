/* Which mentors suit one mentee: feasible ones, in tiers, each tier in an order that leaves no tie. */
#include "engine/rank.h"

#include <stdlib.h>

#include "base/arena.h"

/* What the order looks at, beside the answer. */
struct candidate {
	struct match_ranked ranked;
	struct match_load load;
	int32_t capacity;
};

/* Least loaded, then longest not asked, then best, then the smaller id (places are in the order of ids). */
static int
earlier(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;
	int64_t load_a = (int64_t)a->load.open * b->capacity, load_b = (int64_t)b->load.open * a->capacity;

	if (a->ranked.tier != b->ranked.tier)
		return a->ranked.tier < b->ranked.tier ? -1 : 1;
	if (load_a != load_b)
		return load_a < load_b ? -1 : 1;
	if (a->load.asked_us != b->load.asked_us)
		return a->load.asked_us < b->load.asked_us ? -1 : 1;
	if (a->ranked.score != b->ranked.score)
		return a->ranked.score > b->ranked.score ? -1 : 1;
	return a->ranked.mentor < b->ranked.mentor ? -1 : 1;
}

/* False for a mentor with none of the wanted skills. */
static bool
tier_of(const struct str_list *wanted, const struct str_list *offered, enum match_tier *tier)
{
	size_t common = match_common(wanted, offered);

	*tier = wanted->count == 0 ? MATCH_UNSTATED : common == wanted->count ? MATCH_COMPLETE : MATCH_PARTIAL;
	return wanted->count == 0 || common > 0;
}

static size_t
gather(const struct match_cohort *cohort, const struct match_rules *rules, const struct match_rank_wish *wish, struct candidate *all)
{
	const struct match_person *mentee = &cohort->mentees.at[wish->mentee];
	size_t count = 0;

	for (uint32_t j = 0; j < cohort->mentors.count; j++) {
		struct candidate *one = &all[count];

		*one = (struct candidate){ .ranked.mentor = j, .capacity = match_capacity(&cohort->mentors.at[j]) };
		if (wish->loads != NULL)
			one->load = wish->loads[j];
		if (match_broken(cohort, rules, (struct match_pin){ .mentee = wish->mentee, .mentor = j }, one->load.open) != 0
		    || !tier_of(&mentee->skills, &cohort->mentors.at[j].skills, &one->ranked.tier))
			continue;
		one->ranked.score = match_score(cohort, rules, wish->mentee, j, one->ranked.parts);
		count++;
	}
	return count;
}

const struct match_ranked *
match_rank(struct arena *arena, const struct match_cohort *cohort, const struct match_rules *rules, const struct match_rank_wish *wish, size_t *count)
{
	struct candidate *all = ARENA_MANY(arena, cohort->mentors.count + 1, struct candidate);
	size_t found = gather(cohort, rules, wish, all), complete = 0;
	struct match_ranked *list;

	qsort(all, found, sizeof(all[0]), earlier);
	while (complete < found && all[complete].ranked.tier == MATCH_COMPLETE)
		complete++;
	if (complete >= wish->partial_below && complete < found && all[complete].ranked.tier == MATCH_PARTIAL)
		found = complete;
	*count = found < wish->top ? found : wish->top;
	list = ARENA_MANY(arena, *count + 1, struct match_ranked);
	for (size_t i = 0; i < *count; i++)
		list[i] = all[i].ranked;
	return list;
}
