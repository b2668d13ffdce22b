/* A document by its numbered clauses: where each stands, for links like #c3.2, and what each says, for comparing two versions.
 * Sections are headings of the highest level that comes twice; a clause is an item of a numbered list, in its section ("3.2", "3.2.1") or, where
 * there are no sections, by itself ("4"). Numbers go on through a section, so no two clauses share one. */
#ifndef FORMATS_CLAUSES_H
#define FORMATS_CLAUSES_H

#include "formats/html.h"

struct arena;

enum { CLAUSES_MOST = 1000 };    /* of one document; what stands behind them is one more, whole */

struct clause {
	struct str number;            /* of itself, or of what it stands in; empty: in none */
	struct str words;             /* as read: without marks of Markdown, blanks made single; a link's address behind its words */
	bool is_heading;
};
struct clauses {
	struct clause *at;
	size_t count;
};

/* Every paragraph, heading and item, in order. At most MARKDOWN_BYTES of source. */
struct clauses clauses_read(struct arena *, struct str markdown);

/* As markdown_html(), with the number in front of each clause and section, a link to itself. */
struct html clauses_html(struct arena *, struct str markdown);

#endif
