/* The courier: takes letters whose time has come, sends them, has the writer settle them. It alone opens connections; it accepts none. What it
 * holds when it dies is free as soon as its successor says so, or its lease is over; sent twice then, with the same key and bytes. */
#include "daemon/courier.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/errands.h"
#include "daemon/letters.h"
#include "system/log.h"

enum { SLOTS = ERRANDS_MAX, LOOK_MS = 1000, LOOK_LEAST_MS = 20, NOW_AT_ONCE = 16, PACED_AT_ONCE = 500, BODY_BYTES = 380, WORDS_MAX = 200, FIRST_REST_MS = 2000, MOST_REST_MS = 60000,
	TURN_ARENA = 32 << 20 };

enum phase { FREE, TAKING, SENDING, SETTLING };

struct slot {
	enum phase phase;
	enum letter_channel channel;
	struct letter_id id;
	int64_t hold;
	struct slack_step step;
};

/* A channel that does not work rests, longer each time; then one letter is tried. */
struct lane {
	bool is_open, is_down;
	bool is_known;                /* the writer was told which, since this process began */
	bool is_tried;                /* down: the one letter is under way */
	int64_t rest_ms, try_at_us;
};

/* A predecessor may have said that it is broken: the first word of this one counts. */
enum room_state { ROOM_UNKNOWN, ROOM_FINE, ROOM_BROKEN };

static struct courier {
	struct process process;
	struct errands errands;
	struct exchange exchange;
	struct mail_lane mail;
	struct slack_lane slack;
	struct lane lanes[LETTER_CHANNEL_COUNT];
	struct slot slots[SLOTS];
	uint64_t round;
	int64_t look_at_us;
	enum room_state room;
	int wake;                     /* readable when a writer says something */
	struct arena *arena;          /* of a turn */
} c;

static int64_t
now_us(void)
{
	return clock_monotonic_us(&c.process.clock);
}

/* --- asking the writer --- */

static void
ask(struct slot *slot, struct str name, struct str more)
{
	struct buf body = buf_new(c.arena, BODY_BYTES);

	buf_format(&body, "%lld ", (long long)slot->id.value);
	buf_whole(&body, slot->phase == TAKING ? errands_holder(&c.errands) : slot->hold);
	buf_add(&body, more);
	check(!body.is_overflown);
	errand_start(&c.errands, (size_t)(slot - c.slots), slot->id.value, name, buf_str(&body));
}

static void
tell_state(struct str name, bool is_up, struct str words)
{
	struct buf body = buf_new(c.arena, BODY_BYTES);

	buf_format(&body, "%.*s %d %.*s", STR_FORMAT(name), is_up ? 1 : 0, STR_FORMAT(str_head(words, WORDS_MAX)));
	errands_tell_all(&c.errands, c.arena, CHANNEL_STATE, buf_str(&body));
}

/* --- lanes --- */

/* What was sent together fails together, and is one failure. */
static void
lane_fails(enum letter_channel channel, struct str words)
{
	struct lane *lane = &c.lanes[channel];

	if (lane->is_down && !lane->is_tried)
		return;
	lane->is_tried = false;
	lane->rest_ms = lane->rest_ms == 0 ? FIRST_REST_MS : lane->rest_ms * 2 < MOST_REST_MS ? lane->rest_ms * 2 : MOST_REST_MS;
	lane->try_at_us = now_us() + lane->rest_ms * 1000;
	if (!lane->is_down)
		tell_state(letter_channel_name(channel), false, words);
	lane->is_down = lane->is_known = true;
}

static void
lane_works(enum letter_channel channel)
{
	struct lane *lane = &c.lanes[channel];

	if (lane->is_down || !lane->is_known)    /* a predecessor may have said that it is down */
		tell_state(letter_channel_name(channel), true, S("it works"));
	*lane = (struct lane){ .is_open = true, .is_known = true };
}

/* The one letter went to somebody else, or nowhere: another is tried. */
static void
lane_goes_untried(enum letter_channel channel)
{
	struct lane *lane = &c.lanes[channel];

	if (lane->is_tried)
		lane->try_at_us = 0;
	lane->is_tried = false;
}

