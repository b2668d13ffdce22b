/* The real courier, turn by turn under the story's clock: behind it the story's writer, before it an outside that works, is away, busy, moody, or
 * takes things and loses the answer. Whatever the outside takes stands among the story's letters and calls; what Slack and mail servers would hold
 * against us fails the story. */
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/courier_turn.h"
#include "outside/slack/client.h"
#include "outside.h"
#include "system/channel.h"

enum { ASKS_MOST = 128, TAKEN_MOST = 600, PLACES = 64, BUSY_TURN_US = 20000, RESTS_US = INT64_C(3600) * 1000000, RETRY_SECONDS = 30, POST_US = 1000000, EDIT_US = 2000000,
	ANSWER_BYTES = 200, TS_LENGTH = 17, EDITS_A_MINUTE = 40, QUIET_US = 40 * 1000000 };

enum mood { IT_WORKS, IS_AWAY, IS_BUSY, IS_MOODY, IS_FORGETFUL };
enum side { MAIL, SLACK, SIDES };

/* When something was done last, by the name of the place it was done to. */
struct place {
	struct str name;
	int64_t at_us;
};

struct outside {
	struct tale *t;
	struct process process;
	struct exchange exchange;
	struct channel writer;        /* the story's end */
	struct arena *scratch;        /* of one command */
	int pair[2];
	uint32_t courier;             /* which one runs */
	enum mood moods[SIDES];
	int asked[SIDES];
	int64_t tried_in_vain[SIDES]; /* letters, while it was away */
	struct exchange_answer answers[ASKS_MOST];
	size_t answer_count;
	struct str taken[TAKEN_MOST]; /* keys of mails, bodies of messages */
	size_t taken_count, repeated;
	bool may_repeat;              /* an answer was lost since the last look */
	struct place silent[PLACES], posts[PLACES], edited[PLACES];
	int64_t edits_at_us[EDITS_A_MINUTE];
	size_t edits;
	struct slack_room room;
	bool dies;                    /* as soon as Slack has taken a message, before its answer is heard */
	struct outside_pages pages;   /* from the first of them on, links are looked at */
	struct str scopes;            /* what the token may, as Slack says with who we are; empty: it does not */
};

/* --- what the outside would hold against us --- */

static int64_t *
last_at(struct tale *t, struct place places[PLACES], struct str name)
{
	size_t i = 0;

	while (i < PLACES && places[i].name.length > 0 && !str_equal(places[i].name, name))
		i++;
	check(i < PLACES);
	if (places[i].name.length == 0)
		places[i] = (struct place){ .name = str_copy(t->arena, name), .at_us = -1 };
	return &places[i].at_us;
}

static void
keeps_apart(struct outside *o, struct place places[PLACES], struct str name, int64_t least_us)
{
	int64_t *at_us = last_at(o->t, places, name), now_us = o->t->now.us;

	if (*at_us >= 0 && now_us - *at_us < least_us)
		tale_fails(o->t, "%.*s: %lld us after the last, at least %lld are wanted", STR_FORMAT(name), (long long)(now_us - *at_us), (long long)least_us);
	*at_us = now_us;
}

static void
keeps_minute(struct outside *o)
{
	int64_t *oldest = &o->edits_at_us[o->edits++ % EDITS_A_MINUTE];

	if (*oldest > 0 && o->t->now.us - *oldest < US_PER_MINUTE)
		tale_fails(o->t, "more than %d edits in a minute", EDITS_A_MINUTE);
	*oldest = o->t->now.us;
}

/* Twice is once too often, but where an answer was lost. */
static void
take_key(struct outside *o, struct str key)
{
	for (size_t i = 0; i < o->taken_count; i++)
		if (str_equal(o->taken[i], key)) {
			o->repeated++;
			if (!o->may_repeat)
				tale_fails(o->t, "taken twice, though its answer was heard: %.*s", STR_FORMAT(key));
			return;
		}
	check(o->taken_count < TAKEN_MOST);
	o->taken[o->taken_count++] = key;
}

