/* Groups from a cohort: the first plan, branching, and the proof as it is handed out. */
#include "engine/groups.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/groups_run.h"

#define VALUE_MOST (INT64_C(1) << 53)
#define WEIGHT_MOST (INT64_C(1) << 46)

static bool
stops(void *self)
{
	struct group_run *run = self;
	const struct match_groups_control *control = run->control;

	if (run->is_finishing)
		return false;
	if (control->memory_limit > 0 && arena_used(run->arena) - run->before > control->memory_limit)
		run->is_stopped = true;
	if (control->stops != NULL && control->stops(control->self, &run->progress))
		run->is_stopped = true;
	return run->is_stopped;
}

struct group_watch
group_run_watch(struct group_run *run)
{
	return (struct group_watch){ stops, run };
}

void
group_run_offer(struct group_run *run, const struct match_group *groups, size_t count)
{
	struct match_levels levels = group_levels(&run->model, groups, count);
	int64_t value = group_levels_value(&run->model.weights, &levels);

	if (value <= run->best_value && run->best_count > 0)
		return;
	memcpy(run->best, groups, count * sizeof(groups[0]));
	run->best_count = count;
	run->best_value = value;
	run->progress.best = levels;
}

int64_t
group_run_bound(const struct group_run *run, const struct group_box *box, const int64_t *duals)
{
	const struct group_model *m = &run->model;
	__int128 bound = 0;

	for (uint32_t p = 0; p < m->mentees + m->mentors; p++)
		bound += duals[p];
	for (uint32_t k = 0; k < m->slots + MATCH_COUNTS; k++) {
		bound += (__int128)duals[group_high_row(m, k)] * box->high[k];
		bound -= (__int128)duals[group_low_row(m, k)] * box->low[k];
	}
	return bound > VALUE_MOST * MATCH_DUAL_SCALE ? VALUE_MOST * MATCH_DUAL_SCALE : bound < 0 ? 0 : (int64_t)bound;
}

struct group_node *
group_run_node(struct group_run *run, const struct group_node *parent)
{
	struct group_node *node = ARENA_NEW(run->arena, struct group_node);
	size_t rows = group_rows(&run->model);

	if (parent != NULL) {
		node->box = parent->box;
		node->depth = parent->depth + 1;
	}
	node->proof = ARENA_NEW(run->arena, struct match_node);
	node->duals = ARENA_MANY(run->arena, rows, int64_t);
	if (parent != NULL)
		memcpy(node->duals, parent->duals, rows * sizeof(node->duals[0]));
	node->is_open = true;
	node->next = run->nodes;
	run->nodes = node;
	run->node_count++;
	return node;
}

/* The whole: a bound that needs no pricing, since no group can be worth more than all levels' most together. */
static void
make_root(struct group_run *run)
{
	const struct group_model *m = &run->model;
	const struct match_group_weights *w = &m->weights;
	struct group_node *root = group_run_node(run, NULL);
	int64_t *high = &root->box.high[m->slots];

	for (uint32_t h = 0; h < m->slots; h++)
		root->box.high[h] = m->cohort->slot_groups[h];
	for (uint32_t k = 0; k < MATCH_COUNTS; k++)
		high[k] = w->groups_most;
	high[MATCH_COUNT_PREFERRED] = w->asking;
	root->duals[group_high_row(m, m->slots + MATCH_COUNT_GROUPS)] = MATCH_DUAL_SCALE * (w->groups + w->preferred * m->shape.mentees + w->score_most);
	root->bound = group_run_bound(run, &root->box, root->duals);
}

static size_t
model_bytes(const struct match_cohort *c)
{
	size_t people = c->mentees.count + c->mentors.count, themes = 1;

	for (size_t j = 0; j < c->mentors.count; j++)
		themes += c->mentors.at[j].themes.count;
	return c->mentees.count * c->mentors.count * sizeof(int32_t) + people * (themes + 160) + themes * sizeof(struct str);
}

size_t
match_groups_bytes(const struct match_cohort *c, struct match_shape shape)
{
	size_t people = c->mentees.count + c->mentors.count + 2 * (MATCH_SLOTS + MATCH_COUNTS);

	return model_bytes(c) + people * (64 + sizeof(struct match_group) * 2 / shape.mentors) + (GROUP_LIST_MOST + 64) * sizeof(struct group_offer) + 65536;
}

static bool
fits(const struct match_group_weights *w)
{
	return w->groups <= WEIGHT_MOST && w->groups <= VALUE_MOST / (w->groups_most + 2);
}

bool
match_groups_fit(struct arena *arena, const struct match_cohort *cohort, struct match_shape shape)
{
	struct group_model model;

	group_model(arena, cohort, shape, &model);
	return fits(&model.weights);
}

/* The parts that only a search for a proof needs. Where there is no room for them, there will be a bound from nothing. */
static void
make_room(struct group_run *run)
{
	const struct group_model *m = &run->model;
	size_t limit = run->control->memory_limit, bytes = group_lp_bytes(m) + group_search_bytes(m, GROUP_LIST_MOST);

	if (run->control->first_only || (limit > 0 && arena_used(run->arena) - run->before + bytes + bytes / 8 > limit))
		return;
	run->lp = group_lp(run->arena, m);
	run->search = group_search(run->arena, m, GROUP_LIST_MOST);
	run->fractions = ARENA_MANY(run->arena, group_lp_most(run->lp), int64_t);
}