/* Said once when it breaks, and once when it is mended (SLACK.md 10). */
static void
note_room(const struct verdict *verdict)
{
	enum room_state now = verdict->is_room_broken ? ROOM_BROKEN : verdict->is_room_fine ? ROOM_FINE : c.room;

	if (now == c.room)
		return;
	c.room = now;
	tell_state(S("slack-room"), now == ROOM_FINE, now == ROOM_FINE ? S("it works") : verdict->words);
}

/* --- a letter's way --- */

static void
settle(struct slot *slot, const struct verdict *verdict)
{
	struct buf more = buf_new(c.arena, BODY_BYTES);
	struct str words = str_head(verdict->words, WORDS_MAX);
	struct str name = LETTER_LATER;

	slot->phase = SETTLING;
	note_room(verdict);
	if (verdict->fate == FATE_WAIT)
		lane_goes_untried(slot->channel);
	else if (verdict->fate == FATE_DOWN)
		lane_fails(slot->channel, verdict->words);
	else
		lane_works(slot->channel);
	switch (verdict->fate) {
	case FATE_SENT:
		name = LETTER_SENT;
		buf_format(&more, " %.*s", STR_FORMAT(verdict->ref));
		break;
	case FATE_ADDRESS:
	case FATE_REFUSED:
		name = LETTER_REFUSED;
		buf_format(&more, " %s %.*s", verdict->fate == FATE_ADDRESS ? "address" : "letter", STR_FORMAT(words));
		break;
	default:
		buf_format(&more, " %d %lld %.*s", verdict->fate == FATE_LATER ? 1 : 0, (long long)verdict->wait_seconds, STR_FORMAT(words));
		break;
	}
	ask(slot, name, buf_str(&more));
}

static enum outcome
read_letter(const struct slot *slot, struct letter_to_send_row *row)
{
	struct db *db = c.process.world.db;
	enum outcome said = sql_begin_read(db);

	if (said == OK)
		said = letter_to_send(db, c.arena, slot->id, slot->hold, row);
	sql_end_read(db);
	return said;
}

static void
send_letter(struct slot *slot)
{
	struct letter_to_send_row row;
	struct verdict verdict = { .fate = FATE_WAIT, .wait_seconds = 1, .words = S("the letter could not be read") };
	enum outcome said = read_letter(slot, &row);
	uint64_t token = ++c.round * SLOTS + (uint64_t)(slot - c.slots);

	if (said == NOT_FOUND) {
		lane_goes_untried(slot->channel);    /* somebody else has it by now */
		slot->phase = FREE;
		return;
	}
	slot->phase = SENDING;
	if (said == OK && row.channel != slot->channel)
		verdict = (struct verdict){ .fate = FATE_WAIT, .words = S("it goes another way now") };
	else if (said == OK)
		verdict = slot->channel == LETTER_CHANNEL_SLACK ? slack_lane_send(&c.slack, &(struct slack_send){ &c.exchange, c.arena, &row, &slot->step, token })
		    : mail_lane_send(&c.mail, &c.exchange, c.arena, &row, token);
	if (verdict.fate != FATE_UNDER_WAY)
		settle(slot, &verdict);
}

/* 409: somebody else has it, or nothing is to be sent. A settlement that is lost leaves the letter held: it is sent again when the lease is over. */
static void
on_answer(void *self, size_t place, int status, struct str words)
{
	struct slot *slot = &c.slots[place];

	(void)self;
	if (slot->phase == TAKING && status == 200 && str_whole(words, &slot->hold)) {
		send_letter(slot);
		return;
	}
	if (slot->phase == TAKING)
		lane_goes_untried(slot->channel);
	slot->phase = FREE;
	if (status != ERRAND_LOST)
		c.look_at_us = 0;
}

static void
judge(struct slot *slot, const struct exchange_answer *answer)
{
	struct letter_to_send_row row;
	struct verdict verdict;

	if (slot->channel == LETTER_CHANNEL_MAIL)
		verdict = mail_lane_judge(answer);
	else if (read_letter(slot, &row) == OK)
		verdict = slack_lane_judge(&c.slack, c.arena, &row, &slot->step, answer);
	else
		verdict = (struct verdict){ .fate = FATE_LATER, .words = S("the letter could not be read") };
	if (verdict.fate == FATE_AGAIN)
		send_letter(slot);
	else
		settle(slot, &verdict);
}

