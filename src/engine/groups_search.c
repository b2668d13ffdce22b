/* Depth first over people: whoever has the fewest ways left sits in one of the listed groups or stays without, and each way has its loss. */
#include "engine/groups_search.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { MEMBERS = MATCH_GROUP_MENTORS + MATCH_GROUP_MENTEES, LISTS_EACH = 12, LOADS = MATCH_SLOTS + MATCH_COUNTS, NODES_BETWEEN = 256 };

struct item {
	const struct match_group *group;
	int64_t loss;
	uint32_t member[MEMBERS];     /* mentees, then mentors after all mentees */
	int64_t counts[MATCH_COUNTS];
};

struct frame {
	size_t first, count;          /* its part of the lists: items that are still open */
	size_t next;                  /* the next of them to try */
	int64_t loss;
	uint32_t person;
	uint32_t item;                /* the one that is tried; count of items: none */
	bool is_entered, is_leaving;
};

struct group_search {
	const struct group_model *model;
	struct group_quest *quest;
	size_t most, room;
	struct item *items;
	uint32_t *lists;
	struct frame *frames;
	uint32_t depth, people, members;
	bool *is_taken;               /* of each person: sits, or stays without */
	uint32_t *ways;               /* of each person, in the frame under way */
	int64_t used[LOADS];
	int64_t steps;
};

static size_t
frames_most(const struct group_model *m)
{
	return (size_t)m->mentees + m->mentors + 2;
}

size_t
group_search_bytes(const struct group_model *m, size_t most)
{
	return most * (sizeof(struct item) + LISTS_EACH * sizeof(uint32_t)) + frames_most(m) * (sizeof(struct frame) + 16) + 4096;
}

struct group_search *
group_search(struct arena *arena, const struct group_model *m, size_t most)
{
	struct group_search *s = ARENA_NEW(arena, struct group_search);

	s->model = m;
	s->most = most;
	s->room = most * LISTS_EACH;
	s->people = m->mentees + m->mentors;
	s->members = m->shape.mentees + m->shape.mentors;
	s->items = ARENA_MANY(arena, most + 1, struct item);
	s->lists = ARENA_MANY(arena, s->room + 1, uint32_t);
	s->frames = ARENA_MANY(arena, frames_most(m), struct frame);
	s->is_taken = ARENA_MANY(arena, (size_t)s->people + 1, bool);
	s->ways = ARENA_MANY(arena, (size_t)s->people + 1, uint32_t);
	return s;
}

static int
least_first(const void *left, const void *right)
{
	const struct item *a = left, *b = right;

	if (a->loss != b->loss)
		return a->loss < b->loss ? -1 : 1;
	return (a->group > b->group) - (a->group < b->group);
}

static void
fill_items(struct group_search *s)
{
	const struct group_model *m = s->model;

	for (size_t c = 0; c < s->quest->count; c++) {
		const struct group_offer *offer = &s->quest->offers[c];
		struct item *item = &s->items[c];

		item->group = &offer->group;
		item->loss = -offer->gain;
		for (uint32_t p = 0; p < m->shape.mentees; p++)
			item->member[p] = offer->group.mentees[p];
		for (uint32_t r = 0; r < m->shape.mentors; r++)
			item->member[m->shape.mentees + r] = m->mentees + offer->group.mentors[r];
		group_counts(m, &offer->group, item->counts);
	}
	qsort(s->items, s->quest->count, sizeof(s->items[0]), least_first);
}

static void
use(struct group_search *s, const struct item *item, int64_t by)
{
	for (uint32_t p = 0; p < s->members; p++)
		s->is_taken[item->member[p]] = by > 0;
	s->used[item->group->slot] += by;
	for (uint32_t k = 0; k < MATCH_COUNTS; k++)
		s->used[s->model->slots + k] += by * item->counts[k];
}

static bool
is_open(const struct group_search *s, const struct item *item)
{
	for (uint32_t p = 0; p < s->members; p++)
		if (s->is_taken[item->member[p]])
			return false;
	return true;
}

/* How many groups whoever still has a way could make. */
static int64_t
groups_left(const struct group_search *s, int64_t *asking)
{
	const struct group_model *m = s->model;
	int64_t mentees = 0, mentors = 0;

	*asking = 0;
	for (uint32_t p = 0; p < s->people; p++) {
		if (s->ways[p] == 0)
			continue;
		mentees += p < m->mentees;
		mentors += p >= m->mentees;
		*asking += p < m->mentees && m->asks[p] != 0;
	}
	mentees /= m->shape.mentees;
	mentors /= m->shape.mentors;
	return mentees < mentors ? mentees : mentors;
}

/* What loads must lose, or -1 if they cannot come to lie within the box. */
static int64_t
loss_of_loads(const struct group_search *s)
{
	const struct group_model *m = s->model;
	const struct group_box *box = s->quest->box;
	int64_t asking, left = groups_left(s, &asking), loss = 0;

	for (uint32_t k = 0; k < m->slots + MATCH_COUNTS; k++) {
		int64_t most = s->used[k] + (k == m->slots + MATCH_COUNT_PREFERRED ? asking : left);

		if (s->used[k] > box->high[k] || most < box->low[k])
			return -1;
		if (most < box->high[k])
			loss += s->quest->duals[group_high_row(m, k)] * (box->high[k] - most);
		if (s->used[k] > box->low[k])
			loss += s->quest->duals[group_low_row(m, k)] * (s->used[k] - box->low[k]);
	}
	return loss;
}

