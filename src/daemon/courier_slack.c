/* Letters to Slack: which method, with what beside the finished JSON, at which pace, and what its answers mean for the outbox (SLACK.md 6, 10). */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/courier.h"
#include "formats/json.h"
#include "system/log.h"

enum { ASK_AGAIN_SECONDS = 60, UNCLEAR_SECONDS = 30, ROOM_SECONDS = 600, PARENT_SOON_SECONDS = 2, PARENT_LATER_SECONDS = 60, PARENT_DAYS = 7, SHARES = 401,
	SHARE_LEAST = 800, SHARES_WHOLE = 1000, TELLING_BYTES = 380, PLAIN_BYTES = 16 << 10, MARK_BYTES = 24 };

bool
slack_lane_open(struct slack_lane *lane, const struct process *process)
{
	const struct orders *orders = &process->orders;
	struct arena *keep = process->arena;
	struct str url = str_copy(keep, str_from(orders->courier.slack_api_url)), token = str_copy(keep, str_from(orders->courier.slack_token));

	if (!str_ends(url, S("/")))
		url = str_join(keep, 2, (struct str[]){ url, S("/") });
	*lane = (struct slack_lane){ .server = { .api_url = url, .token = token }, .room = str_copy(keep, str_from(orders->chat.room)),
		.base_url = str_copy(keep, str_from(orders->base_url)), .seed = orders->ring.keys[SEAL_LETTER], .clock = &process->clock };
	return !str_is_empty(token);
}

/* --- pace --- */

static enum slack_method
method_of(enum letter_act act)
{
	static const enum slack_method methods[] = {
		[LETTER_ACT_NONE] = SLACK_CALL_POST, [LETTER_ACT_POST] = SLACK_CALL_POST, [LETTER_ACT_REPLY] = SLACK_CALL_POST,
		[LETTER_ACT_EDIT] = SLACK_CALL_UPDATE, [LETTER_ACT_DELETE] = SLACK_CALL_DELETE, [LETTER_ACT_ANSWER] = SLACK_CALL_RESPONSE,
		[LETTER_ACT_OPEN] = SLACK_CALL_VIEW_OPEN, [LETTER_ACT_HOME] = SLACK_CALL_VIEW_PUBLISH, [LETTER_ACT_UNFURL] = SLACK_CALL_UNFURL,
	};

	return methods[act];
}

/* The message of a request has one name for the pace, whatever Slack calls it. mark: room for that name. */
static struct slack_turn
turn_of(const struct due *due, char mark[MARK_BYTES])
{
	snprintf(mark, MARK_BYTES, "%lld", (long long)due->request.value);
	return (struct slack_turn){ .method = method_of(due->act), .channel = due->address, .ts = str_from(mark) };
}

static const struct slack_turn opens = { .method = SLACK_CALL_DM_OPEN };

/* Every address of an answer has five uses of its own. */
bool
slack_lane_may(const struct slack_lane *lane, const struct due *due, int64_t now_us)
{
	char mark[MARK_BYTES];
	struct slack_turn turn = turn_of(due, mark);

	if (turn.method == SLACK_CALL_RESPONSE)
		return true;
	return slack_pace_wait(&lane->pace, &turn, now_us) == 0 && (due->act != LETTER_ACT_NONE || slack_pace_wait(&lane->pace, &opens, now_us) == 0);
}

void
slack_lane_goes(struct slack_lane *lane, const struct due *due, int64_t now_us)
{
	char mark[MARK_BYTES];
	struct slack_turn turn = turn_of(due, mark);

	if (turn.method == SLACK_CALL_RESPONSE)
		return;
	slack_pace_take(&lane->pace, &turn, now_us);
	if (due->act == LETTER_ACT_NONE)
		slack_pace_take(&lane->pace, &opens, now_us);
}

/* --- sending --- */

static void
argue(struct slack_call *call, struct str name, struct str value)
{
	for (size_t i = 0; i < SLACK_ARGUMENTS; i++)
		if (str_is_empty(call->arguments[i].name)) {
			call->arguments[i] = (struct pair){ name, value };
			return;
		}
	check_failed("more arguments than a call has", __FILE__, __LINE__);
}

