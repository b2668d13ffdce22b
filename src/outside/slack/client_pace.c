/* A token a call; each comes back a minute after it was spent, so no minute, wherever it begins, sees more than allowed. */
#include "outside/slack/client_pace.h"

#include "base/check.h"
#include "base/moment.h"

enum { POST_SECONDS = 1, UPDATE_SECONDS = 2 };

static size_t
most_of(enum slack_method method)
{
	size_t most = (size_t)slack_method_minute(method) * SLACK_PACE_PERCENT / 100;

	return most < 1 ? 1 : most > SLACK_PACE_MOST ? SLACK_PACE_MOST : most;
}

/* FNV-1a: two places that collide wait for each other a little, which harms nobody. */
static uint64_t
mark_of(const struct slack_turn *turn)
{
	struct str parts[2] = { turn->channel, turn->method == SLACK_CALL_UPDATE ? turn->ts : (struct str){ NULL, 0 } };
	uint64_t mark = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < 2; i++) {
		for (size_t k = 0; k < parts[i].length; k++)
			mark = (mark ^ (unsigned char)parts[i].at[k]) * UINT64_C(1099511628211);
		mark = (mark ^ 0xFF) * UINT64_C(1099511628211);
	}
	return mark == 0 ? 1 : mark;
}

static bool
has_place(const struct slack_turn *turn)
{
	return (turn->method == SLACK_CALL_POST && turn->channel.length > 0) || (turn->method == SLACK_CALL_UPDATE && turn->ts.length > 0);
}

int64_t
slack_pace_wait(const struct slack_pace *pace, const struct slack_turn *turn, int64_t now)
{
	/* The next place in the ring holds the oldest of the last so many calls. */
	int64_t until = pace->methods[turn->method].silent_until;
	int64_t oldest = pace->methods[turn->method].at[pace->methods[turn->method].next % most_of(turn->method)];
	uint64_t mark = has_place(turn) ? mark_of(turn) : 0;

	check(now > 0);
	if (oldest != 0 && oldest + US_PER_MINUTE > until)
		until = oldest + US_PER_MINUTE;
	for (size_t i = 0; mark != 0 && i < SLACK_PACE_PLACES; i++)
		if (pace->places[i].mark == mark && pace->places[i].free_at > until)
			until = pace->places[i].free_at;
	return until > now ? until - now : 0;
}

/* Its place in the table: its own, a free one, or the one that has been free longest. Whatever is thrown out was over, unless hundreds of
 * places are busy in the same two seconds, and the tier does not let that happen. */
static void
hold_place(struct slack_pace *pace, uint64_t mark, int64_t until)
{
	size_t best = 0;

	for (size_t i = 0; i < SLACK_PACE_PLACES; i++) {
		if (pace->places[i].mark == mark) {
			best = i;
			break;
		}
		if (pace->places[i].free_at < pace->places[best].free_at)
			best = i;
	}
	pace->places[best].mark = mark;
	pace->places[best].free_at = until;
}

void
slack_pace_take(struct slack_pace *pace, const struct slack_turn *turn, int64_t now)
{
	size_t most = most_of(turn->method), next = pace->methods[turn->method].next % most;

	pace->methods[turn->method].at[next] = now;
	pace->methods[turn->method].next = (next + 1) % most;
	if (has_place(turn))
		hold_place(pace, mark_of(turn), now + (turn->method == SLACK_CALL_POST ? POST_SECONDS : UPDATE_SECONDS) * US_PER_SECOND);
}

void
slack_pace_silence(struct slack_pace *pace, enum slack_method method, int64_t seconds, int64_t now)
{
	int64_t until = now + seconds * US_PER_SECOND;

	if (until > pace->methods[method].silent_until)
		pace->methods[method].silent_until = until;
}
