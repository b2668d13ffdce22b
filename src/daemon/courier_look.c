/* A post whose answer was lost may stand in the room. Where the app may read it, it is looked for by what its metadata say before it is posted once
 * more; nothing else of the room is looked at. Rooms that it may not read say so, and then it is posted once more all the same. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "daemon/courier_slack.h"
#include "formats/id.h"

/* BEFORE: its try lasted so long at most, with a minute for two clocks that disagree. MOST: fewer than fill an answer. */
enum { BEFORE_SECONDS = 180, BEHIND_SECONDS = 120, NUMBER_BYTES = 24 };

#define MOST S("30")

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

bool
slack_look_is_due(const struct slack_lane *lane, struct arena *arena, const struct letter_to_send_row *row, const struct slack_step *step)
{
	struct slack_mark mark;

	return row->lost > 0 && !step->has_looked && may_read(lane) && mark_of(arena, row, step, &mark);
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
	call->arguments[4] = (struct pair){ S("limit"), MOST };
	call->arguments[5] = (struct pair){ S("include_all_metadata"), S("true") };
}

bool
slack_look_is_heard(const struct slack_verdict *v, const struct exchange_answer *answer)
{
	if (answer->fate != EXCHANGE_ANSWERED)
		return answer->status / 100 == 2;    /* there was more than we take: as good as not found */
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

struct verdict
slack_look_heard(struct arena *arena, const struct letter_to_send_row *row, struct slack_step *step, const struct exchange_answer *answer)
{
	struct slack_mark mark;
	struct str ts = S("");
	int64_t number = 0;

	step->has_looked = true;
	if (mark_of(arena, row, step, &mark))
		ts = slack_history_find(arena, answer->body, &mark, &number);
	if (!str_is_empty(ts))
		return is_found(arena, step, ts, number == mark.number || row->act == LETTER_ACT_REPLY);
	if (row->lost < SLACK_LOST_MOST)
		return (struct verdict){ .fate = FATE_AGAIN };
	return (struct verdict){ .fate = FATE_REFUSED, .words = slack_fate_words(SLACK_UNCLEAR) };
}
