/* The best group of each tuple of mentors at given duals, exactly: for each seat (whose buddy) only the best few mentees can matter, since whoever else sat
 * there could be exchanged for one of them; a small table over those few finds who sits where. All numbers are scaled and whole. */
#include "engine/groups_price.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { SEATS = MATCH_GROUP_MENTORS, TOP = MATCH_GROUP_MENTEES, FEW_MOST = 2 * SEATS * TOP, STATES = 27, TUPLES_BETWEEN = 256 };
#define NOTHING (INT64_MIN / 4)

/* The best mentees of a seat so far, the best first. */
struct top {
	uint32_t count;
	uint32_t at[TOP];             /* places in the list of the tuple */
	int64_t value[TOP];
};

/* A mentee of a hub, and the most they can add there. */
struct line {
	int64_t most;
	uint32_t at;                  /* place in the list of the tuple */
};

struct group_price {
	const struct group_model *model;
	const struct group_box *box;
	const int64_t *duals;
	uint32_t width, states, power[SEATS];    /* a state: how many sit on each seat, as digits to that base */
	bool is_full[STATES];         /* states that are a whole group */
	/* the tuple of mentors under way */
	uint32_t mentors[SEATS];
	uint64_t slots;               /* that all of them have */
	int64_t worth;                /* of the mentors and the levels, scaled, less duals; without slot, kind, theme */
	uint32_t count, *who;         /* mentees who have a row with each of them */
	int64_t *base, *add[SEATS];   /* by place in who: without a buddy; what a buddy on that seat adds */
	/* the hub under way */
	uint32_t slot, theme;
	enum match_kind kind;
	uint32_t few[FEW_MOST], few_count;    /* places in who, ascending */
	int64_t best[FEW_MOST + 1][2 * STATES];
	uint8_t from[FEW_MOST + 1][2 * STATES];
	/* for listing */
	struct line *line;
	uint32_t line_count;
};

static void
find_states(struct group_price *p)
{
	struct match_shape shape = p->model->shape;
	uint32_t least = shape.mentees / shape.mentors, most = (shape.mentees + shape.mentors - 1) / shape.mentors;

	p->width = most + 1;
	p->states = 1;
	for (uint32_t r = 0; r < shape.mentors; r++) {
		p->power[r] = p->states;
		p->states *= p->width;
	}
	for (uint32_t s = 0; s < p->states; s++) {
		uint32_t sum = 0, rest = s;

		p->is_full[s] = true;
		for (uint32_t r = 0; r < shape.mentors; r++, rest /= p->width) {
			sum += rest % p->width;
			p->is_full[s] = p->is_full[s] && rest % p->width >= least;
		}
		p->is_full[s] = p->is_full[s] && sum == shape.mentees;
	}
}

struct group_price *
group_price(struct arena *arena, const struct group_model *m)
{
	struct group_price *p = ARENA_NEW(arena, struct group_price);

	p->model = m;
	p->who = ARENA_MANY(arena, (size_t)m->mentees + 1, uint32_t);
	p->base = ARENA_MANY(arena, (size_t)m->mentees + 1, int64_t);
	for (uint32_t r = 0; r < m->shape.mentors; r++)
		p->add[r] = ARENA_MANY(arena, (size_t)m->mentees + 1, int64_t);
	p->line = ARENA_MANY(arena, (size_t)m->mentees + 1, struct line);
	find_states(p);
	return p;
}

/* The dual of a count or slot: of its upper bound less that of its lower one. */
static int64_t
net(const struct group_price *p, uint32_t slot_or_count)
{
	return p->duals[group_high_row(p->model, slot_or_count)] - p->duals[group_low_row(p->model, slot_or_count)];
}

static int64_t
net_count(const struct group_price *p, enum match_count count)
{
	return net(p, p->model->slots + count);
}

static bool
has(const struct group_price *p, uint32_t mentor)
{
	for (uint32_t r = 0; r < p->model->shape.mentors; r++)
		if (p->mentors[r] == mentor)
			return true;
	return false;
}

