/* Lists, blocking pairs and Hall sets: straight from the rows, for any plan. */
#include "engine/explain_plan.h"

#include <stdlib.h>

#include "base/arena.h"

enum { NO_WISH = 99, MENTEE_STEP = 500, MENTOR_STEP = 1000 };

struct match_view {
	const struct match_cohort *cohort;
	const struct match_plan *plan;
	bool by_wishes;
	size_t *start;                /* rows of each mentee: from start[i] to before start[i + 1] */
	bool *is_blocked;             /* of each row */
	bool *is_pinned;              /* of each mentee */
	int64_t *seats, *load;        /* of each mentor, without pins */
	const struct match_row **by_mentor;    /* rows that are not blocked */
	size_t *mentor_start;
};

static int
by_pair(const void *left, const void *right)
{
	const struct match_pin *a = left, *b = right;

	if (a->mentee != b->mentee)
		return a->mentee < b->mentee ? -1 : 1;
	return (a->mentor > b->mentor) - (a->mentor < b->mentor);
}

bool
match_is_blocked(const struct match_view *v, uint32_t mentee, uint32_t mentor)
{
	struct match_pin pair = { .mentee = mentee, .mentor = mentor };

	return v->cohort->block_count > 0 && bsearch(&pair, v->cohort->blocks, v->cohort->block_count, sizeof(pair), by_pair) != NULL;
}

static void
order_rows(struct arena *arena, struct match_view *v)
{
	const struct match_cohort *c = v->cohort;

	for (size_t r = 0; r < c->row_count; r++) {
		v->start[c->rows[r].mentee + 1]++;
		v->is_blocked[r] = match_is_blocked(v, c->rows[r].mentee, c->rows[r].mentor);
		v->mentor_start[c->rows[r].mentor + 1] += !v->is_blocked[r];
	}
	for (size_t i = 0; i < c->mentees.count; i++)
		v->start[i + 1] += v->start[i];
	for (size_t j = 0; j < c->mentors.count; j++)
		v->mentor_start[j + 1] += v->mentor_start[j];
	v->by_mentor = ARENA_MANY(arena, c->row_count + 1, const struct match_row *);
	for (size_t r = 0; r < c->row_count; r++)
		if (!v->is_blocked[r])
			v->by_mentor[v->mentor_start[c->rows[r].mentor]++] = &c->rows[r];
	for (size_t j = c->mentors.count; j > 0; j--)
		v->mentor_start[j] = v->mentor_start[j - 1];
	v->mentor_start[0] = 0;
}

struct match_view *
match_view(struct arena *arena, const struct match_cohort *c, const struct match_plan *plan, bool by_wishes)
{
	struct match_view *v = ARENA_NEW(arena, struct match_view);

	*v = (struct match_view){ .cohort = c, .plan = plan, .by_wishes = by_wishes };
	v->start = ARENA_MANY(arena, c->mentees.count + 2, size_t);
	v->mentor_start = ARENA_MANY(arena, c->mentors.count + 2, size_t);
	v->is_blocked = ARENA_MANY(arena, c->row_count + 1, bool);
	v->is_pinned = ARENA_MANY(arena, c->mentees.count + 1, bool);
	v->seats = ARENA_MANY(arena, c->mentors.count + 1, int64_t);
	v->load = ARENA_MANY(arena, c->mentors.count + 1, int64_t);
	for (size_t j = 0; j < c->mentors.count; j++)
		v->seats[j] = match_capacity(&c->mentors.at[j]);
	for (size_t p = 0; p < c->pin_count; p++) {
		v->is_pinned[c->pins[p].mentee] = true;
		v->seats[c->pins[p].mentor]--;
	}
	for (size_t i = 0; i < c->mentees.count; i++)
		if (plan->mentor_of[i] != MATCH_NOBODY && !v->is_pinned[i])
			v->load[plan->mentor_of[i]]++;
	order_rows(arena, v);
	return v;
}

static int64_t
wish_place(const struct match_person *one, uint32_t other)
{
	for (uint32_t r = 0; r < one->wish_count; r++)
		if (one->wishes[r] == other)
			return r;
	return NO_WISH;
}

/* The smaller, the better. */
static int64_t
mentee_key(const struct match_view *v, const struct match_row *row, bool by_wishes)
{
	if (!by_wishes)
		return -row->score;
	return wish_place(&v->cohort->mentees.at[row->mentee], row->mentor) * (MATCH_SCORE + 1) - row->score / MENTEE_STEP;
}

static int64_t
mentor_key(const struct match_view *v, const struct match_row *row, bool by_wishes)
{
	if (!by_wishes)
		return -row->score;
	return wish_place(&v->cohort->mentors.at[row->mentor], row->mentee) * (MATCH_SCORE + 1) - row->score / MENTOR_STEP;
}

/* NULL if the pair has no row, or is blocked. */
static const struct match_row *
row_of(const struct match_view *v, uint32_t mentee, uint32_t mentor)
{
	for (size_t r = v->start[mentee]; r < v->start[mentee + 1]; r++)
		if (v->cohort->rows[r].mentor == mentor && !v->is_blocked[r])
			return &v->cohort->rows[r];
	return NULL;
}