static void
hear(const struct exchange_answer *answer)
{
	struct telling telling = slack_lane_hears(&c.slack, &c.exchange, c.arena, answer);

	if (!str_is_empty(telling.name))
		errands_tell_all(&c.errands, c.arena, telling.name, telling.body);
}

static void
take_answers(void)
{
	struct exchange_answer answer;

	while (c.exchange.take != NULL && c.exchange.take(c.exchange.self, c.arena, &answer)) {
		struct slot *slot = &c.slots[answer.token % SLOTS];

		if (answer.token < SLACK_ASKS)
			hear(&answer);
		else if (slot->phase == SENDING)
			judge(slot, &answer);
	}
}

/* --- looking --- */

static bool
is_under_way(struct letter_id id)
{
	for (size_t i = 0; i < SLOTS; i++)
		if (c.slots[i].phase != FREE && c.slots[i].id.value == id.value)
			return true;
	return false;
}

static bool
take(enum letter_channel channel, const struct due *due)
{
	size_t i = 0;

	while (i < SLOTS && c.slots[i].phase != FREE)
		i++;
	if (i == SLOTS || is_under_way(due->id))
		return i < SLOTS;
	if (channel == LETTER_CHANNEL_SLACK && !slack_lane_turn(&c.slack, due, now_us()))
		return true;    /* others may go */
	c.slots[i] = (struct slot){ .phase = TAKING, .channel = channel, .id = due->id };
	ask(&c.slots[i], LETTER_TAKE, S(""));
	return true;
}

/* What is due in a channel: those that cannot wait, then all in their order. */
struct found {
	struct letters_due_now_rows hasty;
	struct letters_due_rows due;
};

static enum outcome
find_due(enum letter_channel channel, bool is_down, struct found *out)
{
	int64_t most = channel == LETTER_CHANNEL_SLACK ? PACED_AT_ONCE : 2 * SLOTS;
	struct moment now = clock_wall(&c.process.clock);
	struct db *db = c.process.world.db;
	enum outcome said = sql_begin_read(db);

	if (said == OK)
		said = letters_due_now(db, c.arena, channel, now, is_down ? 1 : NOW_AT_ONCE, &out->hasty);
	if (said == OK)
		said = letters_due(db, c.arena, channel, now, is_down ? 1 : most, &out->due);
	sql_end_read(db);
	if (said != OK)
		LOG(LOG_ERROR, "letters", LOG_TEXT("outcome", outcome_name(said)), LOG_TEXT("store", sql_trouble(db)));
	return said;
}

static void
take_hasty(enum letter_channel channel, const struct letters_due_now_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		if (!take(channel, &(struct due){ rows->at[i].id, rows->at[i].act, rows->at[i].address, rows->at[i].request }))
			return;
}

static void
take_due(enum letter_channel channel, const struct letters_due_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		if (!take(channel, &(struct due){ rows->at[i].id, rows->at[i].act, rows->at[i].address, rows->at[i].request }))
			return;
}

/* A channel that rests is tried with one letter, and not again until that one is answered. */
static size_t
look_in(enum letter_channel channel)
{
	struct lane *lane = &c.lanes[channel];
	struct found found = { 0 };
	bool is_down = lane->is_down;

	if (!lane->is_open || (is_down && now_us() < lane->try_at_us) || find_due(channel, is_down, &found) != OK)
		return 0;
	take_hasty(channel, &found.hasty);
	if (!is_down || found.hasty.count == 0)
		take_due(channel, &found.due);
	if (is_down && found.hasty.count + found.due.count > 0) {
		lane->is_tried = true;
		lane->try_at_us = now_us() + MOST_REST_MS * 1000;
	}
	return found.hasty.count + found.due.count;
}

static void
look(void)
{
	size_t found = 0;

	if (c.lanes[LETTER_CHANNEL_SLACK].is_open)
		slack_lane_asks(&c.slack, &c.exchange, c.arena, now_us());
	if (c.lanes[LETTER_CHANNEL_SLACK].is_open)
		slack_rooms_ask(&c.slack, &c.process, &c.exchange, c.arena);
	for (int i = LETTER_CHANNEL_NONE + 1; i < LETTER_CHANNEL_COUNT; i++)
		found += look_in((enum letter_channel)i);
	c.errands.is_rung = false;
	c.look_at_us = now_us() + (found > 0 ? LOOK_LEAST_MS : LOOK_MS) * 1000;
}

