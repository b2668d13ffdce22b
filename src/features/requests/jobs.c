/* What time does by itself at the desk. A request has at most one job: its next step, planned anew by whatever happens to it. A step that
 * was missed (the server stood still) is not made up for when a later one is due: the later one is taken. */
#include "base/arena.h"
#include "formats/id.h"
#include "later/later.h"
#include "programmes/programmes.h"
#include "requests/desk.h"
#include "requests/draft.h"
#include "requests/letters_desk.h"
#include "requests/requests.h"
#include "requests/rules_wait.h"
#include "requests/store_ask.h"
#include "requests/store_later.h"
#include "requests/views.h"

enum { PLANNED_AT_ONCE = 200, CLAIMS_DAYS = 7 };

static struct request_facts
facts_of(const struct request_to_plan_row *row)
{
	return (struct request_facts){
		.state = row->state, .mentee = row->mentee, .claimer = row->claimer, .named = row->named_mentor,
		.reserved_until_at = row->reserved_until_at, .claimed_at = row->claimed_at, .contacted_at = row->contacted_at,
		.lease_due_at = row->lease_due_at, .session_at = row->session_at, .closed_at = row->closed_at, .sent_at = row->sent_at,
		.waiting_since_at = row->waiting_since_at, .waited_us = row->waited_us, .outcome = row->outcome, .helpful = row->helpful,
		.wait_step = row->wait_step, .claim_step = row->claim_step, .saved_at = row->saved_at, .answered_at = row->answered_at,
		.tried_at = row->tried_at, .told_at = row->told_at,
		.rests = row->rests,
	};
}

static struct request_step
next_step_of(struct visit *v, const struct request_to_plan_row *row)
{
	struct request_facts facts = facts_of(row);
	struct wait_ladder ladder = desk_ladder(v->programme);

	return request_step_after(&facts, &ladder, v->now);
}

enum outcome
desk_plan(struct visit *v, struct request_id id)
{
	struct request_to_plan_row row;
	struct request_step step;

	TRY(request_to_plan(v->db, v->arena, id, &row));
	step = next_step_of(v, &row);
	if (moment_is_none(step.at))
		return job_drop(v->db, REQUEST_STEP, id.value);
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = row.programme, .kind = REQUEST_STEP,
	    .subject = id.value, .due_at = step.at, .now = v->now });
}

static enum outcome
say(struct visit *v, struct request_id id, const char *kind)
{
	return desk_say(v, id, str_from(kind), S(""));
}

/* Reminded, asked, escalated, and escalated once more: each told once, the board shows which. */
static enum outcome
wait_on(struct visit *v, const struct request_to_plan_row *row, int64_t step)
{
	static const char *const kinds[] = { "reminded", "mentors-asked", "escalated", "escalated-again" };
	int64_t changed;

	TRY(request_step_waited(v->db, row->id, step, v->now, &changed));
	return say(v, row->id, kinds[step < 4 ? step - 1 : 3]);
}

static enum outcome
tell_mentee(struct visit *v, const struct request_to_plan_row *row)
{
	int64_t changed;

	TRY(request_told(v->db, row->id, v->now, &changed));
	return say(v, row->id, "delay-told");
}

static enum outcome
end_hold(struct visit *v, const struct request_to_plan_row *row)
{
	int64_t changed;

	TRY(request_open_up(v->db, row->id, v->now, &changed));
	return say(v, row->id, "hold-over");
}

static enum outcome
end_lease(struct visit *v, const struct request_to_plan_row *row)
{
	TRY(desk_put_back(v, row->id, row->claimer, CLAIM_ENDING_LAPSED, S("")));
	return say(v, row->id, "lapsed");
}

static enum outcome
ask_again(struct visit *v, const struct request_to_plan_row *row, int64_t step, const char *kind)
{
	int64_t changed;

	TRY(request_step_claimed(v->db, row->id, step, &changed));
	return say(v, row->id, kind);
}

/* Its letter names no request: the draft may be erased while the letter still stands in lists. */
static enum outcome
remind_of_draft(struct visit *v, const struct request_to_plan_row *row, int64_t step)
{
	int64_t days = v->programme->settings.draft_days, changed;

	TRY(request_step_claimed(v->db, row->id, step, &changed));
	TRY(desk_write_of_draft(v, row->mentee, row->title, moment_plus(row->saved_at, days * US_PER_DAY)));
	return desk_plan(v, row->id);
}