static bool
has_taken(const struct outside *o, struct str key)
{
	for (size_t i = 0; i < o->taken_count; i++)
		if (str_equal(o->taken[i], key))
			return true;
	return false;
}

/* --- mail --- */

static void
take_mail(struct outside *o, const struct exchange_ask *ask)
{
	struct tale *t = o->t;
	struct str body = str_copy(t->arena, ask->body);

	take_key(o, mail_header(body, S("Message-ID:")));
	check(t->letter_count < TALE_LETTERS_MAX);
	t->letters[t->letter_count++] = (struct tale_letter){ .to = str_copy(t->arena, str_head(ask->to, str_find(ask->to, '@'))),
		.subject = mail_header(body, S("Subject: ")), .body = mail_readable(t, body) };
}

static struct exchange_answer
answer_of_mail(struct outside *o, const struct exchange_ask *ask, enum mood mood)
{
	struct exchange_answer yes = { .fate = EXCHANGE_ANSWERED, .status = 250, .step = EXCHANGE_AT_BODY };
	bool is_forgotten = mood == IS_FORGETFUL && !has_taken(o, mail_header(ask->body, S("Message-ID:")));

	if (mood == IS_AWAY)
		return (struct exchange_answer){ .fate = EXCHANGE_NOT_TAKEN, .words = S("no connection") };
	if (mood == IS_BUSY)
		return (struct exchange_answer){ .fate = EXCHANGE_ANSWERED, .status = 451, .step = EXCHANGE_AT_RECIPIENT, .words = S("451 to the recipient") };
	take_mail(o, ask);
	if (is_forgotten)
		yes = (struct exchange_answer){ .fate = EXCHANGE_UNCLEAR, .step = EXCHANGE_AT_BODY, .words = S("cut") };
	return yes;
}

/* --- Slack --- */

static struct str
body_of_message(struct outside *o, const struct exchange_ask *ask, struct str ts)
{
	struct buf out = buf_new(o->t->arena, ANSWER_BYTES);

	buf_format(&out, "{\"ok\":true,\"channel\":\"%.*s\",\"ts\":\"%.*s\"}", STR_FORMAT(json_word(ask->body, S("\"channel\":\""))), STR_FORMAT(ts));
	return buf_str(&out);
}

static void
take_call(struct outside *o, struct str act, struct str address, struct str body)
{
	struct tale *t = o->t;

	check(t->slack_count < TALE_LETTERS_MAX);
	t->slacks[t->slack_count++] = (struct tale_slack){ .act = act, .address = str_copy(t->arena, address), .target = S(""), .body = body };
}

static struct str
post(struct outside *o, const struct exchange_ask *ask)
{
	struct tale *t = o->t;
	struct str channel = json_word(ask->body, S("\"channel\":\"")), thread = json_word(ask->body, S("\"thread_ts\":\""));
	struct str body = str_copy(t->arena, ask->body);
	struct str ts;

	keeps_apart(o, o->posts, channel, POST_US);
	if (thread.length > 0 && !room_has(&o->room, thread))
		tale_fails(t, "a reply comes before its message stands there");
	ts = room_takes(t, &o->room, body);
	take_key(o, body);
	take_call(o, thread.length > 0 ? S("reply") : str_starts(channel, S("D")) ? S("") : S("post"), str_starts(channel, S("D")) ? str_skip(channel, 1) : channel, body);
	return body_of_message(o, ask, ts);
}

static struct str
edit(struct outside *o, const struct exchange_ask *ask)
{
	struct str ts = json_word(ask->body, S("\"ts\":\""));

	keeps_apart(o, o->edited, ts, EDIT_US);
	keeps_minute(o);
	if (!room_has(&o->room, ts))
		tale_fails(o->t, "an edit of a message that does not stand there");
	take_call(o, S("edit"), json_word(ask->body, S("\"channel\":\"")), str_copy(o->t->arena, ask->body));
	return body_of_message(o, ask, ts);
}

