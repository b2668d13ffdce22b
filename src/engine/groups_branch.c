/* Branch and bound over boxes of counts and loads: each node gets the best duals that column generation finds, then a search among the groups within the gap,
 * and is split where neither closes it. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "engine/groups_run.h"

#define ONE (INT64_C(1) << GROUP_ONE_BITS)
#define CLEARLY (ONE >> 7)

enum { EACH_MENTOR = 4, NODES_MOST = 2000, FIRST_BUDGET = 2 * MATCH_DUAL_SCALE, ROUNDS_MOST = 400 };
enum { STEPS_SHORT = 400000, STEPS_USUAL = 4000000, STEPS_LAST = 60000000, DIVE_DEPTH = 2, STEPS_A_TRY = 4 };

static int64_t
gap_of(const struct group_run *run, const struct group_node *node)
{
	return node->bound - MATCH_DUAL_SCALE * (run->best_value + 1);
}

static bool
is_closed_by_bound(const struct group_run *run, const struct group_node *node)
{
	return gap_of(run, node) < 0;
}

/* --- column generation --- */

static void
collect(void *self, const struct group_offer *offer)
{
	struct group_run *run = self;

	if (run->list.count < run->list.most)
		run->list.at[run->list.count++] = *offer;
}

static int
most_gain(const void *left, const void *right)
{
	const struct group_offer *a = left, *b = right;

	if (a->gain != b->gain)
		return a->gain < b->gain ? 1 : -1;
	for (size_t r = 0; r < MATCH_GROUP_MENTORS; r++)
		if (a->group.mentors[r] != b->group.mentors[r])
			return a->group.mentors[r] < b->group.mentors[r] ? -1 : 1;
	return 0;
}

/* The best few of each mentor become columns; how many were new. */
static size_t
add_columns(struct group_run *run)
{
	const struct group_model *m = &run->model;
	struct arena *scratch;
	uint8_t *taken;
	size_t added = 0;

	arena_open((size_t)m->mentors + (1 << 16), &scratch);
	taken = ARENA_MANY(scratch, (size_t)m->mentors + 1, uint8_t);
	qsort(run->list.at, run->list.count, sizeof(run->list.at[0]), most_gain);
	for (size_t c = 0; c < run->list.count; c++) {
		const struct match_group *g = &run->list.at[c].group;
		bool is_wanted = false;

		for (uint32_t r = 0; r < m->shape.mentors; r++)
			is_wanted = is_wanted || taken[g->mentors[r]] < EACH_MENTOR;
		if (!is_wanted || !group_lp_add(run->lp, g))
			continue;
		added++;
		for (uint32_t r = 0; r < m->shape.mentors; r++)
			if (taken[g->mentors[r]] < EACH_MENTOR)
				taken[g->mentors[r]]++;
	}
	arena_close(&scratch);
	return added;
}

/* Prices at the trial duals: the bound they prove, which the node keeps if it is the best; and columns. False: stopped. */
static bool
try_duals(struct group_run *run, struct group_node *node, size_t *added)
{
	const struct group_model *m = &run->model;
	size_t rows = group_rows(m);
	int64_t most = 0, bound;

	run->list.count = 0;
	if (!group_price_best(run->price, &node->box, run->trial, group_run_watch(run), collect))
		return false;
	for (size_t c = 0; c < run->list.count; c++)
		most = run->list.at[c].gain > most ? run->list.at[c].gain : most;
	if (run->list.count == run->list.most)    /* some were not kept: nothing is proven */
		bound = INT64_MAX;
	else
		bound = group_run_bound(run, &node->box, run->trial) + most * node->box.high[m->slots + MATCH_COUNT_GROUPS];
	*added = add_columns(run);
	if (bound < node->bound) {
		memcpy(node->duals, run->trial, rows * sizeof(node->duals[0]));
		memcpy(run->center, run->trial, rows * sizeof(run->center[0]));
		node->duals[group_high_row(m, m->slots + MATCH_COUNT_GROUPS)] += most;
		node->bound = group_run_bound(run, &node->box, node->duals);
	}
	return true;
}

/* Halfway between the best duals known and the programme's, first: less to and fro. */
static bool
try_both(struct group_run *run, struct group_node *node, bool is_first, size_t *added)
{
	size_t rows = group_rows(&run->model);

	group_lp_duals(run->lp, run->trial);
	if (is_first)
		memcpy(run->center, run->trial, rows * sizeof(run->center[0]));
	for (size_t r = 0; r < rows && !is_first; r++)
		run->trial[r] = (run->trial[r] + run->center[r]) / 2;
	if (!try_duals(run, node, added))
		return false;
	if (*added > 0 || is_first)
		return true;
	group_lp_duals(run->lp, run->trial);
	return try_duals(run, node, added);
}

