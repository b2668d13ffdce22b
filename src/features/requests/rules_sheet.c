/* A cell of the sheet is an act of the desk: this says which one. */
#include "requests/rules_sheet.h"

/* Whether this visitor may change the cells of a row whose holder is, or would be, that mentor. */
static enum outcome
may_write(const struct request_facts *r, struct person_id mentor, struct person_id visitor, bool is_coordinator)
{
	struct person_id concerned = person_id_is_none(mentor) ? r->claimer : mentor;

	if (is_coordinator || person_id_equal(concerned, visitor))
		return OK;
	return request_may_release(r) == OK ? REQUEST_TAKEN : SHEET_NOT_YOURS;
}

enum outcome
sheet_decide(const struct request_facts *r, const struct sheet_cells *cells, struct person_id visitor, bool is_coordinator, enum sheet_step *step)
{
	bool is_held = request_may_release(r) == OK, is_blank = person_id_is_none(cells->mentor);
	bool is_as_it_was = is_held ? person_id_equal(r->claimer, cells->mentor) : is_blank;

	*step = SHEET_NOTHING;
	if (r->state == REQUEST_STATE_CLOSED)
		return REQUEST_CLOSED;
	if (cells->has_day && is_blank)
		return SHEET_NEEDS_MENTOR;
	if (!is_as_it_was || cells->has_day)
		TRY(may_write(r, cells->mentor, visitor, is_coordinator));
	if (is_as_it_was)
		return OK;
	if (is_held && !is_blank)
		return REQUEST_TAKEN;
	*step = is_blank ? SHEET_GIVE_BACK : SHEET_TAKE;
	return OK;
}