static bool
is_in_box(const struct group_price *p)
{
	for (uint32_t i = 0; i < p->box->pair_count; i++) {
		const struct group_pair *pair = &p->box->pairs[i];
		bool first = has(p, pair->first), second = has(p, pair->second);

		if (pair->together ? first != second : first && second)
			return false;
	}
	return true;
}

/* Who could sit with all of these mentors, in some slot. */
static void
find_mentees(struct group_price *p)
{
	const struct group_model *m = p->model;
	int64_t asking = MATCH_DUAL_SCALE * m->weights.preferred - net_count(p, MATCH_COUNT_PREFERRED);

	p->count = 0;
	for (uint32_t i = 0; i < m->mentees; i++) {
		int64_t sum = 0;
		uint32_t r = 0;

		if (m->kinds[i] == 0 || (m->cohort->mentees.at[i].slots & p->slots) == 0)
			continue;
		for (; r < m->shape.mentors; r++) {
			int32_t score = m->score[(size_t)p->mentors[r] * m->mentees + i];

			if (score < 0)
				break;
			p->add[r][p->count] = (int64_t)MATCH_DUAL_SCALE * score;
			sum += score;
		}
		if (r < m->shape.mentors)
			continue;
		p->base[p->count] = MATCH_DUAL_SCALE * sum - p->duals[i] + (m->asks[i] != 0 ? asking : 0);
		p->who[p->count++] = i;
	}
}

/* False if these mentors cannot be a group. */
static bool
begin_tuple(struct group_price *p)
{
	const struct group_model *m = p->model;

	p->slots = m->slots == MATCH_SLOTS ? UINT64_MAX : (UINT64_C(1) << m->slots) - 1;
	p->worth = MATCH_DUAL_SCALE * m->weights.groups - net_count(p, MATCH_COUNT_GROUPS);
	for (uint32_t r = 0; r < m->shape.mentors; r++) {
		p->slots &= m->cohort->mentors.at[p->mentors[r]].slots;
		p->worth -= p->duals[m->mentees + p->mentors[r]];
	}
	if (p->slots == 0 || !is_in_box(p))
		return false;
	find_mentees(p);
	return p->count >= m->shape.mentees;
}

/* The next tuple in the order of places; the first after all zeros and count 0. False after the last. */
static bool
next_tuple(uint32_t *tuple, uint32_t length, uint32_t people, bool is_first)
{
	uint32_t r = length;

	if (people < length)
		return false;
	if (is_first) {
		for (uint32_t i = 0; i < length; i++)
			tuple[i] = i;
		return true;
	}
	while (r > 0 && tuple[r - 1] == people - length + r - 1)
		r--;
	if (r == 0)
		return false;
	tuple[r - 1]++;
	for (; r < length; r++)
		tuple[r] = tuple[r - 1] + 1;
	return true;
}

/* What the hub adds to the worth of its mentors. */
static int64_t
hub_worth(const struct group_price *p)
{
	const struct group_model *m = p->model;
	int64_t worth = p->worth - net(p, p->slot);

	if (p->kind == MATCH_FOR_WOMEN)
		worth -= net_count(p, MATCH_COUNT_WOMEN);
	else if (p->kind == MATCH_FOR_MEN)
		worth -= net_count(p, MATCH_COUNT_MEN);
	else if (group_lacks(m, p->mentors))
		worth -= MATCH_DUAL_SCALE * m->weights.lacking + net_count(p, MATCH_COUNT_LACKING);
	return worth;
}

static bool
can_sit(const struct group_price *p, uint32_t at)
{
	const struct group_model *m = p->model;

	return (m->kinds[p->who[at]] >> p->kind & 1) != 0 && (m->cohort->mentees.at[p->who[at]].slots >> p->slot & 1) != 0;
}

static void
put(struct top *top, uint32_t most, uint32_t at, int64_t value)
{
	uint32_t place;

	if (top->count == most && top->value[most - 1] >= value)
		return;
	place = top->count < most ? top->count++ : most - 1;
	while (place > 0 && top->value[place - 1] < value) {
		top->value[place] = top->value[place - 1];
		top->at[place] = top->at[place - 1];
		place--;
	}
	top->value[place] = value;
	top->at[place] = at;
}

