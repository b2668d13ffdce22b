/* The same bytes for the same set: columns in their order, rows sorted, lists sorted where their order is no datum. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "formats/csv.h"
#include "matching/read_people.h"
#include "secrets/secrets.h"

#define CANONICAL_BYTES ((size_t)4 << 30)    /* what the largest files may come to; a buffer takes only what it holds */

enum { LIST_BYTES = 1 << 20, LISTS_BYTES = 16 << 20, NUMBER_BYTES = 32, HASH_TEXT_BYTES = 128 };

/* The room holds the digits; a buffer of its own a number would come to gigabytes. */
static struct str
number(char room[NUMBER_BYTES], int64_t value)
{
	return (struct str){ room, (size_t)snprintf(room, NUMBER_BYTES, "%lld", (long long)value) };
}

static struct str
hex(char room[NUMBER_BYTES], uint64_t value, bool is_given)
{
	return (struct str){ room, is_given ? (size_t)snprintf(room, NUMBER_BYTES, "%llx", (unsigned long long)value) : 0 };
}

static struct str
list(struct arena *arena, const struct str_list *tokens)
{
	struct buf out = buf_new(arena, LIST_BYTES);

	for (size_t i = 0; i < tokens->count; i++) {
		if (i > 0)
			buf_char(&out, ';');
		buf_add(&out, tokens->at[i]);
	}
	return buf_str(&out);
}

static struct str
gender(enum match_gender value)
{
	static const struct str words[] = { [MATCH_GENDER_UNKNOWN] = S_STATIC(""), [MATCH_WOMAN] = S_STATIC("f"), [MATCH_MAN] = S_STATIC("m"),
		[MATCH_OTHER] = S_STATIC("x") };

	return words[value];
}

static struct str
preference(enum match_preference value)
{
	static const struct str words[] = { [MATCH_PREFERS_UNKNOWN] = S_STATIC(""), [MATCH_PREFERS_ANY] = S_STATIC("any"),
		[MATCH_PREFERS_WOMEN] = S_STATIC("f"), [MATCH_PREFERS_MEN] = S_STATIC("m") };

	return words[value];
}

static void
print_person(struct buf *out, struct arena *arena, const struct matching_person *one)
{
	const struct match_person *p = &one->person;
	char capacity[NUMBER_BYTES], zone[NUMBER_BYTES], hours[NUMBER_BYTES], slots[NUMBER_BYTES];
	int64_t minutes;
	struct str cells[PEOPLE_COLUMNS] = {
		[PEOPLE_ID] = p->id,
		[PEOPLE_ROLE] = one->is_mentor ? S("mentor") : S("mentee"),
		[PEOPLE_CAPACITY] = p->capacity < 0 ? S("") : number(capacity, p->capacity),
		[PEOPLE_GENDER] = gender(p->gender),
		[PEOPLE_GENDER_PREF] = preference(p->prefers),
		[PEOPLE_LANGS] = list(arena, &p->langs),
		[PEOPLE_TZ] = str_whole(one->zone_minutes, &minutes) ? number(zone, minutes) : S(""),
		[PEOPLE_HOURS] = hex(hours, p->hours, p->has_hours),
		[PEOPLE_SKILLS] = list(arena, &p->skills),
		[PEOPLE_GOALS] = list(arena, &p->goals),
		[PEOPLE_PROJECT] = p->project,
		[PEOPLE_RANKED] = one->ranked,
		[PEOPLE_SLOTS] = hex(slots, p->slots, one->has_slots),
		[PEOPLE_THEMES] = list(arena, &p->themes),
	};

	csv_row_plain(out, PEOPLE_COLUMNS, cells);
}

static void
print_people(struct buf *out, const struct matching_input *input)
{
	struct arena *scratch;        /* for the lists of one person at a time */

	csv_row_plain(out, PEOPLE_COLUMNS, matching_people_columns);
	arena_open(LISTS_BYTES, &scratch);
	for (size_t i = 0; i < input->people_count; i++) {
		print_person(out, scratch, &input->people[i]);
		arena_reset(scratch);
	}
	arena_close(&scratch);
}

