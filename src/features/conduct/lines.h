/* Entries of a case as lines with their words opened. Private to this room. */
#ifndef CONDUCT_LINES_H
#define CONDUCT_LINES_H

#include "conduct/views.h"

enum { LINES_MOST = 200, VIEWS_MOST = 50 };

struct case_lines lines_new(struct arena *, size_t count);
/* "Warning" */
struct str measure_words(struct str language, enum report_measure);
/* The line with what its entry holds sealed. */
enum outcome line_open(struct visit *, struct report_entry_id, struct str sealed, const struct case_line *, struct case_line *out);

#endif
