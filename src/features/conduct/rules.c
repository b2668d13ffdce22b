/* The rules of a case: each can be read aloud to a responder. */
#include "conduct/rules.h"

#include "base/check.h"

enum { UNTIL_DAYS_MOST = 5 * 366 };

#define IN(state) (1u << REPORT_STATE_##state)

/* In which states a step may be taken, and where it leads; NONE: nowhere else. */
static const struct {
	unsigned in;
	enum report_state next;
} steps[CASE_STEPS] = {
	[CASE_ACKNOWLEDGE] = { IN(SUBMITTED), REPORT_STATE_ACKNOWLEDGED },
	[CASE_ASSIGN] = { IN(SUBMITTED) | IN(ACKNOWLEDGED) | IN(INVESTIGATING) | IN(DECIDED), REPORT_STATE_INVESTIGATING },
	[CASE_ASK] = { IN(SUBMITTED) | IN(ACKNOWLEDGED) | IN(INVESTIGATING), REPORT_STATE_INVESTIGATING },
	[CASE_NOTE] = { IN(SUBMITTED) | IN(ACKNOWLEDGED) | IN(INVESTIGATING) | IN(DECIDED) | IN(CLOSED), REPORT_STATE_NONE },
	[CASE_NAME] = { IN(SUBMITTED) | IN(ACKNOWLEDGED) | IN(INVESTIGATING) | IN(DECIDED) | IN(CLOSED), REPORT_STATE_NONE },
	[CASE_REVEAL] = { IN(SUBMITTED) | IN(ACKNOWLEDGED) | IN(INVESTIGATING) | IN(DECIDED) | IN(CLOSED), REPORT_STATE_NONE },
	[CASE_PAUSE] = { IN(SUBMITTED) | IN(ACKNOWLEDGED) | IN(INVESTIGATING) | IN(DECIDED), REPORT_STATE_NONE },
	[CASE_LIFT] = { IN(SUBMITTED) | IN(ACKNOWLEDGED) | IN(INVESTIGATING) | IN(DECIDED) | IN(CLOSED), REPORT_STATE_NONE },
	[CASE_PAIR_PAUSE] = { IN(SUBMITTED) | IN(ACKNOWLEDGED) | IN(INVESTIGATING) | IN(DECIDED), REPORT_STATE_NONE },
	[CASE_PAIR_LIFT] = { IN(SUBMITTED) | IN(ACKNOWLEDGED) | IN(INVESTIGATING) | IN(DECIDED) | IN(CLOSED), REPORT_STATE_NONE },
	[CASE_DECIDE] = { IN(ACKNOWLEDGED) | IN(INVESTIGATING), REPORT_STATE_DECIDED },
	[CASE_CLOSE] = { IN(DECIDED), REPORT_STATE_CLOSED },
	[CASE_REOPEN] = { IN(DECIDED) | IN(CLOSED), REPORT_STATE_INVESTIGATING },
};

enum outcome
case_may(enum report_state state, enum case_step step, enum report_state *next)
{
	check((unsigned)step < CASE_STEPS);
	if ((steps[step].in & 1u << state) == 0)
		return CASE_NOT_NOW;
	*next = steps[step].next == REPORT_STATE_NONE || (step == CASE_ASSIGN && state == REPORT_STATE_DECIDED) ? state : steps[step].next;
	return OK;
}

struct moment
case_due_at(enum report_state state, struct moment made_at, const struct case_times *times)
{
	if (state == REPORT_STATE_SUBMITTED)
		return moment_plus(made_at, times->unread_hours * US_PER_HOUR);
	if (state == REPORT_STATE_ACKNOWLEDGED || state == REPORT_STATE_INVESTIGATING)
		return moment_plus(made_at, times->decide_days * US_PER_DAY);
	return (struct moment){ 0 };
}

static bool
is_past(struct moment made_at, int64_t us, struct moment now)
{
	return !moment_is_after(moment_plus(made_at, us), now);
}

int
case_clock(enum report_state state, struct moment made_at, int64_t told, const struct case_times *times, struct moment now)
{
	bool is_unread = state == REPORT_STATE_SUBMITTED;
	bool is_open = is_unread || state == REPORT_STATE_ACKNOWLEDGED || state == REPORT_STATE_INVESTIGATING;
	int due = 0;

	if (is_unread && is_past(made_at, times->unread_hours * US_PER_HOUR, now))
		due = CLOCK_UNREAD;
	if (is_unread && is_past(made_at, times->late_hours * US_PER_HOUR, now))
		due = CLOCK_STILL_UNREAD;
	if (is_open && is_past(made_at, times->decide_days * US_PER_DAY, now))
		due = CLOCK_UNDECIDED;
	return told >= due ? 0 : due;
}

bool
measure_is_for_somebody(enum report_measure measure)
{
	return measure != REPORT_MEASURE_NONE && measure != REPORT_MEASURE_NOTHING;
}

enum outcome
measure_may_end(struct moment until, struct moment now)
{
	bool is_far = moment_is_after(until, moment_plus(now, UNTIL_DAYS_MOST * US_PER_DAY));

	return moment_is_after(until, now) && !is_far ? OK : CASE_UNTIL_NOT_AHEAD;
}

/* Letters of other scripts count as part of a word, so that "Ana" is not found in "Anać". */
static bool
is_edge(char c)
{
	unsigned char byte = (unsigned char)c;

	return byte < 0x80 && !(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9');
}

/* What phones type for quotes, dashes and wide blanks and stops: U+2000 to U+203F, U+3000 to U+303F. */
static bool
is_mark(struct str text)
{
	return text.length >= 2 && ((unsigned char)text.at[0] == 0xE2 || (unsigned char)text.at[0] == 0xE3) && (unsigned char)text.at[1] == 0x80;
}

/* Scripts that put no blanks between words give a name no edges. */
static bool
needs_edges(struct str name)
{
	for (size_t i = 0; i < name.length; i++)
		if ((unsigned char)name.at[i] >= 0xE3)
			return false;
	return true;
}

/* Where a name could stand in the text: between edges. */
static bool
stands_alone(struct str folded, size_t at, size_t length)
{
	struct str after = str_skip(folded, at + length);
	bool begins = at == 0 || is_edge(folded.at[at - 1]) || (at >= 3 && is_mark(str_skip(folded, at - 3)));

	return begins && (str_is_empty(after) || is_edge(after.at[0]) || is_mark(after));
}

bool
report_names(struct str folded, struct str name)
{
	bool is_edged = needs_edges(name);

	if (str_is_empty(name))
		return false;
	for (size_t i = 0; i + name.length <= folded.length; i++)
		if (str_starts(str_skip(folded, i), name) && (!is_edged || stands_alone(folded, i, name.length)))
			return true;
	return false;
}
