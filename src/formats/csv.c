/* CSV out. */
#include "formats/csv.h"

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

/* Quoted whole, however long it is: libcsv's writer wants a place as large as the cell. */
static void
add_cell(struct buf *out, struct str mark, struct str cell)
{
	size_t quote;

	buf_char(out, '"');
	buf_add(out, mark);
	while ((quote = str_find(cell, '"')) < cell.length) {
		buf_add(out, str_head(cell, quote + 1));
		buf_char(out, '"');
		cell = str_skip(cell, quote + 1);
	}
	buf_add(out, cell);
	buf_char(out, '"');
}

void
csv_row(struct buf *out, size_t count, const struct str *cells)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_char(out, ',');
		add_cell(out, looks_like_formula(cells[i]) ? S("'") : S(""), cells[i]);
	}
	buf_add(out, S("\r\n"));
}

static void
add_plain(struct buf *out, struct str cell)
{
	bool needs_quotes = false;

	for (size_t i = 0; i < cell.length; i++)
		needs_quotes = needs_quotes || cell.at[i] == ',' || cell.at[i] == '"' || cell.at[i] == '\n' || cell.at[i] == '\r';
	if (needs_quotes)
		add_cell(out, S(""), cell);
	else
		buf_add(out, cell);
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