static struct str
history(struct outside *o, struct str thread, struct str arguments)
{
	return str_has(o->scopes, S("groups:history")) ? room_page(o->t, &o->room, thread, arguments) : S("{\"ok\":false,\"error\":\"missing_scope\"}");
}

static struct str
do_call(struct outside *o, const struct exchange_ask *ask)
{
	struct buf out = buf_new(o->t->arena, ANSWER_BYTES);

	if (str_ends(ask->url, S("/chat.postMessage")))
		return post(o, ask);
	if (str_ends(ask->url, S("/chat.update")))
		return edit(o, ask);
	if (str_ends(ask->url, S("/conversations.history")))
		return history(o, S(""), ask->body);
	if (str_ends(ask->url, S("/conversations.replies")))
		return history(o, str_head(json_word(ask->body, S("&ts=")), TS_LENGTH), ask->body);
	if (str_ends(ask->url, S("/auth.test")))
		return S("{\"ok\":true,\"team_id\":\"T0TEAM\",\"app_id\":\"A0APP\",\"user_id\":\"U0BOT\"}");
	if (str_ends(ask->url, S("/conversations.info")))
		return S("{\"ok\":true,\"channel\":{\"id\":\"C0ROOM\",\"is_private\":true,\"is_member\":true}}");
	if (str_ends(ask->url, S("/views.open")))
		take_call(o, S("open"), S(""), str_copy(o->t->arena, ask->body));
	if (!str_ends(ask->url, S("/conversations.open")))
		return S("{\"ok\":true}");
	buf_format(&out, "{\"ok\":true,\"channel\":{\"id\":\"D%.*s\"}}", STR_FORMAT(json_word(ask->body, S("\"users\":\""))));
	return buf_str(&out);
}

/* A method that was told to wait says nothing until then; others go on. */
static void
keeps_silent(struct outside *o, const struct exchange_ask *ask, bool is_told)
{
	int64_t *told_us = last_at(o->t, o->silent, ask->url);

	if (*told_us >= 0 && o->t->now.us - *told_us < RETRY_SECONDS * US_PER_SECOND)
		tale_fails(o->t, "%.*s is called before its Retry-After is over", STR_FORMAT(ask->url));
	*told_us = is_told ? o->t->now.us : -1;
}

static struct exchange_answer
answer_of_slack(struct outside *o, const struct exchange_ask *ask, enum mood mood)
{
	bool is_message = str_ends(ask->url, S("/chat.postMessage")), is_new = is_message && !has_taken(o, ask->body);
	struct exchange_answer yes = { .fate = EXCHANGE_ANSWERED, .status = 200, .retry_after_seconds = -1 };

	if (mood == IS_AWAY)
		return (struct exchange_answer){ .fate = EXCHANGE_NOT_TAKEN, .retry_after_seconds = -1, .words = S("no connection") };
	keeps_silent(o, ask, mood == IS_BUSY);
	if (mood == IS_BUSY)
		return (struct exchange_answer){ .fate = EXCHANGE_ANSWERED, .status = 429, .retry_after_seconds = RETRY_SECONDS };
	yes.scopes = o->scopes;
	yes.body = do_call(o, ask);
	if (mood == IS_FORGETFUL && is_new)
		return (struct exchange_answer){ .fate = EXCHANGE_UNCLEAR, .retry_after_seconds = -1, .words = S("cut") };
	return yes;
}

/* --- the seam --- */

static enum mood
mood_now(struct outside *o, enum side side)
{
	static const enum mood turns[] = { IS_AWAY, IS_BUSY, IT_WORKS, IT_WORKS };

	if (o->moods[side] != IS_MOODY)
		return o->moods[side];
	return turns[o->asked[side]++ % 4];
}

