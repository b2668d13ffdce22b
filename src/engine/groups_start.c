/* Plans of groups without looking back: the first one within one pass over the mentors, and one that follows the fractions of the linear programme. */
#include "engine/groups_run.h"

#include <string.h>

#include "base/arena.h"

#define ONE (INT64_C(1) << GROUP_ONE_BITS)
/* Above anything that a group can gain: nobody with that dual is chosen. */
#define TAKEN (INT64_C(1) << 57)

/* A plan under way, in run->found. */
struct plan {
	struct group_run *run;
	int64_t left[MATCH_SLOTS];    /* groups that may still meet in each slot */
	bool *is_taken;               /* of each person, mentors after mentees */
	size_t count;
};

static bool
stops(void *self)
{
	struct plan *plan = self;
	struct group_watch watch = group_run_watch(plan->run);

	return watch.stops(watch.self);
}

static void
add(struct plan *plan, const struct match_group *g)
{
	const struct group_model *m = &plan->run->model;

	for (uint32_t s = 0; s < m->shape.mentees; s++)
		plan->is_taken[g->mentees[s]] = true;
	for (uint32_t r = 0; r < m->shape.mentors; r++)
		plan->is_taken[m->mentees + g->mentors[r]] = true;
	plan->left[g->slot]--;
	plan->run->found[plan->count++] = *g;
}

/* Duals that keep whoever and whatever is taken out of further groups. */
static void
bar_taken(struct plan *plan)
{
	struct group_run *run = plan->run;
	const struct group_model *m = &run->model;

	memset(run->trial, 0, group_rows(m) * sizeof(run->trial[0]));
	for (uint32_t p = 0; p < m->mentees + m->mentors; p++)
		run->trial[p] = plan->is_taken[p] ? TAKEN : 0;
	for (uint32_t h = 0; h < m->slots; h++)
		run->trial[group_high_row(m, h)] = plan->left[h] <= 0 ? TAKEN : 0;
}

static void
take(void *self, const struct group_offer *offer)
{
	struct plan *plan = self;

	add(plan, &offer->group);
	bar_taken(plan);
}

/* In the order of mentors, each takes the best group that is left. False: stopped. */
static bool
complete(struct plan *plan)
{
	static const struct group_box whole;
	struct group_run *run = plan->run;
	struct group_watch watch = { stops, plan };

	bar_taken(plan);
	if (!group_price_best(run->price, &whole, run->trial, watch, take))
		return false;
	group_run_offer(run, run->found, plan->count);
	for (size_t g = 0; g < plan->count && run->lp != NULL; g++)
		(void)group_lp_add(run->lp, &run->found[g]);
	return true;
}

static struct plan
begin(struct group_run *run, struct arena *scratch)
{
	struct plan plan = { .run = run, .is_taken = ARENA_MANY(scratch, (size_t)run->model.mentees + run->model.mentors + 1, bool) };

	for (uint32_t h = 0; h < run->model.slots; h++)
		plan.left[h] = run->model.cohort->slot_groups[h];
	return plan;
}

bool
group_run_start(struct group_run *run)
{
	struct arena *scratch;
	struct plan plan;
	bool is_done;

	arena_open((size_t)run->model.mentees + run->model.mentors + (1 << 16), &scratch);
	plan = begin(run, scratch);
	run->progress.phase = "first plan";
	is_done = complete(&plan);
	arena_close(&scratch);
	return is_done;
}

/* --- a dive --- */

static bool
is_free(const struct plan *plan, const struct match_group *g)
{
	const struct group_model *m = &plan->run->model;

	for (uint32_t s = 0; s < m->shape.mentees; s++)
		if (plan->is_taken[g->mentees[s]])
			return false;
	for (uint32_t r = 0; r < m->shape.mentors; r++)
		if (plan->is_taken[m->mentees + g->mentors[r]])
			return false;
	return plan->left[g->slot] > 0;
}

/* A group is settled: the rest has so much less to fill. */
static void
settle(struct plan *plan, const struct match_group *g, struct group_box *box)
{
	const struct group_model *m = &plan->run->model;
	int64_t counts[MATCH_COUNTS];

	add(plan, g);
	group_counts(m, g, counts);
	for (uint32_t k = 0; k < m->slots + MATCH_COUNTS; k++) {
		int64_t by = k < m->slots ? k == g->slot : counts[k - m->slots];

		box->high[k] = box->high[k] > by ? box->high[k] - by : 0;
		box->low[k] = box->low[k] > by ? box->low[k] - by : 0;
	}
}

/* Settles the groups that the fractions have nearly whole, or the one they have most of. False: none. */
static bool
settle_most(struct plan *plan, struct group_box *box, const int64_t *fractions)
{
	struct group_run *run = plan->run;
	size_t columns = group_lp_count(run->lp), best = columns;
	bool is_any = false;

	for (size_t c = 0; c < columns; c++) {
		const struct match_group *g = group_lp_at(run->lp, c);

		if (fractions[c] <= ONE / 64 || !is_free(plan, g))
			continue;
		if (fractions[c] >= ONE - ONE / 8) {
			settle(plan, g, box);
			is_any = true;
		} else if (best == columns || fractions[c] > fractions[best]) {
			best = c;
		}
	}
	if (!is_any && best < columns)
		settle(plan, group_lp_at(run->lp, best), box);
	return is_any || best < columns;
}

bool
group_run_dive(struct group_run *run, const struct group_node *node)
{
	struct group_box box = node->box;
	struct arena *scratch;
	struct plan plan;
	int64_t *fractions;
	bool goes_on = true;

	arena_open((size_t)run->model.mentees + run->model.mentors + group_lp_most(run->lp) * sizeof(int64_t) + (1 << 16), &scratch);
	plan = begin(run, scratch);
	fractions = ARENA_MANY(scratch, group_lp_most(run->lp), int64_t);
	run->progress.phase = "dive";
	group_lp_fractions(run->lp, fractions);
	while (goes_on && settle_most(&plan, &box, fractions)) {
		group_lp_begin(run->lp, &box);
		group_lp_bar(run->lp, plan.is_taken);
		goes_on = group_lp_solve(run->lp, group_run_watch(run));
		group_lp_fractions(run->lp, fractions);
	}
	if (goes_on)
		goes_on = complete(&plan);
	arena_close(&scratch);
	return goes_on;
}
