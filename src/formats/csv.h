/* CSV out, through libcsv, safe for spreadsheets (TRUST.md T16). */
#ifndef FORMATS_CSV_H
#define FORMATS_CSV_H

#include <stddef.h>

#include "base/str.h"

struct buf;

/* One line (RFC 4180): every cell quoted; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
void csv_row(struct buf *, size_t count, const struct str *cells);

#endif
