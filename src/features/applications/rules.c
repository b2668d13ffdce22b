/* The rules of applications and windows: each can be read aloud to an applicant. */
#include "applications/rules.h"

#include "base/check.h"

enum { FIRST = 1, LAST = 2 };

#define IN(state) (1u << APPLICATION_STATE_##state)
#define UNDECIDED (IN(SENT) | IN(IN_REVIEW) | IN(SHORT_LISTED) | IN(WAIT_LISTED))

/* In which states, where it leads (NONE: nowhere else), and whether the window must be open. */
static const struct {
	unsigned in;
	enum application_state next;
	bool needs_window;
} acts[APPLICATION_ACTS] = {
	[APPLICATION_SEND] = { IN(DRAFT), APPLICATION_STATE_SENT, true },
	[APPLICATION_EDIT] = { IN(SENT), APPLICATION_STATE_NONE, true },
	[APPLICATION_WITHDRAW] = { UNDECIDED, APPLICATION_STATE_WITHDRAWN, false },
	[APPLICATION_RETURN] = { IN(WITHDRAWN), APPLICATION_STATE_SENT, true },
	[APPLICATION_TAKE] = { IN(SENT), APPLICATION_STATE_IN_REVIEW, false },
	[APPLICATION_TAKE_OVER] = { IN(SENT) | IN(IN_REVIEW), APPLICATION_STATE_IN_REVIEW, false },
	[APPLICATION_SCORE] = { IN(IN_REVIEW) | IN(SHORT_LISTED) | IN(WAIT_LISTED), APPLICATION_STATE_NONE, false },
	[APPLICATION_SHORT_LIST] = { UNDECIDED & ~IN(SHORT_LISTED), APPLICATION_STATE_SHORT_LISTED, false },
	[APPLICATION_WAIT_LIST] = { UNDECIDED & ~IN(WAIT_LISTED), APPLICATION_STATE_WAIT_LISTED, false },
	[APPLICATION_REFUSE] = { UNDECIDED, APPLICATION_STATE_NOT_SELECTED, false },
	[APPLICATION_OFFER] = { UNDECIDED, APPLICATION_STATE_OFFERED, false },
	[APPLICATION_ACCEPT] = { IN(OFFERED), APPLICATION_STATE_PLACED, false },
	[APPLICATION_DECLINE] = { IN(OFFERED), APPLICATION_STATE_DECLINED, false },
	[APPLICATION_EXPIRE] = { IN(OFFERED), APPLICATION_STATE_EXPIRED, false },
	[APPLICATION_SETTLE] = { UNDECIDED, APPLICATION_STATE_NOT_SELECTED, false },
};

enum outcome
application_may(enum application_state state, enum application_act act, bool window_is_open, enum application_state *next)
{
	check((unsigned)act < APPLICATION_ACTS);
	if ((acts[act].in & 1u << state) == 0)
		return APPLICATION_NOT_NOW;
	if (acts[act].needs_window && !window_is_open)
		return WINDOW_CLOSED;
	*next = acts[act].next == APPLICATION_STATE_NONE ? state : acts[act].next;
	return OK;
}

bool
application_is_waiting(enum application_state state)
{
	return (UNDECIDED & 1u << state) != 0;
}

bool
application_hides_who(enum application_state state, bool is_blind, bool has_scored)
{
	return is_blind && !has_scored && ((UNDECIDED | IN(WITHDRAWN)) & 1u << state) != 0;
}

enum outcome
application_may_be_placed(const struct placing_facts *f)
{
	if (f->is_paused)
		return PERSON_PAUSED;
	if (f->was_refused)
		return PLACE_NEEDS_COORDINATOR;
	if (f->lacks_orientation)
		return ORIENTATION_FIRST;
	return f->has_accepted ? OK : CONDUCT_FIRST;
}

enum outcome
application_may_be_offered(const struct placing_facts *f, bool is_at_once)
{
	if (f->is_paused || f->was_refused)
		return APPLICANT_NOT_NOW;
	if (f->lacks_orientation)
		return MENTOR_ORIENTATION_FIRST;
	return f->has_accepted || !is_at_once ? OK : APPLICANT_CONDUCT_FIRST;
}

int64_t
intake_derived(int64_t mentors, int64_t group_mentors, int64_t group_mentees)
{
	int64_t places = group_mentors > 0 ? mentors / group_mentors * group_mentees : 0;

	return places > 0 ? places : INTAKE_NO_PLACE;
}

bool
application_is_read(int64_t cap_per_mentor, int64_t mentors, int64_t reading)
{
	return cap_per_mentor == 0 || reading < cap_per_mentor * (mentors > 0 ? mentors : 1);
}

