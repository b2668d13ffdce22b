/* Pricing and listing of the checker of groups, each in the plainest way that ends in seconds: for each choice of mentors, slot, kind and theme, a table of how
 * many sit with which buddy, over all mentees. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "engine/verify_table.h"

enum { STATES = 27, SEATS = MATCH_GROUP_MENTORS, PLACES = MATCH_GROUP_MENTEES, TUPLES_BETWEEN = 64 };
#define NEVER (INT64_MIN / 4)

/* A mentee who could sit with the mentors under way. */
struct candidate {
	uint32_t mentee;
	int64_t base, add[SEATS];     /* worth less dual, scaled; what each mentor as buddy adds */
	int64_t points;               /* of the theme under way, scaled; in a listing: of no theme */
	int64_t most;
};

/* One choice of mentors, slot and kind. */
struct hub {
	struct verify_table *table;
	const struct verify_box *box;
	const int64_t *duals;
	uint32_t mentors[SEATS], slot;
	enum match_kind kind;
	int64_t worth;
	struct candidate *all, *some; /* of the mentors; of the slot and kind */
	size_t all_count, some_count;
};


static int64_t
price_of(const struct hub *h, uint32_t load)
{
	return h->duals[verify_high(h->table, load)] - h->duals[verify_low(h->table, load)];
}

static bool
is_in_box(const struct hub *h)
{
	for (uint32_t i = 0; i < h->box->pair_count; i++) {
		int found = 0;

		for (uint32_t r = 0; r < h->table->said->shape.mentors; r++)
			found += h->mentors[r] == h->box->pairs[i].first || h->mentors[r] == h->box->pairs[i].second;
		if (h->box->pairs[i].together ? found == 1 : found == 2)
			return false;
	}
	return true;
}

/* Everybody who has a row with all of the mentors. */
static void
find_candidates(struct hub *h)
{
	const struct verify_table *t = h->table;

	h->all_count = 0;
	for (uint32_t i = 0; i < t->mentees; i++) {
		struct candidate *c = &h->all[h->all_count];
		bool has_all = true;

		*c = (struct candidate){ .mentee = i, .base = -h->duals[i] };
		if (verify_asks(&t->cohort->mentees.at[i]))
			c->base += MATCH_DUAL_SCALE * t->w2 - price_of(h, t->slots + MATCH_COUNT_PREFERRED);
		for (uint32_t r = 0; r < t->said->shape.mentors; r++) {
			int32_t score = t->scores[(size_t)h->mentors[r] * t->mentees + i];

			has_all = has_all && score >= 0;
			c->add[r] = (int64_t)MATCH_DUAL_SCALE * score;
			c->base += (int64_t)MATCH_DUAL_SCALE * score;
		}
		h->all_count += has_all;
	}
}

/* Whether all mentors have the slot, and the gender of the kind. */
static bool
can_mentor(const struct hub *h)
{
	for (uint32_t r = 0; r < h->table->said->shape.mentors; r++) {
		const struct match_person *mentor = &h->table->cohort->mentors.at[h->mentors[r]];

		if ((mentor->slots >> h->slot & 1) == 0 || (h->kind == MATCH_FOR_WOMEN && mentor->gender != MATCH_WOMAN)
		    || (h->kind == MATCH_FOR_MEN && mentor->gender != MATCH_MAN))
			return false;
	}
	return true;
}

/* False if the mentors cannot meet so, or may not be such a group. */
static bool
begin_hub(struct hub *h)
{
	const struct verify_table *t = h->table;

	if (!can_mentor(h))
		return false;
	h->worth = MATCH_DUAL_SCALE * t->w1 - price_of(h, h->slot) - price_of(h, t->slots + MATCH_COUNT_GROUPS);
	for (uint32_t r = 0; r < t->said->shape.mentors; r++)
		h->worth -= h->duals[t->mentees + h->mentors[r]];
	if (h->kind == MATCH_FOR_WOMEN)
		h->worth -= price_of(h, t->slots + MATCH_COUNT_WOMEN);
	else if (h->kind == MATCH_FOR_MEN)
		h->worth -= price_of(h, t->slots + MATCH_COUNT_MEN);
	else if (verify_lacks(t, h->mentors))
		h->worth -= MATCH_DUAL_SCALE * t->w3 + price_of(h, t->slots + MATCH_COUNT_LACKING);
	h->some_count = 0;
	for (size_t c = 0; c < h->all_count; c++) {
		const struct match_person *mentee = &t->cohort->mentees.at[h->all[c].mentee];

		if ((mentee->slots >> h->slot & 1) != 0 && verify_suits(mentee, h->kind))
			h->some[h->some_count++] = h->all[c];
	}
	return h->some_count >= t->said->shape.mentees;
}

/* What the mentors add for a theme; below 0: it cannot be theirs. theme = themes: the general one. */
static int64_t
offer(const struct hub *h, uint32_t theme)
{
	int64_t sum = 0;

	for (uint32_t r = 0; r < h->table->said->shape.mentors && theme < h->table->themes; r++) {
		int64_t one = verify_points(&h->table->cohort->mentors.at[h->mentors[r]], h->table->names[theme]);

		if (one == 0)
			return -1;
		sum += one;
	}
	return MATCH_DUAL_SCALE * sum;
}