static int
by_slot(const void *left, const void *right)
{
	const struct match_group *a = left, *b = right;

	if (a->slot != b->slot)
		return a->slot < b->slot ? -1 : 1;
	return a->mentors[0] < b->mentors[0] ? -1 : a->mentors[0] > b->mentors[0];
}

static int
by_people(const void *left, const void *right)
{
	const struct match_group *a = &((const struct group_offer *)left)->group, *b = &((const struct group_offer *)right)->group;

	for (size_t r = 0; r < MATCH_GROUP_MENTORS; r++)
		if (a->mentors[r] != b->mentors[r])
			return a->mentors[r] < b->mentors[r] ? -1 : 1;
	if (a->slot != b->slot)
		return a->slot < b->slot ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	for (size_t s = 0; s < MATCH_GROUP_MENTEES; s++)
		if (a->mentees[s] != b->mentees[s])
			return a->mentees[s] < b->mentees[s] ? -1 : 1;
	return 0;
}

/* The groups within the gap of the plan that it came to, as the proof names them. False: there are too many. */
static bool
list_leaf(struct group_run *run, const struct group_node *node)
{
	struct match_group *listed;

	run->list.tries_most = 0;
	run->list.least = -(node->bound - MATCH_DUAL_SCALE * (run->best_value + 1));
	if (!group_price_all(run->price, &node->box, node->duals, group_run_watch(run), &run->list))
		return false;
	qsort(run->list.at, run->list.count, sizeof(run->list.at[0]), by_people);
	listed = ARENA_MANY(run->arena, run->list.count + 1, struct match_group);
	for (size_t c = 0; c < run->list.count; c++)
		listed[c] = run->list.at[c].group;
	node->proof->listed = listed;
	node->proof->listed_count = run->list.count;
	return true;
}

/* Leaves get their duals and bounds. Returns the worst bound among those that are not closed, or the plan's value. */
static int64_t
finish_leaves(struct group_run *run)
{
	int64_t worst = run->best_value;

	run->is_finishing = !run->is_stopped;
	for (struct group_node *node = run->nodes; node != NULL; node = node->next) {
		struct match_node *proof = node->proof;

		if (proof->split != MATCH_LEAF)
			continue;
		proof->duals = node->duals;
		proof->bound = node->bound / MATCH_DUAL_SCALE;
		if (proof->bound <= run->best_value)
			continue;
		proof->is_listed = !run->is_stopped && !node->is_open && !node->is_undecided && list_leaf(run, node);
		if (!proof->is_listed && proof->bound > worst)
			worst = proof->bound;
	}
	return worst;
}

static void
hand_out(struct group_run *run, struct match_node *root, struct match_groups *plan)
{
	int64_t worst = finish_leaves(run);

	qsort(run->best, run->best_count, sizeof(run->best[0]), by_slot);
	*plan = (struct match_groups){ .shape = run->model.shape, .groups = run->best, .count = run->best_count, .themes = run->model.names,
		.levels = group_levels(&run->model, run->best, run->best_count), .weights = run->model.weights, .tree = root,
		.is_optimal = worst == run->best_value, .was_stopped = run->is_stopped };
	plan->bound = plan->is_optimal ? plan->levels : group_levels_of(&plan->weights, worst);
}

enum match_end
match_groups(struct arena *arena, const struct match_cohort *cohort, struct match_shape shape, const struct match_groups_control *control,
    struct match_groups *plan)
{
	static const struct match_groups_control nothing;
	struct group_run run = { .arena = arena, .before = arena_used(arena), .control = control == NULL ? &nothing : control };
	struct group_node *root;

	check(shape.mentors >= 1 && shape.mentors <= MATCH_GROUP_MENTORS && shape.mentees >= 1 && shape.mentees <= MATCH_GROUP_MENTEES);
	check(cohort->slot_count <= MATCH_SLOTS);
	if (run.control->memory_limit > 0 && match_groups_bytes(cohort, shape) > run.control->memory_limit)
		return MATCH_NO_ROOM;
	group_model(arena, cohort, shape, &run.model);
	if (!fits(&run.model.weights))
		return MATCH_TOO_LARGE;
	run.price = group_price(arena, &run.model);
	run.trial = ARENA_MANY(arena, group_rows(&run.model), int64_t);
	run.center = ARENA_MANY(arena, group_rows(&run.model), int64_t);
	run.best = ARENA_MANY(arena, (size_t)run.model.weights.groups_most + 1, struct match_group);
	run.found = ARENA_MANY(arena, (size_t)run.model.weights.groups_most + 1, struct match_group);
	run.list = (struct group_list){ .at = ARENA_MANY(arena, GROUP_LIST_MOST, struct group_offer), .most = GROUP_LIST_MOST };
	make_root(&run);
	make_room(&run);
	root = run.nodes;
	if (!group_run_start(&run))
		return MATCH_STOPPED;
	if (run.lp != NULL)
		group_run_branch(&run);
	hand_out(&run, root->proof, plan);
	return MATCH_DONE;
}
