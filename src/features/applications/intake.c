/* Windows under the clock: they open and close by themselves, and drafts are reminded before the end (T08). */
#include "applications/applications.h"
#include "applications/own.h"
#include "applications/tell.h"

enum { TOLD_AT_ONCE = 100, DRAFTS_AT_ONCE = 100 };

static struct intake_clock
clock_of(struct visit *v, const struct intake_of_row *intake)
{
	return (struct intake_clock){ .opens_at = intake->opens_at, .closes_at = intake->closes_at, .reminded = intake->reminded,
		.first_days = v->programme->settings.window_first_days, .last_days = v->programme->settings.window_last_days };
}

static enum outcome
look_again(struct visit *v, struct str kind, struct intake_id id, struct moment at)
{
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = kind, .subject = id.value, .due_at = at, .now = v->now });
}

enum outcome
intake_plan(struct visit *v, struct intake_id id)
{
	struct intake_of_row intake;
	struct intake_clock clock;
	struct moment next;

	TRY(intake_find(v, id, &intake));
	clock = clock_of(v, &intake);
	next = intake_next(intake.state, &clock);
	return moment_is_none(next) ? OK : look_again(v, INTAKE_STEP, id, next);
}

static enum outcome
remind_drafts(struct visit *v, const struct intake_of_row *intake)
{
	struct applicants_in_rows rows = { .count = DRAFTS_AT_ONCE };
	struct application_id after = { 0 };

	while (rows.count == DRAFTS_AT_ONCE) {
		TRY(applicants_in(v->db, v->arena, intake->id, true, after, DRAFTS_AT_ONCE, &rows));
		for (size_t i = 0; i < rows.count; i++) {
			struct application_row_row row;

			TRY(application_row(v->db, v->arena, rows.at[i].id, &row));
			TRY(tell_applicant(v, &row, LETTER_L19D));
			after = rows.at[i].id;
		}
	}
	return OK;
}

static enum outcome
step(struct visit *v, const struct intake_of_row *intake)
{
	struct intake_clock clock = clock_of(v, intake);
	int64_t bits, changed;

	switch (intake_due(intake->state, &clock, v->now, &bits)) {
	case INTAKE_OPENS:
		TRY(intake_move(v->db, intake->id, INTAKE_STATE_PLANNED, INTAKE_STATE_OPEN, &changed));
		return look_again(v, INTAKE_TELL, intake->id, v->now);
	case INTAKE_REMINDS:
		TRY(intake_reminded(v->db, intake->id, intake->reminded | bits, &changed));
		return remind_drafts(v, intake);
	case INTAKE_CLOSES:
		TRY(intake_move(v->db, intake->id, INTAKE_STATE_OPEN, INTAKE_STATE_CLOSED, &changed));
		return intake_ends(v, intake->id);
	default:
		return OK;
	}
}

enum outcome
intake_step_due(struct visit *v, int64_t subject)
{
	struct intake_of_row intake;
	enum outcome said = intake_find(v, (struct intake_id){ subject }, &intake);

	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	TRY(step(v, &intake));
	return intake_plan(v, intake.id);
}

/* A hundred members at a time, as long as it is open. */
enum outcome
intake_tell_due(struct visit *v, int64_t subject)
{
	struct intake_of_row intake;
	struct members_after_rows rows;
	enum outcome said = intake_find(v, (struct intake_id){ subject }, &intake);
	int64_t changed;

	if (said != OK || intake.state != INTAKE_STATE_OPEN)
		return said == NOT_FOUND ? OK : said;
	TRY(members_after(v->db, v->arena, v->programme->id, (struct person_id){ intake.told }, TOLD_AT_ONCE, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(tell_of_intake(v, &intake, rows.at[i].id, LETTER_L20));
	if (rows.count > 0)
		TRY(intake_told(v->db, intake.id, rows.at[rows.count - 1].id.value, &changed));
	return rows.count == TOLD_AT_ONCE ? look_again(v, INTAKE_TELL, intake.id, v->now) : OK;
}
