/* CSV out and in, through libcsv: out safe for spreadsheets (TRUST.md T16) or plain, in by RFC 4180 with places. */
#ifndef FORMATS_CSV_H
#define FORMATS_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct buf;

/* One line (RFC 4180): every cell quoted; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
void csv_row(struct buf *, size_t count, const struct str *cells);

/* One line for programs: LF, a cell quoted only where RFC 4180 asks for it, and nothing added to it. */
void csv_row_plain(struct buf *, size_t count, const struct str *cells);

/* --- csv_read.c --- */
enum { CSV_RECORD_BYTES = 1 << 20, CSV_CELLS = 64 };

enum csv_fault { CSV_FINE, CSV_NO_TEXT, CSV_STRAY_QUOTE, CSV_OPEN_QUOTE, CSV_TOO_LONG, CSV_TOO_WIDE };

/* A file that is read record by record. */
struct csv_source {
	struct str rest;              /* not yet read */
	size_t line;                  /* lines read so far */
};

struct csv_record {
	size_t line;                  /* its first one, from 1 */
	enum csv_fault fault;         /* CSV_NO_TEXT: not UTF-8, or NUL. After a quote that is never closed nothing follows */
	size_t count;
	struct str cells[CSV_CELLS];  /* with a fault: none. A line end inside a cell is LF */
};

/* Past a byte-order mark. */
struct csv_source csv_source(struct str file);

/* The next record; its cells live as long as the file, or as the arena. Lines end with LF or CRLF, and empty ones are no records. False at the end. */
bool csv_next(struct csv_source *, struct arena *, struct csv_record *);

#endif
