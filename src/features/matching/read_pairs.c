/* pairs.csv, pinned.csv, blocked.csv: rows of ids, and what must hold between them. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "matching/read_people.h"
#include "matching/sheet.h"

enum { WORDS_BYTES = 400 };
enum { COLUMN_MENTEE, COLUMN_MENTOR, COLUMN_THIRD, COLUMNS };

static const struct str pair_columns[COLUMNS] = { S_STATIC("mentee"), S_STATIC("mentor"), S_STATIC("score") };
static const struct str pin_columns[COLUMNS] = { S_STATIC("mentee"), S_STATIC("mentor"), S_STATIC("override") };

/* A row of any of the three files. third: its score, or 1 where it overrides. */
struct row {
	uint32_t mentee, mentor;
	int32_t third;
	uint32_t line;
};

struct rows {
	struct sheet sheet;
	struct row *at;
	size_t count;
};

static int
by_pair(const void *left, const void *right)
{
	const struct row *a = left, *b = right;

	if (a->mentee != b->mentee)
		return a->mentee < b->mentee ? -1 : 1;
	if (a->mentor != b->mentor)
		return a->mentor < b->mentor ? -1 : 1;
	return (a->line > b->line) - (a->line < b->line);
}

/* Both people of a row, each checked whatever the other is. */
static bool
read_pair(struct sheet *sheet, const struct matching_input *input, struct row *row)
{
	bool has_mentee = sheet_person(sheet, input, COLUMN_MENTEE, false, &row->mentee);

	row->line = (uint32_t)sheet->record.line;
	return sheet_person(sheet, input, COLUMN_MENTOR, true, &row->mentor) && has_mentee;
}

/* The third field: a score, or "1" for a pin that overrides. */
static bool
read_third(struct sheet *sheet, struct row *row)
{
	static const int64_t scores[] = { 0, MATCH_SCORE };
	struct str cell = sheet_cell(sheet, COLUMN_THIRD);
	int64_t score;

	row->third = 0;
	if (sheet->kind == MATCHING_PAIRS) {
		if (!sheet_whole(sheet, COLUMN_THIRD, cell, scores, &score))
			return false;
		row->third = (int32_t)score;
		return true;
	}
	if (sheet->kind != MATCHING_PINNED || cell.length == 0)
		return true;
	row->third = 1;
	if (!str_equal(cell, S("1")))
		sheet_refuses(sheet, COLUMN_THIRD, cell, S("is not 1"));
	return str_equal(cell, S("1"));
}

/* The records of an open sheet. */
static void
take_rows(struct rows *rows, const struct matching_input *input)
{
	struct sheet *sheet = &rows->sheet;

	while (sheet_next(sheet)) {
		struct row *row = &rows->at[rows->count];

		if (rows->count == MATCH_ROWS) {
			sheet_says_whole(sheet, sheet->record.line, S("file"), S("more than 10000000 rows"));
			return;
		}
		if (read_pair(sheet, input, row) && read_third(sheet, row))
			rows->count++;
	}
}

/* Large files are mostly in order as they come. */
static bool
is_sorted(const struct rows *rows)
{
	for (size_t i = 1; i < rows->count; i++)
		if (by_pair(&rows->at[i - 1], &rows->at[i]) > 0)
			return false;
	return true;
}

/* Reads a file, if it is there, and sorts its rows. */
static void
read_rows(struct rows *rows, struct arena *arena, const struct matching_file *file, enum matching_kind kind, const struct matching_input *input)
{
	size_t most;

	*rows = (struct rows){ .sheet = { .arena = arena, .file = file, .kind = kind, .problems = input->problems,
		.columns = kind == MATCHING_PAIRS ? pair_columns : pin_columns, .column_count = kind == MATCHING_BLOCKED ? COLUMN_THIRD : COLUMNS } };
	if (!file->is_there || !sheet_open(&rows->sheet, kind == MATCHING_PINNED ? 1 : 0))
		return;
	most = sheet_lines_left(&rows->sheet);
	rows->at = ARENA_MANY(arena, (most < MATCH_ROWS ? most : MATCH_ROWS) + 1, struct row);
	take_rows(rows, input);
	if (!is_sorted(rows))
		qsort(rows->at, rows->count, sizeof(rows->at[0]), by_pair);
}

/* `"e1" with "r1"` and words, at the line of that row. */
static void
says_of_pair(struct rows *rows, const struct matching_input *input, const struct row *row, struct str words)
{
	struct arena *arena = rows->sheet.arena;
	struct str parts[] = { matching_quote(arena, input->cohort.mentees.at[row->mentee].id), S(" with "),
		matching_quote(arena, input->cohort.mentors.at[row->mentor].id), S(" "), words };

	sheet_says_whole(&rows->sheet, row->line, S("record"), str_join(arena, sizeof(parts) / sizeof(parts[0]), parts));
}

static struct str
in_line(struct arena *arena, const char *before, uint32_t line)
{
	struct buf out = buf_new(arena, WORDS_BYTES);

	buf_add(&out, str_from(before));
	buf_whole(&out, line);
	return buf_str(&out);
}

static void
judge_twice(struct rows *rows, const struct matching_input *input)
{
	for (size_t i = 1; i < rows->count; i++)
		if (rows->at[i].mentee == rows->at[i - 1].mentee && rows->at[i].mentor == rows->at[i - 1].mentor)
			says_of_pair(rows, input, &rows->at[i], in_line(rows->sheet.arena, "is there already, in line ", rows->at[i - 1].line));
}

