/* Revised simplex in fixed point: whole numbers of 2^-40 for fractions and the inverse of the basis, of 2^-16 for duals. So the same bytes come out on every
 * machine, which floating point promises only with care. Errors of rounding cost speed and tightness, never truth. The right sides carry small different
 * extras, so that ties, of which such programmes are full, do not make it go in circles. */
#include "engine/groups_lp.h"

#include <string.h>

#include "base/arena.h"

enum { ENTRIES = MATCH_GROUP_MENTORS + MATCH_GROUP_MENTEES + 2 * (1 + MATCH_COUNTS), DUAL_BITS = 16, COST_BITS = 36, REBUILD_AFTER = 400,
	PIVOTS_BETWEEN = 8, PIVOTS_TRUSTED = 100, ARTIFICIAL_COST = 16, COLUMNS_LEAST = 2048, FEW = 32, COLUMNS_EACH = 48 };
#define ONE (INT64_C(1) << GROUP_ONE_BITS)
#define PIVOT_LEAST (ONE >> 16)
#define GAIN_LEAST (INT64_C(1) << (DUAL_BITS - 7))

typedef __int128 wide;

struct column {
	struct match_group group;
	int64_t cost;
	bool is_basic, is_usable;
	uint32_t count;
	uint32_t row[ENTRIES];
	int32_t by[ENTRIES];
};

struct group_lp {
	const struct group_model *model;
	const struct group_box *box;
	uint32_t rows, count, most, table_size;
	unsigned shift;               /* costs are kept without so many of their last bits */
	struct column *columns;
	uint32_t *table;              /* of columns by their content; 0: free, else place + 1 */
	int64_t *inverse;             /* [row of the programme · rows + place in the basis] */
	uint32_t *basis;              /* of each place: a column; most + r: what is left in row r; most + rows + r: what row r lacks */
	bool *is_slack_basic;
	int64_t *solution, *duals, *right, *alpha;
	uint32_t *touched, touched_count, pivots;
	uint32_t few[FEW], few_count; /* what gained most when all were looked at last */
	int64_t few_gain[FEW];
};

static uint32_t
columns_most(const struct group_model *m)
{
	return COLUMNS_LEAST + COLUMNS_EACH * (m->mentees + m->mentors);
}

size_t
group_lp_bytes(const struct group_model *m)
{
	size_t rows = group_rows(m), most = columns_most(m);

	return rows * rows * sizeof(int64_t) + most * (sizeof(struct column) + 16) + rows * 64 + 4096;
}

struct group_lp *
group_lp(struct arena *arena, const struct group_model *m)
{
	struct group_lp *lp = ARENA_NEW(arena, struct group_lp);
	size_t rows = group_rows(m);

	lp->model = m;
	lp->rows = (uint32_t)rows;
	lp->most = columns_most(m);
	for (lp->table_size = 1; lp->table_size < 2 * lp->most;)
		lp->table_size *= 2;
	while (m->weights.groups >> lp->shift >> COST_BITS > 0)
		lp->shift++;
	lp->columns = ARENA_MANY(arena, lp->most, struct column);
	lp->table = ARENA_MANY(arena, lp->table_size, uint32_t);
	lp->inverse = ARENA_MANY(arena, rows * rows, int64_t);
	lp->basis = ARENA_MANY(arena, rows, uint32_t);
	lp->is_slack_basic = ARENA_MANY(arena, rows, bool);
	lp->solution = ARENA_MANY(arena, rows, int64_t);
	lp->duals = ARENA_MANY(arena, rows, int64_t);
	lp->right = ARENA_MANY(arena, rows, int64_t);
	lp->alpha = ARENA_MANY(arena, rows, int64_t);
	lp->touched = ARENA_MANY(arena, rows, uint32_t);
	return lp;
}

static int64_t
times(int64_t a, int64_t b)
{
	return (int64_t)(((wide)a * b + (ONE >> 1)) >> GROUP_ONE_BITS);
}

/* --- columns --- */

