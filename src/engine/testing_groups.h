/* Cohorts of groups for tests, from counter hashes, and a plan as what its files would state. */
#ifndef ENGINE_TESTING_GROUPS_H
#define ENGINE_TESTING_GROUPS_H

#include "engine/groups.h"
#include "engine/testing_cohort.h"
#include "engine/verify_groups.h"

struct testing_groups_size {
	uint32_t mentees, mentors, slots;
	uint32_t asking_percent;      /* so many mentees ask for their own gender */
	uint32_t row_percent, slot_percent;
	int32_t scores_below;
	int32_t slot_groups;          /* in each slot */
};

static inline void
testing_groups_person(struct arena *arena, struct match_person *one, struct testing_groups_size size, const uint64_t seed_and_place[2])
{
	static const char *const names[] = { "career", "data", "web" };
	static const enum match_gender genders[] = { MATCH_WOMAN, MATCH_WOMAN, MATCH_WOMAN, MATCH_MAN, MATCH_MAN, MATCH_MAN, MATCH_OTHER };
	uint64_t seed = seed_and_place[0], place = seed_and_place[1];
	uint32_t first = testing_below(3, seed, 24, place);

	one->gender = genders[testing_below(7, seed, 20, place)];
	one->prefers = MATCH_PREFERS_ANY;
	if (testing_below(100, seed, 21, place) < size.asking_percent && one->gender != MATCH_OTHER)
		one->prefers = one->gender == MATCH_WOMAN ? MATCH_PREFERS_WOMEN : MATCH_PREFERS_MEN;
	for (uint32_t h = 0; h < size.slots; h++)
		if (testing_below(100, seed, 22, place * MATCH_SLOTS + h) < size.slot_percent)
			one->slots |= UINT64_C(1) << h;
	one->themes.count = testing_below(3, seed, 23, place);
	one->themes.at = ARENA_MANY(arena, 3, struct str);
	for (uint32_t t = 0; t < one->themes.count; t++)
		one->themes.at[t] = str_from(names[(first + t) % 3]);
}

static inline void
testing_groups(struct arena *arena, uint64_t seed, struct testing_groups_size size, struct match_cohort *c)
{
	*c = (struct match_cohort){ .slot_count = size.slots };
	testing_people(arena, &c->mentees, size.mentees, 'e');
	testing_people(arena, &c->mentors, size.mentors, 'r');
	c->rows = ARENA_MANY(arena, (size_t)size.mentees * size.mentors + 1, struct match_row);
	c->slot_groups = ARENA_MANY(arena, size.slots + 1, int32_t);
	for (uint32_t h = 0; h < size.slots; h++)
		c->slot_groups[h] = size.slot_groups;
	for (uint32_t i = 0; i < size.mentees; i++)
		testing_groups_person(arena, &c->mentees.at[i], size, (uint64_t[]){ seed, i });
	for (uint32_t j = 0; j < size.mentors; j++) {
		testing_groups_person(arena, &c->mentors.at[j], size, (uint64_t[]){ seed, 100000 + j });
		c->mentors.at[j].prefers = MATCH_PREFERS_ANY;
	}
	for (uint32_t i = 0; i < size.mentees; i++)
		for (uint32_t j = 0; j < size.mentors; j++) {
			uint64_t place = (uint64_t)i * size.mentors + j;

			if (testing_below(100, seed, 25, place) < size.row_percent)
				c->rows[c->row_count++] = (struct match_row){ i, j, (int32_t)testing_below((uint32_t)size.scores_below, seed, 26, place) };
		}
}

/* The listings of the solver's own leaves: same groups, by people. */
static inline bool
testing_is_listing(void *self, const struct match_node *leaf, const struct match_group *groups, size_t count)
{
	(void)self;
	for (size_t g = 0; g < count; g++)
		if (memcmp(groups[g].mentors, leaf->listed[g].mentors, sizeof(groups[g].mentors)) != 0 || groups[g].slot != leaf->listed[g].slot
		    || memcmp(groups[g].mentees, leaf->listed[g].mentees, sizeof(groups[g].mentees)) != 0 || groups[g].kind != leaf->listed[g].kind)
			return false;
	return count == leaf->listed_count;
}

static inline struct match_groups_statement
testing_groups_said(struct arena *arena, const struct match_groups *plan)
{
	struct match_stated_group *groups = ARENA_MANY(arena, plan->count + 1, struct match_stated_group);

	for (size_t g = 0; g < plan->count; g++) {
		const struct match_group *from = &plan->groups[g];

		groups[g] = (struct match_stated_group){ .name = S("g"), .mentee_count = plan->shape.mentees, .slot = from->slot,
			.theme = from->theme == MATCH_GENERAL ? S("") : plan->themes.at[from->theme] };
		memcpy(groups[g].mentors, from->mentors, sizeof(from->mentors));
		memcpy(groups[g].mentees, from->mentees, sizeof(from->mentees));
		for (uint32_t s = 0; s < plan->shape.mentees; s++)
			groups[g].buddies[s] = from->mentors[from->buddy[s]];
	}
	return (struct match_groups_statement){ .shape = plan->shape, .groups = groups, .count = plan->count, .levels = plan->levels, .bound = plan->bound,
		.weights = { plan->weights.groups, plan->weights.preferred, plan->weights.lacking }, .is_optimal = plan->is_optimal, .tree = plan->tree,
		.is_listing = testing_is_listing };
}

static inline bool
testing_groups_better(const struct match_levels *a, const struct match_levels *b)
{
	if (a->groups != b->groups)
		return a->groups > b->groups;
	if (a->preferred != b->preferred)
		return a->preferred > b->preferred;
	if (a->lacking != b->lacking)
		return a->lacking < b->lacking;
	return a->score > b->score;
}

/* At most nine mentees, six mentors, three slots. */
static inline struct testing_groups_size
testing_groups_small(uint64_t seed)
{
	bool few = testing_below(10, seed, 40, 0) == 0;

	return (struct testing_groups_size){ .mentees = few ? testing_below(4, seed, 30, 0) : 3 + testing_below(7, seed, 30, 0),
		.mentors = few ? testing_below(3, seed, 31, 0) : 2 + testing_below(5, seed, 31, 0), .slots = few ? testing_below(2, seed, 32, 0) : 1 + testing_below(3, seed, 32, 0),
		.asking_percent = testing_below(3, seed, 33, 0) * 30, .row_percent = 85 + testing_below(16, seed, 34, 0),
		.slot_percent = 80 + testing_below(21, seed, 35, 0), .scores_below = testing_below(3, seed, 36, 0) == 0 ? 3 : 70,
		.slot_groups = few ? 0 : 1 + (int32_t)testing_below(3, seed, 37, 0) };
}

/* Whether the checker finds nothing wrong with it, and nothing that it cannot tell. */
static inline bool
testing_groups_hold(struct arena *arena, const struct match_cohort *c, const struct match_groups *plan)
{
	struct match_groups_statement said = testing_groups_said(arena, plan);
	struct match_report report = { 0 };

	match_verify_groups(arena, c, &said, &report);
	for (size_t i = 0; i < report.count; i++)
		if (report.claims[i].finding != MATCH_HOLDS) {
			fprintf(stderr, "%.*s: %.*s\n", STR_FORMAT(report.claims[i].name), STR_FORMAT(report.claims[i].words));
			return false;
		}
	return true;
}

#endif
