/* A workbook out (ECMA-376): sheets of texts and whole numbers, nothing that a program for tables calculates (TRUST.md T16). The same cells give
 * the same bytes. Why not by a library of workbooks: docs/decisions/0035-xlsx.md. */
#ifndef FORMATS_XLSX_H
#define FORMATS_XLSX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/outcome.h"
#include "base/str.h"

struct arena;
struct buf;
struct xlsx;

/* What programs for tables take: rows of a sheet, its head among them; columns; signs (of UTF-16) in a cell. A longer cell is cut, and says so. */
enum { XLSX_SHEETS = 40, XLSX_ROWS = 1 << 20, XLSX_COLUMNS = 1 << 14, XLSX_CELL = 32767, XLSX_NAME = 31 };

/* Into out, whose ceiling is the file's. names: of the sheets, in order; letters, digits, hyphens, each once. Must be closed. */
struct xlsx *xlsx_open(struct arena *, struct buf *out, size_t count, const struct str *names);
/* Begins the next sheet; its first row is its head. */
void xlsx_sheet(struct xlsx *);
/* is_number: which cells hold whole numbers; NULL: none does. What is none all the same, or has more than 15 digits, stays text. */
void xlsx_row(struct xlsx *, size_t count, const struct str *cells, const bool *is_number);
/* TOO_LARGE: more rows than a sheet has, or more bytes than out takes; then nothing in out counts. */
enum outcome xlsx_close(struct xlsx *);

#endif