static int64_t
points(const struct group_price *p, uint32_t at)
{
	return (int64_t)MATCH_DUAL_SCALE * p->model->mentee_points[(size_t)p->theme * p->model->mentees + p->who[at]];
}

/* Adds whoever stands there to the few, once, ascending. */
static void
add_few(struct group_price *p, const struct top *top)
{
	for (uint32_t t = 0; t < top->count; t++) {
		uint32_t place = p->few_count;

		while (place > 0 && p->few[place - 1] > top->at[t])
			place--;
		if (place > 0 && p->few[place - 1] == top->at[t])
			continue;
		memmove(&p->few[place + 1], &p->few[place], (p->few_count - place) * sizeof(p->few[0]));
		p->few[place] = top->at[t];
		p->few_count++;
	}
}

/* Those who can matter: the best of each seat; where somebody must have asked, the best of those as well. */
static void
find_few(struct group_price *p)
{
	const struct group_model *m = p->model;
	uint32_t most = m->shape.mentees;
	struct top seat[SEATS], asking[SEATS];

	for (uint32_t r = 0; r < m->shape.mentors; r++)
		seat[r].count = asking[r].count = 0;
	for (uint32_t x = 0; x < p->count; x++) {
		int64_t value;

		if (!can_sit(p, x))
			continue;
		value = p->base[x] + points(p, x);
		for (uint32_t r = 0; r < m->shape.mentors; r++) {
			put(&seat[r], most, x, value + p->add[r][x]);
			if (p->kind != MATCH_MIXED && m->asks[p->who[x]] != 0)
				put(&asking[r], most, x, value + p->add[r][x]);
		}
	}
	p->few_count = 0;
	for (uint32_t r = 0; r < m->shape.mentors; r++) {
		add_few(p, &seat[r]);
		add_few(p, &asking[r]);
	}
}

static bool
has_room(const struct group_price *p, uint32_t state, uint32_t seat)
{
	return state / p->power[seat] % p->width < p->width - 1;
}

/* Places one of the few, or leaves them out, from every state before. */
static void
place_one(struct group_price *p, uint32_t few)
{
	uint32_t x = p->few[few];
	bool asks = p->model->asks[p->who[x]] != 0;
	int64_t value = p->base[x] + points(p, x), *after = p->best[few + 1];
	const int64_t *before = p->best[few];

	memcpy(after, before, 2 * p->states * sizeof(after[0]));
	memset(p->from[few + 1], 0, 2 * p->states);
	for (uint32_t s = 0; s < 2 * p->states; s++) {
		if (before[s] == NOTHING)
			continue;
		for (uint32_t r = 0; r < p->model->shape.mentors; r++) {
			uint32_t next = s + 2 * p->power[r];

			if (!has_room(p, s / 2, r))
				continue;
			next |= asks;
			if (before[s] + value + p->add[r][x] > after[next]) {
				after[next] = before[s] + value + p->add[r][x];
				p->from[few + 1][next] = (uint8_t)(1 + 2 * r + (s & 1));
			}
		}
	}
}

/* The best whole group of the few; NOTHING if there is none. state: how it ends. */
static int64_t
seat_few(struct group_price *p, uint32_t *state)
{
	int64_t best = NOTHING;

	for (uint32_t s = 0; s < 2 * p->states; s++)
		p->best[0][s] = NOTHING;
	p->best[0][0] = 0;
	for (uint32_t f = 0; f < p->few_count; f++)
		place_one(p, f);
	for (uint32_t s = 0; s < 2 * p->states; s++)
		if (p->is_full[s / 2] && (p->kind == MATCH_MIXED || (s & 1) != 0) && p->best[p->few_count][s] > best) {
			best = p->best[p->few_count][s];
			*state = s;
		}
	return best;
}