/* {"text":…} alone: what is left when Slack does not understand the rest. */
static struct str
plain_of(struct arena *arena, struct str content)
{
	struct buf out = buf_new(arena, PLAIN_BYTES);
	struct json_value json;
	const struct json_value *text;

	if (json_read(arena, content, &json) != OK || (text = json_member(&json, S("text"))) == NULL || text->kind != JSON_IS_TEXT)
		return content;
	buf_add(&out, S("{\"text\":"));
	json_quote(&out, text->text);
	buf_char(&out, '}');
	return out.is_overflown ? content : buf_str(&out);
}

static enum outcome
call_person(const struct slack_lane *lane, struct arena *arena, const struct letter_to_send_row *row, struct slack_step *step, struct slack_call *call)
{
	if (step->direct[0] == '\0') {
		step->method = SLACK_CALL_DM_OPEN;
		argue(call, S("users"), row->address);
		return OK;
	}
	step->method = SLACK_CALL_POST;
	argue(call, S("channel"), str_copy(arena, str_from(step->direct)));
	return slack_note_compose(lane, arena, row, &call->content);
}

static void
argue_view(const struct letter_to_send_row *row, const struct slack_step *step, struct slack_call *call)
{
	if (row->act == LETTER_ACT_OPEN) {
		argue(call, S("trigger_id"), row->target);
		return;
	}
	argue(call, S("user_id"), row->address);
	argue(call, S("hash"), step->is_fresh ? S("") : row->target);
}

static void
argue_message(const struct letter_to_send_row *row, const struct slack_step *step, struct slack_call *call)
{
	argue(call, S("channel"), row->address);
	if (row->act == LETTER_ACT_REPLY)
		argue(call, S("thread_ts"), row->post_ts);
	else if (row->act == LETTER_ACT_EDIT && !step->is_anew)
		argue(call, S("ts"), row->post_ts);
	else if (row->act == LETTER_ACT_DELETE || row->act == LETTER_ACT_UNFURL)
		argue(call, S("ts"), row->target);
}

/* What stands beside the finished JSON. */
static void
call_act(const struct letter_to_send_row *row, struct slack_step *step, struct slack_call *call)
{
	bool is_view = row->act == LETTER_ACT_OPEN || row->act == LETTER_ACT_HOME;

	step->method = step->is_anew ? SLACK_CALL_POST : method_of(row->act);
	call->response_url = row->act == LETTER_ACT_ANSWER ? row->address : S("");
	call->is_express = row->act == LETTER_ACT_OPEN;
	if (is_view)
		call->view = row->body;
	else
		call->content = row->body;
	if (is_view)
		argue_view(row, step, call);
	else if (row->act != LETTER_ACT_ANSWER)
		argue_message(row, step, call);
}

/* Replies and edits wait until the message that they belong to has a name; one that never gets one is given up. */
static bool
waits_for_parent(const struct slack_lane *lane, const struct letter_to_send_row *row, struct verdict *out)
{
	int64_t age_us = moment_between(row->made_at, clock_wall(lane->clock));

	if ((row->act != LETTER_ACT_REPLY && row->act != LETTER_ACT_EDIT) || !str_is_empty(row->post_ts))
		return false;
	*out = (struct verdict){ .fate = age_us > PARENT_DAYS * US_PER_DAY ? FATE_REFUSED : FATE_WAIT,
		.wait_seconds = age_us > US_PER_MINUTE ? PARENT_LATER_SECONDS : PARENT_SOON_SECONDS, .words = S("its message does not stand there yet") };
	return true;
}

