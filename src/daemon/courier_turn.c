/* A turn of the courier: lanes, and the way of each letter through them. */
#include "daemon/courier_turn.h"
#include "daemon/courier_asks.h"
#include "daemon/courier_links.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "chat/chat.h"
#include "daemon/courier_batch.h"
#include "daemon/letters.h"
#include "system/log.h"

/* WINDOW: letters of a channel under way, of both together fewer than there are slots, so that those in haste find one. It widens with each that
 * the channel takes, so that it is soon as wide as the channel is fast, and begins anew where one had to wait for its turn for too long. LINES:
 * exchanges of mail at once, half of them on a connection. */
enum { LOOK_MS = 1000, LOOK_LEAST_MS = 20, LOOK_PACED_MS = 100, NOW_AT_ONCE = 16, PACED_AT_ONCE = 500, WORDS_MAX = 200, BODY_BYTES = 380, FIRST_REST_MS = 2000,
	MOST_REST_MS = 60000, TURN_ARENA = 32 << 20, WINDOW_LEAST = 16, LINES = 2 * EXCHANGE_HOST_MAX, SENT_IN_A_TURN = 32,
	TURN_COMES_SECONDS = 15 };

/* A channel that does not work rests, longer each time; then one letter is tried. */
struct lane {
	bool is_open, is_down;
	bool is_known;                /* the writer was told which, since this process began */
	bool is_tried;                /* down: the one letter is under way */
	int64_t rest_ms, try_at_us;
	int64_t look_at_us;
	size_t window;
	bool has_more;                /* is due than there was room for */
};

static const size_t window_most[LETTER_CHANNEL_COUNT] = { [LETTER_CHANNEL_MAIL] = 176, [LETTER_CHANNEL_SLACK] = 48 };

/* A predecessor may have said that it is broken: the first word of this one counts. Of more rooms than these the oldest is asked about anew. */
enum room_state { ROOM_UNKNOWN, ROOM_FINE, ROOM_BROKEN };
enum { ROOMS_KNOWN = 32 };
struct known_room {
	char id[SLACK_ID_MAX + 1];
	enum room_state state;
};

static struct courier {
	struct process *process;
	struct batches batches;
	struct exchange *exchange;
	struct mail_lane mail;
	struct slack_lane slack;
	struct link_lane links;
	bool has_slack;               /* something of it is set */
	struct lane lanes[LETTER_CHANNEL_COUNT];
	uint64_t round;
	bool has_more_to_send;        /* than one turn sends */
	struct known_room rooms[ROOMS_KNOWN];
	size_t next_room;             /* whose place is given away */
	struct arena *arena;          /* of a turn */
} c;

static int64_t
now_us(void)
{
	return clock_monotonic_us(&c.process->clock);
}

static void
tell_state(struct str name, bool is_up, struct str words)
{
	struct buf body = buf_new(c.arena, BODY_BYTES);

	buf_format(&body, "%.*s %d %.*s", STR_FORMAT(name), is_up ? 1 : 0, STR_FORMAT(str_head(words, WORDS_MAX)));
	errands_tell_all(&c.batches.errands, c.arena, CHANNEL_STATE, buf_str(&body));
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
	lane->window = WINDOW_LEAST;
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
	lane->is_known = true;
	lane->is_down = lane->is_tried = false;
	lane->rest_ms = 0;
	lane->window += lane->window < window_most[channel];
}

/* The one letter went to somebody else, or nowhere: another is tried. */
static void
lane_goes_untried(enum letter_channel channel)
{
	struct lane *lane = &c.lanes[channel];

	if (lane->is_tried)
		lane->try_at_us = lane->look_at_us = 0;
	lane->is_tried = false;
}

static struct known_room *
room_called(struct str id)
{
	struct known_room *place;

	for (size_t i = 0; i < ROOMS_KNOWN; i++)
		if (str_equal(str_from(c.rooms[i].id), id))
			return &c.rooms[i];
	place = &c.rooms[c.next_room++ % ROOMS_KNOWN];
	snprintf(place->id, sizeof(place->id), "%.*s", STR_FORMAT(id));
	place->state = ROOM_UNKNOWN;
	return place;
}

/* Said of each room once when it breaks, and once when it is mended (SLACK.md 10). */
static void
note_room(const struct verdict *verdict)
{
	enum room_state now = verdict->is_room_broken ? ROOM_BROKEN : ROOM_FINE;
	struct known_room *room;

	if (str_is_empty(verdict->room) || verdict->room.length > SLACK_ID_MAX)
		return;
	room = room_called(verdict->room);
	if (room->state == now)
		return;
	room->state = now;
	tell_state(str_join(c.arena, 2, (struct str[]){ LETTER_ROOM_CHANNEL, verdict->room }), now == ROOM_FINE, now == ROOM_FINE ? S("it works") : verdict->words);
}