static void
rest(void)
{
	int64_t sooner_us = now_us() + LOOK_LEAST_MS * 1000, left_ms;

	if (c.errands.is_rung && c.look_at_us > sooner_us)
		c.look_at_us = sooner_us;
	left_ms = (c.look_at_us - now_us()) / 1000;
	left_ms = left_ms < 0 ? 0 : left_ms > LOOK_MS ? LOOK_MS : left_ms + 1;
	if (process_is_ending)
		return;
	if (c.exchange.wait != NULL)
		c.exchange.wait(c.exchange.self, c.wake, (int)left_ms);
	else
		(void)process_wait(&(struct pollfd){ .fd = c.wake, .events = POLLIN }, 1, (int)left_ms);
}

/* libcurl waits with the mask as it is, so SIGTERM may come at any time; between two looks it is noticed a second later at worst. */
static void
let_end_come(void)
{
	sigset_t end;

	sigemptyset(&end);
	sigaddset(&end, SIGTERM);
	sigprocmask(SIG_UNBLOCK, &end, NULL);
}

/* One descriptor for all writers' sockets. */
static bool
open_wake(void)
{
	c.wake = epoll_create1(EPOLL_CLOEXEC);
	for (int i = 0; c.wake >= 0 && i < c.process.orders.writers; i++) {
		struct epoll_event event = { .events = EPOLLIN };

		if (epoll_ctl(c.wake, EPOLL_CTL_ADD, c.errands.writers[i].descriptor, &event) != 0)
			return false;
	}
	return c.wake >= 0;
}

static void
succeed(void)
{
	struct buf holder = buf_new(c.arena, BODY_BYTES);

	buf_whole(&holder, errands_holder(&c.errands));
	errands_tell_all(&c.errands, c.arena, LETTER_FORSAKEN, buf_str(&holder));
}

static bool
open_all(void)
{
	arena_open(TURN_ARENA, &c.arena);
	errands_open(&c.errands, &c.process);
	c.errands.answered = on_answer;
	c.lanes[LETTER_CHANNEL_MAIL].is_open = mail_lane_open(&c.mail, c.process.arena, &c.process.orders);
	c.lanes[LETTER_CHANNEL_SLACK].is_open = slack_lane_open(&c.slack, c.process.arena, &c.process.orders);
	return open_wake();
}

/* Before the walls close: it loads a library. Where letters become files alone, none is needed (docs/decisions/0024). */
static enum outcome
open_network(const struct orders *orders)
{
	enum outcome said;

	if (orders->courier.smtp_url[0] == '\0' && orders->courier.slack_token[0] == '\0')
		return OK;
	said = exchange_open(S(""), &c.exchange);
	if (said != OK)
		LOG(LOG_ERROR, "courier", LOG_TEXT("words", S("libcurl cannot be loaded: install libcurl4")));
	return said;
}

int
courier_main(const struct orders *orders)
{
	enum outcome said = open_network(orders);

	if (said == OK)
		said = process_open_sealed(orders, SANDBOX_COURIER, &c.process);
	if (said != OK)
		return said == STORE_LOST ? EXIT_AWAY : EXIT_BUG;
	if (!open_all())
		return EXIT_BUG;
	let_end_come();
	succeed();
	while (!process_is_ending && !sql_is_lost(c.process.world.db)) {
		errands_run(&c.errands, c.arena);
		take_answers();
		if (now_us() >= c.look_at_us)
			look();
		errands_run(&c.errands, c.arena);
		arena_reset(c.arena);
		rest();
	}
	said = sql_is_lost(c.process.world.db) ? STORE_LOST : OK;
	errands_close(&c.errands);
	if (c.exchange.self != NULL)
		exchange_close(&c.exchange);
	arena_close(&c.arena);
	process_close(&c.process);
	return said == OK ? 0 : orders->engine == SQL_POSTGRES ? EXIT_AWAY : EXIT_BUG;
}