static enum outcome
drop_draft(struct visit *v, const struct request_to_plan_row *row)
{
	int64_t changed;

	TRY(draft_clear_skills(v->db, row->id, &changed));
	return draft_drop(v->db, row->id, &changed);
}

/* No answer for weeks. The mentee can ask again at any time. */
static enum outcome
end_unanswered(struct visit *v, const struct request_to_plan_row *row)
{
	int64_t changed;

	TRY(request_end_unanswered(v->db, row->id, v->now, &changed));
	return say(v, row->id, "unanswered");
}

/* At the same moment as a rule: whoever tried is asked how it stands, whoever was silent is written to. */
static enum outcome
write_to_silent(struct visit *v, const struct request_to_plan_row *row, int64_t step)
{
	int64_t passed = step & ~row->claim_step;

	TRY(ask_again(v, row, step, "mentee-silent"));
	return (passed & TOOK_UNDECIDED) != 0 ? say(v, row->id, "attempts-undecided") : OK;
}

/* Steps that only ask or tell somebody, and what that is called. */
static const char *
words_of(enum step_kind kind)
{
	switch (kind) {
	case STEP_REMIND_DETAIL: return "detail-reminded";
	case STEP_CONTACT_LATE: return "contact-late";
	case STEP_CONTACT_LATER: return "contact-later";
	case STEP_ASK_LEASE: return "lease-asked";
	case STEP_UNDECIDED: return "attempts-undecided";
	case STEP_MENTEE_GIVEN_UP: return "mentee-given-up";
	case STEP_SESSION_NEAR: return "session-near";
	case STEP_ASK_HELPFUL: return "helpful-asked";
	case STEP_OUTCOME_UNKNOWN: return "outcome-unknown";
	default: return "outcome-asked";
	}
}

static enum outcome
take_step(struct visit *v, const struct request_to_plan_row *row, const struct request_step *step)
{
	switch (step->kind) {
	case STEP_WAIT:
		return wait_on(v, row, step->number);
	case STEP_TELL:
		return tell_mentee(v, row);
	case STEP_HOLD_OVER:
		return end_hold(v, row);
	case STEP_END_LEASE:
		return end_lease(v, row);
	case STEP_REMIND_DRAFT:
		return remind_of_draft(v, row, step->number);
	case STEP_DROP_DRAFT:
		return drop_draft(v, row);
	case STEP_UNANSWERED:
		return end_unanswered(v, row);
	case STEP_MENTEE_SILENT:
		return write_to_silent(v, row, step->number);
	case STEP_NONE:
		return OK;
	default:
		return ask_again(v, row, step->number, words_of(step->kind));
	}
}

/* Not due any more (it moved on, a number was changed): planned again, and nothing else. */
enum outcome
request_step_due(struct visit *v, int64_t subject)
{
	struct request_to_plan_row row;
	struct request_step step;
	enum outcome said = request_to_plan(v->db, v->arena, (struct request_id){ subject }, &row);

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	v->thing_id = subject;
	v->thing_state = request_state_name(row.state);
	step = next_step_of(v, &row);
	if (moment_is_none(step.at) || moment_is_after(step.at, v->now))
		return desk_plan(v, row.id);
	return take_step(v, &row, &step);
}

/* A number of the programme was changed, or all is planned for the first time: so many requests a job, then the next ones. The subject is
 * the programme, then the last request that was planned. */
enum outcome
programme_replan(struct visit *v, int64_t subject)
{
	struct request_id after = { subject == v->programme_id.value ? 0 : subject };
	struct requests_to_plan_rows rows;

	TRY(requests_to_plan(v->db, v->arena, v->programme_id, after, PLANNED_AT_ONCE, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(desk_plan(v, rows.at[i].id));
	if (rows.count < PLANNED_AT_ONCE)
		return OK;
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .programme = v->programme_id, .kind = PROGRAMME_REPLAN,
	    .subject = rows.at[rows.count - 1].id.value, .due_at = v->now, .now = v->now });
}

enum outcome
requests_open_now(struct visit *v, struct requests_open *out)
{
	struct requests_open_by_age_row row;
	struct requests_claimed_since_row claimed;

	TRY(requests_open_by_age(v->db, v->arena, v->now, US_PER_HOUR, &row));
	TRY(requests_claimed_since(v->db, v->arena, moment_plus(v->now, -CLAIMS_DAYS * US_PER_DAY), &claimed));
	*out = (struct requests_open){ row.every, row.after_72h, row.after_168h, row.after_252h,
	    claimed.count == 0 ? 0 : claimed.waited_us / claimed.count / US_PER_SECOND };
	return OK;
}