static void
print_rows(struct buf *out, const struct match_cohort *c)
{
	buf_add(out, S("mentee,mentor,score\n"));
	for (size_t i = 0; i < c->row_count; i++) {
		const struct match_row *row = &c->rows[i];
		char score[NUMBER_BYTES];

		csv_row_plain(out, 3, (struct str[]){ c->mentees.at[row->mentee].id, c->mentors.at[row->mentor].id, number(score, row->score) });
	}
}

/* The column of overrides is there only where one overrides: a set without any is the same with and without it. */
static void
print_pins(struct buf *out, const struct match_cohort *c, const struct match_pin *pins, size_t count)
{
	bool overrides = false;

	for (size_t i = 0; i < count; i++)
		overrides = overrides || pins[i].overrides;
	csv_row_plain(out, overrides ? 3 : 2, (struct str[]){ S("mentee"), S("mentor"), S("override") });
	for (size_t i = 0; i < count; i++)
		csv_row_plain(out, overrides ? 3 : 2, (struct str[]){ c->mentees.at[pins[i].mentee].id, c->mentors.at[pins[i].mentor].id,
		    pins[i].overrides ? S("1") : S("") });
}

static void
print_slots(struct buf *out, const struct matching_input *input)
{
	buf_add(out, S("slot,venue,max_groups\n"));
	for (size_t h = 0; h < input->cohort.slot_count; h++) {
		char slot[NUMBER_BYTES], most[NUMBER_BYTES];
		struct str name = { slot, (size_t)snprintf(slot, sizeof(slot), "s%zu", h) };

		csv_row_plain(out, 3, (struct str[]){ name, input->venues[h], number(most, input->cohort.slot_groups[h]) });
	}
}

bool
matching_is_input(size_t kind, bool is_groups)
{
	if (kind == MATCHING_PINNED || kind == MATCHING_BLOCKED)
		return !is_groups;
	return kind == MATCHING_PEOPLE || kind == MATCHING_PAIRS || (kind == MATCHING_SLOTS && is_groups);
}

struct str
matching_kind_name(size_t kind)
{
	static const struct str names[MATCHING_KINDS] = { [MATCHING_PEOPLE] = S_STATIC("people"), [MATCHING_PAIRS] = S_STATIC("pairs"),
		[MATCHING_PINNED] = S_STATIC("pinned"), [MATCHING_BLOCKED] = S_STATIC("blocked"), [MATCHING_SLOTS] = S_STATIC("slots"),
		[MATCHING_RESULT] = S_STATIC("result"), [MATCHING_CERTIFICATE] = S_STATIC("certificate"), [MATCHING_REASONS] = S_STATIC("reasons") };

	return names[kind];
}

struct str
matching_file_name(size_t kind)
{
	static const struct str names[MATCHING_KINDS] = { [MATCHING_PEOPLE] = S_STATIC("people.csv"), [MATCHING_PAIRS] = S_STATIC("pairs.csv"),
		[MATCHING_PINNED] = S_STATIC("pinned.csv"), [MATCHING_BLOCKED] = S_STATIC("blocked.csv"), [MATCHING_SLOTS] = S_STATIC("slots.csv"),
		[MATCHING_RESULT] = S_STATIC("result.csv"), [MATCHING_CERTIFICATE] = S_STATIC("certificate.json"),
		[MATCHING_REASONS] = S_STATIC("reasons.json") };

	return names[kind];
}

struct str
matching_hash(struct arena *arena, struct str bytes)
{
	struct hash hash = hash_of(bytes);
	struct str raw = hash_bytes(&hash);
	struct buf out = buf_new(arena, HASH_TEXT_BYTES);

	buf_add(&out, S("sha256:"));
	for (size_t i = 0; i < raw.length; i++)
		buf_format(&out, "%02x", (unsigned char)raw.at[i]);
	return buf_str(&out);
}

struct str
matching_canonical(struct arena *arena, const struct matching_input *input, enum matching_kind kind)
{
	struct buf out = buf_new(arena, CANONICAL_BYTES);
	const struct match_cohort *c = &input->cohort;

	if (kind == MATCHING_PEOPLE)
		print_people(&out, input);
	else if (kind == MATCHING_PAIRS)
		print_rows(&out, c);
	else if (kind == MATCHING_PINNED)
		print_pins(&out, c, c->pins, c->pin_count);
	else if (kind == MATCHING_SLOTS)
		print_slots(&out, input);
	else
		print_pins(&out, c, c->blocks, c->block_count);
	return buf_str(&out);
}