static uint32_t
hash_of(const struct group_lp *lp, const struct match_group *g)
{
	uint64_t hash = g->slot * UINT64_C(31) + g->theme * UINT64_C(7) + g->kind;

	for (uint32_t r = 0; r < lp->model->shape.mentors; r++)
		hash = (hash ^ g->mentors[r]) * UINT64_C(0x9E3779B97F4A7C15);
	for (uint32_t s = 0; s < lp->model->shape.mentees; s++)
		hash = (hash ^ (g->mentees[s] * 4U + g->buddy[s])) * UINT64_C(0x9E3779B97F4A7C15);
	return (uint32_t)(hash >> 32);
}

static bool
is_same(const struct match_group *a, const struct match_group *b)
{
	return a->slot == b->slot && a->theme == b->theme && a->kind == b->kind && memcmp(a->mentors, b->mentors, sizeof(a->mentors)) == 0
	    && memcmp(a->mentees, b->mentees, sizeof(a->mentees)) == 0 && memcmp(a->buddy, b->buddy, sizeof(a->buddy)) == 0;
}

static void
add_entry(struct column *c, uint32_t row, int64_t by)
{
	c->row[c->count] = row;
	c->by[c->count++] = (int32_t)by;
}

static void
fill_column(const struct group_lp *lp, struct column *c)
{
	const struct group_model *m = lp->model;
	int64_t counts[MATCH_COUNTS];

	for (uint32_t s = 0; s < m->shape.mentees; s++)
		add_entry(c, c->group.mentees[s], 1);
	for (uint32_t r = 0; r < m->shape.mentors; r++)
		add_entry(c, m->mentees + c->group.mentors[r], 1);
	add_entry(c, group_high_row(m, c->group.slot), 1);
	add_entry(c, group_low_row(m, c->group.slot), -1);
	group_counts(m, &c->group, counts);
	for (uint32_t k = 0; k < MATCH_COUNTS; k++) {
		if (counts[k] == 0)
			continue;
		add_entry(c, group_high_row(m, m->slots + k), counts[k]);
		add_entry(c, group_low_row(m, m->slots + k), -counts[k]);
	}
	c->cost = group_value(m, &c->group) >> lp->shift;
}

static bool
is_usable(const struct group_lp *lp, const struct match_group *g)
{
	for (uint32_t i = 0; lp->box != NULL && i < lp->box->pair_count; i++) {
		const struct group_pair *pair = &lp->box->pairs[i];
		bool first = false, second = false;

		for (uint32_t r = 0; r < lp->model->shape.mentors; r++) {
			first = first || g->mentors[r] == pair->first;
			second = second || g->mentors[r] == pair->second;
		}
		if (pair->together ? first != second : first && second)
			return false;
	}
	return true;
}

bool
group_lp_add(struct group_lp *lp, const struct match_group *g)
{
	uint32_t at = hash_of(lp, g) & (lp->table_size - 1);
	struct column *c;

	for (; lp->table[at] != 0; at = (at + 1) & (lp->table_size - 1))
		if (is_same(&lp->columns[lp->table[at] - 1].group, g))
			return false;
	if (lp->count == lp->most)
		return false;
	c = &lp->columns[lp->count++];
	*c = (struct column){ .group = *g, .is_usable = is_usable(lp, g) };
	fill_column(lp, c);
	lp->table[at] = lp->count;
	return true;
}

size_t
group_lp_count(const struct group_lp *lp)
{
	return lp->count;
}

size_t
group_lp_most(const struct group_lp *lp)
{
	return lp->most;
}

const struct match_group *
group_lp_at(const struct group_lp *lp, size_t column)
{
	return &lp->columns[column].group;
}

/* --- the basis --- */

/* How the basis would change if that came in. */
static void
find_alpha(struct group_lp *lp, uint32_t id)
{
	uint32_t rows = lp->rows;

	if (id >= lp->most) {
		bool is_slack = id < lp->most + rows;
		const int64_t *from = &lp->inverse[(size_t)(id - lp->most - (is_slack ? 0 : rows)) * rows];

		for (uint32_t i = 0; i < rows; i++)
			lp->alpha[i] = is_slack ? from[i] : -from[i];
	} else {
		const struct column *c = &lp->columns[id];

		memset(lp->alpha, 0, rows * sizeof(lp->alpha[0]));
		for (uint32_t e = 0; e < c->count; e++) {
			const int64_t *from = &lp->inverse[(size_t)c->row[e] * rows];

			for (uint32_t i = 0; i < rows; i++)
				lp->alpha[i] += from[i] * c->by[e];
		}
	}
	lp->touched_count = 0;
	for (uint32_t i = 0; i < rows; i++)
		if (lp->alpha[i] != 0)
			lp->touched[lp->touched_count++] = i;
}

