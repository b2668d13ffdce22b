/* The rules of openings: each can be read aloud to a project's contact. */
#include "openings/rules.h"

#include "base/check.h"

#define IN(state) (1u << OPENING_STATE_##state)
#define TAKING (IN(ANNOUNCED) | IN(ACCEPTING))

/* In which states, and where it leads (NONE: nowhere else). */
static const struct {
	unsigned in;
	enum opening_state next;
} acts[OPENING_ACTS] = {
	[OPENING_EDIT] = { IN(DECLARED) | IN(RETURNED), OPENING_STATE_DECLARED },
	[OPENING_WITHDRAW] = { IN(DECLARED) | IN(RETURNED), OPENING_STATE_WITHDRAWN },
	[OPENING_RETURN] = { IN(DECLARED), OPENING_STATE_RETURNED },
	[OPENING_ANNOUNCE] = { IN(DECLARED), OPENING_STATE_ANNOUNCED },
	[OPENING_EXTEND] = { TAKING, OPENING_STATE_NONE },
	[OPENING_NOMINATE] = { TAKING, OPENING_STATE_NONE },
	[OPENING_ELECT] = { TAKING | IN(SURVEYING), OPENING_STATE_NONE },
	[OPENING_LIST] = { IN(ACCEPTING) | IN(SURVEYING), OPENING_STATE_NONE },
	[OPENING_CHOOSE] = { IN(ACCEPTING) | IN(SURVEYING), OPENING_STATE_NONE },
	[OPENING_OPENS] = { IN(ANNOUNCED), OPENING_STATE_ACCEPTING },
	[OPENING_ENDS] = { IN(ACCEPTING), OPENING_STATE_SURVEYING },
	[OPENING_FAILS] = { IN(ACCEPTING), OPENING_STATE_RETURNED },
};

enum outcome
opening_may(enum opening_state state, enum opening_act act, enum opening_state *next)
{
	check((unsigned)act < OPENING_ACTS);
	if ((acts[act].in & 1u << state) == 0)
		return OPENING_NOT_NOW;
	*next = acts[act].next == OPENING_STATE_NONE ? state : acts[act].next;
	return OK;
}

bool
opening_is_shown(enum opening_state state)
{
	return ((IN(ANNOUNCED) | IN(ACCEPTING) | IN(SURVEYING) | IN(MATCHING) | IN(RUNNING) | IN(ENDED)) & 1u << state) != 0;
}

bool
opening_has_places(int64_t places, int64_t chosen)
{
	return chosen <= places;
}

int64_t
opening_number(int64_t own, int64_t of_programme)
{
	return own > 0 ? own : of_programme;
}

static bool
is_due(struct moment at, struct moment now)
{
	return !moment_is_none(at) && !moment_is_after(at, now);
}

static struct moment
days_from(struct moment from, int64_t days)
{
	return moment_is_none(from) ? from : moment_plus(from, days * US_PER_DAY);
}

/* A step of the clock: when, and how it is remembered. */
struct step {
	enum opening_step step;
	struct moment at;
	int64_t bits;
};
enum { STEPS_MOST = 6 };

/* A reminder that would have come before the window opened is none. */
static struct moment
reminder_at(const struct opening_clock *clock, int64_t days)
{
	struct moment at = days_from(clock->closes_at, -days);

	return days > 0 && !clock->has_mentor && moment_is_after(at, clock->opens_at) ? at : (struct moment){ 0 };
}

/* All that may still come, in the order in which it is looked at. */
static size_t
steps_of(const struct opening_clock *clock, struct step *out)
{
	struct moment chase = days_from(clock->listed_at, clock->chase_days);
	size_t count = 0;

	if (clock->state == OPENING_STATE_ANNOUNCED)
		out[count++] = (struct step){ OPENING_STEP_OPENS, clock->opens_at, 0 };
	if (clock->state == OPENING_STATE_ACCEPTING) {
		out[count++] = (struct step){ OPENING_STEP_ENDS, clock->closes_at, 0 };
		out[count++] = (struct step){ OPENING_STEP_REMINDS, reminder_at(clock, clock->last_days), STEP_FIRST | STEP_LAST };
		out[count++] = (struct step){ OPENING_STEP_REMINDS, reminder_at(clock, clock->first_days), STEP_FIRST };
	}
	if (moment_is_none(clock->listed_at) || !moment_is_none(clock->chosen_at))
		return count;
	out[count++] = (struct step){ OPENING_STEP_ASKS, days_from(chase, clock->more_days), STEP_OF_LIST };
	out[count++] = (struct step){ OPENING_STEP_CHASES, chase, STEP_LATE | STEP_CHASED };
	out[count++] = (struct step){ OPENING_STEP_LATE, clock->choose_by_at, STEP_LATE };
	return count;
}

static bool
is_done(const struct opening_clock *clock, const struct step *step)
{
	return moment_is_none(step->at) || (step->bits != 0 && (clock->stepped & step->bits) == step->bits);
}

enum opening_step
opening_due(const struct opening_clock *clock, struct moment now, int64_t *bits)
{
	struct step steps[STEPS_MOST];
	size_t count = steps_of(clock, steps);

	*bits = 0;
	for (size_t i = 0; i < count; i++)
		if (!is_done(clock, &steps[i]) && is_due(steps[i].at, now)) {
			*bits = steps[i].bits;
			return steps[i].step;
		}
	return OPENING_WAITS;
}

struct moment
opening_next(const struct opening_clock *clock)
{
	struct step steps[STEPS_MOST];
	size_t count = steps_of(clock, steps);
	struct moment next = { 0 };

	for (size_t i = 0; i < count; i++)
		if (!is_done(clock, &steps[i]) && (moment_is_none(next) || moment_is_after(next, steps[i].at)))
			next = steps[i].at;
	return next;
}