bool
intake_has_place(int64_t places, int64_t taken)
{
	return places == 0 || taken < places;
}

static bool
is_moved(struct moment before, struct moment now)
{
	return before.us != now.us;
}

enum window_fault
window_opens_fault(const struct window_change *c)
{
	if (moment_is_none(c->new_opens_at))
		return WINDOW_DAY_MISSING;
	return is_moved(c->opens_at, c->new_opens_at) && c->state != INTAKE_STATE_PLANNED ? WINDOW_OPENED : WINDOW_FINE;
}

enum window_fault
window_closes_fault(const struct window_change *c, struct moment now)
{
	if (moment_is_none(c->new_closes_at))
		return WINDOW_DAY_MISSING;
	if (!moment_is_none(c->new_opens_at) && !moment_is_after(c->new_closes_at, c->new_opens_at))
		return WINDOW_ENDS_FIRST;
	if (!is_moved(c->closes_at, c->new_closes_at))
		return WINDOW_FINE;
	if (c->state != INTAKE_STATE_PLANNED && c->state != INTAKE_STATE_OPEN)
		return WINDOW_OVER;
	return moment_is_after(c->new_closes_at, now) ? WINDOW_FINE : WINDOW_DAY_OVER;
}

enum window_fault
window_places_fault(const struct window_change *c)
{
	if (!c->says_places)
		return c->can_follow ? WINDOW_FINE : WINDOW_PLACES_MISSING;
	if (c->places == c->new_places)
		return WINDOW_FINE;
	if (c->state == INTAKE_STATE_SETTLED)
		return WINDOW_SETTLED;
	return c->new_places > 0 && c->new_places < c->taken ? WINDOW_PLACES_HELD : WINDOW_FINE;
}

bool
window_has_fewer(const struct window_change *c)
{
	return c->new_places > 0 && (c->places == 0 || c->new_places < c->places);
}

bool
window_is_worse(const struct window_change *c)
{
	return window_has_fewer(c) || moment_is_after(c->closes_at, c->new_closes_at);
}

bool
window_has_more(const struct window_change *c)
{
	return c->places > 0 && (c->new_places == 0 || c->new_places > c->places);
}

struct moment
offer_end(int64_t confirm_days, struct moment now)
{
	return confirm_days == 0 ? (struct moment){ 0 } : moment_plus(now, confirm_days * US_PER_DAY);
}

struct moment
offer_reminder(int64_t remind_days, struct moment offered_at, struct moment confirm_by)
{
	struct moment at = moment_plus(offered_at, remind_days * US_PER_DAY);

	return remind_days > 0 && moment_is_after(confirm_by, at) ? at : (struct moment){ 0 };
}

/* A reminder whose time was over when the window opened, or that is off, is no reminder. */
static struct moment
reminder_at(const struct intake_clock *clock, int64_t days)
{
	struct moment at = moment_plus(clock->closes_at, -days * US_PER_DAY);

	return days > 0 && moment_is_after(at, clock->opens_at) ? at : (struct moment){ 0 };
}

static bool
is_due(struct moment at, struct moment now)
{
	return !moment_is_none(at) && !moment_is_after(at, now);
}

enum intake_step
intake_due(enum intake_state state, const struct intake_clock *clock, struct moment now, int64_t *bits)
{
	struct moment first = reminder_at(clock, clock->first_days), last = reminder_at(clock, clock->last_days);

	*bits = 0;
	if (state == INTAKE_STATE_PLANNED)
		return is_due(clock->opens_at, now) ? INTAKE_OPENS : INTAKE_WAITS;
	if (state != INTAKE_STATE_OPEN)
		return INTAKE_WAITS;
	if (is_due(clock->closes_at, now))
		return INTAKE_CLOSES;
	if (is_due(last, now) && (clock->reminded & LAST) == 0)
		*bits = FIRST | LAST;
	else if (is_due(first, now) && (clock->reminded & FIRST) == 0)
		*bits = FIRST;
	return *bits != 0 ? INTAKE_REMINDS : INTAKE_WAITS;
}

struct moment
intake_next(enum intake_state state, const struct intake_clock *clock)
{
	struct moment first = reminder_at(clock, clock->first_days), last = reminder_at(clock, clock->last_days);

	if (state == INTAKE_STATE_PLANNED)
		return clock->opens_at;
	if (state != INTAKE_STATE_OPEN)
		return (struct moment){ 0 };
	if ((clock->reminded & (FIRST | LAST)) == 0 && !moment_is_none(first))
		return first;
	if ((clock->reminded & LAST) == 0 && !moment_is_none(last))
		return last;
	return clock->closes_at;
}
