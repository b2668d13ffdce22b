/* The linear programme of column generation: groups in fractions, each person at most once, loads within a box. It only proposes duals and fractions;
 * whoever uses them re-computes what they prove in whole numbers. */
#ifndef ENGINE_GROUPS_LP_H
#define ENGINE_GROUPS_LP_H

#include "engine/groups_price.h"

struct group_lp;

enum { GROUP_ONE_BITS = 40 };    /* fractions are whole numbers of 2^-40 */

struct group_lp *group_lp(struct arena *, const struct group_model *);
size_t group_lp_bytes(const struct group_model *);

/* Adds a column, if it is new and there is room. */
bool group_lp_add(struct group_lp *, const struct match_group *);
size_t group_lp_count(const struct group_lp *);
size_t group_lp_most(const struct group_lp *);      /* columns that there is room for */
const struct match_group *group_lp_at(const struct group_lp *, size_t column);

/* Starts anew inside a box: from no group at all. Columns outside are left aside. */
void group_lp_begin(struct group_lp *, const struct group_box *);
/* Then: leaves aside the columns with anybody of these, mentors after mentees. */
void group_lp_bar(struct group_lp *, const bool *people);
/* On to the best fractions of the columns there are. False: stopped. */
bool group_lp_solve(struct group_lp *, struct group_watch watch);

/* Of the last solve: duals, scaled and rounded, none negative; the value of the fractions, scaled; how much of a column; whether bounds of the box
 * cannot be met by these columns. */
void group_lp_duals(const struct group_lp *, int64_t *duals);
int64_t group_lp_value(const struct group_lp *);
void group_lp_fractions(const struct group_lp *, int64_t *of_columns);
bool group_lp_is_short(const struct group_lp *);

#endif
