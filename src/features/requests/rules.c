/* The decisions of the desk, as a coordinator could read them aloud. */
#include "requests/rules.h"

enum { FARTHEST_SESSION_DAYS = 366, BUMP_AGAIN_HOURS = 12 };

static bool
is_held(const struct request_facts *r)
{
	return r->state == REQUEST_STATE_CLAIMED || r->state == REQUEST_STATE_SCHEDULED;
}

static bool
is_waiting(const struct request_facts *r)
{
	return r->state == REQUEST_STATE_OPEN || r->state == REQUEST_STATE_NEEDS_DETAIL;
}

static bool
is_asked_by_name(const struct request_facts *r, struct person_id visitor, struct moment now)
{
	return r->state == REQUEST_STATE_RESERVED && person_id_equal(r->named, visitor) && moment_is_after(r->reserved_until_at, now);
}

/* It stood before all mentors: it was asked of nobody by name, or the mentor of that name gave it back. */
static bool
was_on_board(const struct request_facts *r)
{
	return (is_held(r) || r->state == REQUEST_STATE_CLOSED) && (person_id_is_none(r->named) || r->releases > 0);
}

/* What a mentor may know of somebody else's request: one that waits; of one that was taken or closed only that. */
static void
relate_mentor(const struct request_facts *r, struct person_id visitor, struct moment now, struct request_relation *is)
{
	bool is_stranger = !is->is_owner && !is->is_claimer && !r->is_excluded;

	is->is_named = is_asked_by_name(r, visitor, now) && !r->is_excluded;
	is->is_late = is_stranger && was_on_board(r);
	is->sees = is->is_named || (is_waiting(r) && !r->is_excluded);
}

struct request_relation
request_relation(const struct request_facts *r, struct person_id visitor, bool is_mentor, bool is_coordinator, struct moment now)
{
	struct request_relation is = { 0 };

	if (r->state == REQUEST_STATE_DRAFT || person_id_is_none(visitor))
		return is;
	is.is_owner = person_id_equal(r->mentee, visitor);
	is.is_claimer = person_id_equal(r->claimer, visitor);
	if (is_mentor)
		relate_mentor(r, visitor, now, &is);
	else
		is.is_onlooker = is_waiting(r) && !r->is_excluded;
	is.sees = is.sees || is.is_owner || is.is_claimer || is_coordinator;
	return is;
}

/* A mentor, who is neither of the two: what became of it. */
static enum outcome
refusal_to_mentor(const struct request_facts *r, const struct request_act *act)
{
	if (!act->is_taking && !act->is_holding)
		return FORBIDDEN;
	if (r->state == REQUEST_STATE_CLOSED)
		return REQUEST_CLOSED;
	if (is_held(r))
		return REQUEST_NOT_YOURS;
	return act->is_holding ? REQUEST_NOT_CLAIMED : FORBIDDEN;
}

enum outcome
request_refusal(const struct request_facts *r, const struct request_relation *is, bool is_mentor, const struct request_act *act)
{
	if (act->is_taking && is->is_owner)
		return REQUEST_OWN;
	if (act->is_taking && !is_mentor)
		return MENTOR_NOT_ACTIVE;
	return !is_mentor || is->is_owner || is->is_claimer ? FORBIDDEN : refusal_to_mentor(r, act);
}

enum outcome
mentor_may_hold(const struct mentor_facts *mentor, struct moment now)
{
	if (mentor->state != MENTOR_STATE_ACTIVE)
		return MENTOR_NOT_ACTIVE;
	if (mentor->is_paused)
		return PERSON_PAUSED;
	if (!mentor->has_accepted_conduct)
		return CONDUCT_FIRST;
	if (mentor->lacks_orientation)
		return ORIENTATION_FIRST;
	if (moment_is_after(mentor->away_until_at, now))
		return MENTOR_AWAY;
	if (mentor->running >= mentor->capacity)
		return MENTOR_FULL;
	return OK;
}

