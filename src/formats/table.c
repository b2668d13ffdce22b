/* A table as a file. */
#include "formats/table.h"

#include "base/buf.h"
#include "base/check.h"
#include "formats/csv.h"
#include "formats/json.h"
#include "formats/xlsx.h"

static const struct {
	struct str word, name, type;
} kinds[] = {
	[TABLE_CSV] = { S_STATIC("csv"), S_STATIC("CSV"), S_STATIC("text/csv; charset=utf-8") },
	[TABLE_JSON] = { S_STATIC("json"), S_STATIC("JSON"), S_STATIC("application/json") },
	[TABLE_XLSX] = { S_STATIC("xlsx"), S_STATIC("XLSX"), S_STATIC("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") },
};

enum table_kind
table_kind_of(struct str word)
{
	for (size_t i = 0; i < ARRAY_LENGTH(kinds); i++)
		if (str_equal(kinds[i].word, word))
			return (enum table_kind)i;
	return TABLE_CSV;
}

struct str
table_kind_word(enum table_kind kind)
{
	return kinds[kind].word;
}

struct str
table_kind_name(enum table_kind kind)
{
	return kinds[kind].name;
}

struct str
table_kind_type(enum table_kind kind)
{
	return kinds[kind].type;
}

struct table
table_open(struct buf *out, enum table_kind kind, size_t columns, const struct str *names)
{
	static const struct str sheet[] = { S_STATIC("table") };
	struct table table = { .out = out, .kind = kind, .columns = columns, .names = names };

	check(columns > 0 && columns <= TABLE_COLUMNS);
	if (kind == TABLE_JSON) {
		buf_char(out, '[');
	} else if (kind == TABLE_CSV) {
		csv_row(out, columns, names);
	} else {
		table.book = xlsx_open(out->arena, out, 1, sheet);
		xlsx_sheet(table.book);
		xlsx_row(table.book, columns, names, NULL);
	}
	return table;
}

static void
add_object(struct table *table, const struct str *cells)
{
	struct buf *out = table->out;

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
table_row(struct table *table, const struct str *cells)
{
	table->rows++;
	if (table->kind == TABLE_JSON)
		add_object(table, cells);
	else if (table->kind == TABLE_CSV)
		csv_row(table->out, table->columns, cells);
	else
		xlsx_row(table->book, table->columns, cells, NULL);
}

void
table_close(struct table *table)
{
	if (table->kind == TABLE_JSON)
		buf_add(table->out, S("\n]\n"));
	else if (table->kind == TABLE_XLSX && xlsx_close(table->book) != OK)
		table->out->is_overflown = true;
}