/* Both lists are sorted: the row of that pair, or NULL. */
static const struct row *
row_of(const struct rows *rows, const struct row *pair)
{
	for (size_t low = 0, high = rows->count; low < high;) {
		size_t middle = low + (high - low) / 2;
		const struct row *row = &rows->at[middle];

		if (row->mentee == pair->mentee && row->mentor == pair->mentor)
			return row;
		if (row->mentee < pair->mentee || (row->mentee == pair->mentee && row->mentor < pair->mentor))
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static void
judge_pins(struct rows *pins, const struct rows *scores, const struct rows *blocks, const struct matching_input *input)
{
	struct arena *arena = pins->sheet.arena;

	for (size_t i = 0; i < pins->count; i++) {
		const struct row *pin = &pins->at[i], *block = row_of(blocks, pin);

		if (block != NULL)
			says_of_pair(pins, input, pin, in_line(arena, "is blocked as well, in blocked.csv line ", block->line));
		if (pin->third == 0 && row_of(scores, pin) == NULL)
			says_of_pair(pins, input, pin, S("has no score row; with 1 as override it is kept"));
		if (i > 0 && pins->at[i - 1].mentee == pin->mentee && pins->at[i - 1].mentor != pin->mentor)
			sheet_says_at(&pins->sheet, pin->line, COLUMN_MENTEE, str_join(arena, 2, (struct str[]){
			    matching_quote(arena, input->cohort.mentees.at[pin->mentee].id),
			    in_line(arena, " is pinned already, in line ", pins->at[i - 1].line) }));
	}
}

/* Said once a mentor, at the last of the pins by line. */
static void
judge_seats(struct rows *pins, const struct matching_input *input)
{
	const struct match_side *mentors = &input->cohort.mentors;
	uint32_t *held = ARENA_MANY(pins->sheet.arena, mentors->count + 1, uint32_t);
	uint32_t *last = ARENA_MANY(pins->sheet.arena, mentors->count + 1, uint32_t);

	for (size_t i = 0; i < pins->count; i++) {
		const struct row *pin = &pins->at[i];

		held[pin->mentor]++;
		last[pin->mentor] = pin->line > last[pin->mentor] ? pin->line : last[pin->mentor];
	}
	for (size_t j = 0; j < mentors->count; j++) {
		struct buf words;

		if (held[j] <= (uint32_t)match_capacity(&mentors->at[j]))
			continue;
		words = buf_new(pins->sheet.arena, WORDS_BYTES);
		buf_format(&words, "%.*s has capacity %d but %u pins", STR_FORMAT(mentors->at[j].id), match_capacity(&mentors->at[j]), held[j]);
		sheet_says_at(&pins->sheet, last[j], COLUMN_MENTOR, buf_str(&words));
	}
}

static struct match_pin *
pins_of(struct arena *arena, const struct rows *rows)
{
	struct match_pin *pins = ARENA_MANY(arena, rows->count + 1, struct match_pin);

	for (size_t i = 0; i < rows->count; i++)
		pins[i] = (struct match_pin){ rows->at[i].mentee, rows->at[i].mentor, rows->at[i].third != 0 };
	return pins;
}

static void
fill_cohort(struct arena *arena, struct match_cohort *cohort, const struct rows *scores, const struct rows *pins, const struct rows *blocks)
{
	cohort->rows = ARENA_MANY(arena, scores->count + 1, struct match_row);
	for (size_t i = 0; i < scores->count; i++)
		cohort->rows[i] = (struct match_row){ scores->at[i].mentee, scores->at[i].mentor, scores->at[i].third };
	cohort->row_count = scores->count;
	cohort->pins = pins_of(arena, pins);
	cohort->pin_count = pins->count;
	cohort->blocks = pins_of(arena, blocks);
	cohort->block_count = blocks->count;
}

/* The largest score with that many mentees must stay exact (3.2). */
static void
judge_scale(struct rows *scores, const struct match_cohort *cohort)
{
	struct match_scale scale;
	size_t largest = 0;

	if (scores->count == 0 || match_scale(cohort, &scale))
		return;
	for (size_t i = 0; i < scores->count; i++)
		if (scores->at[i].third > scores->at[largest].third)
			largest = i;
	sheet_says_at(&scores->sheet, scores->at[largest].line, COLUMN_THIRD, S("too large for so many mentees: n·(B + S) passes 2^53"));
}

void
matching_read_rows(struct arena *arena, const struct matching_file files[MATCHING_KINDS], struct matching_input *input)
{
	struct rows scores, pins, blocks;

	read_rows(&scores, arena, &files[MATCHING_PAIRS], MATCHING_PAIRS, input);
	read_rows(&pins, arena, &files[MATCHING_PINNED], MATCHING_PINNED, input);
	read_rows(&blocks, arena, &files[MATCHING_BLOCKED], MATCHING_BLOCKED, input);
	judge_twice(&scores, input);
	judge_twice(&pins, input);
	judge_twice(&blocks, input);
	judge_pins(&pins, &scores, &blocks, input);
	judge_seats(&pins, input);
	fill_cohort(arena, &input->cohort, &scores, &pins, &blocks);
	judge_scale(&scores, &input->cohort);
}

void
matching_read(struct arena *arena, const struct matching_file files[MATCHING_KINDS], struct matching_input *input)
{
	struct matching_problems *problems = ARENA_NEW(arena, struct matching_problems);

	problems->arena = arena;
	*input = (struct matching_input){ .problems = problems };
	if (!matching_read_people(arena, &files[MATCHING_PEOPLE], input))
		return;
	matching_read_rows(arena, files, input);
	if (files[MATCHING_SLOTS].is_there)
		matching_read_slots(arena, files, input);
}
