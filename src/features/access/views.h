/* What the pages of this room are given. */
#ifndef ACCESS_VIEWS_H
#define ACCESS_VIEWS_H

#include "access/events.h"
#include "access/layout.h"
#include "access/nav.h"
#include "access/store.h"
#include "http/asset_names.h"

struct login_view {
	struct str name;              /* whose account */
	struct values *form;
	bool is_demo;
};

struct sessions_view {
	struct sessions_of_rows rows;
	struct session_id own;
};

struct refusal_view {
	int status;
	struct str words;
	struct str way_on;            /* a path */
};

#endif
