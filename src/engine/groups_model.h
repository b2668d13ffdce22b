/* A cohort as the solver of groups sees it: who may sit with whom, and what it is worth. */
#ifndef ENGINE_GROUPS_MODEL_H
#define ENGINE_GROUPS_MODEL_H

#include "base/str.h"
#include "engine/cohort.h"
#include "engine/group.h"

struct arena;

enum { GROUP_NO_ROW = -1, GROUP_THEME_FIRST = 10, GROUP_THEME_OTHER = 5 };

struct group_model {
	const struct match_cohort *cohort;
	struct match_shape shape;
	uint32_t mentees, mentors, slots, themes;
	struct str_list names;        /* of themes, sorted; the general one has the place after them */
	int32_t *score;               /* [mentor · mentees + mentee], or GROUP_NO_ROW */
	uint8_t *mentee_points, *mentor_points;    /* [theme · people + person]; for mentors 0 where they do not offer it */
	uint8_t *kinds;               /* of each mentee: bit k for the kinds of group that can take them */
	uint8_t *asks;                /* of each mentee: the kind asked for, or 0 */
	struct match_group_weights weights;
};

/* Memory: scores and themes, both dense. */
void group_model(struct arena *, const struct match_cohort *, struct match_shape, struct group_model *);

/* Rows of duals and loads: mentees, mentors, then upper bounds of slots and counts, then lower ones. */
static inline uint32_t
group_rows(const struct group_model *m)
{
	return m->mentees + m->mentors + 2 * (m->slots + MATCH_COUNTS);
}

static inline uint32_t
group_high_row(const struct group_model *m, uint32_t slot_or_count)
{
	return m->mentees + m->mentors + slot_or_count;    /* counts come after the slots */
}

static inline uint32_t
group_low_row(const struct group_model *m, uint32_t slot_or_count)
{
	return group_high_row(m, slot_or_count) + m->slots + MATCH_COUNTS;
}

/* What a group adds to each count. */
void group_counts(const struct group_model *, const struct match_group *, int64_t counts[MATCH_COUNTS]);
int64_t group_score(const struct group_model *, const struct match_group *);
/* Its part of the plan's value. */
int64_t group_value(const struct group_model *, const struct match_group *);
bool group_lacks(const struct group_model *, const uint32_t *mentors);

/* The kinds that these mentors can hold: bit k for each. */
unsigned group_mentor_kinds(const struct group_model *, const uint32_t *mentors);

/* Levels of a plan, and the one number of them. */
struct match_levels group_levels(const struct group_model *, const struct match_group *groups, size_t count);
int64_t group_levels_value(const struct match_group_weights *, const struct match_levels *);
/* The best levels that are worth no more than the value. */
struct match_levels group_levels_of(const struct match_group_weights *, int64_t value);

#endif