static enum outcome
outside_start(void *self, const struct exchange_ask *ask)
{
	struct outside *o = self;
	enum side side = ask->kind == EXCHANGE_MAIL ? MAIL : SLACK;
	enum mood mood = mood_now(o, side);

	if (o->answer_count == ASKS_MOST)
		return TOO_MANY;
	o->may_repeat = o->may_repeat || mood == IS_FORGETFUL;
	if (ask->kind == EXCHANGE_HEAD || ask->kind == EXCHANGE_LOOK) {
		o->answers[o->answer_count] = pages_answer(&o->pages, ask->url);
		o->answers[o->answer_count++].token = ask->token;
		return OK;
	}
	o->tried_in_vain[side] += mood == IS_AWAY && !str_ends(ask->url, S("/auth.test"));
	o->answers[o->answer_count] = side == MAIL ? answer_of_mail(o, ask, mood) : answer_of_slack(o, ask, mood);
	o->answers[o->answer_count++].token = ask->token;
	return OK;
}

static bool
outside_take(void *self, struct arena *arena, struct exchange_answer *out)
{
	struct outside *o = self;

	(void)arena;
	if (o->answer_count == 0)
		return false;
	*out = o->answers[0];
	memmove(o->answers, o->answers + 1, --o->answer_count * sizeof(o->answers[0]));
	return true;
}

/* --- the courier --- */

static void
set_word(char *place, size_t size, const char *word)
{
	check((size_t)snprintf(place, size, "%s", word) < size);
}

static void
begin(struct outside *o)
{
	struct orders *orders = &o->process.orders;

	o->process = (struct process){ .arena = o->t->arena, .clock = o->t->clock, .world = o->t->world };
	*orders = (struct orders){ .generation = ++o->courier, .boot = 1, .writers = 1, .ring = o->t->world.server.ring };
	orders->pairs[0] = o->pair[0];
	set_word(orders->base_url, sizeof(orders->base_url), "https://mentors.example");
	set_word(orders->courier.smtp_url, sizeof(orders->courier.smtp_url), "smtp://127.0.0.1:2525");
	if (o->t->world.server.slack_secrets.length > 0) {
		set_word(orders->courier.slack_api_url, sizeof(orders->courier.slack_api_url), "https://slack.com/api/");
		set_word(orders->courier.slack_token, sizeof(orders->courier.slack_token), "xoxb-1");
		orders->courier.has_slack = true;
		set_word(orders->chat.room, sizeof(orders->chat.room), "C0ROOM");
	}
	orders->courier.looks_at_links = o->pages.count > 0;
	o->answer_count = 0;
	courier_begin(&o->process, &o->exchange);
}

static struct outside *
outside_of(struct tale *t)
{
	struct outside *o = t->outside;

	if (o != NULL)
		return o;
	o = t->outside = ARENA_NEW(t->arena, struct outside);
	o->t = t;
	o->exchange = (struct exchange){ .self = o, .start = outside_start, .take = outside_take };
	check(channel_pair(o->pair) == OK);
	channel_open(o->pair[1], &o->writer);
	arena_open(2 * CHANNEL_MESSAGE_MAX + ARENA_VISIT, &o->scratch);
	begin(o);
	return o;
}

void
tale_ends_courier(struct tale *t)
{
	struct outside *o = t->outside;

	if (o == NULL)
		return;
	courier_end();
	channel_close(&o->writer);
	arena_close(&o->scratch);
	close(o->pair[0]);
	close(o->pair[1]);
}

/* As the writer does; days of it leave nothing in the story's memory. */
static void
answer_command(struct outside *o, struct channel_head head, struct str bytes)
{
	struct tale *t = o->t;
	struct arena *arena = t->arena;
	struct request *last = t->last, request;
	struct buf message = buf_new(o->scratch, CHANNEL_MESSAGE_MAX);

	t->arena = o->scratch;
	check(request_read(o->scratch, bytes, &request) == OK);
	tale_command_with(t, request.path, request.body);
	head.kind = MESSAGE_REPLY;
	reply_print(&message, t->reply);
	if (head.sequence != 0)
		check(channel_send(&o->writer, head, buf_str(&message)) == OK);
	t->arena = arena;
	t->last = last;
	t->reply = NULL;
}

