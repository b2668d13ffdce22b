/* The frame around every page: head, navigation, notices, footer. Pages use it as {layout main title=…}. */
#ifndef ACCESS_LAYOUT_H
#define ACCESS_LAYOUT_H

#include "access/visit.h"
#include "forms/page.h"

struct nav;

struct page_frame {
	struct visit *visit;
	struct nav *nav;              /* filled when the page starts (nav.c) */
};

/* What page-gen makes of {layout main}: the whole frame, or for a fragment the notices and the content alone. */
void layout_main_start(struct page *, struct str title);
void layout_main_end(struct page *);

#include "access/pages.h"

#endif
