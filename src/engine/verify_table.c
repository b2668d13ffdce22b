/* The tables of the checker of groups. */
#include "engine/verify_table.h"

#include <stdlib.h>

#include "base/arena.h"

static int64_t
largest_of(const int64_t *values, size_t count)
{
	int64_t best = 0;

	for (size_t i = 0; i < count; i++)
		best = values[i] > best ? values[i] : best;
	return best;
}

static int
downwards(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a < b) - (a > b);
}

/* The best scores of a mentee, one for each mentor of a group, and the best of all once more. */
static int64_t
most_of(const struct verify_table *t, uint32_t mentee, int64_t *room)
{
	size_t count = 0;
	int64_t sum = 0;

	for (uint32_t j = 0; j < t->mentors; j++)
		if (t->scores[(size_t)j * t->mentees + mentee] >= 0)
			room[count++] = t->scores[(size_t)j * t->mentees + mentee];
	if (count < t->said->shape.mentors)
		return 0;
	qsort(room, count, sizeof(room[0]), downwards);
	for (uint32_t r = 0; r < t->said->shape.mentors; r++)
		sum += room[r];
	return sum + largest_of(room, count);
}

static int64_t
least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* MATCHING.md 3.3. Sums of 128 bits, cut where they pass what any right certificate has. */
static void
find_weights(struct verify_table *t)
{
	int64_t *most = ARENA_MANY(t->arena, (size_t)t->mentees + 1, int64_t), *room = ARENA_MANY(t->arena, (size_t)t->mentors + 1, int64_t);
	int64_t venues = 0;
	__int128 w2, w1;

	for (uint32_t h = 0; h < t->slots; h++)
		venues += t->cohort->slot_groups[h];
	t->groups_most = least(least(t->mentors / t->said->shape.mentors, t->mentees / t->said->shape.mentees), venues);
	for (uint32_t i = 0; i < t->mentees; i++) {
		most[i] = most_of(t, i, room);
		t->asking += verify_asks(&t->cohort->mentees.at[i]);
	}
	qsort(most, t->mentees, sizeof(most[0]), downwards);
	for (int64_t i = 0; i < t->groups_most * t->said->shape.mentees; i++)
		t->score_most += most[i];
	t->score_most += 10 * t->groups_most * (t->said->shape.mentors + t->said->shape.mentees);
	t->w3 = t->score_most + 1;
	w2 = (__int128)t->w3 * (t->groups_most + 1);
	w1 = w2 * (t->asking + 1);
	t->w2 = w2 > INT64_C(1) << 47 ? INT64_C(1) << 47 : (int64_t)w2;
	t->w1 = w1 > INT64_C(1) << 47 ? INT64_C(1) << 47 : (int64_t)w1;
}

static void
find_themes(struct verify_table *t)
{
	size_t most = 0;

	for (uint32_t j = 0; j < t->mentors; j++)
		most += t->cohort->mentors.at[j].themes.count;
	t->names = ARENA_MANY(t->arena, most + 1, struct str);
	for (uint32_t j = 0; j < t->mentors; j++)
		for (size_t k = 0; k < t->cohort->mentors.at[j].themes.count; k++) {
			struct str_list known = { t->names, t->themes };

			if (!str_list_has(&known, t->cohort->mentors.at[j].themes.at[k]))
				t->names[t->themes++] = t->cohort->mentors.at[j].themes.at[k];
		}
}

void
verify_table(struct arena *arena, const struct match_cohort *c, const struct match_groups_statement *said, struct verify_table *t)
{
	size_t cells = c->mentors.count * c->mentees.count;

	*t = (struct verify_table){ .arena = arena, .cohort = c, .said = said, .mentees = (uint32_t)c->mentees.count,
		.mentors = (uint32_t)c->mentors.count, .slots = (uint32_t)c->slot_count };
	t->scores = ARENA_MANY(arena, cells + 1, int32_t);
	for (size_t i = 0; i < cells; i++)
		t->scores[i] = -1;
	for (size_t r = 0; r < c->row_count; r++)
		t->scores[(size_t)c->rows[r].mentor * t->mentees + c->rows[r].mentee] = c->rows[r].score;
	find_themes(t);
	find_weights(t);
}

int64_t
verify_points(const struct match_person *one, struct str theme)
{
	for (size_t k = 0; k < one->themes.count; k++)
		if (str_equal(one->themes.at[k], theme))
			return k == 0 ? 10 : 5;
	return 0;
}

bool
verify_asks(const struct match_person *mentee)
{
	return mentee->prefers == MATCH_PREFERS_WOMEN || mentee->prefers == MATCH_PREFERS_MEN;
}

bool
verify_suits(const struct match_person *mentee, enum match_kind kind)
{
	if (kind == MATCH_MIXED)
		return !verify_asks(mentee);
	if (kind == MATCH_FOR_WOMEN)
		return mentee->gender == MATCH_WOMAN && mentee->prefers != MATCH_PREFERS_MEN;
	return mentee->gender == MATCH_MAN && mentee->prefers != MATCH_PREFERS_WOMEN;
}

bool
verify_lacks(const struct verify_table *t, const uint32_t *mentors)
{
	bool woman = false, man = false;

	for (uint32_t r = 0; r < t->said->shape.mentors; r++) {
		woman = woman || t->cohort->mentors.at[mentors[r]].gender == MATCH_WOMAN;
		man = man || t->cohort->mentors.at[mentors[r]].gender == MATCH_MAN;
	}
	return !(woman && man);
}

size_t
verify_high(const struct verify_table *t, uint32_t load)
{
	return (size_t)t->mentees + t->mentors + load;
}

size_t
verify_low(const struct verify_table *t, uint32_t load)
{
	return verify_high(t, load) + t->slots + MATCH_COUNTS;
}
