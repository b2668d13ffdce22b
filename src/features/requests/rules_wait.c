/* The waiting ladder as dates. A paused clock moves every later step by the pause. */
#include "requests/rules_wait.h"

#include "requests/rules_claim.h"

enum { CASES_LEAST = 10, SECONDS_PER_HOUR = 60 * 60, DRAFT_DAYS = 14 };    /* the last: T33 */

static struct request_next
next_of_waiting(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	int64_t waited = request_waited_us(r, now);
	struct moment start = moment_plus(now, -waited);    /* as if it had waited without a pause */
	int64_t rounds;

	if (waited < ladder->bump_hours * US_PER_HOUR)
		return (struct request_next){ NEXT_BUMP, moment_plus(start, ladder->bump_hours * US_PER_HOUR) };
	if (waited < ladder->ask_hours * US_PER_HOUR)
		return (struct request_next){ NEXT_ASK, moment_plus(start, ladder->ask_hours * US_PER_HOUR) };
	if (waited < ladder->escalate_hours * US_PER_HOUR)
		return (struct request_next){ NEXT_ESCALATE, moment_plus(start, ladder->escalate_hours * US_PER_HOUR) };
	rounds = (waited - ladder->escalate_hours * US_PER_HOUR) / (ladder->repeat_hours * US_PER_HOUR) + 1;
	return (struct request_next){ NEXT_REPEAT,
	    moment_plus(start, (ladder->escalate_hours + rounds * ladder->repeat_hours) * US_PER_HOUR) };
}

static struct request_next
next_of_claimed(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	struct moment alarm = moment_plus(r->claimed_at, ladder->contact_hours * US_PER_HOUR), silence = request_silence_from(r);

	if (moment_is_none(r->contacted_at) && moment_is_after(r->lease_due_at, alarm) && moment_is_after(alarm, now))
		return (struct request_next){ NEXT_CONTACT, alarm };
	if (moment_is_none(r->contacted_at))
		return (struct request_next){ NEXT_CONTACT_LATE, r->lease_due_at };
	if (moment_is_none(silence))
		return (struct request_next){ NEXT_PLAN, moment_plus(r->answered_at, ladder->silent_days * US_PER_DAY) };
	if (!(r->claim_step & TOOK_SILENT))
		return (struct request_next){ NEXT_PLAN, moment_plus(silence, ladder->silent_days * US_PER_DAY) };
	if (!(r->claim_step & TOOK_GIVEN_UP))
		return (struct request_next){ NEXT_ANSWER_MENTOR, moment_plus(silence, (ladder->silent_days + ladder->silent_more_days) * US_PER_DAY) };
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
	switch (r->state) {
	case REQUEST_STATE_OPEN:
		return next_of_waiting(r, ladder, now);
	case REQUEST_STATE_NEEDS_DETAIL:
		return (struct request_next){ NEXT_ANSWER, moment_plus(r->saved_at, ladder->detail_days * US_PER_DAY) };
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

static int64_t
hours_of_step(const struct wait_ladder *ladder, int64_t step)
{
	const int64_t first[] = { ladder->bump_hours, ladder->ask_hours, ladder->escalate_hours };

	return step <= 3 ? first[step - 1] : ladder->escalate_hours + (step - 3) * ladder->repeat_hours;
}

/* Steps whose hours have passed are one: the latest of them. */
static struct request_step
step_of_waiting(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
{
	struct moment start = moment_plus(now, -request_waited_us(r, now));
	int64_t step = r->wait_step + 1;

	while (!moment_is_after(moment_plus(start, hours_of_step(ladder, step + 1) * US_PER_HOUR), now))
		step++;
	return (struct request_step){ STEP_WAIT, step, moment_plus(start, hours_of_step(ladder, step) * US_PER_HOUR) };
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

struct request_step
request_step_after(const struct request_facts *r, const struct wait_ladder *ladder, struct moment now)
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
		return (struct request_step){ STEP_DROP_DRAFT, 0, moment_plus(r->saved_at, DRAFT_DAYS * US_PER_DAY) };
	case REQUEST_STATE_NONE:
	case REQUEST_STATE_COUNT:
		break;
	}
	return (struct request_step){ STEP_NONE, 0, { 0 } };
}

struct expected_wait
request_expected_wait(int64_t cases, int64_t median_us, int64_t promise_hours)
{
	if (cases >= CASES_LEAST)
		return (struct expected_wait){ .is_measured = true, .seconds = median_us / US_PER_SECOND };
	return (struct expected_wait){ .seconds = promise_hours * SECONDS_PER_HOUR };
}

unsigned
request_urgency(int64_t waited_us, const struct wait_ladder *ladder)
{
	int64_t hours = waited_us / US_PER_HOUR;

	return (hours >= ladder->bump_hours ? 1u : 0u) + (hours >= ladder->ask_hours ? 1u : 0u) + (hours >= ladder->escalate_hours ? 1u : 0u);
}
