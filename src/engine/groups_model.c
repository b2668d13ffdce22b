/* Dense tables of a cohort for groups: scores by mentor, points by theme, kinds by mentee. */
#include "engine/groups_model.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static int
bytewise(const void *left, const void *right)
{
	return str_compare(*(const struct str *)left, *(const struct str *)right);
}

/* Every theme that a mentor offers: others cannot be a group's. */
static void
find_themes(struct arena *arena, struct group_model *m)
{
	const struct match_side *mentors = &m->cohort->mentors;
	size_t count = 0, kept = 0;

	for (size_t j = 0; j < mentors->count; j++)
		count += mentors->at[j].themes.count;
	m->names.at = ARENA_MANY(arena, count + 1, struct str);
	count = 0;
	for (size_t j = 0; j < mentors->count; j++)
		for (size_t t = 0; t < mentors->at[j].themes.count; t++)
			m->names.at[count++] = mentors->at[j].themes.at[t];
	qsort(m->names.at, count, sizeof(m->names.at[0]), bytewise);
	for (size_t t = 0; t < count; t++)
		if (kept == 0 || !str_equal(m->names.at[kept - 1], m->names.at[t]))
			m->names.at[kept++] = m->names.at[t];
	m->names.count = kept;
	m->themes = (uint32_t)kept;
}

static uint8_t *
points_of(struct arena *arena, const struct group_model *m, const struct match_side *side)
{
	uint8_t *points = ARENA_MANY(arena, (m->themes + 1) * side->count + 1, uint8_t);

	for (size_t i = 0; i < side->count; i++) {
		const struct str_list *themes = &side->at[i].themes;

		for (size_t t = 0; t < themes->count; t++) {
			const struct str *name = bsearch(&themes->at[t], m->names.at, m->names.count, sizeof(m->names.at[0]), bytewise);

			if (name != NULL)
				points[(size_t)(name - m->names.at) * side->count + i] = t == 0 ? GROUP_THEME_FIRST : GROUP_THEME_OTHER;
		}
	}
	return points;
}

static enum match_kind
kind_of(enum match_gender gender)
{
	return gender == MATCH_WOMAN ? MATCH_FOR_WOMEN : gender == MATCH_MAN ? MATCH_FOR_MEN : MATCH_MIXED;
}

/* Who asks for the own gender sits in such a group or nowhere; who asks for another one cannot be served. */
static void
find_kinds(struct arena *arena, struct group_model *m)
{
	m->kinds = ARENA_MANY(arena, (size_t)m->mentees + 1, uint8_t);
	m->asks = ARENA_MANY(arena, (size_t)m->mentees + 1, uint8_t);
	for (uint32_t i = 0; i < m->mentees; i++) {
		const struct match_person *one = &m->cohort->mentees.at[i];
		enum match_kind own = kind_of(one->gender);

		if (one->prefers == MATCH_PREFERS_WOMEN || one->prefers == MATCH_PREFERS_MEN) {
			enum match_kind wanted = one->prefers == MATCH_PREFERS_WOMEN ? MATCH_FOR_WOMEN : MATCH_FOR_MEN;

			m->asks[i] = (uint8_t)wanted;
			m->kinds[i] = (uint8_t)(own == wanted ? 1U << own : 0U);
		} else {
			m->kinds[i] = (uint8_t)(1U << MATCH_MIXED | 1U << own);
		}
	}
}

static int
largest_first(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a < b) - (a > b);
}

/* The most that a mentee can add: the best scores once each, and the best of them once more as buddy. */
static int64_t
mentee_most(const struct group_model *m, uint32_t mentee)
{
	int64_t best[MATCH_GROUP_MENTORS] = { 0 }, sum = 0;
	uint32_t count = 0;

	for (uint32_t j = 0; j < m->mentors; j++) {
		int64_t score = m->score[(size_t)j * m->mentees + mentee];

		count += score >= 0;
		for (uint32_t r = 0; r < m->shape.mentors && score >= 0; r++)
			if (score > best[r]) {
				int64_t kept = best[r];

				best[r] = score;
				score = kept;
			}
	}
	for (uint32_t r = 0; r < m->shape.mentors; r++)
		sum += best[r];
	return count < m->shape.mentors ? 0 : sum + best[0];
}