struct verdict
slack_lane_send(const struct slack_lane *lane, const struct slack_send *send)
{
	const struct letter_to_send_row *row = send->row;
	struct slack_step *step = send->step;
	struct slack_call call = { .method = SLACK_CALL_POST };
	enum outcome said = OK;
	struct verdict wait;

	if (waits_for_parent(lane, row, &wait))
		return wait;
	step->was_unclear = str_equal(row->trouble, slack_fate_words(SLACK_UNCLEAR));
	if (row->act == LETTER_ACT_NONE)
		said = call_person(lane, send->arena, row, step, &call);
	else
		call_act(row, step, &call);
	if (step->is_plain)
		call.content = plain_of(send->arena, call.content);
	call.method = step->method;
	if (said == OK)
		said = slack_start(send->exchange, send->arena, &lane->server, &call, send->token);
	if (said == OK)
		return (struct verdict){ .fate = FATE_UNDER_WAY };
	LOG(LOG_ERROR, "letter", LOG_WHOLE("letter", row->id.value), LOG_TEXT("kind", row->kind), LOG_TEXT("outcome", outcome_name(said)));
	return (struct verdict){ .fate = said == TOO_MANY ? FATE_WAIT : FATE_REFUSED, .wait_seconds = 1, .words = outcome_name(said) };
}

/* --- answers --- */

static int64_t
shaken(const struct slack_lane *lane, int64_t seconds)
{
	int64_t share = SHARE_LEAST + clock_monotonic_us(lane->clock) % SHARES;

	return seconds * share / SHARES_WHOLE > 0 ? seconds * share / SHARES_WHOLE : 1;
}

static bool
is_message(const struct letter_to_send_row *row)
{
	return row->act == LETTER_ACT_NONE || row->act == LETTER_ACT_POST || row->act == LETTER_ACT_REPLY || row->act == LETTER_ACT_EDIT;
}

/* The room of two is there: now the message itself. */
static bool
is_opened(struct slack_step *step, const struct slack_verdict *v)
{
	if (step->method != SLACK_CALL_DM_OPEN || v->channel.length == 0 || v->channel.length > SLACK_ID_MAX)
		return false;
	memcpy(step->direct, v->channel.at, v->channel.length);
	step->direct[v->channel.length] = '\0';
	return true;
}

/* What came of it, where a second step may mend it: true, and the same letter goes on at once. */
static bool
goes_on(const struct letter_to_send_row *row, struct slack_step *step, const struct slack_verdict *v)
{
	if (v->fate == SLACK_SENT)
		return is_opened(step, v);
	if (v->fate == SLACK_MESSAGE_GONE && row->act == LETTER_ACT_EDIT && !step->is_anew)
		return step->is_anew = true;
	if (v->fate == SLACK_HASH_CONFLICT && !step->is_fresh)
		return step->is_fresh = true;
	if (v->fate == SLACK_OUR_BUG && is_message(row) && !step->is_plain) {
		LOG(LOG_ERROR, "slack-misunderstood", LOG_WHOLE("letter", row->id.value), LOG_TEXT("error", v->error));
		return step->is_plain = true;
	}
	return false;
}

/* A word of Slack's beside ours, for whoever looks why. */
static struct str
words_of(struct arena *arena, const struct slack_verdict *v)
{
	return str_is_empty(v->error) ? slack_fate_words(v->fate) : str_join(arena, 3, (struct str[]){ v->error, S(": "), slack_fate_words(v->fate) });
}

static void
judge_lost(const struct letter_to_send_row *row, const struct slack_step *step, struct verdict *out)
{
	bool is_over = step->was_unclear || row->act == LETTER_ACT_OPEN;    /* twice is enough; a modal would come too late */

	out->fate = is_over ? FATE_REFUSED : FATE_LATER;
	out->wait_seconds = UNCLEAR_SECONDS;
	out->words = slack_fate_words(SLACK_UNCLEAR);
}

/* SLACK.md 10, row by row. */
static void
judge_fate(struct slack_lane *lane, const struct letter_to_send_row *row, struct slack_step *step, const struct slack_verdict *v, struct verdict *out)
{
	switch (v->fate) {
	case SLACK_SENT:
	case SLACK_ALREADY:
		out->fate = FATE_SENT;
		out->ref = v->ts;
		out->is_room_fine = is_message(row) && row->act != LETTER_ACT_NONE;
		return;
	case SLACK_LIMITED:
		slack_pace_silence(&lane->pace, step->method, v->after_seconds, clock_monotonic_us(lane->clock));
		out->fate = FATE_WAIT;    /* at its place among the others, which the same silence holds back */
		return;
	case SLACK_LATER:
		out->fate = FATE_LATER;
		out->wait_seconds = shaken(lane, slack_retry_seconds(row->tries + 1));
		return;
	case SLACK_UNCLEAR:
		judge_lost(row, step, out);
		return;
	case SLACK_TOKEN_DEAD:
		out->fate = FATE_DOWN;
		return;
	case SLACK_CHANNEL_BROKEN:
		out->fate = row->act == LETTER_ACT_NONE ? FATE_ADDRESS : FATE_WAIT;
		out->wait_seconds = ROOM_SECONDS;
		out->is_room_broken = row->act != LETTER_ACT_NONE;
		return;
	case SLACK_PERSON_AWAY:
	case SLACK_NO_SUCH_USER:
		out->fate = FATE_ADDRESS;
		return;
	default:
		out->fate = FATE_REFUSED;
		return;
	}
}

