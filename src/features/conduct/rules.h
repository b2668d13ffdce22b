/* What may follow on what in a case, when responders are told, and whom a report names. Pure: no database, no clock.
 * Source: PROGRAMMES.md 2.6 and T29, UX.md 4.9, TRUST.md T9. */
#ifndef CONDUCT_RULES_H
#define CONDUCT_RULES_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/outcome.h"
#include "base/schema_types.h"
#include "base/str.h"

/* A programme's times (T29), elapsed. */
struct case_times {
	int64_t unread_hours, late_hours, decide_days;
};

enum case_step { CASE_ACKNOWLEDGE, CASE_ASSIGN, CASE_ASK, CASE_NOTE, CASE_NAME, CASE_REVEAL, CASE_PAUSE, CASE_LIFT, CASE_PAIR_PAUSE, CASE_PAIR_LIFT, CASE_DECIDE, CASE_CLOSE, CASE_REOPEN, CASE_STEPS };

/* The state after that step, or CASE_NOT_NOW. A note, a person who is named and a reporter whose name is opened leave it as it is. */
enum outcome case_may(enum report_state, enum case_step, enum report_state *next);

/* By when the next step is due: acknowledged within hours, decided within days; none once it is decided. */
struct moment case_due_at(enum report_state, struct moment made_at, const struct case_times *);

/* Letters of the clock as bits: not acknowledged, and still not; not decided. */
enum { CLOCK_UNREAD = 1, CLOCK_STILL_UNREAD = 2, CLOCK_UNDECIDED = 4 };
/* The one that is due now and was not written yet; 0: none. Of several the last. */
int case_clock(enum report_state, struct moment made_at, int64_t told, const struct case_times *, struct moment now);

/* Whether a decision goes to somebody (L47): all but that nothing follows. */
bool measure_is_for_somebody(enum report_measure);
/* The days on which a suspension may end: after now, at most five years ahead. CASE_UNTIL_NOT_AHEAD. */
enum outcome measure_may_end(struct moment until, struct moment now);

/* Whether a folded text names somebody, by their whole folded name as words of their own, or by their address. */
bool report_names(struct str folded, struct str name_folded);

#endif
