/* What the printers of reasons.json share. */
#ifndef MATCHING_REASONS_H
#define MATCHING_REASONS_H

#include "matching/matching.h"

/* --- reasons_recruit.c: what a new mentor would bring, by what they could offer --- */
void matching_print_recruit(struct buf *, const struct matching_reasons *);

/* {"matched":1,"score":2} */
void matching_print_worth(struct buf *, const struct match_worth *);

/* ,"warnings":[…] */
void matching_print_warnings_list(struct buf *, const struct matching_problems *);

#endif
