/* A table as a file: CSV for spreadsheets, JSON (a list of objects, all values texts) for programs. */
#ifndef FORMATS_TABLE_H
#define FORMATS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct buf;

enum { TABLE_COLUMNS = 16 };

struct table {
	struct buf *out;
	bool is_json;
	size_t columns;               /* at most TABLE_COLUMNS */
	const struct str *names;      /* of the columns; they outlive the table */
	size_t rows;
};

/* Writes the head; each row has a cell for each column; close writes the end. */
struct table table_open(struct buf *, bool is_json, size_t columns, const struct str *names);
void table_row(struct table *, const struct str *cells);
void table_close(struct table *);

#endif
