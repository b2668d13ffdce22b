/* The frame around every page: head, navigation, notices, footer. Pages use it as {layout main title=…}. */
#ifndef ACCESS_LAYOUT_H
#define ACCESS_LAYOUT_H

#include "access/visit.h"
#include "forms/page.h"

struct page_frame {
	struct visit *visit;
};

#include "access/pages.h"

#endif
