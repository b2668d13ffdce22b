/* The waiting ladder as dates. A paused clock moves every later step by the pause. */
#include "requests/rules_wait.h"

#include "requests/rules_claim.h"

enum { CASES_LEAST = 10, SECONDS_PER_HOUR = 60 * 60, CLOSED_DAYS_MOST = 60 };

struct moment
ladder_open(const struct wait_ladder *ladder, struct moment m)
{
	return ladder->open_after == NULL ? m : ladder->open_after(ladder->days, m);
}

struct moment
ladder_open_before(const struct wait_ladder *ladder, struct moment m)
{
	for (int days = 0; days < CLOSED_DAYS_MOST && moment_is_after(ladder_open(ladder, m), m); days++)
		m = moment_plus(m, -US_PER_DAY);
	return m;
}

static int64_t
hours_of_step(const struct wait_ladder *ladder, int64_t step)
{
	const int64_t first[] = { ladder->bump_hours, ladder->ask_hours, ladder->escalate_hours };

	return step <= 3 ? first[step - 1] : ladder->escalate_hours + (step - 3) * ladder->repeat_hours;
}

/* start: as if it had waited without a pause. */
static struct moment
moment_of_step(const struct wait_ladder *ladder, struct moment start, int64_t step)
{
	return ladder_open(ladder, moment_plus(start, hours_of_step(ladder, step) * US_PER_HOUR));
}

/* The first step of which the moment is to come. */
static struct request_next
next_of_waiting(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	static const enum next_step steps[] = { NEXT_BUMP, NEXT_ASK, NEXT_ESCALATE, NEXT_REPEAT };
	int64_t waited = request_waited_us(r, now), past = waited - ladder->escalate_hours * US_PER_HOUR;
	struct moment start = moment_plus(now, -waited);
	int64_t step = past < 0 ? 1 : 3 + past / (ladder->repeat_hours * US_PER_HOUR);

	while (!moment_is_after(moment_of_step(ladder, start, step), now))
		step++;
	return (struct request_next){ steps[step < 4 ? step - 1 : 3], moment_of_step(ladder, start, step) };
}

static struct request_next
next_of_claimed(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	struct moment alarm = ladder_open(ladder, moment_plus(r->claimed_at, ladder->contact_hours * US_PER_HOUR)), silence = request_silence_from(r);

	if (moment_is_none(r->contacted_at) && moment_is_after(r->lease_due_at, alarm) && moment_is_after(alarm, now))
		return (struct request_next){ NEXT_CONTACT, alarm };
	if (moment_is_none(r->contacted_at))
		return (struct request_next){ NEXT_CONTACT_LATE, r->lease_due_at };
	if (moment_is_none(silence))
		return (struct request_next){ NEXT_PLAN, ladder_open(ladder, moment_plus(r->answered_at, ladder->silent_days * US_PER_DAY)) };
	if (!(r->claim_step & TOOK_SILENT))
		return (struct request_next){ NEXT_PLAN, ladder_open(ladder, moment_plus(silence, ladder->silent_days * US_PER_DAY)) };
	if (!(r->claim_step & TOOK_GIVEN_UP))
		return (struct request_next){ NEXT_ANSWER_MENTOR,
		    ladder_open(ladder, moment_plus(silence, (ladder->silent_days + ladder->silent_more_days) * US_PER_DAY)) };
	return (struct request_next){ NEXT_DECIDE, { 0 } };
}

static struct request_next
next_of_scheduled(const struct request_facts *r, struct moment now)
{
	if (moment_is_after(r->session_at, now))
		return (struct request_next){ NEXT_SESSION, r->session_at };
	return (struct request_next){ NEXT_OUTCOME, r->session_at };
}

static struct request_next
next_of_closed(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	struct moment until = moment_plus(r->closed_at, ladder->helpful_days * US_PER_DAY);

	if (r->outcome == REQUEST_OUTCOME_HELD && r->helpful == REQUEST_HELPFUL_NONE && moment_is_after(until, now))
		return (struct request_next){ NEXT_HELPFUL, until };
	return (struct request_next){ NEXT_NOTHING, { 0 } };
}

struct request_next
request_next(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	if (r->rests)
		return (struct request_next){ NEXT_NOTHING, { 0 } };
	switch (r->state) {
	case REQUEST_STATE_OPEN:
		return next_of_waiting(r, ladder, now);
	case REQUEST_STATE_NEEDS_DETAIL:
		return (struct request_next){ NEXT_ANSWER, ladder_open(ladder, moment_plus(r->saved_at, ladder->detail_days * US_PER_DAY)) };
	case REQUEST_STATE_RESERVED:
		return (struct request_next){ NEXT_HOLD_OVER, r->reserved_until_at };
	case REQUEST_STATE_CLAIMED:
		return next_of_claimed(r, ladder, now);
	case REQUEST_STATE_SCHEDULED:
		return next_of_scheduled(r, now);
	case REQUEST_STATE_CLOSED:
		return next_of_closed(r, ladder, now);
	case REQUEST_STATE_NONE:
	case REQUEST_STATE_DRAFT:
	case REQUEST_STATE_COUNT:
		break;
	}
	return (struct request_next){ NEXT_NOTHING, { 0 } };
}

