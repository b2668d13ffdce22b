/* Surveys under the clock: they open and close by themselves, and who has not answered is reminded twice before the end (T09). One of a round waits
 * until all windows of the round have closed. */
#include "applications/rules.h"
#include "base/arena.h"
#include "surveys/own.h"
#include "surveys/surveys.h"
#include "surveys/tell.h"

enum { TOLD_AT_ONCE = 100, AGAIN_SECONDS = 60 };

/* A survey moves as a window does in which people apply. */
static enum intake_state
as_window(enum survey_state state)
{
	return state == SURVEY_STATE_PLANNED ? INTAKE_STATE_PLANNED : state == SURVEY_STATE_OPEN ? INTAKE_STATE_OPEN : INTAKE_STATE_CLOSED;
}

static struct intake_clock
clock_of(const struct survey_of_row *survey)
{
	return (struct intake_clock){ .opens_at = survey->opens_at, .closes_at = survey->closes_at, .reminded = survey->reminded,
		.first_days = survey->first_days, .last_days = survey->last_days };
}

static enum outcome
look_again(struct visit *v, struct str kind, struct survey_id id, struct moment at)
{
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme->id, .kind = kind, .subject = id.value, .due_at = at, .now = v->now });
}

enum outcome
survey_plan(struct visit *v, struct survey_id id)
{
	struct survey_of_row survey;
	struct intake_clock clock;
	struct moment next;

	TRY(survey_of(v->db, v->arena, id, v->programme->id, &survey));
	clock = clock_of(&survey);
	next = intake_next(as_window(survey.state), &clock);
	return moment_is_none(next) ? OK : look_again(v, SURVEY_STEP, id, next);
}

enum outcome
survey_tell(struct visit *v, struct survey_id id)
{
	return look_again(v, SURVEY_TELL, id, v->now);
}

enum outcome
survey_begin(struct visit *v, const struct survey_of_row *survey, struct moment opens_at, struct moment closes_at)
{
	struct question_form form;
	int64_t changed;

	TRY(survey_questions_newest(v, survey, &form));
	TRY(survey_may_open(survey->state, (int64_t)form.count, survey->asks_areas || survey->asks_ranking));
	TRY(survey_open(v->db, survey->id, opens_at, closes_at, form.id, &changed));
	return changed == 1 ? survey_tell(v, survey->id) : STALE;
}

/* Of a round whose windows are open: it waits, and stays open as long as was said. */
static enum outcome
open_or_wait(struct visit *v, const struct survey_of_row *survey)
{
	struct round_closes_row round = { 0 };
	struct moment opens_at;
	enum outcome said;
	int64_t changed;

	if (!cohort_id_is_none(survey->cohort))
		TRY(round_closes(v->db, v->arena, survey->cohort, &round));
	if (round.windows == 0) {
		said = survey_begin(v, survey, survey->opens_at, survey->closes_at);
		if (said != SURVEY_EMPTY)
			return said;
		round.closes_at = moment_plus(v->now, US_PER_DAY - AGAIN_SECONDS * US_PER_SECOND);    /* looked at again tomorrow: it asks nothing yet */
	}
	opens_at = moment_plus(moment_is_after(round.closes_at, v->now) ? round.closes_at : v->now, AGAIN_SECONDS * US_PER_SECOND);
	return survey_shift(v->db, survey->id, opens_at, moment_plus(survey->closes_at, opens_at.us - survey->opens_at.us), &changed);
}

static enum outcome
step(struct visit *v, const struct survey_of_row *survey)
{
	struct intake_clock clock = clock_of(survey);
	int64_t bits, changed;

	switch (intake_due(as_window(survey->state), &clock, v->now, &bits)) {
	case INTAKE_OPENS:
		return open_or_wait(v, survey);
	case INTAKE_REMINDS:
		TRY(survey_reminded(v->db, survey->id, survey->reminded | bits, &changed));
		return survey_tell(v, survey->id);
	case INTAKE_CLOSES:
		return survey_close(v->db, survey->id, survey->closes_at, &changed);
	default:
		return OK;
	}
}

enum outcome
survey_step_due(struct visit *v, int64_t subject)
{
	struct survey_of_row survey;
	enum outcome said = survey_of(v->db, v->arena, (struct survey_id){ subject }, v->programme->id, &survey);

	if (said != OK)
		return said == NOT_FOUND ? OK : said;
	TRY(step(v, &survey));
	return survey_plan(v, survey.id);
}

/* A hundred people at a time who have not answered, as long as it is open. */
enum outcome
survey_tell_due(struct visit *v, int64_t subject)
{
	struct survey_of_row survey;
	struct survey_reach_rows rows;
	struct question_form form;
	enum outcome said = survey_of(v->db, v->arena, (struct survey_id){ subject }, v->programme->id, &survey);
	int64_t changed;

	if (said != OK || survey.state != SURVEY_STATE_OPEN)
		return said == NOT_FOUND ? OK : said;
	TRY(survey_questions(v, &survey, &form));
	TRY(survey_reach(v->db, v->arena, &(struct survey_reach_values){ .programme = v->programme->id, .survey = survey.id, .after = { survey.told }, .only_silent = true,
	    .limit = TOLD_AT_ONCE }, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(survey_write(v, &survey, rows.at[i].person, survey.reminded == 0 ? LETTER_L21 : LETTER_L21R, (int64_t)form.count));
	if (rows.count > 0)
		TRY(survey_told(v->db, survey.id, rows.at[rows.count - 1].person.value, &changed));
	return rows.count == TOLD_AT_ONCE ? survey_tell(v, survey.id) : OK;
}