/* --- a letter's way --- */

static void
settle(struct slot *slot, const struct verdict *verdict)
{
	struct buf more = buf_new(c.arena, BODY_BYTES);
	struct str words = str_head(verdict->words, WORDS_MAX);

	note_room(verdict);
	if (verdict->fate == FATE_WAIT)
		lane_goes_untried(slot->channel);
	else if (verdict->fate == FATE_DOWN)
		lane_fails(slot->channel, verdict->words);
	else
		lane_works(slot->channel);
	switch (verdict->fate) {
	case FATE_SENT:
		batches_end(&c.batches, slot, S("sent"), verdict->ref);
		return;
	case FATE_ADDRESS:
	case FATE_MAIL:
	case FATE_REFUSED:
		buf_format(&more, "%s %.*s", verdict->fate == FATE_ADDRESS ? "address" : verdict->fate == FATE_MAIL ? "mail" : "letter", STR_FORMAT(words));
		batches_end(&c.batches, slot, S("refused"), buf_str(&more));
		return;
	default:
		if (verdict->is_lost) {
			buf_format(&more, "%lld %.*s", (long long)verdict->wait_seconds, STR_FORMAT(words));
			batches_end(&c.batches, slot, S("lost"), buf_str(&more));
			return;
		}
		buf_format(&more, "%d %lld %.*s", verdict->fate == FATE_LATER ? 1 : 0, (long long)verdict->wait_seconds, STR_FORMAT(words));
		batches_end(&c.batches, slot, S("later"), buf_str(&more));
		return;
	}
}

/* All that one part of a turn reads stands in one read transaction, which the part ends. */
static enum outcome
read_letter(const struct slot *slot, struct letter_to_send_row *row)
{
	struct db *db = c.process->world.db;

	TRY(sql_begin_read(db));
	return letter_to_send(db, c.arena, slot->id, slot->hold, row);
}

static void
send_letter(struct slot *slot)
{
	struct letter_to_send_row row;
	struct letters_carried_rows carried = { .count = 0 };
	struct verdict verdict = { .fate = FATE_WAIT, .wait_seconds = 1, .words = S("the letter could not be read") };
	enum outcome said = read_letter(slot, &row);
	uint64_t token = ++c.round * LETTERS_UNDER_WAY + (uint64_t)(slot - c.batches.slots);

	if (said == NOT_FOUND) {
		lane_goes_untried(slot->channel);    /* somebody else has it by now */
		slot->phase = FREE;
		return;
	}
	slot->phase = SENDING;
	if (said == OK && row.is_daily)
		said = letters_carried(c.process->world.db, c.arena, slot->id, LETTERS_CARRIED_MOST, &carried);
	if (said == OK && row.channel != slot->channel)
		verdict = (struct verdict){ .fate = FATE_WAIT, .words = S("it goes another way now") };
	else if (said == OK)
		verdict = slot->channel == LETTER_CHANNEL_SLACK ? slack_lane_send(&c.slack, &(struct slack_send){ c.exchange, c.arena, &row, &slot->step, token })
		    : mail_lane_send(&c.mail, &(struct mail_send){ c.exchange, c.arena, &row, &carried, token });
	if (verdict.fate != FATE_UNDER_WAY)
		settle(slot, &verdict);
}

/* Those that were taken before their channel failed; and one that waited for so long that it could outlive its hold while it is sent: then fewer
 * are taken. */
static bool
is_let_go(struct slot *slot)
{
	struct lane *lane = &c.lanes[slot->channel];

	if (lane->is_down && !slot->is_trial) {
		batches_end(&c.batches, slot, S("later"), S("0 0 the channel rests"));
		return true;
	}
	if (now_us() - slot->taken_at_us < TURN_COMES_SECONDS * US_PER_SECOND)
		return false;
	lane->window = WINDOW_LEAST;
	batches_end(&c.batches, slot, S("later"), S("0 1 its turn did not come"));
	if (slot->is_trial)
		lane_goes_untried(slot->channel);
	return true;
}

