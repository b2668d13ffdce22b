/* Headings of a file to fields of a form, and to a programme's own questions. */
#include "exchange/columns.h"

#include "base/arena.h"
#include "base/check.h"
#include "exchange/form.h"
#include "exchange/cells.h"
#include "formats/complaints.h"
#include "formats/text.h"

enum { SHOWN_CHARACTERS = 60, ROOM_FIRST = 64 };

enum column_kind { PERSON, REQUEST, APPLICATION };

static const struct column {
	enum column_kind kind;
	struct str field;
	const char *headings;
} columns[] = {
#define COLUMN(kind, field, headings) { kind, S_STATIC(field), headings },
#include "exchange/columns.def"
#undef COLUMN
};

static enum column_kind
column_kind_of(enum import_kind kind)
{
	return kind == IMPORT_KIND_REQUESTS ? REQUEST : kind == IMPORT_KIND_APPLICATIONS ? APPLICATION : PERSON;
}

const struct form *
import_form(enum import_kind kind)
{
	static const struct form *const forms[] = { [PERSON] = &import_person_form, [REQUEST] = &import_request_form, [APPLICATION] = &import_application_form };

	return forms[column_kind_of(kind)];
}

size_t
import_slot_named(const struct import_slots *slots, struct str name)
{
	for (size_t i = 0; i < slots->count; i++)
		if (str_equal(slots->at[i].name, name))
			return i;
	return slots->count;
}

/* Room for one more; what grew before is left to the arena. */
static void *
grown(struct arena *arena, const void *at, size_t count, size_t *room, size_t size)
{
	void *more;

	*room = count == 0 ? ROOM_FIRST : 2 * count;
	more = arena_take_many(arena, *room, size);
	if (count > 0)
		memcpy(more, at, count * size);
	return more;
}

size_t
import_slot_add(struct import_slots *slots, const struct import_slot *slot)
{
	if (slots->count == slots->room)
		slots->at = grown(slots->arena, slots->at, slots->count, &slots->room, sizeof(*slots->at));
	slots->at[slots->count] = *slot;
	return slots->count++;
}

void
import_heading_add(struct import_slots *slots, size_t slot, struct str heading)
{
	struct str key = exchange_header_key(slots->arena, heading);

	if (str_is_empty(key))
		return;
	if (slots->heading_count == slots->heading_room)
		slots->headings = grown(slots->arena, slots->headings, slots->heading_count, &slots->heading_room, sizeof(*slots->headings));
	slots->headings[slots->heading_count++] = (struct import_heading){ slot, key };
}

void
import_slots_fixed(struct arena *arena, enum import_kind kind, struct import_slots *out)
{
	const struct form *form = import_form(kind);

	*out = (struct import_slots){ .arena = arena };
	for (size_t i = 0; i < form->count; i++)
		(void)import_slot_add(out, &(struct import_slot){ .name = form->fields[i].name, .words = form->fields[i].label, .sides = IMPORT_SIDES_ALL,
		    .is_required = form->fields[i].is_required });
}

void
import_headings_fixed(struct import_slots *slots, enum import_kind kind)
{
	enum column_kind of = column_kind_of(kind);

	for (size_t i = 0; i < ARRAY_LENGTH(columns); i++) {
		struct str rest = str_from(columns[i].headings), heading;

		while (columns[i].kind == of && str_next(&rest, '|', &heading))
			import_heading_add(slots, import_slot_named(slots, columns[i].field), heading);
	}
}

struct reading {
	const struct csv_record *header;
	struct str keys[CSV_CELLS];
	struct complaints *complaints;
	struct import_map *map;
};

static size_t
column_called(const struct reading *r, struct str key)
{
	for (size_t i = 0; i < r->header->count; i++)
		if (!str_is_empty(key) && str_equal(r->keys[i], key))
			return i;
	return r->header->count;
}

/* "#2" is the second column, whatever it is headed. */
static size_t
column_meant(const struct reading *r, struct arena *arena, struct str heading)
{
	int64_t number;

	if (str_starts(heading, S("#")) && str_whole(str_skip(heading, 1), &number))
		return number >= 1 && number <= (int64_t)r->header->count ? (size_t)number - 1 : r->header->count;
	return column_called(r, exchange_header_key(arena, heading));
}

/* By a field of that side. */
static bool
is_taken(const struct import_map *map, size_t column, unsigned sides)
{
	for (size_t i = 0; i < map->slots.count; i++)
		if (map->slots.at[i].place == column + 1 && (map->slots.at[i].sides & sides) != 0)
			return true;
	return map->is_ignored[column];
}

