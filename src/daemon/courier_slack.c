/* Letters to Slack: which method, with what beside the finished JSON, at which pace, and what its answers mean for the outbox (SLACK.md 6, 10). */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/courier_asks.h"
#include "formats/json.h"
#include "letters/letters.h"
#include "system/log.h"

enum { UNCLEAR_SECONDS = 30, ROOM_SECONDS = 600, PARENT_SOON_SECONDS = 2, PARENT_LATER_SECONDS = 60, PARENT_DAYS = 7, SHARES = 401,
	SHARE_LEAST = 800, SHARES_WHOLE = 1000, PLAIN_BYTES = 16 << 10, MARK_BYTES = 24 };

bool
slack_lane_open(struct slack_lane *lane, const struct process *process)
{
	const struct orders *orders = &process->orders;
	struct arena *keep = process->arena;
	struct str url = str_copy(keep, str_from(orders->courier.slack_api_url)), token = str_from(orders->courier.slack_token);

	if (!str_ends(url, S("/")))
		url = str_join(keep, 2, (struct str[]){ url, S("/") });
	*lane = (struct slack_lane){ .server = { .api_url = url }, .room = str_copy(keep, str_from(orders->chat.room)), .is_set = !str_is_empty(token),
		.client_id = str_copy(keep, str_from(orders->chat.client_id)), .client_secret = str_copy(keep, str_from(orders->courier.slack_client_secret)),
		.base_url = str_copy(keep, str_from(orders->base_url)), .seed = orders->ring.keys[SEAL_LETTER], .seal = &orders->ring.courier, .clock = &process->clock };
	slack_lane_holds(lane, str_head(token, SLACK_TOKEN_MAX));
	return orders->courier.has_slack;
}

void
slack_lane_holds(struct slack_lane *lane, struct str token)
{
	memcpy(lane->token, token.at, token.length);
	lane->token[token.length] = '\0';
	lane->server.token = str_from(lane->token);
	lane->is_known = lane->is_stopped = false;
	lane->ask_at_us = 0;
	lane->scopes[0] = '\0';
	memset(lane->missing_until_us, 0, sizeof(lane->missing_until_us));
	memset(lane->shut, 0, sizeof(lane->shut));
	memset(&lane->pace, 0, sizeof(lane->pace));
}

bool
slack_lane_rests(const struct slack_lane *lane)
{
	return lane->is_stopped || str_is_empty(lane->server.token);
}

/* --- pace --- */