/* What is ours and whose turn it is. Of mail only as much as the connections take soon: the others are put together when they do. */
static void
send_taken(void)
{
	size_t sent = 0;

	for (int i = LETTER_CHANNEL_NONE + 1; i < LETTER_CHANNEL_COUNT; i++) {
		enum letter_channel channel = (enum letter_channel)i;
		size_t lines = batches_count(&c.batches, channel, SENDING);
		struct slot *slot;

		while (sent < SENT_IN_A_TURN && (slot = batches_next(&c.batches, channel)) != NULL) {
			if (is_let_go(slot))
				continue;
			if (channel == LETTER_CHANNEL_MAIL && lines >= LINES)
				break;
			send_letter(slot);
			lines += slot->phase == SENDING;
			sent++;
		}
	}
	sql_end_read(c.process->world.db);
	c.has_more_to_send = sent == SENT_IN_A_TURN;
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
tell(struct telling telling)
{
	if (!str_is_empty(telling.name))
		errands_tell_all(&c.batches.errands, c.arena, telling.name, telling.body);
}

static void
take_answers(void)
{
	struct exchange_answer answer;

	while (c.exchange->take != NULL && c.exchange->take(c.exchange->self, c.arena, &answer)) {
		struct slot *slot = &c.batches.slots[answer.token % LETTERS_UNDER_WAY];

		if (answer.token < SLACK_ASKS)
			tell(slack_lane_hears(&c.slack, c.exchange, c.arena, &answer));
		else if (answer.token < LINK_ASKS_END)
			tell(links_hear(&c.links, c.process, c.exchange, c.arena, &answer));
		else if (slot->phase == SENDING)
			judge(slot, &answer);
	}
	sql_end_read(c.process->world.db);
}

/* --- looking --- */

/* How many more of that channel may be under way. */
static size_t
room_in(enum letter_channel channel)
{
	size_t window = c.lanes[channel].is_down ? 1 : c.lanes[channel].window, taken = batches_under_way(&c.batches, channel);

	return taken < window ? window - taken : 0;
}

/* What is due in a channel: those that cannot wait, then all in their order. */
struct found {
	struct letters_due_now_rows hasty;
	struct letters_due_rows due;
};

/* Those that the writer is being asked for stand among them until it has answered. */
static enum outcome
find_due(enum letter_channel channel, size_t room, struct found *out)
{
	bool is_down = c.lanes[channel].is_down;
	size_t asked = batches_count(&c.batches, channel, TAKING) + batches_count(&c.batches, channel, WANTED);
	size_t most = channel == LETTER_CHANNEL_SLACK ? PACED_AT_ONCE : asked + room;
	struct moment now = clock_wall(&c.process->clock);
	struct db *db = c.process->world.db;
	enum outcome said = sql_begin_read(db);

	if (said == OK)
		said = letters_due_now(db, c.arena, channel, now, is_down ? 1 : NOW_AT_ONCE, &out->hasty);
	if (said == OK && room > 0)
		said = letters_due(db, c.arena, channel, now, (int64_t)most, &out->due);
	sql_end_read(db);
	if (said != OK)
		LOG(LOG_ERROR, "letters", LOG_TEXT("outcome", outcome_name(said)), LOG_TEXT("store", sql_trouble(db)));
	return said;
}

static bool
take(enum letter_channel channel, const struct due *due, bool is_hasty)
{
	struct slot *slot;

	if (channel == LETTER_CHANNEL_SLACK && (!slack_lane_may(&c.slack, due, now_us())))
		return false;
	slot = batches_want(&c.batches, channel, due->id, now_us());
	if (slot == NULL)
		return false;
	slot->is_hasty = is_hasty;
	slot->is_trial = c.lanes[channel].is_down;
	if (channel == LETTER_CHANNEL_SLACK)
		slack_lane_goes(&c.slack, due, now_us());
	return true;
}

static size_t
take_hasty(enum letter_channel channel, const struct letters_due_now_rows *rows)
{
	size_t taken = 0;

	for (size_t i = 0; i < rows->count; i++)
		taken += take(channel, &(struct due){ rows->at[i].id, rows->at[i].act, rows->at[i].address, rows->at[i].request }, true);
	return taken;
}

static int
by_age(const void *a, const void *b)
{
	int64_t one = ((const struct letters_due_row *)a)->id.value, other = ((const struct letters_due_row *)b)->id.value;

	return (one > other) - (one < other);
}

/* A room reads in the order of what happened, also where an older message was put off for a moment. */
static size_t
take_due(enum letter_channel channel, struct letters_due_rows *rows, size_t room)
{
	size_t taken = 0;

	if (channel == LETTER_CHANNEL_SLACK && rows->count > 1)
		qsort(rows->at, rows->count, sizeof(rows->at[0]), by_age);

	for (size_t i = 0; i < rows->count && taken < room; i++)
		taken += take(channel, &(struct due){ rows->at[i].id, rows->at[i].act, rows->at[i].address, rows->at[i].request }, false);
	return taken;
}

/* A channel that rests is tried with one letter, and not again until that one is answered. */
static bool
may_look(const struct lane *lane, size_t room)
{
	return lane->is_open && (!lane->is_down || (now_us() >= lane->try_at_us && room > 0));
}

static size_t
take_found(enum letter_channel channel, struct found *found, size_t room)
{
	struct lane *lane = &c.lanes[channel];
	size_t taken = take_hasty(channel, &found->hasty);

	if (!lane->is_down || found->hasty.count == 0)
		taken += take_due(channel, &found->due, room);
	if (lane->is_down && taken > 0) {
		lane->is_tried = true;
		lane->try_at_us = now_us() + MOST_REST_MS * 1000;
	}
	return taken;
}

static void
look_in(enum letter_channel channel)
{
	struct lane *lane = &c.lanes[channel];
	struct found found = { 0 };
	size_t room = room_in(channel), taken;

	lane->look_at_us = now_us() + LOOK_MS * 1000;
	if (!may_look(lane, room) || find_due(channel, room, &found) != OK)
		return;
	taken = take_found(channel, &found, room);
	lane->has_more = channel == LETTER_CHANNEL_MAIL && taken > 0 && taken >= room;
	if (taken > 0)
		lane->look_at_us = now_us() + LOOK_LEAST_MS * 1000;
	else if (found.hasty.count + found.due.count > 0)
		lane->look_at_us = now_us() + LOOK_PACED_MS * 1000;
}

static bool
is_time_to_look(enum letter_channel channel)
{
	const struct lane *lane = &c.lanes[channel];

	return now_us() >= lane->look_at_us || (lane->has_more && room_in(channel) >= lane->window / 2);
}

/* Nothing is taken while there is no token that is good; what was found out about it is told. */
static void
tend_slack(void)
{
	if (!c.has_slack)
		return;
	slack_lane_keeps_up(&c.slack, c.exchange, c.process, c.arena);
	slack_lane_asks(&c.slack, c.exchange, c.arena, now_us());
	slack_rooms_ask(&c.slack, c.process, c.exchange, c.arena);
	tell(slack_lane_news(&c.slack, c.arena));
	c.lanes[LETTER_CHANNEL_SLACK].is_open = !slack_lane_rests(&c.slack);
}

static void
look(void)
{
	tend_slack();
	tell(links_look(&c.links, c.process, c.exchange, c.arena));
	for (int i = LETTER_CHANNEL_NONE + 1; i < LETTER_CHANNEL_COUNT; i++) {
		enum letter_channel channel = (enum letter_channel)i;

		if (c.batches.is_any_gone[i])
			lane_goes_untried(channel);
		c.batches.is_any_gone[i] = false;
		if (is_time_to_look(channel))
			look_in(channel);
	}
}

/* When the next look is due, sooner if a writer rang. */
static int64_t
next_look_us(void)
{
	int64_t next = now_us() + LOOK_MS * 1000, sooner = now_us() + LOOK_LEAST_MS * 1000;

	for (int i = LETTER_CHANNEL_NONE + 1; i < LETTER_CHANNEL_COUNT; i++) {
		if (c.batches.errands.is_rung && c.lanes[i].look_at_us > sooner)
			c.lanes[i].look_at_us = sooner;
		if (c.lanes[i].look_at_us < next)
			next = c.lanes[i].look_at_us;
	}
	c.batches.errands.is_rung = false;
	return next;
}

static void
succeed(void)
{
	struct buf holder = buf_new(c.arena, BODY_BYTES);

	buf_whole(&holder, errands_holder(&c.batches.errands));
	errands_tell_all(&c.batches.errands, c.arena, LETTER_FORSAKEN, buf_str(&holder));
}

void
courier_begin(struct process *process, struct exchange *exchange)
{
	c = (struct courier){ .process = process, .exchange = exchange };
	arena_open(TURN_ARENA, &c.arena);
	batches_open(&c.batches, process);
	c.lanes[LETTER_CHANNEL_MAIL].window = WINDOW_LEAST;
	c.lanes[LETTER_CHANNEL_SLACK].window = WINDOW_LEAST;
	c.lanes[LETTER_CHANNEL_MAIL].is_open = mail_lane_open(&c.mail, process->arena, &process->orders);
	c.has_slack = slack_lane_open(&c.slack, process) && exchange->start != NULL;
	succeed();
}

int64_t
courier_turn(void)
{
	batches_run(&c.batches, c.arena);
	take_answers();
	send_taken();
	look();
	batches_run(&c.batches, c.arena);
	arena_reset(c.arena);
	return c.has_more_to_send ? now_us() : next_look_us();
}

bool
courier_wants_network(void)
{
	return c.links.wants_network;
}

void
courier_end(void)
{
	errands_close(&c.batches.errands);
	arena_close(&c.arena);
}
