/* What the cells of the sheet mean (F057). Pure. */
#ifndef REQUESTS_RULES_SHEET_H
#define REQUESTS_RULES_SHEET_H

#include "requests/rules.h"

/* What stands in a row when it is saved: the name in Mentor Assigned (none: blank), and whether a day stands in Fulfilled. */
struct sheet_cells {
	struct person_id mentor;
	bool has_day;
};
enum sheet_step { SHEET_NOTHING, SHEET_TAKE, SHEET_GIVE_BACK };

/* What the mentor's cell asks for. A coordinator may write anybody's name, a mentor the own.
 * SHEET_NOT_YOURS, REQUEST_TAKEN (somebody else holds it), REQUEST_CLOSED, SHEET_NEEDS_MENTOR (a day, but nobody is assigned). */
enum outcome sheet_decide(const struct request_facts *, const struct sheet_cells *, struct person_id visitor, bool is_coordinator,
    enum sheet_step *);

#endif
