/* The door to libcsv. */
#include "formats/csv.h"

#include <csv.h>

#include "base/buf.h"

/* = + - @ and their full-width forms, tab and carriage return, also behind blanks: what programs for tables calculate. */
static bool
looks_like_formula(struct str cell)
{
	static const struct str starts[] = {
		S_STATIC("="), S_STATIC("+"), S_STATIC("-"), S_STATIC("@"), S_STATIC("\t"), S_STATIC("\r"),
		S_STATIC("\xEF\xBC\x9D"), S_STATIC("\xEF\xBC\x8B"), S_STATIC("\xEF\xBC\x8D"), S_STATIC("\xEF\xBC\xA0"),
	};

	while (cell.length > 0 && (cell.at[0] == ' ' || cell.at[0] == '\n'))
		cell = str_skip(cell, 1);
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (str_starts(cell, starts[i]))
			return true;
	return false;
}

static void
add_cell(struct buf *out, struct str cell)
{
	char quoted[8 << 10];
	struct str part;

	/* libcsv quotes a whole cell at a time; ours have at most 4,000 characters, longer ones are cut where they would not fit. */
	part = str_head(cell, sizeof(quoted) / 2 - 2);
	buf_add(out, (struct str){ quoted, csv_write(quoted, sizeof(quoted), part.at == NULL ? "" : part.at, part.length) });
}

void
csv_row(struct buf *out, size_t count, const struct str *cells)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_char(out, ',');
		if (looks_like_formula(cells[i]))
			add_cell(out, str_join(out->arena, 2, (struct str[]){ S("'"), cells[i] }));
		else
			add_cell(out, cells[i]);
	}
	buf_add(out, S("\r\n"));
}

static void
add_plain(struct buf *out, struct str cell)
{
	bool needs_quotes = false;

	for (size_t i = 0; i < cell.length; i++)
		needs_quotes = needs_quotes || cell.at[i] == ',' || cell.at[i] == '"' || cell.at[i] == '\n' || cell.at[i] == '\r';
	if (!needs_quotes) {
		buf_add(out, cell);
		return;
	}
	buf_char(out, '"');
	for (size_t i = 0; i < cell.length; i++) {
		if (cell.at[i] == '"')
			buf_char(out, '"');
		buf_char(out, cell.at[i]);
	}
	buf_char(out, '"');
}

void
csv_row_plain(struct buf *out, size_t count, const struct str *cells)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_char(out, ',');
		add_plain(out, cells[i]);
	}
	buf_char(out, '\n');
}
