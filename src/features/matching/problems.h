/* What is wrong with files of a match, by file, line and column; and warnings, which stop nothing. */
#ifndef MATCHING_PROBLEMS_H
#define MATCHING_PROBLEMS_H

#include "base/str.h"

struct arena;
struct buf;

enum { MATCHING_SHOWN = 20 };    /* of problems, and of warnings; the rest is counted */

struct matching_problem {
	unsigned kind;                /* which file: enum matching_kind */
	size_t line, column;          /* from 1; column 0: the whole record */
	struct str file, field, words;
};

struct matching_problems {
	struct arena *arena;
	struct matching_problem shown[MATCHING_SHOWN];    /* the first ones, in order */
	size_t count;
	struct str warnings[MATCHING_SHOWN];
	size_t warning_count;
};

void matching_problem(struct matching_problems *, const struct matching_problem *);

/* "MD-wish: e00012"; what: the rule's name or the file's, about: whom or what. */
void matching_warning(struct matching_problems *, struct str what, struct str about);

/* "text", escaped, and cut at 40 bytes. */
struct str matching_quote(struct arena *, struct str text);

/* All shown problems, one a line, and "… and N more". */
void matching_print_problems(struct buf *, const struct matching_problems *);
void matching_print_warnings(struct buf *, const struct matching_problems *);

#endif
