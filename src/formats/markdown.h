/* Markdown to HTML: the door to libcmark, in its safe mode (no raw HTML, no javascript: links). For handbooks and codes of conduct. */
#ifndef FORMATS_MARKDOWN_H
#define FORMATS_MARKDOWN_H

#include "formats/html.h"

struct arena;

/* The text as HTML in the arena; headings start at h2, since a page has one h1. */
struct html markdown_html(struct arena *, struct str text);

#endif