static enum slack_method
method_of(enum letter_act act)
{
	static const enum slack_method methods[] = {
		[LETTER_ACT_NONE] = SLACK_CALL_POST, [LETTER_ACT_POST] = SLACK_CALL_POST, [LETTER_ACT_REPLY] = SLACK_CALL_POST,
		[LETTER_ACT_EDIT] = SLACK_CALL_UPDATE, [LETTER_ACT_DELETE] = SLACK_CALL_DELETE, [LETTER_ACT_ANSWER] = SLACK_CALL_RESPONSE,
		[LETTER_ACT_OPEN] = SLACK_CALL_VIEW_OPEN, [LETTER_ACT_HOME] = SLACK_CALL_VIEW_PUBLISH, [LETTER_ACT_UNFURL] = SLACK_CALL_UNFURL,
		[LETTER_ACT_INVITE] = SLACK_CALL_CHANNEL_INVITE, [LETTER_ACT_VIEW] = SLACK_CALL_VIEW_UPDATE,
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

/* The first address that a button of it leads to. */
static struct str
first_url(const struct json_value *value)
{
	struct str url = S("");

	if (str_equal(value->name, S("url")) && value->kind == JSON_IS_TEXT)
		return value->text;
	for (size_t i = 0; (value->kind == JSON_IS_OBJECT || value->kind == JSON_IS_LIST) && i < value->count && str_is_empty(url); i++)
		url = first_url(&value->items[i]);
	return url;
}

/* {"text":…} and where it can be read, alone: what is left when Slack does not understand the rest. */
static struct str
plain_of(struct arena *arena, struct str content)
{
	struct buf out = buf_new(arena, PLAIN_BYTES);
	struct json_value json;
	const struct json_value *text;
	struct str url;

	if (json_read(arena, content, &json) != OK || (text = json_member(&json, S("text"))) == NULL || text->kind != JSON_IS_TEXT)
		return content;
	buf_add(&out, S("{\"text\":"));
	url = first_url(&json);
	json_quote(&out, str_is_empty(url) ? text->text : str_join(arena, 3, (struct str[]){ text->text, S(" "), slack_escape(arena, url).mrkdwn }));
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

/* Somebody waits for it with the form before them. */
static bool
is_modal(const struct letter_to_send_row *row)
{
	return row->act == LETTER_ACT_OPEN || row->act == LETTER_ACT_VIEW;
}

static void
argue_view(const struct letter_to_send_row *row, const struct slack_step *step, struct slack_call *call)
{
	if (row->act == LETTER_ACT_OPEN) {
		argue(call, S("trigger_id"), row->target);
		return;
	}
	argue(call, row->act == LETTER_ACT_VIEW ? S("view_id") : S("user_id"), row->address);
	argue(call, S("hash"), step->is_fresh ? S("") : row->target);
}

static void
argue_message(const struct letter_to_send_row *row, const struct slack_step *step, struct slack_call *call)
{
	argue(call, S("channel"), row->address);
	if (step->stands[0] != '\0')
		argue(call, S("ts"), str_from(step->stands));
	else if (row->act == LETTER_ACT_REPLY)
		argue(call, S("thread_ts"), row->post_ts);
	else if (row->act == LETTER_ACT_EDIT && !step->is_anew)
		argue(call, S("ts"), row->post_ts);
	else if (row->act == LETTER_ACT_DELETE || row->act == LETTER_ACT_UNFURL)
		argue(call, S("ts"), row->target);
	else if (row->act == LETTER_ACT_INVITE)
		argue(call, S("users"), row->target);
}

/* A post in words is composed like a letter to somebody; everything else was printed when it was written. */
static bool
is_in_words(const struct letter_to_send_row *row)
{
	return row->act == LETTER_ACT_POST && request_id_is_none(row->request);
}

/* What stands beside the finished JSON. */
static void
call_act(const struct letter_to_send_row *row, struct slack_step *step, struct slack_call *call)
{
	bool is_view = is_modal(row) || row->act == LETTER_ACT_HOME;

	step->method = step->stands[0] != '\0' ? SLACK_CALL_UPDATE : step->is_anew ? SLACK_CALL_POST : method_of(row->act);
	call->response_url = row->act == LETTER_ACT_ANSWER ? row->address : S("");
	call->is_express = is_modal(row);
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

/* --- what stands still (SLACK.md 10) --- */

static void
keep_news(struct slack_lane *lane, struct str name, struct str first, struct str second, struct str third)
{
	lane->news.name = name;
	snprintf(lane->news.body, sizeof(lane->news.body), "%.*s%.*s%.*s", STR_FORMAT(first), STR_FORMAT(second), STR_FORMAT(third));
}

struct telling
slack_lane_news(struct slack_lane *lane, struct arena *arena)
{
	struct telling out = { lane->news.name, str_copy(arena, str_from(lane->news.body)) };

	if (str_is_empty(lane->news.name))
		return (struct telling){ S(""), S("") };
	lane->news.name = S("");
	return out;
}

void
slack_lane_stops(struct slack_lane *lane, struct str error)
{
	lane->is_stopped = true;
	lane->ask_at_us = clock_monotonic_us(lane->clock) + SLACK_STOPPED_SECONDS * US_PER_SECOND;
	keep_news(lane, S("slack-stopped"), str_is_empty(error) ? S("not_authed") : error, S(""), S(""));
}

/* A method that may not be called stands still, the others go on; told once. */
static void
miss(struct slack_lane *lane, enum slack_method method)
{
	if (lane->missing_until_us[method] == 0)
		keep_news(lane, S("channel-state"), S("slack:"), slack_method_path(method), S(" 0 missing_scope"));
	lane->missing_until_us[method] = clock_monotonic_us(lane->clock) + ROOM_SECONDS * US_PER_SECOND;
}

static void
found(struct slack_lane *lane, enum slack_method method)
{
	if (lane->missing_until_us[method] != 0)
		keep_news(lane, S("channel-state"), S("slack:"), slack_method_path(method), S(" 1 it works"));
	lane->missing_until_us[method] = 0;
}

static void
shut(struct slack_lane *lane, struct str room)
{
	int64_t now_us = clock_monotonic_us(lane->clock);
	size_t i = 0;

	if (room.length > SLACK_ID_MAX)
		return;
	while (i + 1 < SLACK_ROOMS_SHUT && lane->shut[i].until_us > now_us && !str_equal(str_from(lane->shut[i].id), room))
		i++;
	memcpy(lane->shut[i].id, room.at, room.length);
	lane->shut[i].id[room.length] = '\0';
	lane->shut[i].until_us = now_us + ROOM_SECONDS * US_PER_SECOND;
}

static int64_t
shut_seconds(const struct slack_lane *lane, struct str room)
{
	int64_t now_us = clock_monotonic_us(lane->clock);

	for (size_t i = 0; i < SLACK_ROOMS_SHUT; i++)
		if (lane->shut[i].until_us > now_us && str_equal(str_from(lane->shut[i].id), room))
			return (lane->shut[i].until_us - now_us) / US_PER_SECOND + 1;
	return 0;
}

static bool
is_of_room(const struct letter_to_send_row *row)
{
	return row->act != LETTER_ACT_NONE && row->act != LETTER_ACT_ANSWER && !is_modal(row) && row->act != LETTER_ACT_HOME;
}

/* Rooms for everybody are their own fault or merit. */
static bool
is_of_mentors_room(const struct letter_to_send_row *row)
{
	return is_of_room(row) && !str_equal(row->kind, letter_sort(LETTER_L50)->id);
}

/* By this way it goes nowhere for now: people get mail, a modal its page's address, what belongs into a room waits. */
static struct verdict
not_now(const struct letter_to_send_row *row, int64_t seconds, struct str words)
{
	return (struct verdict){ .fate = row->act == LETTER_ACT_NONE ? FATE_MAIL : is_modal(row) ? FATE_REFUSED : FATE_WAIT,
		.wait_seconds = seconds, .words = words };
}

/* True: nobody need be called to know what becomes of it. */
static bool
stands_still(const struct slack_lane *lane, const struct letter_to_send_row *row, struct verdict *out)
{
	enum slack_method method = row->act == LETTER_ACT_NONE ? SLACK_CALL_DM_OPEN : method_of(row->act);
	bool is_missing = lane->missing_until_us[method] > clock_monotonic_us(lane->clock);

	if (slack_lane_rests(lane)) {
		*out = not_now(row, 1, slack_fate_words(SLACK_TOKEN_DEAD));
		return true;
	}
	if (is_missing) {
		*out = not_now(row, ROOM_SECONDS, slack_fate_words(SLACK_SCOPE_MISSING));
		return true;
	}
	if (!is_of_room(row) || shut_seconds(lane, row->address) == 0)
		return false;
	*out = not_now(row, shut_seconds(lane, row->address), slack_fate_words(SLACK_CHANNEL_BROKEN));
	return true;
}

/* Which call it is, and all that it says. */
static enum outcome
compose(const struct slack_lane *lane, const struct slack_send *send, struct slack_call *call)
{
	const struct letter_to_send_row *row = send->row;
	struct slack_step *step = send->step;
	enum outcome said = OK;

	if (slack_look_is_due(lane, send->arena, row, step)) {
		slack_look_compose(row, send->arena, step, call);
		return OK;
	}
	if (row->act == LETTER_ACT_NONE)
		said = call_person(lane, send->arena, row, step, call);
	else
		call_act(row, step, call);
	if (said == OK && is_in_words(row))
		said = slack_note_compose(lane, send->arena, row, &call->content);
	if (step->is_plain)
		call->content = plain_of(send->arena, call->content);
	call->method = step->method;
	return said;
}

/* What was taken from the rates with the letter is its own call; a look, and what follows from it, are calls beside that. */
static bool
waits_for_rates(struct slack_lane *lane, const struct slack_step *step, struct verdict *out)
{
	struct slack_turn turn = { .method = step->method };
	int64_t now_us = clock_monotonic_us(lane->clock), wait_us;

	if (!slack_is_look(step->method) && step->stands[0] == '\0')
		return false;
	wait_us = slack_pace_wait(&lane->pace, &turn, now_us);
	if (wait_us == 0)
		slack_pace_take(&lane->pace, &turn, now_us);
	*out = (struct verdict){ .fate = FATE_WAIT, .wait_seconds = wait_us / US_PER_SECOND + 1, .words = slack_fate_words(SLACK_LIMITED) };
	return wait_us > 0;
}

struct verdict
slack_lane_send(struct slack_lane *lane, const struct slack_send *send)
{
	const struct letter_to_send_row *row = send->row;
	struct slack_step *step = send->step;
	struct slack_call call = { .method = SLACK_CALL_POST };
	enum outcome said = OK;
	struct verdict wait;

	if (stands_still(lane, row, &wait) || waits_for_parent(lane, row, &wait) || slack_look_waits(lane, send->arena, row, step, &wait))
		return wait;
	said = compose(lane, send, &call);
	if (row->lost >= SLACK_LOST_MOST && step->method == SLACK_CALL_POST)
		return (struct verdict){ .fate = FATE_REFUSED, .words = slack_fate_words(SLACK_UNCLEAR) };
	if (waits_for_rates(lane, step, &wait))
		return wait;
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
	if (v->fate == SLACK_MESSAGE_GONE && step->stands[0] != '\0') {
		step->stands[0] = '\0';
		return true;
	}
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

/* Twice is enough: after that it is looked for, where it can be, and never posted again. A modal would come too late. */
static void
judge_lost(const struct letter_to_send_row *row, const struct slack_step *step, struct verdict *out)
{
	bool can_look = step->has_looked && !step->is_plain;
	bool is_over = row->act == LETTER_ACT_OPEN || row->lost >= SLACK_LOST_MOST || (row->lost > 0 && !can_look);

	out->fate = is_over ? FATE_REFUSED : FATE_LATER;
	out->is_lost = !is_over;
	out->wait_seconds = UNCLEAR_SECONDS;
	out->words = slack_fate_words(SLACK_UNCLEAR);
}

/* What does not get through until somebody mends it. */
static void
judge_broken(struct slack_lane *lane, const struct letter_to_send_row *row, struct slack_step *step, const struct slack_verdict *v, struct verdict *out)
{
	if (v->fate == SLACK_TOKEN_DEAD) {
		slack_lane_stops(lane, v->error);
		*out = not_now(row, 1, out->words);
		return;
	}
	if (v->fate == SLACK_SCOPE_MISSING) {
		miss(lane, step->method);
		*out = not_now(row, ROOM_SECONDS, out->words);
		return;
	}
	if (is_of_room(row))
		shut(lane, row->address);
	out->fate = row->act == LETTER_ACT_NONE ? FATE_ADDRESS : FATE_WAIT;
	out->wait_seconds = ROOM_SECONDS;
	out->is_room_broken = is_of_mentors_room(row);
	out->room = out->is_room_broken ? row->address : S("");
}

/* The mentors' room that it stands in; empty: none. */
static struct str
room_of_message(const struct letter_to_send_row *row)
{
	return is_message(row) && is_of_mentors_room(row) ? row->address : S("");
}

/* SLACK.md 10, row by row. */
static void
judge_fate(struct slack_lane *lane, const struct letter_to_send_row *row, struct slack_step *step, const struct slack_verdict *v, struct verdict *out)
{
	switch (v->fate) {
	case SLACK_SENT:
	case SLACK_ALREADY:
		found(lane, step->method);
		out->fate = FATE_SENT;
		out->ref = v->ts;
		out->room = room_of_message(row);
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
	case SLACK_SCOPE_MISSING:
	case SLACK_CHANNEL_BROKEN:
		judge_broken(lane, row, step, v, out);
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
	if (slack_is_look(step->method) && slack_look_is_heard(&v, answer))
		return slack_look_heard(lane, arena, row, step, answer);
	out.words = words_of(arena, &v);
	if (goes_on(row, step, &v))
		return (struct verdict){ .fate = FATE_AGAIN };
	judge_fate(lane, row, step, &v, &out);
	if (answer->fate == EXCHANGE_NOT_TAKEN)
		out = (struct verdict){ .fate = is_modal(row) ? FATE_REFUSED : FATE_DOWN, .words = answer->words };
	return out;
}
