/* Reasons of those without a group: looked for in the order of the least that would have to change. */
#include "engine/explain_groups.h"

#include "base/arena.h"
#include "engine/groups_model.h"

struct leaving {
	struct group_model model;
	const struct match_groups *plan;
	bool *is_placed;              /* mentees, then mentors */
	struct match_left *left;
};

int64_t
match_theme_points(const struct match_person *one, const struct match_groups *plan, uint32_t theme)
{
	for (size_t t = 0; t < one->themes.count && theme != MATCH_GENERAL; t++)
		if (str_equal(one->themes.at[t], plan->themes.at[theme]))
			return t == 0 ? GROUP_THEME_FIRST : GROUP_THEME_OTHER;
	return 0;
}

static void
find_placed(struct leaving *l)
{
	for (size_t g = 0; g < l->plan->count; g++) {
		const struct match_group *group = &l->plan->groups[g];

		for (uint32_t s = 0; s < l->plan->shape.mentees; s++)
			l->is_placed[group->mentees[s]] = true;
		for (uint32_t r = 0; r < l->plan->shape.mentors; r++)
			l->is_placed[l->model.mentees + group->mentors[r]] = true;
	}
}

/* People of a side in that slot; of a gender, if one is wanted. */
static int64_t
in_slot(const struct match_side *side, uint32_t slot, enum match_kind kind)
{
	enum match_gender wanted = kind == MATCH_FOR_WOMEN ? MATCH_WOMAN : MATCH_MAN;
	int64_t count = 0;

	for (size_t i = 0; i < side->count; i++)
		count += (side->at[i].slots >> slot & 1) != 0 && (kind == MATCH_MIXED || side->at[i].gender == wanted);
	return count;
}

static bool
has_slot(const struct leaving *l, const struct match_person *one)
{
	const struct match_cohort *c = l->model.cohort;

	for (uint32_t h = 0; h < l->model.slots; h++)
		if ((one->slots >> h & 1) != 0 && c->slot_groups[h] > 0 && in_slot(&c->mentors, h, MATCH_MIXED) >= l->plan->shape.mentors
		    && in_slot(&c->mentees, h, MATCH_MIXED) >= l->plan->shape.mentees)
			return true;
	return false;
}

/* The slot with the most mentors of the gender asked for, then the most members. */
static void
explain_preference(const struct leaving *l, uint32_t mentee, struct match_left *left)
{
	const struct match_cohort *c = l->model.cohort;
	enum match_kind kind = (enum match_kind)l->model.asks[mentee];

	left->reason = MATCH_PREFERENCE;
	left->mentors = -1;
	for (uint32_t h = 0; h < l->model.slots; h++) {
		int64_t mentors = in_slot(&c->mentors, h, kind), members = in_slot(&c->mentees, h, kind);

		if ((c->mentees.at[mentee].slots >> h & 1) == 0 || mentors < left->mentors || (mentors == left->mentors && members <= left->members))
			continue;
		left->slot = h;
		left->mentors = mentors;
		left->members = members;
		left->venue = c->slot_groups[h];
	}
}

/* Whether the mentee could sit in that place of the group: rows, slot, kind, and somebody who asked still there. */
static bool
can_replace(const struct leaving *l, uint32_t mentee, const struct match_group *g, uint32_t seat)
{
	const struct group_model *m = &l->model;
	bool asks = g->kind == MATCH_MIXED || m->asks[mentee] != 0;

	if ((m->kinds[mentee] >> g->kind & 1) == 0 || (m->cohort->mentees.at[mentee].slots >> g->slot & 1) == 0)
		return false;
	for (uint32_t r = 0; r < m->shape.mentors; r++)
		if (m->score[(size_t)g->mentors[r] * m->mentees + mentee] < 0)
			return false;
	for (uint32_t s = 0; s < m->shape.mentees; s++)
		asks = asks || (s != seat && m->asks[g->mentees[s]] != 0);
	return asks;
}

/* The cheapest place of somebody else. */
static void
find_place(const struct leaving *l, uint32_t mentee, struct match_left *left)
{
	const struct group_model *m = &l->model;

	for (size_t g = 0; g < l->plan->count; g++)
		for (uint32_t s = 0; s < m->shape.mentees; s++) {
			struct match_group other = l->plan->groups[g];
			int64_t preferred, score;

			if (!can_replace(l, mentee, &other, s))
				continue;
			preferred = (m->asks[other.mentees[s]] != 0) - (m->asks[mentee] != 0);
			other.mentees[s] = mentee;
			score = group_score(m, &l->plan->groups[g]) - group_score(m, &other);
			if (left->has_loss && (preferred > left->preferred || (preferred == left->preferred && score >= left->score)))
				continue;
			left->has_loss = true;
			left->instead = l->plan->groups[g].mentees[s];
			left->preferred = preferred;
			left->score = score;
		}
}

static void
explain_one(const struct leaving *l, uint32_t place, struct match_left *left)
{
	bool is_mentor = place >= l->model.mentees;
	uint32_t at = is_mentor ? place - l->model.mentees : place;
	const struct match_side *side = is_mentor ? &l->model.cohort->mentors : &l->model.cohort->mentees;

	if (!has_slot(l, &side->at[at])) {
		left->reason = MATCH_NO_SLOT;
	} else if (!is_mentor && l->model.asks[at] != 0) {
		explain_preference(l, at, left);
	} else if (l->plan->levels.groups == l->model.weights.groups_most) {
		left->reason = MATCH_INTAKE;
		if (!is_mentor)
			find_place(l, at, left);
	} else {
		left->reason = MATCH_PAIRING;
	}
}

struct match_left *
match_explain_groups(struct arena *arena, const struct match_cohort *cohort, const struct match_groups *plan)
{
	struct leaving l = { .plan = plan };
	size_t people = cohort->mentees.count + cohort->mentors.count;

	group_model(arena, cohort, plan->shape, &l.model);
	l.is_placed = ARENA_MANY(arena, people + 1, bool);
	l.left = ARENA_MANY(arena, people + 1, struct match_left);
	find_placed(&l);
	for (uint32_t p = 0; p < people; p++)
		if (!l.is_placed[p])
			explain_one(&l, p, &l.left[p]);
	return l.left;
}
