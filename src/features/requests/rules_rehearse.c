/* Past requests once more, as the clock would have seen them with another ladder. */
#include "requests/rules_rehearse.h"

struct rehearsal
rehearsal_of(const struct wait_ladder *ladder)
{
	return (struct rehearsal){ .ladder = ladder };
}

static void
count(struct rehearsal *r, int64_t step)
{
	r->steps++;
	if (step == 1)
		r->reminded++;
	else if (step == 2)
		r->asked++;
	else if (step == 3)
		r->escalated++;
	else
		r->repeated++;
}

/* The steps of a request that stood open until then; one that was missed while a mentor was asked by name comes at once. */
static void
pass(struct rehearsal *r, struct moment until)
{
	while (r->facts.state == REQUEST_STATE_OPEN && r->steps < REHEARSAL_STEPS_MOST) {
		struct request_step step = request_step_after(&r->facts, r->ladder, r->seen_at);
		struct moment at = moment_later(step.at, r->seen_at);

		if (!moment_is_after(until, at))
			break;
		if (step.kind == STEP_TELL) {    /* a word to the mentee, whom no other hours are tried on */
			r->facts.told_at = at;
			continue;
		}
		count(r, step.number);
		r->facts.wait_step = step.number;
		r->seen_at = at;
	}
	r->seen_at = until;
}

/* The waiting clock goes while it is open or held for somebody, and stands else. */
static void
become(struct rehearsal *r, enum request_state state, struct moment at)
{
	bool waits = state == REQUEST_STATE_OPEN || state == REQUEST_STATE_RESERVED;

	r->facts.state = state;
	if (waits && moment_is_none(r->facts.waiting_since_at))
		r->facts.waiting_since_at = at;
	if (waits || moment_is_none(r->facts.waiting_since_at))
		return;
	r->facts.waited_us += moment_between(r->facts.waiting_since_at, at);
	r->facts.waiting_since_at = (struct moment){ 0 };
}

void
rehearsal_take(struct rehearsal *r, const struct past_change *change, struct moment now)
{
	bool is_new = !request_id_equal(r->request, change->request);

	if (is_new) {
		rehearsal_end(r, now);
		r->request = change->request;
		r->facts = (struct request_facts){ .state = REQUEST_STATE_DRAFT, .sent_at = change->sent_at };
		r->seen_at = change->sent_at;
		r->requests++;
	} else {
		pass(r, change->at);
	}
	become(r, change->after, is_new ? change->sent_at : change->at);
}

void
rehearsal_end(struct rehearsal *r, struct moment now)
{
	pass(r, now);
	r->facts = (struct request_facts){ .state = REQUEST_STATE_NONE };
}