/* False if nobody asked anything. */
static bool
answer_commands(struct outside *o)
{
	struct channel_head head;
	struct str bytes;
	bool is_any = false;

	while (channel_receive(&o->writer, o->scratch, &head, &bytes) == OK) {
		answer_command(o, head, bytes);
		arena_reset(o->scratch);
		is_any = true;
	}
	return is_any;
}

/* What was on its way to it is never heard. */
static void
die(struct outside *o)
{
	o->dies = false;
	o->may_repeat = true;
	courier_end();
	begin(o);
}

static void
die_behind(struct outside *o, size_t stood)
{
	if (o->dies && o->room.count > stood)
		die(o);
}

static int64_t
earlier(int64_t a_us, int64_t b_us)
{
	return a_us < b_us ? a_us : b_us;
}

/* Where nothing happened for longer than anything waits for its pace, an hour passes between two turns. */
static void
run(struct outside *o, int64_t length_us)
{
	struct tale *t = o->t;
	int64_t until_us = t->now.us + length_us, jobs_us = t->now.us;
	int64_t busy_us = t->now.us;

	while (t->now.us < until_us && !t->has_failed) {
		size_t stood = o->room.count;
		int64_t next_us = courier_turn();
		bool is_busy = answer_commands(o) || o->answer_count > 0;

		die_behind(o, stood);
		if (t->now.us >= jobs_us) {
			tale_run_due(t);
			jobs_us += US_PER_HOUR;
		}
		busy_us = is_busy ? t->now.us : busy_us;
		if (t->now.us - busy_us > QUIET_US && next_us < t->now.us + RESTS_US)
			next_us = t->now.us + RESTS_US;
		t->now.us = is_busy || next_us <= t->now.us ? t->now.us + BUSY_TURN_US : earlier(next_us, until_us);
	}
	tale_signs_in_again(t);
}

/* --- steps --- */

static bool
set_mood(struct outside *o, enum side side, struct str word)
{
	static const struct str words[] = { [IT_WORKS] = S_STATIC("works"), [IS_AWAY] = S_STATIC("away"), [IS_BUSY] = S_STATIC("busy"), [IS_MOODY] = S_STATIC("moody"),
		[IS_FORGETFUL] = S_STATIC("forgetful") };

	for (size_t i = 0; i < ARRAY_LENGTH(words); i++)
		if (str_equal(words[i], word)) {
			o->moods[side] = (enum mood)i;
			return true;
		}
	return false;
}

static int64_t
unit_us(struct str word)
{
	if (str_starts(word, S("milli")))
		return US_PER_SECOND / 1000;
	return str_starts(word, S("hour")) ? US_PER_HOUR : str_starts(word, S("minute")) ? US_PER_MINUTE : US_PER_SECOND;
}

/* As the writer rings after a commit. */
static void
ring(struct outside *o)
{
	check(channel_send(&o->writer, (struct channel_head){ .kind = MESSAGE_RING }, S("")) == OK);
}

static bool
step_courier(struct tale *t, const struct str *w, size_t count)
{
	struct outside *o = outside_of(t);
	int64_t many;

	if (count == 2 && str_equal(w[1], S("dies"))) {
		die(o);
		return true;
	}
	if (count == 5 && str_equal(w[1], S("dies")))    /* "courier dies behind a post" */
		return o->dies = true;
	if (count == 3 && str_equal(w[2], S("rung"))) {
		ring(o);
		return true;
	}
	if (count != 4 || !str_equal(w[1], S("runs")) || !str_whole(w[2], &many))
		return false;
	run(o, many * unit_us(w[3]));
	return true;
}

static size_t
first_call(struct tale *t, struct str words)
{
	size_t i = 0;

	words = tale_as_json(t, tale_words(t, words));
	while (i < t->slack_count && !str_has(t->slacks[i].body, words))
		i++;
	return i;
}

