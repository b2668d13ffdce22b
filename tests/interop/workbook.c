/* Makes a workbook of what stands on stdin, so that another program can read it back: rows end with 0x1e, their cells with 0x1f; a row of 0x1d
 * begins the next sheet, which is called s1, s2, …. A column whose head begins with # holds numbers. Usage: workbook > FILE */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/xlsx.h"

enum { BYTES = 8 << 20, COLUMNS = 100, SHEETS = 3, NEXT_SHEET = 0x1d, ROW_END = 0x1e, CELL_END = 0x1f };

static size_t
cells_of(struct str row, struct str *cells)
{
	size_t count = 0;

	while (count < COLUMNS && str_next(&row, CELL_END, &cells[count]))
		count++;
	return count;
}

static void
add_sheet(struct xlsx *book, struct str sheet)
{
	bool is_number[COLUMNS] = { false };
	struct str row, cells[COLUMNS];
	bool is_head = true;

	xlsx_sheet(book);
	while (str_next(&sheet, ROW_END, &row)) {
		size_t count = cells_of(row, cells);

		for (size_t i = 0; is_head && i < count; i++)
			is_number[i] = str_starts(cells[i], S("#"));
		is_head = false;
		xlsx_row(book, count, cells, is_number);
	}
}

int
main(void)
{
	static const struct str names[SHEETS] = { S_STATIC("s1"), S_STATIC("s2"), S_STATIC("s3") };
	struct arena *arena;
	struct buf out;
	struct str rest, sheet;
	struct xlsx *book;
	char *bytes;
	enum outcome said;

	arena_open((size_t)BYTES * 8, &arena);
	bytes = arena_take(arena, BYTES);
	rest = (struct str){ bytes, fread(bytes, 1, BYTES, stdin) };
	out = buf_new(arena, BYTES);
	book = xlsx_open(arena, &out, SHEETS, names);
	for (size_t i = 0; i < SHEETS && str_next(&rest, NEXT_SHEET, &sheet); i++)
		add_sheet(book, sheet);
	said = xlsx_close(book);
	fwrite(out.at, 1, out.length, stdout);
	arena_close(&arena);
	return said == OK ? 0 : 1;
}
