/* slots.csv: s0, s1, … without a gap, and how many groups may meet in each. */
#include "base/arena.h"
#include "base/buf.h"
#include "matching/read_people.h"
#include "matching/sheet.h"

enum { WORDS_BYTES = 200 };
enum { SLOTS_SLOT, SLOTS_VENUE, SLOTS_GROUPS, SLOTS_COLUMNS };

static const struct str slot_columns[SLOTS_COLUMNS] = { S_STATIC("slot"), S_STATIC("venue"), S_STATIC("max_groups") };

/* The number of "s12"; false for anything else, and for a number written with a zero in front. */
static bool
read_slot(struct str cell, int64_t *slot)
{
	struct str digits = str_skip(cell, 1);

	return str_starts(cell, S("s")) && digits.length > 0 && digits.at[0] != '-' && (digits.at[0] != '0' || digits.length == 1)
	    && str_whole(digits, slot) && *slot < MATCH_SLOTS;
}

/* One record; lines: where each slot stands. */
static void
take_slot(struct sheet *sheet, struct matching_input *input, size_t lines[MATCH_SLOTS])
{
	static const int64_t range[] = { 0, MATCH_SLOT_GROUPS };
	struct str cell = sheet_cell(sheet, SLOTS_SLOT);
	int64_t slot, most = 0;
	bool has_most = sheet_whole(sheet, SLOTS_GROUPS, sheet_cell(sheet, SLOTS_GROUPS), range, &most);

	if (!read_slot(cell, &slot)) {
		sheet_refuses(sheet, SLOTS_SLOT, cell, S("is no slot from s0 to s63"));
		return;
	}
	if (lines[slot] != 0) {
		sheet_refuses(sheet, SLOTS_SLOT, cell, S("is there already"));
		return;
	}
	lines[slot] = sheet->record.line;
	input->venues[slot] = sheet_cell(sheet, SLOTS_VENUE);
	input->cohort.slot_groups[slot] = has_most ? (int32_t)most : 0;
	if ((size_t)slot + 1 > input->cohort.slot_count)
		input->cohort.slot_count = (size_t)slot + 1;
}

static struct str
slot_name(struct arena *arena, const char *before, size_t slot, const char *after)
{
	struct buf out = buf_new(arena, WORDS_BYTES);

	buf_format(&out, "%ss%zu%s", before, slot, after);
	return buf_str(&out);
}

/* Bits of slots that are not there; told at people.csv, whose columns stand where its own header says. */
static void
judge_people(struct sheet *people, const struct matching_input *input)
{
	size_t count = input->cohort.slot_count;

	for (size_t i = 0; i < input->people_count; i++) {
		const struct matching_person *one = &input->people[i];

		if (count < MATCH_SLOTS && one->person.slots >> count != 0)
			sheet_says_at(people, one->line, PEOPLE_SLOTS, slot_name(people->arena, "has a bit beyond the last slot, ", count - 1, ""));
	}
}

void
matching_read_slots(struct arena *arena, const struct matching_file files[MATCHING_KINDS], struct matching_input *input)
{
	struct sheet sheet = { .arena = arena, .file = &files[MATCHING_SLOTS], .kind = MATCHING_SLOTS, .problems = input->problems,
		.columns = slot_columns, .column_count = SLOTS_COLUMNS };
	/* Its problems and warnings were told when it was read: here only its header is wanted. */
	struct matching_problems *told = ARENA_NEW(arena, struct matching_problems);
	struct sheet people = { .arena = arena, .file = &files[MATCHING_PEOPLE], .kind = MATCHING_PEOPLE, .problems = told,
		.columns = matching_people_columns, .column_count = PEOPLE_COLUMNS };
	size_t lines[MATCH_SLOTS] = { 0 };

	input->cohort.slot_groups = ARENA_MANY(arena, MATCH_SLOTS, int32_t);
	input->venues = ARENA_MANY(arena, MATCH_SLOTS, struct str);
	told->arena = arena;
	if (!sheet_open(&sheet, 0))
		return;
	while (sheet_next(&sheet))
		take_slot(&sheet, input, lines);
	for (size_t h = 0; h < input->cohort.slot_count; h++)
		if (lines[h] == 0)
			sheet_says_whole(&sheet, 1, S("slot"), slot_name(arena, "a gap: there is no ", h, ""));
	if (!sheet_open(&people, 0))
		return;
	people.problems = input->problems;
	if (input->cohort.slot_count > 0)
		judge_people(&people, input);
}