static int64_t
likes(const struct hub *h, const struct candidate *c, uint32_t theme)
{
	return theme == h->table->themes ? 0 : MATCH_DUAL_SCALE * verify_points(&h->table->cohort->mentees.at[c->mentee], h->table->names[theme]);
}

/* The sum of digits to that base, and whether each lies between the two; a state has a digit for each buddy's load. */
static bool
is_whole(const struct hub *h, uint32_t state, uint32_t width)
{
	struct match_shape shape = h->table->said->shape;
	uint32_t sum = 0;

	for (uint32_t r = 0; r < shape.mentors; r++, state /= width) {
		if (state % width < shape.mentees / shape.mentors)
			return false;
		sum += state % width;
	}
	return sum == shape.mentees;
}

/* One more candidate: from each state to the ones with them on a seat, the largest states first, so that nobody sits twice. */
static void
seat(const struct hub *h, const struct candidate *c, uint32_t width, int64_t best[2][STATES])
{
	uint32_t mentors = h->table->said->shape.mentors, states = mentors == 1 ? width : mentors == 2 ? width * width : width * width * width;
	bool asks = verify_asks(&h->table->cohort->mentees.at[c->mentee]);

	for (uint32_t s = states; s-- > 0;)
		for (uint32_t asked = 0; asked < 2; asked++) {
			uint32_t power = 1;

			for (uint32_t r = 0; r < mentors && best[asked][s] != NEVER; r++, power *= width) {
				int64_t value = best[asked][s] + c->base + c->points + c->add[r];

				if (s / power % width < width - 1 && value > best[asked || asks][s + power])
					best[asked || asks][s + power] = value;
			}
		}
}

/* What the best whole group of these candidates is worth; NEVER if there is none. */
static int64_t
best_group(const struct hub *h, const struct candidate *from, size_t count)
{
	struct match_shape shape = h->table->said->shape;
	uint32_t width = (shape.mentees + shape.mentors - 1) / shape.mentors + 1;
	int64_t best[2][STATES], most = NEVER;

	for (uint32_t s = 0; s < STATES; s++)
		best[0][s] = best[1][s] = NEVER;
	best[0][0] = 0;
	for (size_t c = 0; c < count; c++)
		seat(h, &from[c], width, best);
	for (uint32_t s = 0; s < STATES; s++) {
		if (!is_whole(h, s, width))
			continue;
		most = best[1][s] > most ? best[1][s] : most;
		most = h->kind == MATCH_MIXED && best[0][s] > most ? best[0][s] : most;
	}
	return most;
}

/* The same over all themes, with what the mentors are worth. */
static int64_t
best_of_themes(const struct hub *h, struct candidate *from, size_t count)
{
	int64_t most = NEVER;

	for (uint32_t theme = 0; theme <= h->table->themes; theme++) {
		int64_t more = offer(h, theme), one;

		if (more < 0)
			continue;
		for (size_t c = 0; c < count; c++)
			from[c].points = likes(h, &from[c], theme);
		one = best_group(h, from, count);
		if (one != NEVER && one + more + h->worth > most)
			most = one + more + h->worth;
	}
	return most;
}

/* Mentors in ascending places: the next choice of them, or the first. */
static bool
next_mentors(struct hub *h, bool is_first)
{
	uint32_t size = h->table->said->shape.mentors, r = size;

	if (h->table->mentors < size)
		return false;
	if (is_first) {
		for (uint32_t q = 0; q < size; q++)
			h->mentors[q] = q;
		return true;
	}
	while (r > 0 && h->mentors[r - 1] + (size - r) + 1 == h->table->mentors)
		r--;
	if (r == 0)
		return false;
	h->mentors[r - 1]++;
	for (; r < size; r++)
		h->mentors[r] = h->mentors[r - 1] + 1;
	return true;
}

static void
begin(struct hub *h, struct verify_table *t, const struct verify_box *box, const int64_t *duals)
{
	*h = (struct hub){ .table = t, .box = box, .duals = duals };
	h->all = ARENA_MANY(t->arena, (size_t)t->mentees + 1, struct candidate);
	h->some = ARENA_MANY(t->arena, (size_t)t->mentees + 1, struct candidate);
}

static bool
is_tired(struct verify_table *t, uint32_t steps)
{
	if (steps % TUPLES_BETWEEN == 0 && t->said->gives_up != NULL && t->said->gives_up(t->said->self))
		t->is_tired = true;
	return t->is_tired;
}

bool
verify_price(struct verify_table *t, const struct verify_box *box, const int64_t *duals, int64_t *most)
{
	struct hub h;
	uint32_t steps = 0;

	begin(&h, t, box, duals);
	*most = 0;
	for (bool more = next_mentors(&h, true); more; more = next_mentors(&h, false)) {
		if (is_tired(t, ++steps))
			return false;
		if (!is_in_box(&h))
			continue;
		find_candidates(&h);
		for (h.slot = 0; h.slot < t->slots; h.slot++)
			for (h.kind = MATCH_MIXED; h.kind < MATCH_KINDS; h.kind++) {
				int64_t one = begin_hub(&h) ? best_of_themes(&h, h.some, h.some_count) : 0;

				*most = one > *most ? one : *most;
			}
	}
	return true;
}

