/* What a pair is worth, and which hard rules it breaks (MATCHING.md 2.1 to 2.3). */
#ifndef ENGINE_SCORE_H
#define ENGINE_SCORE_H

#include "engine/cohort.h"

/* The parts of a score, in the order in which they are shown. */
enum match_part { MATCH_SKILLS, MATCH_GOALS, MATCH_OVERLAP, MATCH_MENTEE_CHOICE, MATCH_MENTOR_CHOICE, MATCH_PARTS };

/* Hard rules, one bit each, so that all broken ones can be told. */
enum match_rule { MATCH_RULE_LANGUAGE = 1, MATCH_RULE_HOURS = 2, MATCH_RULE_GENDER = 4, MATCH_RULE_PROJECT = 8, MATCH_RULE_CAPACITY = 16 };

enum match_project_rule { MATCH_PROJECT_DIFFERENT, MATCH_PROJECT_SAME, MATCH_PROJECT_IGNORED };

struct match_rules {
	int32_t weights[MATCH_PARTS];     /* together at most 10,000 */
	uint32_t hours_least;             /* common hours of the day */
	enum match_project_rule project;
};
extern const struct match_rules match_rules_usual;

/* Sum of the parts; each is rounded down. */
int32_t match_score(const struct match_cohort *, const struct match_rules *, uint32_t mentee, uint32_t mentor, int32_t parts[MATCH_PARTS]);

/* All rules that the pair breaks; taken: seats of the mentor that are taken already. 0: feasible. */
unsigned match_broken(const struct match_cohort *, const struct match_rules *, struct match_pin pair, int64_t taken);

/* How many tokens stand in both; both lists are sorted. */
size_t match_common(const struct str_list *, const struct str_list *);

/* The score of the row of those two, in a cohort whose rows are sorted; 0 where there is none, as for a pin without a row. */
int32_t match_score_of(const struct match_cohort *, uint32_t mentee, uint32_t mentor);

#endif