/* The best duals for the node, or good enough ones. False: stopped. */
static bool
generate(struct group_run *run, struct group_node *node)
{
	run->progress.phase = "bound";
	group_lp_begin(run->lp, &node->box);
	for (uint32_t round = 0; round < ROUNDS_MOST; round++) {
		size_t added;

		if (!group_lp_solve(run->lp, group_run_watch(run)) || !try_both(run, node, round == 0, &added))
			return false;
		if (is_closed_by_bound(run, node) || added == 0 || node->bound <= group_lp_value(run->lp) + MATCH_DUAL_SCALE / 8)
			break;
	}
	return true;
}

/* --- search --- */

/* All groups that lose at most that much, then the best plan of them. GROUP_GAVE_UP: they are too many, or the search is too long. */
static enum group_search_end
look_within(struct group_run *run, struct group_node *node, int64_t budget, int64_t steps)
{
	struct group_quest quest = { .box = &node->box, .duals = node->duals, .offers = run->list.at, .budget = budget, .steps = steps,
		.found = run->found };
	enum group_search_end end;

	run->progress.phase = "search";
	run->list.least = -budget;
	run->list.tries_most = (size_t)(steps / STEPS_A_TRY);
	if (!group_price_all(run->price, &node->box, node->duals, group_run_watch(run), &run->list))
		return run->is_stopped ? GROUP_SEARCH_STOPPED : GROUP_GAVE_UP;
	quest.count = run->list.count;
	end = group_search_run(run->search, &quest, group_run_watch(run));
	if (quest.has_found)
		group_run_offer(run, run->found, quest.found_count);
	return end;
}

/* Wider and wider, until all within the gap was seen; a plan found on the way makes the gap smaller. True: the node is closed. */
static bool
search(struct group_run *run, struct group_node *node, int64_t steps)
{
	int64_t budget = FIRST_BUDGET;

	while (!is_closed_by_bound(run, node)) {
		int64_t gap = gap_of(run, node);

		if (budget > gap)
			budget = gap;
		if (look_within(run, node, budget, steps) != GROUP_SEARCHED)
			return is_closed_by_bound(run, node);
		if (budget >= gap_of(run, node))
			return true;
		budget *= 2;
	}
	return true;
}

/* --- splits --- */

static int64_t
beside(int64_t value)
{
	int64_t part = value & (ONE - 1);

	return part < ONE - part ? part : ONE - part;
}

/* Loads of the fractions: slots, then counts. */
static void
find_loads(struct group_run *run, int64_t *loads)
{
	const struct group_model *m = &run->model;

	memset(loads, 0, (m->slots + MATCH_COUNTS) * sizeof(loads[0]));
	for (size_t c = 0; c < group_lp_count(run->lp); c++) {
		const struct match_group *g = group_lp_at(run->lp, c);
		int64_t counts[MATCH_COUNTS];

		if (run->fractions[c] == 0)
			continue;
		loads[g->slot] += run->fractions[c];
		group_counts(m, g, counts);
		for (uint32_t k = 0; k < MATCH_COUNTS; k++)
			loads[m->slots + k] += run->fractions[c] * counts[k];
	}
}

static void
add_children(struct group_run *run, struct group_node *node, struct group_node *children[2])
{
	for (size_t c = 0; c < 2; c++)
		children[c] = group_run_node(run, node);
	node->proof->low = children[0]->proof;
	node->proof->high = children[1]->proof;
}

/* Cuts a load in two at the fraction. */
static void
split_load(struct group_run *run, struct group_node *node, uint32_t load, int64_t at)
{
	uint32_t slots = run->model.slots;
	struct group_node *children[2];

	node->proof->split = load < slots ? MATCH_SPLIT_SLOT : MATCH_SPLIT_COUNT;
	node->proof->of = load < slots ? load : load - slots;
	node->proof->at = at;
	add_children(run, node, children);
	children[0]->box.high[load] = at;
	children[1]->box.low[load] = at + 1;
}

/* The pair of mentors who sit together most nearly half the time; false if all do wholly or not at all. */
static bool
find_pair(struct group_run *run, struct arena *scratch, struct group_pair *pair)
{
	const struct group_model *m = &run->model;
	int64_t *together = ARENA_MANY(scratch, (size_t)m->mentors * m->mentors + 1, int64_t), most = CLEARLY;
	bool has_pair = false;

	for (size_t c = 0; c < group_lp_count(run->lp); c++) {
		const struct match_group *g = group_lp_at(run->lp, c);

		for (uint32_t r = 0; r < m->shape.mentors && run->fractions[c] != 0; r++)
			for (uint32_t q = r + 1; q < m->shape.mentors; q++)
				together[(size_t)g->mentors[r] * m->mentors + g->mentors[q]] += run->fractions[c];
	}
	for (uint32_t j = 0; j < m->mentors; j++)
		for (uint32_t k = j + 1; k < m->mentors; k++) {
			int64_t part = beside(together[(size_t)j * m->mentors + k]);

			if (part <= most)
				continue;
			most = part;
			*pair = (struct group_pair){ .first = j, .second = k };
			has_pair = true;
		}
	return has_pair;
}

