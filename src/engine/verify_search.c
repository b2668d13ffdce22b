/* The search of the checker of groups: mentor by mentor, who has the fewest of the listed groups left first. What a plan loses against the duals grows
 * with each group taken and each person left out, so most of it is cut short. */
#include <string.h>

#include "base/arena.h"
#include "engine/verify_table.h"

enum { NODES_BETWEEN = 128, DEPTH_MOST = 2000 };

struct search {
	struct verify_table *table;
	const struct verify_box *box;
	const int64_t *duals;
	const struct verify_list *list;
	int64_t budget;
	bool *is_out;                 /* of each person, mentors after mentees: in a group, or left out */
	int64_t loads[VERIFY_LOADS];
	uint32_t nodes;
	enum match_finding finding;
};

static uint32_t
mentor_node(const struct search *s, uint32_t mentor)
{
	return s->table->mentees + mentor;
}

static void
add_loads(struct search *s, const struct match_group *g, int64_t by)
{
	uint32_t slots = s->table->slots;

	s->loads[g->slot] += by;
	s->loads[slots + MATCH_COUNT_GROUPS] += by;
	s->loads[slots + MATCH_COUNT_WOMEN] += g->kind == MATCH_FOR_WOMEN ? by : 0;
	s->loads[slots + MATCH_COUNT_MEN] += g->kind == MATCH_FOR_MEN ? by : 0;
	s->loads[slots + MATCH_COUNT_LACKING] += g->kind == MATCH_MIXED && verify_lacks(s->table, g->mentors) ? by : 0;
	for (uint32_t p = 0; p < s->table->said->shape.mentees; p++)
		s->loads[slots + MATCH_COUNT_PREFERRED] += verify_asks(&s->table->cohort->mentees.at[g->mentees[p]]) ? by : 0;
}

static void
set_out(struct search *s, const struct match_group *g, bool is_out)
{
	for (uint32_t p = 0; p < s->table->said->shape.mentees; p++)
		s->is_out[g->mentees[p]] = is_out;
	for (uint32_t r = 0; r < s->table->said->shape.mentors; r++)
		s->is_out[mentor_node(s, g->mentors[r])] = is_out;
}

static bool
is_possible(const struct search *s, const struct verify_listed *one)
{
	for (uint32_t p = 0; p < s->table->said->shape.mentees; p++)
		if (s->is_out[one->group.mentees[p]])
			return false;
	for (uint32_t r = 0; r < s->table->said->shape.mentors; r++)
		if (s->is_out[mentor_node(s, one->group.mentors[r])])
			return false;
	return true;
}

/* In how many of the groups each person still is. */
static uint32_t *
count_ways(struct search *s, struct arena *arena, const uint32_t *groups, size_t count)
{
	uint32_t *ways = ARENA_MANY(arena, (size_t)s->table->mentees + s->table->mentors + 1, uint32_t);

	for (size_t c = 0; c < count; c++) {
		const struct match_group *g = &s->list->at[groups[c]].group;

		for (uint32_t p = 0; p < s->table->said->shape.mentees; p++)
			ways[g->mentees[p]]++;
		for (uint32_t r = 0; r < s->table->said->shape.mentors; r++)
			ways[mentor_node(s, g->mentors[r])]++;
	}
	return ways;
}

/* Who still has a way, by side; of the mentees, who asked. */
struct left {
	int64_t mentees, mentors, asking;
};

static int64_t
loss_of_people(const struct search *s, const uint32_t *ways, struct left *left)
{
	const struct verify_table *t = s->table;
	int64_t loss = 0;

	*left = (struct left){ 0 };
	for (uint32_t p = 0; p < t->mentees + t->mentors; p++) {
		if (ways[p] == 0) {
			loss += s->is_out[p] ? 0 : s->duals[p];
			continue;
		}
		if (p < t->mentees) {
			left->mentees++;
			left->asking += verify_asks(&t->cohort->mentees.at[p]);
		} else {
			left->mentors++;
		}
	}
	return loss;
}

/* What is lost for sure beside the groups taken and the people left out; -1: the box cannot be met. */
static int64_t
sure_loss(const struct search *s, const uint32_t *ways)
{
	const struct verify_table *t = s->table;
	struct left left;
	int64_t loss = loss_of_people(s, ways, &left), more = left.mentees / t->said->shape.mentees;

	if (left.mentors / t->said->shape.mentors < more)
		more = left.mentors / t->said->shape.mentors;
	for (uint32_t k = 0; k < t->slots + MATCH_COUNTS; k++) {
		int64_t most = s->loads[k] + (k == t->slots + MATCH_COUNT_PREFERRED ? left.asking : more);

		if (s->loads[k] > s->box->high[k] || most < s->box->low[k])
			return -1;
		loss += most < s->box->high[k] ? (s->box->high[k] - most) * s->duals[verify_high(t, k)] : 0;
		loss += s->loads[k] > s->box->low[k] ? (s->loads[k] - s->box->low[k]) * s->duals[verify_low(t, k)] : 0;
	}
	return loss;
}

