/* What the pages of this room are given. */
#ifndef ADMIN_VIEWS_H
#define ADMIN_VIEWS_H

#include "forms/form.h"
#include "forms/page.h"

struct setup_view {
	struct values *form;
};

struct accessibility_view {
	bool is_demo;
};

#endif
