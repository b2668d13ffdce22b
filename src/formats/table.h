/* A table as a file: CSV or a workbook for spreadsheets, JSON (a list of objects, all values texts) for programs. */
#ifndef FORMATS_TABLE_H
#define FORMATS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct buf;
struct xlsx;

enum { TABLE_COLUMNS = 16 };

enum table_kind { TABLE_CSV, TABLE_JSON, TABLE_XLSX };

/* "csv", "json", "xlsx": as forms say it, and the ending of the file's name; another word is CSV, since a form has judged it. */
enum table_kind table_kind_of(struct str word);
struct str table_kind_word(enum table_kind);
struct str table_kind_name(enum table_kind);       /* "CSV": for the record */
struct str table_kind_type(enum table_kind);       /* of content, for HTTP */

struct table {
	struct buf *out;
	struct xlsx *book;            /* of that kind alone */
	enum table_kind kind;
	size_t columns;               /* at most TABLE_COLUMNS */
	const struct str *names;      /* of the columns; they outlive the table */
	size_t rows;
};

/* Writes the head; each row has a cell for each column; close writes the end, and must follow. What does not fit overflows the buffer. */
struct table table_open(struct buf *, enum table_kind, size_t columns, const struct str *names);
void table_row(struct table *, const struct str *cells);
void table_close(struct table *);

#endif