struct verdict
slack_lane_judge(struct slack_lane *lane, struct arena *arena, const struct letter_to_send_row *row, struct slack_step *step,
    const struct exchange_answer *answer)
{
	struct slack_verdict v;
	struct verdict out = { .fate = FATE_SENT, .ref = S("") };

	slack_verdict(arena, step->method, answer, &v);
	out.words = words_of(arena, &v);
	if (goes_on(row, step, &v))
		return (struct verdict){ .fate = FATE_AGAIN };
	judge_fate(lane, row, step, &v, &out);
	if (answer->fate == EXCHANGE_NOT_TAKEN)
		out = (struct verdict){ .fate = row->act == LETTER_ACT_OPEN ? FATE_REFUSED : FATE_DOWN, .words = answer->words };
	return out;
}

/* --- who we are there --- */

void
slack_lane_asks(struct slack_lane *lane, struct exchange *exchange, struct arena *arena, int64_t now_us)
{
	struct slack_call who = { .method = SLACK_CALL_AUTH_TEST };

	if (lane->is_known || now_us < lane->ask_at_us)
		return;
	lane->ask_at_us = now_us + ASK_AGAIN_SECONDS * US_PER_SECOND;
	(void)slack_start(exchange, arena, &lane->server, &who, SLACK_ASK_WHO);
}

static struct str
or_none(struct str word)
{
	return str_is_empty(word) || str_find(word, ' ') < word.length ? S("-") : word;
}

static struct telling
tell_who(struct arena *arena, const struct slack_verdict *v)
{
	struct buf body = buf_new(arena, TELLING_BYTES);

	buf_format(&body, "%.*s %.*s %.*s %.*s", STR_FORMAT(or_none(v->team)), STR_FORMAT(or_none(v->app_id)), STR_FORMAT(or_none(v->user)),
	    STR_FORMAT(or_none(v->scopes)));
	return body.is_overflown || str_is_empty(v->team) ? (struct telling){ S(""), S("") } : (struct telling){ S("slack-install"), buf_str(&body) };
}

struct telling
slack_lane_hears(struct slack_lane *lane, struct exchange *exchange, struct arena *arena, const struct exchange_answer *answer)
{
	bool is_room = answer->token == SLACK_ASK_ROOM;
	struct slack_call room = { .method = SLACK_CALL_CHANNEL_INFO };
	struct buf body = buf_new(arena, TELLING_BYTES);
	struct slack_verdict v;

	slack_verdict(arena, is_room ? SLACK_CALL_CHANNEL_INFO : SLACK_CALL_AUTH_TEST, answer, &v);
	if (v.fate != SLACK_SENT) {
		LOG(LOG_WARN, "slack", LOG_TEXT("what", is_room ? S("room") : S("token")), LOG_TEXT("words", words_of(arena, &v)));
		return (struct telling){ S(""), S("") };
	}
	if (is_room) {
		buf_format(&body, "%.*s %d %d", STR_FORMAT(lane->room), v.is_private ? 1 : 0, v.is_member ? 1 : 0);
		return (struct telling){ S("slack-room"), buf_str(&body) };
	}
	lane->is_known = true;
	if (!str_is_empty(lane->room)) {
		argue(&room, S("channel"), lane->room);
		(void)slack_start(exchange, arena, &lane->server, &room, SLACK_ASK_ROOM);
	}
	return tell_who(arena, &v);
}
