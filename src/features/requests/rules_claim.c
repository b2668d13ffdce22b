/* Each state has its steps, a bit each, in the order in which they come when their moments are the same. */
#include "requests/rules_claim.h"

#include "base/check.h"

enum { STEPS_MOST = 6 };

struct ahead {
	const struct wait_ladder *ladder;
	struct request_step steps[STEPS_MOST];
	size_t count;
};

/* What was told keeps its date, a session its day; who is asked about a lease has all of the grace. */
static struct moment
on_open_day(const struct wait_ladder *ladder, enum step_kind kind, struct moment m)
{
	if (kind == STEP_END_LEASE || kind == STEP_SESSION_NEAR)
		return m;
	return kind == STEP_ASK_LEASE ? ladder_open_before(ladder, m) : ladder_open(ladder, m);
}

static void
add(struct ahead *ahead, const struct request_facts *r, enum step_kind kind, struct request_step step)
{
	if (moment_is_none(step.at) || (r->claim_step & step.number) != 0)
		return;
	check(ahead->count < STEPS_MOST);
	step.kind = kind;
	step.at = on_open_day(ahead->ladder, kind, step.at);
	ahead->steps[ahead->count++] = step;
}

static struct request_step
at(struct moment from, int64_t us, int64_t bit)
{
	return (struct request_step){ .number = bit, .at = moment_plus(from, us) };
}

struct moment
request_silence_from(const struct request_facts *r)
{
	if (moment_is_none(r->answered_at))
		return r->contacted_at;
	return moment_is_after(r->tried_at, r->answered_at) ? r->tried_at : (struct moment){ 0 };
}

static void
add_of_claim(struct ahead *ahead, const struct request_facts *r, const struct wait_ladder *ladder)
{
	struct moment silence = request_silence_from(r);
	int64_t late_us = ladder->contact_hours * US_PER_HOUR, later_us = late_us + ladder->contact_more_hours * US_PER_HOUR;
	int64_t silent_us = ladder->silent_days * US_PER_DAY, given_up_us = silent_us + ladder->silent_more_days * US_PER_DAY;

	if (!moment_is_none(r->contacted_at)) {
		add(ahead, r, STEP_UNDECIDED, at(r->contacted_at, ladder->attempts_days * US_PER_DAY, TOOK_UNDECIDED));
		if (moment_is_none(silence))
			return;
		add(ahead, r, STEP_MENTEE_SILENT, at(silence, silent_us, TOOK_SILENT));
		add(ahead, r, STEP_MENTEE_GIVEN_UP, at(silence, given_up_us, TOOK_GIVEN_UP));
	} else if (!moment_is_none(r->lease_due_at)) {
		add(ahead, r, STEP_CONTACT_LATE, at(r->claimed_at, late_us, TOOK_LATE));
		add(ahead, r, STEP_ASK_LEASE, at(r->lease_due_at, -ladder->grace_hours * US_PER_HOUR, TOOK_LEASE));
		add(ahead, r, STEP_CONTACT_LATER, at(r->claimed_at, later_us, TOOK_LATER));
		add(ahead, r, STEP_END_LEASE, at(r->lease_due_at, 0, 0));
	}
}

static void
add_of_session(struct ahead *ahead, const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	struct moment end = moment_plus(r->session_at, ladder->session_minutes * US_PER_MINUTE);

	if (moment_is_after(r->session_at, now))
		add(ahead, r, STEP_SESSION_NEAR, at(r->session_at, -ladder->near_hours * US_PER_HOUR, TOOK_NEAR));
	add(ahead, r, STEP_ASK_OUTCOME, at(end, 0, TOOK_OUTCOME));
	add(ahead, r, STEP_ASK_OUTCOME_AGAIN, at(end, ladder->outcome_again_days * US_PER_DAY, TOOK_AGAIN));
	add(ahead, r, STEP_OUTCOME_UNKNOWN, at(end, ladder->outcome_end_days * US_PER_DAY, TOOK_UNKNOWN));
}

static void
add_of_end(struct ahead *ahead, const struct request_facts *r, const struct wait_ladder *ladder)
{
	if (r->outcome == REQUEST_OUTCOME_HELD && r->helpful == REQUEST_HELPFUL_NONE && ladder->helpful_again_days < ladder->helpful_days)
		add(ahead, r, STEP_ASK_HELPFUL, at(r->closed_at, ladder->helpful_again_days * US_PER_DAY, TOOK_HELPFUL));
}

/* The latest that is due, else the first to come; those that it passes count as taken with it. */
static struct request_step
chosen(const struct ahead *ahead, const struct request_facts *r, struct moment now)
{
	struct request_step best = { .kind = STEP_NONE };
	int64_t taken = r->claim_step;

	for (size_t i = 0; i < ahead->count; i++) {
		const struct request_step *step = &ahead->steps[i];
		bool is_due = !moment_is_after(step->at, now), best_is_due = !moment_is_after(best.at, now);

		if (best.kind == STEP_NONE || (is_due ? !best_is_due || !moment_is_after(best.at, step->at)
		    : !best_is_due && moment_is_after(best.at, step->at)))
			best = *step;
	}
	for (size_t i = 0; i < ahead->count; i++)
		if (!moment_is_after(ahead->steps[i].at, best.at))
			taken |= ahead->steps[i].number;
	best.number = taken;
	return best.kind == STEP_NONE ? (struct request_step){ STEP_NONE, 0, { 0 } } : best;
}

struct request_step
request_step_of_claim(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	struct ahead ahead = { .ladder = ladder };

	if (r->state == REQUEST_STATE_CLAIMED)
		add_of_claim(&ahead, r, ladder);
	else if (r->state == REQUEST_STATE_SCHEDULED)
		add_of_session(&ahead, r, ladder, now);
	else
		add_of_end(&ahead, r, ladder);
	return chosen(&ahead, r, now);
}

struct moment
session_free_until(struct moment session, int64_t notice_hours)
{
	return notice_hours == 0 || moment_is_none(session) ? (struct moment){ 0 } : moment_plus(session, -notice_hours * US_PER_HOUR);
}

int64_t
session_first_step(struct moment session, int64_t near_hours, struct moment now)
{
	return moment_is_after(moment_plus(session, -near_hours * US_PER_HOUR), now) ? 0 : TOOK_NEAR;
}