/* Whether the request itself is free for this mentor. */
static enum outcome
may_be_had_by(const struct request_facts *r, struct person_id mentor, struct moment now)
{
	if (person_id_equal(r->mentee, mentor))
		return REQUEST_OWN;
	if (r->is_excluded)
		return REQUEST_EXCLUDED;
	if (is_held(r))
		return REQUEST_TAKEN;
	if (r->state == REQUEST_STATE_RESERVED && !person_id_equal(r->named, mentor) && moment_is_after(r->reserved_until_at, now))
		return REQUEST_RESERVED;
	if (!is_waiting(r) && r->state != REQUEST_STATE_RESERVED)
		return REQUEST_CLOSED;
	return OK;
}

enum outcome
request_may_claim(const struct request_facts *r, const struct mentor_facts *mentor, struct moment now)
{
	if (is_held(r) && person_id_equal(r->claimer, mentor->id))
		return OK;
	TRY(may_be_had_by(r, mentor->id, now));
	return mentor_may_hold(mentor, now);
}

/* Somebody else is told than whom it is about. */
static enum outcome
to_others(enum outcome said)
{
	if (said == ORIENTATION_FIRST)
		return MENTOR_ORIENTATION_FIRST;
	return said == PERSON_PAUSED ? MENTOR_PAUSED : said == CONDUCT_FIRST ? MENTOR_CONDUCT_FIRST : said;
}

enum outcome
request_may_assign(const struct request_facts *r, const struct mentor_facts *mentor, bool has_agreed, bool has_reason, struct moment now)
{
	enum outcome said;

	if (is_held(r) && person_id_equal(r->claimer, mentor->id))
		return OK;
	said = may_be_had_by(r, mentor->id, now);
	if (said != OK && said != REQUEST_RESERVED)
		return said;
	said = to_others(mentor_may_hold(mentor, now));
	if (said == MENTOR_AWAY)
		said = mentor->running >= mentor->capacity ? MENTOR_FULL : has_reason ? OK : ASSIGN_NEEDS_REASON;
	if (said != OK)
		return said;
	return has_agreed || has_reason ? OK : ASSIGN_NEEDS_REASON;
}

enum outcome
request_may_undo(const struct request_facts *r, int64_t undo_seconds, struct moment now)
{
	if (r->state != REQUEST_STATE_CLAIMED)
		return REQUEST_NOT_CLAIMED;
	if (moment_between(r->claimed_at, now) > undo_seconds * US_PER_SECOND)
		return UNDO_OVER;
	return OK;
}

enum outcome
request_may_release(const struct request_facts *r)
{
	return is_held(r) ? OK : REQUEST_NOT_CLAIMED;
}

static enum outcome
may_have_been_on(int64_t day, int64_t today, int64_t claimed_day)
{
	if (day > today)
		return DAY_IN_FUTURE;
	return day < claimed_day ? DAY_BEFORE_CLAIM : OK;
}

enum outcome
request_may_note_attempt(const struct request_facts *r, int64_t day, int64_t today, int64_t claimed_day)
{
	if (!is_held(r))
		return REQUEST_NOT_CLAIMED;
	return may_have_been_on(day, today, claimed_day);
}

enum outcome
request_may_schedule(const struct request_facts *r, struct moment session, struct moment now)
{
	if (!is_held(r))
		return REQUEST_NOT_CLAIMED;
	if (r->rests)
		return REQUEST_NOT_OPEN;
	if (!moment_is_after(session, now))
		return SESSION_IN_PAST;
	if (moment_between(now, session) > FARTHEST_SESSION_DAYS * US_PER_DAY)
		return SESSION_TOO_FAR;
	return OK;
}

enum outcome
request_may_fulfil(const struct request_facts *r, int64_t day, int64_t today, int64_t claimed_day)
{
	if (r->state == REQUEST_STATE_CLOSED)
		return REQUEST_CLOSED;
	if (!is_held(r))
		return REQUEST_NOT_CLAIMED;
	return may_have_been_on(day, today, claimed_day);
}

