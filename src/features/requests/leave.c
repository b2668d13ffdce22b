/* Somebody goes for good: what they asked is withdrawn, what they hold is given back, what waits for their answer opens. In every programme. Or their part in
 * one programme ends by a decision (decided.c): what they asked there is withdrawn. */
#include "programmes/programmes.h"
#include "requests/desk.h"
#include "requests/requests.h"
#include "requests/store_leave.h"

enum { OPEN_MOST = 500 };

static enum outcome
drop_draft(struct visit *v, struct request_id id)
{
	int64_t changed;

	TRY(draft_clear_skills(v->db, id, &changed));
	TRY(draft_drop(v->db, id, &changed));
	return job_drop(v->db, REQUEST_STEP, id.value);
}

static enum outcome
withdraw(struct visit *v, const struct requests_to_leave_row *row)
{
	int64_t changed;

	TRY(request_end(v->db, &(struct request_end_values){ .id = row->id, .outcome = REQUEST_OUTCOME_WITHDRAWN, .held_on = S(""), .next_steps = S(""),
	    .reason = S(""), .now = v->now }, &changed));
	if (row->state == REQUEST_STATE_CLAIMED || row->state == REQUEST_STATE_SCHEDULED)
		TRY(desk_end_claim(v, row->id, row->claimer, CLAIM_ENDING_CLOSED, S("")));
	return desk_say(v, row->id, S("withdrawn"), S(""));
}

static enum outcome
give_back(struct visit *v, const struct requests_to_leave_row *row, struct person_id person)
{
	int64_t changed;

	if (person_id_equal(row->claimer, person)) {
		TRY(desk_put_back(v, row->id, person, CLAIM_ENDING_RELEASED, S("")));
		return desk_say_of(v, S("released"), &(struct event_facts){ .request = row->id, .before = request_state_name(row->state) });
	}
	TRY(request_open_up(v->db, row->id, v->now, &changed));
	return desk_say(v, row->id, S("hold-declined"), S(""));
}

enum outcome
desk_withdraw_all(struct visit *v, struct person_id mentee)
{
	struct requests_to_leave_rows rows;

	TRY(requests_to_leave(v->db, v->arena, mentee, v->programme->id, OPEN_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		const struct requests_to_leave_row *row = &rows.at[i];

		if (person_id_equal(row->mentee, mentee) && row->state != REQUEST_STATE_DRAFT)
			TRY(withdraw(v, row));
	}
	return OK;
}

enum outcome
desk_leave(struct visit *v, struct person_id person, struct programme_id only)
{
	struct requests_to_leave_rows rows;

	TRY(requests_to_leave(v->db, v->arena, person, only, OPEN_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		const struct requests_to_leave_row *row = &rows.at[i];

		TRY(programme_enter(v, row->programme));
		if (row->state == REQUEST_STATE_DRAFT)
			TRY(drop_draft(v, row->id));
		else if (person_id_equal(row->mentee, person))
			TRY(withdraw(v, row));
		else
			TRY(give_back(v, row, person));
	}
	return OK;
}