/* The group that ends in that state. */
static void
read_group(const struct group_price *p, uint32_t state, struct match_group *g)
{
	uint32_t at = p->model->shape.mentees;

	*g = (struct match_group){ .slot = p->slot, .kind = p->kind, .theme = p->theme == p->model->themes ? MATCH_GENERAL : p->theme };
	memcpy(g->mentors, p->mentors, sizeof(p->mentors));
	for (uint32_t f = p->few_count; f > 0; f--) {
		uint32_t from = p->from[f][state], seat;

		if (from == 0)
			continue;
		seat = (from - 1) / 2;
		at--;
		g->mentees[at] = p->who[p->few[f - 1]];
		g->buddy[at] = (uint8_t)seat;
		state = (state / 2 - p->power[seat]) * 2 + ((from - 1) & 1);
	}
}

/* Points of the mentors for the theme under way; below 0: one of them does not offer it. */
static int64_t
offer_points(const struct group_price *p)
{
	const struct group_model *m = p->model;
	int64_t sum = 0;

	for (uint32_t r = 0; r < m->shape.mentors && p->theme < m->themes; r++) {
		int64_t one = m->mentor_points[(size_t)p->theme * m->mentors + p->mentors[r]];

		if (one == 0)
			return -1;
		sum += one;
	}
	return MATCH_DUAL_SCALE * sum;
}

/* The best group of the tuple over slots, kinds and themes. */
static void
best_of_tuple(struct group_price *p, struct group_offer *best)
{
	const struct group_model *m = p->model;
	unsigned kinds = group_mentor_kinds(m, p->mentors);

	for (p->slot = 0; p->slot < m->slots; p->slot++)
		for (p->kind = MATCH_MIXED; p->kind < MATCH_KINDS; p->kind++) {
			int64_t worth;

			if ((p->slots >> p->slot & 1) == 0 || (kinds >> p->kind & 1) == 0)
				continue;
			worth = hub_worth(p);
			for (p->theme = 0; p->theme <= m->themes; p->theme++) {
				int64_t offer = offer_points(p), gain;
				uint32_t state = 0;

				if (offer < 0)
					continue;
				find_few(p);
				gain = seat_few(p, &state);
				if (gain == NOTHING || gain + worth + offer <= best->gain)
					continue;
				best->gain = gain + worth + offer;
				read_group(p, state, &best->group);
			}
		}
}

static void
begin(struct group_price *p, const struct group_box *box, const int64_t *duals)
{
	p->box = box;
	p->duals = duals;
}

bool
group_price_best(struct group_price *p, const struct group_box *box, const int64_t *duals, struct group_watch watch,
    void (*take)(void *self, const struct group_offer *))
{
	uint32_t steps = 0;

	begin(p, box, duals);
	for (bool is_first = true; next_tuple(p->mentors, p->model->shape.mentors, p->model->mentors, is_first); is_first = false) {
		struct group_offer best = { .gain = 0 };

		if (++steps % TUPLES_BETWEEN == 0 && watch.stops(watch.self))
			return false;
		if (!begin_tuple(p))
			continue;
		best_of_tuple(p, &best);
		if (best.gain > 0)
			take(watch.self, &best);
	}
	return true;
}

/* --- all groups within a gap --- */

static int
most_first(const void *left, const void *right)
{
	const struct line *a = left, *b = right;

	if (a->most != b->most)
		return a->most < b->most ? 1 : -1;
	return (a->at > b->at) - (a->at < b->at);
}

/* Who can sit in the hub, by the most that they can add on any seat and theme. Returns the most that a theme adds for the mentors. */
static int64_t
find_line(struct group_price *p)
{
	const struct group_model *m = p->model;
	int64_t most_offer = 0;

	p->line_count = 0;
	for (uint32_t x = 0; x < p->count; x++) {
		if (!can_sit(p, x))
			continue;
		p->line[p->line_count].at = x;
		p->line[p->line_count++].most = NOTHING;
	}
	for (p->theme = 0; p->theme <= m->themes; p->theme++) {
		int64_t offer = offer_points(p);

		if (offer < 0)
			continue;
		most_offer = offer > most_offer ? offer : most_offer;
		for (uint32_t l = 0; l < p->line_count; l++) {
			uint32_t x = p->line[l].at;
			int64_t value = p->base[x] + points(p, x), add = 0;

			for (uint32_t r = 0; r < m->shape.mentors; r++)
				add = p->add[r][x] > add ? p->add[r][x] : add;
			if (value + add > p->line[l].most)
				p->line[l].most = value + add;
		}
	}
	qsort(p->line, p->line_count, sizeof(p->line[0]), most_first);
	return most_offer;
}

