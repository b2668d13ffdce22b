/* What the files of this room share: one opening, whose it is, its words and dates. */
#ifndef OPENINGS_OPENING_H
#define OPENINGS_OPENING_H

#include "access/visit.h"
#include "openings/rules.h"
#include "openings/store.h"
#include "programmes/programmes.h"

#define OPENING_STEP S("opening-step")
#define OPENING_TELL S("opening-tell")

enum { OPENINGS_MOST = 200, CANDIDATES_MOST = 200, NOMINATIONS_MOST = 20 };

/* The opening of the address; NOT_FOUND if there is none, or the visitor may not know of it. */
enum outcome opening_find(struct visit *, struct opening_row_row *out);
/* … and the visitor is its contact, or a coordinator: OPENING_NOT_YOURS. */
enum outcome opening_find_own(struct visit *, struct opening_row_row *out);
bool opening_is_theirs(const struct visit *, const struct opening_row_row *);

/* Until just before then applications for it are taken. */
struct moment opening_closes(struct moment round_closes_at, struct moment extended_to_at);
/* Writes state, words, numbers and dates of the row as they are in memory; STALE if it moved meanwhile. Said in the record. */
enum outcome opening_becomes(struct visit *, struct opening_row_row *, enum opening_state);
/* Puts the clock's next look at it, or takes it away. */
enum outcome opening_plan(struct visit *, struct opening_id);

struct str opening_state_words(struct str language, enum opening_state);
/* "4 months"; "120 minutes a month": its own, else the programme's. */
struct str opening_term_words(struct arena *, struct str language, const struct programme *, int64_t term);
struct str opening_meet_words(struct arena *, struct str language, const struct programme *, int64_t minutes, enum opening_period);

/* Midnight behind that day where the programme is; none: no day was said. */
struct moment opening_day_end(struct visit *, struct str date);

#endif
