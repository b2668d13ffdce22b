/* Taking and settling many letters in one command. Trouble with one undoes the whole command: then each is asked about alone, so that the
 * outcome of each is its own. A settlement may be repeated: the number of the hold keeps it from counting twice. */
#include "daemon/courier_batch.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/check.h"
#include "daemon/letters.h"

enum { ASKS_MOST = 3, BODY_BYTES = ERRAND_BODY_MAX - 1 };

static bool
is_settling(size_t place)
{
	return place >= BATCHES / 2;
}

/* --- answers --- */

static void
drop(struct batches *b, struct slot *slot)
{
	b->is_any_gone[slot->channel] = b->is_any_gone[slot->channel] || slot->phase == TAKING;
	slot->phase = FREE;
}

/* What the writer did not do, or did and could not say: asked again, alone. Given up, the lease decides. */
static void
ask_again(struct batches *b, struct slot *slot)
{
	if (++slot->asks >= ASKS_MOST) {
		drop(b, slot);
		return;
	}
	slot->is_alone = true;
	slot->phase = slot->phase == TAKING ? WANTED : ENDED;
}

static void
is_answered(struct batches *b, struct slot *slot, struct str *words)
{
	struct str word;

	if (slot->phase == SETTLING || !str_next(words, ' ', &word) || !str_whole(word, &slot->hold) || slot->hold == 0) {
		drop(b, slot);
		return;
	}
	slot->phase = TAKEN;
	slot->is_alone = false;
	slot->asks = 0;
	slot->turn = b->turn++;
	slot->taken_at_us = clock_monotonic_us(&b->errands.process->clock);
}

static void
on_answer(void *self, size_t place, int status, struct str words)
{
	struct batches *b = self;
	struct batch *batch = &b->at[place];

	for (size_t i = 0; i < batch->count; i++) {
		if (status == 200)
			is_answered(b, batch->slots[i], &words);
		else
			ask_again(b, batch->slots[i]);
	}
	batch->count = 0;
}

/* --- commands --- */

static void
gather(struct batches *b, struct batch *batch, enum phase phase)
{
	batch->count = 0;
	for (size_t i = 0; i < LETTERS_UNDER_WAY && batch->count < BATCH_MOST; i++) {
		struct slot *slot = &b->slots[i];

		if (slot->phase != phase || (slot->is_alone && batch->count > 0))
			continue;
		batch->slots[batch->count++] = slot;
		if (slot->is_alone)
			return;
	}
}

/* By id, so that two servers on one database that want the same letters do not wait for each other. */
static void
put_in_order(struct batch *batch)
{
	for (size_t i = 1; i < batch->count; i++)
		for (size_t k = i; k > 0 && batch->slots[k - 1]->id.value > batch->slots[k]->id.value; k--) {
			struct slot *other = batch->slots[k];

			batch->slots[k] = batch->slots[k - 1];
			batch->slots[k - 1] = other;
		}
}

static void
say_letter(struct buf *body, struct slot *slot)
{
	if (slot->phase == WANTED)
		buf_format(body, " %lld", (long long)slot->id.value);
	else
		buf_format(body, "%lld %lld %s\n", (long long)slot->id.value, (long long)slot->hold, slot->ending);
	slot->phase = slot->phase == WANTED ? TAKING : SETTLING;
}

static size_t
count_all(const struct batches *b, enum phase phase)
{
	size_t count = 0;

	for (size_t i = 0; i < LETTERS_UNDER_WAY; i++)
		count += b->slots[i].phase == phase;
	return count;
}

/* While one is under way, the next begins when it is worth a turn of the writer's: few syncs, many letters to each. */
static bool
is_worth_it(const struct batches *b, size_t place)
{
	size_t first = is_settling(place) ? BATCHES / 2 : 0;

	for (size_t i = first; i < first + BATCHES / 2; i++)
		if (b->at[i].count > 0)
			return count_all(b, is_settling(place) ? ENDED : WANTED) >= BATCH_MOST / 2;
	return true;
}

static void
ask_for(struct batches *b, struct arena *arena, size_t place)
{
	struct batch *batch = &b->at[place];
	struct buf body = buf_new(arena, BODY_BYTES);

	if (!is_worth_it(b, place))
		return;
	gather(b, batch, is_settling(place) ? ENDED : WANTED);
	if (batch->count == 0)
		return;
	put_in_order(batch);
	if (!is_settling(place))
		buf_whole(&body, errands_holder(&b->errands));
	for (size_t i = 0; i < batch->count; i++)
		say_letter(&body, batch->slots[i]);
	check(!body.is_overflown);
	errand_start(&b->errands, place, batch->slots[0]->id.value, is_settling(place) ? LETTER_SETTLE : LETTER_TAKE, buf_str(&body));
}

void
batches_run(struct batches *b, struct arena *arena)
{
	errands_run(&b->errands, arena);
	for (size_t place = 0; place < BATCHES; place++)
		if (!b->errands.at[place].is_under_way)
			ask_for(b, arena, place);
	errands_run(&b->errands, arena);
}

void
batches_open(struct batches *b, struct process *process)
{
	errands_open(&b->errands, process);
	b->errands.self = b;
	b->errands.answered = on_answer;
}

/* --- slots --- */

struct slot *
batches_want(struct batches *b, enum letter_channel channel, struct letter_id id, int64_t now_us)
{
	struct slot *free = NULL;

	for (size_t i = 0; i < LETTERS_UNDER_WAY; i++) {
		if (b->slots[i].phase == FREE)
			free = free == NULL ? &b->slots[i] : free;
		else if (b->slots[i].id.value == id.value)
			return NULL;
	}
	if (free != NULL)
		*free = (struct slot){ .phase = WANTED, .channel = channel, .id = id, .taken_at_us = now_us };
	return free;
}

/* The words of others may hold anything; a line is a line. */
void
batches_end(struct slot *slot, struct str fate, struct str more)
{
	snprintf(slot->ending, sizeof(slot->ending), "%.*s %.*s", STR_FORMAT(fate), STR_FORMAT(more));
	for (char *c = slot->ending; *c != '\0'; c++)
		if ((unsigned char)*c < ' ')
			*c = ' ';
	slot->phase = ENDED;
	slot->is_alone = false;
	slot->asks = 0;
}

size_t
batches_count(const struct batches *b, enum letter_channel channel, enum phase phase)
{
	size_t count = 0;

	for (size_t i = 0; i < LETTERS_UNDER_WAY; i++)
		count += b->slots[i].phase == phase && b->slots[i].channel == channel;
	return count;
}

size_t
batches_under_way(const struct batches *b, enum letter_channel channel)
{
	size_t count = 0;

	for (size_t i = 0; i < LETTERS_UNDER_WAY; i++)
		count += b->slots[i].phase != FREE && b->slots[i].channel == channel;
	return count;
}

static bool
goes_before(const struct slot *a, const struct slot *b)
{
	return a->is_hasty == b->is_hasty ? a->turn < b->turn : a->is_hasty;
}

struct slot *
batches_next(struct batches *b, enum letter_channel channel)
{
	struct slot *next = NULL;

	for (size_t i = 0; i < LETTERS_UNDER_WAY; i++) {
		struct slot *slot = &b->slots[i];

		if (slot->phase == TAKEN && slot->channel == channel && (next == NULL || goes_before(slot, next)))
			next = slot;
	}
	return next;
}
