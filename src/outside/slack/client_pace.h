/* When the next call may go: never more than 80 % of a method's tier in any minute, one new message a second and channel, one edit in
 * two seconds and message, and silence of a method that Slack told to wait. Pure: times are monotonic microseconds of the caller. */
#ifndef OUTSIDE_SLACK_CLIENT_PACE_H
#define OUTSIDE_SLACK_CLIENT_PACE_H

#include "outside/slack/client.h"

enum { SLACK_PACE_MOST = 80, SLACK_PACE_PLACES = 512, SLACK_PACE_PERCENT = 80 };

/* Zeroed = nothing was called yet. About 30 KB: one for each workspace. */
struct slack_pace {
	struct {
		int64_t at[SLACK_PACE_MOST];    /* the last calls, a ring; 0 = none */
		size_t next;
		int64_t silent_until;
	} methods[SLACK_METHODS];
	struct {
		uint64_t mark;                  /* of channel, or channel and ts; 0 = free */
		int64_t free_at;
	} places[SLACK_PACE_PLACES];
};

struct slack_turn {
	enum slack_method method;
	struct str channel, ts;             /* POST: channel; UPDATE: both; others: none needed */
};

/* Microseconds until this call may go; 0 = now. now is above 0. */
int64_t slack_pace_wait(const struct slack_pace *, const struct slack_turn *, int64_t now);
/* It goes now. */
void slack_pace_take(struct slack_pace *, const struct slack_turn *, int64_t now);
/* LIMITED: the method is silent for so long; others go on. */
void slack_pace_silence(struct slack_pace *, enum slack_method, int64_t seconds, int64_t now);

#endif
