/* Somebody goes for good: what they applied for is taken back, so that the next one in line gets the place. */
#include "applications/applications.h"
#include "applications/own.h"
#include "applications/rules.h"
#include "applications/store.h"
#include "programmes/programmes.h"

enum { LEFT_AT_ONCE = 200 };

static enum outcome
drop_draft(struct visit *v, struct application_id id)
{
	int64_t changed;

	TRY(answers_clear(v->db, id, &changed));
	return draft_drop_one(v->db, id, &changed);
}

static enum outcome
take_back(struct visit *v, struct application_id id)
{
	struct application_row_row row;
	enum application_state next;
	bool is_offered;

	TRY(application_row(v->db, v->arena, id, &row));
	is_offered = row.state == APPLICATION_STATE_OFFERED;
	TRY(application_may(row.state, is_offered ? APPLICATION_DECLINE : APPLICATION_WITHDRAW, false, &next));
	row.waits_since_at = (struct moment){ 0 };
	if (!is_offered)
		row.elected_at = row.chosen_at = (struct moment){ 0 };
	row.decided_at = is_offered ? v->now : (struct moment){ 0 };
	TRY(application_becomes(v, &row, next));
	TRY(reading_goes_on(v, row.intake, row.opening));
	if (!is_offered)
		return OK;
	TRY(job_drop(v->db, APPLICATION_STEP, id.value));
	return intake_goes_on(v, row.intake);
}

enum outcome
applications_leave(struct visit *v, struct person_id person, struct programme_id only)
{
	struct applications_to_leave_rows rows;
	int64_t changed;

	if (!programme_id_is_none(only))
		TRY(reviewer_drop(v->db, only, person, &changed));
	TRY(applications_to_leave(v->db, v->arena, person, only, LEFT_AT_ONCE, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		TRY(programme_enter(v, rows.at[i].programme));
		if (rows.at[i].state == APPLICATION_STATE_DRAFT)
			TRY(drop_draft(v, rows.at[i].id));
		else
			TRY(take_back(v, rows.at[i].id));
	}
	return OK;
}
