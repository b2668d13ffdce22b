/* What the sheet's page is given. */
#ifndef REQUESTS_VIEWS_SHEET_H
#define REQUESTS_VIEWS_SHEET_H

#include "forms/page.h"
#include "programmes/programmes.h"
#include "requests/store_sheet.h"

struct sheet_line {
	const struct sheet_rows_row *row;
	struct str id, number, service, mentee;
	struct str typed;                    /* the note of a row that was set back */
	bool is_open, has_notes, is_fulfilled;
};
struct sheet_lines {
	struct sheet_line *at;
	size_t count;
};
struct sheet_view {
	const struct programme *programme;
	struct str next_page, name;          /* name: the reader's own */
	bool is_coordinator, shows_closed;
	struct sheet_lines lines;
	struct choices mentors;
	struct str refused_number, holder;   /* the row that was set back, and who has it */
};

#endif
