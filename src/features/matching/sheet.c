/* Header, widths and cells of one CSV file, and the places of its problems. */
#include "matching/sheet.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"

enum { WORDS_BYTES = 400 };

void
sheet_says_whole(struct sheet *sheet, size_t line, struct str field, struct str words)
{
	struct matching_problem p = { .kind = sheet->kind, .line = line, .file = sheet->file->name, .field = field, .words = words };

	matching_problem(sheet->problems, &p);
}

void
sheet_says_at(struct sheet *sheet, size_t line, size_t column, struct str words)
{
	struct matching_problem p = { .kind = sheet->kind, .line = line, .column = sheet->place[column], .file = sheet->file->name,
		.field = sheet->columns[column], .words = words };

	matching_problem(sheet->problems, &p);
}

void
sheet_says(struct sheet *sheet, size_t column, struct str words)
{
	sheet_says_at(sheet, sheet->record.line, column, words);
}

void
sheet_refuses(struct sheet *sheet, size_t column, struct str value, struct str words)
{
	sheet_says(sheet, column, str_join(sheet->arena, 3, (struct str[]){ matching_quote(sheet->arena, value), S(" "), words }));
}

/* One name of the header; place counts from 1. */
static void
take_name(struct sheet *sheet, struct str name, size_t place)
{
	struct matching_problem p = { .kind = sheet->kind, .line = sheet->record.line, .column = place, .file = sheet->file->name };

	for (size_t c = 0; c < sheet->column_count; c++) {
		if (!str_equal(sheet->columns[c], name))
			continue;
		if (sheet->place[c] != 0) {
			p.field = name;
			p.words = S("this column is there twice");
			matching_problem(sheet->problems, &p);
		}
		sheet->place[c] = place;
		return;
	}
	matching_warning(sheet->problems, sheet->file->name, str_join(sheet->arena, 3, (struct str[]){ S("the column "),
	    matching_quote(sheet->arena, name), S(" is not known") }));
}

static struct str
fault_words(enum csv_fault fault)
{
	static const struct str words[] = {
		[CSV_FINE] = S_STATIC(""),
		[CSV_NO_TEXT] = S_STATIC("not UTF-8, or with a NUL"),
		[CSV_STRAY_QUOTE] = S_STATIC("a quote where none may stand"),
		[CSV_OPEN_QUOTE] = S_STATIC("a quote is never closed"),
		[CSV_TOO_LONG] = S_STATIC("longer than 1 MiB"),
		[CSV_TOO_WIDE] = S_STATIC("more than 64 fields"),
	};

	return words[fault];
}

/* False if the record cannot be used. */
static bool
has_no_fault(struct sheet *sheet)
{
	if (sheet->record.fault != CSV_FINE)
		sheet_says_whole(sheet, sheet->record.line, S("record"), fault_words(sheet->record.fault));
	return sheet->record.fault == CSV_FINE;
}

bool
sheet_open(struct sheet *sheet, size_t optional)
{
	bool is_complete = true;

	check(sheet->column_count <= SHEET_COLUMNS);
	sheet->source = csv_source(sheet->file->bytes);
	if (!csv_next(&sheet->source, sheet->arena, &sheet->record)) {
		sheet_says_whole(sheet, 1, S("file"), S("it is empty"));
		return false;
	}
	if (!has_no_fault(sheet))
		return false;
	sheet->width = sheet->record.count;
	for (size_t i = 0; i < sheet->width; i++)
		take_name(sheet, sheet->record.cells[i], i + 1);
	for (size_t c = 0; c + optional < sheet->column_count; c++)
		if (sheet->place[c] == 0) {
			sheet_says_at(sheet, sheet->record.line, c, S("this column is missing"));
			is_complete = false;
		}
	return is_complete;
}

bool
sheet_next(struct sheet *sheet)
{
	while (csv_next(&sheet->source, sheet->arena, &sheet->record)) {
		struct buf words;

		if (!has_no_fault(sheet))
			continue;
		if (sheet->record.count == sheet->width)
			return true;
		words = buf_new(sheet->arena, WORDS_BYTES);
		buf_format(&words, "%zu fields where the header has %zu", sheet->record.count, sheet->width);
		sheet_says_whole(sheet, sheet->record.line, S("record"), buf_str(&words));
	}
	return false;
}

struct str
sheet_cell(const struct sheet *sheet, size_t column)
{
	return sheet->place[column] == 0 ? S("") : sheet->record.cells[sheet->place[column] - 1];
}

size_t
sheet_lines_left(const struct sheet *sheet)
{
	struct str rest = sheet->source.rest;
	size_t lines = 1;

	for (size_t cut; (cut = str_find(rest, '\n')) < rest.length; rest = str_skip(rest, cut + 1))
		lines++;
	return lines;
}

static bool
is_decimal(struct str s)
{
	if (str_starts(s, S("-")))
		s = str_skip(s, 1);
	for (size_t i = 0; i < s.length; i++)
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
	return s.length > 0;
}

bool
sheet_whole(struct sheet *sheet, size_t column, struct str cell, const int64_t range[2], int64_t *out)
{
	struct buf words;

	if (is_decimal(cell) && str_whole(cell, out) && *out >= range[0] && *out <= range[1])
		return true;
	words = buf_new(sheet->arena, WORDS_BYTES);
	buf_format(&words, "is not a whole number from %lld to %lld", (long long)range[0], (long long)range[1]);
	sheet_refuses(sheet, column, cell, buf_str(&words));
	return false;
}

bool
sheet_person(struct sheet *sheet, const struct matching_input *input, size_t column, bool is_mentor, uint32_t *place)
{
	struct str id = sheet_cell(sheet, column);
	const struct matching_person *one = matching_person(input, id);

	if (one == NULL) {
		sheet_refuses(sheet, column, id, S("is not in people.csv"));
		return false;
	}
	*place = one->place;
	if (one->is_mentor == is_mentor)
		return true;
	sheet_refuses(sheet, column, id, is_mentor ? S("is a mentee") : S("is a mentor"));
	return false;
}