uint32_t
match_place_of_mentor(const struct match_view *v, uint32_t mentee, uint32_t mentor)
{
	const struct match_row *row = row_of(v, mentee, mentor);
	uint32_t place = 1;

	for (size_t r = v->start[mentee]; r < v->start[mentee + 1] && row != NULL; r++)
		place += !v->is_blocked[r] && mentee_key(v, &v->cohort->rows[r], v->by_wishes) < mentee_key(v, row, v->by_wishes);
	return row == NULL ? 0 : place;
}

uint32_t
match_place_of_mentee(const struct match_view *v, uint32_t mentee, uint32_t mentor)
{
	const struct match_row *row = row_of(v, mentee, mentor);
	uint32_t place = 1;

	for (size_t r = v->mentor_start[mentor]; r < v->mentor_start[mentor + 1] && row != NULL; r++)
		place += mentor_key(v, v->by_mentor[r], v->by_wishes) < mentor_key(v, row, v->by_wishes);
	return row == NULL ? 0 : place;
}

uint32_t
match_worst_place(const struct match_view *v, uint32_t mentor)
{
	uint32_t worst = 0;

	if (v->load[mentor] < v->seats[mentor])
		return 0;
	for (size_t r = v->mentor_start[mentor]; r < v->mentor_start[mentor + 1]; r++) {
		uint32_t mentee = v->by_mentor[r]->mentee;

		if (v->plan->mentor_of[mentee] == mentor && !v->is_pinned[mentee] && match_place_of_mentee(v, mentee, mentor) > worst)
			worst = match_place_of_mentee(v, mentee, mentor);
	}
	return worst;
}

/* Whether the mentor has room, or likes somebody held without a pin less. */
static bool
would_take(const struct match_view *v, const struct match_row *row)
{
	if (v->load[row->mentor] < v->seats[row->mentor])
		return true;
	for (size_t r = v->mentor_start[row->mentor]; r < v->mentor_start[row->mentor + 1]; r++) {
		const struct match_row *other = v->by_mentor[r];

		if (v->plan->mentor_of[other->mentee] == row->mentor && !v->is_pinned[other->mentee]
		    && mentor_key(v, row, true) < mentor_key(v, other, true))
			return true;
	}
	return false;
}

size_t
match_blocking(const struct match_view *v, struct match_row *list, size_t most)
{
	size_t count = 0;

	for (size_t r = 0; r < v->cohort->row_count; r++) {
		const struct match_row *row = &v->cohort->rows[r], *now;
		uint32_t mentor = v->plan->mentor_of[row->mentee];

		if (v->is_blocked[r] || v->is_pinned[row->mentee] || v->seats[row->mentor] <= 0 || mentor == row->mentor)
			continue;
		now = mentor == MATCH_NOBODY ? NULL : row_of(v, row->mentee, mentor);
		if ((now != NULL && mentee_key(v, row, true) >= mentee_key(v, now, true)) || !would_take(v, row))
			continue;
		if (count < most)
			list[count] = *row;
		count++;
	}
	return count;
}

bool
match_has_feasible(const struct match_view *v, uint32_t mentee)
{
	for (size_t r = v->start[mentee]; r < v->start[mentee + 1]; r++)
		if (!v->is_blocked[r])
			return true;
	return false;
}

static int
ascending(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

	return (a > b) - (a < b);
}

/* A mentor more in the set, with all whom the plan gives them. */
static void
reach_mentor(const struct match_view *v, uint32_t mentor, bool *is_in, struct match_hall *out)
{
	out->mentors[out->mentor_count++] = mentor;
	out->seats += v->seats[mentor];
	out->are_full = out->are_full && v->load[mentor] >= v->seats[mentor];
	for (size_t r = v->mentor_start[mentor]; r < v->mentor_start[mentor + 1]; r++) {
		uint32_t mentee = v->by_mentor[r]->mentee;

		if (v->plan->mentor_of[mentee] == mentor && !v->is_pinned[mentee] && !is_in[mentee]) {
			is_in[mentee] = true;
			out->mentees[out->mentee_count++] = mentee;
		}
	}
}

void
match_hall(struct arena *arena, const struct match_view *v, uint32_t mentee, struct match_hall *out)
{
	bool *has_mentee = ARENA_MANY(arena, v->cohort->mentees.count + 1, bool), *has_mentor = ARENA_MANY(arena, v->cohort->mentors.count + 1, bool);

	*out = (struct match_hall){ .mentee_count = 1, .are_full = true };
	out->mentees = ARENA_MANY(arena, v->cohort->mentees.count + 1, uint32_t);
	out->mentors = ARENA_MANY(arena, v->cohort->mentors.count + 1, uint32_t);
	out->mentees[0] = mentee;
	has_mentee[mentee] = true;
	for (size_t next = 0; next < out->mentee_count; next++)
		for (size_t r = v->start[out->mentees[next]]; r < v->start[out->mentees[next] + 1]; r++) {
			uint32_t mentor = v->cohort->rows[r].mentor;

			if (v->is_blocked[r] || has_mentor[mentor])
				continue;
			has_mentor[mentor] = true;
			reach_mentor(v, mentor, has_mentee, out);
		}
	qsort(out->mentees, out->mentee_count, sizeof(out->mentees[0]), ascending);
	qsort(out->mentors, out->mentor_count, sizeof(out->mentors[0]), ascending);
}