/* "expect slack "a" before "b"": of what Slack took. */
static bool
step_order(struct tale *t, const struct str *w, size_t count)
{
	size_t first, second;

	if (count != 5 || !str_equal(w[0], S("expect")) || !str_equal(w[1], S("slack")) || !str_equal(w[3], S("before")))
		return false;
	first = first_call(t, w[2]);
	second = first_call(t, w[4]);
	if (first >= second || second == t->slack_count)
		tale_fails(t, "\"%.*s\" is call %zu, \"%.*s\" call %zu", STR_FORMAT(w[2]), first, STR_FORMAT(w[4]), second);
	return true;
}

/* "outside slack hears 60 other messages" */
static bool
step_hears(struct tale *t, struct str many)
{
	int64_t count = 0;

	for (int64_t i = 0; str_whole(many, &count) && i < count; i++)
		(void)room_takes(t, &outside_of(t)->room, S("{\"text\":\"Somebody else says something\"}"));
	return true;
}

static bool
step_outside(struct tale *t, const struct str *w, size_t count)
{
	bool is_mail = count == 3 && str_equal(w[1], S("mail"));

	if (count > 1 && str_equal(w[1], S("page")))
		return outside_of(t)->process.orders.courier.looks_at_links = pages_take(t, &outside_of(t)->pages, w, count);
	if (count == 6 && str_equal(w[2], S("hears")))
		return step_hears(t, w[3]);
	if (count == 4 && str_equal(w[2], S("may"))) {
		outside_of(t)->scopes = w[3];
		t->world.server.has_slack_token = true;    /* as the courier of a story has it */
		return true;
	}
	return (is_mail || (count == 3 && str_equal(w[1], S("slack")))) && set_mood(outside_of(t), is_mail ? MAIL : SLACK, w[2]);
}

/* "expect repeated N letters": so many were taken twice, with the same key and bytes. */
static bool
step_repeated(struct tale *t, const struct str *w, size_t count)
{
	int64_t times;

	if (count != 4 || !str_equal(w[1], S("repeated")) || !str_whole(w[2], &times))
		return false;
	if ((size_t)times != outside_of(t)->repeated)
		tale_fails(t, "%zu were taken twice", outside_of(t)->repeated);
	return true;
}

/* "expect looked at 3 pages": of what stands in the room, since the story began. */
static bool
step_looked(struct tale *t, const struct str *w, size_t count)
{
	int64_t pages;

	if (count != 5 || !str_equal(w[1], S("looked")) || !str_whole(w[3], &pages))
		return false;
	if (pages != outside_of(t)->room.pages)
		tale_fails(t, "%lld pages were looked at", (long long)outside_of(t)->room.pages);
	return true;
}

/* "expect outside slack tried at most 20": a channel that is away rests, longer each time. */
static bool
step_tried(struct tale *t, const struct str *w, size_t count)
{
	enum side side = count > 2 && str_equal(w[2], S("mail")) ? MAIL : SLACK;
	int64_t most;

	if (count != 7 || !str_equal(w[3], S("tried")) || !str_whole(w[6], &most))
		return false;
	if (outside_of(t)->tried_in_vain[side] > most || outside_of(t)->tried_in_vain[side] == 0)
		tale_fails(t, "%lld tries", (long long)outside_of(t)->tried_in_vain[side]);
	return true;
}

bool
tale_courier_step(struct tale *t, const struct str *w, size_t count)
{
	if (count > 0 && str_equal(w[0], S("courier")))
		return step_courier(t, w, count);
	if (count > 1 && str_equal(w[0], S("expect")) && str_equal(w[1], S("outside")))
		return step_tried(t, w, count);
	if (count > 0 && str_equal(w[0], S("outside")))
		return step_outside(t, w, count);
	return step_order(t, w, count) || (count > 0 && str_equal(w[0], S("expect")) && (step_repeated(t, w, count) || step_looked(t, w, count)));
}