static int64_t
smaller(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* Or the largest number there is, where it passes that. */
static int64_t
product(int64_t a, int64_t b)
{
	return a > INT64_MAX / b ? INT64_MAX : a * b;
}

/* MATCHING.md 3.3, for any shape. */
static void
find_weights(struct arena *arena, struct group_model *m)
{
	struct match_group_weights *w = &m->weights;
	int64_t *most = ARENA_MANY(arena, (size_t)m->mentees + 1, int64_t), places = 0;

	for (uint32_t h = 0; h < m->slots; h++)
		places += m->cohort->slot_groups[h];
	w->groups_most = smaller(smaller(m->mentors / m->shape.mentors, m->mentees / m->shape.mentees), places);
	for (uint32_t i = 0; i < m->mentees; i++) {
		most[i] = mentee_most(m, i);
		w->asking += m->asks[i] != 0;
	}
	qsort(most, m->mentees, sizeof(most[0]), largest_first);
	for (int64_t i = 0; i < w->groups_most * m->shape.mentees; i++)
		w->score_most += most[i];
	w->score_most += w->groups_most * GROUP_THEME_FIRST * (m->shape.mentors + m->shape.mentees);
	w->lacking = w->score_most + 1;
	w->preferred = product(w->lacking, w->groups_most + 1);
	w->groups = product(w->preferred, w->asking + 1);
}

void
group_model(struct arena *arena, const struct match_cohort *cohort, struct match_shape shape, struct group_model *m)
{
	*m = (struct group_model){ .cohort = cohort, .shape = shape, .mentees = (uint32_t)cohort->mentees.count,
		.mentors = (uint32_t)cohort->mentors.count, .slots = (uint32_t)cohort->slot_count };
	m->score = ARENA_MANY(arena, (size_t)m->mentors * m->mentees + 1, int32_t);
	memset(m->score, 0xFF, (size_t)m->mentors * m->mentees * sizeof(m->score[0]));
	for (size_t r = 0; r < cohort->row_count; r++)
		m->score[(size_t)cohort->rows[r].mentor * m->mentees + cohort->rows[r].mentee] = cohort->rows[r].score;
	find_themes(arena, m);
	m->mentee_points = points_of(arena, m, &cohort->mentees);
	m->mentor_points = points_of(arena, m, &cohort->mentors);
	find_kinds(arena, m);
	find_weights(arena, m);
}

bool
group_lacks(const struct group_model *m, const uint32_t *mentors)
{
	bool has_woman = false, has_man = false;

	for (uint32_t r = 0; r < m->shape.mentors; r++) {
		enum match_gender gender = m->cohort->mentors.at[mentors[r]].gender;

		has_woman = has_woman || gender == MATCH_WOMAN;
		has_man = has_man || gender == MATCH_MAN;
	}
	return !has_woman || !has_man;
}

unsigned
group_mentor_kinds(const struct group_model *m, const uint32_t *mentors)
{
	enum match_kind first = kind_of(m->cohort->mentors.at[mentors[0]].gender);

	for (uint32_t r = 1; r < m->shape.mentors; r++)
		if (kind_of(m->cohort->mentors.at[mentors[r]].gender) != first)
			return 1U << MATCH_MIXED;
	return 1U << MATCH_MIXED | 1U << first;
}

void
group_counts(const struct group_model *m, const struct match_group *g, int64_t counts[MATCH_COUNTS])
{
	memset(counts, 0, MATCH_COUNTS * sizeof(counts[0]));
	counts[MATCH_COUNT_GROUPS] = 1;
	counts[MATCH_COUNT_LACKING] = g->kind == MATCH_MIXED && group_lacks(m, g->mentors);
	counts[MATCH_COUNT_WOMEN] = g->kind == MATCH_FOR_WOMEN;
	counts[MATCH_COUNT_MEN] = g->kind == MATCH_FOR_MEN;
	for (uint32_t s = 0; s < m->shape.mentees; s++)
		counts[MATCH_COUNT_PREFERRED] += m->asks[g->mentees[s]] != 0;
}

int64_t
group_score(const struct group_model *m, const struct match_group *g)
{
	size_t theme = g->theme == MATCH_GENERAL ? m->themes : g->theme;
	int64_t score = 0;

	for (uint32_t r = 0; r < m->shape.mentors; r++) {
		const int32_t *row = &m->score[(size_t)g->mentors[r] * m->mentees];

		score += m->mentor_points[theme * m->mentors + g->mentors[r]];
		for (uint32_t s = 0; s < m->shape.mentees; s++)
			score += row[g->mentees[s]] * (g->buddy[s] == r ? 2 : 1);
	}
	for (uint32_t s = 0; s < m->shape.mentees; s++)
		score += m->mentee_points[theme * m->mentees + g->mentees[s]];
	return score;
}

int64_t
group_levels_value(const struct match_group_weights *w, const struct match_levels *levels)
{
	return w->groups * levels->groups + w->preferred * levels->preferred - w->lacking * levels->lacking + levels->score;
}

struct match_levels
group_levels(const struct group_model *m, const struct match_group *groups, size_t count)
{
	struct match_levels all = { .groups = (int64_t)count };

	for (size_t g = 0; g < count; g++) {
		int64_t counts[MATCH_COUNTS];

		group_counts(m, &groups[g], counts);
		all.preferred += counts[MATCH_COUNT_PREFERRED];
		all.lacking += counts[MATCH_COUNT_LACKING];
		all.score += group_score(m, &groups[g]);
	}
	return all;
}

int64_t
group_value(const struct group_model *m, const struct match_group *g)
{
	struct match_levels levels = group_levels(m, g, 1);

	return group_levels_value(&m->weights, &levels);
}

/* Level by level; the ranges of value that go with each number of a level lie apart, as W3 passes any score, W2 any W3 · groups and so on. */
struct match_levels
group_levels_of(const struct match_group_weights *w, int64_t value)
{
	struct match_levels out = { 0 };
	int64_t rest = value < 0 ? 0 : value;

	out.groups = w->groups_most == 0 ? 0 : smaller(w->groups_most, rest / (w->groups - w->lacking));
	rest = smaller(rest - w->groups * out.groups, w->preferred * w->asking + w->score_most);
	out.preferred = smaller(w->asking, (rest + w->lacking * out.groups) / w->preferred);
	rest = smaller(rest - w->preferred * out.preferred, w->score_most);
	out.lacking = rest < 0 ? (-rest + w->lacking - 1) / w->lacking : 0;
	out.score = rest + w->lacking * out.lacking;
	return out;
}