/* --- listing --- */

static int64_t
largest_add(const struct hub *h, const struct candidate *c)
{
	int64_t most = c->add[0];

	for (uint32_t r = 1; r < h->table->said->shape.mentors; r++)
		most = c->add[r] > most ? c->add[r] : most;
	return most;
}

static int
best_first(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;

	if (a->most != b->most)
		return a->most < b->most ? 1 : -1;
	return (a->mentee > b->mentee) - (a->mentee < b->mentee);
}

/* The most each can add with any theme and buddy; the best first. Returns the most that the mentors add for a theme. */
static int64_t
order_candidates(struct hub *h)
{
	int64_t most_offer = 0;

	for (size_t c = 0; c < h->some_count; c++) {
		int64_t theme_most = 0;

		for (uint32_t theme = 0; theme <= h->table->themes; theme++) {
			int64_t more = offer(h, theme);

			if (more >= 0 && likes(h, &h->some[c], theme) > theme_most)
				theme_most = likes(h, &h->some[c], theme);
			most_offer = more > most_offer ? more : most_offer;
		}
		h->some[c].most = h->some[c].base + theme_most + largest_add(h, &h->some[c]);
	}
	qsort(h->some, h->some_count, sizeof(h->some[0]), best_first);
	return most_offer;
}

static int
ascending(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

	return (a > b) - (a < b);
}

/* The mentees at these places as a group of the list, if they reach it. False: no room. */
static bool
try_group(struct hub *h, const size_t *places, int64_t wanted, struct verify_list *list)
{
	uint32_t size = h->table->said->shape.mentees;
	struct verify_listed one = { .group = { .slot = h->slot, .kind = h->kind } };
	struct candidate these[PLACES];

	for (uint32_t s = 0; s < size; s++) {
		these[s] = h->some[places[s]];
		one.group.mentees[s] = these[s].mentee;
	}
	one.gain = best_of_themes(h, these, size);
	if (one.gain < wanted)
		return true;
	if (list->count == list->most)
		return false;
	memcpy(one.group.mentors, h->mentors, sizeof(h->mentors));
	qsort(one.group.mentees, size, sizeof(one.group.mentees[0]), ascending);
	list->at[list->count++] = one;
	return true;
}

/* Whether the chosen places up to depth, with the best that may follow, can reach it. */
static bool
can_reach(const struct hub *h, const size_t *places, uint32_t depth, int64_t need)
{
	int64_t sum = 0;

	for (uint32_t s = 0; s < h->table->said->shape.mentees; s++) {
		size_t place = s <= depth ? places[s] : places[depth] + (s - depth);

		if (place >= h->some_count)
			return false;
		sum += h->some[place].most;
	}
	return sum >= need;
}

/* Every choice of mentees that reaches it. Candidates descend: the first of a depth that cannot reach it ends that depth. */
static bool
list_hub(struct hub *h, int64_t wanted, struct verify_list *list)
{
	size_t places[PLACES] = { 0 };
	uint32_t depth = 0;
	int64_t need = wanted - h->worth - order_candidates(h);

	for (;;) {
		if (!can_reach(h, places, depth, need)) {
			if (depth == 0)
				return true;
			places[--depth]++;
			continue;
		}
		if (depth + 1 < h->table->said->shape.mentees) {
			places[depth + 1] = places[depth] + 1;
			depth++;
			continue;
		}
		if (!try_group(h, places, wanted, list))
			return false;
		places[depth]++;
	}
}

static int
by_people(const void *left, const void *right)
{
	const struct match_group *a = &((const struct verify_listed *)left)->group, *b = &((const struct verify_listed *)right)->group;
	int order = 0;

	for (size_t r = 0; r < SEATS && order == 0; r++)
		order = ascending(&a->mentors[r], &b->mentors[r]);
	if (order == 0)
		order = ascending(&a->slot, &b->slot);
	if (order == 0)
		order = (a->kind > b->kind) - (a->kind < b->kind);
	for (size_t s = 0; s < PLACES && order == 0; s++)
		order = ascending(&a->mentees[s], &b->mentees[s]);
	return order;
}

bool
verify_list(struct verify_table *t, const struct verify_box *box, const int64_t *duals, int64_t wanted, struct verify_list *list)
{
	struct hub h;
	uint32_t steps = 0;

	begin(&h, t, box, duals);
	list->count = 0;
	for (bool more = next_mentors(&h, true); more; more = next_mentors(&h, false)) {
		if (is_tired(t, ++steps))
			return false;
		if (!is_in_box(&h))
			continue;
		find_candidates(&h);
		for (h.slot = 0; h.slot < t->slots; h.slot++)
			for (h.kind = MATCH_MIXED; h.kind < MATCH_KINDS; h.kind++)
				if (begin_hub(&h) && !list_hub(&h, wanted, list))
					return false;
	}
	qsort(list->at, list->count, sizeof(list->at[0]), by_people);
	return true;
}
