/* Openings of projects: what other floors may ask. */
#ifndef OPENINGS_OPENINGS_H
#define OPENINGS_OPENINGS_H

#include "access/record.h"
#include "access/visit.h"
#include "later/later.h"
#include "openings/store_shared.h"    /* openings_in_need(): a statement that other rooms may run */

/* Rounds of v->programme whose windows are not over, and that of the opening in the address: what a project can declare itself for. Values are ids as in addresses. */
enum outcome opening_round_choices(struct visit *, struct choices *);

/* What waits for coordinators in that programme, and what they are asked, in a sentence. */
struct programme;
struct page;
enum outcome openings_to_see_to(struct visit *, const struct programme *, int64_t most, struct openings_in_need_rows *out);
struct str opening_need_words(struct str language, const struct openings_in_need_row *);
struct str opening_need_said(const struct page *, const struct openings_in_need_row *);

/* What the clock does (daemon/jobs.def): a window of an opening opens, ends; its contact is reminded, asked elsewhere, and coordinators after
 * that; members hear of it. */
job_handler opening_step_due, opening_tell_due;

/* What must always hold; each finding is a row that breaks it. */
enum outcome openings_check(struct visit *, struct findings *);

#endif
