/* What the page of this room is given. */
#ifndef HELP_VIEWS_H
#define HELP_VIEWS_H

#include "access/layout.h"
#include "help/store.h"
#include "programmes/programmes.h"

struct help_view {
	const struct programme *programme;
	struct help_places_rows places;
	struct help_log_of_rows rows;         /* the reader's own; for coordinators everybody's */
	struct help_totals_row totals;        /* of ninety days, of all */
	struct values *form, *place;
	struct str next_page;
};
/* "2026-11-24" as a day in words. */
struct str help_day(struct page *, struct str date);

#endif
