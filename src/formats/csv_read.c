/* CSV in: libcsv gets one line of the file after the other, so that each record is known by the line where it begins. */
#include <csv.h>
#include <string.h>

#include "base/arena.h"
#include "formats/csv.h"
#include "formats/text.h"

struct gathering {
	struct arena *arena;
	struct csv_record *record;
	bool is_whole;                /* the end of the record was seen */
};

/* Blanks are data: " 5" is no number, and whoever reads it says so. */
static int
nothing_is_blank(unsigned char byte)
{
	(void)byte;
	return 0;
}

static int
line_feed_ends(unsigned char byte)
{
	return byte == CSV_LF;
}

static void
take_cell(void *cell, size_t length, void *self)
{
	struct gathering *g = self;
	char *copy;

	if (g->record->count == CSV_CELLS) {
		g->record->fault = CSV_TOO_WIDE;
		return;
	}
	copy = arena_take_plain(g->arena, length + 1);
	if (length > 0)
		memcpy(copy, cell, length);
	g->record->cells[g->record->count++] = (struct str){ copy, length };
}

static void
take_end(int byte, void *self)
{
	struct gathering *g = self;

	(void)byte;
	g->is_whole = true;
}

struct csv_source
csv_source(struct str file)
{
	return (struct csv_source){ .rest = str_starts(file, S("\xEF\xBB\xBF")) ? str_skip(file, 3) : file };
}

/* The next line of the file without its end. */
static bool
next_line(struct csv_source *source, struct str *line)
{
	if (source->rest.length == 0 || !str_next(&source->rest, '\n', line))
		return false;
	source->line++;
	if (str_ends(*line, S("\r")))
		line->length--;
	return true;
}

/* A line without a quote is its own cells; this is nearly every line of a large file, and costs no copy. */
static void
split(struct str line, struct csv_record *record)
{
	struct str cell;

	while (str_next(&line, ',', &cell)) {
		if (record->count == CSV_CELLS) {
			record->fault = CSV_TOO_WIDE;
			return;
		}
		record->cells[record->count++] = cell;
	}
}

static void
judge_text(struct str line, struct csv_record *record)
{
	if (line.length > CSV_RECORD_BYTES)
		record->fault = CSV_TOO_LONG;
	else if (!text_is_utf8(line))
		record->fault = CSV_NO_TEXT;
}

/* Line after line into libcsv until it has seen a whole record, or there is none. */
static void
parse(struct csv_source *source, struct str line, struct gathering *g)
{
	struct csv_record *record = g->record;
	struct csv_parser parser;
	size_t bytes = 0;

	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
		record->fault = CSV_TOO_LONG;
		return;
	}
	csv_set_space_func(&parser, nothing_is_blank);
	csv_set_term_func(&parser, line_feed_ends);
	do {
		bytes += line.length + 1;
		judge_text(line, record);
		if (bytes > CSV_RECORD_BYTES)
			record->fault = CSV_TOO_LONG;
		if (record->fault == CSV_FINE && (csv_parse(&parser, line.at, line.length, take_cell, take_end, g) != line.length
		    || csv_parse(&parser, "\n", 1, take_cell, take_end, g) != 1))
			record->fault = CSV_STRAY_QUOTE;
	} while (record->fault == CSV_FINE && !g->is_whole && next_line(source, &line));
	if (record->fault == CSV_FINE && !g->is_whole)
		record->fault = CSV_OPEN_QUOTE;
	csv_free(&parser);
}

bool
csv_next(struct csv_source *source, struct arena *arena, struct csv_record *record)
{
	struct gathering g = { .arena = arena, .record = record };
	struct str line;

	do {
		if (!next_line(source, &line))
			return false;
	} while (line.length == 0);
	record->line = source->line;
	record->fault = CSV_FINE;
	record->count = 0;
	judge_text(line, record);
	if (record->fault == CSV_FINE && str_find(line, '"') == line.length)
		split(line, record);
	else if (record->fault == CSV_FINE)
		parse(source, line, &g);
	if (record->fault != CSV_FINE)
		record->count = 0;
	return true;
}