enum outcome
request_may_be_unreachable(const struct request_facts *r, int64_t attempts_needed, bool is_waived)
{
	if (r->state == REQUEST_STATE_CLOSED)
		return REQUEST_CLOSED;
	if (!is_held(r))
		return REQUEST_NOT_CLAIMED;
	if (r->rests)
		return REQUEST_NOT_OPEN;
	return is_waived || r->attempts_in_window >= attempts_needed ? OK : TOO_FEW_ATTEMPTS;
}

enum outcome
request_may_ask_detail(const struct request_facts *r)
{
	return r->state == REQUEST_STATE_OPEN ? OK : REQUEST_NOT_OPEN;
}

enum outcome
request_may_answer(const struct request_facts *r)
{
	return r->state == REQUEST_STATE_NEEDS_DETAIL ? OK : REQUEST_NOT_ASKED;
}

enum outcome
request_may_end(const struct request_facts *r)
{
	return r->state == REQUEST_STATE_CLOSED ? REQUEST_CLOSED : OK;
}

enum outcome
request_may_call_off(const struct request_facts *r, struct moment now)
{
	if (r->state != REQUEST_STATE_SCHEDULED)
		return SESSION_NOT_SET;
	return moment_is_after(r->session_at, now) ? OK : SESSION_BEGUN;
}

enum outcome
request_may_say_absent(const struct request_facts *r, struct moment now)
{
	if (r->state != REQUEST_STATE_SCHEDULED)
		return SESSION_NOT_SET;
	return moment_is_after(r->session_at, now) ? SESSION_TO_COME : OK;
}

enum outcome
request_may_reopen(const struct request_facts *r)
{
	bool is_unreachable = r->state == REQUEST_STATE_CLOSED && r->outcome == REQUEST_OUTCOME_UNREACHABLE;

	return is_unreachable ? OK : REQUEST_NOT_UNREACHABLE;
}

static bool
was_held(const struct request_facts *r)
{
	return r->state == REQUEST_STATE_CLOSED && r->outcome == REQUEST_OUTCOME_HELD;
}

enum outcome
request_may_say_helpful(const struct request_facts *r, int64_t days, struct moment now)
{
	if (!was_held(r))
		return HELPFUL_NOT_HELD;
	if (moment_between(r->closed_at, now) > days * US_PER_DAY)
		return HELPFUL_OVER;
	return OK;
}

enum outcome
request_may_follow_up(const struct request_facts *r)
{
	if (!was_held(r))
		return FOLLOW_UP_NOT_HELD;
	return r->has_follow_up ? FOLLOW_UP_EXISTS : OK;
}

int64_t
request_waited_us(const struct request_facts *r, struct moment now)
{
	if (moment_is_none(r->waiting_since_at))
		return r->waited_us;
	return r->waited_us + moment_between(r->waiting_since_at, now);
}

enum outcome
request_may_bump(const struct request_facts *r, struct moment last_bump, struct moment now)
{
	if (r->state != REQUEST_STATE_OPEN)
		return REQUEST_NOT_OPEN;
	return moment_is_none(last_bump) || moment_between(last_bump, now) >= BUMP_AGAIN_HOURS * US_PER_HOUR ? OK : BUMP_TOO_SOON;
}

enum outcome
request_may_escalate(const struct request_facts *r, struct moment escalated_at)
{
	if (r->state != REQUEST_STATE_OPEN)
		return REQUEST_NOT_OPEN;
	return moment_is_none(escalated_at) ? OK : ESCALATED_ALREADY;
}

enum outcome
request_may_merge(const struct request_facts *gone, const struct request_facts *stays, bool is_same)
{
	if (gone->state == REQUEST_STATE_CLOSED)
		return REQUEST_CLOSED;
	if (is_same || stays->state == REQUEST_STATE_CLOSED || stays->state == REQUEST_STATE_DRAFT || !person_id_equal(gone->mentee, stays->mentee))
		return MERGE_NOT_SIBLING;
	return OK;
}
