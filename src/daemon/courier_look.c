/* A post whose answer was lost, or whose courier died before it could say what came of it, may stand in the room. Where the app may read it, it is
 * looked for by what its metadata say before it is posted once more, page by page around the time when it was lost; nothing else of the room is looked
 * at. Rooms that it may not read say so, and then it is posted once more all the same. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/courier_slack.h"
#include "formats/id.h"

/* BEFORE: its tries lasted so long at most, with a minute for two clocks that disagree. CALLS: so many for one look, half a minute's worth. LOOKER: one
 * looks at a time, for longer than a look waits for its rate, so that looks which share a rate end one after the other and none begins anew for ever. */
enum { BEFORE_SECONDS = 900, BEHIND_SECONDS = 120, CALLS_MOST = 20, LOOKER_SECONDS = 75, SOON_SECONDS = 1, NUMBER_BYTES = 24 };

/* Messages of a page: fewer than fill an answer, as a rule. What is too long for us all the same is asked for in smaller ones. */
static const struct str sizes[] = { S_STATIC("30"), S_STATIC("10"), S_STATIC("3"), S_STATIC("1") };

bool
slack_is_look(enum slack_method method)
{
	return method == SLACK_CALL_CHANNEL_HISTORY || method == SLACK_CALL_THREAD;
}

static bool
may_read(const struct slack_lane *lane)
{
	struct str rest = str_from(lane->scopes), scope;

	while (str_next(&rest, ',', &scope))
		if (str_equal(scope, S("groups:history")))
			return true;
	return false;
}

/* What it is known by; false for what is no message in a room, or carries no name. */
static bool
mark_of(struct arena *arena, const struct letter_to_send_row *row, const struct slack_step *step, struct slack_mark *out)
{
	bool is_posted = row->act == LETTER_ACT_POST || row->act == LETTER_ACT_REPLY || (row->act == LETTER_ACT_EDIT && step->is_anew);

	if (!is_posted)
		return false;
	if (row->act != LETTER_ACT_POST || !request_id_is_none(row->request))
		return slack_mark_read(arena, row->body, out);
	*out = (struct slack_mark){ .type = S("mentord_letter"), .id = id_print(arena, row->id.value) };
	return true;
}

static bool
is_in_doubt(struct arena *arena, const struct letter_to_send_row *row, const struct slack_step *step)
{
	struct slack_mark mark;

	return row->lost > 0 && !step->has_looked && mark_of(arena, row, step, &mark);
}

bool
slack_look_is_due(const struct slack_lane *lane, struct arena *arena, const struct letter_to_send_row *row, const struct slack_step *step)
{
	return may_read(lane) && is_in_doubt(arena, row, step);
}

/* A courier that has just begun knows nothing of its token yet: it waits until Slack has said whether the room may be read. */
bool
slack_look_waits(struct slack_lane *lane, struct arena *arena, const struct letter_to_send_row *row, const struct slack_step *step, struct verdict *out)
{
	int64_t now_us = clock_monotonic_us(lane->clock);
	bool is_in_turn = lane->looker.value == row->id.value || now_us >= lane->looks_until_us;

	if (!is_in_doubt(arena, row, step) || (lane->is_known && !may_read(lane)))
		return false;
	*out = (struct verdict){ .fate = FATE_WAIT, .wait_seconds = SOON_SECONDS, .words = S("it may stand there already: to be looked for first") };
	if (!lane->is_known || !is_in_turn)
		return true;
	lane->looker = row->id;
	lane->looks_until_us = now_us + LOOKER_SECONDS * US_PER_SECOND;
	return false;
}

static struct str
seconds(struct arena *arena, struct moment at)
{
	struct buf out = buf_new(arena, NUMBER_BYTES);

	buf_whole(&out, at.us / US_PER_SECOND);
	return buf_str(&out);
}

void
slack_look_compose(const struct letter_to_send_row *row, struct arena *arena, struct slack_step *step, struct slack_call *call)
{
	bool is_reply = row->act == LETTER_ACT_REPLY;

	step->method = call->method = is_reply ? SLACK_CALL_THREAD : SLACK_CALL_CHANNEL_HISTORY;
	call->arguments[0] = (struct pair){ S("channel"), row->address };
	call->arguments[1] = (struct pair){ S("ts"), is_reply ? row->post_ts : S("") };
	call->arguments[2] = (struct pair){ S("oldest"), seconds(arena, moment_plus(row->lost_at, -BEFORE_SECONDS * US_PER_SECOND)) };
	call->arguments[3] = (struct pair){ S("latest"), seconds(arena, moment_plus(row->lost_at, BEHIND_SECONDS * US_PER_SECOND)) };
	call->arguments[4] = (struct pair){ S("limit"), sizes[step->look.size] };
	call->arguments[5] = (struct pair){ S("include_all_metadata"), S("true") };
	call->arguments[6] = (struct pair){ S("cursor"), str_copy(arena, str_from(step->look.cursor)) };
	step->look.calls++;
}

bool
slack_look_is_heard(const struct slack_verdict *v, const struct exchange_answer *answer)
{
	if (answer->fate != EXCHANGE_ANSWERED)
		return answer->status / 100 == 2;    /* there was more than we take */
	return v->fate != SLACK_LIMITED && v->fate != SLACK_LATER && v->fate != SLACK_TOKEN_DEAD;
}

/* It stands there; if it was put into other words meanwhile, those take its place. */
static struct verdict
is_found(struct arena *arena, struct slack_step *step, struct str ts, bool is_so)
{
	if (is_so || ts.length > SLACK_TS_MAX)
		return (struct verdict){ .fate = FATE_SENT, .ref = str_copy(arena, ts), .words = S("") };
	snprintf(step->stands, sizeof(step->stands), "%.*s", STR_FORMAT(ts));
	return (struct verdict){ .fate = FATE_AGAIN };
}

/* True, and the look goes on: there is another page, or this one was too long for us. */
static bool
looks_on(struct slack_step *step, const struct exchange_answer *answer, struct str cursor)
{
	bool is_too_long = answer->fate != EXCHANGE_ANSWERED && step->look.size + 1 < ARRAY_LENGTH(sizes);

	if (step->look.calls >= CALLS_MOST || (!is_too_long && (str_is_empty(cursor) || cursor.length > SLACK_CURSOR_MAX)))
		return false;
	if (is_too_long)
		step->look.size++;
	else
		snprintf(step->look.cursor, sizeof(step->look.cursor), "%.*s", STR_FORMAT(cursor));
	return true;
}

struct verdict
slack_look_heard(struct slack_lane *lane, struct arena *arena, const struct letter_to_send_row *row, struct slack_step *step,
    const struct exchange_answer *answer)
{
	struct slack_mark mark = { .type = S("") };
	struct slack_found found = { .ts = S(""), .cursor = S("") };

	if (mark_of(arena, row, step, &mark) && answer->fate == EXCHANGE_ANSWERED)
		slack_history_find(arena, answer->body, &mark, &found);
	if (str_is_empty(found.ts) && looks_on(step, answer, found.cursor))
		return (struct verdict){ .fate = FATE_AGAIN };
	step->has_looked = true;
	lane->looks_until_us = 0;
	if (!str_is_empty(found.ts))
		return is_found(arena, step, found.ts, found.number == mark.number || row->act == LETTER_ACT_REPLY);
	if (row->lost < SLACK_LOST_MOST)
		return (struct verdict){ .fate = FATE_AGAIN };
	return (struct verdict){ .fate = FATE_REFUSED, .words = slack_fate_words(SLACK_UNCLEAR) };
}