/* Every field of that name, one a side; false if one has a column already. */
static bool
give(struct import_map *map, struct str name, size_t column)
{
	bool is_free = true;

	for (size_t i = 0; i < map->slots.count; i++) {
		struct import_slot *slot = &map->slots.at[i];

		if (!str_equal(slot->name, name))
			continue;
		is_free = is_free && slot->place == 0;
		slot->place = column + 1;
	}
	return is_free;
}

/* "Header=field" */
static void
take_wish(struct reading *r, struct arena *arena, struct str pair)
{
	size_t equals = str_find(pair, '='), column;
	struct str heading = str_trim(str_head(pair, equals)), name = str_trim(str_skip(pair, equals + 1)), shown = text_head(name, SHOWN_CHARACTERS);
	struct place at = { (long)r->header->line, 1 };

	column = column_meant(r, arena, heading);
	heading = text_head(heading, SHOWN_CHARACTERS);
	if (equals == pair.length)
		complaints_add(r->complaints, at, "\"%.*s\" names no field: write Heading=field", STR_FORMAT(heading));
	else if (column == r->header->count)
		complaints_add(r->complaints, at, "no column is headed \"%.*s\"", STR_FORMAT(heading));
	else if (str_equal(name, S("-")))
		r->map->is_ignored[column] = true;
	else if (import_slot_named(&r->map->slots, name) == r->map->slots.count)
		complaints_add(r->complaints, at, "\"%.*s\" is no field of this kind of file", STR_FORMAT(shown));
	else if (!give(r->map, name, column))
		complaints_add(r->complaints, at, "\"%.*s\" is named twice", STR_FORMAT(shown));
}

static void
take_headings(struct reading *r)
{
	struct import_slots *slots = &r->map->slots;

	for (size_t i = 0; i < slots->heading_count; i++) {
		struct import_slot *slot = &slots->at[slots->headings[i].slot];
		size_t column = slot->place != 0 ? r->header->count : column_called(r, slots->headings[i].key);

		if (column < r->header->count && !is_taken(r->map, column, slot->sides))
			slot->place = column + 1;
	}
}

static void
judge_twice(struct reading *r)
{
	for (size_t i = 0; i < r->header->count; i++)
		for (size_t k = 0; k < i; k++)
			if (!str_is_empty(r->keys[i]) && str_equal(r->keys[i], r->keys[k]) && is_taken(r->map, k, IMPORT_SIDES_ALL) &&
			    !is_taken(r->map, i, IMPORT_SIDES_ALL) && !r->map->is_ignored[k]) {
				struct str shown = text_head(r->header->cells[i], SHOWN_CHARACTERS);

				complaints_add(r->complaints, (struct place){ (long)r->header->line, (long)i + 1 }, "two columns are headed \"%.*s\"", STR_FORMAT(shown));
			}
}

static void
judge_missing(struct reading *r)
{
	struct place at = { (long)r->header->line, 1 };

	for (size_t i = 0; i < r->map->slots.count; i++) {
		const struct import_slot *slot = &r->map->slots.at[i];
		struct str words = text_head(slot->words, SHOWN_CHARACTERS);

		if (!slot->is_required || slot->place != 0)
			continue;
		if (slot->is_question)
			complaints_add(r->complaints, at, "no column answers \"%.*s\"; name it by its number, like #2=%.*s", STR_FORMAT(words), STR_FORMAT(slot->name));
		else
			complaints_add(r->complaints, at, "no column is headed like \"%.*s\"; name it with Heading=%.*s", STR_FORMAT(slot->name), STR_FORMAT(slot->name));
	}
}

void
import_map_read(struct arena *arena, struct str wish, const struct csv_record *header, struct complaints *complaints, struct import_map *map)
{
	struct reading r = { .header = header, .complaints = complaints, .map = map };
	struct str pair;

	map->width = header->count;
	for (size_t i = 0; i < header->count; i++)
		r.keys[i] = exchange_header_key(arena, header->cells[i]);
	while (str_next(&wish, ',', &pair))
		if (!str_is_empty(str_trim(pair)))
			take_wish(&r, arena, pair);
	take_headings(&r);
	judge_twice(&r);
	judge_missing(&r);
	for (size_t i = 0; i < header->count; i++)
		if ((map->is_ignored[i] || !is_taken(map, i, IMPORT_SIDES_ALL)) && !str_is_empty(header->cells[i]))
			map->unused[map->unused_count++] = str_copy(arena, text_head(header->cells[i], SHOWN_CHARACTERS));
}
