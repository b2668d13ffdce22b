/* The chain over the record (TRUST.md T27). Each programme has its own; a link is SHA-256 over the link before it, its place and all that
 * the event holds. The writer makes links when it has time, never in the transaction that made the event (HOUSE.md 4). */
#include "access/record.h"

#include <string.h>

#include "access/store.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "http/routes.h"
#include "secrets/secrets.h"

enum { SEALS_AT_ONCE = 200, LINK_BYTES = 8 << 10, CHECKED_AT_ONCE = 500, CHECK_ARENA = 32 << 20 };

/* What a link is made of, in the words of one event. */
struct linked {
	struct event_id id;
	struct programme_id programme;
	struct request_id request;
	struct person_id person, actor;
	struct str kind, detail, before, after;
	struct moment happened_at;
};

static void
add_text(struct buf *out, struct str text)
{
	buf_format(out, "%zu:", text.length);
	buf_add(out, text);
	buf_char(out, '\n');
}

/* Every field with its length or its end, so that no two events print alike. */
static struct hash
link_of(struct arena *arena, struct str before, int64_t place, const struct linked *event)
{
	struct buf out = buf_new(arena, LINK_BYTES);

	add_text(&out, before);
	buf_format(&out, "%lld\n%lld\n%lld\n%lld\n%lld\n%lld\n", (long long)place, (long long)event->id.value, (long long)event->programme.value,
	    (long long)event->request.value, (long long)event->person.value, (long long)event->actor.value);
	add_text(&out, event->kind);
	add_text(&out, event->detail);
	add_text(&out, event->before);
	add_text(&out, event->after);
	buf_whole(&out, event->happened_at.us);
	return hash_of(buf_str(&out));
}

/* Continues the chain of the event's programme. */
static enum outcome
seal_one(struct visit *v, const struct events_unsealed_row *row)
{
	struct linked event = {
		.id = row->id, .programme = row->programme, .request = row->request, .person = row->person, .actor = row->actor, .kind = row->kind,
		.detail = row->detail, .before = row->state_before, .after = row->state_after, .happened_at = row->happened_at,
	};
	struct seal_head_row head = { .place = 0 };
	enum outcome said = seal_head(v->db, v->arena, row->programme.value, &head);
	struct hash hash;
	int64_t done;

	if (said != OK && said != NOT_FOUND)
		return said;
	hash = link_of(v->arena, head.hash, head.place + 1, &event);
	TRY(seal_add(v->db, &(struct seal_add_values){
	    .event = row->id, .programme = row->programme.value, .place = head.place + 1, .hash = hash_bytes(&hash), .now = v->now }));
	return seal_done(v->db, row->id, &done);
}

/* A command of the writer: the next links. Two writers of PostgreSQL at once collide on a place, and one of them tries again. */
enum outcome
record_seal(struct visit *v)
{
	struct events_unsealed_rows rows;

	TRY(events_unsealed(v->db, v->arena, SEALS_AT_ONCE, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(seal_one(v, &rows.at[i]));
	return OK;
}

/* --- the check --- */

struct findings
findings_new(struct arena *arena)
{
	return (struct findings){ .arena = arena, .lines = { .at = ARENA_MANY(arena, FINDINGS_MOST, struct str) } };
}

void
finding_add(struct findings *found, const char *what, int64_t id)
{
	found->count++;
	if (found->lines.count == FINDINGS_MOST)
		return;
	found->lines.at[found->lines.count++] = id == 0 ? str_from(what)
	    : str_join(found->arena, 3, (struct str[]){ str_from(what), S(": "), id_print(found->arena, id) });
}

/* Where the check is in the chain. */
struct walk {
	int64_t programme, place;
	struct hash last;             /* the link before */
	size_t last_length;           /* 0: this is the first */
};

static void
check_link(struct arena *arena, const struct seals_of_row *row, struct walk *walk, struct findings *found)
{
	struct linked event = {
		.id = row->event, .programme = row->programme, .request = row->request, .person = row->person, .actor = row->actor, .kind = row->kind,
		.detail = row->detail, .before = row->state_before, .after = row->state_after, .happened_at = row->happened_at,
	};
	struct str last = str_head(row->hash, HASH_BYTES);
	struct hash hash;

	if (row->chain != walk->programme)
		*walk = (struct walk){ .programme = row->chain };
	if (row->place != walk->place + 1)
		finding_add(found, "the record lacks a link before this event", row->event.value);
	if (row->is_gone)
		finding_add(found, "an event of the record is gone", row->event.value);
	hash = link_of(arena, str_head(hash_bytes(&walk->last), walk->last_length), row->place, &event);
	/* An event whose words were taken out keeps its link, which cannot be made again without them; those behind it hold it in its place. */
	if (!row->is_gone && !row->is_erased && row->place == walk->place + 1 && !str_equal(hash_bytes(&hash), row->hash))
		finding_add(found, "an event of the record was changed", row->event.value);
	walk->place = row->place;
	walk->last_length = last.length;
	memcpy(walk->last.bytes, last.at, last.length);
}

/* However long the record is, no more than the links of one step stand in memory. */
static enum outcome
check_links(struct visit *v, struct arena *arena, struct findings *found)
{
	struct walk walk = { .programme = -1 };
	struct seals_of_rows rows;

	do {
		arena_reset(arena);
		TRY(seals_of(v->db, arena, walk.programme, walk.place, CHECKED_AT_ONCE, &rows));
		for (size_t i = 0; i < rows.count; i++)
			check_link(arena, &rows.at[i], &walk, found);
	} while (rows.count == CHECKED_AT_ONCE);
	return OK;
}

enum outcome
record_check(struct visit *v, struct findings *found)
{
	struct events_lost_row lost;
	struct arena *arena;
	enum outcome said;

	arena_open(CHECK_ARENA, &arena);
	said = check_links(v, arena, found);
	arena_close(&arena);
	TRY(said);
	TRY(events_lost(v->db, v->arena, &lost));
	if (lost.events > 0)
		finding_add(found, "events of the record that neither have a link nor wait for one", lost.first.value);
	return OK;
}
