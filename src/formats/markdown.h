/* The door to libcmark, in safe mode: handbooks and codes of conduct as markup. Raw HTML in the source and links with an unsafe
 * scheme are left out. */
#ifndef FORMATS_MARKDOWN_H
#define FORMATS_MARKDOWN_H

#include "formats/html.h"

struct arena;

enum { MARKDOWN_BYTES = 128 << 10 };    /* of source; what is longer is our bug */

/* Headings begin at level 2 (the page has the one of level 1) and carry ids part-1, part-2, … for links. */
struct html markdown_html(struct arena *, struct str markdown);

/* The same of a tree of libcmark's that another file of this folder has read. */
struct cmark_node;
struct html markdown_print(struct arena *, struct cmark_node *);

#endif