/* The best theme and buddies of the few. */
static void
best_of_few(struct group_price *p, int64_t worth, struct group_offer *best)
{
	for (p->theme = 0; p->theme <= p->model->themes; p->theme++) {
		int64_t offer = offer_points(p), gain;
		uint32_t state = 0;

		if (offer < 0)
			continue;
		gain = seat_few(p, &state);
		if (gain == NOTHING || gain + worth + offer <= best->gain)
			continue;
		best->gain = gain + worth + offer;
		read_group(p, state, &best->group);
	}
}

/* Tries the mentees at those places of the line. False: the list is full. */
static bool
try_places(struct group_price *p, const uint32_t *places, int64_t worth, struct group_list *list)
{
	struct group_offer best = { .gain = NOTHING };

	if (++list->tries == list->tries_most)
		return false;
	p->few_count = 0;
	for (uint32_t s = 0; s < p->model->shape.mentees; s++) {
		struct top one = { .count = 1, .at = { p->line[places[s]].at } };

		add_few(p, &one);
	}
	best_of_few(p, worth, &best);
	if (best.gain < list->least)
		return true;
	if (list->count == list->most)
		return false;
	list->at[list->count++] = best;
	return true;
}

/* The most that groups can come to whose mentees up to that depth stand at these places: the ones after them follow at once. */
static int64_t
most_from(const struct group_price *p, const uint32_t *places, uint32_t depth)
{
	uint32_t size = p->model->shape.mentees;
	int64_t sum = 0;

	for (uint32_t d = 0; d < size; d++) {
		uint32_t place = d <= depth ? places[d] : places[depth] + d - depth;

		if (place >= p->line_count)
			return NOTHING;
		sum += p->line[place].most;
	}
	return sum;
}

/* Every choice from the line that can still reach: places ascend, and the line descends, so the first that cannot ends its depth. */
static bool
list_hub(struct group_price *p, int64_t worth, struct group_list *list)
{
	uint32_t places[TOP] = { 0 }, depth = 0, last = p->model->shape.mentees - 1;
	int64_t need = list->least - worth - find_line(p);

	for (;;) {
		if (most_from(p, places, depth) < need || most_from(p, places, depth) == NOTHING) {
			if (depth == 0)
				return true;
			places[--depth]++;
		} else if (depth < last) {
			places[depth + 1] = places[depth] + 1;
			depth++;
		} else {
			if (!try_places(p, places, worth, list))
				return false;
			places[depth]++;
		}
	}
}

bool
group_price_all(struct group_price *p, const struct group_box *box, const int64_t *duals, struct group_watch watch, struct group_list *list)
{
	const struct group_model *m = p->model;
	uint32_t steps = 0;

	begin(p, box, duals);
	list->count = 0;
	list->tries = 0;
	for (bool is_first = true; next_tuple(p->mentors, m->shape.mentors, m->mentors, is_first); is_first = false) {
		unsigned kinds = group_mentor_kinds(m, p->mentors);

		if (++steps % TUPLES_BETWEEN == 0 && watch.stops(watch.self))
			return false;
		if (!begin_tuple(p))
			continue;
		for (p->slot = 0; p->slot < m->slots; p->slot++)
			for (p->kind = MATCH_MIXED; p->kind < MATCH_KINDS; p->kind++)
				if ((p->slots >> p->slot & 1) != 0 && (kinds >> p->kind & 1) != 0 && !list_hub(p, hub_worth(p), list))
					return false;
	}
	return true;
}
