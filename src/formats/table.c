/* A table as a file. */
#include "formats/table.h"

#include "base/buf.h"
#include "base/check.h"
#include "formats/csv.h"
#include "formats/json.h"

struct table
table_open(struct buf *out, bool is_json, size_t columns, const struct str *names)
{
	check(columns > 0 && columns <= TABLE_COLUMNS);
	if (is_json)
		buf_char(out, '[');
	else
		csv_row(out, columns, names);
	return (struct table){ .out = out, .is_json = is_json, .columns = columns, .names = names };
}

void
table_row(struct table *table, const struct str *cells)
{
	struct buf *out = table->out;

	table->rows++;
	if (!table->is_json) {
		csv_row(out, table->columns, cells);
		return;
	}
	buf_add(out, table->rows > 1 ? S(",\n{") : S("\n{"));
	for (size_t i = 0; i < table->columns; i++) {
		if (i > 0)
			buf_char(out, ',');
		json_quote(out, table->names[i]);
		buf_char(out, ':');
		json_quote(out, cells[i]);
	}
	buf_char(out, '}');
}

void
table_close(struct table *table)
{
	if (table->is_json)
		buf_add(table->out, S("\n]\n"));
}
