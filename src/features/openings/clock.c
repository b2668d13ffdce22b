/* Openings under the clock: windows open and end, contacts are reminded, members hear of what is announced (T08, T10). */
#include "applications/own.h"
#include "forms/say.h"
#include "later/later.h"
#include "openings/opening.h"
#include "openings/openings.h"
#include "openings/tell.h"

enum { TOLD_AT_ONCE = 100, INTAKES_MOST = 10 };

static struct opening_clock
clock_of(struct visit *v, const struct opening_row_row *row)
{
	const struct settings *number = &v->programme->settings;

	return (struct opening_clock){ .state = row->state, .opens_at = row->opens_at, .closes_at = opening_closes(row->round_closes_at, row->extended_to_at),
		.first_days = number->window_first_days, .last_days = number->window_last_days, .has_mentor = row->mentors > 0, .listed_at = row->listed_at,
		.choose_by_at = row->choose_by_at, .chosen_at = row->chosen_at, .chase_days = number->chase_days, .more_days = number->chase_more_days, .stepped = row->stepped };
}

static enum outcome
look_again(struct visit *v, struct str kind, struct opening_id id, struct moment at)
{
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = kind, .subject = id.value, .due_at = at, .now = v->now });
}

/* A window that is made later, by coordinators for the whole round, moves the end: so an end is looked at again as long as applications are taken. */
enum outcome
opening_plan(struct visit *v, struct opening_id id)
{
	struct opening_row_row row;
	struct opening_clock clock;
	struct moment next;

	TRY(opening_row(v->db, v->arena, id, &row));
	clock = clock_of(v, &row);
	next = opening_next(&clock);
	return moment_is_none(next) ? job_drop(v->db, OPENING_STEP, id.value) : look_again(v, OPENING_STEP, id, next);
}

/* The round's windows may have waited for this end. */
static enum outcome
end_windows(struct visit *v, const struct opening_row_row *row)
{
	struct intakes_of_round_rows intakes;

	TRY(intakes_of_round(v->db, v->arena, row->cohort, INTAKES_MOST, &intakes));
	for (size_t i = 0; i < intakes.count; i++)
		TRY(intake_ends(v, intakes.at[i].id));
	return OK;
}

static enum outcome
end(struct visit *v, struct opening_row_row *row)
{
	enum opening_state next;

	if (row->mentors > 0) {
		TRY(opening_may(row->state, OPENING_ENDS, &next));
		TRY(opening_becomes(v, row, next));
		return end_windows(v, row);
	}
	TRY(opening_may(row->state, OPENING_FAILS, &next));
	row->lacks_mentor = true;
	row->words = S("");
	TRY(opening_becomes(v, row, next));
	TRY(opening_tell_contact(v, row, N_("Its time is over, and no mentor was elected."), N_("You can change it and declare it again. Coordinators hear of it as well."), (struct moment){ 0 }));
	TRY(opening_tell_desk(v, row, N_("its time is over, and no mentor was elected")));
	return end_windows(v, row);
}

/* T10: reminded when it is late, then asked elsewhere, then coordinators choose. */
static enum outcome
ask_to_choose(struct visit *v, const struct opening_row_row *row, enum opening_step step)
{
	const char *what = N_("The short list waits for your choice."), *next = N_("Please choose now. If nobody does, coordinators choose for you.");

	if (step == OPENING_STEP_LATE)
		return opening_tell_contact(v, row, what, next, row->choose_by_at);
	if (step == OPENING_STEP_CHASES)
		return opening_tell_elsewhere(v, row, what, next, row->choose_by_at);
	return opening_tell_desk(v, row, N_("its contact has not chosen from the short list"));
}

static enum outcome
do_step(struct visit *v, struct opening_row_row *row)
{
	struct opening_clock clock = clock_of(v, row);
	enum opening_state next;
	int64_t bits, changed;
	enum opening_step step = opening_due(&clock, v->now, &bits);

	if (bits != 0)
		TRY(opening_stepped(v->db, row->id, row->stepped | bits, &changed));
	switch (step) {
	case OPENING_WAITS:
		return OK;
	case OPENING_STEP_OPENS:
		TRY(opening_may(row->state, OPENING_OPENS, &next));
		return opening_becomes(v, row, next);
	case OPENING_STEP_ENDS:
		return end(v, row);
	case OPENING_STEP_REMINDS:
		return opening_tell_contact(v, row, N_("No mentor is elected yet."), N_("Elect somebody who applied, or nominate somebody; else it ends without a mentor."), intake_last(clock.closes_at));
	default:
		return ask_to_choose(v, row, step);
	}
}

enum outcome
opening_step_due(struct visit *v, int64_t subject)
{
	struct opening_row_row row;
	enum outcome said = opening_row(v->db, v->arena, (struct opening_id){ subject }, &row);

	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	TRY(do_step(v, &row));
	return opening_plan(v, row.id);
}

/* A hundred members at a time, as long as it takes applications. */
enum outcome
opening_tell_due(struct visit *v, int64_t subject)
{
	struct opening_row_row row;
	struct opening_members_rows members;
	enum outcome said = opening_row(v->db, v->arena, (struct opening_id){ subject }, &row);
	int64_t changed;

	if (said != OK || (row.state != OPENING_STATE_ANNOUNCED && row.state != OPENING_STATE_ACCEPTING))
		return said == NOT_FOUND ? OK : said;
	TRY(opening_members(v->db, v->arena, v->programme->id, (struct person_id){ row.told }, TOLD_AT_ONCE, &members));
	for (size_t i = 0; i < members.count; i++)
		TRY(opening_tell_member(v, &row, members.at[i].id));
	if (members.count > 0)
		TRY(opening_told(v->db, row.id, members.at[members.count - 1].id.value, &changed));
	return members.count == TOLD_AT_ONCE ? look_again(v, OPENING_TELL, row.id, v->now) : OK;
}