/* Counts the ways of each person among the frame's items; the loss of those who have none any more. */
static int64_t
find_ways(struct group_search *s, const struct frame *f)
{
	int64_t loss = 0;

	memset(s->ways, 0, s->people * sizeof(s->ways[0]));
	for (size_t c = 0; c < f->count; c++) {
		const struct item *item = &s->items[s->lists[f->first + c]];

		for (uint32_t p = 0; p < s->members; p++)
			s->ways[item->member[p]]++;
	}
	for (uint32_t p = 0; p < s->people; p++)
		if (!s->is_taken[p] && s->ways[p] == 0)
			loss += s->quest->duals[p];
	s->steps += (int64_t)f->count + s->people;    /* both are walked through, here and in what follows */
	return loss;
}

/* Items that cost too much now go; true if some did. */
static bool
drop_dear(struct group_search *s, struct frame *f, int64_t left)
{
	size_t kept = 0;

	for (size_t c = 0; c < f->count; c++)
		if (s->items[s->lists[f->first + c]].loss <= left)
			s->lists[f->first + kept++] = s->lists[f->first + c];
	if (kept == f->count)
		return false;
	f->count = kept;
	return true;
}

static uint32_t
fewest_ways(const struct group_search *s, int64_t left)
{
	uint32_t best = s->people, fewest = UINT32_MAX;

	for (uint32_t p = 0; p < s->people; p++) {
		uint32_t ways;

		if (s->ways[p] == 0)
			continue;
		ways = s->ways[p] + (s->quest->duals[p] <= left);
		if (ways < fewest) {
			fewest = ways;
			best = p;
		}
	}
	return best;
}

/* The plan under way is within the budget: it is the best so far. */
static void
keep(struct group_search *s, int64_t loss)
{
	struct group_quest *q = s->quest;

	q->found_count = 0;
	for (uint32_t d = 0; d + 1 < s->depth; d++)
		if (s->frames[d].item < q->count)
			q->found[q->found_count++] = *s->items[s->frames[d].item].group;
	q->has_found = true;
	q->budget = loss - MATCH_DUAL_SCALE;
}

/* False if nothing below the frame can be within the budget. */
static bool
enter(struct group_search *s, struct frame *f)
{
	int64_t loads, lost, left;

	f->is_entered = true;
	f->item = (uint32_t)s->quest->count;
	do {
		lost = find_ways(s, f);
		loads = loss_of_loads(s);
		left = s->quest->budget - f->loss - lost - loads;
		if (loads < 0 || left < 0)
			return false;
	} while (drop_dear(s, f, left));
	f->next = 0;
	if (f->count == 0) {
		keep(s, f->loss + lost + loads);
		return false;
	}
	f->person = fewest_ways(s, left);
	return true;
}

/* A frame more: what is open of the list after the present choice. False: no room. */
static bool
push(struct group_search *s, int64_t loss)
{
	const struct frame *from = &s->frames[s->depth - 1];
	struct frame *f = &s->frames[s->depth];

	*f = (struct frame){ .first = from->first + from->count, .loss = loss };
	if (f->first + from->count > s->room)
		return false;
	for (size_t c = 0; c < from->count; c++)
		if (is_open(s, &s->items[s->lists[from->first + c]]))
			s->lists[f->first + f->count++] = s->lists[from->first + c];
	s->steps += (int64_t)from->count;
	s->depth++;
	return true;
}

static bool
is_with(const struct group_search *s, const struct item *item, uint32_t person)
{
	for (uint32_t p = 0; p < s->members; p++)
		if (item->member[p] == person)
			return true;
	return false;
}

/* Takes back the way under trial. */
static void
undo(struct group_search *s, struct frame *f)
{
	if (f->item < s->quest->count)
		use(s, &s->items[f->item], -1);
	else if (f->is_leaving)
		s->is_taken[f->person] = false;
	f->item = (uint32_t)s->quest->count;
}

/* The next way of the frame's person; false if there is none, or no room (then steps end). */
static bool
advance(struct group_search *s, struct frame *f)
{
	undo(s, f);
	while (f->next < f->count) {
		uint32_t at = s->lists[f->first + f->next++];

		if (!is_with(s, &s->items[at], f->person) || f->loss + s->items[at].loss > s->quest->budget)
			continue;
		f->item = at;
		use(s, &s->items[at], 1);
		if (!push(s, f->loss + s->items[at].loss))
			s->steps = s->quest->steps;
		return true;
	}
	if (f->is_leaving || f->loss + s->quest->duals[f->person] > s->quest->budget)
		return false;
	f->is_leaving = true;
	s->is_taken[f->person] = true;
	if (!push(s, f->loss + s->quest->duals[f->person]))
		s->steps = s->quest->steps;
	return true;
}

static enum group_search_end
run(struct group_search *s, struct group_watch watch)
{
	for (uint32_t nodes = 1; s->depth > 0; nodes++) {
		struct frame *f = &s->frames[s->depth - 1];

		if (s->steps >= s->quest->steps)
			return GROUP_GAVE_UP;
		if (nodes % NODES_BETWEEN == 0 && watch.stops(watch.self))
			return GROUP_SEARCH_STOPPED;
		if ((f->is_entered || enter(s, f)) && advance(s, f))
			continue;
		s->depth--;
	}
	return GROUP_SEARCHED;
}

enum group_search_end
group_search_run(struct group_search *s, struct group_quest *quest, struct group_watch watch)
{
	s->quest = quest;
	quest->has_found = false;
	fill_items(s);
	memset(s->is_taken, 0, s->people * sizeof(s->is_taken[0]));
	memset(s->used, 0, sizeof(s->used));
	s->steps = 0;
	for (size_t c = 0; c < quest->count; c++)
		s->lists[c] = (uint32_t)c;
	s->frames[0] = (struct frame){ .count = quest->count };
	s->depth = 1;
	return run(s, watch);
}