static void
mark(struct group_lp *lp, uint32_t id, bool is_basic)
{
	if (id < lp->most)
		lp->columns[id].is_basic = is_basic;
	else if (id < lp->most + lp->rows)
		lp->is_slack_basic[id - lp->most] = is_basic;
}

/* Takes it into the basis at that place; alpha is that of it. */
static void
pivot(struct group_lp *lp, uint32_t id, uint32_t place)
{
	int64_t by = lp->alpha[place];

	for (uint32_t k = 0; k < lp->rows; k++) {
		int64_t *of = &lp->inverse[(size_t)k * lp->rows], scaled;

		if (of[place] == 0)
			continue;
		scaled = (int64_t)((wide)of[place] * ONE / by);
		for (uint32_t t = 0; t < lp->touched_count; t++)
			of[lp->touched[t]] -= times(lp->alpha[lp->touched[t]], scaled);
		of[place] = scaled;
	}
	mark(lp, lp->basis[place], false);
	mark(lp, id, true);
	lp->basis[place] = id;
	lp->pivots++;
}

static int64_t
cost_of(const struct group_lp *lp, uint32_t id)
{
	if (id < lp->most)
		return lp->columns[id].cost;
	return id < lp->most + lp->rows ? 0 : -ARTIFICIAL_COST * (lp->model->weights.groups >> lp->shift);
}

/* Solution and duals from the inverse. */
static void
refresh(struct group_lp *lp)
{
	memset(lp->solution, 0, lp->rows * sizeof(lp->solution[0]));
	for (uint32_t k = 0; k < lp->rows; k++) {
		const int64_t *of = &lp->inverse[(size_t)k * lp->rows];
		wide dual = 0;

		for (uint32_t i = 0; i < lp->rows; i++) {
			if (of[i] == 0)
				continue;
			lp->solution[i] += times(of[i], lp->right[k]);
			dual += (wide)cost_of(lp, lp->basis[i]) * of[i];
		}
		lp->duals[k] = (int64_t)(dual >> (GROUP_ONE_BITS - DUAL_BITS));
	}
}

static void
reset(struct group_lp *lp)
{
	memset(lp->inverse, 0, (size_t)lp->rows * lp->rows * sizeof(lp->inverse[0]));
	for (uint32_t c = 0; c < lp->count; c++)
		lp->columns[c].is_basic = false;
	for (uint32_t r = 0; r < lp->rows; r++) {
		lp->inverse[(size_t)r * lp->rows + r] = ONE;
		lp->basis[r] = lp->most + r;
		lp->is_slack_basic[r] = true;
	}
}

/* The place of the largest change among rows whose slack is to leave. */
static uint32_t
best_place(const struct group_lp *lp, const bool *is_kept)
{
	uint32_t best = lp->rows;
	int64_t most = 0;

	for (uint32_t t = 0; t < lp->touched_count; t++) {
		uint32_t i = lp->touched[t];
		int64_t size = lp->alpha[i] < 0 ? -lp->alpha[i] : lp->alpha[i];

		if (lp->basis[i] == lp->most + i && !is_kept[i] && size > most) {
			most = size;
			best = i;
		}
	}
	return most < PIVOT_LEAST ? lp->rows : best;
}

/* The inverse anew from the same basis, since each change of it adds an error. What will not go in any more stays out. */
static void
rebuild(struct group_lp *lp, struct arena *scratch)
{
	uint32_t *wanted = ARENA_MANY(scratch, lp->rows, uint32_t);
	bool *is_kept = ARENA_MANY(scratch, lp->rows, bool);

	memcpy(wanted, lp->basis, lp->rows * sizeof(wanted[0]));
	memcpy(is_kept, lp->is_slack_basic, lp->rows * sizeof(is_kept[0]));
	reset(lp);
	for (uint32_t i = 0; i < lp->rows; i++) {
		uint32_t place;

		if (wanted[i] >= lp->most && wanted[i] < lp->most + lp->rows)
			continue;
		find_alpha(lp, wanted[i]);
		place = best_place(lp, is_kept);
		if (place < lp->rows)
			pivot(lp, wanted[i], place);
	}
	lp->pivots = 0;
	refresh(lp);
}