static bool
split_pair(struct group_run *run, struct group_node *node)
{
	size_t mentors = run->model.mentors;
	struct group_pair pair = { 0 };
	struct group_node *children[2];
	struct arena *scratch;
	bool has_pair;

	arena_open(mentors * mentors * sizeof(int64_t) + (1 << 16), &scratch);
	has_pair = find_pair(run, scratch, &pair);
	arena_close(&scratch);
	if (!has_pair)
		return false;
	node->proof->split = MATCH_SPLIT_PAIR;
	node->proof->of = pair.first;
	node->proof->with = pair.second;
	add_children(run, node, children);
	for (size_t c = 0; c < 2; c++) {
		pair.together = c == 1;
		children[c]->box.pairs[children[c]->box.pair_count++] = pair;
	}
	return true;
}

/* A child's bound is that of its parent's duals in the smaller box. */
static void
open_children(struct group_run *run)
{
	for (struct group_node *node = run->nodes; node != NULL && node->bound == 0; node = node->next)
		node->bound = group_run_bound(run, &node->box, node->duals);
}

/* First where a level is not settled, then slots, then pairs. False: nothing is left in parts, or it is deep enough. */
static bool
split(struct group_run *run, struct group_node *node)
{
	static const enum match_count order[MATCH_COUNTS] = { MATCH_COUNT_GROUPS, MATCH_COUNT_PREFERRED, MATCH_COUNT_LACKING, MATCH_COUNT_WOMEN,
		MATCH_COUNT_MEN };
	int64_t loads[MATCH_SLOTS + MATCH_COUNTS];
	uint32_t slots = run->model.slots;
	bool is_split = false;

	if (node->depth == MATCH_TREE_DEPTH || run->node_count >= NODES_MOST)
		return false;
	find_loads(run, loads);
	for (uint32_t k = 0; k < slots + MATCH_COUNTS && !is_split; k++) {
		uint32_t load = k < MATCH_COUNTS ? slots + order[k] : k - MATCH_COUNTS;
		int64_t at = loads[load] >> GROUP_ONE_BITS;

		if (beside(loads[load]) <= CLEARLY || at < node->box.low[load] || at >= node->box.high[load])
			continue;
		split_load(run, node, load, at);
		is_split = true;
	}
	is_split = is_split || split_pair(run, node);
	if (is_split)
		open_children(run);
	return is_split;
}

/* --- nodes --- */

/* The open one of the largest bound; of equal ones, the one made first. */
static struct group_node *
next_node(struct group_run *run)
{
	struct group_node *best = NULL;

	for (struct group_node *node = run->nodes; node != NULL; node = node->next)
		if (node->is_open && (best == NULL || node->bound >= best->bound))
			best = node;
	if (best != NULL)
		run->progress.bound = group_levels_of(&run->model.weights, best->bound / MATCH_DUAL_SCALE);
	return best;
}

/* Whether a level is not settled: then a split is near, and a long search in vain. */
static bool
is_level_open(struct group_run *run)
{
	int64_t loads[MATCH_SLOTS + MATCH_COUNTS];

	find_loads(run, loads);
	for (uint32_t k = 0; k < MATCH_COUNTS; k++)
		if (beside(loads[run->model.slots + k]) > CLEARLY)
			return true;
	return false;
}

/* The searches of a node: a short one; a dive for a better plan; a longer one. True: it is closed. */
static bool
look_for_better(struct group_run *run, struct group_node *node)
{
	if (search(run, node, STEPS_SHORT))
		return true;
	if (run->is_stopped || (node->depth <= DIVE_DEPTH && !group_run_dive(run, node)))
		return false;
	return search(run, node, is_level_open(run) ? STEPS_SHORT : STEPS_USUAL);
}

/* False: stopped; the node stays open. */
static bool
settle(struct group_run *run, struct group_node *node)
{
	if (is_closed_by_bound(run, node))
		return true;
	if (!generate(run, node))
		return false;
	group_lp_fractions(run->lp, run->fractions);
	if (look_for_better(run, node))
		return true;
	if (run->is_stopped)
		return false;
	if (!split(run, node) && !search(run, node, STEPS_LAST))
		node->is_undecided = true;
	return !run->is_stopped;
}

void
group_run_branch(struct group_run *run)
{
	struct group_node *node;

	while ((node = next_node(run)) != NULL) {
		if (!settle(run, node))
			return;
		node->is_open = false;
		run->progress.nodes++;
	}
}
