/* Offers: made, answered, over; the next in line; and the end, of which everybody hears. */
#include "applications/applications.h"
#include "applications/own.h"
#include "applications/tell.h"
#include "base/check.h"
#include "people/people.h"
#include "programmes/programmes.h"

enum { SETTLED_AT_ONCE = 5000 };

/* What a place makes of somebody. */
static enum outcome
give_role(struct visit *v, const struct application_row_row *row)
{
	if (row->side == INTAKE_SIDE_MENTEE)
		return role_give(v, v->programme->id, row->person, ROLE_ROLE_MENTEE);
	return mentor_place(v, row->person);
}

static enum outcome
place(struct visit *v, struct application_row_row *row)
{
	row->decided_at = v->now;
	row->confirm_by_at = (struct moment){ 0 };
	TRY(application_becomes(v, row, APPLICATION_STATE_PLACED));
	TRY(job_drop(v->db, APPLICATION_STEP, row->id.value));
	TRY(give_role(v, row));
	TRY(tell_applicant(v, row, LETTER_L22));
	return row->side == INTAKE_SIDE_MENTOR ? mentors_joined(v, row->intake) : OK;
}

enum outcome
offer_accept(struct visit *v, struct application_row_row *row)
{
	TRY(placing_may_accept(v, row));
	return place(v, row);
}

static enum outcome
look_again(struct visit *v, const struct application_row_row *row, struct moment at)
{
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = APPLICATION_STEP, .subject = row->id.value, .due_at = at,
	    .now = v->now });
}

/* Whoever decides it has judged that it may be, and that a place is free. */
static enum outcome
make(struct visit *v, struct application_row_row *row)
{
	const struct settings *numbers = &v->programme->settings;
	struct moment reminder;

	row->offered_at = v->now;
	row->confirm_by_at = offer_end(numbers->offer_confirm_days, v->now);
	row->waits_since_at = (struct moment){ 0 };
	if (moment_is_none(row->confirm_by_at))
		return place(v, row);
	TRY(application_becomes(v, row, APPLICATION_STATE_OFFERED));
	reminder = offer_reminder(numbers->offer_remind_days, row->offered_at, row->confirm_by_at);
	TRY(look_again(v, row, moment_is_none(reminder) ? row->confirm_by_at : reminder));
	return tell_applicant(v, row, LETTER_L23);
}

enum outcome
offer_make(struct visit *v, struct application_row_row *row)
{
	struct intake_of_row intake;

	TRY(placing_may_offer(v, row));
	TRY(intake_find(v, row->intake, &intake));
	if (intake_has_place(intake.places, intake.taken))
		return make(v, row);
	return row->state == APPLICATION_STATE_WAIT_LISTED && !row->is_queued ? PLACES_TAKEN : application_waits(v, row, false);
}

/* Whoever cannot be given a place now is passed over and keeps waiting. NOT_FOUND: nobody is in line. */
static enum outcome
find_next_in_line(struct visit *v, struct intake_id intake, struct application_row_row *out)
{
	struct moment after = { 0 };
	struct application_id last = { 0 };

	for (;;) {
		struct next_in_line_row next;
		enum outcome said;

		TRY(next_in_line(v->db, v->arena, intake, after, last, &next));
		TRY(application_row(v->db, v->arena, next.id, out));
		said = placing_may_follow(v, out);
		if (said == OK || outcome_kind(said) != KIND_REFUSAL)
			return said;
		after = out->waits_since_at;
		last = next.id;
	}
}

static enum outcome
offer_next_in_line(struct visit *v, const struct intake_of_row *intake)
{
	struct application_row_row row;

	TRY(find_next_in_line(v, intake->id, &row));
	return make(v, &row);
}

enum outcome
intake_fills(struct visit *v, struct intake_id id)
{
	enum outcome said = OK;

	for (int i = 0; i < SETTLED_AT_ONCE && said == OK; i++) {
		struct intake_of_row intake;

		TRY(intake_find(v, id, &intake));
		if (intake.state == INTAKE_STATE_SETTLED || !intake_has_place(intake.places, intake.taken))
			return OK;
		said = offer_next_in_line(v, &intake);
	}
	return said == NOT_FOUND ? OK : said;
}

enum outcome
intake_goes_on(struct visit *v, struct intake_id id)
{
	struct intake_of_row intake;
	enum outcome said = OK;

	TRY(intake_find(v, id, &intake));
	if (intake.state != INTAKE_STATE_SETTLED && intake.places > 0 && intake_has_place(intake.places, intake.taken))
		said = offer_next_in_line(v, &intake);
	return said == OK || said == NOT_FOUND ? intake_ends(v, id) : said;
}

enum outcome
intake_ends(struct visit *v, struct intake_id id)
{
	struct intake_of_row intake;
	bool goes_beyond;

	TRY(intake_find(v, id, &intake));
	if (intake.state != INTAKE_STATE_CLOSED || intake.places <= 0 || intake.taken < intake.places || intake.offers > 0)
		return OK;
	TRY(intake_goes_beyond(v, &intake, &goes_beyond));
	return goes_beyond ? OK : intake_settle(v, id);
}

enum outcome
intake_settle(struct visit *v, struct intake_id id)
{
	struct applications_waiting_rows rows;
	int64_t changed;

	TRY(applications_waiting(v->db, v->arena, id, SETTLED_AT_ONCE, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		struct application_row_row row;

		TRY(application_row(v->db, v->arena, rows.at[i].id, &row));
		row.reason = APPLICATION_REASON_NO_PLACE;
		row.decided_at = v->now;
		TRY(application_becomes(v, &row, APPLICATION_STATE_NOT_SELECTED));
		TRY(tell_applicant(v, &row, LETTER_L24));
	}
	TRY(drafts_drop_answers(v->db, id, &changed));
	TRY(drafts_drop(v->db, id, &changed));
	TRY(intake_move(v->db, id, INTAKE_STATE_CLOSED, INTAKE_STATE_SETTLED, &changed));
	return changed == 1 ? OK : STALE;
}

enum outcome
application_step_due(struct visit *v, int64_t subject)
{
	struct application_row_row row;
	enum outcome said = application_row(v->db, v->arena, (struct application_id){ subject }, &row);

	if (said != OK || row.state != APPLICATION_STATE_OFFERED)
		return said == NOT_FOUND ? OK : said;
	if (moment_is_after(row.confirm_by_at, v->now)) {
		TRY(look_again(v, &row, row.confirm_by_at));
		return tell_applicant(v, &row, LETTER_L23);
	}
	row.decided_at = v->now;
	TRY(application_becomes(v, &row, APPLICATION_STATE_EXPIRED));
	TRY(tell_applicant(v, &row, LETTER_L22));
	TRY(reading_goes_on(v, row.intake, row.opening));
	return intake_goes_on(v, row.intake);
}