static uint32_t
fewest(const struct search *s, const uint32_t *ways)
{
	uint32_t best = MATCH_NOBODY;

	for (uint32_t p = 0; p < s->table->mentees + s->table->mentors; p++)
		if (ways[p] > 0 && (best == MATCH_NOBODY || ways[p] < ways[best]))
			best = p;
	return best;
}

static bool
has_person(const struct search *s, const struct match_group *g, uint32_t person)
{
	for (uint32_t p = 0; p < s->table->said->shape.mentees; p++)
		if (g->mentees[p] == person)
			return true;
	for (uint32_t r = 0; r < s->table->said->shape.mentors; r++)
		if (mentor_node(s, g->mentors[r]) == person)
			return true;
	return false;
}

/* True: the search is over, whatever it found. */
static bool
is_over(struct search *s, uint32_t depth)
{
	if (++s->nodes % NODES_BETWEEN == 0 && s->table->said->gives_up != NULL && s->table->said->gives_up(s->table->said->self))
		s->finding = MATCH_UNCHECKED;
	if (depth == DEPTH_MOST)
		s->finding = MATCH_UNCHECKED;
	return s->finding != MATCH_HOLDS;
}

static void look(struct search *, const uint32_t *groups, size_t count, int64_t loss, uint32_t depth);

/* Goes on with those of the groups that are possible and cheap enough. */
static void
go_on(struct search *s, const uint32_t *groups, size_t count, int64_t loss, uint32_t depth)
{
	struct arena *arena;
	uint32_t *left;
	size_t kept = 0;

	arena_open((count + 1) * sizeof(uint32_t) + 4096, &arena);
	left = ARENA_MANY(arena, count + 1, uint32_t);
	for (size_t c = 0; c < count; c++)
		if (is_possible(s, &s->list->at[groups[c]]) && loss - s->list->at[groups[c]].gain <= s->budget)
			left[kept++] = groups[c];
	look(s, left, kept, loss, depth + 1);
	arena_close(&arena);
}

/* The person with the fewest ways: each of the groups with them, then none. */
static void
branch(struct search *s, const uint32_t *groups, size_t count, int64_t loss, uint32_t person_and_depth[2])
{
	uint32_t person = person_and_depth[0], depth = person_and_depth[1];

	for (size_t c = 0; c < count && s->finding == MATCH_HOLDS; c++) {
		const struct verify_listed *one = &s->list->at[groups[c]];

		if (!has_person(s, &one->group, person))
			continue;
		set_out(s, &one->group, true);
		add_loads(s, &one->group, 1);
		go_on(s, groups, count, loss - one->gain, depth);
		add_loads(s, &one->group, -1);
		set_out(s, &one->group, false);
	}
	if (loss + s->duals[person] > s->budget || s->finding != MATCH_HOLDS)
		return;
	s->is_out[person] = true;
	go_on(s, groups, count, loss + s->duals[person], depth);
	s->is_out[person] = false;
}

static void
look(struct search *s, const uint32_t *groups, size_t count, int64_t loss, uint32_t depth)
{
	struct arena *arena;
	uint32_t person;
	int64_t sure;

	if (is_over(s, depth))
		return;
	arena_open(((size_t)s->table->mentees + s->table->mentors + 2) * sizeof(uint32_t) + 4096, &arena);
	{
		const uint32_t *ways = count_ways(s, arena, groups, count);

		sure = sure_loss(s, ways);
		person = fewest(s, ways);
	}
	arena_close(&arena);
	if (sure < 0 || loss + sure > s->budget)
		return;
	if (person == MATCH_NOBODY)
		s->finding = MATCH_FALSE;     /* a plan within the budget */
	else
		branch(s, groups, count, loss, (uint32_t[2]){ person, depth });
}

enum match_finding
verify_search(struct verify_table *t, const struct verify_box *box, const int64_t *duals, const struct verify_list *list, int64_t budget)
{
	struct search s = { .table = t, .box = box, .duals = duals, .list = list, .budget = budget, .finding = MATCH_HOLDS };
	uint32_t *all = ARENA_MANY(t->arena, list->count + 1, uint32_t);

	s.is_out = ARENA_MANY(t->arena, (size_t)t->mentees + t->mentors + 1, bool);
	for (size_t c = 0; c < list->count; c++)
		all[c] = (uint32_t)c;
	look(&s, all, list->count, 0, 0);
	return s.finding;
}