/* Steps whose moments have passed are one: the latest of them. That the mentee is told stands beside them, and comes before one of the same moment. */
static struct request_step
step_of_waiting(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	struct moment start = moment_plus(now, -request_waited_us(r, now)), tell, at;
	int64_t step = r->wait_step + 1;

	while (!moment_is_after(moment_of_step(ladder, start, step + 1), now))
		step++;
	at = moment_of_step(ladder, start, step);
	tell = ladder_open(ladder, moment_plus(start, ladder->tell_hours * US_PER_HOUR));
	if (moment_is_none(r->told_at) && !moment_is_after(tell, moment_later(at, now)))
		return (struct request_step){ STEP_TELL, 0, tell };
	return (struct request_step){ STEP_WAIT, step, at };
}

/* Reminded once, then closed. */
static struct request_step
step_of_question(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	struct moment remind = moment_plus(r->saved_at, ladder->detail_hours * US_PER_HOUR), end = moment_plus(r->saved_at, ladder->detail_days * US_PER_DAY);

	if ((r->claim_step & TOOK_DETAIL) != 0 || !moment_is_after(end, now))
		return (struct request_step){ STEP_UNANSWERED, TOOK_DETAIL, end };
	return (struct request_step){ STEP_REMIND_DETAIL, TOOK_DETAIL, remind };
}

/* Its author is reminded once after each time of saving it, unless that would come with its end. */
static struct request_step
step_of_draft(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	struct moment remind = ladder_open(ladder, moment_plus(r->saved_at, ladder->draft_remind_days * US_PER_DAY));
	struct moment end = moment_plus(r->saved_at, ladder->draft_days * US_PER_DAY);

	if ((r->claim_step & TOOK_DRAFT) != 0 || !moment_is_after(end, moment_later(remind, now)))
		return (struct request_step){ STEP_DROP_DRAFT, 0, end };
	return (struct request_step){ STEP_REMIND_DRAFT, TOOK_DRAFT, remind };
}

static struct request_step
step_of_state(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	switch (r->state) {
	case REQUEST_STATE_OPEN:
		return step_of_waiting(r, ladder, now);
	case REQUEST_STATE_RESERVED:
		return (struct request_step){ STEP_HOLD_OVER, 0, r->reserved_until_at };
	case REQUEST_STATE_NEEDS_DETAIL:
		return step_of_question(r, ladder, now);
	case REQUEST_STATE_CLAIMED:
	case REQUEST_STATE_SCHEDULED:
	case REQUEST_STATE_CLOSED:
		return request_step_of_claim(r, ladder, now);
	case REQUEST_STATE_DRAFT:
		return step_of_draft(r, ladder, now);
	case REQUEST_STATE_NONE:
	case REQUEST_STATE_COUNT:
		break;
	}
	return (struct request_step){ STEP_NONE, 0, { 0 } };
}

/* A hold and a lease end when they were said to: their dates were moved where they had to be when they were told. A session comes on its day,
 * and what reminds of it before. */
struct request_step
request_step_after(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	struct request_step step = r->rests ? (struct request_step){ STEP_NONE, 0, { 0 } } : step_of_state(r, ladder, now);
	bool is_told = step.kind == STEP_HOLD_OVER || step.kind == STEP_END_LEASE || step.kind == STEP_DROP_DRAFT ||
	    step.kind == STEP_SESSION_NEAR;

	if (!moment_is_none(step.at) && !is_told)
		step.at = ladder_open(ladder, step.at);
	return step;
}

struct expected_wait
request_expected_wait(int64_t cases, int64_t median_us, int64_t promise_hours)
{
	if (cases >= CASES_LEAST)
		return (struct expected_wait){ .is_measured = true, .seconds = median_us / US_PER_SECOND };
	return (struct expected_wait){ .seconds = promise_hours * SECONDS_PER_HOUR };
}

struct expected_wait
request_expected_open(struct expected_wait expected, const struct wait_ladder *ladder, struct moment from)
{
	struct moment end = moment_plus(from, expected.seconds * US_PER_SECOND), open = ladder_open(ladder, end);

	if (expected.seconds > 0 && moment_is_after(open, end))
		expected.at = open;
	return expected;
}

unsigned
request_urgency(int64_t waited_us, const struct wait_ladder *ladder)
{
	int64_t hours = waited_us / US_PER_HOUR;

	return (hours >= ladder->bump_hours ? 1u : 0u) + (hours >= ladder->ask_hours ? 1u : 0u) + (hours >= ladder->escalate_hours ? 1u : 0u);
}