/* --- the method --- */

static uint64_t
mixed(uint64_t z)
{
	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	return (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
}

void
group_lp_begin(struct group_lp *lp, const struct group_box *box)
{
	const struct group_model *m = lp->model;

	lp->box = box;
	lp->few_count = 0;
	for (uint32_t c = 0; c < lp->count; c++)
		lp->columns[c].is_usable = is_usable(lp, &lp->columns[c].group);
	for (uint32_t r = 0; r < lp->rows; r++)
		lp->right[r] = ONE;
	for (uint32_t k = 0; k < m->slots + MATCH_COUNTS; k++) {
		lp->right[group_high_row(m, k)] = box->high[k] * ONE;
		lp->right[group_low_row(m, k)] = -box->low[k] * ONE;
	}
	for (uint32_t r = 0; r < lp->rows; r++)
		lp->right[r] += (int64_t)(mixed(r + 1) >> 48) << (GROUP_ONE_BITS - 32);
	reset(lp);
	for (uint32_t r = 0; r < lp->rows; r++)
		if (lp->right[r] < 0) {
			find_alpha(lp, lp->most + lp->rows + r);
			pivot(lp, lp->most + lp->rows + r, r);
		}
	lp->pivots = 0;
	refresh(lp);
}

static int64_t
gain_of(const struct group_lp *lp, const struct column *c)
{
	int64_t gain = c->cost * (INT64_C(1) << DUAL_BITS);

	for (uint32_t e = 0; e < c->count; e++)
		gain -= lp->duals[c->row[e]] * c->by[e];
	return gain;
}

void
group_lp_bar(struct group_lp *lp, const bool *people)
{
	for (uint32_t c = 0; c < lp->count; c++)
		for (uint32_t e = 0; e < lp->columns[c].count; e++)
			if (lp->columns[c].row[e] < lp->model->mentees + lp->model->mentors && people[lp->columns[c].row[e]])
				lp->columns[c].is_usable = false;
}

/* What somebody gains by coming in; below 0: they are in, or may not. */
static int64_t
gain_of_id(const struct group_lp *lp, uint32_t id)
{
	if (id >= lp->most)
		return lp->is_slack_basic[id - lp->most] ? -1 : -lp->duals[id - lp->most];
	return lp->columns[id].is_basic || !lp->columns[id].is_usable ? -1 : gain_of(lp, &lp->columns[id]);
}

/* Puts it among the best few, the best first. */
static void
note(struct group_lp *lp, uint32_t id, int64_t gain)
{
	uint32_t place;

	if (lp->few_count == FEW && lp->few_gain[FEW - 1] >= gain)
		return;
	place = lp->few_count < FEW ? lp->few_count++ : FEW - 1;
	for (; place > 0 && lp->few_gain[place - 1] < gain; place--) {
		lp->few[place] = lp->few[place - 1];
		lp->few_gain[place] = lp->few_gain[place - 1];
	}
	lp->few[place] = id;
	lp->few_gain[place] = gain;
}

/* Looks at all there is. */
static void
find_few(struct group_lp *lp)
{
	lp->few_count = 0;
	for (uint32_t id = 0; id < lp->count; id++) {
		int64_t gain = gain_of_id(lp, id);

		if (gain > GAIN_LEAST)
			note(lp, id, gain);
	}
	for (uint32_t r = 0; r < lp->rows; r++)
		if (gain_of_id(lp, lp->most + r) > GAIN_LEAST)
			note(lp, lp->most + r, gain_of_id(lp, lp->most + r));
}

static uint32_t
best_of_few(const struct group_lp *lp, int64_t *gain)
{
	uint32_t best = lp->most + 2 * lp->rows;

	*gain = GAIN_LEAST;
	for (uint32_t f = 0; f < lp->few_count; f++) {
		int64_t one = gain_of_id(lp, lp->few[f]);

		if (one > *gain) {
			*gain = one;
			best = lp->few[f];
		}
	}
	return best;
}

/* What gains most by coming in, among the few that gained most when all were looked at; most + 2 · rows if nothing gains. */
static uint32_t
find_entering(struct group_lp *lp, int64_t *gain)
{
	uint32_t best = best_of_few(lp, gain);

	if (best < lp->most + 2 * lp->rows)
		return best;
	find_few(lp);
	return best_of_few(lp, gain);
}

/* Who is the first to come to nothing; rows if nobody. */
static uint32_t
find_leaving(const struct group_lp *lp)
{
	uint32_t best = lp->rows;

	for (uint32_t t = 0; t < lp->touched_count; t++) {
		uint32_t i = lp->touched[t];
		wide left, right;

		if (lp->alpha[i] < PIVOT_LEAST)
			continue;
		if (best == lp->rows) {
			best = i;
			continue;
		}
		left = (wide)(lp->solution[i] < 0 ? 0 : lp->solution[i]) * lp->alpha[best];
		right = (wide)(lp->solution[best] < 0 ? 0 : lp->solution[best]) * lp->alpha[i];
		if (left < right || (left == right && lp->alpha[i] > lp->alpha[best]))
			best = i;
	}
	return best;
}

/* One change of the basis. False: there is none that gains. */
static bool
step(struct group_lp *lp)
{
	int64_t gain, by;
	uint32_t id = find_entering(lp, &gain), place;

	if (id == lp->most + 2 * lp->rows)
		return false;
	find_alpha(lp, id);
	place = find_leaving(lp);
	if (place == lp->rows)
		return false;
	by = (int64_t)((wide)(lp->solution[place] < 0 ? 0 : lp->solution[place]) * ONE / lp->alpha[place]);
	for (uint32_t t = 0; t < lp->touched_count; t++)
		lp->solution[lp->touched[t]] -= times(lp->alpha[lp->touched[t]], by);
	pivot(lp, id, place);
	lp->solution[place] = by;
	for (uint32_t k = 0; k < lp->rows; k++)
		lp->duals[k] += times(gain, lp->inverse[(size_t)k * lp->rows + place]);
	return true;
}

bool
group_lp_solve(struct group_lp *lp, struct group_watch watch)
{
	struct arena *scratch;
	bool goes_on = true, is_stopped = false;

	arena_open((size_t)lp->rows * 16 + (1 << 16), &scratch);
	for (uint32_t steps = 1; goes_on && !is_stopped; steps++) {
		goes_on = step(lp);
		is_stopped = steps % PIVOTS_BETWEEN == 0 && watch.stops(watch.self);
		if (lp->pivots >= REBUILD_AFTER || (!goes_on && lp->pivots > PIVOTS_TRUSTED)) {
			rebuild(lp, scratch);
			arena_reset(scratch);
			goes_on = true;
		}
	}
	arena_close(&scratch);
	return !is_stopped;
}

void
group_lp_duals(const struct group_lp *lp, int64_t *duals)
{
	const int64_t most = INT64_C(1) << 53;

	for (uint32_t r = 0; r < lp->rows; r++) {
		wide dual = ((wide)lp->duals[r] * ((wide)MATCH_DUAL_SCALE << lp->shift) + (1 << (DUAL_BITS - 1))) >> DUAL_BITS;

		duals[r] = dual < 0 ? 0 : dual > most ? most : (int64_t)dual;
	}
}

int64_t
group_lp_value(const struct group_lp *lp)
{
	wide value = 0;

	for (uint32_t i = 0; i < lp->rows; i++)
		if (lp->basis[i] < lp->most)
			value += (wide)lp->solution[i] * lp->columns[lp->basis[i]].cost;
	return (int64_t)(value * ((wide)MATCH_DUAL_SCALE << lp->shift) >> GROUP_ONE_BITS);
}

void
group_lp_fractions(const struct group_lp *lp, int64_t *of_columns)
{
	memset(of_columns, 0, lp->count * sizeof(of_columns[0]));
	for (uint32_t i = 0; i < lp->rows; i++)
		if (lp->basis[i] < lp->most)
			of_columns[lp->basis[i]] = lp->solution[i];
}

bool
group_lp_is_short(const struct group_lp *lp)
{
	for (uint32_t i = 0; i < lp->rows; i++)
		if (lp->basis[i] >= lp->most + lp->rows && lp->solution[i] > ONE >> 8)
			return true;
	return false;
}
